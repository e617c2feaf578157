"""The template, empty."""

from __future__ import annotations

from pathlib import Path

from verweisnetz.workbook.book import Book
from verweisnetz.workbook.workbook import write


def write_template(out: Path, *, language: str = "de", force: bool = False) -> None:
    """Write an empty template.

    Raises:
        RegionError: the file is there already and ``force`` is not set.
    """
    write(Book(), out, language, force=force)
