"""Lists of concepts as numbers in which bit ``i`` stands for concept ``i``: whether any of them fits is one operation."""

from __future__ import annotations

from graph.columns import CodedColumn

KEPT = 1 << 18
"""So many lists of a column are kept; when there are more, reading begins anew."""


class ConceptBits(dict[int, int]):
    """The lists of a column by their code, each read when first asked for: they are the same whoever asks."""

    __slots__ = ("_offsets", "_values")

    def __init__(self, column: CodedColumn) -> None:
        super().__init__()
        self._offsets, self._values = column.offsets, column.values

    def __missing__(self, code: int) -> int:
        """Read a list."""
        if len(self) >= KEPT:
            self.clear()
        start, end, found = self._offsets[code], self._offsets[code + 1], 0
        for concept in self._values[start:end]:
            found |= 1 << concept
        self[code] = found
        return found
