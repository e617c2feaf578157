"""A document as columns of numbers and texts, between the reading child and its parent; nothing is taken on trust."""

from __future__ import annotations

from array import array
from itertools import accumulate, pairwise
from typing import IO, get_args

from loaders import wire
from loaders.limits import Limits
from loaders.notes import well_formed
from loaders.prose.document import Block, BlockKind, Document
from loaders.wire_format import Damaged, Reader, Writer

_DOCUMENT = 3
_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
_MOST_NOTES = 1_000


def write(document: Document, out: IO[bytes]) -> None:
    """Write a document; its source is known to the parent only."""
    writer = Writer(out)
    blocks = document.blocks
    writer.number(_DOCUMENT)
    writer.texts([document.text, document.title])
    writer.texts(document.notes[:_MOST_NOTES])
    writer.numbers(array("Q", (number for block in blocks for number in (block.start, block.end))))
    writer.numbers(array("Q", (_KINDS.index(block.kind) for block in blocks)))
    writer.numbers(array("Q", (block.level for block in blocks)))
    writer.numbers(array("Q", (block.page for block in blocks)))
    writer.numbers(array("Q", (len(block.cells) for block in blocks)))
    writer.numbers(array("Q", (number for block in blocks for cell in block.cells for number in cell)))
    wire.put(document.tables, writer)


def read(stream: IO[bytes], limits: Limits, source: str) -> Document:
    """Return the document a child wrote.

    Raises:
        Refusal: the one the child wrote instead, or that what it wrote is none of both.
    """
    try:
        reader = Reader(stream)
        wire.open_answer(reader, _DOCUMENT)
        text, title = _two(reader)
        notes = reader.texts(_MOST_NOTES)
        for note in notes:
            well_formed(note)
        blocks = _blocks(reader, len(text))
        return Document(source, text, blocks, title, wire.take(reader, limits), tuple(notes))
    except wire.NOT_WRITTEN_BY_US as error:
        raise wire.misread(error) from error


def _two(reader: Reader) -> tuple[str, str]:
    found = reader.texts(2)
    if len(found) != 2:
        raise Damaged("no text, or no title")
    return found[0], found[1]


def _blocks(reader: Reader, length: int) -> tuple[Block, ...]:
    bounds = reader.numbers("Q", 2 * length)
    kinds, levels, pages, counts = (reader.numbers("Q", length) for _ in range(4))
    cells = reader.numbers("Q", 4 * length + 4)
    if len({len(kinds), len(levels), len(pages), len(counts), len(bounds) // 2}) > 1:
        raise Damaged("columns of different lengths")
    if any(a > b for a, b in pairwise(bounds)) or (bounds and bounds[-1] > length):
        raise Damaged("blocks out of order")
    if sum(counts) * 2 != len(cells) or max(kinds, default=0) >= len(_KINDS):
        raise Damaged("cells of no block, or a block of no kind")
    pairs = list(zip(cells[::2], cells[1::2], strict=True))
    ends = [0, *accumulate(counts)]
    found = tuple(
        Block(start, end, _KINDS[kind], level, page, tuple(pairs[first:last]))
        for start, end, kind, level, page, (first, last) in zip(
            bounds[::2], bounds[1::2], kinds, levels, pages, pairwise(ends), strict=True
        )
    )
    if any(not block.start <= a <= b <= block.end for block in found for a, b in block.cells):
        raise Damaged("a cell outside its line")
    return found
