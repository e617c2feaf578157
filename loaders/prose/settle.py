"""What only the words tell: which blocks are boilerplate, captions or label lines, and which is the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.prose.cues import is_boilerplate, is_caption, is_contents_line
from loaders.prose.data import folded
from loaders.prose.document import Block
from loaders.prose.labels import label_in
from ontology.text import fold

_FEWEST_CONTENTS = 2
_BEFORE_TITLE, _LONGEST_BEFORE = 3, 120
"""So many short lines (a date, the name of a series) may stand above the title."""


def settled(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, each as what its words make it."""
    contents = _contents(text, blocks)
    found = [
        replace(block, kind="boilerplate", level=0, cells=()) if at in contents else _by_words(text, block)
        for at, block in enumerate(blocks)
    ]
    title = _title(text, found)
    for at, block in enumerate(found):
        yield replace(block, kind="title", level=1) if at == title else block


def _by_words(text: str, block: Block) -> Block:
    words = text[block.start : block.end]
    if block.kind in ("boilerplate", "table"):
        return block
    if is_boilerplate(words) and not (block.kind == "label" and label_in(words)):
        return replace(block, kind="boilerplate", level=0)
    if block.kind in ("paragraph", "label") and is_caption(words):
        return replace(block, kind="caption", level=0)
    if block.kind in ("paragraph", "bullet") and label_in(words, item=block.kind == "bullet"):
        return replace(block, kind="label")
    return block


def _contents(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Return the lines of a table of contents: several with the number of a page, one below the other."""
    marked = [block.kind != "table" and is_contents_line(text[block.start : block.end]) for block in blocks]
    return frozenset(
        at for at, is_one in enumerate(marked) if is_one and sum(marked[max(at - 2, 0) : at + 3]) >= _FEWEST_CONTENTS
    )


def _title(text: str, blocks: Sequence[Block]) -> int:
    """Return which block is the title, -1 where none is: the first heading, before anything is told."""
    before = 0
    for at, block in enumerate(blocks):
        if block.kind in ("title", "heading"):
            if fold(text[block.start : block.end].strip("# ")) in folded("cues", "no_title"):
                continue
            return at
        if block.kind == "boilerplate" or (block.kind == "caption" and block.end - block.start <= _LONGEST_BEFORE):
            continue
        before += 1
        if (
            before > _BEFORE_TITLE
            or block.end - block.start > _LONGEST_BEFORE
            or block.kind not in ("paragraph", "label")
        ):
            return -1
    return -1
