"""What the review lists: statements nobody has looked at, labels that may mean one actor, plans whose day has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from graph.statement import Modality, Polarity, Tier
from queries.references import ConceptRef, RegionRef
from queries.tabled import Tabled
from verweisnetz.review.words import word

COLUMNS = (
    "key", "what", "decision", "note", "effect", "subject", "predicate", "object", "conditions", "polarity", "modality",
    "tier", "source", "place", "page", "due", "quote", "paragraph",
)  # fmt: skip
"""Headings of the table; ``decision`` and ``note`` are empty, for a person to fill in (`verweisnetz.review.applying`)."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A gap that would go or come: its kind (A1, A2, B, D, F) and cell; None stands for "any"."""

    kind: str
    audience: ConceptRef | None = None
    theme: ConceptRef | None = None
    region: RegionRef | None = None

    def text(self, language: str) -> str:
        """Return kind and cell."""
        concepts = [part.label(language) if part else "" for part in (self.audience, self.theme)]
        named = [label for label in (*concepts, self.region.label if self.region else "") if label]
        return f"{self.kind} {' · '.join(named) or word('any', language)}"


@dataclass(frozen=True, slots=True)
class Effect:
    """What accepting one thing alone would change, everything else as it is now.

    Args:
        referrals, provisions: how many facts of the kind there would be that are not there now.
        ways: pairs of a sender and a provider between whom agreed referrals would newly lead; lost ones count too.
        closed, opened: gaps that would go and come.
        weight: gap weight that would go, in thousandths; negative where more would come.
    """

    referrals: int = 0
    provisions: int = 0
    ways: int = 0
    closed: tuple[Touched, ...] = ()
    opened: tuple[Touched, ...] = ()
    weight: int = 0

    @property
    def nothing(self) -> bool:
        """Whether no route, no gap and no fact would change."""
        return self == Effect()

    def text(self, language: str) -> str:
        """Return the effect in words."""
        gaps = (("closes", self.closed), ("opens", self.opened))
        parts = [
            word(name, language).format("; ".join(gap.text(language) for gap in found)) for name, found in gaps if found
        ]
        counts = (("ways", self.ways), ("referrals", self.referrals), ("provisions", self.provisions))
        parts += [word(name, language).format(count) for name, count in counts if count]
        return ", ".join(parts) or word("nothing", language)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a paragraph; ``quoted``: the statement stands on it."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """The quotes of one paragraph where they stand, with as much of it as one reads at once.

    Args:
        places: cell, or span of each quote. parts: the paragraph, in order.
        exact: the stored text says these words there; else the quotes are all there is.
    """

    places: tuple[str, ...]
    parts: tuple[Part, ...]
    page: int = 0
    exact: bool = True

    def marked(self) -> str:
        """Return the paragraph on one line, each quote between »«."""
        return " ".join("".join(f"»{part.text}«" if part.quoted else part.text for part in self.parts).split())


@dataclass(frozen=True, slots=True)
class Term:
    """One end of a statement; ``kind`` is empty for a plain value."""

    label: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement to be looked at.

    Args:
        effect: None where accepting cannot be measured: a plan makes no fact, or there were too many to measure.
        due: for a plan, the day by which it should have come true.
        quote: the words it stands on, on one line. passages: the paragraphs they stand in.
    """

    key: str
    source: str
    subject: Term
    predicate: str
    object: Term
    conditions: tuple[tuple[str, str], ...]
    polarity: Polarity
    modality: Modality
    tier: Tier
    method: str
    quote: str
    passages: tuple[Passage, ...]
    effect: Effect | None = None
    due: date | None = None

    def effect_text(self, language: str) -> str:
        """Return what accepting it would change."""
        if self.effect is not None:
            return self.effect.text(language)
        return word("unmeasured" if self.modality == "asserted" else "no_fact", language)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two labels that may mean one actor; ``reason`` as in `graph.link.Proposal`.

    Args:
        left, right: the labels people read. left_id, right_id: the entities.
        effect: what it would change if both were one.
    """

    key: str
    left: str
    right: str
    left_id: str
    right_id: str
    score: int
    reason: str
    sources: tuple[str, ...] = ()
    effect: Effect | None = None

    def effect_text(self, language: str) -> str:
        """Return what it would change if both were one."""
        return self.effect.text(language) if self.effect is not None else word("unmeasured", language)


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision that is about no statement any more."""

    key: str
    decision: str
    by: str
    on: str
    said: str
    quote: str


@dataclass(frozen=True, slots=True)
class ReviewAnswer(Tabled):
    """Everything there is to decide, what would change most first.

    Args:
        measured: how many effects were worked out; the others are listed after them, by their kind.
        decided: how many statements a person has decided on so far.
        open: how many things there are to decide, those not listed included.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    candidates: tuple[Candidate, ...]
    pairs: tuple[Pair, ...]
    overdue: tuple[Candidate, ...]
    lost: tuple[Lost, ...] = ()
    measured: int = 0
    decided: int = 0
    open: int = 0

    def columns(self, language: str = "de") -> dict[str, str]:
        """Return the headings of `to_rows`."""
        return {name: word(f"column_{name}", language) for name in COLUMNS}

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per thing to decide, as a person can fill it in and send it back."""
        return [*self._rows(language)]

    def _rows(self, language: str) -> Iterator[dict[str, str | int]]:
        for candidate in self.candidates:
            yield _row(candidate, "statement", language)
        for pair in self.pairs:
            yield {
                **dict.fromkeys(COLUMNS, ""),
                "key": pair.key,
                "what": word("pair", language),
                "effect": pair.effect_text(language),
                "subject": pair.left,
                "predicate": "sameAs",
                "object": pair.right,
                "source": "; ".join(pair.sources),
            }
        for candidate in self.overdue:
            yield _row(candidate, "plan", language)


def _row(candidate: Candidate, what: str, language: str) -> dict[str, str | int]:
    from graph.anchors import OMITTED
    from graph.condition_text import conditions_text

    pages = dict.fromkeys(str(passage.page) for passage in candidate.passages if passage.page)
    return {
        "key": candidate.key,
        "what": word(what, language),
        "decision": "",
        "note": "",
        "effect": candidate.effect_text(language),
        "subject": candidate.subject.label,
        "predicate": candidate.predicate,
        "object": candidate.object.label,
        "conditions": conditions_text(candidate.conditions),
        "polarity": candidate.polarity,
        "modality": candidate.modality,
        "tier": candidate.tier,
        "source": candidate.source,
        "place": "; ".join(place for passage in candidate.passages for place in passage.places),
        "page": ", ".join(pages),
        "due": candidate.due.isoformat() if candidate.due else "",
        "quote": candidate.quote,
        "paragraph": OMITTED.join(passage.marked() for passage in candidate.passages),
    }
