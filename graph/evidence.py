"""Where a source says something: a cell of a sheet or a span of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A cell in A1 notation; ``sheet`` is empty for CSV, where the row is the record number (1-based)."""

    sheet: str
    ref: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.ref}" if self.sheet else self.ref


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (half open) of a source's stored plain text, with the quoted words."""

    start: int
    end: int
    quote: str
    page: int = 0

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


Locator = Cell | Span
