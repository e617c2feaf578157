"""Text tables (csv, tsv, txt) as one neutral grid: row = number of the record, sheet without a name."""

from __future__ import annotations

import re
from pathlib import Path

from loaders.decode import decode
from loaders.grid import Grid, GridCell, address
from loaders.limits import Limits
from loaders.notes import note
from loaders.readers.csv_dialect import delimiter_of, records, sep_line, usual_width
from loaders.readers.number_format import ERRORS
from loaders.readers.sheet import Budget, SheetBuilder

_GUARDED = re.compile(r"'(?='*[=+\-@\t\0])")
_ERROR_WORDS = {**ERRORS, **{german: german for german in ERRORS.values()}}


def unguarded(text: str) -> str:
    """Return a field without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if _GUARDED.match(text) else text


def error_word(text: str) -> str:
    """Return the German word for an error value, nothing for any other text."""
    return _ERROR_WORDS.get(text.strip(), "") if text[:1] in ("#", " ") else ""


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return the file's only grid."""
    return (grid_of(path.read_bytes(), limits),)


def grid_of(data: bytes, limits: Limits) -> Grid:
    """Return the grid of a text table's bytes."""
    decoded = decode(data)
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    sheet = SheetBuilder("", Budget(limits))
    sheet.notes.extend(decoded.notes)
    declared = sep_line(lines[0]) if lines else ""
    skipped = 1 if declared else 0
    body = lines[skipped:]
    delimiter = declared or delimiter_of(body)
    made: dict[str, GridCell] = {}
    for record in records(body, delimiter, usual_width(body, delimiter)):
        row = record.number + skipped
        if record.broken:
            sheet.notes.append(note("VN1104", ref=address(row, 1), value=delimiter.join(record.fields)))
        for column, field in enumerate(record.fields, 1):
            if field:
                cell = made.get(field)
                if cell is None:
                    cell = made[field] = _cell(field)
                sheet.put(row, column, cell)
    return sheet.grid()


def _cell(field: str) -> GridCell:
    error = error_word(field)
    return GridCell(error, "error") if error else GridCell(unguarded(field))
