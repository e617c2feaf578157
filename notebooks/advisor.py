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
# # Beratung: Wen kann ich wohin verweisen?
#
# Für Menschen, die beraten. Jemand sitzt Ihnen gegenüber; gefragt sind ein bis drei gangbare Wege, wer unterwegs
# zuständig bleibt und was noch zu klären ist. Alles in dieser Region ist erfunden.
#
# Das Blatt arbeitet auf einer Kopie der Musterregion und ändert nichts an den mitgelieferten Dateien.

# %%
import tempfile
from datetime import date
from pathlib import Path

from IPython.display import Markdown

from verweisnetz import region
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
# ## 1. Ein Abschluss aus Syrien
#
# Eine Ingenieurin ist geflüchtet und wohnt in Hagen. Ihr Abschluss ist noch nicht anerkannt. Sie sitzt im Jobcenter Hagen.

# %%
engineer = here.routes(
    start="Jobcenter Hagen",
    groups=["Geflüchtete"],
    facts="recognition=open & language=B1",
    needs=["Anerkennung ausländischer Abschlüsse"],
    residence="Hagen",
    day=today,
)
table(engineer, "rank", "route", "offer", "fit", "legs", "open_questions")

# %% [markdown]
# Jeder Schritt sagt, wie übergeben wird und wer zuständig bleibt. Ist nichts vereinbart, steht das da; es wird nichts
# angenommen. Hinter jedem Schritt steht die Zelle, aus der er stammt.

# %%
for leg in engineer.routes[0].legs:
    print(leg.sender.label if leg.sender else "von überall", "→", leg.receiver.label)
    print("  Übergabe:   ", leg.handover.label("de") if leg.handover else "nicht bekannt")
    print("  Zuständig:  ", leg.responsibility.label("de") if leg.responsibility else "nicht vereinbart")
    print("  Kontakt:    ", "; ".join(contact.value for contact in leg.contact) or "keiner bekannt")
    print("  Hinweis:    ", leg.note or "–")
    print("  Beleg:      ", "; ".join(map(str, leg.evidence)))

# %% [markdown]
# Was noch zu fragen ist, und was naheliegt, aber nicht passt:

# %%
for question in engineer.routes[0].open_questions:
    print("?", question.text("de"))
for near in engineer.why_not[:3]:
    print("–", near.target.label if near.target else "", near.offer.label if near.offer else "")

# %% [markdown]
# ## 2. Minijob mit 29
#
# Er hat einen Minijob in Lüdenscheid und will sich weiterbilden. Angetroffen wird er nicht im Jobcenter, sondern dort,
# wo seine Gruppe ohnehin ist. Ohne Startpunkt beginnt die Suche deshalb an den Türen der Gruppe und der Gruppen, zu
# denen sie gehört.

# %%
marginal = here.routes(
    groups=["geringfügig Beschäftigte unter 35"],
    facts="age=29",
    needs=["Berufliche Weiterbildung"],
    residence="Lüdenscheid",
    day=today,
)
table(marginal, "rank", "route", "offer", "fit", "open_questions")

# %% [markdown]
# ## 3. Ein Betrieb mit 40 Beschäftigten
#
# Für Betriebe zählt, wo sie sitzen, nicht wo jemand wohnt.

# %%
company = here.routes(
    groups=["KMU"],
    facts="person=company & size=40",
    needs=["Künstliche Intelligenz"],
    company_site="Märkischer Kreis",
    day=today,
)
table(company, "rank", "route", "offer", "fit", "legs")
