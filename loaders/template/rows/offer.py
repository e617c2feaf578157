"""A row of the sheet of offers: what an actor offers, for whom, on what, where and on which terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.statement import Literal, Mention
from loaders.matrix.say import PREDICATE_OF
from loaders.template import words
from loaders.template.cells import Pairs
from loaders.template.line import MISSING, Line
from loaders.template.names import Names
from loaders.template.narrowing import narrowed
from loaders.template.ways import access

ORDER = ("offer", "audience", "theme", "region")
"""What a row is about: the first of these that is filled in."""

EACH = "each"
"""The row says of its offer each group, theme and region on its own; its limits are those of the offer."""

KINDS = {"offer": "Offer", "audience": "TargetGroup", "theme": "Theme", "region": "Region"}
TERMS = {"format": "format", "cost": "cost", "capacity": "capacity"}
"""Columns that say on which terms an offer is to be had, and their predicates."""


@dataclass(frozen=True, slots=True)
class About:
    """What a row is about.

    Args:
        subjects: the actors, or kinds of offers where the row holds whoever provides them.
        first: what it says of them, one of `ORDER`; nothing: only that the kind of offer is there.
        apart: whether everything else is said of the offer on its own.
        labels: what its cells name, by role.
        kinds: what kind of offer it is.
    """

    subjects: tuple[Mention, ...]
    first: str
    labels: dict[str, tuple[str, ...]]
    kinds: tuple[str, ...] = ()
    apart: bool = False

    def conditions(self) -> Pairs:
        """Return what else the row names."""
        others = [role for role in ORDER if role != self.first and not (role == "offer" and self.instruments)]
        named = [(role, label) for role in others if not self.apart for label in self.labels[role]]
        return (*named, *(("kind", label) for label in self.kinds))

    @property
    def instruments(self) -> bool:
        """Whether the row holds for kinds of offers rather than for actors."""
        return any(subject.kind == "OfferType" for subject in self.subjects)

    @property
    def offers(self) -> Pairs:
        """What the terms of the row belong to."""
        return () if self.instruments else tuple(("offer", label) for label in self.labels["offer"])


def offer(line: Line, names: Names) -> None:
    """Say what a row says."""
    about = _about(line, names)
    if about is None or not line.answers():
        return
    limits, beside = narrowed(line)
    note = line.text("note")
    details = (*beside, *((("note", note),) if note else ()), *line.pairs("details"))
    day = line.day("checked")
    verified = line.verified(day)
    conditions = (*about.conditions(), *limits)
    role = about.first or "offer"
    cell = role if line.raw(role) else "kind"  # an offer may stand among the kinds
    for subject in about.subjects:
        if not about.first:
            line.say(subject, "label", Literal(subject.label), cell, verified=verified, details=details)
            continue
        for label in about.labels[about.first]:
            line.say(
                subject, PREDICATE_OF[about.first], Mention(label, KINDS[about.first]), cell,
                verified=verified, conditions=conditions, details=details,
            )  # fmt: skip
    if about.apart:
        _apart(line, about, verified)
    if line.answer[0] != "no":
        _terms(line, about, day, verified)


def _about(line: Line, names: Names) -> About | None:
    """Return what a row is about; nothing where it is refused."""
    who = line.several("actor")
    labels = {role: line.several(role) for role in ORDER}
    kinds = line.several("kind")
    if not labels["offer"]:  # a kind of offer without a name of its own is the offer
        labels["offer"], kinds = kinds, ()
    said = line.word("says", "says")
    says = "offer" if said == EACH else said
    if not who:
        line.refuse(MISSING, "actor")
    elif len(who) == 1 and words.means_any_provider(who[0]):
        first = says or next((role for role in ORDER[1:] if labels[role]), "")
        if labels["offer"] and first != "offer" and (not first or labels[first]):
            return About(tuple(Mention(label, "OfferType") for label in labels["offer"]), first, labels, kinds)
        line.refuse(MISSING, "offer")
    else:
        first = says or next((role for role in ORDER if labels[role]), "")
        if first and labels[first]:
            return About(tuple(map(names.of, who)), first, labels, kinds, said == EACH)
        line.refuse(MISSING, *ORDER)
    return None


def _apart(line: Line, about: About, verified: str) -> None:
    """Say each group, theme and region of an offer on its own."""
    for subject in about.subjects:
        for role in ORDER[1:]:
            for label in about.labels[role]:
                for pair in about.offers:
                    thing = Mention(label, KINDS[role])
                    line.say(subject, PREDICATE_OF[role], thing, role, verified=verified, conditions=(pair,))


def _terms(line: Line, about: About, day: str, verified: str) -> None:
    """Say on which terms the offers of a row are to be had, and when it was checked."""
    values = list(_values(line, day))
    for subject in about.subjects:
        told: list[Pairs] = [(pair,) for pair in about.offers]
        for conditions in told or [()]:
            for role, predicate, value, details in values:
                line.say(
                    subject, predicate, Literal(value), role, verified=verified, conditions=conditions,
                    details=details, answer=words.YES,
                )  # fmt: skip


def _values(line: Line, day: str) -> Iterator[tuple[str, str, str, Pairs]]:
    for role, predicate in TERMS.items():
        values: Sequence[str] = line.several(role) if line.sheet.column(role).form == "labels" else [line.text(role)]
        yield from ((role, predicate, value, ()) for value in values if value)
    if text := line.text("access"):
        yield "access", "access", *access(text)
    if day:
        yield "checked", "lastChecked", day, ()
