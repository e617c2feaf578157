"""A document as every extractor sees it: its plain text once, and what each stretch of it is."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.evidence import Span
from loaders.grid import Grid

BlockKind = Literal["title", "heading", "paragraph", "bullet", "label", "table", "caption", "boilerplate"]
"""What a stretch of text is on the page. ``label`` is a line "Veranstalter: …"; ``boilerplate`` is what a page has
around its content and says nothing about the region (menus, cookie notes, photo credits)."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Characters ``start`` to ``end`` (half open) of the document's text; blocks are in order and do not overlap.

    Args:
        level: depth of a heading (1 is the highest) or of a bullet (1 is the outermost); a paragraph or label line
            inside an item of a list has the item's level; 0 elsewhere.
        page: 1-based page of a PDF, else 0.
        cells: for a line of a table the bounds of each cell's text.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    page: int = 0
    cells: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Document:
    """One project description.

    Args:
        source: the source's id.
        text: the stored plain text; every offset of this document counts its characters.
        blocks: sorted; what lies between two blocks is white space.
        title: what the file itself calls the document (``<title>``, metadata), or empty.
        tables: tables inside the document, for the matrix interpreter.
        notes: what the reader noticed, as coded lines (`loaders.notes`).
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    tables: tuple[Grid, ...] = ()
    notes: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """The digest of the stored text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def quote(self, start: int, end: int) -> Span:
        """Return a place of the text with its words and page."""
        return Span(start, end, self.text[start:end], self.page(start))

    def page(self, at: int) -> int:
        """Return the page of a character, 0 where the document has none."""
        block = self.block_at(at)
        return block.page if block else 0

    def block_at(self, at: int) -> Block | None:
        """Return the block a character stands in, nothing for the white space between them."""
        number = bisect_right(self._starts, at) - 1
        return self.blocks[number] if number >= 0 and at < self.blocks[number].end else None

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def read(self, block: Block) -> str:
        """Return a block's words."""
        return self.text[block.start : block.end]

    def content(self) -> Iterator[Block]:
        """Yield the blocks that say something: all but boilerplate."""
        return (block for block in self.blocks if block.kind != "boilerplate")
