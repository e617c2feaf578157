"""Web pages: the content without what stands around it, which is kept as boilerplate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from loaders.decode import decode
from loaders.limits import MEGABYTE, Limits
from loaders.notes import note
from loaders.prose import lines as layout
from loaders.prose.content import content
from loaders.prose.document import Document
from loaders.prose.finish import finished
from loaders.prose.headings import reads_like_one, with_headings
from loaders.prose.letters import repaired
from loaders.prose.manuscript import Manuscript
from loaders.prose.markers import marker
from loaders.prose.page_parts import Part
from loaders.prose.page_reader import PageReader
from loaders.prose.regions import opened
from loaders.prose.settle import settled
from loaders.prose.table_writer import names_things, write_labels, write_lines, write_rows
from loaders.prose.tables import grids_of
from loaders.readers.markup import declared_encoding, tokens
from loaders.readers.page import Table
from loaders.refusal import Refusal

_MOST_BYTES = 20 * MEGABYTE
_MOST_TAGS = 200_000
_LONGEST_TERM = 60


def read(path: Path, limits: Limits) -> Document:
    """Return a page as a document."""
    data = path.read_bytes()
    if len(data) > _MOST_BYTES:
        raise Refusal("too_large", "VN1010", size=str(len(data) // MEGABYTE), limit=str(_MOST_BYTES // MEGABYTE))
    decoded = decode(data, declared_encoding(data))
    page, notes = repaired(decoded.text)
    if page.count("<") > _MOST_TAGS:
        raise Refusal("too_large", "VN1047", limit=str(_MOST_TAGS))
    reader = PageReader(limits, opened(page))
    for token in tokens(page):
        reader.take(token)
    parts = reader.end()
    return document(parts, limits, reader.title, (*decoded.notes, *notes))


def document(parts: Sequence[Part], limits: Limits, title: str, notes: Sequence[str]) -> Document:
    """Return the parts of a page as a document."""
    chosen = content(parts)
    writer = _Writer()
    for part, inside in _joined(parts, chosen):
        writer.put(part, inside=inside)
    writer.end()
    unseen = sum(1 for part in parts if part.region == "unseen")
    if unseen:
        notes = (*notes, note("VN1124", severity="info", count=str(unseen)))
    text, blocks = writer.manuscript.text, writer.manuscript.blocks
    if not any(block.kind == "heading" for block in blocks):
        blocks = with_headings(text, blocks)
    return finished(
        text,
        list(settled(text, blocks)),
        title=title,
        tables=grids_of(writer.tables, limits),
        notes=notes,
    )


def _joined(parts: Sequence[Part], chosen: Sequence[bool]) -> Iterator[tuple[Part, bool]]:
    """Yield the parts; a line after a break that only goes on is one with the line above."""
    last: tuple[Part, bool] | None = None
    for part, inside in zip(parts, chosen, strict=True):
        if last and _goes_on(last[0], part):
            above = last[0]
            last = (
                replace(
                    above,
                    words=f"{above.words} {part.words}",
                    linked=above.linked + part.linked,
                    bold=above.bold + part.bold,
                ),
                last[1],
            )
            continue
        if last:
            yield last
        last = part, inside
    if last:
        yield last


def _goes_on(above: Part, part: Part) -> bool:
    if not part.close or part.sign or part.table or above.table or part.region != above.region:
        return False
    if above.kind == part.kind == "heading" and above.level == part.level:
        return True
    return layout.unfinished(above.words) or (
        layout.continues(part.words) and not above.words.endswith((".", "!", "?", ":", ";"))
    )


class _Writer:
    """Writes parts into a manuscript."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self.tables: list[Table] = []
        self._last: Part | None = None
        self._level = 1
        self._term = ""

    def put(self, part: Part, *, inside: bool) -> None:
        """Write one part."""
        close = part.close or (part.kind in ("bullet", "paragraph") and part.level > 0 and self._in_list())
        if self._term and part.kind != "definition":
            self._write_term()
        if not inside:
            self._outside(part, close=close)
        elif part.table is not None:
            self._table(part.table)
        elif part.kind == "term":
            self._term = part.words
        elif part.kind == "definition":
            self._definition(part, close=close)
        elif part.kind == "heading":
            level = part.level or self._level + 1
            self._level = part.level or self._level
            self.manuscript.put(part.words, "heading", level)
        elif part.kind == "bullet":
            self.manuscript.put(part.words, "bullet", max(part.level, 1), sign=part.sign, close=close)
        elif part.kind == "caption":
            self.manuscript.put(part.words, "caption", close=close)
        elif part.is_bold and not part.level and reads_like_one(part.words) and not part.close:
            self.manuscript.put(part.words, "heading", self._level + 1)
        elif (typed := marker(part.words)) and not typed.number:
            self.manuscript.put(part.words, "bullet", part.level + 1, close=close)
        else:
            self.manuscript.put(part.words, "paragraph", part.level, close=close)
        self._last = part

    def end(self) -> None:
        """Write what is still waiting for its definition."""
        if self._term:
            self._write_term()

    def _in_list(self) -> bool:
        return self._last is not None and self._last.level > 0 and self._last.kind in ("bullet", "paragraph")

    def _outside(self, part: Part, *, close: bool) -> None:
        if part.table is not None:
            write_lines(part.table, self.manuscript, "boilerplate")
            return
        self.manuscript.put(part.words, "boilerplate", close=close)

    def _definition(self, part: Part, *, close: bool) -> None:
        """A term and its definition are a label line; where several follow, the term stands above them."""
        term, self._term = self._term, ""
        if term and len(term) <= _LONGEST_TERM:
            self.manuscript.put(
                f"{term.rstrip(':')}: {part.words}",
                "label",
                close=self._last is not None and self._last.kind == "definition",
            )
        else:
            if term:
                self.manuscript.put(term, "paragraph")
            self.manuscript.put(part.words, "paragraph", part.level - 1 if part.level else 0, close=True)

    def _write_term(self) -> None:
        term, self._term = self._term, ""
        self.manuscript.put(term, "paragraph")

    def _table(self, table: Table) -> None:
        if names_things(table):
            write_labels(table, self.manuscript)
        else:
            self.tables.append(table)
            write_rows(table, self.manuscript)
