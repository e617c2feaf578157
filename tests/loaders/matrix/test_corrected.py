"""What a person who corrects the proposed profile gets: never less than the automatic reading, and nearly everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.matrix.profile import ColumnProfile, Profile, TableProfile
from tests.loaders.matrix.composed.compose import write as compose
from tests.loaders.matrix.composed.layouts import LAYOUTS
from tests.loaders.matrix.corrected.correct import corrected, write
from tests.loaders.matrix.corrected.known import Known, Said, Truth
from tests.loaders.matrix.corrected.regions import Region, regions, turned
from tests.loaders.matrix.drawing import draw
from tests.loaders.matrix.scored import scored


@pytest.mark.parametrize("seed", [40, 41])
def test_with_corrected_profiles_hardly_anything_is_read_wrongly(tmp_path: Path, seed: int) -> None:
    compose(tmp_path, seed, len(LAYOUTS))
    automatic = scored(tmp_path)
    write(tmp_path, tmp_path / "profiles")
    told = scored(tmp_path, tmp_path / "profiles")
    assert told["macro_f1"] >= 0.97
    assert told["macro_f1"] >= automatic["macro_f1"]


def _known(text: str, roles: dict[tuple[int, int], str], said: dict[tuple[int, int], list[Said]]) -> Known:
    return Known(draw(text), roles, said, {}, {})


def test_a_header_that_stands_there_again_heads_no_new_table() -> None:
    known = _known(
        "A|B\nVHS|x\nA|B\nIHK|x\nC|D\nAWO|x",
        {(row, column): "header" if row in {1, 3, 5} else "label" for row in range(1, 7) for column in (1, 2)},
        {},
    )
    assert [Region((1,), 2, 4), Region((5,), 6, 6)] == regions(known)


def test_actors_stand_where_each_line_speaks_of_one() -> None:
    said = {(row, column): [Said(f"a{column}", "offers", f"o{row}", {})] for row in (2, 3) for column in (2, 3)}
    known = _known("x", {}, said)
    assert turned(known, 1, 9) is True
    assert turned(known.flipped(), 1, 9) is False


def test_what_is_read_rightly_is_left_as_it_is_proposed() -> None:
    grid = draw("Einrichtung|Sprachkurs|Umschulung\nVHS Siegen|x|\nIHK Siegen||x")
    truth = Truth({
        "id": "m", "file": "m.xlsx", "difficulty": 1, "phenomena": [], "actors": ["VHS Siegen", "IHK Siegen"],
        "statements": [
            {"subject": "VHS Siegen", "predicate": "offers", "object": "Sprachkurs", "qualifiers": {}, "sheet": "Blatt", "cell": "B2"},
            {"subject": "IHK Siegen", "predicate": "offers", "object": "Umschulung", "qualifiers": {}, "sheet": "Blatt", "cell": "C3"},
        ],
        "cells": {"Blatt": {"B2": "statement", "C3": "statement"}},
    })  # fmt: skip
    profile: Profile = corrected([grid], "m.xlsx", truth)
    table: TableProfile = profile.tables[0]
    assert [("stub", "actor"), ("mark", "offer"), ("mark", "offer")] == [(c.form, c.role) for c in table.columns]
    assert all(isinstance(column, ColumnProfile) and column.split is None for column in table.columns)
