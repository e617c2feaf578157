"""What a report consists of, independent of how it is written: sections of tables and lists, and the evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from graph.view import View
from queries.coverage import CoverageAnswer


@dataclass(frozen=True, slots=True)
class Line:
    """Some words with the numbers of the evidence behind them; ``more`` places are not listed, ``link``: a section."""

    text: str
    cited: tuple[int, ...] = ()
    more: int = 0
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its head. ``blank``: a last column to write into by hand."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    blank: str = ""
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A short list; ``title`` heads it, ``meaning`` says what to think of it."""

    title: str
    meaning: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where a picture belongs: ``map`` or ``heatmap``; ``description`` says in words what it shows."""

    what: str
    title: str
    description: str


Block = Table | Listed | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under a heading of its own; ``intro`` may be empty."""

    id: str
    title: str
    intro: tuple[Line, ...]
    blocks: tuple[Block, ...] = ()

    @property
    def pair(self) -> tuple[str, str]:
        """Id and title, as the contents list them."""
        return self.id, self.title


@dataclass(frozen=True, slots=True)
class Place:
    """One piece of evidence: where it is said, and the words as read (empty where they are not shown)."""

    number: int
    place: str
    text: str
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The whole.

    Args:
        facts: what stands under the title: day, space, generation.
        short: the short version, in five sentences.
        unknown: what this report does not know.
        view, coverage: what pictures are drawn from.
    """

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    day: date
    short: tuple[Line, ...]
    unknown: tuple[Line, ...]
    sections: tuple[Section, ...]
    places: tuple[Place, ...]
    view: View = field(repr=False, compare=False)
    coverage: CoverageAnswer = field(repr=False, compare=False)
