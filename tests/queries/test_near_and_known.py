"""What nobody knows is not counted as if somebody did, and the next town is not far away."""

from __future__ import annotations

from ontology.vocabulary import load
from queries.cost import DEFAULT
from queries.coverage import Coverage
from tests.queries.asking import ask, failures
from tests.queries.network import TODAY, Network


def test_places_no_gazetteer_knows_are_counted_apart() -> None:
    net = Network().theme("Gesundheit").unknown_region("Nordstadt").unknown_region("Südstadt")
    for provider, place in (("Alpha", "Nordstadt"), ("Beta", "Südstadt")):
        net.provides(provider, "Kurs", themes=["Gesundheit"], regions=[place])
    cells = Coverage(day=TODAY).answer(net.view()).cells
    assert [("Nordstadt", 1), ("Südstadt", 1)] == [(cell.region.label, cell.providers) for cell in cells if cell.region]


def test_a_provider_in_the_next_town_of_the_district_is_not_away() -> None:
    net = Network().theme("Recht")
    net.region("05970", "05970024", "05970040", key="05970")
    net.region("05970024", "05970024", key="05970024").region("05970040", "05970040", key="05970040")
    net.region("05966", "05966", key="05966")
    for provider, place in (("Near", "05970040"), ("Far", "05966")):
        net.actor(provider, places=[place], regions=["05970"])
        net.provides(provider, "Rat", themes=["Recht"], access="open", regions=["05970"])
    cost = {
        route.target.label: route.cost.distance for route in ask(net, needs=("Recht",), residence="05970024").routes
    }
    assert {"Near": 0, "Far": DEFAULT.away} == cost


def test_every_kind_of_handover_has_its_warmth() -> None:
    known = {concept.id.partition("/")[2] for concept in load().scheme("handover")}
    assert known == {name for name, _ in DEFAULT.handover}


def test_of_two_agreements_of_equal_cost_the_fuller_one_is_shown() -> None:
    net = Network().theme("Recht").provides("B", "Rat", themes=["Recht"], access="referral")
    for responsibility in (None, "receiver", None):
        more = {"responsibility": responsibility} if responsibility else {}
        net.refers("A", "B", **more)
    (route,) = ask(net, needs=("Recht",), start="A").routes
    (leg,) = route.legs
    assert "responsibility/receiver" == (leg.responsibility.id if leg.responsibility else "")


def test_an_offer_that_fits_on_other_terms_is_no_near_miss() -> None:
    net = Network().theme("Recht").region("Olpe").region("Siegen")
    for place in ("Olpe", "Siegen"):
        net.provides("VHS", "Rat", themes=["Recht"], access="open", regions=[place])
    net.provides("KI", "Rat", themes=["Recht"], access="open", regions=["Siegen"])
    assert [("KI", ("outside",))] == failures(ask(net, needs=("Recht",), residence="Olpe"))
