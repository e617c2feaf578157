"""The statements facts are made of, numbered, with their evidence rows, their day and whose word they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate

from graph.accepted import makes_fact
from graph.decisions import Decisions
from graph.evidence import Locator
from graph.facts.days import day
from graph.link import ACTOR_KINDS
from graph.links import Links
from graph.records import SourceRecord
from graph.said import Said, Term, in_order
from graph.statement import ANY, Literal, Mention, Statement, unite
from ontology.text import fold

_ACTORS = frozenset(ACTOR_KINDS)

NOBODY = ""
"""Id where a statement names no actor (an instrument without provider, "any")."""


class Corpus:
    """Accepted and asserted statements in one order that depends on their content alone.

    ``statements[i]`` has the key ``keys[i]``, the evidence rows ``first_evidence[i]`` up to ``first_evidence[i + 1]``,
    is about the actors ``subjects[i]`` and ``objects[i]``, and is narrowed by ``narrowings[narrowed[i]]``.
    ``offers[n]`` are the offers a narrowing names, and ``terms[naming[i]]`` and ``terms[named[i]]`` are its subject and object as labels.
    """

    def __init__(
        self,
        statements: Said | Iterable[Statement],
        links: Links,
        sources: Iterable[SourceRecord],
        decisions: Decisions,
    ) -> None:
        self.links = links
        self.sources: Mapping[str, SourceRecord] = {source.id: source for source in sources}
        accepted, rejected = decisions.accepted, decisions.rejected
        said = _once(in_order(statements))
        said = said.only(
            [makes_fact(one, key, accepted, rejected) for one, key in zip(said.statements, said.keys, strict=True)]
        )
        self.keys, self.statements = said.keys, said.statements
        self.narrowings, self.narrowed = said.narrowings, said.narrowed
        self.offers = [narrowing.offers for narrowing in said.narrowings]
        self.terms, self.naming, self.named = said.terms, said.subjects, said.objects
        actors = [self._actor(term) for term in said.terms]
        self.subjects = list(map(actors.__getitem__, said.subjects))
        self.objects = list(map(actors.__getitem__, said.objects))
        places = [len(_places(one)) if len(one.evidence) > 1 else 1 for one in self.statements]
        self.first_evidence = list(accumulate(places, initial=0))
        stated = {source: _stated(record) for source, record in self.sources.items()}
        self.stated = [stated.get(statement.source, -1) for statement in self.statements]
        self._checks = dict(self._checked())
        self.days = [
            day(said.last_verified) if said.last_verified else self._day(row) if self._checks else -1
            for row, said in enumerate(self.statements)
        ]

    def __iter__(self) -> Iterator[tuple[int, Statement]]:
        return enumerate(self.statements)

    def _actor(self, term: Term) -> str:
        """Return the id of the actor a term means, or nothing."""
        if term.kind not in _ACTORS or term.label == ANY:
            return NOBODY
        return self.links.actors.get((term.source, term.scope, term.label), NOBODY)

    def own_word(self, row: int, *parties: str) -> bool:
        """Return whether a statement's publisher is one of those it is about."""
        publisher = self.links.publishers.get(self.statements[row].source, NOBODY)
        return publisher != NOBODY and publisher in parties

    def spoken(self, row: int) -> int:
        """Return the day a statement is of: when it was vouched for, else the day of its source, else -1."""
        return self.days[row] if self.days[row] >= 0 else self.stated[row]

    def evidence(self, rows: Collection[int]) -> tuple[int, ...]:
        """Return the evidence rows of some statements, ascending."""
        first = self.first_evidence
        if len(rows) == 1:
            (row,) = rows
            return tuple(range(first[row], first[row + 1]))
        found: list[int] = []
        for row in sorted(set(rows)):
            start, end = first[row], first[row + 1]
            found.append(start)
            if end > start + 1:
                found += range(start + 1, end)
        return tuple(found)

    def checked(self, rows: Collection[int]) -> int:
        """Return the last day on which somebody vouched for any of some statements, or -1."""
        if len(rows) == 1:
            (row,) = rows
            return self.days[row]
        return max(map(self.days.__getitem__, rows), default=-1)

    def _checked(self) -> Iterator[tuple[tuple[str, str, str], int]]:
        """Yield source, actor and offer with the day a ``lastChecked`` of that source gives them."""
        said: dict[tuple[str, str, str], int] = {}
        for row, statement in enumerate(self.statements):
            if statement.predicate == "lastChecked" and isinstance(statement.object, Literal):
                for offer in statement.condition("offer") or (_offer_label(statement),):
                    key = (statement.source, self.subjects[row], fold(offer))
                    said[key] = max(said.get(key, -1), day(statement.object.value))
        yield from said.items()

    def _day(self, row: int) -> int:
        statement = self.statements[row]
        source, actor = statement.source, self.subjects[row]
        offers = statement.condition("offer") or (_offer_label(statement),)
        of_offers = [self._checks.get((source, actor, fold(offer)), -1) for offer in offers if offer]
        return (
            max(of_offers, default=-1) if max(of_offers, default=-1) >= 0 else self._checks.get((source, actor, ""), -1)
        )


def _once(said: Said) -> Said:
    """Return every statement once."""
    return said if len(set(said.keys)) == len(said.keys) else in_order(unite(said))


def _offer_label(statement: Statement) -> str:
    for mention in (statement.object, statement.subject):
        if isinstance(mention, Mention) and mention.kind in ("Offer", "OfferType"):
            return mention.label
    return ""


def _stated(source: SourceRecord | None) -> int:
    return day(source.stated_on) if source else -1


def _places(statement: Statement) -> tuple[Locator, ...]:
    """Return where a statement stands, each place once."""
    return tuple(dict.fromkeys(statement.evidence))
