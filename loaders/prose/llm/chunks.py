"""A document in parts a model reads at once: cut between blocks, without overlap, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.prose import sentences
from loaders.prose.document import Block, Document


@dataclass(frozen=True, slots=True)
class Chunk:
    """Characters ``start`` to ``end`` (half open) of a document's text."""

    start: int
    end: int
    words: str


def chunks(document: Document, most: int) -> Iterator[Chunk]:
    """Yield a document's content in order; each chunk has at most so many characters.

    A heading goes with what follows it. A block that is longer by itself is cut between sentences, a sentence that is
    longer still between words, and a word anywhere.
    """
    open_: list[tuple[int, int]] = []
    for block in document.content():
        for start, end in _pieces(document, block, most):
            if open_ and end - open_[0][0] > most:
                kept = _heading(document, open_)
                yield from _closed(document, open_[: len(open_) - len(kept)])
                open_ = kept if end - (kept[0][0] if kept else start) <= most else []
                yield from _closed(document, kept if kept and not open_ else [])
            open_.append((start, end))
    yield from _closed(document, open_)


def _closed(document: Document, places: list[tuple[int, int]]) -> Iterator[Chunk]:
    """Yield the chunk of some places; boilerplate between two of them is left out by ending it there."""
    if not places:
        return
    first = last = places[0][0]
    for start, end in places:
        if document.text[last:start].strip():
            yield Chunk(first, last, document.text[first:last])
            first = start
        last = end
    yield Chunk(first, last, document.text[first:last])


def _heading(document: Document, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the headings at the end of some places, unless there is nothing else."""
    at = len(places)
    headings = {block.start for block in document.blocks if block.kind in ("title", "heading")}
    while at > 1 and places[at - 1][0] in headings:
        at -= 1
    return places[at:]


def _pieces(document: Document, block: Block, most: int) -> Iterator[tuple[int, int]]:
    if block.end - block.start <= most:
        yield block.start, block.end
        return
    start = block.start
    ends = [end for _, end in sentences.spans(document.text, block.start, block.end)] or [block.end]
    ends[-1] = block.end
    while start < block.end:
        within = [end for end in ends if start < end <= start + most]
        end = within[-1] if within else _word_end(document.text, start, min(block.end, start + most), block.end)
        yield start, end
        start = end


def _word_end(text: str, start: int, end: int, last: int) -> int:
    """Return where to cut so that no word is broken, or the limit itself where there is only one."""
    if end == last:
        return end
    cut = end
    while cut > start and not text[cut - 1].isspace():
        cut -= 1
    return cut if cut > start else end
