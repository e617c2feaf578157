"""The main node of a document: what its title names, what stands first in quotation marks, what is named most."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from loaders.prose.document import Document
from loaders.prose.extract import Node, NodeKind
from ontology.text import fold

_KINDS: dict[NodeKind, int] = {"Network": 6, "Project": 6, "Board": 1, "Event": 1, "Actor": 2, "Offer": 2}
_TITLE, _HEADING, _EARLY, _QUOTED = 8, 2, 4, 3
_ALONE, _PART = 9, 9
"""What it counts that a title names one institution and no network, and that a name is that of a part."""
_BODIES = frozenset({"Network", "Project"})
_BEFORE = 30
_FIRST_PART, _MOST = 600, 12
"""Characters of the first part, and mentions that count: a member named all the time is not what a text is about."""
_FUNDING = frozenset({"known programme", "quoted programme", "guideline", "programme"})


def topic_of(document: Document, nodes: Sequence[Node]) -> str:
    """Return the id of the node that a document is about, or an empty text."""
    best, most = "", 0.0
    title = _title(document)
    headings = [block.start for block in document.blocks if block.kind in ("title", "heading")]
    ends = [block.end for block in document.blocks if block.kind in ("title", "heading")]
    first = min((m.start for n in nodes for m in n.mentions[:1] if n.kind in _KINDS), default=0)
    bodies = any(n.kind in _BODIES and any(m.start < title for m in n.mentions) for n in nodes)
    networks = any(node.kind == "Network" for node in nodes)
    for node in nodes:
        kind = _KINDS.get(node.kind, 0)
        if not kind or node.generic or node.rule in _FUNDING or (networks and node.rule == "agreement"):
            continue
        places = [mention.start for mention in node.mentions]
        score = kind + min(len(places), _MOST) * kind / 3
        score += _TITLE * kind / 3 if any(at < title for at in places) else 0
        score += sum(_HEADING for at in places if (n := bisect_right(headings, at)) and at < ends[n - 1])
        score += _EARLY if places[0] < _FIRST_PART else 0
        score += _QUOTED if node.rule == "quoted" else 0
        score += _ALONE if node.kind == "Actor" and not bodies and places[0] == first < title else 0
        score += _PART if any(_is_part(document, at) for at in places if at < _FIRST_PART) else 0
        if score > most:
            best, most = node.id, score
    return best


def _is_part(document: Document, at: int) -> bool:
    """Return whether a name is that of a part of a project, which a document is about rather: "Teilprojekt „Y“"."""
    before = re.findall(r"\w+", document.text[max(0, at - _BEFORE) : at])
    return bool(before) and fold(before[-1]) in ("teilprojekt", "teilvorhaben")


def _title(document: Document) -> int:
    """Return where the title ends: the first heading, or the first block that says something."""
    blocks = list(document.content())
    headings = [block for block in blocks[:4] if block.kind in ("title", "heading")]
    if headings:
        return headings[-1].end if len(headings) < 3 else headings[1].end
    return blocks[0].end if blocks else 0
