"""Who guides this client's group in this region: the Lotsen, with how to reach them and where it is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from graph.view import View
from queries.cells import asked, reached_by, standing
from queries.client import ANYTHING, Client
from queries.conditions import Conditions
from queries.contact_age import judged
from queries.freshness import TRUSTED, Freshness, Limits, freshness
from queries.phrases import word
from queries.profile import Profile
from queries.questions import Question, in_words
from queries.references import ActorRef, ConceptRef, ContactRef, EvidenceRef, References, RegionRef
from queries.tabled import Tabled
from queries.verdict import YES, Verdict, every

COLUMNS = ("guide", "audience", "region", "fit", "open_questions", "contact", "standing", "evidence")


@dataclass(frozen=True, slots=True)
class Guide:
    """An actor that guides a group to others.

    Args:
        audience, region: None for any.
    """

    actor: ActorRef
    audience: ConceptRef | None
    region: RegionRef | None
    fit: Literal["yes", "ask"]
    open_questions: tuple[Question, ...]
    contact: tuple[ContactRef, ...]
    freshness: Freshness
    note: str
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class GuidesAnswer(Tabled):
    """The guides that fit, surest first, equals in the order of their names' ids.

    Args:
        others: how many more entries there are, for other groups, other regions or another time.
        notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    guides: tuple[Guide, ...]
    others: int
    notes: tuple[str, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str]]:
        """Return one row per guide."""
        return [_row(guide, language) for guide in self.guides]


@dataclass(frozen=True, slots=True)
class Guides:
    """The question. Its needs do not matter: a guide leads to whatever is needed."""

    profile: Profile
    limits: Limits = TRUSTED

    def answer(self, view: View) -> GuidesAnswer:
        """Return who guides the client's group where the client is.

        Raises:
            QuestionError: for words nobody knows and contradictory facts.
        """
        conditions = Conditions(view, Client.of(view, self.profile), ANYTHING)
        table = view.table("guide")
        verdicts = {row: _fit(view, conditions, row) for row in table}
        kept = [row for row, verdict in verdicts.items() if verdict.outcome != "no"]
        references = References(view)
        found = [self._guide(view, references, row, verdicts[row]) for row in kept]
        return GuidesAnswer(
            self.profile.asked_on,
            tuple(sorted(found, key=_order)),
            len(verdicts) - len(kept),
            () if found else ("no_guide_fits" if verdicts else "no_guides",),
        )

    def _guide(self, view: View, references: References, row: int, verdict: Verdict) -> Guide:
        table, day = view.table("guide"), self.profile.asked_on.toordinal()
        actor = references.actor(table.ints("actor")[row])
        if actor is None:
            raise ValueError("a guide is somebody")
        return Guide(
            actor,
            references.concept(table.ints("audience")[row]),
            references.region(table.ints("region")[row]),
            "ask" if verdict.asks else "yes",
            in_words(view, verdict.asks),
            judged(references.contacts(table.ints("actor")[row]), day, self.limits),
            freshness(table.ints("checked")[row], day, self.limits.contact),
            table.text("note")[row],
            references.evidence(table.lists("evidence")[row]),
        )


def _fit(view: View, conditions: Conditions, row: int) -> Verdict:
    """Return whether a guide is for the client; a blank group or region means any."""
    table = view.table("guide")
    audience, region = table.ints("audience")[row], table.ints("region")[row]
    return every(
        (
            conditions.client.group(audience) if audience >= 0 else YES,
            conditions.client.reached((region,)) if region >= 0 else YES,
            conditions.alive(table.ints("actor")[row]),
        )
    )


def _order(guide: Guide) -> tuple[object, ...]:
    about = (guide.audience.id if guide.audience else "", guide.region.id if guide.region else "")
    return guide.fit == "ask", len(guide.open_questions), guide.actor.id, *about, guide.note, str(guide.evidence)


def _row(guide: Guide, language: str) -> dict[str, str]:
    return {
        "guide": guide.actor.label,
        "audience": guide.audience.label(language) if guide.audience else word("any", language),
        "region": guide.region.label if guide.region else word("any", language),
        "fit": word(guide.fit, language),
        "open_questions": asked(guide.open_questions, language),
        "contact": reached_by(guide.contact),
        "standing": standing(guide.freshness, language),
        "evidence": "; ".join(map(str, guide.evidence)),
    }
