"""The cells of a large sheet in two columns of numbers: a mapping like any other, at twelve bytes a cell."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from itertools import islice, repeat
from operator import lt

from loaders.grid_cell import GridCell
from loaders.known import Known

WIDTH = 1 << 20
"""A place is one number, row * WIDTH + column: wider than any sheet a program writes."""

Place = tuple[int, int]


class Cells(Mapping[Place, GridCell]):
    """Cells by row and column, in the order of rows and columns.

    Args:
        places: ``array("Q")`` of row * `WIDTH` + column, each greater than the one before.
        numbers: ``array("I")`` of the same length: which of the known cells stands there.
        known: the distinct cells of a file; its sheets share them.
    """

    __slots__ = ("known", "numbers", "places")

    def __init__(self, places: array[int], numbers: array[int], known: Known) -> None:
        self.places = places
        self.numbers = numbers
        self.known = known

    @classmethod
    def of(cls, cells: Mapping[Place, GridCell]) -> Cells:
        """Return the same cells packed."""
        if isinstance(cells, cls):
            return cells
        known = Known()
        ordered = sorted(cells.items())
        numbers = array("I", (known.number(cell.text, cell.manner) for _, cell in ordered))
        return cls(array("Q", (row * WIDTH + column for (row, column), _ in ordered)), numbers, known)

    def __len__(self) -> int:
        """Return how many cells are stored."""
        return len(self.places)

    def __iter__(self) -> Iterator[Place]:
        """Yield the addresses, row by row."""
        return map(divmod, self.places, repeat(WIDTH))

    def __getitem__(self, place: Place) -> GridCell:
        """Return the cell at an address."""
        row, column = place
        if row >= 0 <= column < WIDTH:
            wanted = row * WIDTH + column
            at = bisect_left(self.places, wanted)
            if at < len(self.places) and self.places[at] == wanted:
                return self.known.cells()[self.numbers[at]]
        raise KeyError(place)

    def __repr__(self) -> str:
        """Return how many cells there are, not every one of them."""
        return f"Cells({len(self)})"

    def items(self) -> ItemsView[Place, GridCell]:
        """Return addresses with their cells."""
        return _Items(self)

    def values(self) -> ValuesView[GridCell]:
        """Return the cells, row by row."""
        return _Values(self)


class _Items(ItemsView[Place, GridCell]):
    _mapping: Cells

    def __iter__(self) -> Iterator[tuple[Place, GridCell]]:
        return zip(self._mapping, self._mapping.values(), strict=True)


class _Values(ValuesView[GridCell]):
    _mapping: Cells

    def __iter__(self) -> Iterator[GridCell]:
        return map(self._mapping.known.cells().__getitem__, self._mapping.numbers)

    def __contains__(self, value: object) -> bool:
        return any(value == cell for cell in self)


def bounds(places: Sequence[int]) -> tuple[int, int, int, int]:
    """Return top, left, bottom, right of ascending places (1, 1, 0, 0 when there are none)."""
    if not places:
        return 1, 1, 0, 0
    columns = set(map((WIDTH - 1).__and__, places))
    return places[0] // WIDTH, min(columns), places[-1] // WIDTH, max(columns)


def ascending(places: Sequence[int]) -> bool:
    """Return whether each place lies behind the one before."""
    return all(map(lt, places, islice(places, 1, None)))
