"""How a table is read: what the automatic mode finds and a profile can correct."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal as Choice

Form = Choice["stub", "mark", "names", "value", "keyed", "structure"]
"""How a column takes part.

``stub``: its cells name what the row is about · ``mark``: its header names an entity, cells hold marks ·
``names``: its header names an entity, cells name actors or offers ·
``keyed``: the column before says row by row what stands in it · ``value``: cells hold values of the row's subject ·
``structure``: running numbers, totals, separators.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Args:
        index: its number in the sheet (a row number where the table is turned).
        role: kind of entity (``actor``, ``offer``, ``audience``, ...) or predicate (``contactPhone``, ...).
        label: the header as it stands, clean.
        groups: headers above it, outermost first.
        within: what a group header above says about everything below: pairs of kind and label.
        header: row of the cell that holds the label.
        numeric: whether its numbers count something.
        holds: kind of what its cells name, where they name something (form ``names``).
        split: the sign that parts its entries, empty for one entry a cell; nothing where the cells tell.
    """

    index: int
    role: str
    form: Form
    label: str = ""
    groups: tuple[tuple[int, str], ...] = ()
    within: tuple[tuple[str, str], ...] = ()
    header: int = 0
    numeric: bool = False
    holds: str = ""
    split: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One table of one sheet.

    Args:
        turned: actors stand in columns; rows and columns are exchanged before reading.
        header_rows: rows of the header, in the orientation in which it is read.
        first, last: the rows of the body.
        within: what sheet name or title say about everything: pairs of kind and label.
        towards: in a referral matrix who refers: ``column`` (row refers to column) or ``row``.
        edges: every row is one referral.
        closed: an empty cell means no.
        groups: rows that head those below them, with the kind of what they name; ``row`` for one that does not.
        continues: header row of the table that names whom this one tells more about, 0 for none.
    """

    sheet: str
    turned: bool
    header_rows: tuple[int, ...]
    first: int
    last: int
    columns: tuple[Column, ...]
    within: tuple[tuple[str, str], ...] = ()
    towards: str = "column"
    edges: bool = False
    closed: bool = False
    skipped: frozenset[int] = field(default_factory=frozenset)
    groups: tuple[tuple[int, str], ...] = ()
    continues: int = 0

    def of(self, form: Form, *roles: str) -> tuple[Column, ...]:
        """Return the columns of a form, of these roles if any are named."""
        return tuple(c for c in self.columns if c.form == form and (not roles or c.role in roles))
