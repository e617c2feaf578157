"""The sheet as plain text, one page of at most 66 lines or as many as it takes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from verweisnetz.handout.handout import Handout, Line

WIDTH = 96
BLANK = "______________________"


def handout_text(sheet: Handout) -> str:
    """Return the sheet as text."""
    return "\n".join(_lines(sheet)) + "\n"


def _lines(sheet: Handout) -> Iterator[str]:
    name = f"{sheet.name}: {BLANK}"
    gap = WIDTH - len(sheet.heading) - len(name)
    yield from (sheet.heading + " " * gap + name,) if gap > 1 else (sheet.heading, name)
    width = max(len(line.label) for line in (*sheet.client, *sheet.adviser)) + 2
    for line in sheet.client:
        yield from _wrapped(line, width)
    yield f"- - {sheet.cut} ".ljust(WIDTH - 1, "-").replace("--", "- ")[:WIDTH]
    for line in sheet.adviser:
        yield from _wrapped(line, width)
    yield sheet.advice


def _wrapped(line: Line, width: int) -> list[str]:
    start = f"{line.label}:".ljust(width)
    return textwrap.wrap(line.text, WIDTH, initial_indent=start, subsequent_indent=" " * width) or [start.rstrip()]
