"""What a sentence is about when it does not say so itself: the sentence before, the item, the heading, the topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graph.evidence import Span
from loaders.prose.rules.relation_anaphora import agree, genders_of, may_mean
from loaders.prose.rules.relation_items import openers
from loaders.prose.rules.relation_passages import HOSTS, Passage, Reading, Sentence
from loaders.prose.rules.relation_verbs import is_participle, may_open
from loaders.prose.rules.relation_words import Naming, Word

Way = Literal["said", "before", "item", "carried", "heading", "topic", "ours", "members"]
"""How an end of a relation was found: in the clause itself, or by one of the rules for what is left out."""


_CARRIED = frozenset({"Project", "Network", "Board"})
_AGENTS = frozenset({"von", "durch"})
_INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})
_DECLINED = ("e", "en", "er", "es", "em")
_OPENING = 4
"""So many words may stand before what an item is about, its sign included: "• an die Volkshochschule"."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A node that stands in a slot: how it got there, and the words that name it there."""

    node: str
    way: Way = "said"
    evidence: Span | None = None


def said(namings: Sequence[Naming]) -> list[Standing]:
    """Return what a clause names itself, as it stands in a slot."""
    return [Standing(node) for node in dict.fromkeys(naming.node for naming in namings)]


@dataclass(frozen=True, slots=True)
class Context:
    """What may be meant in one sentence by "wir", "hier" or a subject left out.

    Args:
        before: namings of the sentence before in the same passage, its subject first.
        told: the sentence before.
        carried: the body an earlier passage under the same heading is about.
        closes: it is the last sentence of its passage, which leads to a list below.
    """

    reading: Reading
    passage: Passage
    before: tuple[Naming, ...] = ()
    told: Sentence | None = None
    carried: Standing | None = None
    closes: bool = True

    def here(self, *, ours: bool = False, last: bool = False) -> Iterator[Standing]:
        """Yield what may be meant, the most likely first.

        Args:
            ours: the sentence speaks for the document's topic ("wir").
            last: what was named last is meant ("diese"), not what the sentence before was about.
        """
        if ours:
            yield from self.ours()
        yield from self.named_last() if last else self._named_before()
        if self.passage.host is not None:
            yield from self._first(self.passage.host, "item")
        elif self.passage.block.kind == "bullet":
            yield from self._leading()
        if self.carried is not None:
            yield self.carried
        for heading in self.passage.headings:
            if heading.block.start >= self.reading.opening:
                yield from self._first(heading, "heading")
        if not ours:
            yield from self.topic()

    def topic(self) -> Iterator[Standing]:
        """Yield what the document is about."""
        node = self.reading.nodes.get(self.reading.topic)
        if node is not None:
            first = node.mentions[0] if node.mentions else None
            yield Standing(node.id, "topic", first)

    def named_last(self) -> Iterator[Standing]:
        """Yield what the sentence before names, the last first: what "dorthin" or "diese" mean."""
        if self.told is not None:
            span = self.reading.document.quote(self.told.start, self.told.end)
            by = {n for c in self.told.clauses for g in c.groups if g.preposition in _AGENTS for n in g.members}
            last = list(reversed(self.told.namings))
            after = [naming for naming in last if naming in by]  # "das Büro, das vom Kreis betrieben wird"
            for naming in [*(naming for naming in last if naming not in by), *after]:
                yield Standing(naming.node, "before", span)

    def meant_by(self, pronoun: str) -> Iterator[Standing]:
        """Yield what the sentence before names that a pronoun may mean by its gender, its subject first."""
        nodes = self.reading.nodes
        new = self.introduced()
        before = sorted(self._named_before(), key=lambda s: s.node not in new)
        yield from (s for s in before if may_mean(pronoun, nodes[s.node].label))

    def agrees(self, pronoun: str, standing: Standing) -> bool:
        """Return whether a pronoun may mean what the sentence before names, by the articles it has there."""
        if standing.way != "before" or self.told is None:
            return True
        words = self.told.words
        places = [at for at, word in enumerate(words) if word.naming is not None and word.naming.node == standing.node]
        return not places or any(agree(pronoun, genders_of(words, at)) for at in places)

    def introduced(self) -> frozenset[str]:
        """Return what the sentence before names for the first time: "wird durch einen Beirat begleitet"."""
        words = self.told.words if self.told is not None else ()
        found: set[str] = set()
        for at, word in enumerate(words):
            if word.naming is None:
                continue
            before = next((w for w in reversed(words[:at]) if not _is_adjective(w)), None)
            if before is not None and before.low in _INDEFINITE:
                found.add(word.naming.node)
        return frozenset(found)

    def both(self) -> list[Standing]:
        """Return what "beide" means: the two bodies the sentence before is about."""
        bodies = [n.node for n in self.before if self.reading.kind(n) in ("Actor", "Project", "Network", "Board")]
        span = self.reading.document.quote(self.told.start, self.told.end) if self.told else None
        two = list(dict.fromkeys(bodies))[:2]
        return [Standing(node, "before", span) for node in two] if len(two) == 2 else []

    def all_of(self, predicate: str, body: str = "") -> list[Standing]:
        """Return who stands in a relation to a body, or to the topic: "alle Partner", "die Geldgeber"."""
        known = self.reading.those(predicate, body)
        return [Standing(node, "members", span) for node, span in known]

    def items(self) -> list[Standing]:
        """Return what the items of the list under this passage name at their beginning, where its last words lead to the list."""
        end = self.passage.block.end
        if not (self.closes and self.passage.sentences) or self.reading.document.text[end - 1] in ".!?":
            return []
        found = []
        headed = self.passage.block.kind in ("title", "heading") and not _speaks(self.passage)
        for item in self.reading.lists.get(self.passage.block.start, ()):
            if headed and _speaks(item):
                continue  # below a heading sentences say themselves what they say
            for naming in openers(self.reading, item, _OPENING):
                found.append(Standing(naming.node, "item", self.reading.document.quote(*_bounds(item, naming))))
        return found

    def _named_before(self) -> Iterator[Standing]:
        if self.told is not None:
            quote, told = self.reading.document.quote, self.told
            for naming in self.before:
                here = told.start <= naming.start < told.end
                own = (told.start, told.end) if here else (naming.start, naming.end)
                yield Standing(naming.node, "before", quote(*own))

    def ours(self) -> Iterator[Standing]:
        """Yield who speaks where a text says "wir" or "uns": what the document is about."""
        yield from (replace(standing, way="ours") for standing in self.topic())

    def _leading(self) -> Iterator[Standing]:
        lead = self.passage.lead
        if lead is not None and lead.block.kind == "paragraph":
            yield from self._first(lead, "before")

    def _first(self, passage: Passage, way: Way) -> Iterator[Standing]:
        for naming in passage.namings:
            if self.reading.kind(naming) in HOSTS:
                start, end = _bounds(passage, naming)
                yield Standing(naming.node, way, self.reading.document.quote(start, end))
                if way != "heading":
                    return


def _goes_on(sentence: Sentence) -> bool:
    """Return whether a sentence only tells more of the same: its participle opens it."""
    first = next((word for word in sentence.words if word.low.isalpha()), None)
    return first is not None and first.naming is None and is_participle(first.low)


def _speaks(passage: Passage) -> bool:
    """Return whether a passage has a verb."""
    return any(may_open(word) for sentence in passage.sentences for word in sentence.words)


def _is_adjective(word: Word) -> bool:
    return (
        word.naming is None and word.text[:1].islower() and word.low not in _INDEFINITE and word.low.endswith(_DECLINED)
    )


def _bounds(passage: Passage, naming: Naming) -> tuple[int, int]:
    found = (s for s in passage.sentences if s.start <= naming.start < s.end)
    return next(((s.start, s.end) for s in found), (naming.start, naming.end))


def contexts(reading: Reading) -> Iterator[tuple[Sentence, Context]]:
    """Yield each sentence of a document with its context; a caption only repeats what the text says."""
    carried: Standing | None = None
    headings: tuple[Passage, ...] = ()
    for passage in reading.passages:
        if passage.block.kind == "caption":
            continue
        if passage.headings != headings:
            carried, headings = None, passage.headings
        before: Sequence[Naming] = ()
        told: Sentence | None = None
        for sentence in passage.sentences:
            closes = sentence is passage.sentences[-1]
            yield sentence, Context(reading, passage, tuple(before), told, carried, closes)
            subjects, others = _salient(reading, sentence)
            if _goes_on(sentence):  # "Eingeladen hatte die Kammer. Teilgenommen haben …" tell of one event
                others = [*others, *(naming for naming in before if reading.kind(naming) == "Event")]
            if subjects or others:  # a sentence without a subject of its own goes on about the same
                before = list(dict.fromkeys([*(subjects or before), *others]))
                told = sentence
            body = next((naming for naming in subjects if reading.kind(naming) in _CARRIED), None)
            if body is not None and passage.block.kind == "paragraph":
                carried = Standing(body.node, "carried", reading.document.quote(sentence.start, sentence.end))


def _salient(reading: Reading, sentence: Sentence) -> tuple[list[Naming], list[Naming]]:
    """Return what a sentence is about, and what else it names that a passage can be about."""
    hosts = [naming for naming in sentence.namings if reading.kind(naming) in HOSTS]
    subjects = [
        naming
        for clause in sentence.clauses
        for group in clause.groups
        if not group.preposition and not group.is_attribute and "nom" in group.cases and not group.aside
        for naming in group.members
        if naming in hosts
    ]
    return subjects, hosts
