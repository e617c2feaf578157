"""The simple circles of a directed graph up to a length, the shortest first, each beginning at its first node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Nodes = dict[int, None]
"""A set that keeps the order in which nodes were first named."""


def circles(edges: Iterable[tuple[int, int]], longest: int) -> Iterator[tuple[int, ...]]:
    """Yield every simple circle of 2 to ``longest`` edges once.

    Nodes come in the order in which edges first name a sender; so do circles of one length. The last two steps of a
    circle are met from both sides, which spares most of the walks that never come back.
    """
    after: dict[int, Nodes] = {}
    before: dict[int, set[int]] = {}
    for sender, receiver in edges:
        if sender != receiver:
            after.setdefault(sender, {})[receiver] = None
            before.setdefault(receiver, set()).add(sender)
    place = {node: at for at, node in enumerate(node for node in after if node in before)}
    ahead = {
        node: dict.fromkeys(sorted((one for one in after[node] if one in place), key=place.__getitem__))
        for node in place
    }
    for length in range(2, longest + 1):
        for start, at in place.items():
            closing = {node for node in before[start] if place.get(node, -1) > at}
            if closing:
                yield from _from(start, length, ahead, place, closing)


def _from(
    start: int, length: int, ahead: Mapping[int, Nodes], place: Mapping[int, int], closing: set[int]
) -> Iterator[tuple[int, ...]]:
    """Yield the circles of one length of which a node is the first."""
    walks: list[tuple[int, ...]] = [(start,)]
    first = place[start]
    while walks:
        walk = walks.pop()
        further = ahead[walk[-1]]
        if len(walk) == length - 1:
            met = (
                closing & further.keys() if len(closing) < len(further) else [one for one in further if one in closing]
            )
            yield from ((*walk, one) for one in sorted(met, key=place.__getitem__) if one not in walk)
        else:
            walks.extend((*walk, one) for one in reversed(further) if place[one] > first and one not in walk)
