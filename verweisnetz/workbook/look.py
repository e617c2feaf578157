"""What the workbook looks like: the formats of its cells, the same on every sheet."""

from __future__ import annotations

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
    section: Any
    note: Any
    cell: Any
    strong: Any


def look(book: Any) -> Look:
    """Return the formats of a workbook."""
    body = {"valign": "top", "text_wrap": True}
    head = {"bold": True, "valign": "vcenter", "text_wrap": True, "border": 1, "border_color": LINE}
    framed = {**body, "border": 1, "border_color": LINE}
    return Look(
        title=book.add_format({"bold": True, "font_size": 14, "font_color": INK}),
        lead=book.add_format({"italic": True, "font_color": GREY, "valign": "top"}),
        head=book.add_format({**head, "bg_color": INK, "font_color": "#FFFFFF"}),
        expert=book.add_format({**head, "bg_color": GREY, "font_color": "#FFFFFF"}),
        text=book.add_format({**body, "num_format": "@"}),
        plain=book.add_format(body),
        day=book.add_format({**body, "num_format": DAY, "align": "left"}),
        section=book.add_format({"bold": True, "font_size": 12, "font_color": INK, "top": 2, "top_color": INK}),
        note=book.add_format(body),
        cell=book.add_format(framed),
        strong=book.add_format({**framed, "bold": True, "bg_color": PALE}),
    )
