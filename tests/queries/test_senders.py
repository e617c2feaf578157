"""Who can send whom to an actor, directly or through others, and what nobody sends to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import QuestionError
from queries.senders import Senders
from queries.sending import SendersAnswer
from tests.queries.network import TODAY, Network, ordinal
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import shuffled, some

SEX = {"women": "f", "men": "m", "mothers": "f", "guild": ""}
WIDER = {"mothers": {"women"}}
THEMES: dict[str, set[str]] = {"language": set(), "german": {"language"}, "law": set()}
ATOMS = {"north": {1}, "south": {2}, "all": {1, 2}}


def base() -> Network:
    net = Network().theme("language").theme("german", "language").theme("law")
    for name, sex in SEX.items():
        net.audience(name, f"sex={sex}" if sex else "", *sorted(WIDER.get(name, ())))
    for region, atoms in ATOMS.items():
        net.region(region, *map(str, sorted(atoms)))
    return net


def senders(net: Network, actor: str, max_legs: int = 2) -> SendersAnswer:
    return Senders(actor, TODAY, max_legs).answer(net.view())


def ways(answer: SendersAnswer) -> list[str]:
    return [" > ".join([one.sender.label, *(leg.receiver.label for leg in one.legs)]) for one in answer.via]


def test_a_sender_is_shown_with_conditions_in_words_handover_contact_and_cell() -> None:
    net = base().contact("JC", "phone", "0221 4710-3")
    net.refers(
        "JC", "VHS", offer="Kurs", audiences=["women"], themes=["german"], regions=["north"], exclusive=True,
        handover="appointment", valid_until=TODAY, checked=TODAY,
    )  # fmt: skip
    (one,) = senders(net, "VHS").direct
    assert "nur für: women; zu: german; im Gebiet: north; für das Angebot: Kurs; bis 23.11.2026" == one.conditions("de")
    assert "only for: women; about: german; in: north; for the offer: Kurs; until 2026-11-23" == one.conditions("en")
    assert ("handover/appointment", None, "fresh") == (
        one.handover and one.handover.id,
        one.responsibility,
        one.freshness.state,
    )
    assert (["0221 4710-3"], ["matrix.xlsx!Verweise!B1"]) == (
        [contact.value for contact in one.contact],
        [str(place) for place in one.evidence],
    )


def test_no_condition_is_said_too_and_what_nobody_agreed_on_is_printed() -> None:
    answer = senders(base().refers("JC", "VHS"), "VHS")
    (row,) = answer.to_rows("de")
    assert ("für alle", "unbekannt", "nicht verabredet") == (row["conditions"], row["handover"], row["responsible"])


def test_through_others_comes_who_does_not_send_here_directly() -> None:
    net = base().refers("JC", "VHS").refers("AA", "JC").refers("AA", "VHS").refers("Tür", "AA").refers("Haus", "Tür")
    answer = senders(net, "VHS", 3)
    assert (["AA", "JC"], ["Tür > AA > VHS", "Haus > Tür > AA > VHS"]) == (
        [one.sender.label for one in answer.direct],
        ways(answer),
    )
    assert ["Tür > AA > VHS"] == ways(senders(net, "VHS", 2))


def test_a_way_whose_agreements_have_no_client_in_common_is_none() -> None:
    net = base().refers("JC", "VHS", audiences=["women"]).refers("AA", "JC", audiences=["men"])
    net.refers("KI", "JC", audiences=["mothers"]).refers("Kammer", "JC", audiences=["guild"])
    assert ["KI > JC > VHS", "Kammer > JC > VHS"] == ways(senders(net, "VHS"))


def test_a_way_over_an_agreement_on_one_offer_is_a_question() -> None:
    net = base().refers("JC", "VHS").refers("AA", "JC", offer="Beratung")
    (chain,) = senders(net, "VHS").via
    assert ["onward"] == [question.about for question in chain.open_questions]


def test_what_is_refused_over_or_not_yet_is_listed_apart() -> None:
    net = base().refers("A", "VHS", polarity="no").refers("B", "VHS", valid_until=TODAY - timedelta(days=1))
    net.refers("C", "VHS", valid_from=TODAY + timedelta(days=1))
    answer = senders(net, "VHS")
    assert ([], ["A"], ["B", "C"]) == tuple(
        [one.sender.label for one in part] for part in (answer.direct, answer.refused, answer.over)
    )
    assert ("nobody_sends", "no_offers_of") == answer.notes


def test_offers_nobody_sends_to_are_named_with_their_access() -> None:
    net = base().provides("VHS", "Kurs", audiences=["women"]).provides("VHS", "Rat", themes=["law"], access="referral")
    net.provides("VHS", "Altes", valid_until=TODAY - timedelta(days=1))
    net.refers("JC", "VHS", offer="Kurs").refers("AA", "VHS", themes=["german"])
    assert [("Rat", "referral")] == [
        (one.offer.label if one.offer else "", one.access) for one in senders(net, "VHS").unsent
    ]


def test_a_project_receives_through_who_coordinates_it() -> None:
    net = base()
    net.actor("Projekt", kind="project", reached_by="Caritas")
    net.provides("Projekt", "Kurs")
    net.refers("JC", "Caritas").refers("AA", "Caritas", offer="Anderes")
    answer = senders(net, "Projekt")
    assert (["JC"], ()) == ([one.sender.label for one in answer.direct], answer.unsent)
    assert [] == [one.provider.label for one in senders(net, "Caritas").unsent]


def test_more_ways_than_are_looked_at_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    net = base().refers("JC", "VHS")
    for number in range(5):
        net.refers(f"A{number}", "JC")
    monkeypatch.setattr("queries.senders.MOST_WAYS", 4)
    answer = senders(net, "VHS")
    assert (False, []) == (answer.complete, ways(answer))


@pytest.mark.parametrize("max_legs", [0, 50])
def test_ways_beyond_reason_are_refused(max_legs: int) -> None:
    with pytest.raises(QuestionError, match="max_legs"):
        senders(base().refers("JC", "VHS"), "VHS", max_legs)


def test_an_actor_nobody_knows_is_refused_with_near_names() -> None:
    with pytest.raises(QuestionError) as error:
        senders(base().refers("Jobcenter", "VHS"), "Jobcentr")
    assert ("Jobcenter",) == error.value.near


def test_an_actor_alone_in_an_empty_network_is_answered() -> None:
    net = base()
    net.actor("VHS")
    assert ("no_referrals", "no_offers_of") == senders(net, "VHS").notes


@dataclass(frozen=True)
class Leg:
    sender: str
    receiver: str
    audiences: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    polarity: str = "yes"
    until: int = -1


@dataclass(frozen=True)
class Offer:
    label: str
    audiences: tuple[str, ...]
    themes: tuple[str, ...]
    regions: tuple[str, ...]


ACTORS = ("me", "a", "b", "c", "d")
legs = st.lists(
    st.builds(
        Leg,
        sender=st.sampled_from(ACTORS),
        receiver=st.sampled_from(ACTORS),
        audiences=some(SEX, 1),
        themes=some(THEMES, 1),
        regions=some(ATOMS, 1),
        polarity=st.sampled_from(["yes", "yes", "yes", "partly", "no"]),
        until=st.sampled_from([-1, -1, -1, ordinal(TODAY) - 1, ordinal(TODAY)]),
    ).filter(lambda leg: leg.sender != leg.receiver),
    max_size=10,
    unique=True,
).map(tuple)
offers = st.lists(
    st.builds(
        Offer,
        label=st.sampled_from(["course", "advice"]),
        audiences=some(SEX),
        themes=some(THEMES),
        regions=some(ATOMS, 1),
    ),
    max_size=3,
    unique=True,
).map(tuple)


def town(referred: tuple[Leg, ...], offered: tuple[Offer, ...] = (), order: int = 0) -> Network:
    net = base()
    for name in shuffled(ACTORS, order):
        net.actor(name)
    for leg in shuffled(referred, order):
        net.refers(
            leg.sender, leg.receiver, audiences=leg.audiences, themes=leg.themes, regions=leg.regions,
            polarity=leg.polarity, valid_until=leg.until, place=str(leg),
        )  # fmt: skip
    for one in shuffled(offered, order):
        terms = {"audiences": one.audiences, "themes": one.themes, "regions": one.regions}
        net.provides("me", one.label, **terms, place=str(one))
    return net


def related(one: str, other: str, wider: dict[str, set[str]]) -> bool:
    return one == other or one in wider.get(other, ()) or other in wider.get(one, ())


def in_common(one: Leg | Offer, other: Leg | Offer) -> bool:
    """Somebody meets the groups of both, some theme is the other's or a part of it, and the areas overlap."""
    groups = [(SEX[a], SEX[b]) for a in one.audiences for b in other.audiences]
    themes = [related(a, b, THEMES) for a in one.themes for b in other.themes]
    places = [bool(ATOMS[a] & ATOMS[b]) for a in one.regions for b in other.regions]
    return all(
        (
            not groups or any(not a or not b or a == b for a, b in groups),
            not themes or any(themes),
            not places or any(places),
        )
    )


def every_way(referred: tuple[Leg, ...], max_legs: int) -> Iterator[tuple[Leg, ...]]:
    usable = [leg for leg in referred if leg.polarity != "no" and (leg.until < 0 or leg.until >= ordinal(TODAY))]
    ahead: list[tuple[Leg, ...]] = [(leg,) for leg in usable if leg.receiver == "me"]
    while ahead:
        way = ahead.pop()
        if all(in_common(one, other) for one, other in combinations(way, 2)):
            yield way
            actors = {"me", *(leg.sender for leg in way)}
            if len(way) < max_legs:
                ahead += [(leg, *way) for leg in usable if leg.receiver == way[0].sender and leg.sender not in actors]


@settings(max_examples=400, deadline=None)
@given(legs, st.integers(1, 4))
def test_senders_are_those_of_exhaustive_enumeration(referred: tuple[Leg, ...], max_legs: int) -> None:
    found = list(every_way(referred, max_legs))
    direct = sorted(str(way[0]) for way in found if len(way) == 1)
    least: dict[str, int] = {}
    for way in found:
        least[way[0].sender] = min(least.get(way[0].sender, 99), len(way))
    answer = senders(town(referred), "me", max_legs)
    assert direct == sorted(one.evidence[0].place for one in answer.direct)
    assert {name: length for name, length in least.items() if length > 1} == {
        one.sender.label: len(one.legs) for one in answer.via
    }
    known = {tuple(map(str, way)) for way in found}
    assert all(tuple(leg.evidence[0].place for leg in one.legs) in known for one in answer.via)


@settings(max_examples=200, deadline=None)
@given(legs, offers)
def test_an_offer_is_unsent_if_no_agreement_in_force_can_have_a_client_in_common_with_it(
    referred: tuple[Leg, ...], offered: tuple[Offer, ...]
) -> None:
    into = [way[0] for way in every_way(referred, 1)]
    sent = {one.label for one in offered if any(in_common(leg, one) for leg in into)}
    answer = senders(town(referred, offered), "me")
    assert {one.label for one in offered} - sent == {one.offer.label for one in answer.unsent if one.offer}


@settings(max_examples=60, deadline=None)
@given(legs, offers, st.integers(1, 4), st.integers(1, 1000))
def test_the_order_of_rows_changes_nothing_and_the_schema_holds(
    referred: tuple[Leg, ...], offered: tuple[Offer, ...], max_legs: int, seed: int
) -> None:
    answer = senders(town(referred, offered), "me", max_legs)
    assert answer.to_dict() == senders(town(referred, offered, seed), "me", max_legs).to_dict()
    assert_valid("senders", answer.to_dict())
