"""A table of decisions as rows of text: read as any spreadsheet saves it, written so that nothing a person put in is lost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ontology.text import clean, fold

_MARK = "\ufeff"
_RISKY = re.compile(r"'*[=+\-@\t\0]")
_GUARDED = re.compile(r"'(?='*[=+\-@\t\0])")


@dataclass(frozen=True, slots=True)
class DecisionRows:
    """One table.

    Args:
        header: names of columns as they stand there, those nobody knows included.
        rows: fields as they stand there; a row may be longer or shorter than the header.
        broken: why the rest could not be read (a quotation mark that never closes), or empty.
        mark: whether the file begins with the byte-order mark that makes Excel read umlauts.
    """

    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    broken: str = ""
    mark: bool = True

    @classmethod
    def parse(cls, text: str) -> DecisionRows:
        """Return the rows of a text, blank ones left out."""
        found: list[tuple[str, ...]] = []
        broken = ""
        try:
            for row in csv.reader(io.StringIO(text.removeprefix(_MARK)), delimiter=";", strict=True):
                found.append(tuple(row))
        except csv.Error as error:
            broken = str(error)
        header = found[0] if found else ()
        return cls(header, tuple(row for row in found[1:]), broken, not text or text.startswith(_MARK))

    def said(self, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
        """Yield number of the record and values in the order of ``columns``, whatever order the header has."""
        names = [fold(name) for name in self.header]
        for number, row in enumerate(self.rows, start=2):
            if any(field.strip() for field in row):
                values = dict(zip(names, (_unguarded(clean(field)) for field in row), strict=False))
                yield number, [values.get(column, "") for column in columns]

    def value(self, row: Sequence[str], column: str) -> str:
        """Return what a row says in a column."""
        names = [fold(name) for name in self.header]
        at = names.index(column) if column in names else len(row)
        return _unguarded(clean(row[at])) if at < len(row) else ""

    def with_columns(self, columns: Sequence[str]) -> DecisionRows:
        """Return the table with every one of these columns, new ones last."""
        names = {fold(name) for name in self.header}
        width = len(self.header)
        more = tuple(column for column in columns if column not in names)
        spare = max((len(row) - width for row in self.rows), default=0)
        if not more or spare <= 0:
            return replace(self, header=(*self.header, *more))
        # fields beyond the header belong to no column: a new one must not claim them
        return replace(self, header=(*self.header, *[""] * spare, *more))

    def row(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Return a row that says these values."""
        return tuple(_guarded(values.get(fold(name), "")) for name in self.header)

    def text(self) -> str:
        """Return the table as text, rows sorted as they say it."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerow(self.header)
        writer.writerows(sorted(row for row in self.rows if any(field.strip() for field in row)))
        return (_MARK if self.mark else "") + out.getvalue()


def read_text(path: Path) -> str:
    """Return a table's text, as UTF-8 or as a German Excel saves it."""
    if not path.is_file():
        return ""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guarded(text: str) -> str:
    """Return a field that no spreadsheet runs as a formula."""
    return "'" + text if _RISKY.match(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text
