"""A document as passages: each block with its sentences, and what it is about besides what it names itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.prose.document import Block, Document
from loaders.prose.extract import Node
from loaders.prose.rules.relation_clauses import Clause, clauses_of
from loaders.prose.rules.relation_words import Naming, Word, namings_of, words_of
from loaders.prose.sentences import of_block

HOSTS = frozenset({"Project", "Network", "Board", "Event", "Offer", "Actor"})
"""Kinds of which a heading or the head of a bullet can be, so that what follows is about it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage: its bounds, words, clauses and mentions."""

    start: int
    end: int
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its sentences.

    Args:
        heading: the nearest heading above, None before the first.
        headings: all headings above, the nearest first.
        lead: for a bullet what leads to it: the paragraph or label before the list.
        host: for a label line or an inner bullet the item it belongs to.
    """

    block: Block
    sentences: tuple[Sentence, ...]
    namings: tuple[Naming, ...]
    headings: tuple[Passage, ...] = ()
    lead: Passage | None = None
    host: Passage | None = None

    @property
    def heading(self) -> Passage | None:
        """The nearest heading above."""
        return self.headings[0] if self.headings else None


@dataclass(frozen=True)
class Reading:
    """A document with its nodes, read once for all tiers."""

    document: Document
    nodes: Mapping[str, Node]
    topic: str
    passages: tuple[Passage, ...] = field(default=())

    def kind(self, naming: Naming) -> str:
        """Return the kind of what is named."""
        return self.nodes[naming.node].kind


def read(document: Document, nodes: Sequence[Node], topic: str) -> Reading:
    """Return a document in passages."""
    reading = Reading(document, {node.id: node for node in nodes}, topic)
    reader = _Reader(reading, namings_of(nodes))
    return Reading(document, reading.nodes, topic, tuple(reader.passages()))


class _Reader:
    """Goes through the blocks once, with the headings, the lead and the item that are open."""

    def __init__(self, reading: Reading, namings: Sequence[Naming]) -> None:
        self._reading = reading
        self._namings = namings
        self._starts = [naming.start for naming in namings]
        self._headings: list[Passage] = []
        self._lead: Passage | None = None
        self._items: list[Passage] = []

    def passages(self) -> list[Passage]:
        """Return a passage for each block that says something."""
        return [self._passage(block) for block in self._reading.document.content()]

    def _passage(self, block: Block) -> Passage:
        sentences = tuple(self._sentence(start, end) for start, end in of_block(self._reading.document, block))
        namings = tuple(self._within(block.start, block.end))
        if block.kind in ("title", "heading"):
            return self._heading(block, sentences, namings)
        if block.kind == "bullet":
            return self._bullet(block, sentences, namings)
        if block.kind == "label":
            return self._label(block, sentences, namings)
        passage = Passage(block, sentences, namings, tuple(self._headings))
        if block.kind == "paragraph":
            self._lead, self._items = passage, []
        return passage

    def _heading(self, block: Block, sentences: tuple[Sentence, ...], namings: tuple[Naming, ...]) -> Passage:
        depth = 0 if block.kind == "title" else max(block.level, 1)
        kept = [h for h in self._headings if (0 if h.block.kind == "title" else max(h.block.level, 1)) < depth]
        passage = Passage(block, sentences, namings, tuple(kept))
        self._headings = [passage, *kept]
        self._lead, self._items = passage, []
        return passage

    def _bullet(self, block: Block, sentences: tuple[Sentence, ...], namings: tuple[Naming, ...]) -> Passage:
        self._items = [item for item in self._items if item.block.level < block.level]
        host = self._items[-1] if self._items else None
        passage = Passage(block, sentences, namings, tuple(self._headings), self._lead, host)
        self._items.append(passage)
        return passage

    def _label(self, block: Block, sentences: tuple[Sentence, ...], namings: tuple[Naming, ...]) -> Passage:
        host = self._items[-1] if self._items else None
        passage = Passage(block, sentences, namings, tuple(self._headings), None, host)
        if host is None:
            self._lead = passage
        return passage

    def _sentence(self, start: int, end: int) -> Sentence:
        namings = self._within(start, end)
        words = words_of(self._reading.document.text, start, end, namings)
        return Sentence(start, end, tuple(words), tuple(clauses_of(words, self._reading.kind)), tuple(namings))

    def _within(self, start: int, end: int) -> Sequence[Naming]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [naming for naming in self._namings[first:last] if naming.end <= end]
