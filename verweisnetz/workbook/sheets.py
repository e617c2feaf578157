"""The sheets people fill: header, widths, lists to choose from, and the rows that are there already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from loaders.template.form import Column, SheetForm
from loaders.template.layout import HEADER_ROW, marker
from loaders.template.words import word
from verweisnetz.workbook.book import FIRST_ROW, Row, used
from verweisnetz.workbook.look import Look, height

SPARE_ROWS = 2000
"""So many rows below those that are filled are offered lists."""

BLANK_ROWS = 30
"""So many rows of an empty sheet are printed, to be filled in by hand."""

PAGE_WIDTH = 230
"""So many characters side by side can still be read on one printed page."""

_DAYS = (date(1990, 1, 1), date(2099, 12, 31))
_CLOSED = frozenset({"word", "answer"})
_WORDS = {
    "list": (
        "Nicht in der Liste",
        "Not in the list",
        "Dieses Wort versteht das Programm in dieser Spalte nicht. Trotzdem eintragen?",
        "The program does not understand this word in this column. Enter it all the same?",
    ),
    "day": (
        "Kein Datum",
        "No date",
        "Bitte Tag, Monat und Jahr angeben, zum Beispiel 02.11.2026. Trotzdem eintragen?",
        "Please give day, month and year, such as 02.11.2026. Enter it all the same?",
    ),
    "actor": (
        "Noch nicht bei den Akteuren",
        "Not among the actors yet",
        "Diese Stelle steht noch nicht im Blatt Akteure. Bitte dort ergänzen; mehrere mit Semikolon trennen.",
        "This institution is not on the sheet Actors yet. Please add it there; separate several by semicolons.",
    ),
    "page": ("&L&A&RSeite &P von &N", "&L&A&RPage &P of &N"),
}


def draw(book: Any, look: Look, sheet: SheetForm, rows: Sequence[Row], language: str) -> None:
    """Write one sheet."""
    page = book.add_worksheet(word("sheets", sheet.id, language))
    roles = used(sheet, list(rows))
    last = HEADER_ROW + len(rows) + SPARE_ROWS
    page.write_string(0, 0, marker(sheet.id, language), look.title)
    page.write_string(1, 0, sheet.lead(language), look.lead)
    page.set_row(0, 24, look.title)
    page.set_row(1, 18, look.lead)
    page.set_row(HEADER_ROW - 1, 32)
    for at, role in enumerate(roles):
        column = sheet.column(role)
        page.set_column(at, at, column.width, _format(look, column))
        page.write_string(
            HEADER_ROW - 1, at, heading(sheet, column, language), look.expert if column.expert else look.head
        )
        if sheet.id != "open" and not column.expert:
            page.data_validation(FIRST_ROW - 1, at, last - 1, at, _offered(column, language))
    for number, row in enumerate(rows, FIRST_ROW - 1):
        for at, role in enumerate(roles):
            if text := row.get(role):
                _put(page, number, at, sheet.column(role), text)
        shown = [sheet.column(role) for role in roles if role != "origin"]
        if high := height((row.get(column.role, ""), column.width) for column in shown):
            page.set_row(number, high)
    _finish(page, sheet, roles, last, len(rows), language)


def _format(look: Look, column: Column) -> Any:
    if column.role == "origin":
        return look.aside
    return look.day if column.form == "day" else look.plain if _is_counted(column) else look.text


def heading(sheet: SheetForm, column: Column, language: str) -> str:
    """Return a column's heading, starred where it is needed."""
    return column.title(language) + (" *" if column.role in sheet.needs and sheet.id != "open" else "")


def _is_counted(column: Column) -> bool:
    return column.form == "age" or column.role == "capacity"


def _put(page: Any, row: int, at: int, column: Column, text: str) -> None:
    """Write a cell; a text is never taken for a formula, a link or a number."""
    if column.form == "day":
        page.write_datetime(row, at, date.fromisoformat(text))
    elif _is_counted(column) and text.isascii() and text.isdigit() and str(int(text)) == text and len(text) <= 9:
        page.write_number(row, at, int(text))
    else:
        page.write_string(row, at, text)


def _offered(column: Column, language: str) -> dict[str, object]:
    """Return what a cell offers and objects to: it warns, it never forbids."""
    said: dict[str, object] = {"input_title": column.title(language)[:32], "input_message": column.hint(language)[:255]}
    english = language == "en"
    if column.pick:
        said |= {"validate": "list", "source": f"=vn_{column.pick.replace('-', '_')}"}
        kind = "actor" if column.pick == "actor" else "list"
        if column.form not in _CLOSED and kind == "list":
            return {**said, "show_error": False}
        objection, title, message = "information" if kind == "actor" else "warning", *_WORDS[kind][english::2]
    elif column.form == "day":
        said |= {"validate": "date", "criteria": "between", "minimum": _DAYS[0], "maximum": _DAYS[1]}
        objection, title, message = "warning", *_WORDS["day"][english::2]
    else:
        return {**said, "validate": "any"}
    return {**said, "error_type": objection, "error_title": title[:32], "error_message": message[:255]}


def _finish(page: Any, sheet: SheetForm, roles: Sequence[str], last: int, rows: int, language: str) -> None:
    page.freeze_panes(HEADER_ROW, 1)
    page.autofilter(HEADER_ROW - 1, 0, last - 1, len(roles) - 1)
    page.ignore_errors({"number_stored_as_text": f"A{FIRST_ROW}:XFD{last}"})
    page.set_landscape()
    page.set_paper(9)
    printed = [sheet.column(role) for role in roles if not sheet.column(role).expert]
    lines = max(rows, 0 if sheet.id == "open" else BLANK_ROWS)
    page.print_area(0, 0, HEADER_ROW - 1 + lines, len(printed) - 1)
    page.fit_to_pages(1 + sum(column.width for column in printed) // PAGE_WIDTH, 0)
    page.repeat_rows(HEADER_ROW - 1)
    page.repeat_columns(0)
    page.set_margins(0.4, 0.4, 0.5, 0.6)
    page.set_footer(_WORDS["page"][language == "en"])
