"""Doors and needs for a built network, which has none: seeded, so that the same size gives the same ones."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.built import built
from graph.view import View

DOORS = 12
"""Per region; each for one group of the vocabulary, or for everybody."""
NEEDS = {"region": 200, "state": 1_000, "national": 1_000}


def with_demand(folder: Path, size: str) -> View:
    """Build a network of a size, with doors in each region and a needs table."""
    return demanding(built(folder, size), size)


def demanding(view: View, size: str, seed: int = 1) -> View:
    """Return a view with doors in each region and a needs table."""
    chance = random.Random(seed)
    groups, themes = (_used(view, column) for column in ("audiences", "themes"))
    works = view.table("actor").lists("regions")
    there: dict[int, list[int]] = {}
    for actor, regions in enumerate(works):
        for region in regions:
            there.setdefault(region, []).append(actor)
    doors = [
        {"actor": actor, "audience": chance.choice([-1, *groups]), "region": region}
        for region, actors in sorted(there.items())
        for actor in chance.sample(actors, min(DOORS, len(actors)))
    ]
    regions = sorted(there)
    cells = {(chance.choice(groups), chance.choice(themes), chance.choice(regions)) for _ in range(NEEDS[size])}
    needs = [
        {
            "audience": group,
            "theme": theme,
            "region": region,
            "kind": "needed",
            "weight": chance.choice((500, 1000, 3000)),
        }
        for group, theme, region in sorted(cells)
    ]
    return view.with_tables({"door": doors, "need": needs})


def _used(view: View, column: str) -> list[int]:
    return sorted({value for values in view.table("provision").lists(column) for value in values})
