"""Where the tables of a sheet are: header blocks, bodies, tables below or beside each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from loaders.matrix import captions, headers, kinds
from loaders.matrix.forms import forms
from loaders.matrix.header_rows import (
    LONGEST_LABEL,
    MOST_HEADER_ROWS,
    continues,
    header_block,
    is_header,
    lists_actors,
)
from loaders.matrix.surface import Area, Surface, caption_above
from ontology.text import fold


def find(surface: Surface) -> list[Area]:
    """Return the tables of a surface from top to bottom, those beside each other from left to right."""
    tagged = _tagged(surface)
    if tagged:
        return tagged
    form = forms(surface)
    if form:
        return form
    areas: list[Area] = []
    row = 1
    while (header := _next_header(surface, row, first=not areas)) is not None:
        block = header_block(surface, header, row)
        first = block[-1] + 1
        following = _next_start(surface, first + 1, block)
        last = _last_content(surface, first, following - 1)
        if last >= first:
            areas.append(_bounded(surface, Area(block, first, last, 0, 0, caption_above(surface, block[0], row))))
        row = max(following, first + 1)
    return [piece for area in areas for piece in _beside(surface, area)]


def _tagged(surface: Surface) -> list[Area]:
    """Return the one table of a sheet with a row of HXL tags: its header is that row and the lines right above."""
    for row in list(surface.sheet.rows)[:30]:
        columns = surface.filled(row)
        tags = sum(bool(headers.tag(surface.sheet.text(row, column))) for column in columns)
        if len(columns) > 1 and tags >= max(2, len(columns) / 2):
            block = [row]
            while len(block) < MOST_HEADER_ROWS and len(surface.filled(block[0] - 1)) > 1:
                block.insert(0, block[0] - 1)
            last = _last_content(surface, row + 1, surface.sheet.last_row)
            return [_bounded(surface, Area(tuple(block), row + 1, last, 0, 0))] if last > row else []
    return []


def _next_header(surface: Surface, row: int, *, first: bool) -> int | None:
    rows = [number for number in surface.sheet.rows if number >= row and surface.filled(number)]
    for number in rows[:60] if first else rows:
        if number != rows[-1] and (is_header(surface, number) or (first and _names_rows(surface, number))):
            return number
    if first:
        wide = [number for number in rows[:-1] if len(surface.filled(number)) > 1]
        if len(wide) < 2 and not (rows and len(surface.filled(rows[-1])) > 1):
            return None  # one line with a gap in it makes no table
        return next((n for n in wide if not any(surface.is_value(n, c) for c in surface.filled(n))), None)
    return None


def _names_rows(surface: Surface, row: int) -> bool:
    """Return whether a row of short labels begins with the word for what the rows below are about."""
    columns = surface.filled(row)
    texts = [surface.sheet.text(row, column) for column in columns]
    if len(columns) < 3 or headers.exact(texts[0]) not in {*headers.ENTITIES, "actor", "sender"}:
        return False
    plain = all(
        len(text) <= LONGEST_LABEL and not surface.is_value(row, c) for text, c in zip(texts, columns, strict=True)
    )
    return plain and not lists_actors(texts) and continues(surface, row, columns)


def _next_start(surface: Surface, row: int, block: Sequence[int]) -> int:
    """Return the row at which another table begins: a new header after a blank line or a caption."""
    known = {fold(surface.sheet.text(number, column)) for number in block for column in surface.filled(number)}
    before = surface.filled(row - 1)
    for number in range(row, surface.sheet.last_row + 1):
        columns = surface.filled(number)
        named = len(before) == 1 and _names_what_follows(surface, number - 1, before[0], block)
        if len(columns) > 1 and len(before) <= 1 and _starts(surface, number, columns, () if named else known, block):
            return number - 1 if len(before) == 1 and number - 1 > block[-1] + 1 else number
        before = columns
    return surface.sheet.last_row + 1


def _names_what_follows(surface: Surface, row: int, column: int, block: Sequence[int]) -> bool:
    """Return whether a lone label names what a further table is about; below a header for actors an actor is one more."""
    if any(surface.legend.colour(cell.fill) for cell in surface.sheet.rows[row].values() if not cell.text.strip()):
        return False  # it has answers of its own, in colours
    _, kind = captions.entity_in(surface.sheet.text(row, column))
    heads = headers.exact(surface.sheet.text(block[-1], surface.filled(block[-1])[0]))
    return bool(kind) and not (kind == "actor" and heads in {"actor", "sender"})


def _starts(surface: Surface, row: int, columns: Sequence[int], known: Collection[str], block: Sequence[int]) -> bool:
    texts = [fold(surface.sheet.text(row, column)) for column in columns]
    if sum(text in known for text in texts) >= 0.7 * len(texts) or len(set(texts)) < 0.7 * len(texts):
        return False
    if (
        not is_header(surface, row)
        or headers.exact(surface.sheet.text(block[-1], surface.filled(block[-1])[0])) == "attribute"
    ):
        return False
    roles = [role for text in texts if (role := headers.exact(text))]
    heads = headers.exact(texts[0]) in {"actor", "sender", "cooperatesWith"}
    if _names_actors(surface, block):
        return heads
    return (
        heads
        or len(roles) >= 2
        or (bool(roles) and (headers.exact(texts[0]) in headers.ENTITIES or columns[0] > surface.left))
    )


def _names_actors(surface: Surface, block: Sequence[int]) -> bool:
    """Return whether a header names institutions: then rows below may well begin with words of the dictionary."""
    labels = [surface.sheet.text(block[-1], column) for column in surface.filled(block[-1])[1:]]
    return bool(labels) and sum(kinds.known("actor", label) for label in labels) >= len(labels) / 2


def _last_content(surface: Surface, first: int, last: int) -> int:
    return max((row for row in surface.sheet.rows if first <= row <= last and surface.filled(row)), default=first - 1)


def _bounded(surface: Surface, area: Area) -> Area:
    """Set the columns: everything from the first to the last used by header or body lines with several cells."""
    rows = [row for row in surface.sheet.rows if area.header[0] <= row <= area.last]
    used = {c for row in rows if len(columns := surface.filled(row)) > 1 or row in area.header for c in columns}
    for row in area.header:
        columns = surface.sheet.filled(row, surface.left, surface.right)
        used.update(column for column in columns if not surface.is_claimed(row, column))
    coloured = {c for row in rows for c, cell in surface.sheet.rows[row].items() if surface.legend.colour(cell.fill)}
    header_end = max(used, default=surface.left)
    used |= {c for c in coloured if surface.left <= c <= header_end}  # not those of the table beside it
    return replace(area, left=min(used, default=surface.left), right=header_end)


def _beside(surface: Surface, area: Area) -> list[Area]:
    """Cut off what stands beside a table behind an empty column and has labels of its own."""
    used = {c for row in range(area.header[0], area.last + 1) for c in surface.filled(row)}
    gaps = [c for c in range(area.left + 1, area.right) if c not in used and c + 1 in used]
    for gap in gaps:
        right = replace(surface, left=gap + 1, right=area.right)
        if not _own_stub(surface, area, gap + 1):
            continue
        main = replace(area, right=max(c for c in used if c < gap))
        aligned = [row for row in area.header if right.filled(row)]
        pieces = find(right) if not aligned else [_bounded(right, replace(area, left=gap + 1))]
        pieces = [_captioned(right, piece) for piece in pieces if piece.header[0] >= area.header[0]]
        left = replace(surface, right=gap)
        return [_captioned(left, _bounded(left, main)), *[p for piece in pieces for p in _beside(right, piece)]]
    return [area]


def _captioned(surface: Surface, area: Area) -> Area:
    """Return one of several tables beside each other with the line above it that names it alone."""
    return replace(area, caption=caption_above(surface, area.header[0], 1)) if area.header else area


def _own_stub(surface: Surface, area: Area, column: int) -> bool:
    right = replace(surface, left=column, right=area.right)
    headed = [surface.sheet.text(row, column) for row in area.header if surface.sheet.text(row, column)]
    body = [row for row in range(area.first, area.last + 1) if column in right.filled(row)]
    texts = [row for row in body if not surface.is_value(row, column)]
    if not headed:  # nothing above it in this table's header: a table that starts elsewhere
        return len(texts) >= 2 and any(is_header(right, row) for row in body)
    role = headers.exact(headed[-1])
    return (role in {"actor", "alias"} and len(texts) > len(body) / 2) or (
        role == "offer" and len(texts) > len(body) / 2 and len(texts) > 1
    )
