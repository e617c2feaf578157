"""What a web page is made of, in its order, before it is decided which of it is content."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from loaders.prose.regions import Region
from loaders.readers.page import Table

PartKind = Literal["heading", "paragraph", "bullet", "term", "definition", "caption", "table"]

_LINKED = 0.8


@dataclass(slots=True)
class Part:
    """A stretch of text in one element.

    Args:
        level: depth of a heading, or of the list it stands in.
        sign: what the list puts before an item.
        linked, bold: how many of its characters are a link, are bold.
        close: it stands directly below the one before: a line after a break, an item after another.
        table: for a table its cells; its words are none.
    """

    words: str
    kind: PartKind
    level: int
    region: Region
    sign: str = ""
    linked: int = 0
    bold: int = 0
    close: bool = False
    table: Table | None = None

    @property
    def size(self) -> int:
        """Characters that are not white space."""
        if self.table is not None:
            return sum(len("".join(cell.text.split())) for cell in self.table.cells.values())
        return len("".join(self.words.split()))

    @property
    def is_link(self) -> bool:
        """Whether it is hardly more than a link."""
        return self.table is None and 0 < self.linked >= _LINKED * self.size

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return 0 < self.bold >= self.size


@dataclass(slots=True)
class Line:
    """The line of text that is being read."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0

    def add(self, words: str, *, link: bool, bold: bool) -> None:
        """Add characters."""
        self.pieces.append(words)
        size = len("".join(words.split()))
        self.linked += size * link
        self.bold += size * bold
