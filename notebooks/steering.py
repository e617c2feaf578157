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
from collections import Counter
from datetime import date
from pathlib import Path

from IPython.display import Image, Markdown

from verweisnetz import region
from verweisnetz.maps.atlas import write_heatmap, write_map
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
# ## Wer verbindet das Netz?
#
# Viele Verweise zu erhalten heißt, gefragt zu sein. Wer gar keine erhält, ist vielleicht unbekannt.

# %%
graph = here.to_networkx()
names = dict(graph.nodes(data="label"))
referrals = [edge[:2] for edge in graph.edges(data="relation") if edge[2] == "refersTo"]
received = Counter(receiver for _, receiver in referrals)
for actor, count in sorted(received.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"{count:3}  {names[actor]}")

# %%
unknown = sorted({names[sender] for sender, _ in referrals if not received[sender]})
print("Verweisen, aber niemand verweist dorthin:", *unknown, sep="\n  ")

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
