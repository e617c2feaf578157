"""Text tables (csv, tsv, txt) as one neutral grid: row = number of the record, sheet without a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.decode import decode
from loaders.grid import Grid, GridCell, address
from loaders.limits import Limits
from loaders.notes import note
from loaders.readers import text_tables
from loaders.readers.csv_dialect import Record, delimiter_of, records, sep_line, usual_width
from loaders.readers.number_format import ERRORS
from loaders.readers.sheet import Budget, SheetBuilder
from loaders.refusal import Refusal

_GUARDED = re.compile(r"'(?='*[=+\-@\t\0])")
_ERROR_WORDS = {**ERRORS, **{german: german for german in ERRORS.values()}}


def unguarded(text: str) -> str:
    """Return a field without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if _GUARDED.match(text) else text


_CERTAIN = 0.6
"""Where fewer records than this share agree on their width, a delimiter may be no more than punctuation."""

_LINES_PER_ROW = 4
"""A record of a text table may run over several lines; a file of more than that many is never read to its end."""


def error_word(text: str) -> str:
    """Return the German word for an error value, nothing for any other text."""
    return _ERROR_WORDS.get(text.strip(), "") if text[:1] in ("#", " ") else ""


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return the file's only grid."""
    return (grid_of(path.read_bytes(), limits),)


def grid_of(data: bytes, limits: Limits) -> Grid:
    """Return the grid of a text table's bytes."""
    if max(data.count(b"\n"), data.count(b"\r")) > _LINES_PER_ROW * limits.rows:
        raise Refusal("too_large", "VN1024", rows=str(limits.rows), columns=str(limits.columns))
    decoded = decode(data)
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    sheet = SheetBuilder("", Budget(limits))
    sheet.notes.extend(decoded.notes)
    del decoded
    made: dict[str, GridCell] = {}
    for record in _records(lines, limits):
        if record.broken:
            sheet.notes.append(note("VN1104", ref=address(record.number, 1), value=" ".join(record.fields)))
        for column, field in enumerate(record.fields, 1):
            if field:
                cell = made.get(field)
                if cell is None:
                    cell = made[field] = _cell(field)
                sheet.put(record.number, column, cell)
    return sheet.grid()


def _records(lines: list[str], limits: Limits) -> Iterator[Record]:
    """Yield the records, however the text marks them: a declared or found delimiter, bars, or blanks that align."""
    declared = sep_line(lines[0]) if lines else ""
    if declared:
        lines[0] = ""
        return records(lines, declared, usual_width(lines, declared), limits)
    if text_tables.drawn(lines):
        return _numbered(text_tables.drawn_records(lines))
    delimiter, share = delimiter_of(lines)
    if share < _CERTAIN:
        columns = text_tables.starts(lines)
        if columns:
            return _numbered(text_tables.aligned_records(lines, columns))
        if text_tables.spaced_evenly(lines):
            return _numbered(text_tables.spaced_records(lines))
    return records(lines, delimiter, usual_width(lines, delimiter), limits)


def _numbered(found: Iterable[tuple[str, ...]]) -> Iterator[Record]:
    return (Record(number, fields) for number, fields in enumerate(found, 1))


def _cell(field: str) -> GridCell:
    error = error_word(field)
    return GridCell(error, "error") if error else GridCell(unguarded(field))
