# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Analyse: Wer wird nicht erreicht?
#
# Für Menschen, die das Netz auswerten. Gefragt ist nicht, welche Zelle leer ist, sondern welche Gruppe niemanden hat,
# wen ein Angebot nie erreicht, was an einem Einzigen hängt und was bald endet. Alles in dieser Region ist erfunden.

# %%
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from IPython.display import Image, Markdown

from verweisnetz import region
from verweisnetz.maps.atlas import write_heatmap
from verweisnetz.scaffold import unpack_example

folder = Path(tempfile.mkdtemp()) / "musterregion"
unpack_example(folder)
here = region.build(folder)
today = date(2026, 11, 21)
here


# %%
def table(answer, *wanted):
    """Show some columns of an answer."""
    names = answer.columns("de")
    head = [names[column] for column in wanted]
    body = [[str(row[column]).replace("|", "/") or "–" for column in wanted] for row in answer.to_rows("de")]
    return Markdown("\n".join("| " + " | ".join(cells) + " |" for cells in [head, ["---"] * len(head), *body]))


# %% [markdown]
# ## Was wurde gelesen?
#
# Jede gefüllte Zelle endet als genau eines: gemeldet, verneint, Aussage oder Gerüst der Tabelle. Verloren geht keine.

# %%
for source, cells in here.ledger().items():
    print(f"{source:45}", dict(cells))
print(Counter(issue.code for issue in here.issues()))

# %% [markdown]
# ## Abdeckung, wo Bedarf genannt ist
#
# Zustand und Zeit sind zweierlei: Ein Angebot kann da sein und trotzdem bald enden oder seit Jahren unbestätigt sein.

# %%
coverage = here.coverage(day=today)
table(coverage, "audience", "theme", "region", "state", "depth", "time", "offers")

# %%
picture = folder / "heatmap.png"
write_heatmap(here, picture)
Image(filename=picture)

# %% [markdown]
# ## Lücken, die schwersten zuerst
#
# A: niemand bietet es an (A1: jemand hat nein gesagt, A2: niemand sagt etwas). B: es gibt etwas, aber kein Weg führt hin.
# D: alles hängt an einem Einzigen. F: es endet bald.

# %%
gaps = here.gaps(day=today)
table(gaps, "kind", "open_or_not", "audience", "theme", "region", "reason", "closings")

# %% [markdown]
# Ein Satz je Lücke reicht nicht, wenn jemand fragt: „Woher wisst ihr das?“ Deshalb die Belege der schwersten:

# %%
for place in gaps.gaps[0].evidence:
    print(place)

# %% [markdown]
# Gesondert steht, was nur vielleicht eine Lücke ist: Angebote, zu denen kein vereinbarter Weg bekannt ist, und Projekte,
# deren Ende niemand genannt hat.

# %%
for gap in (*gaps.no_agreed_way, *gaps.end_unknown):
    print(gap.sub, "·", gap.text("de"))

# %% [markdown]
# ## Was fällt weg, und wovon kennen wir kein Ende?
#
# „Ende unbekannt“ ist kein „läuft weiter“: Es ist eine Frage an den Träger.

# %%
table(here.horizon(day=today), "until", "thing", "who")

# %% [markdown]
# ## Wer hält das Netz zusammen?
#
# Jede Kennzahl mit einem Satz, was sie heißt. Sie sagen, wo man hinschauen sollte, nicht wer besser ist.

# %%
figures = here.figures(day=today)
table(figures, "figure", "who", "value", "meaning")

# %% [markdown]
# ## Was am Graphen selbst nicht stimmt
#
# Sackgassen, Kreisel, Widersprüche, Stellen ohne Kontakt, und wo Angaben über Ratsuchende ohne geprüfte Grundlage
# weitergehen. Zuerst, wie viel wovon; dann, was man damit tut.

# %%
hygiene = here.hygiene(day=today)
hygiene.counts

# %%
table(here.hygiene(day=today, kinds=["no_contact", "handover_unknown"]), "finding", "who", "what", "to_do")

# %% [markdown]
# ## Was hat sich geändert?
#
# Eine Zeile der Verweisliste fällt weg, die Region wird neu gelesen: Der Vergleich zweier Fassungen nennt den Verweis,
# die Zelle, in der er stand, und was das für die Lücken heißt.

# %%
referrals = folder / "sources" / "verweise_liste.csv"
lines = referrals.read_text(encoding="utf-8-sig").splitlines(keepends=True)
kept = [line for line in lines if not line.startswith("Jobcenter Ennepe-Ruhr-Kreis;Akademie Ennepebogen")]
referrals.write_text("".join(kept), encoding="utf-8-sig", newline="")
after = region.build(folder)
table(after.changes(here, day=today), "change", "thing", "who", "after")

# %% [markdown]
# ## Wo steht das Netz?
#
# Die Punkte des Leitfadens mit dem, was dafür spricht. Keine Note: Unbekannt heißt nur, dass keine Quelle es sagt.

# %%
table(here.maturity(day=today), "chapter", "criterion", "outcome", "found", "open")
