"""From a round of joint counselling as rows to one as an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.view import View
from queries.client import Need
from queries.contact_age import judged
from queries.freshness import Limits, freshness
from queries.index import index_of
from queries.questions import in_words
from queries.references import ActorRef, ConceptRef, ContactRef, References, day
from queries.shares import Share
from queries.team import Covers, Member, Team
from queries.verdict import Verdict

LEADS = ("coordinator", "chair", "office", "carrier", "organiser")


@dataclass(frozen=True, slots=True)
class Round:
    """An agreed team as rows.

    Args:
        members: actor, role and row of the membership, the leading one first.
        own: what the team itself takes; ``beside``: what its members could.
    """

    team: int
    members: tuple[tuple[int, str, int], ...]
    about: Verdict
    needs: Sequence[Need]
    own: Mapping[Need, Share]
    beside: Mapping[Need, Mapping[int, Share]]


@dataclass(frozen=True, slots=True)
class Pair:
    """An agreement of two actors to counsel jointly: the row of a referral."""

    row: int
    ends: tuple[int, int]
    about: Verdict
    needs: Sequence[Need]
    beside: Mapping[Need, Mapping[int, Share]]


class TeamWriter:
    """Writes the teams of one view."""

    def __init__(self, view: View, asked_on: int, limits: Limits) -> None:
        self._view, self._asked_on, self._limits = view, asked_on, limits
        self._refer, self._index = References(view), index_of(view)

    def concepts(self, needs: Iterable[Need]) -> tuple[ConceptRef, ...]:
        """Return the needs that name something, in their order."""
        return tuple(found for need in needs if (found := self._refer.concept(need.concept)))

    def agreed(self, one: Round | Pair) -> Team:
        """Return an agreed team."""
        return self._round(one) if isinstance(one, Round) else self._pair(one)

    def proposal(
        self,
        needs: Sequence[Need],
        cover: Sequence[int],
        taken: Mapping[Need, Mapping[int, Share]],
        unmet: Iterable[Need],
    ) -> Team:
        """Return a proposed team; every member shows all it covers, not only what the others do not."""
        members = tuple(
            Member(self._actor(one), "", self._covers(needs, taken, one), self._contacts(one), ())
            for one in dict.fromkeys(cover)
        )
        asked = any(taken[need][one].questions for need, one in zip(needs, cover, strict=True))
        checked = [self._checked(taken[need][one]) for need, one in zip(needs, cover, strict=True)]
        return Team(
            "proposal", None, None, members, (), self.concepts(unmet), "ask" if asked else "yes", (), "", "", (),
            freshness(min(checked, default=-1), self._asked_on, self._limits.fact), (),
        )  # fmt: skip

    def _round(self, one: Round) -> Team:
        table, actors = self._view.table("membership"), self._index.actors
        rows = [row for _, _, row in one.members]
        lead = next((member for member, role, _ in one.members if role in LEADS), self._index.reached_by[one.team])
        checked = max([actors.ints("checked")[one.team], *(table.ints("checked")[row] for row in rows)])
        return Team(
            basis="team",
            actor=self._actor(one.team),
            lead=self._refer.actor(lead),
            members=tuple(
                Member(
                    self._actor(member), role, self._covers(one.needs, one.beside, member),
                    self._contacts(member), self._refer.evidence(table.lists("evidence")[row]),
                )
                for member, role, row in one.members
            ),
            covers=tuple(self._takes(need, share) for need in one.needs if (share := one.own.get(need))),
            uncovered=self.concepts(need for need in one.needs if not one.own.get(need) and not one.beside[need]),
            fit="ask" if one.about.asks else "yes",
            open_questions=in_words(self._view, one.about.asks),
            occasion=_side_by_side(table.text("occasion")[row] for row in rows),
            convening=_side_by_side([actors.text("remark")[one.team], *(table.text("note")[row] for row in rows)]),
            contact=self._contacts(one.team) or self._contacts(lead),
            freshness=freshness(checked, self._asked_on, self._limits.contact),
            evidence=self._refer.evidence(actors.lists("evidence")[one.team]),
        )  # fmt: skip

    def _pair(self, one: Pair) -> Team:
        table, row = self._index.referrals, one.row
        agreed = table.text("contact")[row]
        contact = (
            judged((ContactRef("agreed", agreed, "", day(table.ints("checked")[row])),), self._asked_on, self._limits)
            if agreed
            else self._contacts(one.ends[1])
        )
        return Team(
            basis="referral",
            actor=None,
            lead=None,
            members=tuple(
                Member(self._actor(end), role, self._covers(one.needs, one.beside, end), self._contacts(end), ())
                for end, role in zip(one.ends, ("sender", "receiver"), strict=True)
            ),
            covers=(),
            uncovered=self.concepts(need for need in one.needs if not one.beside[need]),
            fit="ask" if one.about.asks else "yes",
            open_questions=in_words(self._view, one.about.asks),
            occasion=table.text("occasion")[row],
            convening=_side_by_side(table.text(name)[row] for name in ("agreement", "note")),
            contact=contact,
            freshness=freshness(table.ints("checked")[row], self._asked_on, self._limits.fact),
            evidence=self._refer.evidence(table.lists("evidence")[row]),
        )

    def _covers(
        self, needs: Sequence[Need], taken: Mapping[Need, Mapping[int, Share]], member: int
    ) -> tuple[Covers, ...]:
        return tuple(self._takes(need, taken[need][member]) for need in needs if member in taken[need])

    def _takes(self, need: Need, share: Share) -> Covers:
        provisions, row = self._index.provisions, share.provision
        return Covers(
            need=self._refer.concept(need.concept),
            provider=self._actor(provisions.ints("provider")[row]),
            offer=self._refer.offer(provisions.ints("offer")[row]),
            fit="ask" if share.verdict.asks else "yes",
            open_questions=in_words(self._view, share.verdict.asks),
            evidence=self._refer.evidence(provisions.lists("evidence")[row], {need.concept} - {-1}),
        )

    def _contacts(self, actor: int) -> tuple[ContactRef, ...]:
        return judged(self._refer.contacts(actor), self._asked_on, self._limits)

    def _checked(self, share: Share) -> int:
        return int(self._index.provisions.ints("checked")[share.provision])

    def _actor(self, row: int) -> ActorRef:
        found = self._refer.actor(row)
        if found is None:
            raise ValueError("a team consists of somebody")
        return found


def _side_by_side(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(sorted(text for text in texts if text)))
