"""Every distinct cell of a file once, by number; a large list repeats itself, and has few manners of writing."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import islice

from loaders.grid_cell import GridCell, Manner


class Known:
    """Distinct cells as texts and manners (`Manner`: all of a cell but its text); `GridCell`s are made when asked for.

    Args:
        texts: text by number of the cell.
        manners: by number of the cell, the number of its manner in ``table``.
    """

    __slots__ = ("_by_manner", "_cells", "_rare", "chars", "manners", "speaks", "table", "texts")

    def __init__(
        self,
        texts: list[str] | None = None,
        manners: array[int] | None = None,
        table: list[Manner] | None = None,
    ) -> None:
        self.texts = texts or []
        self.manners = manners or array("I")
        self.table = table or []
        self.speaks = bytearray()  # of those numbered here: whether the cell says more than a colour
        self.chars = 0  # of texts, comments and links numbered here
        self._by_manner: dict[Manner, tuple[int, dict[str, int]]] = {}
        self._rare: dict[tuple[str, Manner], int] = {}
        self._cells: list[GridCell] = []

    def __len__(self) -> int:
        """Return how many cells are known."""
        return len(self.texts)

    def number(self, text: str, manner: Manner) -> int:
        """Return the number of a cell, a new one where it was not known."""
        if manner[5] or manner[6]:  # with a comment or a link, hardly ever twice
            key = (text, manner)
            number = self._rare.get(key)
            if number is None:
                self.table.append(manner)
                number = self._rare[key] = self._new(text, len(self.table) - 1, manner)
            return number
        found = self._by_manner.get(manner)
        if found is None:
            found = self._by_manner[manner] = (len(self.table), {})
            self.table.append(manner)
        number = found[1].get(text)
        if number is None:
            number = found[1][text] = self._new(text, found[0], manner)
        return number

    def cell(self, number: int) -> GridCell:
        """Return one cell."""
        return GridCell(self.texts[number], *self.table[self.manners[number]])

    def cells(self) -> Sequence[GridCell]:
        """Return all cells by number, each made once."""
        made, table = len(self._cells), self.table
        if made < len(self.texts):
            rest = zip(islice(self.texts, made, None), islice(self.manners, made, None), strict=True)
            self._cells.extend(GridCell(text, *table[manner]) for text, manner in rest)
        return self._cells

    def _new(self, text: str, place: int, manner: Manner) -> int:
        _, _, _, _, _, comment, link, formula = manner
        self.texts.append(text)
        self.manners.append(place)
        self.speaks.append(bool(text or comment or link or formula))
        self.chars += len(text) + len(comment) + len(link)
        return len(self.texts) - 1
