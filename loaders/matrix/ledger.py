"""Where statements, issues and the class of every cell are gathered, so that no cell can be lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal as Choice

from graph.evidence import Cell
from graph.issue import Issue, Severity
from graph.statement import Mention, Statement
from loaders.grid import Grid, address, column_letters
from loaders.matrix.passing import Reason, may_pass

Class = Choice["reported", "negative", "statement", "structure"]
Read = Choice["reported", "negative", "statement"]
"""What can become of a cell that is read; structure is what is passed over."""
CLASSES: tuple[Class, ...] = ("reported", "negative", "statement", "structure")
"""The classes of a cell, in the order in which the first that applies to any part of it wins."""

_MOST_ALIKE = 100
"""So many cells of one column are reported one by one; the rest is counted in one issue."""

_RANK = {name: rank for rank, name in enumerate(CLASSES)}
Address = tuple[str, int, int]


@dataclass(slots=True)
class Gathering:
    """The reading of one source as it grows.

    Args:
        source: the source's id.
    """

    source: str
    statements: list[Statement] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    classes: dict[Address, Class] = field(default_factory=dict)
    actors: dict[Mention, None] = field(default_factory=dict)
    alike: Counter[tuple[str, str, int]] = field(default_factory=Counter)

    def place(self, sheet: str, row: int, column: int, found: Read) -> None:
        """Note what was read from a cell; an earlier class of higher rank stays."""
        self._rank((sheet, row, column), found)

    def _rank(self, key: Address, found: Class) -> None:
        known = self.classes.get(key)
        if known is None or _RANK[found] < _RANK[known]:
            self.classes[key] = found

    def pass_over(self, sheet: str, row: int, column: int, reason: Reason, text: str) -> None:
        """Note that a cell is structure, and why; where that does not fit what stands there, it is reported instead.

        Only this makes a cell structure: nothing can be passed over without a reason that holds.
        """
        if may_pass(reason, text):
            self._rank((sheet, row, column), "structure")
        else:
            self.report("VN2001", sheet, row, column, text)

    def report(
        self, code: str, sheet: str, row: int, column: int, value: str, *, severity: Severity = "warning", **params: str
    ) -> None:
        """Report a cell that gave no answer."""
        self.place(sheet, row, column, "reported")
        self.alike[(code, sheet, column)] += 1
        if self.alike[(code, sheet, column)] > _MOST_ALIKE:
            return
        cell = Cell(sheet, address(row, column))
        pairs = {"cell": str(cell), "value": value[:80], **params}
        self.issues.append(Issue(code, self.source, cell, value[:200], tuple(sorted(pairs.items())), severity))

    def close(self, grids: tuple[Grid, ...]) -> None:
        """Report every cell with content that nothing has read."""
        for grid in grids:
            for (row, column), cell in sorted(grid.cells.items()):
                content = cell.text.strip() or cell.comment.strip() or cell.link.strip()
                if content and (grid.name, row, column) not in self.classes:
                    self.report("VN2001", grid.name, row, column, content)
        for (code, sheet, column), count in sorted(self.alike.items()):
            if count > _MOST_ALIKE:
                pairs = {
                    "code": code,
                    "column": column_letters(column),
                    "count": str(count - _MOST_ALIKE),
                    "sheet": sheet or self.source,
                }
                self.issues.append(Issue("VN2004", self.source, None, "", tuple(sorted(pairs.items()))))

    def counts(self) -> Mapping[Class, int]:
        """Return how many cells are in each class."""
        found = Counter(self.classes.values())
        return {name: found[name] for name in CLASSES}
