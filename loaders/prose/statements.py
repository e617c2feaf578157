"""From what holds of a proposal to statements: names, kinds, days and relations, each with the words it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.evidence import Span
from graph.statement import Literal, Mention, Statement, Tier, unite
from loaders.prose.classes import of_a_class
from loaders.prose.days import place_of_day
from loaders.prose.document import Document
from loaders.prose.dropped import Dropped
from loaders.prose.extract import Extract, Node, Relation
from loaders.prose.naming import INSTITUTIONS, Naming, own_aliases
from loaders.prose.people import People
from loaders.prose.vague import specified
from loaders.prose.voice import Voice
from ontology.vocabulary import Vocabulary, load

_DAYS = {"starts": "runsFrom", "ends": "runsUntil"}


@dataclass(frozen=True, slots=True)
class Said:
    """The statements of one reading of a document, sorted by key, and what made none."""

    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...] = ()


def statements_of(
    extract: Extract,
    document: Document,
    method: str,
    *,
    stated_on: str = "",
    persons: bool = False,
    tier: Tier = "medium",
    naming: Naming | None = None,
    vocabulary: Vocabulary | None = None,
) -> Said:
    """Return what an extract says that `loaders.prose.validate` has tested.

    Args:
        method: backend and version. tier: of names, kinds and days; relations have their own.
        persons: whether names of persons may stand in contacts.
        naming: how the document's things are named, where another reading knows more of it (`Naming.united`).
    """
    words = vocabulary or load()
    if tier != "high":  # a person who notes "Beratung" has decided to
        extract = specified(extract, document, words)
    nodes = {node.id: node for node in extract.nodes}
    people = tuple(sorted(span for node in nodes.values() if node.kind == "Person" for span in node.mentions))
    voice = Voice(document, method, tier, stated_on, people)
    naming = naming or Naming.of(extract, words, document.source)
    speaker = _Speaker(extract, nodes, voice, naming, persons)
    found = [*speaker.names(), *speaker.aliases(), *speaker.days(), *speaker.relations()]
    said = [one for one in found if isinstance(one, Statement)]
    sound = [one for one in said if reproduces(one, document)]
    lost = [_lost(one) for one in said if not reproduces(one, document)]
    united = unite(sound)
    return Said(tuple(united), (*(one for one in found if isinstance(one, Dropped)), *lost, *_unsure(sound, united)))


def reproduces(statement: Statement, document: Document) -> bool:
    """Return whether a statement's places hold the very words it quotes; one that does not never leaves a loader."""
    spans = [place for place in statement.evidence if isinstance(place, Span)]
    return bool(spans) and all(0 <= s.start < s.end and document.text[s.start : s.end] == s.quote for s in spans)


def _unsure(said: Iterable[Statement], united: Iterable[Statement]) -> Iterator[Dropped]:
    """Yield the details that only an uncertain reading gives to what a better one says, too."""
    kept = {one.key: one for one in united}
    for one in said:
        better = kept[one.key]
        for name, value in one.details if one.tier != better.tier else ():
            if name != "rule" and (name, value) not in better.details:
                what = f"{one.subject.label} – {one.predicate}"
                yield Dropped("VN8203", what, None, (("given", value), ("name", name)))


def _lost(statement: Statement) -> Dropped:
    if statement.evidence:
        return Dropped("VN8202", f"{statement.subject.label} – {statement.predicate}")
    return Dropped(
        "VN8201", statement.subject.label, None, (("predicate", statement.predicate),)
    )  # only names proved it


@dataclass(frozen=True, slots=True)
class _Speaker:
    extract: Extract
    nodes: Mapping[str, Node]
    voice: Voice
    naming: Naming
    persons: bool

    def names(self) -> Iterator[Statement]:
        """Yield that each institution, offer and event is there, and of which kind it is; concepts need no existence."""
        for node in self.nodes.values():
            if node.generic or node.kind not in (*INSTITUTIONS, "Offer"):
                continue
            mention = self.naming.mention(node)
            yield self.voice.say(mention, "label", Literal(mention.label), [_best(node)])
            if node.kind in INSTITUTIONS and (kind := self._kind(node)):
                yield self.voice.say(mention, "type", Mention(kind, "ActorType"), [_best(node)])

    def aliases(self) -> Iterator[Statement]:
        """Yield the further names the document gives; a group or theme in many words is an alias of its concept."""
        for node, name in own_aliases(self.nodes):
            if not node.generic and node.kind in (*INSTITUTIONS, "Offer"):
                said = next((span for span in node.mentions if span.quote == name), node.mentions[0])
                yield self.voice.say(self.naming.mention(node), "alias", Literal(name), [said])
        for node in self.nodes.values():
            if node.kind in ("TargetGroup", "Theme") and (concept := self.naming.concept(node)):
                yield self.voice.say(Mention(concept, node.kind), "alias", Literal(node.label), [_best(node)])

    def days(self) -> Iterator[Statement]:
        """Yield run times, and the day or days of events."""
        for node in self.nodes.values():
            for name, predicate in _DAYS.items():
                if (day := getattr(node, name)) and node.kind in INSTITUTIONS and not node.generic:
                    place = place_of_day(self.voice.document, node, day)
                    yield self.voice.say(self.naming.mention(node), predicate, Literal(day), [place])

    def relations(self) -> Iterator[Statement | Dropped]:
        """Yield what the document says of two things, with persons and classes in their own ways."""
        of_persons: list[Relation] = []
        for relation in self.extract.relations:
            subject, target = self.nodes[relation.subject], self.nodes[relation.object]
            if "Person" in (subject.kind, target.kind):
                of_persons.append(relation)
            elif subject.generic or target.generic:
                yield of_a_class(relation, subject, target, self.naming, self.voice)
            else:
                yield self._relation(relation, subject, target)
        yield from People(self.naming, self.voice, self.persons).said(of_persons, self.nodes)

    def _relation(self, relation: Relation, subject: Node, target: Node) -> Statement:
        if (
            relation.predicate == "cooperatesWith" and target.label < subject.label
        ):  # it holds both ways: say it one way
            subject, target = target, subject
        conditions = list(relation.conditions)
        if relation.predicate == "offers" and (kind := self.naming.concept(target)):
            conditions.append(("kind", kind))
        return self.voice.say(
            self.naming.mention(subject), relation.predicate, self.naming.mention(target), relation.evidence,
            conditions=tuple(conditions), details=(*relation.details, ("rule", relation.rule)),
            modality=relation.modality, polarity=relation.polarity, tier=relation.tier,
        )  # fmt: skip

    def _kind(self, node: Node) -> str:
        concept = self.naming.vocabulary.concept(node.type) if node.type.startswith("actor-type/") else None
        return concept.label("de") if concept else ""


def _best(node: Node) -> Span:
    """Return the mention that names a node best: in full, else the first."""
    return next((span for span in node.mentions if span.quote == node.label), node.mentions[0])
