"""The claims of one thing, and the things of a document by what short forms call them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from loaders.prose.extract import NodeKind
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of

_LONG = 8
"""Letters of a head that another may end in: a "Weiterbildungsraum" is a Bildungsraum."""
_ALIKE: dict[NodeKind, NodeKind] = {"Network": "Project"}
"""Networks and projects answer to each other's short forms."""


@dataclass(slots=True)
class Group:
    """The claims of one thing; ``named`` are the first words of those that are no short forms, sorted."""

    kind: NodeKind
    key: str
    claims: list[Claim] = field(default_factory=list)
    named: list[int] = field(default_factory=list)
    latest: int = -1

    @property
    def first(self) -> int:
        """The first word of the first mention."""
        return min(claim.first for claim in self.claims)

    @property
    def generic(self) -> bool:
        """Whether it is a class, never one thing."""
        return all(claim.generic for claim in self.claims)

    def last_before(self, at: int) -> int:
        """Return the last mention before a word, -1 if it has not been named by then."""
        number = bisect_left(self.named, at)
        return max(self.named[number - 1], self.latest if self.latest < at else -1) if number else -1


def family(kind: NodeKind) -> str:
    """Return the kind of whose things short forms are looked for."""
    return _ALIKE.get(kind, kind)


@cache
def one_kind() -> frozenset[str]:
    """Return the types whose names are synonyms."""
    return frozenset(load("kinds")["one_kind"])


def _is_other(short: Claim, group: Group) -> bool:
    """Return whether a thing is of another kind than a short form says: no Bundesagentur is an Agentur für Arbeit."""
    kinds = {claim.type for claim in group.claims if claim.type}
    return short.type in one_kind() and bool(kinds) and kinds <= one_kind() - {short.type}


class Called:
    """Things by the head nouns of their names and by their types."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._by_head: dict[tuple[str, str], list[Group]] = {}
        self._by_type: dict[str, list[Group]] = {}
        self._alike: dict[tuple[str, str], tuple[list[Group], list[Group]]] = {}
        for group in groups:
            self.add(group)

    def add(self, group: Group) -> None:
        """Add a thing; a class of things answers to no short form."""
        if group.generic:
            return
        self._alike.clear()
        own = [claim for claim in group.claims if not claim.short]
        for head in dict.fromkeys(claim.head for claim in own if claim.head):
            self._by_head.setdefault((family(group.kind), head), []).append(group)
        for type in dict.fromkeys(claim.type for claim in own if group.kind == "Actor"):
            self._by_type.setdefault(type, []).append(group)

    def by(self, short: Claim) -> list[Group]:
        """Return the things a short form may stand for: by the same head, else by its end, else by its type."""
        same = self._by_head.get((family(short.kind), short.head), [])
        ending, ended = ([], []) if same else self._ends(short)
        ending = [group for group in ending if not _is_other(short, group)]
        typed = self._by_type.get(short.type, []) if short.kind == "Actor" and short.type in one_kind() else []
        return same or ending or typed or (ended or self._only(short) if short.kind == "Network" else [])

    def _only(self, short: Claim) -> list[Group]:
        """Return the only network of a document, which "das Netzwerk" is whatever it calls itself: "Lernregion"."""
        if short.head not in words_of("kinds", "any_network"):
            return []
        networks = {
            id(group): group for groups in self._by_head.values() for group in groups if group.kind == "Network"
        }
        return list(networks.values()) if len(networks) == 1 else []

    def _ends(self, short: Claim) -> tuple[list[Group], list[Group]]:
        """Return the things whose head ends in a short form, and those in whose head it ends itself."""
        place = (family(short.kind), short.head)
        known = self._alike.get(place)
        if known is None:
            ending: dict[int, Group] = {}
            ended: dict[int, Group] = {}
            for (kind, head), groups in self._by_head.items():
                if kind != place[0]:
                    continue
                begins = head.startswith((f"{short.head} ", short.head if short.head == "auftakt" else "\n"))
                if head.endswith(short.head) or begins:
                    ending.update((id(group), group) for group in groups)
                elif len(head) > _LONG and short.head.endswith(head):
                    ended.update((id(group), group) for group in groups)
            known = self._alike[place] = (list(ending.values()), list(ended.values()))
        return known
