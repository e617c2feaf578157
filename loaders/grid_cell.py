"""One stored cell of a grid."""

from __future__ import annotations

from dataclasses import dataclass

Manner = tuple[str, str, str, bool, bool, str, str, bool]
"""All fields of a `GridCell` after its text, in their order."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One stored cell.

    Args:
        text: the value as a person sees it (``1`` not ``1.0``; ISO date for dates; ``WAHR``/``FALSCH`` for booleans;
            ``#NV`` for errors); empty for a cell that only carries a colour or a comment.
        kind: ``text`` · ``number`` · ``date`` · ``bool`` · ``error`` · ``empty``.
        fill: resolved RGB such as ``92D050``, or empty; theme colours and tints are resolved.
        font: the font's name where it carries meaning (``Wingdings``), else empty.
    """

    text: str
    kind: str = "text"
    fill: str = ""
    font: str = ""
    bold: bool = False
    strike: bool = False
    comment: str = ""
    link: str = ""
    formula: bool = False

    @property
    def manner(self) -> Manner:
        """All of the cell but its text."""
        return self.kind, self.fill, self.font, self.bold, self.strike, self.comment, self.link, self.formula
