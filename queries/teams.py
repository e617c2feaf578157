"""Who counsels this person jointly: agreed teams that fit, and the smallest rounds that would cover all needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.view import View
from queries.agreed_teams import AgreedTeams
from queries.client import ANYTHING, Client, Need
from queries.fitting import needs_of
from queries.freshness import TRUSTED, Limits
from queries.limits import within
from queries.profile import Profile
from queries.shares import Share, Shares
from queries.smallest_cover import MOST_EXACT, greedy_cover, smallest_covers
from queries.team import Team, TeamsAnswer
from queries.team_writer import TeamWriter

MOST_NEEDS, MOST_PROPOSALS = 100, 100


@dataclass(frozen=True, slots=True)
class Teams:
    """The question.

    A proposal is a smallest set of actors of whom each need somebody covers is covered by one, by an offer that
    fits (one of which no source says that it is about the need counts only where there is no other); among sets of equal size the one with the fewest open questions; equals stand in the order of ids of who
    takes the first need, the second ... Exact up to six needs; beyond, one set is built step by step (each time
    who covers most of what is left), and the answer says so.

    Args:
        k: how many proposals.
    """

    profile: Profile
    k: int = 3
    limits: Limits = TRUSTED

    def answer(self, view: View) -> TeamsAnswer:
        """Return agreed teams and proposals.

        Raises:
            QuestionError: for words nobody knows, contradictory facts, and limits beyond reason.
        """
        within(self.k, MOST_PROPOSALS, "proposals (k)", "Vorschläge (k)")
        needs = needs_of(view, self.profile, MOST_NEEDS)
        client = Client.of(view, self.profile)
        shares = Shares(view, client)
        taken = {need: shares.of(need) for need in needs}
        writer = TeamWriter(view, client.day, self.limits)
        agreed = AgreedTeams(view, client, shares, writer)
        asked = [need for need in needs if need != ANYTHING]
        coverable = [need for need in asked if taken[need]]
        proposals = self._proposals(view, writer, coverable, taken, [need for need in asked if not taken[need]])
        return TeamsAnswer(
            day=self.profile.asked_on,
            needs=writer.concepts(asked),
            agreed=agreed.fitting(needs, taken),
            proposals=proposals,
            exact=len(coverable) <= MOST_EXACT,
            unmet=writer.concepts(need for need in asked if not taken[need]),
            notes=tuple(_notes(agreed, needs, coverable, proposals)),
        )

    def _proposals(
        self,
        view: View,
        writer: TeamWriter,
        needs: Sequence[Need],
        taken: Mapping[Need, Mapping[int, Share]],
        unmet: Sequence[Need],
    ) -> tuple[Team, ...]:
        asks = [{member: share.questions for member, share in taken[need].items()} for need in needs]
        ids = view.table("actor").text("id")
        order = {member: str(ids[member]) for need in asks for member in need}
        if not needs or not self.k:
            return ()
        if len(needs) <= MOST_EXACT:
            found = smallest_covers(asks, order, self.k)
        else:
            step_by_step = greedy_cover(asks, order)
            found = [step_by_step] if step_by_step else []
        return tuple(writer.proposal(needs, cover, taken, unmet) for cover in found)


def _notes(
    agreed: AgreedTeams, needs: Sequence[Need], coverable: Sequence[Need], proposals: Sequence[Team]
) -> Iterator[str]:
    if not agreed.any_known:
        yield "no_teams"
    elif not agreed.found:
        yield "no_team_fits"
    if needs == (ANYTHING,):
        yield "no_need_named"
    elif not coverable:
        yield "nobody_covers"
    elif proposals and len(proposals[0].members) == 1:
        yield "one_covers_all"
    if len(coverable) > MOST_EXACT:
        yield "step_by_step"
