"""From what a model says to what the text bears out: quotes find their places, or what stands on them is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.statement import Tier
from loaders.notes import note
from loaders.prose.align import Place, Quotable
from loaders.prose.document import Document
from loaders.prose.extract import Extract, Node, Relation
from loaders.prose.llm.answer import Answer, Claimed, Named
from loaders.prose.llm.chunks import Chunk
from ontology.text import fold

RULE = "llm"
_SHOWN = 3
_WORD = re.compile(r"\w+")


@dataclass
class Placing:
    """Gathers the answers about a document's chunks.

    Args:
        tier: of every relation; low, unless somebody trusts the model more.
    """

    document: Document
    tier: Tier = "low"
    _nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    _relations: list[Relation] = field(default_factory=list)
    _lost: dict[str, list[str]] = field(default_factory=dict)
    _malformed: int = 0

    def __post_init__(self) -> None:
        """Fold the text once."""
        self._folded = fold(self.document.text)

    def add(self, chunk: Chunk, answer: Answer) -> None:
        """Take over what an answer says about its chunk, as far as its quotes stand there."""
        words = Quotable(chunk.words)
        self._malformed += answer.malformed
        known = {}
        for named, places in self._placed(words, answer.nodes):
            known[named.id] = self._node(named, [(chunk.start + start, chunk.start + end) for start, end in places])
        for claimed in answer.relations:
            if relation := self._relation(claimed, chunk, words, known):
                self._relations.append(relation)

    def unread(self, chunk: Chunk) -> None:
        """Note that nothing usable was answered about a chunk."""
        self._lose("VN1614", f"{chunk.start}-{chunk.end}")

    def extract(self) -> Extract:
        """Return everything that stands in the text, and what did not."""
        return Extract(tuple(self._nodes.values()), tuple(dict.fromkeys(self._relations)), notes=tuple(self._notes()))

    def _placed(self, words: Quotable, nodes: Iterable[Named]) -> Iterator[tuple[Named, list[Place]]]:
        """Yield the things whose quotes stand in the words; where two overlap the longer quote has the place."""
        seen = {named.id: named for named in reversed(list(nodes))}
        found = {
            name: {place for quote in (named.quotes or (named.label,)) for place in words.all(quote)}
            for name, named in reversed(seen.items())
        }
        taken: list[Place] = []
        kept: dict[str, list[Place]] = {name: [] for name in found}
        every = sorted((start - end, start, name) for name, places in found.items() for start, end in places)
        for length, start, name in every:
            place = (start, start - length)
            if all(place[1] <= other[0] or other[1] <= place[0] for other in taken):
                taken.append(place)
                kept[name].append(place)
        for name, places in kept.items():
            if places:
                yield seen[name], sorted(places)
            else:
                self._lose("VN1610", seen[name].label)

    def _node(self, named: Named, places: Sequence[Place]) -> Node:
        """Return the document's node for a thing, the same for the same kind and name in every chunk."""
        mentions = tuple(self.document.quote(start, end) for start, end in places)
        label = named.label
        if not self._bears(label):
            self._lose("VN1613", label)
            label = " ".join(max(mentions, key=lambda span: (len(span.quote), -span.start)).quote.split())
        key = (named.kind, fold(label))
        known = self._nodes.get(key)
        if known is None:
            name = f"n{len(self._nodes) + 1}"
            known = Node(name, named.kind, label, (), generic=named.generic, rule=RULE)
        self._nodes[key] = replace(
            known,
            mentions=tuple(sorted({*known.mentions, *mentions})),
            generic=known.generic and named.generic,
        )
        return self._nodes[key]

    def _bears(self, label: str) -> bool:
        """Return whether every word of a label stands in the text, alone or in a compound: no model adds a place."""
        return all(word in self._folded for word in _WORD.findall(fold(label)))

    def _relation(self, claimed: Claimed, chunk: Chunk, words: Quotable, known: dict[str, Node]) -> Relation | None:
        said = f"{claimed.subject} – {claimed.predicate} – {claimed.object}: {claimed.quotes[0]}"
        ends = [known.get(claimed.subject), known.get(claimed.object)]
        if ends[0] is None or ends[1] is None:
            self._lose("VN1611", said)
            return None
        near = [(span.start - chunk.start, span.end - chunk.start) for end in ends if end for span in end.mentions]
        places = [_chosen(words, quote, near) for quote in claimed.quotes]
        if places[0] is None:
            self._lose("VN1611", said)
            return None
        conditions = tuple(pair for pair in claimed.conditions if words.all(pair[1]))
        for pair in set(claimed.conditions) - set(conditions):
            self._lose("VN1611", f"{pair[0]}={pair[1]}")
        evidence = {self.document.quote(chunk.start + place[0], chunk.start + place[1]) for place in places if place}
        return Relation(
            ends[0].id, claimed.predicate, ends[1].id, tuple(sorted(evidence)), claimed.modality, claimed.polarity,
            self.tier, conditions, rule=RULE,
        )  # fmt: skip

    def _lose(self, code: str, value: str) -> None:
        self._lost.setdefault(code, []).append(value)

    def _notes(self) -> Iterator[str]:
        for code, values in sorted(self._lost.items()):
            shown = "; ".join(sorted(values)[:_SHOWN])
            yield note(code, value=shown, severity="warning" if code == "VN1614" else "info", count=str(len(values)))
        if self._malformed:
            yield note("VN1612", severity="info", count=str(self._malformed))


def _chosen(words: Quotable, quote: str, near: Sequence[Place]) -> Place | None:
    """Return the place of a quote; of several the one that holds most of the ends, then the first."""
    places = words.all(quote)
    held = [sum(place[0] <= start and end <= place[1] for start, end in near) for place in places]
    return places[held.index(max(held))] if places else None
