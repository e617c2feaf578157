"""Legends in single lines: ``x = Angebot vorhanden``, ``* nur mit Termin``, ``Zeile verweist an Spalte``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.matrix import marks
from loaders.matrix.definitions import define
from loaders.matrix.legend import Legend
from loaders.matrix.sheet import Sheet
from loaders.matrix.words import pattern, squeeze, table
from ontology.text import clean, fold

_PAIR = re.compile(
    r"^\s*[„\"'(]?(?P<key>[^=:]{1,24}?|[(\[].{1,6}[)\]])[“\"']?\s*(?:=|:(?!//)|\s[–-]\s|→|->)\s*(?P<value>\S.*)$",
    re.DOTALL,
)
_EQUALS = re.compile(r"^\s*[„\"']?(?P<key>[^=]{1,28}?)[“\"']?\s*=\s*(?P<value>\S.*)$", re.DOTALL)
_PLAIN = re.compile(r"^\s*(?P<key>[^\w\s]{1,3}|[A-Za-z]{1,2})\s+(?P<value>\S.*)$", re.DOTALL)
_CAPTION = re.compile(
    r"^\s*(?:legende|zeichen|symbole?|es bedeuten|es bedeutet|bedeutung(?: der zeichen)?|zeichenerkl\w+|erl\w+ung(?:en)?|abk\w+ungen|hinweise?|farben|farblegende|lesehilfe)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\s*(?P<mark>\*{1,5}|[¹²³⁴⁵⁶⁷⁸⁹]+|\(\*+\)|\(?\d\)|\[\d\]|\(?[a-h]\)|†|‡)\s*[:=]?\s*(?P<text>\S.*)$", re.DOTALL
)
_ASIDE = re.compile(r"^[^=(]{4,}\((?P<pairs>[^()]*=[^()]*)\)\s*$", re.DOTALL)
_SIGNED = re.compile(r"^\S{1,4}\s*(?::|→|\s[–-])\s+\S")
_FIRST_HALF = re.compile(r"^\s*[A-ZÄÖÜ][\w.]{0,7}\s*$")


def lines(legend: Legend, sheet: Sheet) -> None:
    """Read single lines such as ``x = Angebot vorhanden`` or ``* nur mit Termin`` outside tables."""
    for row in list(sheet.rows):
        columns = [column for column in sheet.filled(row) if sheet.anchor(row, column) == (row, column)]
        for column in columns:
            place = (sheet.name, sheet.origin(row, column))
            if place not in legend.claimed and (len(columns) == 1 or _apart(columns, column)):
                listed = len(columns) == 1 and _is_listed(sheet, row, column)
                line(legend, sheet, row, column, sheet.lines(row, column), captioned=listed)


def _is_listed(sheet: Sheet, row: int, column: int) -> bool:
    """Return whether a line such as ``X – läuft`` is one of several below each other whose signs stand in cells."""
    if not _SIGNED.match(sheet.text(row, column)):
        return False
    rows = [row]
    for step in (-1, 1):
        other = row + step
        while sheet.filled(other) == (column,) and _SIGNED.match(sheet.text(other, column)):
            rows.append(other)
            other += step
    keys = {squeeze(sheet.text(one, column).split()[0].rstrip(":→–-")) for one in rows}
    used = (squeeze(sheet.text(other, c)) for other in sheet.rows for c in sheet.filled(other))
    return len(rows) > 1 and any(text in keys for text in used)


def _apart(columns: Sequence[int], column: int) -> bool:
    return column - 1 not in columns and column + 1 not in columns


def line(legend: Legend, sheet: Sheet, row: int, column: int, text: str, *, captioned: bool = False) -> bool:
    """Read one cell as a legend line; return whether it was one."""
    place = (sheet.name, sheet.origin(row, column))
    parts = list(_parts(text))
    way = next(filter(None, map(direction, parts)), "")
    if way:
        legend.towards.setdefault(sheet.name, way)
        legend.claimed.add(place)
        text = "; ".join(part for part in parts if not direction(part))
    aside = _ASIDE.match(text)
    if aside and len(list(_parts(aside["pairs"]))) > 1:  # a title that explains its signs stays a title
        for key, value in filter(None, (_pair(part, True) for part in _parts(aside["pairs"]))):
            define(legend, sheet, clean(key), clean(value), ("sign", ""), (row, column))
        return False
    rest = _CAPTION.sub("", text)
    found = [pair for part in _parts(rest) if (pair := _pair(part, captioned or rest != text))]
    for key, value in found:
        note = _NOTE.match(f"{key} {value}")
        if note and re.fullmatch(r"[*¹²³⁴-⁹†‡]+|\(?\d\)|\(\*+\)|\[\d\]", key.strip()):
            legend.notes.setdefault((_local(legend, sheet), note["mark"].strip("()[]")), clean(value))
        swatch = _swatch(sheet, row, column)
        if swatch and fold(key) in map(fold, table("marks", "colours")):
            legend.colours.setdefault(swatch, clean(value))
        define(legend, sheet, clean(key), clean(value), ("", ""), (row, column))
    if not found:
        found = _notes(legend, sheet, text)
    beside = _swatch(sheet, row, column - 1, bare=True)
    if not found and beside and len(sheet.filled(row)) == 1 and column > 1:
        legend.colours.setdefault(beside, clean(text))
        found = [(beside, text)]
    if found:
        legend.claimed.add(place)
    return bool(found or way)


def _local(legend: Legend, sheet: Sheet) -> str:
    return "" if sheet.name in legend.only else sheet.name


def _notes(legend: Legend, sheet: Sheet, text: str) -> list[tuple[str, str]]:
    found = []
    for line in re.split(r"\n|(?<=\S)\s{2,}(?=\*|[¹²³⁴-⁹])", text):
        match = _NOTE.match(line)
        if not match:
            return []
        mark = match["mark"].strip("()[]")
        legend.notes.setdefault((_local(legend, sheet), mark), clean(match["text"]))
        found.append((mark, match["text"]))
    return found


def _swatch(sheet: Sheet, row: int, column: int, *, bare: bool = False) -> str:
    """Return the fill of a cell; ``bare``: only of one without text that alone in its row has it, no band of a striped table."""
    cell = sheet.cell(row, column)
    if cell is None or (bare and cell.text.strip()):
        return ""
    alone = sum(other.fill == cell.fill for other in sheet.rows.get(row, {}).values()) == 1
    return cell.fill if alone or not bare else ""


def _parts(text: str) -> Iterable[str]:
    parts = re.split(
        r"\s*[;|\n]\s*|,\s+(?=[^,=]{1,14}=)|\s{2,}(?=\S{1,12}\s*=)|\s+(?=(?:[^\w\s=]{1,3}|\w{1,2})\s*=\s)", text
    )
    found: list[str] = []
    for part in filter(str.strip, parts):
        if found and "=" in part and _FIRST_HALF.match(found[-1]):
            part = f"{found.pop()} {part}"  # "DW WE = Diakonie Weimar" is cut in the middle of its key
        found.append(part)
    return found


def _pair(text: str, captioned: bool) -> tuple[str, str] | None:
    match = _EQUALS.match(text) or (_PAIR.match(text) if captioned else None)
    if match is None and captioned and (plain := _PLAIN.match(text)) and marks.sign(plain["key"]):
        match = plain  # "+ dabei", without a sign between
    if not match or (len(match["key"].split()) > 3 and "=" not in text):
        return None
    return clean(match["key"]), clean(match["value"]).rstrip(" ,;")


def explains(text: str) -> bool:
    """Return whether a text looks like a sign with its meaning or a footnote."""
    return bool(_EQUALS.match(text) or _NOTE.match(text) or _SIGNED.match(text))


def direction(text: str) -> str:
    """Return ``column`` if a sentence says that rows refer to columns, ``row`` for the other way, else empty."""
    folded = fold(text)
    if len(folded) > 160:
        return ""
    if pattern("legends", "column_to_row").search(folded):
        return "row"
    return "column" if pattern("legends", "row_to_column").search(folded) else ""
