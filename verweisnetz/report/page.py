"""The report as one page: no script, no request, no word of a source can become markup; made for A4 and for a wall."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from verweisnetz.maps.drawn_heatmap import drawn_heatmap, heatmap_legend, panels
from verweisnetz.maps.drawn_map import best_connected, drawn_map, map_legend
from verweisnetz.maps.heatmap import squares
from verweisnetz.maps.page import asset, render
from verweisnetz.maps.picture import network
from verweisnetz.report.model import Drawing, Report, Table
from verweisnetz.report.words import Words

_PACKAGE = "verweisnetz.report"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
MOST_PANELS = 6
MOST_TOLD = 3
"""Regions a square names, the worst; the table and the command name the others."""
Legend = list[tuple[Markup, str]]


def report_page(report: Report) -> str:
    """Return a self-contained page; the same report gives the same text."""
    words = Words(report.language)
    return render(
        "report.html.j2",
        styles=[asset("report.css", _PACKAGE)],
        scripts=[],
        package=_PACKAGE,
        values={
            "report": report,
            "words": words,
            "drawn": {block.what: _drawn(block, report, words) for part in report.sections for block in part.blocks
                      if isinstance(block, Drawing)},
            "kind": lambda block: type(block).__name__,
            "numbers": numbers,
        },
    )  # fmt: skip


def numbers(table: Table) -> frozenset[int]:
    """Return the columns of a table that hold nothing but numbers: they are read from the right."""
    columns = enumerate(zip(*table.rows, strict=True)) if table.rows else ()
    return frozenset(at for at, lines in columns if all(_NUMBER.fullmatch(line.text) for line in lines))


def _drawn(block: Drawing, report: Report, words: Words) -> Mapping[str, Any]:
    if block.what == "map":
        picture = network(report.view, report.language)
        drawn = drawn_map(picture, block.title, block.description)
        return {
            "pictures": [drawn] if drawn else [],
            "legend": map_legend(best_connected(picture), report.language),
            "note": "",
        }
    found = panels(squares(report.coverage, report.language, MOST_TOLD))
    pictures = [
        drawn_heatmap(panel, block.title, block.description, f"heatmap{number}")
        for number, panel in enumerate(found[:MOST_PANELS], 1)
    ]
    note = words("heatmap_much", shown=str(MOST_PANELS), all=str(len(found))) if len(found) > MOST_PANELS else ""
    return {"pictures": pictures, "legend": heatmap_legend(report.language), "note": note}
