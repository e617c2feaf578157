"""One test for every proposal, whoever makes it: the words stand where they are said to, and they can say that.

A model invents, a person mistypes, a rule errs: what the text does not bear out is dropped, and why is reported.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import get_args

from graph.evidence import Span
from graph.statement import CONDITIONS, Modality, Polarity, Tier
from loaders.prose.align import Quotable
from loaders.prose.document import Document
from loaders.prose.dropped import Dropped
from loaders.prose.extract import Extract, Node, Relation
from loaders.prose.fit import KINDS, fits, is_type
from ontology.text import clean
from ontology.vocabulary import Vocabulary, load

RESOLVED = "resolved"
"""Detail that names an end the evidence does not: the document's topic, or what a recorded rule found it to mean."""

_CHOICES = {"modality": get_args(Modality), "polarity": get_args(Polarity), "tier": get_args(Tier)}


@dataclass(frozen=True, slots=True)
class Validated:
    """What of a proposal holds, and what does not."""

    extract: Extract
    dropped: tuple[Dropped, ...] = ()


def validate(
    extract: Extract, document: Document, *, vouched: bool = False, vocabulary: Vocabulary | None = None
) -> Validated:
    """Return what of an extract its document bears out; the same again for what is returned.

    Args:
        vouched: whether a relation's rule stands for an end that the evidence does not name ("Er tagt …"): recorded
            rules and people do, a model does not. The statement then says which end was resolved.
    """
    test = _Test(document, vocabulary or load(), vouched)
    nodes = {node.id: node for node in test.nodes(extract)}
    topic = extract.topic if extract.topic in nodes else ""
    relations = [found for relation in extract.relations if (found := test.relation(relation, nodes, topic))]
    held = Extract(tuple(nodes[name] for name in sorted(nodes)), tuple(sorted(set(relations), key=_order)), topic)
    return Validated(held, tuple(test.dropped))


def _order(relation: Relation) -> tuple[str, ...]:
    return relation.subject, relation.predicate, relation.object, str(relation)


@dataclass
class _Test:
    document: Document
    vocabulary: Vocabulary
    vouched: bool = False
    dropped: list[Dropped] = field(default_factory=list)
    _taken: list[tuple[int, int]] = field(default_factory=list)

    def nodes(self, extract: Extract) -> Iterator[Node]:
        """Yield the nodes the text names; of mentions that overlap the longer one stays."""
        seen: dict[str, Node] = {}
        for node in extract.nodes:
            if node.kind not in KINDS:
                self._drop("VN8104", clean(node.label), field="kind", given=str(node.kind), allowed=" ".join(KINDS))
            elif not clean(node.label) or node.id in seen:
                self._drop("VN8104", clean(node.label), field="id", given=node.id, allowed="–")
            else:
                seen[node.id] = node
        mentions: dict[str, list[Span]] = {name: [] for name in seen}
        said = [(mention, name) for name, node in seen.items() for mention in node.mentions]
        for mention, name in sorted(said, key=lambda one: (one[0].start - one[0].end, one[0].start, one[1])):
            if self._stands(mention, seen[name].label) and self._is_free(mention, seen[name].label):
                mentions[name].append(self.document.quote(mention.start, mention.end))
        for name, node in seen.items():
            if mentions[name]:
                yield self._described(replace(node, mentions=tuple(sorted(mentions[name]))))
            else:
                self._drop("VN8102", clean(node.label))

    def _described(self, node: Node) -> Node:
        """Return a node without a type or day that cannot be."""
        changed: dict[str, str] = {}
        if node.type and not is_type(node.kind, node.type, self.vocabulary):
            self._drop("VN8105", clean(node.label), node.mentions[0], given=node.type)
            changed["type"] = ""
        for name in ("starts", "ends"):
            if (said := getattr(node, name)) and not _is_day(said):
                self._drop("VN8106", clean(node.label), node.mentions[0], given=said)
                changed[name] = ""
        if node.starts and node.ends and not changed.keys() & {"starts", "ends"} and node.starts > node.ends:
            self._drop("VN8106", clean(node.label), node.mentions[0], given=f"{node.starts} – {node.ends}")
            changed |= {"starts": "", "ends": ""}
        return replace(node, label=clean(node.label), **changed)  # type: ignore[arg-type]

    def relation(self, relation: Relation, nodes: Mapping[str, Node], topic: str) -> Relation | None:
        """Return a relation as far as the text proves it, or nothing."""
        subject, target = nodes.get(relation.subject), nodes.get(relation.object)
        if subject is None or target is None or subject is target:
            self._drop("VN8111", _words(relation, nodes))
            return None
        what = _words(relation, nodes)
        for name, allowed in _CHOICES.items():
            if (given := getattr(relation, name)) not in allowed:
                self._drop("VN8104", what, field=name, given=str(given), allowed=" ".join(allowed))
                return None
        if unknown := [name for name, _ in relation.conditions if name not in CONDITIONS]:
            self._drop("VN8104", what, field="conditions", given=unknown[0], allowed=" ".join(CONDITIONS))
            return None
        if not fits(relation.predicate, subject.kind, target.kind, self.vocabulary):
            self._drop("VN8113", what, predicate=relation.predicate, subject=subject.kind, object=target.kind)
            return None
        evidence = tuple(sorted({span for span in relation.evidence if self._stands(span, what)}))
        if not evidence:
            self._drop("VN8114", what)
            return None
        details = set(relation.details)
        for name, end in (("subject", subject), ("object", target)):
            if _is_named(end, evidence):
                continue
            if end.id != topic and not (self.vouched and relation.rule):
                self._drop("VN8115", what, evidence[0], end=end.label)
                return None
            details.add((RESOLVED, name))
        quotes = tuple(self.document.quote(span.start, span.end) for span in evidence)
        return replace(relation, evidence=quotes, details=tuple(sorted(details)))

    def _stands(self, span: Span, what: str) -> bool:
        if 0 <= span.start < span.end and self.document.text[span.start : span.end] == span.quote:
            return True
        self._drop("VN8101", span.quote or f"{span.start}-{span.end}", what=clean(what))
        return False

    def _is_free(self, span: Span, what: str) -> bool:
        place = (span.start, span.end)
        at = bisect_left(self._taken, place)
        before = self._taken[at - 1][1] if at else 0
        behind = self._taken[at][0] if at < len(self._taken) else len(self.document.text)
        if before <= span.start and span.end <= behind:
            insort(self._taken, place)
            return True
        self._drop("VN8103", span.quote, span, what=clean(what))
        return False

    def _drop(self, code: str, value: str, place: Span | None = None, **params: str) -> None:
        self.dropped.append(Dropped(code, value, place, tuple(sorted(params.items()))))


def _is_named(node: Node, evidence: tuple[Span, ...]) -> bool:
    """Return whether some evidence names a node: by one of its mentions, or by its name in other letters."""
    if any(span.start <= mention.start and mention.end <= span.end for span in evidence for mention in node.mentions):
        return True
    return any(Quotable(span.quote).all(name) for span in evidence for name in (node.label, *node.aliases))


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _words(relation: Relation, nodes: Mapping[str, Node]) -> str:
    ends = [nodes[name].label if name in nodes else name for name in (relation.subject, relation.object)]
    return f"{ends[0]} – {relation.predicate} – {ends[1]}"
