"""Joint counselling somebody agreed on: teams with members and a lead, and pairs that counsel jointly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from graph.view import View
from queries.client import ANYTHING, Client, Need
from queries.conditions import Conditions
from queries.index import index_of
from queries.lifetimes import Lifetimes
from queries.shares import Share, Shares
from queries.signature import Signatures
from queries.team import Team
from queries.team_writer import LEADS, Pair, Round, TeamWriter
from queries.verdict import Ask, Verdict, ask, either, every

JOINT = "handover/joint"
Taken = Mapping[Need, Mapping[int, Share]]


class AgreedTeams:
    """The agreed teams of one view, seen by one client."""

    def __init__(self, view: View, client: Client, shares: Shares, writer: TeamWriter) -> None:
        self._view, self._client = view, client
        self._shares, self._writer = shares, writer
        self._index = index_of(view)
        self._lifetimes = Lifetimes(self._index)
        self._of_need: dict[Need, Conditions] = {}
        self.teams = [row for row in self._index.actors if self._index.kinds[row] == "team"]
        joint = view.concepts_by_id.get(JOINT)
        handovers = self._index.referrals.ints("handover")
        self.pairs = [] if joint is None else [row for row in self._index.referrals if handovers[row] == joint]
        self.found: tuple[Team, ...] = ()

    @property
    def any_known(self) -> bool:
        """Whether any joint counselling is recorded at all."""
        return bool(self.teams or self.pairs)

    def fitting(self, needs: Sequence[Need], taken: Taken) -> tuple[Team, ...]:
        """Return the teams that are for the client and take a need: the fewest uncovered first, then the fewest questions."""
        rounds = [self._round(team, needs, taken) for team in self.teams]
        pairs = [self._pair(row, needs, taken) for row in self.pairs]
        found = [(self._writer.agreed(one), one) for one in (*rounds, *pairs) if one]
        found.sort(key=lambda entry: (*_order(entry[0]), self._signature(entry[1])))
        self.found = tuple(team for team, _ in found)
        return self.found

    def _round(self, team: int, needs: Sequence[Need], taken: Taken) -> Round | None:
        about = self._about(team)
        own = {need: share for need in needs if (share := self._shares.of_provider(team, need))}
        members = sorted({member for member, _, _ in self._memberships.get(team, ())})
        beside = {need: {one: taken[need][one] for one in members if one in taken[need]} for need in needs}
        if about.outcome == "no" or not any(own.get(need) or beside[need] for need in needs):
            return None
        return Round(team, tuple(self._memberships.get(team, ())), about, needs, own, beside)

    def _about(self, team: int) -> Verdict:
        """Return whether a team is for the client, whatever is needed."""
        rows = [row for row in self._index.provided_by[team] if self._index.provision_polarity[row] != "no"]
        if rows:
            verdicts = [self._conditions(ANYTHING).provision(row) for row in rows]
            return either(verdicts) or verdicts[0]
        works_in, lies_in = self._index.actors.lists("regions")[team], self._index.actors.lists("places")[team]
        reached = self._client.reached(tuple(works_in) or tuple(lies_in))
        return every((ask(Ask("audience")), reached, self._conditions(ANYTHING).alive(team)))

    def _pair(self, row: int, needs: Sequence[Need], taken: Taken) -> Pair | None:
        if not self._conditions(ANYTHING).usable(row):
            return None
        ends = (self._index.referrals.ints("sender")[row], self._index.referrals.ints("receiver")[row])
        agreed = [need for need in needs if self._conditions(need).usable(row)]
        beside = {
            need: {one: taken[need][one] for one in ends if need in agreed and one in taken[need]} for need in needs
        }
        if not any(ends[1] in covered for covered in beside.values()):
            return None
        return Pair(row, ends, self._conditions(ANYTHING).referral(row), needs, beside)

    def _conditions(self, need: Need) -> Conditions:
        found = self._of_need.get(need)
        if found is None:
            found = self._of_need[need] = Conditions(self._view, self._client, need)
        return found

    @cached_property
    def _memberships(self) -> dict[int, list[tuple[int, str, int]]]:
        """Member, role and row by team; each member once, in its leading role, as long as it exists."""
        table = self._view.table("membership")
        bodies, members, roles = table.ints("body"), table.ints("member"), table.text("role")
        ids, day = self._index.actors.text("id"), self._client.day
        best: dict[tuple[int, int], tuple[int, str, int]] = {}
        for row in table:
            key = (bodies[row], members[row])
            if self._index.kinds[key[0]] == "team" and self._lifetimes.actor(key[1]).holds(day):
                rank = (LEADS.index(roles[row]) if roles[row] in LEADS else len(LEADS), roles[row], row)
                best[key] = min(best.get(key, rank), rank)
        found: dict[int, list[tuple[int, str, int]]] = {}
        for (body, member), (_, role, row) in sorted(best.items(), key=lambda entry: (entry[1][0], ids[entry[0][1]])):
            if role not in OUTSIDE:
                found.setdefault(body, []).append((member, role, row))
        return found

    def _signature(self, one: Round | Pair) -> tuple[str, ...]:
        return Signatures(self._view).referral(one.row) if isinstance(one, Pair) else ()


OUTSIDE = ("funder",)
"""Roles of whoever is named with a team but sits at no table."""


def _order(team: Team) -> tuple[object, ...]:
    named = team.actor.id if team.actor else ""
    members = tuple(member.actor.id for member in team.members)
    return len(team.uncovered), _questions(team), team.basis != "team", named, members


def _questions(team: Team) -> int:
    """Return how much is open: about the team, and about each need with whoever can take it best."""
    least: dict[str, int] = {}
    for one in (*team.covers, *(one for member in team.members for one in member.covers)):
        need = one.need.id if one.need else ""
        least[need] = min(least.get(need, len(one.open_questions)), len(one.open_questions))
    return len(team.open_questions) + sum(least.values())
