"""A grid written as a web page, the way Excel and portals write them: classes, spans, attributes."""

from __future__ import annotations

import html
from collections.abc import Sequence

from loaders.grid import Grid, GridCell

HEAD = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body>'

_HIDDEN = ' style="display: none"'


def page(grids: Sequence[Grid], charset: str = "utf-8") -> str:
    """Return a page with one table per grid, each under its name."""
    tables = "".join(f"<h2>{html.escape(grid.name)}</h2>{table(grid)}" for grid in grids)
    return f"{HEAD.format(charset=charset)}{tables}</body></html>"


def table(grid: Grid) -> str:
    """Return a grid as a table."""
    _, _, bottom, right = grid.bounds()
    spans = {(merge.top, merge.left): merge for merge in grid.merges}
    covered = {
        (row, column)
        for merge in grid.merges
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    } - spans.keys()
    columns = "".join(f"<col{_HIDDEN if column in grid.hidden_columns else ''}>" for column in range(1, right + 1))
    lines = []
    for row in range(1, bottom + 1):
        cells = ""
        for column in range(1, right + 1):
            if (row, column) in covered:
                continue
            merge = spans.get((row, column))
            size = f" rowspan={merge.bottom - row + 1} colspan={merge.right - column + 1}" if merge else ""
            cells += _cell(grid.cells.get((row, column), GridCell("")), size)
        lines.append(f"<tr{_HIDDEN if row in grid.hidden_rows else ''}>{cells}</tr>\n")
    return f"<table border=1>{columns}{''.join(lines)}</table>"


def _cell(cell: GridCell, size: str) -> str:
    text = html.escape(cell.text).replace("\n", "<br>") or "&nbsp;"
    if cell.strike:
        text = f"<s>{text}</s>"
    if cell.font:
        text = f'<font face="{cell.font}">{text}</font>'
    if cell.bold:
        text = f"<b>{text}</b>"
    if cell.link:
        text = f'<a href="{html.escape(cell.link)}">{text}</a>'
    title = f' title="{html.escape(cell.comment)}"' if cell.comment else ""
    fill = f' bgcolor="#{cell.fill}"' if cell.fill else ""
    formula = ' x:fmla="=1"' if cell.formula else ""
    return f"<td{size}{title}{fill}{formula}>{text}</td>"
