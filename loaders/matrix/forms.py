"""Forms: sheets without a header row, whose first column says what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.matrix import headers, kinds, marks
from loaders.matrix.surface import Area, Surface, caption_above

_NO_FIELD = frozenset({"", "total", "running"})
_MOSTLY = 0.6
"""So large a part of a column's cells must be words for it to say what stands beside it."""


def forms(surface: Surface) -> list[Area]:
    """Return the tables of a sheet that is a form: words of the dictionary at the side, values beside them.

    A sheet may hold one such form below the other, each beginning with the name of its actor; and a line may hold
    several pairs, each column of words with its values beside it.
    """
    rows = [row for row in surface.sheet.rows if len(surface.filled(row)) > 1]
    if len(rows) < 3:
        return []
    side = min(surface.filled(row)[0] for row in rows)
    keys = _keys(surface, rows, side)
    words = [_strays(surface, row, keys) + bool(_role(surface, row, side)) for row in rows]
    headed = words[0] > 1 or max(words) > 2  # one word beside another may be a value: "Art: Behörde"
    above = [_role(surface, rows[0], column) for column in surface.filled(rows[0])[1:] if column not in keys]
    said = [[role for key in keys if (role := _role(surface, row, key)) not in _NO_FIELD] for row in rows]
    named = {role for roles in said for role in roles}
    if headed or any(above) or len(named) < 3 or named <= set(headers.ENTITIES):
        return []
    if sum(map(bool, said)) + _options(surface, rows, side) < 0.6 * len(rows):
        return []
    if "actor" not in named and not kinds.known("actor", surface.sheet.name):
        return []
    return list(_pieces(surface, rows, keys))


def _pieces(surface: Surface, rows: Sequence[int], keys: Sequence[int]) -> Iterator[Area]:
    """Yield the forms of a sheet, below and beside each other, each followed by the further pairs of its lines."""
    mains = [key for key in keys if any(_role(surface, row, key) == "actor" for row in rows)] or [keys[0]]
    last = max(column for row in rows for column in surface.filled(row))
    for main in mains:
        mine = [key for key in keys if key == main or (key not in mains and _main(key, mains) == main)]
        starts = [row for row in rows if _role(surface, row, main) == "actor"]
        bound = min((key - 1 for key in keys if key > main), default=last)
        widest = max((c for row in starts or rows for c in surface.filled(row) if c <= bound), default=main)
        starts = starts if len(starts) > 1 and starts[0] == rows[0] else [rows[0]]
        ends = [max(row for row in rows if row < following) for following in starts[1:]] + [rows[-1]]
        for top, bottom in zip(starts, ends, strict=True):
            above = caption_above(surface, rows[0], 1) if top == rows[0] and main == mains[0] else 0
            for key in (main, *(key for key in mine if key != main)):
                right = widest if key == main else min((other - 1 for other in keys if other > key), default=last)
                if right > key and any(surface.sheet.text(row, key) for row in range(top, bottom + 1)):
                    yield Area((), top, bottom, key, right, above, form=True, continues=0 if key == main else main)


def _main(key: int, mains: Sequence[int]) -> int:
    """Return the column that names whom the pairs of another one are about: the last before it, or the first."""
    return max((main for main in mains if main < key), default=mains[0])


def _keys(surface: Surface, rows: Sequence[int], side: int) -> tuple[int, ...]:
    """Return the columns whose cells say what stands beside them: the first, and those of further pairs in a line."""
    keys = [side]
    for column in sorted({column for row in rows for column in surface.filled(row) if column > side + 1}):
        held = [row for row in rows if column in surface.filled(row)]
        words = [row for row in held if _role(surface, row, column)]
        hints = [row for row in held if headers.loose(surface.sheet.text(row, column))] if words else []
        parted = len(words) > 1 or not surface.sheet.text(held[0], column - 1)
        beside = any(surface.sheet.text(row, column + 1) for row in held)
        if column - 1 not in keys and parted and beside and len(hints) >= _MOSTLY * len(held):
            keys.append(column)
    return tuple(keys)


def _role(surface: Surface, row: int, column: int) -> str:
    return headers.exact(surface.sheet.text(row, column))


def _strays(surface: Surface, row: int, keys: Sequence[int]) -> int:
    """Count the words of the dictionary that stand where values should."""
    return sum(bool(_role(surface, row, column)) for column in surface.filled(row) if column not in keys)


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
