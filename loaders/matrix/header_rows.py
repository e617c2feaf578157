"""Which rows of a sheet are the header of a table: labels with answers below, group rows above, further rows below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.matrix import headers, kinds
from loaders.matrix.surface import Surface

LONGEST_LABEL = 50
MOST_HEADER_ROWS = 4
_LISTED = re.compile(r"\s*;\s*|\s+/\s+")


def is_header(surface: Surface, row: int) -> bool:
    """Return whether a row can be the header of a table: labels, not values, with something below."""
    columns = surface.filled(row)
    count = len(columns)
    if count < 2:
        return False
    texts = [surface.sheet.text(row, column) for column in columns]
    if sum(bool(headers.tag(text)) for text in texts) >= max(2, count / 2):
        return True
    if sum(surface.is_value(row, column) for column in columns) > count / 5 or texts[0].rstrip().endswith(":"):
        return False
    if lists_actors(texts) or heads_tables(surface, row, row + 1):
        return False
    if headers.exact(texts[0]) == "attribute" and continues(surface, row, columns):
        return True
    words = sum(bool(headers.exact(text)) for text in texts)
    named = sum(surface.is_label(text) for text in texts)
    support = _support(surface, row, columns)
    if words >= 2 and words >= 0.3 * count:
        return True
    if words and words + named >= count / 2 and (count > 2 or support or continues(surface, row, columns)):
        return True
    if support >= 2 and support >= 0.4 * count:
        return True
    return named >= 0.6 * count and count >= 3 and (bool(support) or columns[0] > surface.left)


def lists_actors(texts: Sequence[str]) -> bool:
    """Return whether several cells each list several institutions: a header names one thing in each cell."""
    parts = [[part for part in _LISTED.split(text) if part.strip()] for text in texts]
    return sum(len(some) > 1 and any(kinds.known("actor", part.strip()) for part in some) for some in parts) > 1


def _support(surface: Surface, row: int, columns: Sequence[int]) -> int:
    """Count the columns below whose header there are marks."""
    below = surface.below(row)
    return sum(any(_is_mark(surface, other, column) for other in below) for column in columns)


def _is_mark(surface: Surface, row: int, column: int) -> bool:
    cell = surface.sheet.cell(row, column)
    if cell is None or (not cell.text.strip() and not surface.legend.colour(cell.fill)):
        return False
    return not cell.text.strip() or surface.is_value(row, column)


def continues(surface: Surface, row: int, columns: Sequence[int]) -> bool:
    """Return whether the rows below a header have no more cells than it."""
    below = surface.below(row)
    return bool(below) and all(len(surface.filled(other)) <= len(columns) for other in below)


def header_block(surface: Surface, row: int, top: int) -> tuple[int, ...]:
    """Return the rows of the header to which a row belongs, none above ``top``: groups above it, sub-columns below."""
    block = [row]
    while block[0] > top and len(block) < MOST_HEADER_ROWS and _is_group_row(surface, block[0] - 1, row):
        block.insert(0, block[0] - 1)
    while len(block) < MOST_HEADER_ROWS and _is_sub_row(surface, block[-1] + 1, block):
        block.append(block[-1] + 1)
    return tuple(block)


def _is_group_row(surface: Surface, row: int, header: int) -> bool:
    columns = surface.filled(row)
    if not columns or any(surface.is_value(row, column) for column in columns):
        return False
    if lists_actors([surface.sheet.text(row, column) for column in columns]):
        return False
    leftmost = min(surface.filled(header))
    if heads_tables(surface, row, header):
        return False
    if len(columns) > 1:
        return not surface.sheet.text(row, columns[0]).rstrip().endswith(":")
    return columns[0] > leftmost and len(surface.sheet.text(row, columns[0])) <= 60


def heads_tables(surface: Surface, row: int, header: int) -> bool:
    """Return whether each cell of a row stands right above the word for who the rows of a table are: captions, no groups."""
    said = [(headers.exact(surface.sheet.text(header, c)), surface.sheet.text(row, c)) for c in surface.filled(row)]
    return bool(said) and all(
        role in {"actor", "sender", "cooperatesWith"} and headers.exact(text) in {"", *headers.ENTITIES}
        for role, text in said
    )


def _is_sub_row(surface: Surface, row: int, block: Sequence[int]) -> bool:
    columns = surface.filled(row)
    if not columns or row > surface.sheet.last_row - 1:
        return False
    texts = [surface.sheet.text(row, column) for column in columns]
    if sum(bool(headers.tag(text)) for text in texts) >= max(2, len(texts) / 2):
        return True
    if any(headers.tag(surface.sheet.text(block[-1], column)) for column in surface.filled(block[-1])):
        return False
    fresh = [column for column in columns if surface.sheet.anchor(row, column)[0] == row]
    if not fresh or any(surface.is_value(row, column) for column in fresh) or lists_actors(texts):
        return False
    if _spans(surface, block[-1], row):
        return True
    left = min(surface.filled(other)[0] for other in (*block, row, *surface.below(row)[:3]))
    stub = surface.sheet.text(row, left)
    carried = surface.sheet.anchor(row, left)[0] in block
    role = headers.exact(stub) if stub and not carried else ""
    if (stub and not carried and not role) or len(fresh) < 2:
        return False
    first = surface.filled(block[-1])[0]
    named = [c for c in fresh if kinds.known("actor", surface.sheet.text(row, c))]
    if len(named) == 1 and headers.exact(surface.sheet.text(block[-1], named[0])) in {"actor", "sender"}:
        return False  # the one institution stands below the word for institutions: a row of its own
    above = headers.exact(surface.sheet.text(block[-1], first))
    if first == fresh[0] and above in {"actor", "sender", "running"}:
        return False  # what stands below the word for who the rows are names one; further right it heads a group
    if (
        stub
        and first == left
        and first in fresh
        and above in headers.ENTITIES
        and _stands_alone(surface, block[-1], first)
    ):
        return False  # a row label below the word for what the rows are
    known = sum(
        surface.is_label(surface.sheet.text(row, c)) or bool(headers.exact(surface.sheet.text(row, c))) for c in fresh
    )
    return known >= 0.3 * len(fresh) or _support(surface, row, fresh) >= 1


def _spans(surface: Surface, above: int, row: int) -> bool:
    """Return whether the row above is joined with this one: a cell merged over both, beside cells of its own here."""
    sheet = surface.sheet
    joined = [c for c in sheet.filled(row, surface.left, surface.right) if sheet.anchor(row, c)[0] == above != row]
    own = [c for c in sheet.filled(row, surface.left, surface.right) if sheet.anchor(row, c)[0] == row]
    return bool(joined) and len(own) >= 2 and not any(sheet.anchor(row + 1, c)[0] == above for c in joined)


def _stands_alone(surface: Surface, row: int, column: int) -> bool:
    """Return whether a header cell heads its own column only: its neighbour has a header of its own."""
    sheet = surface.sheet
    return bool(sheet.text(row, column + 1)) and sheet.anchor(row, column + 1) != sheet.anchor(row, column)
