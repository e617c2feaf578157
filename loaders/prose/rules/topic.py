"""The main node of a document: what its title names, what stands first in quotation marks, what is named most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from loaders.prose.document import Document
from loaders.prose.extract import Node, NodeKind

_KINDS: dict[NodeKind, int] = {"Network": 6, "Project": 6, "Board": 1, "Event": 1, "Actor": 2, "Offer": 2}
_TITLE, _HEADING, _EARLY, _QUOTED = 8, 2, 4, 3
_FIRST_PART, _MOST = 600, 12
"""Characters of the first part, and mentions that count: a member named all the time is not what a text is about."""
_FUNDING = frozenset({"known programme", "quoted programme", "guideline", "programme"})


def topic_of(document: Document, nodes: Sequence[Node]) -> str:
    """Return the id of the node that a document is about, or an empty text."""
    best, most = "", 0.0
    title = _title(document)
    headings = [block.start for block in document.blocks if block.kind in ("title", "heading")]
    ends = [block.end for block in document.blocks if block.kind in ("title", "heading")]
    for node in nodes:
        kind = _KINDS.get(node.kind, 0)
        if not kind or node.generic or node.rule in _FUNDING:
            continue
        places = [mention.start for mention in node.mentions]
        score = kind + min(len(places), _MOST) * kind / 3
        score += _TITLE * kind / 3 if any(at < title for at in places) else 0
        score += sum(_HEADING for at in places if (n := bisect_right(headings, at)) and at < ends[n - 1])
        score += _EARLY if places[0] < _FIRST_PART else 0
        score += _QUOTED if node.rule == "quoted" else 0
        if score > most:
            best, most = node.id, score
    return best


def _title(document: Document) -> int:
    """Return where the title ends: the first heading, or the first block that says something."""
    blocks = list(document.content())
    headings = [block for block in blocks[:4] if block.kind in ("title", "heading")]
    if headings:
        return headings[-1].end if len(headings) < 3 else headings[1].end
    return blocks[0].end if blocks else 0
