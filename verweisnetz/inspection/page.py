"""A reading as one page for the browser: every sheet as it looks, each cell with its part and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from loaders.matrix.profile_text import dump
from verweisnetz.inspection.findings import advice, general, reported, told
from verweisnetz.inspection.inspection import Inspection
from verweisnetz.inspection.page_sheet import SheetView, sheet_view
from verweisnetz.inspection.tables import described, headline
from verweisnetz.inspection.words import SIGNS, words

_PACKAGE = "verweisnetz.inspection"
_PROFILE = 60_000
"""So many characters of the profile are shown; the file has them all."""


@dataclass(frozen=True, slots=True)
class Link:
    """A reported cell in the list; ``anchor`` is empty where the sheet does not show it."""

    place: str
    text: str
    anchor: str


def inspection_page(found: Inspection, language: str) -> str:
    """Return a self-contained page: no script, no request, and no word of the file can become markup."""
    from verweisnetz.maps.page import asset, render

    sheets = [sheet_view(found, grid, number, language) for number, grid in enumerate(found.grids, 1)]
    return render(
        "inspection.html.j2",
        styles=[asset("inspection.css", _PACKAGE)],
        scripts=[],
        package=_PACKAGE,
        values={
            "lang": language,
            "words": words(language),
            "title": words(language)["title"].format(file=found.source),
            "used": _used(found, language),
            "signs": SIGNS,
            "counts": _counts(found, language),
            "found": found,
            "predicates": _predicates(found, language),
            "sheets": sheets,
            "tables": _tables(found, language),
            "findings": _findings(found, sheets, language),
            "notes": [(told(issue, language), advice(issue, language)) for issue in general(found)],
            "profile": dump(found.profile)[:_PROFILE],
            "profile_name": found.source.rpartition(".")[0] + ".yaml",
        },
    )


def _used(found: Inspection, language: str) -> str:
    text = words(language)
    if not found.chosen.name:
        return str(text["automatic"])
    return str(text["by_header" if found.chosen.by_header else "read_with"].format(profile=found.chosen.name))


def _counts(found: Inspection, language: str) -> list[tuple[str, int, str, str]]:
    """Return name, count, word and share of each class of the ledger."""
    total = found.ledger.cells or 1
    said = words(language)["ledger_words"].items()
    return [
        (name, getattr(found.ledger, name), word, f"{getattr(found.ledger, name) / total:.0%}") for name, word in said
    ]


def _predicates(found: Inspection, language: str) -> list[tuple[str, int]]:
    from ontology.vocabulary import load

    known = load().predicates
    named = [(known[name].labels.get(language, name) if name in known else name, count)
             for name, count in found.predicates.items()]  # fmt: skip
    return sorted(named, key=lambda pair: (-pair[1], pair[0]))


def _tables(found: Inspection, language: str) -> dict[str, list[tuple[str, list[tuple[str, str]]]]]:
    """Return headline and description of each table, by sheet."""
    result: dict[str, list[tuple[str, list[tuple[str, str]]]]] = {}
    for number, table in enumerate(found.tables, 1):
        result.setdefault(table.sheet, []).append((headline(table, number, language), described(table, language)))
    return result


def _findings(found: Inspection, sheets: list[SheetView], language: str) -> list[dict[str, Any]]:
    anchors = {(sheet.name, *place): anchor for sheet in sheets for place, anchor in sheet.anchors.items()}
    return [
        {
            "code": finding.code,
            "advice": finding.advice,
            "count": finding.count,
            "cells": [Link(cell.place, cell.text, anchors.get(cell.where, "")) for cell in finding.cells],
        }
        for finding in reported(found, language)
    ]
