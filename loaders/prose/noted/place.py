"""Gives the words of notes their places in the document; what has none, or several, is said with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from graph.evidence import Span
from graph.statement import Modality, Polarity, Tier
from loaders.prose.align import Place, Quotable, pieces
from loaders.prose.document import Document
from loaders.prose.extract import Extract, Node, NodeKind, Relation
from loaders.prose.noted.note import Finding, Noted, NotedNode, NotedRelation, Quote


def placed(noted: Noted, document: Document) -> tuple[Extract, tuple[Finding, ...]]:
    """Return notes as a proposal about a document, and the findings of the notes and of placing them."""
    placing = _Placing(document)
    nodes = {node.id: node for node in placing.nodes(noted.nodes)}
    relations = tuple(found for relation in noted.relations if (found := placing.relation(relation, nodes)))
    return Extract(tuple(nodes.values()), relations, noted.topic), (*noted.findings, *placing.findings)


class _Placing:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = Quotable(document.text)
        self.findings: list[Finding] = []

    def nodes(self, noted: Sequence[NotedNode]) -> Iterator[Node]:
        """Yield the nodes that stand in the text: where they are quoted, else wherever a name of theirs does."""
        quoted = {node.id: [place for quote in node.quotes for place in self._quoted(quote)] for node in noted}
        taken = [place for places in quoted.values() for place in places]
        longest = sorted(noted, key=lambda node: (-len(node.label), node.id))
        for node in (node for node in longest if not quoted[node.id]):
            names = sorted({node.label, *node.aliases}, key=lambda name: (-len(name), name))
            for place in (place for name in names for place in self._text.everywhere(name)):
                if not any(start < place[1] and place[0] < end for start, end in taken):
                    quoted[node.id].append(place)
                    taken.append(place)
        for node in noted:
            if not quoted[node.id]:
                self.findings.append(Finding("VN8301", node.label, node.where))
                continue
            mentions = tuple(sorted({self._document.quote(*place) for place in quoted[node.id]}))
            yield Node(
                node.id, cast("NodeKind", node.kind), node.label, mentions, node.type, node.aliases, node.generic,
                node.starts, node.ends, "noted",
            )  # fmt: skip

    def _parts(self, quote: Quote) -> list[Quote]:
        """Return a quote, or the parts of it where it leaves something out that the text does not."""
        return [quote] if self._quoted(quote) else [Quote(piece) for piece in pieces(quote.words)] or [quote]

    def _quoted(self, quote: Quote) -> tuple[Place, ...]:
        if quote.start >= 0 and self._document.text[quote.start : quote.end] == quote.words:
            return ((quote.start, quote.end),)
        near = self._text.one(quote.words, [(quote.start, quote.end)]) if quote.start >= 0 else None
        return (near,) if near else self._text.all(quote.words)

    def relation(self, noted: NotedRelation, nodes: Mapping[str, Node]) -> Relation | None:
        """Return a relation with the places of its quotes; of several those nearest to what it is about."""
        if noted.subject not in nodes or noted.object not in nodes:
            return None  # the end that has no place in the text is a finding of its own
        ends = [nodes[name].mentions for name in (noted.subject, noted.object)]
        evidence: list[Span] = []
        for part in (part for quote in noted.quotes for part in self._parts(quote)):
            place = self._evidence(part, ends, noted.where)
            if place is None:
                return None
            evidence.append(self._document.quote(*place))
        if not evidence:
            self.findings.append(Finding("VN8304", "quote", noted.where))
            return None
        return Relation(
            noted.subject, noted.predicate, noted.object, tuple(sorted(set(evidence))), cast("Modality", noted.modality),
            cast("Polarity", noted.polarity), cast("Tier", noted.tier), noted.conditions, noted.details, "noted",
        )  # fmt: skip

    def _evidence(self, quote: Quote, ends: Sequence[Sequence[Span]], where: str) -> Place | None:
        found = self._quoted(quote)
        if not found:
            self.findings.append(Finding("VN8301", quote.words, where))
            return None
        ranked = sorted((sum(_away(place, mentions) for mentions in ends), place) for place in found)
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            self.findings.append(Finding("VN8302", quote.words, where, (("count", str(len(found))),)))
            return None
        return ranked[0][1]


def _away(place: Place, mentions: Sequence[Span]) -> int:
    return min(max(said.start - place[1], place[0] - said.end, 0) for said in mentions)
