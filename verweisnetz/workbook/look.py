"""What the workbook looks like: the formats of its cells and the heights of its rows, the same on every sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

INK, PALE, GREY, LINE = "#1F3864", "#DCE6F1", "#7F7F7F", "#BFBFBF"
DAY = "dd.mm.yyyy"


@dataclass(frozen=True, slots=True)
class Look:
    """The formats of one workbook."""

    title: Any
    lead: Any
    head: Any
    expert: Any
    text: Any
    plain: Any
    day: Any
    aside: Any
    section: Any
    note: Any
    cell: Any
    strong: Any


def look(book: Any) -> Look:
    """Return the formats of a workbook."""
    frame = {"border": 1, "border_color": LINE}
    body = {"valign": "top", "text_wrap": True}
    head = {"bold": True, "valign": "vcenter", "text_wrap": True, **frame}
    framed = {**body, **frame}
    return Look(
        title=book.add_format({"bold": True, "font_size": 14, "font_color": INK, "valign": "vcenter"}),
        lead=book.add_format({"italic": True, "font_color": GREY, "valign": "vcenter"}),
        head=book.add_format({**head, "bg_color": INK, "font_color": "#FFFFFF"}),
        expert=book.add_format({**head, "bg_color": GREY, "font_color": "#FFFFFF"}),
        text=book.add_format({**framed, "num_format": "@"}),
        plain=book.add_format({**framed, "align": "left"}),
        day=book.add_format({**framed, "num_format": DAY, "align": "left"}),
        aside=book.add_format({"valign": "top", "font_color": GREY, "num_format": "@", **frame}),
        section=book.add_format({"bold": True, "font_size": 12, "font_color": INK, "top": 2, "top_color": INK}),
        note=book.add_format(body),
        cell=book.add_format(framed),
        strong=book.add_format({**framed, "bold": True, "bg_color": PALE}),
    )


def height(cells: Iterable[tuple[str, int]]) -> float:
    """Return how high a row must be for its texts to be seen in columns of some widths; 0: as high as any row.

    Excel finds this out by itself, LibreOffice does not.
    """
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return LINE_HEIGHT * min(lines, MOST_LINES) if lines > 1 else 0


LINE_HEIGHT, MOST_LINES = 15, 12


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // max(width - 1, 1) for line in text.split("\n"))
