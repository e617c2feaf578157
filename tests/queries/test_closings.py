"""The closings that close most: what is claimed is true, the choice keeps to its bound, on small networks exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.best_closings import BestClosing, BestClosings, ClosingsAnswer
from queries.gap import Gap
from queries.gaps import Gaps
from queries.most_covered import GUARANTEED, most_covered
from tests.queries.gap_reference import ACCOMPANIED
from tests.queries.network import TODAY, Network
from tests.queries.small_networks import Provided, Referred, Small, dated
from tests.queries.test_gaps_against_every_cell import asked, label

sets = st.lists(st.lists(st.integers(0, 7), unique=True, max_size=5), max_size=7)


@settings(max_examples=300, deadline=None)
@given(sets, st.lists(st.integers(0, 9), min_size=8, max_size=8), st.integers(1, 4))
def test_the_choice_keeps_to_both_bounds(family: list[list[int]], weights: list[int], k: int) -> None:
    best = max(
        sum(weights[item] for item in set().union(*chosen))
        for size in range(k + 1)
        for chosen in combinations(family, min(size, len(family)))
    )
    chosen = most_covered(family, weights, k)
    assert chosen.covered == sum(weights[item] for item in {item for pick in chosen.picks for item in family[pick]})
    assert GUARANTEED * best <= chosen.covered <= best <= chosen.at_most
    assert list(chosen.gains) == sorted(chosen.gains, reverse=True)


@given(sets, st.lists(st.integers(1, 9), min_size=8, max_size=8), st.integers(1, 4))
def test_lazy_choice_is_plain_greedy_choice(family: list[list[int]], weights: list[int], k: int) -> None:
    left, picks = dict(enumerate(weights)), []
    for _ in range(k):
        gains = [sum(left.get(item, 0) for item in one) for one in family]
        if not family or not max(gains):
            break
        picks.append(gains.index(max(gains)))
        for item in family[picks[-1]]:
            left.pop(item, None)
    assert tuple(picks) == most_covered(family, weights, k).picks


def best(small: Small, k: int = 3, candidates: int = 500) -> ClosingsAnswer:
    gaps = Gaps(day=TODAY, accompanied=ACCOMPANIED)
    return BestClosings(k, gaps, candidates).answer(small.view())


@settings(max_examples=300, deadline=None)
@given(dated)
def test_what_a_closing_closes_is_closed_when_it_is_done(small: Small) -> None:
    for one in best(small).closings:
        done = _done(small, one)
        if done is None:
            continue
        left = {(gap.kind, *_cell(gap), door) for gap in asked(done).gaps for door in _doors(gap)}
        for gap in one.closes:
            door = gap.door.label if gap.door else ""
            assert (gap.kind, label(gap.audience), label(gap.theme), label(gap.region), door) not in left


def _cell(gap: Gap) -> tuple[str, str, str]:
    return label(gap.audience), label(gap.theme), label(gap.region)


def _doors(gap: Gap) -> list[str]:
    return [actor.label for actor in gap.unreachable_from] or [""]


def _done(small: Small, one: BestClosing) -> Small | None:
    """Return the network with a closing in place; None for what was refused too, which is another matter."""
    closing = one.closing
    assert closing.actor
    name = closing.actor.label
    offer = closing.offer.label if closing.offer else None
    if closing.what == "agree_referral":
        senders = [closing.other.label] if closing.other else []
        legs = tuple(Referred(sender, name, handover="accompanied") for sender in senders)
        # Rows of the cells stay: nobody who occurs may go, and a new agreement makes no new cell.
        return replace(small, referred=(*small.referred, *legs))
    rows = [row for row in small.provided if (row.provider, row.offer) == (name, offer) and row.polarity != "no"]
    if name == "p" and closing.what == "renew":
        return replace(
            small,
            project_until=-1,
            provided=tuple(replace(row, until=-1) if row in rows else row for row in small.provided),
        )
    changed = tuple(_extended(row, one) if row in rows else row for row in small.provided)
    # Without a needs table the cells are what occurs, so that an extension is looked at only where needs are said.
    return replace(small, provided=changed) if small.needs or closing.what == "renew" else None


def _extended(row: Provided, one: BestClosing) -> Provided:
    audience, theme, region = label(one.audience), label(one.theme), label(one.region)
    if one.closing.what == "renew":
        return replace(row, until=-1)
    return replace(
        row,
        audiences=(*row.audiences, audience) if audience else row.audiences,
        themes=(*row.themes, theme) if theme else row.themes,
        regions=(*row.regions, region) if region else row.regions,
        implied=False,
    )


@settings(max_examples=150, deadline=None)
@given(dated)
def test_the_referrals_of_the_pool_close_all_that_any_referral_between_doors_and_offers_would(small: Small) -> None:
    small = replace(small, needs=(), doors=(("a", None, None),))
    answer = best(small, k=50)
    wanted = [gap for gap in asked(small).gaps if gap.kind == "B" and gap.reason == "no_referral" and gap.weight]
    closed = {(_of(gap), gap.kind) for one in answer.closings for gap in one.closes}
    assert [] == [gap for gap in wanted if (_cell(gap), "B") not in closed]


def _of(gap: object) -> tuple[str, str, str]:
    return label(gap.audience), label(gap.theme), label(gap.region)  # type: ignore[attr-defined]


@settings(max_examples=100, deadline=None)
@given(dated, st.integers(1, 1000))
def test_the_order_of_rows_changes_no_closing(small: Small, seed: int) -> None:
    assert best(small).to_dict() == best(small.reordered(seed)).to_dict()


def hub() -> Network:
    net = Network().audience("Frauen", "sex=f").theme("Sprache").region("Olpe")
    for door in ("JC", "Tafel", "Kita"):
        net.door(door).refers(door, "Lotse")
    for provider in ("VHS", "AWO"):
        net.provides(provider, "Kurs", audiences=["Frauen"], themes=["Sprache"], access="referral")
    return net.need("Frauen", "Sprache")


def test_one_agreement_at_the_hub_is_worth_three_at_the_doors() -> None:
    (one,) = BestClosings(1, Gaps(day=TODAY)).answer(hub().view()).closings
    assert ("Verweis verabreden: Lotse → AWO (Kurs)".replace(" (Kurs)", ""), 999) == (one.text("de"), one.gain)
    assert ["JC", "Kita", "Tafel"] == [gap.door.label for gap in one.closes if gap.door]


def test_what_people_accepted_is_not_to_be_closed_until_it_is_due() -> None:
    net = hub().accepted("B", "Frauen", review_on=TODAY)
    assert ((), 0) == ((answer := BestClosings(3, Gaps(day=TODAY)).answer(net.view())).closings, answer.open)
    assert 999 == BestClosings(3, Gaps(day=TODAY + timedelta(days=1))).answer(net.view()).closed


def test_an_event_is_not_extended_and_who_said_no_is_not_asked_again() -> None:
    net = Network().audience("Frauen", "sex=f").theme("Sprache").theme("Recht").need("Frauen", "Recht")
    net.actor("Messe", kind="event", runs_until=TODAY + timedelta(days=9))
    for provider in ("AWO", "Messe", "VHS"):
        net.provides(provider, "Rat", audiences=["Frauen"], themes=["Sprache"])
    net.provides("AWO", "Rat", audiences=["Frauen"], themes=["Recht"], polarity="no")
    choice = BestClosings(9, Gaps(day=TODAY)).answer(net.view()).closings
    assert ["VHS"] == [one.closing.actor.label for one in choice if one.closing.actor]
    (gap,) = Gaps(day=TODAY).answer(net.view()).gaps
    assert ("A1", ["VHS"]) == (gap.sub, [one.actor.label for one in gap.closings if one.actor])


def test_the_answer_is_plain_data_and_a_table_and_says_what_it_is_worth() -> None:
    answer = BestClosings(2, Gaps(day=TODAY)).answer(hub().view())
    assert 999 == json.loads(json.dumps(answer.to_dict()))["closed"]
    assert (answer.closed, 632) == (answer.at_most, answer.guaranteed)
    (row,) = answer.to_rows("en")
    assert list(answer.columns("en")) == list(row)


def test_a_network_without_anything_has_nothing_to_close() -> None:
    answer = BestClosings().answer(Network().view())
    assert ((), 0, ("no_referrals", "no_needs", "no_doors")) == (answer.closings, answer.at_most, answer.notes)
