"""What accepting one thing alone would change in routes and gaps: worked out, not estimated.

The facts are derived once more with that one thing accepted, and compared with the facts as they are: which gaps go
or come (`queries.gaps`), which providers agreed referrals newly lead to, which referrals and provisions there would
be. Statements are linked whether accepted or not (but for aliases), so that links are worked out once; one measure
takes as long as deriving (a tenth of a second for two thousand statements). It is exact for one acceptance by itself: two that only
matter together each say that they change nothing. What a way leads to is looked at without regard to who may go it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.decisions import Decisions, LinkDecision, Review
from graph.derive import derive
from graph.links import Links, link
from graph.records import SourceRecord
from graph.snapshot import snapshot_of
from graph.statement import Statement
from graph.view import View
from queries.freshness import TRUSTED, Limits
from queries.gap import Gap
from queries.gaps import Gaps
from queries.index import Index, index_of
from queries.lifetimes import Lifetimes
from queries.overtaken import overtaken, questioned
from verweisnetz.review.answer import Effect, Touched

MAX_LEGS = 4
_JOINT = ("audiences", "themes", "regions")
GapsByKey = Mapping[tuple[str, str, str, str, str], Gap]


@dataclass(frozen=True, slots=True)
class _State:
    """What matters of a graph: gaps, ways, and the facts routes are made of, all by id."""

    gaps: GapsByKey
    questions: tuple[Gap, ...]
    ways: frozenset[tuple[str, str]]
    referrals: frozenset[tuple[object, ...]]
    provisions: frozenset[tuple[object, ...]]


class Effects:
    """Measures one acceptance after the other against the graph as it is.

    Args:
        limits, horizon: as the region's own answers use them.
    """

    def __init__(
        self,
        statements: Sequence[Statement],
        sources: Iterable[SourceRecord],
        decisions: Decisions,
        day: date,
        *,
        horizon: date | None = None,
        limits: Limits = TRUSTED,
    ) -> None:
        self._statements, self._sources = statements, tuple(sources)
        self._decisions = decisions
        self._question = Gaps(day=day, horizon=horizon, closings=0, evidence=0, limits=limits)
        self._day = day.toordinal()
        self._links = link(statements, decisions, sources=self._sources)
        self._naming = {one.key for one in statements if one.predicate == "alias"}
        self._now = self._state(self._links, decisions)

    def of_statement(self, key: str) -> Effect:
        """Return what accepting a statement would change."""
        others = (review for review in self._decisions.reviews if review.key != key)
        accepted = replace(self._decisions, reviews=(*others, Review(key, "accepted")))
        again = key in self._naming  # an alias makes two labels one
        links = link(self._statements, accepted, sources=self._sources) if again else self._links
        return self._against(self._state(links, accepted))

    def of_pair(self, left: str, right: str) -> Effect:
        """Return what it would change if two entities were one."""
        joined = replace(self._decisions, links=(*self._decisions.links, LinkDecision("same", left, right)))
        return self._against(self._state(link(self._statements, joined, sources=self._sources), joined))

    def _state(self, links: Links, decisions: Decisions) -> _State:
        facts = derive(self._statements, links, sources=self._sources, decisions=decisions)
        view = View(snapshot_of(facts.rows, {}))
        answer = self._question.answer(view)
        gaps = {gap.key: gap for gap in answer.gaps}
        return _State(gaps, answer.apart, ways(view, self._day), _facts(view, "referral"), _facts(view, "provision"))

    def _against(self, then: _State) -> Effect:
        now = self._now
        weights = [sum(gap.weight for gap in state.gaps.values()) for state in (now, then)]
        return Effect(
            referrals=len(then.referrals - now.referrals),
            provisions=len(then.provisions - now.provisions),
            ways=len(then.ways ^ now.ways),
            closed=tuple(map(_touched, closed(now.gaps, then.gaps, then.questions))),
            opened=tuple(_touched(gap) for key, gap in sorted(then.gaps.items()) if key not in now.gaps),
            weight=weights[0] - weights[1],
        )


def closed(before: GapsByKey, after: GapsByKey, questions: Iterable[Gap] = ()) -> list[Gap]:
    """Return the gaps that are gone, in the order of their keys, without those whose place a worse one or a question took.

    Args:
        questions: what is listed apart afterwards.
    """
    gone = [gap for key, gap in sorted(before.items()) if key not in after]
    worse = [gap for key, gap in after.items() if key not in before or before[key].weight < gap.weight]
    moot = {gap.key for gap in overtaken(gone, worse)} | {gap.key for gap, _ in questioned(gone, questions)}
    return [gap for gap in gone if gap.key not in moot]


def _touched(gap: Gap) -> Touched:
    return Touched(gap.sub, gap.audience, gap.theme, gap.region)


def ways(view: View, day: int) -> frozenset[tuple[str, str]]:
    """Return the pairs of a sender and a provider with agreed referrals in force leading from one to the other."""
    index = index_of(view)
    lifetimes = Lifetimes(index)
    holding = [
        row for row in index.referrals if index.referral_polarity[row] != "no" and lifetimes.referral(row).holds(day)
    ]
    senders, receivers = index.referrals.ints("sender"), index.referrals.ints("receiver")
    onward: dict[int, set[int]] = {}
    for row in holding:
        if senders[row] >= 0 and receivers[row] >= 0:
            onward.setdefault(senders[row], set()).add(receivers[row])
    ids, providing = view.table("actor").text("id"), _providing(index, lifetimes, day)
    return frozenset(
        (ids[sender], ids[end]) for sender in onward for end in _within(sender, onward) & providing if end != sender
    )


def _within(start: int, onward: dict[int, set[int]]) -> set[int]:
    """Return whom one gets to over at most `MAX_LEGS` referrals."""
    found = {start: 0}
    ahead = deque([start])
    while ahead:
        actor = ahead.popleft()
        if found[actor] < MAX_LEGS:
            for following in onward.get(actor, ()):
                if following not in found:
                    found[following] = found[actor] + 1
                    ahead.append(following)
    return set(found)


def _providing(index: Index, lifetimes: Lifetimes, day: int) -> set[int]:
    """Return who provides something on a day, and at whom one gets to it."""
    providers = index.provisions.ints("provider")
    return {
        arrival
        for row in index.provisions
        if providers[row] >= 0 and index.provision_polarity[row] != "no" and lifetimes.provision(row).holds(day)
        for arrival in index.arrivals(providers[row])
    }


def _facts(view: View, name: str) -> frozenset[tuple[object, ...]]:
    """Return what each row of a table says, by id: who, what, for whom, on what, where."""
    table = view.table(name)
    ids = {other: view.table(other).text("id") for other in ("actor", "offer", "concept", "region")}
    ends = ("sender", "receiver") if name == "referral" else ("provider",)
    single = [(table.ints(column), ids["actor"]) for column in ends] + [(table.ints("offer"), ids["offer"])]
    joint = [(table.lists(column), ids["region" if column == "regions" else "concept"]) for column in _JOINT]
    polarity, namings = table.text("polarity"), table.lists("namings")
    return frozenset(
        (
            *(names[rows[row]] if rows[row] >= 0 else "" for rows, names in single),
            *(tuple(sorted(names[at] for at in rows[row])) for rows, names in joint),
            polarity[row],
            tuple(sorted(namings[row])),
        )
        for row in table
    )
