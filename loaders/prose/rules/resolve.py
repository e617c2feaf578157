"""Which claims of a document are one thing: short forms, subsets of names, one key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from loaders.prose.extract import Node, NodeKind
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load
from loaders.prose.rules.reading import Reading

_LONG = 8
_ALIKE: dict[NodeKind, NodeKind] = {"Network": "Project"}
"""Networks and projects answer to each other's short forms."""


@dataclass(slots=True)
class Group:
    """The claims of one thing."""

    kind: NodeKind
    key: str
    claims: list[Claim] = field(default_factory=list)

    @property
    def heads(self) -> set[str]:
        """The head nouns of its names."""
        return {claim.head for claim in self.claims if claim.head and not claim.short}

    @property
    def first(self) -> int:
        """The first word of the first mention."""
        return min(claim.first for claim in self.claims)

    def answers(self, short: Claim) -> int:
        """Return how well a short form may stand for this: 3 by the same head, 2 by its end, 1 by its type, 0 not at all."""
        if _family(self.kind) != _family(short.kind) or all(claim.generic for claim in self.claims):
            return 0
        heads = self.heads
        if short.head in heads:
            return 3
        if any(head.endswith(short.head) or head.startswith(f"{short.head} ") for head in heads):
            return 2
        if short.head == "auftakt" and any(head.startswith("auftakt") for head in heads):
            return 2
        if short.kind == "Network" and any(len(head) > _LONG and short.head.endswith(head) for head in heads):
            return 1
        exact = short.kind == "Actor" and short.type in _one_kind()
        return int(exact and any(claim.type == short.type for claim in self.claims))


def groups(claims: Sequence[Claim]) -> list[Group]:
    """Return the things of a document in the order of their first mention."""
    found: dict[tuple[str, str], Group] = {}
    for claim in claims:
        if not claim.short:
            found.setdefault((_family(claim.kind), claim.key), Group(claim.kind, claim.key)).claims.append(claim)
    _unite_subsets(found)
    for claim in claims:
        if claim.short:
            _resolve(claim, found)
    for group in found.values():
        group.claims.sort(key=lambda claim: claim.first)
    return sorted(found.values(), key=lambda group: group.first)


def class_key(head: str, type: str) -> str:
    """Return what tells classes of institutions apart: the type where its names are synonyms, else the noun."""
    return f"class {type if type in _one_kind() else head}"


@cache
def _one_kind() -> frozenset[str]:
    return frozenset(load("kinds")["one_kind"])


def _family(kind: NodeKind) -> str:
    return _ALIKE.get(kind, kind)


def _resolve(claim: Claim, found: dict[tuple[str, str], Group]) -> None:
    """Give a short form to the latest thing named before it, or to the only one of the document."""
    ranked = [(group.answers(claim), group) for group in found.values()]
    best = max((how for how, _ in ranked), default=0)
    fitting = [group for how, group in ranked if how == best and best]
    before = [group for group in fitting if any(one.first < claim.first and not one.short for one in group.claims)]
    if fitting and claim.generic and claim.kind == "Board":
        return  # "zwei Fachgruppen: die Fachgruppe A und die Fachgruppe B"
    if before:
        latest = max(before, key=lambda group: max(one.first for one in group.claims if one.first < claim.first))
        latest.claims.append(replace(claim, generic=False))
    elif len(fitting) == 1:
        fitting[0].claims.append(replace(claim, generic=False))
    elif claim.sure:
        of_class = class_key(claim.head, claim.type)
        several = claim.kind == "Actor" and (claim.generic or ("Actor", of_class) in found)
        key = of_class if several else f"only {claim.head}"
        group = found.setdefault((_family(claim.kind), key), Group(claim.kind, key))
        group.claims.append(replace(claim, short=False))


def _unite_subsets(found: dict[tuple[str, str], Group]) -> None:
    """Unite a name with the only longer one that holds all its words and no other place."""
    for place, group in sorted(found.items()):
        words = set(group.key.split(" "))
        if words - _places(words) == {"institution"}:
            continue
        if (
            group.kind not in ("Actor", "Network", "Project", "Offer")
            or all(claim.generic for claim in group.claims)
            or (len(words) < 2 and group.kind != "Offer")
        ):
            continue
        larger = [
            other
            for at, other in found.items()
            if at != place
            and at[0] == place[0]
            and words < set(other.key.split(" "))
            and _places(words) in (set(), _places(set(other.key.split(" "))))
        ]
        if len(larger) == 1:
            larger[0].claims += found.pop(place).claims


def _places(words: Iterable[str]) -> set[str]:
    return {word for word in words if word.startswith("region/")}


def nodes(reading: Reading, found: Iterable[Group]) -> Iterator[Node]:
    """Yield the nodes of a document; ids count each kind."""
    counted: dict[str, int] = {}
    for group in found:
        counted[group.kind] = counted.get(group.kind, 0) + 1
        chosen = _label(reading, group)
        mentions = tuple(reading.span(claim.first, claim.end) for claim in group.claims)
        dated = next((claim for claim in group.claims if claim.starts or claim.ends), None)
        yield Node(
            id=f"{group.kind.lower()}-{counted[group.kind]}",
            kind=group.kind,
            label=chosen,
            mentions=mentions,
            type=next((claim.type for claim in group.claims if claim.type and "/" in claim.type), ""),
            aliases=_aliases(reading, group, chosen),
            generic=all(claim.generic for claim in group.claims),
            starts=dated.starts if dated else "",
            ends=dated.ends if dated else "",
            rule=group.claims[0].rule,
        )


def _label(reading: Reading, group: Group) -> str:
    """Return the longest name a thing is given, of equals the first."""
    own = [claim for claim in group.claims if not claim.short] or group.claims
    said = [" ".join((claim.label or reading.text(claim.first, claim.end)).split()) for claim in own]
    return max(said, key=len) if group.kind in ("Actor", "Network", "Project", "Board") else said[0]


def _aliases(reading: Reading, group: Group, label: str) -> tuple[str, ...]:
    found = (reading.text(claim.first, claim.end) for claim in group.claims if claim.rule == "acronym")
    return tuple(dict.fromkeys(alias for alias in found if alias != label))
