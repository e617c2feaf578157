"""What fits is the same whether provisions are judged row by row or by columns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.inheritance import COMBINED_REGIONS
from queries import fits_of
from queries.candidates import Candidates
from queries.client import Client, Need
from queries.column_fits import column_fits
from queries.conditions import Conditions
from queries.fewest import UNUSABLE, Fewest, one_by_one
from queries.fits import Fits, RowFits
from queries.names import names_of
from queries.profile import Profile
from queries.provision_columns import provision_columns
from queries.routes import Routes
from queries.screen import Screen
from tests.queries.network import TODAY, Network
from tests.queries.small_networks import ACTORS, Person, Small, networks, people
from tests.queries.test_screen_and_prices import judged


def told(fits: Fits) -> dict[str, object]:
    """Return all that can be asked of what fits."""
    offers = sorted(fits.offers)
    return {
        "rows": len(fits),
        "offers": offers,
        "count": fits.offer_count,
        "levels": {level: fits.leaving(level) for level in fits.levels},
        "none": fits.leaving(99),
        "around": [fits.around(frozenset(actors)) for actors in ((), (0,), (1, 3), range(4))],
        "terms": [sorted(terms) for terms in fits.terms(offers)],
        "misses": sorted(fits.misses),
    }


@settings(max_examples=300, deadline=None)
@given(networks, people)
def test_columns_and_rows_agree(small: Small, person: Person) -> None:
    view, conditions = judged(small, person)
    by_row, by_column = (Screen(conditions, Fewest(conditions.client.judge)) for _ in range(2))
    candidates = Candidates(view, conditions.client, conditions.need)
    rows = RowFits(conditions.index, *by_row.fitting(candidates.near))
    columns = column_fits(provision_columns(view), by_column, Fewest(conditions.client.judge), candidates.near_lists)
    assert told(rows) == told(columns)


def test_columns_and_rows_agree_wherever_the_area_of_an_offer_comes_from() -> None:
    net = Network().region("north", "1").region("south", "2").region("all", "1", "2").unknown_region("nowhere")
    net.audience("women", "sex=f").theme("law")
    net.actor("works", regions=("north",), places=("south",))
    net.actor("lies", places=("south",))
    net.actor("unknown", places=("nowhere",))
    net.actor("silent")
    for provider in ("works", "lies", "unknown", "silent", None):
        for number, regions in enumerate(((), ("north",), ("south",), ("all",), ("north", "south"), ("nowhere",))):
            for online in (0, 1):
                for combined in (-1, 0, COMBINED_REGIONS):
                    offer = f"{number} {online} {combined}"
                    net.provides(
                        provider, offer, audiences=("women",), themes=("law",), regions=regions, online=online,
                        combined=combined,
                    )  # fmt: skip
    view = net.view()
    for residence in ("north", "south", "all", "nowhere", ""):
        client = Client.of(view, Profile(residence=residence, day=TODAY))
        conditions = Conditions(view, client, Need(names_of(view).need("law")))
        candidates = Candidates(view, client, conditions.need)
        rows = RowFits(conditions.index, *Screen(conditions, Fewest(client.judge)).fitting(candidates.near))
        screen = Screen(conditions, Fewest(client.judge))
        assert told(rows) == told(
            column_fits(provision_columns(view), screen, Fewest(client.judge), candidates.near_lists)
        )
        assert rows.offer_count > 10


@settings(max_examples=150, deadline=None)
@given(networks, people, st.sampled_from(("", *ACTORS)))
def test_an_answer_does_not_depend_on_how_often_its_view_was_asked(small: Small, person: Person, start: str) -> None:
    view = small.view()
    profile = Profile(
        facts=person.facts, groups=person.groups, residence=person.home or "", day=TODAY, start=start,
        needs=(person.need,) if person.need else (),
    )  # fmt: skip
    question = Routes(profile, k=4, max_legs=3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fits_of, "MANY", 0)
        answers = [question.answer(view).to_dict() for _ in range(fits_of.OFTEN + 2)]
    assert answers == [question.answer(small.view()).to_dict()] * len(answers)


@settings(max_examples=300, deadline=None)
@given(networks, people)
def test_groups_judged_together_are_as_open_as_each_alone(small: Small, person: Person) -> None:
    view, conditions = judged(small, person)
    concepts, client = view.table("concept"), conditions.client
    groups = [row for row in concepts if concepts.text("scheme")[row] == "audience"]
    together, alone = Fewest(client.judge), Fewest(one_by_one(client.questions))
    together.judge(sum(1 << group for group in groups))
    assert [together.of(1 << group) for group in groups] == [alone.of(1 << group) for group in groups]
    assert all(client.questions(group) == together.of(1 << group) for group in groups)
    assert together.of(0) == UNUSABLE
