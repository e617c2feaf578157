"""Where sources disagree: the provider's own word before a third party's, then the later one; a tie stays open."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from graph.facts.corpus import Corpus
from graph.statement import Polarity

OWN, LATER, OPEN = "own", "later", ""
"""How a conflict was settled; an open one leaves both statements standing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement in the form in which it can be contradicted.

    Args:
        key: what is claimed. what: the same in words. parties: the actors it is about.
    """

    key: Hashable
    polarity: Polarity
    row: int
    parties: tuple[str, ...]
    what: str


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """Statements that cannot both hold; ``one`` says yes (or won), ``other`` no (or lost)."""

    what: str
    one: tuple[int, ...]
    other: tuple[int, ...]
    settled: str


def settle(claims: Iterable[Claim], corpus: Corpus) -> tuple[frozenset[int], list[Conflict]]:
    """Return the statements that lost against better ones, and every conflict."""
    claims = list(claims)
    refused = {claim.key for claim in claims if claim.polarity == "no"}
    sides: dict[Hashable, tuple[list[Claim], list[Claim]]] = {}
    for claim in claims if refused else ():
        if claim.key in refused:
            sides.setdefault(claim.key, ([], []))[claim.polarity == "no"].append(claim)
    lost: set[int] = set()
    conflicts: list[Conflict] = []
    for yes, no in sides.values():
        if yes and no:
            conflict, losers = _settled(yes, no, corpus)
            conflicts.append(conflict)
            lost.update(losers)
    return frozenset(lost), sorted(conflicts)


def _settled(yes: list[Claim], no: list[Claim], corpus: Corpus) -> tuple[Conflict, tuple[int, ...]]:
    ranks = _rank(yes, corpus), _rank(no, corpus)
    said = tuple(sorted(claim.row for claim in yes)), tuple(sorted(claim.row for claim in no))
    how = _how(*ranks)
    what = min(claim.what for claim in (*yes, *no) if claim.what)
    if how == OPEN:
        return Conflict(what, *said, OPEN), ()
    winner = 0 if ranks[0] > ranks[1] else 1
    return Conflict(what, said[winner], said[1 - winner], how), said[1 - winner]


def _how(one: tuple[bool, int], other: tuple[bool, int]) -> str:
    if one[0] != other[0]:
        return OWN
    return LATER if one[1] != other[1] and min(one[1], other[1]) >= 0 else OPEN


def _rank(claims: list[Claim], corpus: Corpus) -> tuple[bool, int]:
    """Return whether a side is the provider's own word, and its day: when vouched for, else when the source is of."""
    own = [claim for claim in claims if corpus.own_word(claim.row, *claim.parties)]
    rows = [claim.row for claim in own or claims]
    return bool(own), max(corpus.spoken(row) for row in rows)
