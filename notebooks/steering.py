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
# # Sitzung: Das Netz zeigen und entscheiden
#
# Für den Beirat: das Netz als Karte, die Abdeckung als Bild und eine Liste dessen, was zu entscheiden ist.
# Alles in dieser Region ist erfunden.

# %%
import tempfile
from datetime import date
from pathlib import Path

from IPython.display import Image, Markdown

from verweisnetz import region
from verweisnetz.maps.atlas import write_heatmap, write_map
from verweisnetz.report.writing import write_report
from verweisnetz.scaffold import unpack_example

folder = Path(tempfile.mkdtemp()) / "musterregion"
unpack_example(folder)
here = region.build(folder)
today = date(2026, 11, 21)
here

# %% [markdown]
# ## Die Karte
#
# Eine einzige Datei, die ohne Netz auskommt: im Browser öffnen, an die Wand werfen, weitergeben.

# %%
maps = folder / "maps"
write_map(here, maps / "netz.html")
write_map(here, maps / "regionalagentur.html", actor="Regionalagentur Märkische Region")
sorted(path.name for path in maps.iterdir())

# %% [markdown]
# ## Wer hält das Netz zusammen, wer sitzt wo?
#
# Vermittler sind Stellen, über die viele Wege laufen; Bindeglieder solche, ohne die andere den Anschluss verlieren.

# %%
figures = here.figures(day=today)
for broker in figures.brokers:
    print(f"{broker.share / 10:4.1f} %  {broker.actor.label}")
print("\nNiemand verweist dorthin, und sie verweisen nicht:", *(actor.label for actor in figures.isolated), sep="\n  ")

# %%
for body in figures.bodies:
    print(f"{body.actor.label}: {len(body.seats)} Sitze, {body.rhythm or 'wie oft es tagt, sagt keine Quelle'}")

# %% [markdown]
# ## Die Abdeckung auf einen Blick

# %%
picture = maps / "heatmap.png"
write_heatmap(here, picture)
Image(filename=picture)

# %% [markdown]
# ## Was ist zu entscheiden?
#
# Je Lücke der billigste Schritt: fragen vor vereinbaren, vereinbaren vor neu anbieten.

# %%
gaps = here.gaps(day=today)
lines = ["| Lücke | Warum | Vorschlag |", "| --- | --- | --- |"]
for gap in gaps.gaps[:8]:
    cell = [part.label("de") for part in (gap.audience, gap.theme) if part]
    cell += [gap.region.label] if gap.region else []
    step = gap.closings[0].text("de") if gap.closings else "–"
    lines.append(f"| **{gap.sub}** {' · '.join(cell)} | {gap.text('de')} | {step} |")
Markdown("\n".join(lines))

# %% [markdown]
# Hingenommene Lücken bleiben auf der Liste, bis ihr Termin zur Durchsicht kommt. Danach sind sie wieder offen.

# %%
for gap in gaps.accepted:
    print(gap.acceptance.review_on, "·", gap.acceptance.owner, "·", gap.acceptance.reason)

# %% [markdown]
# ## Was endet, und was hat kein bekanntes Ende?

# %%
horizon = here.horizon(day=today)
for ending in horizon.ending:
    if ending.what != "event":
        print(ending.until, "·", ending.who())
print("Ende unbekannt:", *(ending.who() for ending in horizon.end_unknown))

# %% [markdown]
# ## Wo steht das Netz?
#
# Die Punkte des Leitfadens (Kapitel 2.1, 2.2 und 3): Stoff für ein Gespräch, keine Note. Was das Netz bewusst anders
# gelöst hat, steht in `tables/maturity.csv`; eigene Erfolgsindikatoren stehen in `tables/indicators.csv`.

# %%
maturity = here.maturity(day=today)
for criterion in maturity.criteria:
    print(f"{criterion.chapter}  {criterion.title('de')}: {criterion.outcome}")
    print(f"      zu besprechen: {criterion.ask('de')}")

# %%
for indicator in maturity.indicators:
    print(f"{indicator.name}\n   Ziel: {indicator.aim('de')}\n   {indicator.course('de')}")

# %% [markdown]
# ## Der Bericht für die Sitzung
#
# Eine Seite ohne Skript und ohne Netz, auf A4 zu drucken: Karte, Abdeckung, Lücken, was sich geändert hat, was endet, was zu
# entscheiden ist, jede Zahl mit Beleg. Dasselbe gibt es als Markdown.

# %%
report = here.report(day=today)
write_report(report, folder / "bericht.html")
write_report(report, folder / "bericht.md")
print(report.title, *(f"{number}. {line.text}" for number, line in enumerate(report.short, 1)), sep="\n")
print(f"{(folder / 'bericht.html').stat().st_size / 1000:.0f} kB, {len(report.places)} Belege")
