"""Which cells need more than a name and a number: the group does, or the needs table says so."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any

from graph.view import View
from ontology.text import fold
from ontology.vocabulary import load
from queries.cube import Cell
from queries.index import index_of
from queries.names import names_of
from queries.relevance import Matter
from queries.spoken import says


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("queries").joinpath("accompaniment.toml").read_text(encoding="utf-8"))


def cold_handovers(view: View) -> frozenset[int]:
    """Return the kinds of handover after which the client is alone."""
    ids = view.concepts_by_id
    return frozenset(ids[name] for name in _data()["cold"] if name in ids)


class Accompaniment:
    """One view's groups that need somebody to go along.

    Args:
        groups: their ids or names, with all narrower ones; None for those of ``accompaniment.toml``.
    """

    def __init__(self, view: View, groups: tuple[str, ...] | None = None) -> None:
        self._notes = view.table("need").text("note")
        named = _known(view, _data()["groups"] if groups is None else map(partial(_id, view), groups))
        index = index_of(view)
        self._groups = named.union(*(index.closure(group, "narrower") for group in named))

    def needed(self, cell: Cell, matter: Matter) -> bool:
        """Return whether information alone does not close the need of a cell."""
        if not matter.rows:
            return cell.audience in self._groups
        said = _data()["note"]
        notes = [fold(self._notes[row]) for row in matter.rows]
        if any(says(note, said["no"]) for note in notes):
            return False
        return cell.audience in self._groups or any(says(note, said["yes"]) for note in notes)


def _known(view: View, groups: Iterable[str]) -> set[int]:
    """Return the groups this view speaks of."""
    ids = view.concepts_by_id
    return {ids[name] for name in groups if name in ids}


def _id(view: View, word: str) -> str:
    """Return the id of a group.

    Raises:
        QuestionError: where neither the view nor the vocabulary has one of that name.
    """
    row = names_of(view).find(word, "audience")
    if row is None:
        known = load().schemes["audience"].find(word)
        if known is not None:
            return str(known.id)
        row = names_of(view).audience(word)
    return str(view.table("concept").text("id")[row])
