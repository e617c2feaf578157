"""What a file says about its own signs: legends, colours, abbreviations, footnotes, reading direction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loaders.matrix import captionless, kinds, marks
from loaders.matrix.definitions import define
from loaders.matrix.legend import Alias, Legend
from loaders.matrix.legend_blocks import block, blocks, pair_header
from loaders.matrix.legend_lines import line, lines
from loaders.matrix.names import bare_label
from loaders.matrix.sheet import Sheet
from loaders.matrix.shortnames import short_names
from loaders.matrix.words import pattern
from ontology.text import clean, fold


def harvest(sheets: Sequence[Sheet]) -> Legend:
    """Return what the sheets of a file explain, and which cells said it."""
    legend = Legend()
    names = frozenset(fold(sheet.name) for sheet in sheets)
    for sheet in sheets:
        if _is_legend_sheet(sheet):
            legend.only.add(sheet.name)
            block(legend, sheet, 1, sheet.last_row, None, names)
            _claim_rest(legend, sheet)
    for sheet in sheets:
        if sheet.name not in legend.only:
            blocks(legend, sheet, names)
            _captionless(legend, sheet)
            lines(legend, sheet)
    _share_signs(legend)
    for sheet in sheets:
        for short, long in short_names(sheet):
            legend.short.setdefault((sheet.name, fold(short)), long)
            legend.short.setdefault(("", fold(short)), long)
    _settle(legend)
    return legend


def _share_signs(legend: Legend) -> None:
    """A sign that one sheet explains, and no other sheet explains otherwise, means the same on all of them."""
    said: dict[str, set[str]] = {}
    for (_, key), meaning in legend.signs.items():
        said.setdefault(key, set()).add(meaning)
    for key, meanings in said.items():
        if len(meanings) == 1:
            legend.signs.setdefault(("", key), *meanings)


def _captionless(legend: Legend, sheet: Sheet) -> None:
    for pairs in captionless.blocks(sheet, lambda row, column: _is_claimed(legend, sheet, row, column)):
        named = kinds.majority([bare_label(value) for _, _, value in pairs], ("actor", "offer", "audience", "theme"))
        for place, key, value in pairs:
            short = (named == "actor" or (len(key) > 1 and key[:2].isupper())) and not marks.sign(key)
            define(legend, sheet, clean(key), clean(value), ("name", named) if named and short else ("sign", ""), place)
            legend.claimed.update((sheet.name, sheet.origin(place[0], column)) for column in sheet.filled(place[0]))


def _is_claimed(legend: Legend, sheet: Sheet, row: int, column: int) -> bool:
    return (sheet.name, sheet.origin(row, column)) in legend.claimed


def _settle(legend: Legend) -> None:
    """An abbreviation of nobody knows what stands for the same kind of thing as those explained beside it."""
    for one in legend.pending:
        near = Counter(alias.kind for alias in legend.aliases if alias.sheet == one.sheet)
        named = ("", fold(one.short)) in legend.short
        if near or named:
            kind = near.most_common(1)[0][0] if near else "actor"
            local = one.sheet if one.sheet not in legend.only else ""
            legend.short.setdefault((local, fold(one.short)), one.long)
            legend.short.setdefault(("", fold(one.short)), one.long)
            legend.aliases.append(Alias(one.short, one.long, kind, one.sheet, one.place))


def _is_legend_sheet(sheet: Sheet) -> bool:
    rows = [sheet.filled(row) for row in sheet.rows]
    narrow = all(len(columns) <= 3 for columns in rows)
    if pattern("axes", "titles", "legend").search(fold(sheet.name)):
        return narrow
    first = next((row for row in sheet.rows if sheet.filled(row)), 0)
    return narrow and bool(first) and pair_header(sheet, first, sheet.filled(first)) != ("", "", "")


def _claim_rest(legend: Legend, sheet: Sheet) -> None:
    for row in sheet.rows:
        for column in sheet.filled(row):
            line(legend, sheet, row, column, sheet.lines(row, column))
            legend.claimed.add((sheet.name, sheet.origin(row, column)))
