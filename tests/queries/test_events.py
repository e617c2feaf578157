"""Events as targets: when they are, who may come, and whether one has to register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import QuestionError
from queries.event import EventsAnswer
from queries.events import Events
from queries.explain import explain
from tests.queries.asking import ask, profile
from tests.queries.network import TODAY, Network
from tests.queries.route_reference import Answer, all_of, anyone, on_theme, there
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import ATOMS, FACETS, THEMES, Person, Small, people, shuffled, some

RETURNER: dict[str, Any] = {"facts": "sex=f", "residence": "Iserlohn"}


def base() -> Network:
    net = Network().audience("Frauen", "sex=f").audience("Männer", "sex=m").theme("Rückkehr").theme("Recht")
    return net.region("Iserlohn").region("Kreis", "Iserlohn", "Altena").region("Siegen")


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def fair(net: Network, name: str, days: int | None, access: str = "open", **terms: Any) -> Network:
    net.actor(name, kind="event", reached_by="Stadt", runs_from=None if days is None else day(days))
    where = {"audiences": ["Frauen"], "regions": ["Kreis"]}
    return net.provides(name, None, **{**where, "access": access, **terms})


def events(net: Network, until: date | None = None, *, free: bool = False, **said: Any) -> EventsAnswer:
    return Events(profile(**said), until, free).answer(net.view())


def names(answer: EventsAnswer, part: str = "events") -> list[str]:
    return [event.actor.label for event in getattr(answer, part)]


def test_events_of_the_next_six_weeks_come_by_date_and_past_ones_never() -> None:
    net = base()
    for name, days in (("gestern", -1), ("heute", 0), ("bald", 20), ("Tag 42", 42), ("zu spät", 43)):
        fair(net, name, days)
    answer = events(net, **RETURNER)
    assert (["heute", "bald", "Tag 42"], 1, 1) == (names(answer), answer.past, answer.later)
    assert ["heute", "bald", "Tag 42", "zu spät"] == names(events(net, day(60), **RETURNER))


def test_an_event_of_several_days_is_still_on() -> None:
    net = base()
    net.actor("Woche", kind="event", runs_from=day(-3), runs_until=day(2))
    net.provides("Woche", None, audiences=["Frauen"], regions=["Kreis"])
    (event,) = events(net, **RETURNER).events
    assert (day(-3), day(2), "20.11.2026 – 25.11.2026") == (event.since, event.until, event.when("de"))


def test_without_registration_leaves_out_what_needs_one_and_asks_where_nobody_says() -> None:
    net = base()
    for access in ("open", "registration", "referral", "unknown"):
        fair(net, access, 10, access)
    answer = events(net, free=True, **RETURNER)
    assert [("open", []), ("unknown", ["registration"])] == [
        (event.actor.label, [question.about for question in event.open_questions]) for event in answer.events
    ]
    assert ["referral", "registration"] == names(answer, "by_registration")
    assert ["open", "referral", "registration", "unknown"] == sorted(names(events(net, **RETURNER)))


def test_the_open_part_of_an_event_counts_where_another_needs_registration() -> None:
    net = fair(base(), "Messe", 10, "registration")
    net.provides("Messe", "Vortrag", audiences=["Frauen"], regions=["Kreis"], access="open")
    (event,) = events(net, free=True, **RETURNER).events
    assert "Vortrag" == (event.offer and event.offer.label)


def test_an_event_says_organisers_place_contact_and_evidence() -> None:
    net = base()
    net.actor("Messe", kind="event", reached_by="Stadt", runs_from=day(3), places=["Iserlohn"])
    net.provides("Messe", "Beratung", audiences=["Frauen"], regions=["Kreis"], hours="10-16 Uhr", checked=day(-5))
    net.member("Verein", "Messe", "organiser").member("Bund", "Messe", "funder").member("Stadt", "Messe", "organiser")
    net.contact("Stadt", "phone", "0221 4710-2")
    (event,) = events(net, **RETURNER).events
    assert ["Stadt", "Verein"] == [actor.label for actor in event.organisers]
    assert (["Iserlohn"], ("10-16 Uhr",), "fresh") == (
        [place.label for place in event.places],
        event.said,
        event.freshness.state,
    )
    assert (["0221 4710-2"], ["matrix.xlsx!Angebote!A1"]) == (
        [contact.value for contact in event.contact],
        [str(place) for place in event.evidence],
    )


def test_an_event_of_which_only_the_day_is_known_is_a_question() -> None:
    net = base()
    net.actor("Messe", kind="event", runs_from=day(3), places=["Iserlohn"])
    net.actor("Messe Siegen", kind="event", runs_from=day(3), places=["Siegen"])
    answer = events(net, **RETURNER, needs=("Recht",))
    assert [("Messe", ["audience", "theme"])] == [
        (event.actor.label, [question.about for question in event.open_questions]) for event in answer.events
    ]
    assert [("Messe Siegen", "nur für das Gebiet: Siegen")] == [
        (miss.target and miss.target.label, miss.failed[0].de) for miss in answer.why_not
    ]


def test_an_event_nobody_dates_is_listed_apart() -> None:
    answer = events(fair(base(), "Irgendwann", None), **RETURNER)
    assert ([], ["Irgendwann"], ("no_events_then",)) == (names(answer), names(answer, "undated"), answer.notes)


def test_an_event_for_others_is_explained() -> None:
    answer = events(fair(base(), "Vätertag", 5, audiences=["Männer"]), **RETURNER)
    assert ["not_named"] == [failure.condition for miss in answer.why_not for failure in miss.failed]
    assert ("no_event_fits",) == answer.notes


def test_where_no_event_is_recorded_the_answer_says_so() -> None:
    assert ("no_events",) == events(base()).notes


@pytest.mark.parametrize("until", [day(-1), day(5000)])
def test_a_window_beyond_reason_is_refused(until: date) -> None:
    with pytest.raises(QuestionError, match="days long"):
        events(base(), until)


def test_a_route_to_an_event_names_its_day() -> None:
    net = fair(base(), "Messe", 10, themes=["Rückkehr"])
    net.actor("JC")
    (route,) = ask(net, **RETURNER, needs=("Rückkehr",), start="JC").routes
    assert "Messe" == route.target.label
    assert "Termin: 03.12.2026." in explain(route)
    assert "Date: 2026-12-03." in explain(route, "en")


@dataclass(frozen=True)
class Part:
    offer: str | None
    audiences: tuple[str, ...]
    themes: tuple[str, ...]
    regions: tuple[str, ...]
    access: str


@dataclass(frozen=True)
class Held:
    start: int | None
    length: int
    place: str | None
    parts: tuple[Part, ...]


parts = st.builds(
    Part,
    offer=st.sampled_from([None, "talk"]),
    audiences=some(FACETS),
    themes=some(THEMES),
    regions=some(ATOMS, 1),
    access=st.sampled_from(["open", "registration", "referral", "unknown"]),
)
calendars = st.lists(
    st.builds(
        Held,
        start=st.sampled_from([None, -10, -1, 0, 5, 10, 42, 50]),
        length=st.sampled_from([0, 1, 9]),
        place=st.sampled_from([None, *ATOMS]),
        parts=st.lists(parts, max_size=3, unique=True).map(tuple),
    ),
    max_size=4,
    unique=True,
).map(tuple)


def town(calendar: tuple[Held, ...], order: int = 0) -> Network:
    net = Small(order=order).network()
    for number, held in shuffled(list(enumerate(calendar)), order):
        more: dict[str, Any] = {"places": [held.place]} if held.place else {}
        if held.start is not None:
            more |= {"runs_from": day(held.start), "runs_until": day(held.start + held.length)}
        net.actor(f"event {number}", kind="event", **more)
        for part in shuffled(held.parts, order):
            net.provides(
                f"event {number}", part.offer, audiences=part.audiences, themes=part.themes, regions=part.regions,
                access=part.access, place=str(part),
            )  # fmt: skip
    return net


def asked(net: Network, person: Person, *, free: bool) -> EventsAnswer:
    needs = (person.need,) if person.need else ()
    return events(net, free=free, facts=person.facts, groups=person.groups, needs=needs, residence=person.home or "")


def fit(held: Held, part: Part | None, person: Person, *, free: bool) -> Answer:
    regions = (part.regions if part else ()) or ((held.place,) if held.place else ())
    return all_of(
        anyone(person, part.audiences) if part and part.audiences else frozenset({"audience"}),
        on_theme(person.need, part.themes if part else (), frozenset({"theme"})),
        there(person.home, regions) if regions else frozenset({"region"}),
        frozenset({"registration"} if free and (part is None or part.access == "unknown") else ()),
    )


@settings(max_examples=300, deadline=None)
@given(calendars, people, st.booleans())
def test_the_events_are_those_on_a_day_of_the_window_one_part_of_which_fits(
    calendar: tuple[Held, ...], person: Person, free: bool
) -> None:
    wanted: dict[str, int] = {}
    for number, held in enumerate(calendar):
        if held.start is None or held.start + held.length < 0 or held.start > 42:
            continue
        kept = [part for part in held.parts if not (free and part.access in ("registration", "referral"))]
        choices: list[Part | None] = [*kept] if held.parts else [None]
        found = [len(asks) for part in choices if (asks := fit(held, part, person, free=free)) is not None]
        if found:
            wanted[f"event {number}"] = min(found)
    answer = asked(town(calendar), person, free=free)
    assert wanted == {event.actor.label: len(event.open_questions) for event in answer.events}
    assert sorted(event.since or TODAY for event in answer.events) == [event.since for event in answer.events]


@settings(max_examples=60, deadline=None)
@given(calendars, people, st.booleans(), st.integers(1, 1000))
def test_the_order_of_rows_changes_nothing_and_the_schema_holds(
    calendar: tuple[Held, ...], person: Person, free: bool, seed: int
) -> None:
    answer = asked(town(calendar), person, free=free)
    assert answer.to_dict() == asked(town(calendar, seed), person, free=free).to_dict()
    assert_valid("events", answer.to_dict())
