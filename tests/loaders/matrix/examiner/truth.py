"""The truth of a file in the yardstick's format, and the author's own checks of it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.loaders.matrix.examiner.model import Book, Fact, Sheet

CONTENT = frozenset({"statement", "report", "negative", "either"})
FRAME = frozenset(
    {"title", "header", "group", "label", "section", "legend", "footnote", "total", "qualifier", "ignorable"}
)
DIMENSIONS = {"region": "regions", "target_group": "target_groups", "theme": "themes", "offer": "offers"}
OBJECTS = {"offers": "offers", "serves": "target_groups", "covers_theme": "themes", "active_in": "regions"}


def truth(book: Book) -> dict[str, object]:
    """Return what a careful clerk reads from the file."""
    named: dict[str, set[str]] = {kind: set() for kind in ("offers", "target_groups", "themes", "regions")}
    for _, _, fact in _facts(book):
        if fact.predicate in OBJECTS:
            named[OBJECTS[fact.predicate]].add(fact.object)
        for key, kind in DIMENSIONS.items():
            if key in fact.qualifiers:
                named[kind].add(str(fact.qualifiers[key]))
    plain = {actor: [actor.removesuffix(" (fiktiv)")] for actor in book.actors if actor.endswith(" (fiktiv)")}
    aliases = {name: sorted({*plain.get(name, []), *book.aliases.get(name, [])}) for name in {*plain, *book.aliases}}
    return {
        "id": book.stem.partition("_")[0],
        "file": f"{book.stem}{book.ending}",
        "title": book.title,
        "region": book.region,
        "difficulty": book.difficulty,
        "phenomena": list(book.phenomena),
        "notes": book.notes,
        "layout": {_sheet(book, sheet): sheet.layout for sheet in book.sheets},
        "actors": sorted(book.actors),
        "optional_actors": sorted(book.optional_actors),
        **{kind: sorted(names) for kind, names in named.items()},
        "aliases": dict(sorted(aliases.items())),
        "statements": [_statement(book, *entry) for entry in _facts(book)],
        "cells": {_sheet(book, sheet): {ref: cell.role for ref, cell in sheet.cells.items()} for sheet in book.sheets},
        "anchors": {_sheet(book, sheet): sheet.anchors for sheet in book.sheets if sheet.anchors},
        "expect_error": list(book.expect_error) or None,
    }


def faults(book: Book) -> list[str]:
    """Return what is wrong with the author's own bookkeeping; an empty list is right."""
    found = []
    known = {*book.actors, *book.optional_actors}
    for sheet, ref, fact in _facts(book):
        where = f"{book.stem} {sheet.name}!{ref}"
        cell = sheet.cells.get(ref)
        if cell is None:
            found.append(f"{where}: fact without a cell")
        elif cell.role in ("report", "negative"):
            found.append(f"{where}: fact on a cell that says nothing")
        elif cell.role == "either" and not fact.optional:
            found.append(f"{where}: a fact of an either cell must be optional")
        if fact.predicate == "refers_to" and not {fact.subject, fact.object} <= known:
            found.append(f"{where}: referral of an unknown actor")
        if fact.predicate == "offers" and fact.subject not in known:
            found.append(f"{where}: {fact.subject} is no actor")
    for sheet in book.sheets:
        asserted = {ref for ref, fact in sheet.facts if not fact.optional}
        for ref, cell in sheet.cells.items():
            where = f"{book.stem} {sheet.name}!{ref}"
            if cell.role not in CONTENT | FRAME:
                found.append(f"{where}: no such role {cell.role}")
            if cell.role == "statement" and ref not in asserted:
                found.append(f"{where}: statement cell without a fact")
    return found


def _facts(book: Book) -> Iterator[tuple[Sheet, str, Fact]]:
    for sheet in book.sheets:
        for ref, fact in sheet.facts:
            yield sheet, ref, fact


def _sheet(book: Book, sheet: Sheet) -> str:
    return "" if book.kind in ("csv", "html") else sheet.name


def _statement(book: Book, sheet: Sheet, ref: str, fact: Fact) -> dict[str, object]:
    made: dict[str, object] = {
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": fact.object,
        "qualifiers": dict(fact.qualifiers),
        "sheet": _sheet(book, sheet),
        "cell": ref,
    }
    if fact.optional:
        made["optional"] = True
    if fact.accept:
        made["accept"] = [dict(reading) for reading in fact.accept]
    return made
