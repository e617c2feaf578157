"""The template as an xlsx file: no macros, no formulas in cells, no links; the same input gives the same bytes."""

from __future__ import annotations

import io
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph.atomic import atomic_write
from loaders.template.form import LANGUAGES, form
from loaders.template.layout import marker
from loaders.template.words import word
from ontology.errors import RegionError
from verweisnetz.workbook import lists
from verweisnetz.workbook.book import FIRST_ROW, Book
from verweisnetz.workbook.look import Look, height, look
from verweisnetz.workbook.sheets import SPARE_ROWS, draw, heading

_MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""When the file says it was made: a clock would make every file another one."""

_WIDTHS = (18, 24, 74, 34, 24)
"""How wide the columns of the first sheet are."""

_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}


def write(book: Book, out: Path, language: str, *, force: bool = False, source: Path | None = None) -> None:
    """Write a book to a file; a killed write leaves the old one.

    Args:
        source: the file the book was read from, which is never overwritten.

    Raises:
        RegionError: the file is there already and ``force`` is not set, or it is the source.
    """
    if source is not None and out.exists() and out.samefile(source):
        raise RegionError(
            f"{out}: is the file that is read; choose another name.",
            de=f"{out}: ist die gelesene Datei selbst; einen anderen Namen wählen.",
        )
    if out.exists() and not force:
        raise RegionError(
            f"{out}: is there already; choose another name, or --force to overwrite it.",
            de=f"{out}: gibt es schon; einen anderen Namen wählen oder mit --force überschreiben.",
        )
    data = content(book, language)
    out.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(out, data)


def content(book: Book, language: str) -> bytes:
    """Return the bytes of the workbook."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    file = Workbook(buffer, _PLAIN)
    file.set_properties({"title": marker("guide", language), "author": "verweisnetz", "created": _MADE})
    formats = look(file)
    _guide(file, formats, book, language)
    for sheet, rows in book.sheets().items():
        draw(file, formats, form()[sheet], rows, language)
    _lists(file, formats, language)
    _name_actors(file, language)
    file.close()
    return buffer.getvalue()


def _guide(file: Any, formats: Look, book: Book, language: str) -> None:
    said = tomllib.loads(Path(__file__).with_name("guide.toml").read_text(encoding="utf-8"))
    at = LANGUAGES.index(language)
    page = file.add_worksheet(word("sheets", "guide", language))
    page.set_row(0, 24)
    page.write_string(0, 0, marker("guide", language), formats.title)
    page.write_string(1, 0, said["title"]["text"][at], formats.lead)
    row = 3
    for section in said["section"]:
        if section.get("normalised") and not book.normalised:
            continue
        page.write_string(row, 0, section["title"][at], formats.section)
        for column in range(1, 5):
            page.write_blank(row, column, None, formats.section)
        for number, line in enumerate(section["lines"], row + 1):
            page.merge_range(number, 0, number, 4, line[at], formats.note)
            if high := height([(line[at], sum(_WIDTHS))]):
                page.set_row(number, high)
        row += len(section["lines"]) + 2
    row = _columns(page, formats, book, said["columns"]["titles"][at], row, language)
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)


def _columns(page: Any, formats: Look, book: Book, titles: list[str], row: int, language: str) -> int:
    """Write the table that explains every column."""
    for column, title in enumerate(titles):
        page.write_string(row, column, title, formats.head)
    for sheet_id, rows in book.sheets().items():
        sheet = form()[sheet_id]
        for one in sheet.columns:
            if one.expert and not any(line.get(one.role) for line in rows):
                continue
            row += 1
            texts = (
                word("sheets", sheet_id, language), heading(sheet, one, language), one.hint(language),
                one.example(language), _picked(one.pick, language),
            )  # fmt: skip
            for column, text in enumerate(texts):
                page.write_string(row, column, text, formats.strong if column == 1 else formats.cell)
            if high := height(zip(texts, _WIDTHS, strict=True)):
                page.set_row(row, high)
    return row


def _picked(pick: str, language: str) -> str:
    if not pick:
        return "–"
    return word("sheets", "actors", language) if pick == "actor" else lists.title(pick, language)


def _lists(file: Any, formats: Look, language: str) -> None:
    name = word("sheets", "lists", language)
    page = file.add_worksheet(name)
    page.set_row(0, 24, formats.title)
    page.write_string(0, 0, marker("lists", language), formats.title)
    for column, one in enumerate(lists.names()):
        values = lists.values(one, language)
        page.write_string(FIRST_ROW - 2, column, lists.title(one, language), formats.head)
        page.set_column(column, column, 4 + max(map(len, values)))
        for row, value in enumerate(values, FIRST_ROW - 1):
            page.write_string(row, column, value)
        letters = _letters(column)
        last = FIRST_ROW + len(values) - 1
        file.define_name(f"vn_{one.replace('-', '_')}", f"='{name}'!${letters}${FIRST_ROW}:${letters}${last}")
    page.freeze_panes(FIRST_ROW - 1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(3, 0)
    page.repeat_rows(FIRST_ROW - 2)


def _letters(column: int) -> str:
    from loaders.grid import column_letters

    return column_letters(column + 1)


def _name_actors(file: Any, language: str) -> None:
    """Offer the names of the sheet of actors, as far as it is filled."""
    sheet = f"'{word('sheets', 'actors', language)}'"
    first, last = f"{sheet}!$A${FIRST_ROW}", f"$A${FIRST_ROW + SPARE_ROWS}"
    file.define_name("vn_actor", f"=OFFSET({first},0,0,MAX(1,COUNTA({first}:{last})),1)")
