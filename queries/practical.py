"""Practical needs against what an offer says of itself: hours, format, language, cost; unknown means ask."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from graph.view import View
from ontology.text import fold
from queries.enumeration import Enumeration
from queries.names import names_of, spellings
from queries.verdict import YES, Ask, Verdict, ask, no

COLUMNS = {"format": "format", "language": "languages", "cost": "cost", "hours": "hours"}
"""Practical need to the column of a provision that speaks of it; on the others no source says anything yet."""


@cache
def _data() -> Mapping[str, Mapping[str, list[str] | str]]:
    return tomllib.loads(files("queries").joinpath("practical.toml").read_text(encoding="utf-8"))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    found = (re.escape(word.removesuffix("~")) + ("" if word.endswith("~") else r"(?!\w)") for word in words)
    return re.compile(r"(?<!\w)(?:" + "|".join(found) + ")")


def says(text: str, words: Iterable[str]) -> bool:
    """Return whether a folded text contains one of the words; ``~`` allows any ending."""
    listed = tuple(words)
    return bool(listed) and _pattern(listed).search(text) is not None


class Practical:
    """The practical needs of one client against the provisions of one view."""

    def __init__(self, view: View, wanted: Iterable[tuple[str, str]]) -> None:
        provisions = view.table("provision")
        self._view, self._names = view, names_of(view)
        self._wanted = [(name, fold(word)) for name, word in wanted]
        self._columns = {name: Enumeration(provisions.text(column)) for name, column in COLUMNS.items()}
        self._known: dict[tuple[str, str, str], Verdict] = {}

    def verdicts(self, provision: int) -> list[Verdict]:
        """Return one verdict per practical need."""
        return [self._one(name, word, provision) for name, word in self._wanted]

    def _one(self, name: str, word: str, provision: int) -> Verdict:
        column = self._columns.get(name)
        text = column[provision] if column is not None else ""
        key = (name, word, text)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._compare(*key)
        return found

    def _compare(self, name: str, word: str, text: str) -> Verdict:
        said = fold(text)
        unknown = ask(Ask(name, text))
        if not said:
            return unknown
        if name == "cost":
            return _cost(said) or unknown
        if name == "hours":
            return _hours(word, said) or unknown
        return self._concept(name, word, said) or unknown

    def _concept(self, name: str, word: str, said: str) -> Verdict | None:
        """Compare with the names of a format or language; naming only another one is a no."""
        concepts = self._view.table("concept")
        wanted = self._names.find(word, name)
        if wanted is None:
            return YES if says(said, (word,)) else None
        if says(said, spellings(concepts, wanted)):
            return YES
        near = {*concepts.lists("broader")[wanted], *concepts.lists("narrower")[wanted]}
        schemes = concepts.text("scheme")
        others = [row for row in concepts if schemes[row] == name and row != wanted]
        named = [row for row in others if says(said, spellings(concepts, row))]
        return no(name) if named and near.isdisjoint(named) else None


def _cost(said: str) -> Verdict | None:
    words = _data()["cost"]
    if says(said, words["free"]):
        return YES
    return no("cost") if says(said, words["paid"]) or re.search(str(words["amount"]), said) else None


def _hours(word: str, said: str) -> Verdict | None:
    if says(said, (word,)):
        return YES
    for names in _data()["hours"].values():
        if says(word, names) and says(said, names):
            return YES
    return None
