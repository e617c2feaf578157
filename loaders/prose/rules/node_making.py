"""From the things of a document to its nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.prose.extract import Node
from loaders.prose.rules.group import Group
from loaders.prose.rules.reading import Reading

_LONGEST_SAID = frozenset({"Actor", "Network", "Project", "Board"})
"""Kinds whose longest name is the full one; others are called by what the text says first."""


def nodes(reading: Reading, found: Iterable[Group]) -> Iterator[Node]:
    """Yield the nodes of a document; ids count each kind."""
    counted: dict[str, int] = {}
    for group in found:
        counted[group.kind] = counted.get(group.kind, 0) + 1
        label = _label(reading, group)
        dated = next((claim for claim in group.claims if claim.starts or claim.ends), None)
        yield Node(
            id=f"{group.kind.lower()}-{counted[group.kind]}",
            kind=group.kind,
            label=label,
            mentions=tuple(reading.span(claim.first, claim.end) for claim in group.claims),
            type=next((claim.type for claim in group.claims if "/" in claim.type), ""),
            aliases=_aliases(reading, group, label),
            generic=group.generic,
            starts=dated.starts if dated else "",
            ends=dated.ends if dated else "",
            rule=group.claims[0].rule,
        )


def _label(reading: Reading, group: Group) -> str:
    own = [claim for claim in group.claims if not claim.short] or group.claims
    said = [" ".join((claim.label or reading.text(claim.first, claim.end)).split()) for claim in own]
    return max(said, key=len) if group.kind in _LONGEST_SAID else said[0]


def _aliases(reading: Reading, group: Group, label: str) -> tuple[str, ...]:
    found = (reading.text(claim.first, claim.end) for claim in group.claims if claim.rule == "acronym")
    return tuple(dict.fromkeys(alias for alias in found if alias != label))
