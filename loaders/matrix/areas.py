"""Where the tables of a sheet are: header blocks, bodies, tables below or beside each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from loaders.matrix import captions, contacts, dates, headers, kinds, marks
from loaders.matrix.legends import Legend
from loaders.matrix.sheet import Sheet
from loaders.matrix.words import pattern
from ontology.text import fold

_LONGEST_LABEL = 50
_LISTED = re.compile(r"\s*;\s*|\s+/\s+")
_LOOK_AHEAD = 8
_MOST_HEADER_ROWS = 4


@dataclass(frozen=True, slots=True)
class Area:
    """One table: its header rows, its body, its columns, and the caption line directly above.

    A ``form`` has no header row: its first column says what stands beside it.
    """

    header: tuple[int, ...]
    first: int
    last: int
    left: int
    right: int
    caption: int = 0
    form: bool = False


@dataclass(frozen=True, slots=True)
class Surface:
    """The part of a sheet in which tables are looked for, without the cells a legend has claimed."""

    sheet: Sheet
    legend: Legend
    left: int = 1
    right: int = 1 << 30

    def filled(self, row: int) -> list[int]:
        """Return the columns of a row that hold text nobody has claimed, one per merged area."""
        seen, found = set(), []
        for column in self.sheet.filled(row, self.left, self.right):
            origin = self.sheet.origin(row, column)
            if origin not in seen and not self.is_claimed(row, column):
                seen.add(origin)
                found.append(column)
        return found

    def is_claimed(self, row: int, column: int) -> bool:
        """Return whether a legend has used the cell shown at a place."""
        return (self.sheet.name, self.sheet.origin(row, column)) in self.legend.claimed

    def is_value(self, row: int, column: int) -> bool:
        """Return whether a cell holds a sign, number, date or contact rather than a label."""
        cell, text = self.sheet.cell(row, column), self.sheet.text(row, column)
        if cell is None or cell.kind in {"number", "date", "bool", "error"}:
            return True
        if headers.tag(text) or headers.exact(text) or self.legend.resolves(self.sheet.name, text):
            return False
        if marks.sign(text) or self.legend.sign(self.sheet.name, text) or marks.number(text) is not None:
            return True
        return bool(contacts.looks_like(text) or dates.iso(text))

    def is_label(self, text: str) -> bool:
        """Return whether a text names something a vocabulary, a grammar or the legend knows."""
        return self.legend.resolves(self.sheet.name, text) or bool(kinds.weights(text))

    def below(self, row: int) -> list[int]:
        """Return the next rows with content."""
        return [
            other for other in range(row + 1, min(self.sheet.last_row, row + 2 * _LOOK_AHEAD) + 1) if self.filled(other)
        ][:_LOOK_AHEAD]


def find(surface: Surface) -> list[Area]:
    """Return the tables of a surface from top to bottom, those beside each other from left to right."""
    tagged = _tagged(surface)
    if tagged:
        return tagged
    form = _form(surface)
    if form:
        return form
    areas: list[Area] = []
    row = 1
    while (header := _next_header(surface, row, first=not areas)) is not None:
        block = _header_block(surface, header, row)
        first = block[-1] + 1
        following = _next_start(surface, first + 1, block)
        last = _last_content(surface, first, following - 1)
        if last >= first:
            areas.append(_bounded(surface, Area(block, first, last, 0, 0, _caption(surface, block[0], row))))
        row = max(following, first + 1)
    return [piece for area in areas for piece in _beside(surface, area)]


def _tagged(surface: Surface) -> list[Area]:
    """Return the one table of a sheet with a row of HXL tags: its header is that row and the lines right above."""
    for row in list(surface.sheet.rows)[:30]:
        columns = surface.filled(row)
        tags = sum(bool(headers.tag(surface.sheet.text(row, column))) for column in columns)
        if len(columns) > 1 and tags >= max(2, len(columns) / 2):
            block = [row]
            while len(block) < _MOST_HEADER_ROWS and len(surface.filled(block[0] - 1)) > 1:
                block.insert(0, block[0] - 1)
            last = _last_content(surface, row + 1, surface.sheet.last_row)
            return [_bounded(surface, Area(tuple(block), row + 1, last, 0, 0))] if last > row else []
    return []


def _form(surface: Surface) -> list[Area]:
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
    words = [sum(bool(headers.exact(surface.sheet.text(row, c))) for c in surface.filled(row)) for row in rows]
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
    caption = _caption(surface, rows[0], 1)
    forms = (
        Area((), first, last, side, right, caption if first == rows[0] else 0, form=True)
        for first, last in zip(starts, ends, strict=True)
    )
    return list(forms) if right > side else []


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
        len(text) <= _LONGEST_LABEL and not surface.is_value(row, c) for text, c in zip(texts, columns, strict=True)
    )
    return plain and not _lists_actors(texts) and _continues(surface, row, columns)


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
    if _lists_actors(texts) or _heads_tables(surface, row, row + 1):
        return False
    if headers.exact(texts[0]) == "attribute" and _continues(surface, row, columns):
        return True
    words = sum(bool(headers.exact(text)) for text in texts)
    named = sum(surface.is_label(text) for text in texts)
    support = _support(surface, row, columns)
    if words >= 2 and words >= 0.3 * count:
        return True
    if words and words + named >= count / 2 and (count > 2 or support or _continues(surface, row, columns)):
        return True
    if support >= 2 and support >= 0.4 * count:
        return True
    return named >= 0.6 * count and count >= 3 and (bool(support) or columns[0] > surface.left)


def _lists_actors(texts: Sequence[str]) -> bool:
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


def _continues(surface: Surface, row: int, columns: Sequence[int]) -> bool:
    below = surface.below(row)
    return bool(below) and all(len(surface.filled(other)) <= len(columns) for other in below)


def _header_block(surface: Surface, row: int, top: int) -> tuple[int, ...]:
    block = [row]
    while block[0] > top and len(block) < _MOST_HEADER_ROWS and _is_group_row(surface, block[0] - 1, row):
        block.insert(0, block[0] - 1)
    while len(block) < _MOST_HEADER_ROWS and _is_sub_row(surface, block[-1] + 1, block):
        block.append(block[-1] + 1)
    return tuple(block)


def _is_group_row(surface: Surface, row: int, header: int) -> bool:
    columns = surface.filled(row)
    if not columns or any(surface.is_value(row, column) for column in columns):
        return False
    if _lists_actors([surface.sheet.text(row, column) for column in columns]):
        return False
    leftmost = min(surface.filled(header))
    if _heads_tables(surface, row, header):
        return False
    if len(columns) > 1:
        return not surface.sheet.text(row, columns[0]).rstrip().endswith(":")
    return columns[0] > leftmost and len(surface.sheet.text(row, columns[0])) <= 60


def _heads_tables(surface: Surface, row: int, header: int) -> bool:
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
    if not fresh or any(surface.is_value(row, column) for column in fresh) or _lists_actors(texts):
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
    if first in fresh and above in {"actor", "sender", "running"}:
        return False
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


def _next_start(surface: Surface, row: int, block: Sequence[int]) -> int:
    """Return the row at which another table begins: a new header after a blank line or a caption."""
    known = {fold(surface.sheet.text(number, column)) for number in block for column in surface.filled(number)}
    before = surface.filled(row - 1)
    for number in range(row, surface.sheet.last_row + 1):
        columns = surface.filled(number)
        named = len(before) == 1 and captions.entity_in(surface.sheet.text(number - 1, before[0])) != ("", "")
        if len(columns) > 1 and len(before) <= 1 and _starts(surface, number, columns, () if named else known, block):
            return number - 1 if len(before) == 1 and number - 1 > block[-1] + 1 else number
        before = columns
    return surface.sheet.last_row + 1


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
    heads = headers.exact(texts[0]) in {"actor", "sender"}
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


def _caption(surface: Surface, header: int, top: int) -> int:
    """Return the row of a line right above the header that names the table, 0 if there is none."""
    for row in range(header - 1, max(top, header - 3) - 1, -1):
        columns = surface.filled(row)
        if columns:
            text = surface.sheet.text(row, columns[0])
            named = (
                len(columns) == 1 and len(text) <= 120 and not pattern("axes", "titles", "metadata").search(fold(text))
            )
            return row if named else 0
    return 0


def _bounded(surface: Surface, area: Area) -> Area:
    """Set the columns: everything from the first to the last used by header or body lines with several cells."""
    rows = [row for row in surface.sheet.rows if area.header[0] <= row <= area.last]
    used = {c for row in rows if len(columns := surface.filled(row)) > 1 or row in area.header for c in columns}
    for row in area.header:
        columns = surface.sheet.filled(row, surface.left, surface.right)
        used.update(column for column in columns if not surface.is_claimed(row, column))
    coloured = {c for row in rows for c, cell in surface.sheet.rows[row].items() if surface.legend.colour(cell.fill)}
    header_end = max(used, default=surface.left)
    used |= {c for c in coloured if c <= header_end}
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
    return replace(area, caption=_caption(surface, area.header[0], 1)) if area.header else area


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
