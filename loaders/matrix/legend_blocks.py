"""Legends that are small tables: a caption or a pair of headers, then sign beside meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.matrix import headers, marks
from loaders.matrix.definitions import define, is_sign
from loaders.matrix.legend import Legend
from loaders.matrix.legend_lines import explains, line
from loaders.matrix.sheet import Sheet
from loaders.matrix.words import pattern, table, texts
from ontology.text import fold


def blocks(legend: Legend, sheet: Sheet, names: frozenset[str]) -> None:
    """Read the legend blocks below or beside a table: a caption or a pair of headers, then pairs."""
    for row in list(sheet.rows):
        for run in _runs(sheet.filled(row)):
            if any((sheet.name, sheet.origin(row, column)) in legend.claimed for column in run):
                continue
            caption = len(run) == 1 and _is_caption(sheet.text(row, run[0]))
            if caption and _holds_pairs(sheet, row + 1, run[0]):
                legend.claimed.add((sheet.name, sheet.origin(row, run[0])))
                sort = "name" if fold(sheet.text(row, run[0])).strip(" :") in texts("legends", "named_blocks") else ""
                block(legend, sheet, row + 1, _end(sheet, row + 1, run[0]), run[0], names, sort)
            elif len(run) in {2, 3} and pair_header(sheet, row, run) != ("", "", ""):
                block(legend, sheet, row, _end(sheet, row, run[0]), run[0], names)


def block(
    legend: Legend, sheet: Sheet, top: int, bottom: int, left: int | None, names: frozenset[str], sort: str = ""
) -> None:
    """Read the rows of one legend block, its own header rows included."""
    kind = ""
    for row in range(top, bottom + 1):
        stored = [column for column in sheet.rows.get(row, {}) if left is None or left <= column <= left + 2]
        columns = [column for column in stored if sheet.text(row, column)]
        header = pair_header(sheet, row, columns)
        if header != ("", "", ""):
            sort, kind, _ = header
            legend.claimed.update((sheet.name, sheet.origin(row, column)) for column in columns)
            continue
        if len(columns) == 1 and line(legend, sheet, row, columns[0], sheet.lines(row, columns[0]), captioned=True):
            continue
        _entry(legend, sheet, row, stored, (sort, kind), names)


def pair_header(sheet: Sheet, row: int, columns: Sequence[int]) -> tuple[str, str, str]:
    """Return what a legend's header row says: sign or name, kind of what is named, and whether a scope follows."""
    if not 2 <= len(columns) <= 3:
        return "", "", ""
    first, second, *third = (fold(sheet.text(row, column)).strip(" :") for column in columns)
    sort = "sign" if first in texts("legends", "signs") else "name" if first in texts("legends", "names") else ""
    role = headers.exact(second)
    kind = role if role in {"actor", "offer", "audience", "theme", "region"} else ""
    meaning = second in texts("legends", "meanings")
    if not sort or not (kind or meaning or sort == "sign"):
        return "", "", ""
    if third and third[0] not in texts("legends", "scopes"):
        return "", "", ""
    return sort, "" if meaning else kind, "scoped" if third else "plain"


def _is_caption(text: str) -> bool:
    folded = fold(text).strip(" :")
    return folded in texts("legends", "blocks") or (
        len(folded) <= 48 and bool(pattern("legends", "captions").search(folded))
    )


def _runs(columns: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for column in columns:
        if run and column != run[-1] + 1:
            yield run
            run = []
        run.append(column)
    if run:
        yield run


def _holds_pairs(sheet: Sheet, row: int, column: int) -> bool:
    cell, text = sheet.cell(row, column), sheet.text(row, column)
    if explains(text) or (cell and cell.fill):
        return True
    beside = sheet.text(row, column + 1)
    return bool(beside and not sheet.text(row, column + 3) and len(text) <= 24 and len(beside) >= len(text))


def _end(sheet: Sheet, row: int, column: int) -> int:
    while _stored(sheet, row + 1, column) or _stored(sheet, row + 1, column + 1):
        row += 1
    return row


def _stored(sheet: Sheet, row: int, column: int) -> bool:
    cell = sheet.cell(row, column)
    return bool(cell and (cell.text.strip() or cell.fill))


def _entry(
    legend: Legend, sheet: Sheet, row: int, stored: Sequence[int], header: tuple[str, str], names: frozenset[str]
) -> None:
    """Read one line of a legend block: sign or colour, then what it means."""
    columns = [column for column in stored if sheet.text(row, column)]
    if not columns:
        return
    swatch = next((cell.fill for column in stored if (cell := sheet.cell(row, column)) and cell.fill), "")
    first = sheet.cell(row, columns[0])
    key, value = sheet.text(row, columns[0]), sheet.text(row, columns[1]) if len(columns) > 1 else ""
    scope = sheet.text(row, columns[2]) if len(columns) > 2 else ""
    claim = {(sheet.name, sheet.origin(row, column)) for column in columns}
    if not value:
        if swatch:
            legend.colours.setdefault(swatch, key)
            legend.claimed |= claim
        return
    if (
        swatch
        and (not first or first.fill == swatch)
        and not is_sign(key)
        and fold(key) in map(fold, table("marks", "colours"))
    ):
        legend.colours.setdefault(swatch, value)
    elif first and first.font:
        key = marks.shown(key, first.font)
    legend.claimed |= claim
    within = scope if fold(scope) in names else ""
    if swatch and first and first.fill:
        legend.colours.setdefault(swatch, value)
    define(legend, sheet, key, value, header, (row, columns[0]), within)
