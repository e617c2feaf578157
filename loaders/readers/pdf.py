"""Tables in PDF files with a text layer: drawn with lines, or aligned with blanks; a table runs on over pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from loaders.grid import Grid, GridCell, Merge
from loaders.limits import Limits
from loaders.notes import note
from loaders.readers.page import Item, Table, grids, near
from loaders.readers.pdf_page import Page, pages
from loaders.readers.pdf_ruled import Frame, frames, table
from loaders.readers.pdf_words import Word, lines, said
from loaders.readers.text_tables import aligned_records, starts
from loaders.refusal import Refusal

_SAME_COLUMNS = 6.0
_MOST_PAGES = 300
_WIDE_GAP = 0.9
"""A gap wider than this share of a letter's height parts two columns."""


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return a grid for every table of a document."""
    document = _Document()
    for number, page in enumerate(pages(path.read_bytes(), limits), 1):
        if number > _MOST_PAGES:
            document.notes.append(note("VN1116", count=str(_MOST_PAGES)))
            break
        document.add(page, number)
    if not document.words:
        raise Refusal("not_a_table", "VN1033" if document.pictures else "VN1032")
    items, unread = near(document.items)
    if unread:
        document.notes.append(note("VN1114", severity="info", count=str(unread)))
    found = grids(items, limits, through=False, notes=document.notes)
    if not found:
        raise Refusal("not_a_table", "VN1032")
    return found


class _Document:
    """Gathers tables and lines of text, page by page."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.notes: list[str] = []
        self.words = False
        self.pictures = False
        self._columns: Sequence[float] = ()
        self._page = 0

    def add(self, page: Page, number: int) -> None:
        """Take one page."""
        self.words = self.words or bool(page.words)
        self.pictures = self.pictures or page.pictures
        if page.crowded:
            self.notes.append(note("VN1115", severity="info", page=str(number)))
        drawn = [(frame, table(frame, page)) for frame in frames(page)]
        drawn = [(frame, found) for frame, found in drawn if len(found.cells) > 1]
        outside = [word for word in page.words if not any(frame.box.holds(word.box) for frame, _ in drawn)]
        aligned = None if drawn else aligned_table(outside)
        if aligned:
            self._append(aligned, ())
            return
        texts = [(line[0].box.top, said(line)) for line in lines(outside)]
        for frame, found in drawn:
            self.items += [text for top, text in texts if top < frame.ys[0]]
            texts = [(top, text) for top, text in texts if top >= frame.ys[0]]
            self._append(found, frame.xs, frame, number)
        self.items += [text for _, text in texts]

    def _append(self, found: Table, columns: Sequence[float], frame: Frame | None = None, number: int = 0) -> None:
        """Add a table, to the one it continues where that ended on the page before."""
        last = next((at for at in range(len(self.items) - 1, -1, -1) if isinstance(self.items[at], Table)), None)
        before = self.items[last] if last is not None else None
        if (
            isinstance(before, Table)
            and frame is not None
            and number == self._page + 1
            and same_columns(columns, self._columns)
        ):
            extend(before, found)
        else:
            caption = self.items[-1] if self.items and isinstance(self.items[-1], str) else ""
            found.heading = caption if len(caption) <= 80 else ""
            self.items.append(found)
        self._columns, self._page = columns, number


def same_columns(columns: Sequence[float], others: Sequence[float]) -> bool:
    """Return whether the columns of two tables end at the same places."""
    return len(columns) == len(others) and all(
        abs(a - b) <= _SAME_COLUMNS for a, b in zip(columns, others, strict=True)
    )


def extend(before: Table, found: Table) -> None:
    """Add a table to the one it continues."""
    above = before.rows
    before.cells.update({(row + above, column): cell for (row, column), cell in found.cells.items()})
    before.merges += [Merge(m.top + above, m.left, m.bottom + above, m.right) for m in found.merges]
    before.rows += found.rows


def aligned_table(words: Sequence[Word]) -> Table | None:
    """Return the table that the words of a page are when written out with a fixed width, nothing where they are none."""
    if len(words) < 6:
        return None
    unit = median((word.box.right - word.box.left) / max(len(word.text), 1) for word in words)
    left = min(word.box.left for word in words)
    if unit <= 0:
        return None
    written: list[str] = []
    for line in lines(words):
        text = ""
        end = left
        for word in line:
            column = round((word.box.left - left) / unit)
            apart = word.box.left - end > _WIDE_GAP * (word.box.bottom - word.box.top)
            blanks = max(column - len(text), 2) if apart and text else (1 if text else column)
            text += " " * min(blanks, 400) + word.text
            end = word.box.right
        written.append(text)
    columns = starts(written)
    if not columns:
        return None
    found = Table(rows=len(written))
    for row, fields in enumerate(aligned_records(written, columns), 1):
        for column, field in enumerate(fields, 1):
            if field:
                found.cells[row, column] = GridCell(field)
    return found
