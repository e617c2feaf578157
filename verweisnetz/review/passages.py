"""Quotes in their paragraphs, read from the documents themselves: what a person sees is what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.evidence import Locator, Span
from graph.statement import Statement
from loaders.limits import Limits
from loaders.prose.align import Quotable
from loaders.prose.document import Block, Document
from loaders.prose.read import read_document
from ontology.errors import LoadError
from verweisnetz.review.answer import Passage

AROUND = 320
"""So many characters before and after a quote are shown where its paragraph is longer."""


class Passages:
    """Shows statements in their documents; each document is read once, when it is first needed.

    Args:
        files: where each source lies, by id.
    """

    def __init__(self, files: Mapping[str, Path], limits: Limits | None = None) -> None:
        self._files, self._limits = files, limits
        self._documents: dict[str, Document | None] = {}

    def of(self, statement: Statement) -> tuple[Passage, ...]:
        """Return each place of a statement with what stands around it; of a cell what was read there."""
        return tuple(self._passage(statement, place) for place in statement.evidence)

    def _passage(self, statement: Statement, place: Locator) -> Passage:
        if not isinstance(place, Span):
            return Passage(str(place), statement.original)
        document = self._document(statement.source)
        bounds = _bounds(document, place) if document else None
        if document is None or bounds is None:
            return Passage(str(place), place.quote, page=place.page, exact=False)
        start, end = bounds
        first, last = _paragraph(document, start, end)
        text = document.text
        before, after = _cut_before(text[first:start]), _cut_after(text[end:last])
        return Passage(f"{start}-{end}", text[start:end], before, after, document.page(start))

    def _document(self, source: str) -> Document | None:
        """Return a source as a document; one that is no text any more, or gone, shows nothing but its quotes."""
        if source not in self._documents:
            path = self._files.get(source)
            try:
                found = read_document(path, source=source, limits=self._limits) if path else None
            except LoadError:
                found = None
            self._documents[source] = found
        return self._documents[source]


def _bounds(document: Document, place: Span) -> tuple[int, int] | None:
    """Return where a quote stands: where it was, else where the changed document has it now."""
    if document.text[place.start : place.end] == place.quote:
        return place.start, place.end
    return Quotable(document.text).one(place.quote, [(place.start, place.end)])


def _paragraph(document: Document, start: int, end: int) -> tuple[int, int]:
    touched = [block for block in document.blocks if block.start < end and start < block.end]
    blocks: list[Block] = touched or [Block(start, end, "paragraph")]
    return min(start, blocks[0].start), max(end, blocks[-1].end)


def _cut_before(text: str) -> str:
    return text if len(text) <= AROUND else "… " + text[-AROUND:].partition(" ")[2]


def _cut_after(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + " …"
