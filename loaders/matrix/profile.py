"""How to read one source where the automatic reading errs: what a person says, and only that.

Whatever a profile leaves out is read automatically. `profile_reading` makes it from YAML, `profile_text` writes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal as Choice

from loaders.a1 import Box
from loaders.matrix.plan import Form

ROLES = frozenset(
    {
        "actor", "offer", "audience", "theme", "region", "type", "sender", "receiver", "alias", "contact", "contactName",
        "contactPhone", "contactMail", "website", "address", "fax", "cost", "capacity", "format", "language",
        "openingHours", "status", "legalBasis", "access", "remark", "lastChecked", "agreedOn", "runsFrom", "runsUntil",
        "runs", "minAge", "maxAge", "occasion", "mode", "responsibility", "feedback", "agreement", "memberOf", "fundedBy",
        "costBearer", "followUp",
        "cooperatesWith", "coordinates", "organises", "role", "other", "running", "total", "attribute",
    }
)  # fmt: skip
"""What a column can be about."""

FORMS: tuple[Form, ...] = ("stub", "mark", "names", "value", "keyed", "structure")
KINDS = ("actor", "offer", "audience", "theme", "region", "type")
"""What rows, headers and cells of a table can name."""
GROUPS = (*KINDS, "heading", "row")
"""What a lone label can be: the head of the rows below it, naming something or nothing, or a row of its own."""
SPLITS = {"lines": "\n", "none": ""}
"""Words for signs that part entries and cannot be seen."""

Pairs = tuple[tuple[str, str], ...]
END, ALL = 0, -1
"""Last row of a body: where the automatic reading sees the end, or the last row of the sheet."""


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """What is said about one column.

    Args:
        index: where it stood; next year it is found by its head.
        head, under: its header as it stands, and the group headers above; what it is known by.
        label: what its header names, where that is not what it says.
        form, role: empty for automatic; where both are given, the column is described fully.
        split: the sign that parts its entries; nothing for automatic.
        new: the profile it is carried on from did not know it.
    """

    index: int
    head: str = ""
    under: str | None = None
    form: Form | Choice[""] = ""
    role: str = ""
    label: str = ""
    within: Pairs | None = None
    counts: bool | None = None
    holds: str | None = None
    split: str | None = None
    new: bool = False

    @property
    def full(self) -> bool:
        """Whether nothing about the column is left to the automatic reading."""
        return bool(self.form and self.role)

    @property
    def known_by(self) -> str:
        """The header by which the column is found again; empty if only its place is known."""
        return self.head


@dataclass(frozen=True, slots=True)
class TableProfile:
    """What is said about one table, or about every table that fits.

    Args:
        sheet: nothing for every sheet.
        title: the line above the table, which tells it from others with the same header.
        fingerprint, anchor: of its header when the profile was written, and where that header stood.
        header, first, last: rows in the orientation in which it is read; empty or nothing for automatic.
        rows: kinds of what the leading columns name; ``heads`` what the headers of the others name;
            ``names`` what their cells name.
        groups: lone labels, by row number or as they stand, and what each is.
        continues: header row of the table that names whom this one tells more about.
    """

    sheet: str | None = None
    title: str = ""
    fingerprint: str = ""
    anchor: tuple[int, ...] = ()
    turned: bool | None = None
    header: tuple[int, ...] = ()
    first: int = 0
    last: int | None = None
    columns: tuple[ColumnProfile, ...] = ()
    rows: tuple[str, ...] = ()
    heads: str = ""
    names: str = ""
    within: Pairs | None = None
    towards: str = ""
    edges: bool | None = None
    closed: bool | None = None
    skipped: frozenset[int] = frozenset()
    skipped_texts: tuple[str, ...] = ()
    groups: Pairs = ()
    signs: Pairs = ()
    abbreviations: Pairs = ()
    continues: int = 0

    @property
    def stood(self) -> tuple[int, ...]:
        """The rows in which the header stood when the profile was written."""
        return self.anchor or self.header

    @property
    def single(self) -> bool:
        """Whether one table is meant, rather than every table that fits."""
        return bool(self.fingerprint or self.title or (self.header and self.sheet is not None))

    def over(self, general: TableProfile) -> TableProfile:
        """Return what is said here, and of what is left out what is said of several tables."""
        unsaid = {"turned", "header", "first", "last", "rows", "heads", "names", "within", "towards", "edges", "closed"}
        taken = {name: getattr(general, name) for name in unsaid if getattr(self, name) in (None, "", (), 0)}
        return replace(
            self,
            **taken,
            skipped_texts=(*self.skipped_texts, *general.skipped_texts),
            groups=(*general.groups, *self.groups),
            signs=(*general.signs, *self.signs),
            abbreviations=(*general.abbreviations, *self.abbreviations),
        )

    @property
    def known_by(self) -> tuple[ColumnProfile, ...]:
        """The columns by whose headers the table is found."""
        return tuple(column for column in self.columns if column.known_by)


@dataclass(frozen=True, slots=True)
class CellNote:
    """How one cell, or a rectangle of cells, is to be read.

    Args:
        read: ``ignore`` · ``report`` · ``as`` (then ``text`` stands for what is written there).
        holds: what must stand there for the note to apply; nothing for whatever stands there.
    """

    sheet: str
    box: Box
    ref: str
    read: Choice["ignore", "report", "as"]
    text: str = ""
    holds: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person says about one source.

    Args:
        ignore: sheets that say nothing.
        signs, colours, footnotes, abbreviations: come before the file's own legend.
        labels: names that stay whole although they hold a comma or an "und".
        cells: single cells that are read otherwise.
        borrowed: written for another file and found by its headers: what only an address says may be out of date.
    """

    tables: tuple[TableProfile, ...] = ()
    ignore: tuple[str, ...] = ()
    signs: Pairs = ()
    colours: Pairs = ()
    footnotes: Pairs = ()
    abbreviations: Pairs = ()
    labels: tuple[str, ...] = ()
    cells: tuple[CellNote, ...] = field(default=())
    borrowed: bool = False

    @property
    def says_nothing(self) -> bool:
        """Whether everything stays automatic, as in the profile that is proposed for a file of the template."""
        return self in (Profile(), Profile(borrowed=True))

    def lent(self) -> Profile:
        """Return the profile for a file other than the one it was written for."""
        return replace(self, borrowed=True)
