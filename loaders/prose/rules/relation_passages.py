"""A document as passages: each block with its sentences, and what it is about besides what it names itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.evidence import Span
from loaders.prose.data import folded
from loaders.prose.document import Block, Document
from loaders.prose.extract import Node
from loaders.prose.rules.relation_anaphora import resolved
from loaders.prose.rules.relation_clauses import Clause, clauses_of
from loaders.prose.rules.relation_collectives import Known
from loaders.prose.rules.relation_labels import labels_for
from loaders.prose.rules.relation_words import Naming, Word, namings_of, words_of
from loaders.prose.sentences import of_block
from ontology.text import fold

HOSTS = frozenset({"Project", "Network", "Board", "Event", "Offer", "Actor"})
"""Kinds of which a heading or the head of a bullet can be, so that what follows is about it."""


_NEAR = 4
_WIDE = ("Project", "Network")
_LINE, _OPENING = 120, 12
_DATED = re.compile(
    r"(?:\w{2,10}, )?\d{1,2}\.(?:\s?[\w.]+)?\s?(?:\d{2,4})?|\d{1,2}(?:[:.]\d\d)?(?:\s?[–-]\s?\d{1,2}(?:[:.]\d\d)?)? Uhr"
)
_LINES = 3  # so many lines in a row may say what a label is about: "Fachtag / Hochschule / Veranstalter: …"
_LONGEST = 2000  # characters of a sentence that is read as one


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
        lines: for a label line the short lines above that name what the labels are about, the nearest first.
        above: for a label line the paragraph it follows.
        nameless: for a label line whether a short line stands above that names nothing known, so that something else is meant.
    """

    block: Block
    sentences: tuple[Sentence, ...]
    namings: tuple[Naming, ...]
    headings: tuple[Passage, ...] = ()
    lead: Passage | None = None
    host: Passage | None = None
    lines: tuple[Passage, ...] = ()
    nameless: bool = False
    above: Passage | None = None

    @property
    def heading(self) -> Passage | None:
        """The nearest heading above."""
        return self.headings[0] if self.headings else None


@dataclass(frozen=True)
class Reading:
    """A document with its nodes, read once for all tiers.

    Args:
        known: who belongs to a body and who funds it, where the document says so.
    """

    document: Document
    nodes: Mapping[str, Node]
    topic: str
    namings: tuple[Naming, ...]
    passages: tuple[Passage, ...] = ()
    known: Known = field(default_factory=dict)

    @cached_property
    def opening(self) -> int:
        """Where the text proper begins: the headings before are about the document's topic, whatever they name."""
        return next(
            (p.block.end for p in self.passages if p.block.kind not in ("title", "heading", "label", "caption")), 0
        )

    @cached_property
    def lists(self) -> Mapping[int, Sequence[Passage]]:
        """The items a passage leads to, by where that passage begins."""
        found: dict[int, list[Passage]] = {}
        for passage in self.passages:
            item = passage.block.kind in ("bullet", "paragraph") and passage.host is None
            if passage.lead is not None and item:
                found.setdefault(passage.lead.block.start, []).append(passage)
        return found

    def those(self, predicate: str, body: str = "") -> Sequence[tuple[str, Span]]:
        """Return who is known to stand in a relation to a body; without one to the topic, or else to the only one of several."""
        found = self.known.get((predicate, body or self.topic), ())
        if body or len(found) > 1:
            return found
        wide = [key for key in self.known if key[0] == predicate and self.nodes[key[1]].kind in _WIDE]
        several = [self.known[key] for key in wide if len(self.known[key]) > 1]
        return several[0] if len(several) == 1 else found

    def of_type(self, node: Node) -> Sequence[Node]:
        """Return the things a document names of a node's kind and type, itself included; none where it has no type."""
        return self._by_type.get((node.kind, node.type), ()) if node.type else ()

    @cached_property
    def _by_type(self) -> Mapping[tuple[str, str], Sequence[Node]]:
        found: dict[tuple[str, str], list[Node]] = {}
        for node in self.nodes.values():
            if not node.generic:
                found.setdefault((node.kind, node.type), []).append(node)
        return found

    @cached_property
    def starts(self) -> list[int]:
        """Where each mention begins."""
        return [naming.start for naming in self.namings]

    @cached_property
    def _sentences(self) -> Sequence[Sentence]:
        return sorted((s for passage in self.passages for s in passage.sentences), key=lambda s: (s.start, s.end))

    @cached_property
    def _openings(self) -> list[int]:
        return [sentence.start for sentence in self._sentences]

    def sentence_at(self, at: int) -> Sentence | None:
        """Return the last sentence that begins at or before a character."""
        last = bisect_left(self._openings, at + 1) - 1
        return self._sentences[last] if last >= 0 else None

    def kind(self, naming: Naming) -> str:
        """Return the kind of what is named."""
        return self.nodes[naming.node].kind

    def namings_over(self, at: int) -> Sequence[Naming]:
        """Return the mention that reaches over a character, if any does."""
        last = bisect_left(self.starts, at) - 1
        return [self.namings[last]] if last >= 0 and self.namings[last].end > at else []

    def within(self, start: int, end: int) -> Sequence[Naming]:
        """Return what is named between two characters."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return [naming for naming in self.namings[first:last] if naming.end <= end]


def read(document: Document, nodes: Sequence[Node], topic: str) -> Reading:
    """Return a document in passages."""
    reading = Reading(document, {node.id: node for node in nodes}, topic, tuple(namings_of(nodes)))
    return replace(reading, passages=tuple(_Reader(reading).passages()))


class _Reader:
    """Goes through the blocks once, with the headings, the lead and the item that are open."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._headings: list[Passage] = []
        self._lead: Passage | None = None
        self._items: list[Passage] = []
        self._lines: tuple[Passage, ...] = ()
        self._nameless = False
        self._above: Passage | None = None

    def passages(self) -> list[Passage]:
        """Return a passage for each block that says something."""
        return [self._passage(block) for block in self._reading.document.content()]

    def _passage(self, block: Block) -> Passage:
        sentences = self._sentences(block)
        namings = tuple(self._reading.within(block.start, block.end))
        if block.kind in ("title", "heading"):
            return self._heading(block, sentences, namings)
        if block.kind == "bullet":
            return self._bullet(block, sentences, namings)
        if block.kind == "label":
            return self._label(block, sentences, namings)
        row = block.kind == "paragraph" and self._is_row(block)
        passage = Passage(block, sentences, namings, tuple(self._headings), self._lead if row else None)
        if block.kind == "paragraph":
            self._above = passage
            self._lead, self._items = (self._lead if row else passage), []
            self._lines = (passage, *self._lines[: _LINES - 1]) if self._names(passage) else ()
            self._nameless = not self._lines and self._is_short(block)
        return passage

    def _is_short(self, block: Block) -> bool:
        """Return whether a line is no sentence: it may name what the labels below are about."""
        said = self._reading.document.read(block).rstrip()
        return len(said) < _LINE // 2 and not said.endswith((".", "!", "?", ":", ",", ";")) and said[:1].isupper()

    def _is_row(self, block: Block) -> bool:
        """Return whether a short line stands in the list or table that the paragraph before it leads to."""
        if self._lead is None or self._lead.block.kind != "paragraph":
            return False
        led, said = self._reading.document.read(self._lead.block).rstrip(), self._reading.document.read(block).rstrip()
        return led.endswith(":") and block.end - block.start < 2 * _LINE and not said.endswith((".", "!", "?", ":"))

    def _names(self, passage: Passage) -> bool:
        """Return whether a line does little more than name what the lines below are about."""
        block = passage.block
        before = self._reading.document.text[block.start : passage.namings[0].start] if passage.namings else ""
        opens = bool(passage.namings) and len(_DATED.sub("", before)) < _OPENING  # "22. April 2026: Bildungstag"
        return opens and block.end - block.start < _LINE and self._reading.kind(passage.namings[0]) in HOSTS

    def _heading(self, block: Block, sentences: tuple[Sentence, ...], namings: tuple[Naming, ...]) -> Passage:
        depth = 0 if block.kind == "title" else max(block.level, 1)
        kept = [h for h in self._headings if (0 if h.block.kind == "title" else max(h.block.level, 1)) < depth]
        passage = Passage(block, sentences, namings, tuple(kept))
        self._headings = [passage, *kept]
        self._lead, self._items, self._above = passage, [], None
        self._lines = (passage,) if self._names(passage) else ()
        self._nameless = self._is_unknown(passage, depth)
        return passage

    def _is_unknown(self, passage: Passage, depth: int) -> bool:
        """Return whether a heading further down names something, but nothing known, and no usual section."""
        said = self._reading.document.read(passage.block).strip("#* \t")
        hosts = any(self._reading.kind(naming) in HOSTS for naming in passage.namings)
        return depth > 1 and not hosts and not labels_for(said) and fold(said) not in folded("cues", "sections")

    def _bullet(self, block: Block, sentences: tuple[Sentence, ...], namings: tuple[Naming, ...]) -> Passage:
        self._items = [item for item in self._items if item.block.level < block.level]
        host = self._items[-1] if self._items else None
        passage = Passage(block, sentences, namings, tuple(self._headings), self._lead, host)
        self._items.append(passage)
        return passage

    def _label(self, block: Block, sentences: tuple[Sentence, ...], namings: tuple[Naming, ...]) -> Passage:
        host = self._items[-1] if self._items else None
        lines, nameless = ((), False) if host else (self._lines, self._nameless)
        passage = Passage(block, sentences, namings, tuple(self._headings), None, host, lines, nameless, self._above)
        if host is None:
            self._lead = passage
            if self._is_entry(passage):
                self._lines = (passage, *self._lines[: _LINES - 1])
        return passage

    def _is_entry(self, passage: Passage) -> bool:
        """Return whether a label only counts or sorts what stands beside it: "Modul 1: Kompetenzfeststellung"."""
        said = self._reading.document.read(passage.block)
        name = said.partition(":")[0]
        opens = [n for n in passage.namings if n.start - passage.block.start <= len(name) + _NEAR]
        return (
            bool(opens)
            and not labels_for(name)
            and self._reading.kind(opens[0]) in ("Offer", "Event", "Project", "Board")
        )

    def _sentences(self, block: Block) -> tuple[Sentence, ...]:
        found: list[Sentence] = []
        for start, end in self._whole(of_block(self._reading.document, block)):
            for first, last in self._pieces(start, end):
                found.append(self._sentence(first, last, found))
        return tuple(found)

    def _whole(self, bounds: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield sentences with those joined that a mention reaches over: "VHS St. Ingbert" ends no sentence."""
        begin: int | None = None
        for start, end in bounds:
            begin = start if begin is None else begin
            if not self._reading.namings_over(end):
                yield begin, end
                begin = None
        if begin is not None:
            yield begin, bounds[-1][1]

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield a sentence, in several pieces where no person would write so long a one."""
        text = self._reading.document.text
        while end - start > _LONGEST:
            cut = max(text.rfind(sign, start + _LONGEST // 2, start + _LONGEST) for sign in (",", " ", "\n")) + 1
            cut = cut or start + _LONGEST
            across = [n for n in self._reading.namings_over(cut) if n.start > start]
            cut = across[0].start if across else cut
            yield start, cut
            start = cut
        yield start, end

    def _sentence(self, start: int, end: int, before: Sequence[Sentence]) -> Sentence:
        namings = self._reading.within(start, end)
        words = words_of(self._reading.document.text, start, end, namings)
        told = before[-1].namings if before else ()
        words = resolved(words, list(self._earlier(before)), told, self._reading.nodes)
        namings = [word.naming for word in words if word.naming is not None]
        return Sentence(start, end, tuple(words), tuple(clauses_of(words, self._reading.kind)), tuple(namings))

    def _earlier(self, before: Sequence[Sentence]) -> Iterator[Naming]:
        """Yield what was named before a sentence, the last first: in its passage, in the headings, as the topic."""
        for sentence in reversed(before):
            yield from reversed(sentence.namings)
        if self._items:
            yield from self._items[-1].namings[:1]
        for heading in self._headings:
            yield from heading.namings
        topic = self._reading.nodes.get(self._reading.topic)
        if topic is not None:
            yield from (Naming(span.start, span.end, topic.id) for span in topic.mentions[:1])
