"""Everything sources say about offers, filed by provider and offer: what provisions are made from."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.facts.corpus import NOBODY, Corpus
from graph.facts.frames import Frame
from graph.facts.literals import DATES, file_literal
from graph.facts.meaning import TERMS, Meaning
from graph.facts.offers import Level, Offer, Offers, offer_names
from graph.facts.settle import Claim, Conflict, settle
from graph.statement import ANY, Mention, Statement

PROVIDING = frozenset({"offers", "forAudience", "onTheme", "inRegion"})
LITERALS = frozenset({*TERMS, *DATES, "remark", "status", "legalBasis", "access"})

_CONCERNED = PROVIDING | LITERALS | {"label"}

_UNSAID = Level()
"""Stands for what actors say that say nothing; nobody adds to it."""

Target = tuple[str, Offer | None]
"""Provider and offer a statement is about; no offer: the provider as a whole."""


@dataclass(slots=True)
class Supply:
    """What is said of offers and of actors as a whole.

    ``row_levels`` holds what actors say without naming an offer; ``instruments`` what is said of instruments, by
    offer key and by type.
    """

    corpus: Corpus
    meaning: Meaning
    offers: Offers
    row_levels: dict[str, Level] = field(default_factory=dict)
    instruments: dict[str, Level] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)

    def gather(self) -> None:
        """Read everything the corpus says about offers: first the actors' lines, then those of offers alone."""
        said: list[tuple[Target, str, Frame, int]] = []
        subjects = self.corpus.subjects
        concerned = [(row, one) for row, one in self.corpus if one.predicate in _CONCERNED]
        for of_actors in (True, False):
            for row, statement in concerned:
                if (subjects[row] != NOBODY) is of_actors:
                    said += self._read(row, statement)
        lost: frozenset[int] = frozenset()
        if any(frame.polarity == "no" for _, _, frame, _ in said):
            lost, self.conflicts = settle((self._claim(*entry) for entry in said), self.corpus)
        for target, predicate, frame, row in said:
            if row not in lost:
                self._level(target).add(predicate, frame)
        for (provider, key), offer in sorted(self.offers.known.items()):
            if provider == NOBODY:
                for name in (key, *offer.types[:1]):
                    self.instruments.setdefault(name, offer.said)

    def of_provider(self) -> dict[str, list[Offer]]:
        """Return every provider with its offers; also actors that say only whom they serve or on what."""
        found: dict[str, list[Offer]] = {provider: [] for provider in self.row_levels}
        for (provider, _), offer in self.offers.known.items():
            if provider != NOBODY:
                found.setdefault(provider, []).append(offer)
        return dict(sorted(found.items()))

    def row_level(self, provider: str) -> Level:
        """Return what an actor says of itself as a whole."""
        return self.row_levels.get(provider, _UNSAID)

    def _read(self, row: int, statement: Statement) -> list[tuple[Target, str, Frame, int]]:
        predicate = statement.predicate
        targets = self._targets(row, statement)
        if predicate in PROVIDING:
            framed = [(target, self.meaning.frame(row, statement, target[0])) for target in targets]
            return [
                (target, predicate, frame, row)
                for target, frame in framed
                if frame.audiences or frame.themes or frame.regions or predicate == "offers"
            ]
        for target in targets:
            if target[1] or predicate in LITERALS:  # an offer that is only named is there, too
                file_literal(self._level(target), statement, row)
        return []

    def _targets(self, row: int, statement: Statement) -> list[Target]:
        provider, target = self.corpus.subjects[row], statement.object
        offers = provider != NOBODY and statement.predicate == "offers"
        if offers and isinstance(target, Mention) and target.label != ANY:  # "offers anything" names no offer
            return [(provider, self.offers.offer(provider, statement, row, (target.scope, target.label)))]
        names = offer_names(statement, self.corpus.offers[self.corpus.narrowed[row]])
        if provider != NOBODY:
            found = [self.offers.offer(provider, statement, row, named) for named in names]
            return [(provider, offer) for offer in found] or [(provider, None)]
        if not names:
            return []
        known = self.offers.of_name(statement, names[0]) if statement.subject.kind == "Offer" else ()
        for offer in known:
            offer.rows.add(row)
        return [(offer.provider, offer) for offer in known] or [
            (NOBODY, self.offers.offer(NOBODY, statement, row, names[0]))
        ]

    def _level(self, target: Target) -> Level:
        provider, offer = target
        return offer.said if offer else self.row_levels.setdefault(provider, Level())

    def _claim(self, target: Target, predicate: str, frame: Frame, row: int) -> Claim:
        provider, offer = target
        key = (provider, offer.key if offer else "", frame.claim())
        return Claim(key, frame.polarity, row, (provider,), "" if frame.polarity != "no" else self._what(target, frame))

    def _what(self, target: Target, frame: Frame) -> str:
        provider, offer = target
        entity = self.corpus.links.entities.get(provider)
        concepts = (self.meaning.label(concept) for concept in (*frame.groups, *frame.themes))
        return " · ".join([entity.label if entity else "–", *([offer.label] if offer else []), *concepts])
