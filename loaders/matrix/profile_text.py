"""A profile as YAML with comments, fit to be corrected by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from loaders.grid import column_letters
from loaders.matrix.profile import ALL, SPLITS, CellNote, ColumnProfile, Pairs, Profile, TableProfile

_HEAD = """\
# Wie diese Datei gelesen wird. Vorgeschlagen von "verweisnetz inspect"; bitte berichtigen. Was fehlt, bleibt automatisch.
# How this file is read. Proposed by "verweisnetz inspect"; please correct. What is left out stays automatic.
#
# Für die ganze Datei · for the whole file
#   signs: {"W": "warme Übergabe", "o": nichts}   was ein Zeichen heißt: ja · nein · teilweise · offen · nichts · andere Worte
#   colours: {"92D050": ja, gelb: "nur auf Anfrage"}   footnotes: {"*": "nur mit Termin"}
#   abbreviations: {JC: "Jobcenter Hagen"}   labels: ["Arbeit, Bildung und Soziales"] (ein Name, kein Trennen · one name)
#   ignore: ["Blatt 2", "Matrix!A40:F60"]   Blätter und Bereiche, die nichts sagen · sheets and areas that say nothing
#   cells: {"Matrix!C7": {is: "x?", read: report}, "Matrix!D9": {is: "s.u.", as: "ja"}}   read: ignore · report
#
# Je Tabelle · for each table
#   sheet, title     Blatt und Zeile darüber; ohne sheet: für alle Blätter · without: for every sheet
#   turned: true     die Akteure stehen in Spalten · actors stand in columns (then "columns" lists rows)
#   header, body     Kopfzeilen; erste und letzte Zeile (end: bis zum Ende der Tabelle, all: des Blatts) · of the table, of the sheet
#   rows, heads      was Zeilen und Spaltenköpfe nennen · what rows and headers name: actor offer audience theme region type
#   names: actor     die Zellen nennen Akteure · cells name actors
#   towards          column: Zeile verweist an Spalte · row refers to column; row: umgekehrt · the other way
#   continues: A     sagt mehr über den, den die Tabelle mit dem Kopf A nennt · tells more about whom the table headed by A names
#   closed: true     eine leere Zelle heißt "nein" · an empty cell means no
#   edges: true      jede Zeile ist ein Verweis · every row is one referral
#   within           gilt für die ganze Tabelle · holds for the whole table: {region: Hagen, audience: Beschäftigte}
#   groups           Zeilen, die die folgenden überschreiben · lines that head those below: {Kammern: type, Hagen: region}
#                    heading: benennt nichts · names nothing; row: eine Zeile wie jede andere · a row like any other
#   skip             Zeilen, die nichts sagen · rows that say nothing: [12, "Zwischensumme"]
# Je Spalte · for each column
#   form             stub (benennt die Zeile) · mark (Zelle = Kreuz) · names (Zelle = Namen) · value (Zelle = Wert) · keyed (Spalte davor sagt, was für ein Wert) · structure (zählt nicht)
#   role             actor offer audience theme region type sender receiver contactName contactPhone contactMail website …
#   head, under      Kopf und Gruppenkopf, wie sie dastehen: daran wird die Spalte wiedererkannt · known again by these
#   label            was der Kopf heißen soll · what the header is to be called; within, counts, holds
#   split            was die Einträge einer Zelle trennt · what parts the entries of a cell: "+" · "/" · lines · none
"""


def dump(profile: Profile) -> str:
    """Return the profile's text."""
    return _HEAD + "\n".join(_lines(profile)) + "\n"


def _lines(profile: Profile) -> Iterator[str]:
    yield "profile: 1"
    for name, pairs in (
        ("signs", profile.signs),
        ("colours", profile.colours),
        ("footnotes", profile.footnotes),
        ("abbreviations", profile.abbreviations),
    ):
        if pairs:
            yield f"{name}:"
            yield from (f"  {_text(key)}: {_text(value)}" for key, value in pairs)
    if profile.labels:
        yield f"labels: [{', '.join(map(_text, profile.labels))}]"
    if profile.ignore:
        yield f"ignore: [{', '.join(map(_text, profile.ignore))}]"
    if profile.cells:
        yield "cells:"
        yield from (f"  {_text(f'{note.sheet}!{note.ref}'.lstrip('!'))}: {_note(note)}" for note in profile.cells)
    yield "tables:" if profile.tables else "tables: []"
    for table in profile.tables:
        yield from _table(table)


def _note(note: CellNote) -> str:
    said = [f"is: {_text(note.holds)}"] if note.holds is not None else []
    said.append(f"as: {_text(note.text)}" if note.read == "as" else f"read: {note.read}")
    return "{" + ", ".join(said) + "}"


def _table(table: TableProfile) -> Iterator[str]:
    rows = not table.turned
    header = ", ".join(_index(row, rows) for row in table.header)
    said: list[tuple[str, str]] = []
    if table.sheet is not None:
        said.append(("sheet", _text(table.sheet)))
    if table.title:
        said.append(("title", _text(table.title)))
    if table.fingerprint:
        anchor = ",".join(str(row) if rows else column_letters(row) for row in table.stood)
        said.append(("fingerprint", _text(f"{table.fingerprint}@{anchor}")))
    if table.turned is not None:
        said.append(("turned", _flag(table.turned)))
    if table.header:
        said.append(("header", f"[{header}]"))
    if table.first:
        last = "all" if table.last == ALL else _index(table.last, rows) if table.last else "end"
        said.append(("body", f"[{_index(table.first, rows)}, {last}]"))
    said += [("rows", f"[{', '.join(table.rows)}]")] if table.rows else []
    said += [(name, value) for name, value in (("heads", table.heads), ("names", table.names)) if value]
    said += [("towards", table.towards)] if table.towards else []
    said += [
        (name, _flag(value)) for name, value in (("edges", table.edges), ("closed", table.closed)) if value is not None
    ]
    said += [("continues", _index(table.continues, rows))] if table.continues else []
    said += [("within", _mapping(table.within))] if table.within is not None else []
    skipped = [*(_index(row, rows) for row in sorted(table.skipped)), *map(_text, table.skipped_texts)]
    said.append(("skip", f"[{', '.join(skipped)}]"))
    said += [("groups", _mapping(table.groups))] if table.groups else []
    said += [(name, _mapping(pairs)) for name, pairs in _own_words(table) if pairs]
    for number, (name, value) in enumerate(said):
        yield f"  {'-' if not number else ' '} {name}: {value}"
    yield "    columns:" if table.columns else "    columns: {}"
    for column in table.columns:
        new = "  # neu, bitte prüfen · new, please check" if column.new else ""
        yield f"      {_index(column.index, not rows)}: {_column(column)}{new}"


def _own_words(table: TableProfile) -> tuple[tuple[str, Pairs], ...]:
    return ("signs", table.signs), ("abbreviations", table.abbreviations)


def _column(column: ColumnProfile) -> str:
    said = [(name, value) for name, value in (("form", column.form), ("role", column.role)) if value]
    said += [("head", _text(column.head))] if column.head else []
    said += [("under", _text(column.under))] if column.under is not None else []
    said += [("label", _text(column.label))] if column.label else []
    said += [("within", _mapping(column.within))] if column.within else []
    said += [("counts", _flag(column.counts))] if column.counts else []
    said += [("holds", column.holds)] if column.holds else []
    named = {sign: word for word, sign in SPLITS.items()}
    said += [("split", named.get(column.split) or _text(column.split))] if column.split is not None else []
    return "{" + ", ".join(f"{name}: {value}" for name, value in said) + "}"


def _mapping(pairs: Sequence[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{_text(key)}: {_text(value)}" for key, value in pairs) + "}"


def _text(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)


def _index(number: int, is_row: bool) -> str:
    return str(number) if is_row else _text(column_letters(number))


def _flag(value: bool) -> str:
    return "true" if value else "false"
