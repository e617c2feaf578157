"""What an answer to "who counsels this person jointly" consists of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from queries.cells import reached_by, standing
from queries.freshness import Freshness
from queries.phrases import known, phrase, word
from queries.questions import Question
from queries.references import ActorRef, ConceptRef, ContactRef, EvidenceRef, OfferRef
from queries.tabled import Tabled

COLUMNS = ("team", "basis", "lead", "members", "needs", "uncovered", "fit", "open_questions", "occasion", "contact",
           "standing", "evidence")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Covers:
    """What a member (or the team itself) takes.

    Args:
        need: None for anything, where the profile names no need.
        provider: whose offer it is: the member's, or that of a project it coordinates.
    """

    need: ConceptRef | None
    provider: ActorRef
    offer: OfferRef | None
    fit: Literal["yes", "ask"]
    open_questions: tuple[Question, ...]
    evidence: tuple[EvidenceRef, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody at the table; ``role`` as in the vocabulary of roles, empty in a proposal."""

    actor: ActorRef
    role: str
    covers: tuple[Covers, ...]
    contact: tuple[ContactRef, ...]
    evidence: tuple[EvidenceRef, ...]

    def title(self, language: str) -> str:
        """Return the label with the role where it is more than being a member."""
        plain = self.role in ("", "member")
        return self.actor.label if plain else f"{self.actor.label} ({known('roles', self.role, language)})"


@dataclass(frozen=True, slots=True)
class Team:
    """A round of joint counselling.

    Args:
        basis: ``team`` (an agreed one), ``referral`` (two actors agreed to counsel jointly) or ``proposal`` (computed:
            nobody agreed on it).
        actor: the agreed team itself.
        lead: None where nobody is named.
        covers: what the team as such takes.
        uncovered: needs neither the team nor a member is known to take.
        fit, open_questions: whether the team is for the client at all, whatever is needed.
        convening: what is said about calling it in; ``contact`` is whom to call.
    """

    basis: Literal["team", "referral", "proposal"]
    actor: ActorRef | None
    lead: ActorRef | None
    members: tuple[Member, ...]
    covers: tuple[Covers, ...]
    uncovered: tuple[ConceptRef, ...]
    fit: Literal["yes", "ask"]
    open_questions: tuple[Question, ...]
    occasion: str
    convening: str
    contact: tuple[ContactRef, ...]
    freshness: Freshness
    evidence: tuple[EvidenceRef, ...]

    def title(self, language: str) -> str:
        """Return a name for people."""
        joined = " + ".join(member.actor.label for member in self.members)
        return self.actor.label if self.actor else joined or word("unknown", language)


@dataclass(frozen=True, slots=True)
class TeamsAnswer(Tabled):
    """Agreed teams that fit, then proposals.

    Args:
        agreed: those that leave the fewest needs uncovered first, then those with the fewest open questions.
        proposals: the smallest sets of actors that cover everything anybody covers; equals in stable order.
        exact: whether no smaller set exists; more than six needs are covered step by step.
        unmet: needs nobody is known to take.
        notes: keys of the phrases ``notes``.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS

    day: date
    needs: tuple[ConceptRef, ...]
    agreed: tuple[Team, ...]
    proposals: tuple[Team, ...]
    exact: bool
    unmet: tuple[ConceptRef, ...]
    notes: tuple[str, ...]

    def to_rows(self, language: str = "de") -> list[dict[str, str]]:
        """Return one row per team, agreed ones first."""
        return [_row(team, language) for team in (*self.agreed, *self.proposals)]


def _row(team: Team, language: str) -> dict[str, str]:
    taken = [*team.covers, *(one for member in team.members for one in member.covers)]
    needs = dict.fromkeys(one.need.label(language) if one.need else word("any", language) for one in taken)
    places = (*team.evidence, *(place for one in taken for place in one.evidence))
    return {
        "team": team.title(language),
        "basis": phrase("basis", team.basis, language),
        "lead": team.lead.label if team.lead else word("unknown", language),
        "members": ", ".join(member.title(language) for member in team.members),
        "needs": ", ".join(needs),
        "uncovered": ", ".join(need.label(language) for need in team.uncovered),
        "fit": word(team.fit, language),
        "open_questions": " ".join(dict.fromkeys(_asked(team, taken, language))),
        "occasion": team.occasion,
        "contact": reached_by(team.contact),
        "standing": standing(team.freshness, language),
        "evidence": "; ".join(dict.fromkeys(map(str, places))),
    }


def _asked(team: Team, taken: list[Covers], language: str) -> list[str]:
    questions = (*team.open_questions, *(question for one in taken for question in one.open_questions))
    return [question.text(language) for question in questions]
