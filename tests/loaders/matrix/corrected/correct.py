"""From a proposed profile to the corrected one: first where the tables are, then what their columns are for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from loaders.gate import read as read_file
from loaders.grid import Grid
from loaders.matrix import profile_text
from loaders.matrix.profile import Profile
from loaders.matrix.proposal import propose
from ontology.errors import LoadError
from tests.loaders.matrix.corrected import tables
from tests.loaders.matrix.corrected.known import CONTENT, Truth, read
from tests.loaders.matrix.corrected.reading import Reading, score


def corrected(grids: Sequence[Grid], source: str, truth: Truth) -> Profile:
    """Return the profile a person makes who inspects, corrects what is wrong, and inspects again.

    A correction that makes the reading worse is undone.
    """
    profile, best = propose(grids), score(grids, source, None, truth)
    for step in STEPS:
        if best.perfect:
            break
        tried = step(profile, grids, _marked(truth, best))
        found = score(grids, source, tried, truth)
        if found.rank > best.rank:
            profile, best = propose(grids, tried), found
    return profile


def _marked(truth: Truth, reading: Reading) -> Truth:
    """Return the truth with the cells a reading gets wrong."""
    return replace(truth, sheets={
        name: replace(known, wrong=frozenset(spot for sheet, spot in reading.wrong if sheet == name))
        for name, known in truth.sheets.items()
    })  # fmt: skip


def place_tables(profile: Profile, grids: Sequence[Grid], truth: Truth) -> Profile:
    """Say where the tables are, which way round they stand, and which sheets say nothing."""
    silent = tuple(
        name for name, known in truth.sheets.items()
        if any(table.sheet == name for table in profile.tables) and not CONTENT & set(known.roles.values())
    )  # fmt: skip
    placed = [
        table for name, known in truth.sheets.items() if name not in silent
        for table in tables.placed(known, [table for table in profile.tables if (table.sheet or "") == name])
    ]  # fmt: skip
    return replace(profile, tables=tuple(placed), ignore=silent)


def fill_tables(profile: Profile, grids: Sequence[Grid], truth: Truth) -> Profile:
    """Say what the columns are for, who refers to whom, and which rows say nothing."""
    filled = [
        tables.filled(truth.sheets[table.sheet or ""], table) if (table.sheet or "") in truth.sheets else table
        for table in profile.tables
    ]  # fmt: skip
    return replace(profile, tables=tuple(filled))


def both(profile: Profile, grids: Sequence[Grid], truth: Truth) -> Profile:
    """Put the tables right and, after another look, their columns."""
    return fill_tables(propose(grids, place_tables(profile, grids, truth)), grids, truth)


STEPS = (fill_tables, both, fill_tables)


def write(folder: Path, profiles: Path) -> None:
    """Write the corrected profile of every file of a folder that can be read."""
    profiles.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.truth.json")):
        stem = path.name.removesuffix(".truth.json")
        file = next(one for one in folder.iterdir() if one.stem == stem and not one.name.endswith(".json"))
        try:
            grids = read_file(file)
        except LoadError:
            continue
        truth = read(path, grids)
        if truth.content.get("expect_error"):
            continue
        text = profile_text.dump(corrected(grids, file.name, truth))
        (profiles / f"{stem}.yaml").write_text(text, encoding="utf-8")
