"""Forms: sheets without a header row, whose first column says what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.matrix import headers, kinds, marks
from loaders.matrix.surface import Area, Surface, caption_above


def forms(surface: Surface) -> list[Area]:
    """Return the tables of a sheet that is a form: words of the dictionary at the side, values beside them.

    A sheet may hold one such form below the other, each beginning with the name of its actor.
    """
    rows = [row for row in surface.sheet.rows if len(surface.filled(row)) > 1]
    if len(rows) < 3:
        return []
    side = min(surface.filled(row)[0] for row in rows)
    roles = [headers.exact(surface.sheet.text(row, side)) for row in rows]
    above = [headers.exact(surface.sheet.text(rows[0], column)) for column in surface.filled(rows[0])[1:]]
    named = [role for role in roles if role and role not in {"total", "running"}]
    words = [_words(surface, row) for row in rows]
    headed = words[0] > 1 or max(words) > 2  # one word beside another may be a value: "Art: Behörde"
    if headed or len(set(named)) < 3 or any(above) or set(named) <= set(headers.ENTITIES):
        return []
    if len(named) + _options(surface, rows, side) < 0.6 * len(rows):
        return []
    if "actor" not in named and not kinds.known("actor", surface.sheet.name):
        return []
    named_in = [surface.filled(row) for row, role in zip(rows, roles, strict=True) if role == "actor"]
    right = max(column for columns in named_in or map(surface.filled, rows) for column in columns)
    starts = [row for row, role in zip(rows, roles, strict=True) if role == "actor"]
    starts = starts if len(starts) > 1 and starts[0] == rows[0] else [rows[0]]
    ends = [max(row for row in rows if row < following) for following in starts[1:]] + [rows[-1]]
    caption = caption_above(surface, rows[0], 1)
    found = (
        Area((), first, last, side, right, caption if first == rows[0] else 0, form=True)
        for first, last in zip(starts, ends, strict=True)
    )
    return list(found) if right > side else []


def _words(surface: Surface, row: int) -> int:
    """Count the words of the dictionary in a row; with a gap it holds pairs: "Kontakt | Anmeldung |  | Telefon | 4710"."""
    columns = surface.filled(row)
    found = [column for column in columns if headers.exact(surface.sheet.text(row, column))]
    pairs = len(columns) <= columns[-1] - columns[0]
    return sum(column - 1 not in found for column in found) if pairs else len(found)


def _options(surface: Surface, rows: Sequence[int], side: int) -> int:
    """Count the lines of a questionnaire that tick an option: below a question about groups or offers."""
    found, asked = 0, False
    for row in range(rows[0], rows[-1] + 1):
        columns, role = surface.filled(row), headers.exact(surface.sheet.text(row, side))
        if len(columns) == 1 and columns[0] == side:
            asked = role in headers.ENTITIES
        elif len(columns) > 1 and asked and not role:
            found += bool(marks.sign(surface.sheet.text(row, columns[1])))
    return found
