"""What an answer about how far a network has come consists of: evidence, open points, a person's word; no score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from queries.dates import written
from queries.maturity_criteria import point, side
from queries.phrases import phrase
from queries.references import ActorRef, ConceptRef, EvidenceRef
from queries.tabled import Tabled

Outcome = Literal["evidence", "unknown", "otherwise"]
COLUMNS = ("chapter", "criterion", "outcome", "found", "open", "evidence")
MOST_NAMED = 4
"""How many names a sentence holds; the answer as data holds them all."""


@dataclass(frozen=True, slots=True)
class Found:
    """What speaks for one side of a point.

    Args:
        count, of: how many there are, and of how many (0: of none in particular).
        words: as the source says it.
        evidence: the first places that say so.
    """

    count: int = 0
    of: int = 0
    who: tuple[ActorRef, ...] = ()
    what: tuple[ConceptRef, ...] = ()
    words: str = ""
    evidence: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of a point; nothing found means: not known, not: not there."""

    criterion: str
    id: str
    searched: bool
    found: tuple[Found, ...]

    def title(self, language: str) -> str:
        """Return what this side is about."""
        return side(self.criterion, self.id).title[language]

    def text(self, found: Found, language: str) -> str:
        """Return one thing that was found, as a sentence."""
        return (
            side(self.criterion, self.id)
            .found[language]
            .format(
                count=found.count,
                all=found.of,
                who=_listed([actor.label for actor in found.who]),
                what=_listed([concept.label(language) for concept in found.what]),
                words=found.words,
            )
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """What people say of a point: it is there (``present``), or deliberately solved ``otherwise``."""

    criterion: str
    decision: Literal["present", "otherwise"]
    by: str
    on: date | None
    note: str
    evidence: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One point with what is known of it; the last of ``said`` counts."""

    id: str
    chapter: str
    outcome: Outcome
    aspects: tuple[Aspect, ...]
    said: tuple[Decision, ...] = ()

    def title(self, language: str) -> str:
        """Return what the point is."""
        found = point(self.id)
        return found.title[language] if found else self.id

    def ask(self, language: str) -> str:
        """Return what a meeting would ask itself."""
        found = point(self.id)
        return found.ask[language] if found else ""

    def sentences(self, language: str) -> Iterator[tuple[str, tuple[EvidenceRef, ...]]]:
        """Yield what speaks for it and what people said of it, each with its evidence."""
        for decision in self.said:
            yield told(decision, language), decision.evidence
        for aspect in self.aspects:
            for found in aspect.found:
                yield aspect.text(found, language), found.evidence

    def open(self, language: str) -> list[str]:
        """Return the sides of which nothing is known; none where people solved it otherwise."""
        if self.outcome == "otherwise":
            return []
        return [aspect.title(language) for aspect in self.aspects if not aspect.found]


@dataclass(frozen=True, slots=True)
class Value:
    """A measured value as it was written down."""

    value: str
    on: date | None
    source: str
    note: str
    evidence: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the network's own success indicators; values by day, the latest last.

    Args:
        measure: what the graph itself counts for it in every state; empty where only people measure.
    """

    name: str
    unit: str
    target: str
    until: date | None
    values: tuple[Value, ...]
    evidence: tuple[EvidenceRef, ...] = ()
    measure: str = ""

    def aim(self, language: str) -> str:
        """Return the target and its day, or that there is none."""
        if not self.target:
            return phrase("maturity_words", "no_target", language)
        said = " ".join(filter(None, (self.target, self.unit)))
        until = written(self.until, language)
        return phrase("maturity_words", "target_until", language, target=said, day=until) if until else said

    def course(self, language: str) -> str:
        """Return the values in the order of their days, or that there is none yet."""
        told = (_value(value, self.unit, language) for value in self.values)
        return "; ".join(told) or phrase("maturity_words", "no_value", language)


@dataclass(frozen=True, slots=True)
class MaturityAnswer(Tabled):
    """The answer: points in the order of the guideline, and the network's own indicators."""

    headings: ClassVar[tuple[str, ...]] = COLUMNS
    day: date
    criteria: tuple[Criterion, ...]
    indicators: tuple[Indicator, ...]
    notes: tuple[str, ...] = ()

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per point, then one per indicator."""
        return [*self._points(language), *self._indicators(language)]

    def _points(self, language: str) -> Iterator[dict[str, str | int]]:
        for criterion in self.criteria:
            sentences = list(criterion.sentences(language))
            places = dict.fromkeys(str(place) for _, evidence in sentences for place in evidence)
            yield {
                "chapter": criterion.chapter,
                "criterion": criterion.title(language),
                "outcome": outcome(criterion.outcome, language),
                "found": "; ".join(text for text, _ in sentences),
                "open": "; ".join(criterion.open(language)),
                "evidence": "; ".join(places),
            }

    def _indicators(self, language: str) -> Iterator[dict[str, str | int]]:
        for indicator in self.indicators:
            yield {
                "chapter": phrase("maturity_words", "own", language),
                "criterion": indicator.name,
                "outcome": indicator.aim(language),
                "found": indicator.course(language),
                "open": "",
                "evidence": "; ".join(map(str, indicator.evidence)),
            }


def outcome(key: Outcome, language: str) -> str:
    """Return an outcome in words."""
    return phrase("maturity_outcomes", key, language)


def told(decision: Decision, language: str) -> str:
    """Return what people said of a point, and who."""
    said = phrase("maturity_decisions", decision.decision, language)
    who = ", ".join(filter(None, (decision.by, written(decision.on, language))))
    head = f"{said} ({who})" if who else said
    return f"{head}: {decision.note}" if decision.note else head


def _value(value: Value, unit: str, language: str) -> str:
    day = written(value.on, language) or phrase("maturity_words", "undated", language)
    more = ", ".join(filter(None, (value.source, value.note)))
    said = f"{day}: {' '.join(filter(None, (value.value, unit)))}"
    return f"{said} ({more})" if more else said


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} (+{len(names) - MOST_NAMED})" if len(names) > MOST_NAMED else shown or "–"
