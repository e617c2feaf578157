"""Who guides a client's group in a region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.guides import Guides, GuidesAnswer
from tests.queries.asking import profile
from tests.queries.network import TODAY, Network
from tests.queries.route_reference import all_of, group, there
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import ACTORS, ATOMS, FACETS, Person, Small, people, shuffled


def guides(net: Network, **said: Any) -> GuidesAnswer:
    return Guides(profile(**said)).answer(net.view())


def base() -> Network:
    return Network().audience("Frauen", "sex=f").audience("Männer", "sex=m").region("Hagen").region("Siegen")


def test_a_guide_is_named_with_contact_freshness_and_cell() -> None:
    net = (
        base()
        .guide("Lotsin", "Frauen", "Hagen", checked=TODAY, note="dienstags")
        .contact("Lotsin", "phone", "0221 4710-1")
    )
    (guide,) = guides(net, facts="sex=f", residence="Hagen").guides
    assert ("Lotsin", "yes", "fresh", "dienstags") == (guide.actor.label, guide.fit, guide.freshness.state, guide.note)
    assert (["0221 4710-1"], ["matrix.xlsx!Lotsen!A1"]) == (
        [contact.value for contact in guide.contact],
        [str(place) for place in guide.evidence],
    )


def test_a_guide_for_another_group_or_place_is_counted_and_not_named() -> None:
    net = base().guide("A", "Männer", "Hagen").guide("B", "Frauen", "Siegen").guide("C")
    answer = guides(net, facts="sex=f", residence="Hagen")
    assert (["C"], 2) == ([guide.actor.label for guide in answer.guides], answer.others)


def test_what_is_not_known_of_the_client_is_asked_and_sure_guides_come_first() -> None:
    net = base().guide("A", "Frauen", "Hagen").guide("B", None, "Hagen")
    answer = guides(net, residence="Hagen")
    assert [("B", "yes", []), ("A", "ask", ["facet"])] == [
        (guide.actor.label, guide.fit, [one.about for one in guide.open_questions]) for guide in answer.guides
    ]


def test_a_guide_whose_project_is_over_guides_nobody() -> None:
    net = base()
    net.actor("Projekt", kind="project", runs_until=TODAY - timedelta(days=1))
    assert ("no_guide_fits",) == guides(net.guide("Projekt")).notes


def test_where_no_guide_is_recorded_the_answer_says_so() -> None:
    assert ("no_guides",) == guides(base()).notes


@dataclass(frozen=True)
class Guided:
    actor: str
    audience: str | None
    region: str | None
    checked: int


rows = st.lists(
    st.builds(
        Guided,
        actor=st.sampled_from(ACTORS),
        audience=st.sampled_from([None, *FACETS]),
        region=st.sampled_from([None, *ATOMS]),
        checked=st.sampled_from([-1, TODAY.toordinal() - 10, TODAY.toordinal() - 1000]),
    ),
    max_size=6,
    unique=True,
).map(tuple)


def town(guided: tuple[Guided, ...], order: int = 0) -> Network:
    net = Small().network()
    for one in shuffled(guided, order):
        net.guide(one.actor, one.audience, one.region, checked=one.checked, place=str(one))
    return net


def asked(net: Network, person: Person) -> GuidesAnswer:
    return guides(net, facts=person.facts, groups=person.groups, residence=person.home or "")


@settings(max_examples=200, deadline=None)
@given(rows, people)
def test_the_guides_are_those_whose_group_and_place_fit(guided: tuple[Guided, ...], person: Person) -> None:
    wanted = {}
    for one in guided:
        about = group(person, one.audience) if one.audience else frozenset()
        where = there(person.home, (one.region,)) if one.region else frozenset()
        found = all_of(about, where)
        if found is not None:
            wanted[str(one)] = len(found)
    answer = asked(town(guided), person)
    assert wanted == {guide.evidence[0].place: len(guide.open_questions) for guide in answer.guides}
    assert len(guided) == len(answer.guides) + answer.others
    assert [guide.fit for guide in answer.guides] == sorted((guide.fit for guide in answer.guides), reverse=True)


@settings(max_examples=60, deadline=None)
@given(rows, people, st.integers(1, 1000))
def test_the_order_of_rows_changes_nothing_and_the_schema_holds(
    guided: tuple[Guided, ...], person: Person, seed: int
) -> None:
    answer = asked(town(guided), person)
    assert answer.to_dict() == asked(town(guided, seed), person).to_dict()
    assert_valid("guides", answer.to_dict())
