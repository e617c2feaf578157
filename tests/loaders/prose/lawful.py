"""What holds for every document, whatever it was read from."""

from __future__ import annotations

import os

from loaders.prose.document import Document
from loaders.prose.lines import BLANK


def lawful(document: Document) -> Document:
    """Return a document whose blocks are in order, apart, and hold everything that is not white space."""
    text, at = document.text, 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip().strip(BLANK)
        assert block == document.block_at(block.start)
        end = block.start
        for start, stop in block.cells:
            assert block.start <= start <= stop <= block.end
            assert start >= end
            end = stop
        assert document.read(block) == document.quote(block.start, block.end).quote
        at = block.end
    assert not text[at:].strip().strip(BLANK)
    return document


def outline(document: Document) -> list[tuple[str, int, str]]:
    """Return the blocks of a document as kind, level and words."""
    return [(block.kind, block.level, document.read(block)) for block in document.blocks]


def spent() -> float:
    """Return the seconds of processor time this process and its children have used: other work does not count."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
