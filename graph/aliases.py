"""What a source says about its own abbreviations: ``alias`` statements, valid in that source and sheet only."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.issue import Issue
from graph.statement import Literal, Statement
from ontology.text import clean, fold

_BRACKETED = re.compile(r"^(.+\w.*?)\s*\(([^()]{2,15})\)$")


class Aliases:
    """Long names by abbreviation, scoped by source, then by sheet.

    An alias said on the label's own sheet comes first, then one for the whole source, then one of any sheet if
    all sheets agree. A long name with its abbreviation in brackets says it for its source.
    """

    def __init__(self, statements: Iterable[Statement] = (), labels: Iterable[tuple[str, str]] = ()) -> None:
        self._said: dict[tuple[str, str, str], set[str]] = {}
        self._anywhere: dict[tuple[str, str], set[str]] = {}
        self._bracketed: dict[tuple[str, str], set[str]] = {}
        self._conflicts: dict[tuple[str, str, str], Statement] = {}
        self._sources: set[str] = set()
        for statement in statements:
            self._add(statement)
        for source, label in labels:
            match = _BRACKETED.match(clean(label)) if label.endswith(")") else None
            if match and sum(letter.isupper() for letter in match[2]) > 1:
                self._bracketed.setdefault((source, fold(match[2])), set()).add(clean(match[1]))
                self._sources.add(source)

    def _add(self, statement: Statement) -> None:
        if not isinstance(statement.object, Literal) or statement.polarity == "no":
            return
        source, scope, short = statement.source, statement.subject.scope, fold(statement.object.value)
        long = clean(statement.subject.label)
        if short and short != fold(long):
            said = self._said.setdefault((source, fold(scope), short), set())
            said.add(long)
            self._anywhere.setdefault((source, short), set()).add(long)
            self._sources.add(source)
            if len({fold(name) for name in said}) > 1:
                self._conflicts[source, fold(scope), short] = statement

    def long(self, source: str, scope: str, label: str) -> str:
        """Return the name an abbreviation stands for at a place, or nothing."""
        if source not in self._sources:
            return ""
        short = fold(label)
        for found in (
            self._said.get((source, fold(scope), short)),
            self._said.get((source, "", short)) if scope else None,
            self._anywhere.get((source, short)),
            self._bracketed.get((source, short)),
        ):
            if found:
                return min(found) if len({fold(name) for name in found}) == 1 else ""
        return ""

    def varies(self, source: str, label: str) -> bool:
        """Return whether a source's sheets explain an abbreviation differently."""
        return len({fold(name) for name in self._anywhere.get((source, fold(label)), ())}) > 1

    def shorts(self) -> dict[str, frozenset[tuple[str, str]]]:
        """Return source and long name of every abbreviation, whichever source says it."""
        found: dict[str, set[tuple[str, str]]] = {}
        for (source, short), longs in self._anywhere.items():
            found.setdefault(short, set()).update((source, long) for long in longs)
        return {short: frozenset(longs) for short, longs in found.items()}

    def issues(self) -> tuple[Issue, ...]:
        """Return the abbreviations one sheet explains in two ways."""
        return tuple(
            Issue(
                "VN4103",
                source,
                min(statement.evidence, key=str, default=None),
                short,
                (("names", "; ".join(sorted(self._said[source, scope, short]))),),
            )
            for (source, scope, short), statement in sorted(self._conflicts.items(), key=lambda item: item[0])
        )
