"""A profile as YAML with comments, fit to be corrected by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from loaders.grid import column_letters
from loaders.matrix.plan import Column
from loaders.matrix.profile import Profile, TableProfile

_HEAD = """\
# Wie diese Datei gelesen wird · how this file is read. Vorgeschlagen von "verweisnetz inspect"; bitte berichtigen.
#
# turned: true       die Akteure stehen in Spalten · actors stand in columns (then "columns" lists rows)
# header, body       Kopfzeilen und erste/letzte Zeile · header rows, first and last row ("end" = to the end)
# towards            column: Zeile verweist an Spalte · row refers to column; row: umgekehrt · the other way
# closed: true       eine leere Zelle heißt "nein" · an empty cell means no
# within             gilt für die ganze Tabelle, z. B. {region: Hagen, audience: Beschäftigte} · holds for the whole table
# skip               Zeilen, die nichts sagen · rows that say nothing
# form               stub (benennt die Zeile) | mark (Zelle = Kreuz) | names (Zelle = Namen) | value (Zelle = Wert) | structure (zählt nicht)
# role               actor offer audience theme region type sender receiver contactName contactPhone contactMail website …
"""


def dump(profile: Profile) -> str:
    """Return the profile's text."""
    return _HEAD + "\n".join(_lines(profile)) + "\n"


def _lines(profile: Profile) -> Iterator[str]:
    yield "profile: 1"
    for name, pairs in (
        ("signs", profile.signs),
        ("colours", profile.colours),
        ("abbreviations", profile.abbreviations),
    ):
        if pairs:
            yield f"{name}:"
            yield from (f"  {_text(key)}: {_text(value)}" for key, value in pairs)
    if profile.ignore:
        yield f"ignore: [{', '.join(map(_text, profile.ignore))}]"
    yield "tables:" if profile.tables else "tables: []"
    for table in profile.tables:
        yield from _table(table)


def _table(table: TableProfile) -> Iterator[str]:
    yield f"  - sheet: {_text(table.sheet)}"
    yield f"    fingerprint: {_text(table.fingerprint)}"
    yield f"    turned: {_flag(table.turned)}"
    yield f"    header: [{', '.join(_index(row, not table.turned) for row in table.header)}]"
    last = _index(table.last, not table.turned) if table.last else "end"
    yield f"    body: [{_index(table.first, not table.turned)}, {last}]"
    yield f"    towards: {table.towards}"
    yield f"    edges: {_flag(table.edges)}"
    yield f"    closed: {_flag(table.closed)}"
    yield f"    within: {_mapping(table.within)}"
    yield f"    skip: [{', '.join(_index(row, not table.turned) for row in sorted(table.skipped))}]"
    yield "    columns:"
    for column in table.columns:
        yield f"      {_index(column.index, table.turned)}: {_column(column)}"


def _column(column: Column) -> str:
    said = [f"form: {column.form}", f"role: {column.role}", f"label: {_text(column.label)}"]
    if column.within:
        said.append(f"within: {_mapping(column.within)}")
    if column.numeric:
        said.append("counts: true")
    if column.holds:
        said.append(f"holds: {column.holds}")
    groups = "".join(c if c.isprintable() else " " for c in " > ".join(text for _, text in column.groups))
    return "{" + ", ".join(said) + "}" + (f"  # {groups}" if groups else "")


def _mapping(pairs: Sequence[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{_text(key)}: {_text(value)}" for key, value in pairs) + "}"


def _text(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)


def _index(number: int, is_row: bool) -> str:
    return str(number) if is_row else _text(column_letters(number))


def _flag(value: bool) -> str:
    return "true" if value else "false"
