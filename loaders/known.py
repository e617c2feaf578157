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
        self._by_manner: dict[Manner, Numbers] = {}
        self._rare: dict[tuple[str, Manner], int] = {}
        self._cells: list[GridCell] = []

    def __len__(self) -> int:
        """Return how many cells are known."""
        return len(self.texts)

    def number(self, text: str, manner: Manner) -> int:
        """Return the number of a cell, a new one where it was not known."""
        if not (manner[5] or manner[6]):
            return self.numbers(manner)[text]
        key = (text, manner)  # with a comment or a link: hardly ever twice
        number = self._rare.get(key)
        if number is None:
            number = self._rare[key] = Numbers(self, manner)[text]
        return number

    def numbers(self, manner: Manner) -> Numbers:
        """Return the numbers of all cells of one manner by their texts."""
        found = self._by_manner.get(manner)
        if found is None:
            found = self._by_manner[manner] = Numbers(self, manner)
        return found

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


class Numbers(dict[str, int]):
    """Numbers by text; a text met for the first time is given the next one."""

    __slots__ = ("_known", "_manner", "_more", "_speaks")

    def __init__(self, known: Known, manner: Manner) -> None:
        super().__init__()
        _, _, _, _, _, comment, link, formula = manner
        self._known = known
        self._manner = len(known.table)
        self._more = len(comment) + len(link)
        self._speaks = bool(comment or link or formula)
        known.table.append(manner)

    def __missing__(self, text: str) -> int:
        """Number a text."""
        known = self._known
        number = self[text] = len(known.texts)
        known.texts.append(text)
        known.manners.append(self._manner)
        known.speaks.append(self._speaks or text != "")
        known.chars += len(text) + self._more
        return number
