"""Where tables are looked for: a part of a sheet without the cells a legend has claimed, and one table found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.matrix import contacts, dates, headers, kinds, marks
from loaders.matrix.legend import Legend
from loaders.matrix.sheet import Place, Sheet
from loaders.matrix.words import pattern
from ontology.text import fold

_LOOK_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Area:
    """One table: its header rows, its body, its columns, and the caption line directly above.

    A ``form`` has no header row: its first column says what stands beside it. Where it has further such columns, each
    is a table that ``continues`` the one whose first column names the subject.
    """

    header: tuple[int, ...]
    first: int
    last: int
    left: int
    right: int
    caption: int = 0
    form: bool = False
    continues: int = 0


@dataclass(frozen=True, slots=True)
class Memory:
    """What has been found out about a surface, so that no step asks again what another one has.

    Args:
        claims: by row, whether a legend has used one of its cells.
        actors: by label, whether it names one.
        sorts: by text, kind and font, what such a cell can be.
        apart: by header, row and leftmost column, whether the row sums up or repeats the header.
    """

    claims: dict[int, bool] = field(default_factory=dict)
    actors: dict[str, bool] = field(default_factory=dict)
    sorts: dict[tuple[str, str, str], frozenset[str]] = field(default_factory=dict)
    apart: dict[tuple[tuple[int, ...], int, int], bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Surface:
    """The part of a sheet in which tables are looked for, without the cells a legend has claimed.

    The legend is complete by then. Parts of one surface share what they know of its rows.
    """

    sheet: Sheet
    legend: Legend
    left: int = 1
    right: int = 1 << 30
    memory: Memory = field(default_factory=Memory, repr=False, compare=False)

    def filled(self, row: int) -> tuple[int, ...]:
        """Return the columns of a row that hold text nobody has claimed, one per merged area."""
        columns = self.sheet.filled(row, self.left, self.right)
        if row in self.sheet.merged_rows:
            shown: dict[Place, int] = {}
            for column in columns:
                shown.setdefault(self.sheet.origin(row, column), column)
            columns = tuple(shown.values())
        if self._has_claims(row):
            columns = tuple(column for column in columns if not self.is_claimed(row, column))
        return columns

    def _has_claims(self, row: int) -> bool:
        known = self.memory.claims.get(row)
        if known is None:
            cells = self.sheet.rows.get(row, ())
            known = self.memory.claims[row] = any(self._is_claimed(row, column) for column in cells)
        return known

    def is_claimed(self, row: int, column: int) -> bool:
        """Return whether a legend has used the cell shown at a place."""
        return self._has_claims(row) and self._is_claimed(row, column)

    def _is_claimed(self, row: int, column: int) -> bool:
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


def caption_above(surface: Surface, header: int, top: int) -> int:
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
