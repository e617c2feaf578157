"""Who holds a network together: the nodes without which it falls apart, with the parts it would fall into.

One search for all of them: the blocks of a connected network form a tree whose inner points are these nodes, and what
hangs below a block is a stretch of one walk through the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

Parts = list[Sequence[int]]


def articulations(graph: networkx.Graph[int]) -> Iterator[tuple[int, Parts]]:
    """Yield each node without which its part of a network falls apart, and into what."""
    import networkx

    found: Any = networkx.biconnected_components(graph)  # its stubs say sets of sets
    blocks: list[frozenset[int]] = [frozenset(block) for block in found]
    blocks_of: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        for node in block:
            blocks_of.setdefault(node, []).append(number)
    seen: set[int] = set()
    for root in range(len(blocks)):
        if root not in seen:
            yield from _below(root, blocks, blocks_of, seen)


def _below(
    root: int, blocks: Sequence[frozenset[int]], blocks_of: dict[int, list[int]], seen: set[int]
) -> Iterator[tuple[int, Parts]]:
    """Yield the articulations of one connected part, walking its tree of blocks from one of them."""
    walked: list[int] = []
    begun: dict[int, int] = {}
    ended: dict[int, int] = {}
    hanging: dict[int, list[int]] = {}
    open_: list[tuple[int, int | None, bool]] = [(root, None, True)]
    while open_:
        block, through, entering = open_.pop()
        if not entering:
            ended[block] = len(walked)
            continue
        seen.add(block)
        begun[block] = len(walked)
        own = sorted(blocks[block] - {through} if through is not None else blocks[block])
        walked.extend(own)
        open_.append((block, through, False))
        for node in own:
            further = [one for one in blocks_of[node] if one != block]
            if further:
                hanging[node] = further
                open_.extend((one, node, True) for one in further)
    for node, below in hanging.items():
        parts: Parts = [walked[begun[block] : ended[block]] for block in below]
        under = {one for part in parts for one in part}
        yield node, [*parts, [one for one in walked if one != node and one not in under]]
