"""How good a reading is, by the open scorer, and which cells it gets wrong: what a person sees who inspects it."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from loaders.a1 import place
from loaders.grid import Grid
from loaders.matrix import interpret
from loaders.matrix.profile import Profile
from ontology.errors import LoadError
from tests.loaders.matrix.corrected.known import Spot, Truth
from tests.loaders.matrix.scored import SCORER
from tests.yardsticks.matrix.__main__ import told


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read.

    Args:
        rank: what makes one reading better than another.
        wrong: sheet and place of the cells that are not read as the truth has them.
    """

    rank: tuple[float, float, float]
    wrong: frozenset[tuple[str, Spot]]

    @property
    def perfect(self) -> bool:
        """Whether there is nothing to correct."""
        return min(self.rank) >= 1


@cache
def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_matrix", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(grids: Sequence[Grid], source: str, profile: Profile | None, truth: Truth) -> Reading:
    """Return how good the reading with a profile is."""
    try:
        out = told(interpret(grids, source, profile))
    except LoadError:
        out = {"statements": [], "reported": [], "actors": [], "error": None}
    found = _scorer().score_file(truth.content, out, True)
    cells = [(sheet, cell) for sheet, cell, _ in found["_wrong_cells"]]
    cells += [(one.get("sheet") or "", one["cell"]) for one in (*found["_missing"], *found["_false"])]
    qualifiers = found["qualifier_recall"]
    rank = (found["f1"], found["cell_accuracy"], 1.0 if qualifiers is None else qualifiers)
    return Reading(rank, frozenset((sheet, place(cell)) for sheet, cell in cells))
