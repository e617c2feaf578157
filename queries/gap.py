"""What an answer to "which groups are not served, not reached, or soon no longer" consists of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal, Protocol

from queries.contradiction import Contradiction
from queries.covering import State
from queries.dates import written
from queries.phrases import phrase, word
from queries.plain import members
from queries.references import ActorRef, ConceptRef, EvidenceRef, OfferRef, RegionRef, id_of
from queries.relevance import Source
from queries.tabled import Tabled
from queries.weights import weighed

Kind = Literal["A", "B", "C", "D", "E", "F", "G"]
Sort = Literal["A", "A1", "A2", "B", "C", "D", "E", "F", "G"]
"""What one may ask for: a kind, or one of the two sorts of A."""
APART = ("contradicted", "need_contradicted", "no_agreed_way", "handover_unknown", "end_unknown", "capacity_old")
"""Questions rather than gaps; each is listed apart, under its own name. All but ``need_contradicted`` are reasons."""
COLUMNS = ("kind", "open_or_not", "audience", "theme", "region", "reason", "weight", "closings", "evidence")


@dataclass(frozen=True, slots=True)
class Closing:
    """Something somebody could do about a gap; ``what`` is a key of the phrases ``closings``.

    Args:
        effort: small numbers first: asking is cheaper than agreeing, agreeing than offering.
        actor: who would have to do it. other: with whom or to whom.
    """

    what: str
    effort: int
    actor: ActorRef | None = None
    offer: OfferRef | None = None
    other: ActorRef | None = None

    def text(self, language: str) -> str:
        """Return the closing in one language."""
        offer = f" ({self.offer.label})" if self.offer else ""
        return phrase(
            "closings",
            self.what,
            language,
            actor=(self.actor.label if self.actor else "–") + offer,
            other=self.other.label if self.other else "–",
        )


@dataclass(frozen=True, slots=True)
class Carrier:
    """The one actor, or the one agreement between two, that a cell hangs on."""

    actor: ActorRef | None = None
    sender: ActorRef | None = field(default=None, metadata={"name": "from"})
    receiver: ActorRef | None = field(default=None, metadata={"name": "to"})

    def text(self) -> str:
        """Return the actor, or sender and receiver."""
        if self.actor:
            return self.actor.label
        return " → ".join(actor.label for actor in (self.sender, self.receiver) if actor)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepted a gap, until when, and why; ``overdue``: the review day has passed, the gap is open again."""

    owner: str
    review_on: date | None
    reason: str
    overdue: bool

    def text(self, language: str) -> str:
        """Return who accepted it until when and why, or that it is due."""
        words = phrase(
            "acceptance",
            "overdue" if self.overdue else "accepted",
            language,
            owner=self.owner or phrase("acceptance", "nobody", language),
            day=written(self.review_on, language) or phrase("acceptance", "no_day", language),
        )
        return f"{words}: {self.reason}" if self.reason else words


@dataclass(frozen=True, slots=True)
class Gap:
    """One cell with a gap of one kind; None stands for "any" of a dimension.

    Args:
        sub: ``A1`` somebody said so, ``A2`` nobody said anything; the kind itself for the others.
        reason: a key of the phrases ``gaps``.
        unreachable_from, reachable_from: doors of the group, for kinds B and C (C: reached, but not well).
        carried_by: for kind D. until: the last day anybody serves it, for kind F.
        contradictions: what sources contradict each other about; with one about the need, whether it is a gap is open.
    """

    kind: Kind
    sub: str
    reason: str
    audience: ConceptRef | None
    theme: ConceptRef | None
    region: RegionRef | None
    weight: int
    state: State
    evidence: Sequence[EvidenceRef]
    closings: tuple[Closing, ...] = ()
    unreachable_from: tuple[ActorRef, ...] = ()
    reachable_from: tuple[ActorRef, ...] = ()
    carried_by: tuple[Carrier, ...] = ()
    until: date | None = None
    acceptance: Acceptance | None = None
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def question(self) -> str:
        """The name in `APART` under which it is listed as a question; empty where it is certain."""
        if any(one.about == "need" for one in self.contradictions):
            return "need_contradicted"
        return self.reason if self.reason in APART else ""

    @property
    def cell(self) -> tuple[str, str, str]:
        """The ids of the cell; empty for any."""
        return id_of(self.audience), id_of(self.theme), id_of(self.region)

    def standing(self, language: str) -> str:
        """Return whether it is open, a question listed apart, accepted, or accepted once and due."""
        if self.acceptance:
            return self.acceptance.text(language)
        return phrase("standings", self.question or "open", language)

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """Kind, reason and the ids of the cell: the same gap has the same key in another generation."""
        return self.kind, self.reason, *self.cell

    def text(self, language: str) -> str:
        """Return why it is a gap, or what is in question about it."""
        disputed = {one.about: one.text(language) for one in self.contradictions}
        why = disputed.get("offer") or phrase(
            "gaps",
            self.reason,
            language,
            doors=", ".join(actor.label for actor in self.unreachable_from) or "–",
            carriers=", ".join(carrier.text() for carrier in self.carried_by) or "–",
            until=written(self.until, language) or "–",
        )
        return (
            phrase("contradictions", "if_needed", language, need=disputed["need"], why=why)
            if "need" in disputed
            else why
        )


@dataclass(frozen=True, slots=True)
class GapsAnswer(Tabled):
    """The gaps, the heaviest first.

    Args:
        contradicted: whether somebody serves it is contradicted (apart from A).
        need_contradicted: gaps of any kind, if there is a need: whether there is one is contradicted.
        no_agreed_way: served by offers of unknown access to which nobody is known to refer (apart from B).
        handover_unknown: the group needs somebody to go along, and nobody says whether that happens (apart from C).
        end_unknown: carried by projects whose end nobody stated (apart from F).
        capacity_old: everything was said to be full, but too long ago to count, or without a date (apart from G).
        accepted: gaps a meeting accepted and that are not due for review.
        source, combinations: see `queries.coverage.CoverageAnswer`.
        cells: how many cells were looked at. notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    horizon: date
    source: Source
    combinations: int
    cells: int
    gaps: tuple[Gap, ...]
    contradicted: tuple[Gap, ...]
    need_contradicted: tuple[Gap, ...]
    no_agreed_way: tuple[Gap, ...]
    handover_unknown: tuple[Gap, ...]
    end_unknown: tuple[Gap, ...]
    capacity_old: tuple[Gap, ...]
    accepted: tuple[Gap, ...]
    notes: tuple[str, ...]

    @property
    def weight(self) -> int:
        """The weight of all open gaps, in thousandths."""
        return sum(gap.weight for gap in self.gaps)

    @property
    def apart(self) -> tuple[Gap, ...]:
        """What is a question rather than a gap."""
        return tuple(gap for name in APART for gap in getattr(self, name))

    def to_dict(self) -> dict[str, object]:
        """Return plain data."""
        return {**members(self), "weight": self.weight}

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per gap, for a table: the open ones, questions listed apart, then what is accepted."""
        return [_row(gap, language) for gap in (*self.gaps, *self.apart, *self.accepted)]


class InCell(Protocol):
    """Something about a cell."""

    @property
    def audience(self) -> ConceptRef | None:
        """The group, or None for any."""

    @property
    def theme(self) -> ConceptRef | None:
        """The theme, or None for any."""

    @property
    def region(self) -> RegionRef | None:
        """The region, or None for any."""


def cell_labels(one: InCell, language: str) -> tuple[str, str, str]:
    """Return group, theme and region as people read them."""
    anything = word("any", language)
    return (
        one.audience.label(language) if one.audience else anything,
        one.theme.label(language) if one.theme else anything,
        one.region.label if one.region else anything,
    )


def _row(gap: Gap, language: str) -> dict[str, str | int]:
    audience, theme, region = cell_labels(gap, language)
    return {
        "kind": gap.sub,
        "open_or_not": gap.standing(language),
        "audience": audience,
        "theme": theme,
        "region": region,
        "reason": gap.text(language),
        "weight": weighed(gap.weight, language),
        "closings": "; ".join(closing.text(language) for closing in gap.closings),
        "evidence": "; ".join(map(str, gap.evidence)),
    }
