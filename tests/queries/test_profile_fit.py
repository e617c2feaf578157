"""Whether an offer fits: groups, themes, places, days, practical needs; and what has to be asked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from ontology.errors import QuestionError
from queries.profile import Profile
from tests.queries.asking import abouts, ask, failures, ways
from tests.queries.network import TODAY, Network
from tests.queries.test_routes import base


def one(**provision: Any) -> Network:
    terms: dict[str, Any] = {"audiences": ["Frauen"], "themes": ["Deutsch"], "regions": ["Kreis"], **provision}
    return base().provides("VHS", "Kurs", **terms)


def fit(net: Network, **profile: Any) -> str:
    wanted: dict[str, Any] = {"needs": ("Deutsch",), "residence": "Siegen", **profile}
    routes = ask(net, **wanted).routes
    return routes[0].fit if routes else "no"


@pytest.mark.parametrize(("facts", "expected"), [("sex=f", "yes"), ("age=30", "ask"), ("sex=m", "no")])
def test_facets_decide_or_ask(facts: str, expected: str) -> None:
    assert expected == fit(one(), facts=facts)


def test_outside_the_named_groups_is_not_excluded_unless_the_offer_says_only() -> None:
    net = one().provides("AWO", "Treff", audiences=["Frauen"], exclusive=True, themes=["Deutsch"], regions=["Kreis"])
    answer = ask(net, facts="sex=m", needs=("Deutsch",), residence="Siegen")
    assert [("VHS", ("not_named",)), ("AWO", ("excluded",))] == failures(answer)
    (named, excluded) = answer.why_not
    assert "genannt sind: Frauen" == named.failed[0].text("de")
    assert "ask the provider" in named.failed[0].change("en")
    assert "nur für: Frauen" == excluded.failed[0].text("de")


def test_a_mark_at_a_broad_group_carries_to_the_narrower_and_not_back() -> None:
    wide, narrow = one(audiences=["Beschäftigte"]), one(audiences=["Minijob u35"])
    assert "yes" == fit(wide, groups=("Minijob u35",))
    assert "ask" == fit(narrow, groups=("Beschäftigte",))
    assert "yes" == fit(narrow, groups=("Minijob u35",))


def test_a_group_without_facets_fits_itself_and_is_asked_for_otherwise() -> None:
    net = one(audiences=["Zunft"])
    assert "yes" == fit(net, groups=("Zunft",))
    (route,) = ask(net, facts="sex=f", needs=("Deutsch",), residence="Siegen").routes
    assert ["Gehört die Person zu „Zunft“?"] == [question.text("de") for question in route.open_questions]


def test_alternatives_of_a_group_must_all_fit() -> None:
    net = one(audiences=["jung"]).audience("jung", "age<25").audience("Start", "age<20 | stage=returner")
    assert "ask" == fit(net, groups=("Start",))
    assert "yes" == fit(net, groups=("Start",), facts="age=19")


def test_an_offer_that_does_not_say_for_whom_asks_the_provider() -> None:
    (route,) = ask(one(audiences=[]), facts="sex=f", needs=("Deutsch",), residence="Siegen").routes
    assert [("audience", "provider")] == [(question.about, question.whom) for question in route.open_questions]


def test_themes_carry_downwards_and_ask_upwards() -> None:
    assert "yes" == fit(one(themes=["Sprache"]), facts="sex=f")
    assert "ask" == fit(one(), facts="sex=f", needs=("Sprache",))
    assert "ask" == fit(one(themes=[]), facts="sex=f")
    assert "no" == fit(one(themes=["Recht"]), facts="sex=f")


@pytest.mark.parametrize(
    ("regions", "home", "expected"),
    [
        (["Kreis"], "Siegen", "yes"),
        (["Siegen"], "Kreis", "ask"),
        (["Olpe"], "Siegen", "no"),
        (["Siegen", "Kreuztal"], "Kreis", "yes"),
    ],
)
def test_regions_compare_by_what_they_consist_of(regions: list[str], home: str, expected: str) -> None:
    assert expected == fit(one(regions=regions), facts="sex=f", residence=home)


def test_an_offer_without_region_takes_its_actors_and_then_where_the_actor_sits() -> None:
    net = base()
    net.actor("A", regions=["Olpe"], places=["Siegen"])
    net.actor("B", places=["Siegen"])
    for provider in ("A", "B", "C"):
        net.provides(provider, "Kurs", audiences=["Frauen"], themes=["Deutsch"])
    answer = ask(net, facts="sex=f", needs=("Deutsch",), residence="Siegen")
    assert ["* > B: Kurs (yes)", "* > C: Kurs (ask)"] == ways(answer)
    assert [("A", ("outside",))] == failures(answer)


def test_online_without_region_is_everywhere_and_says_so() -> None:
    (route,) = ask(one(regions=[], online=1), facts="sex=f", needs=("Deutsch",), residence="Olpe").routes
    assert ("yes", True) == (route.fit, route.said.online)


def test_an_unknown_region_equals_itself_and_is_asked_for_otherwise() -> None:
    net = one(regions=["Oberland"])
    net.rows["region"][-1]["atoms"] = []
    assert "yes" == fit(net, facts="sex=f", residence="Oberland")
    assert "ask" == fit(net, facts="sex=f", residence="Siegen")


def test_residence_counts_and_another_place_makes_a_question() -> None:
    net = one(regions=["Olpe"])
    assert "no" == fit(net, facts="sex=f", residence="Siegen")
    (route,) = ask(net, facts="sex=f", needs=("Deutsch",), residence="Siegen", workplace="Olpe").routes
    assert ["which_place"] == abouts(route)


def test_for_a_company_its_site_counts() -> None:
    net = one(audiences=["Betriebe"], regions=["Olpe"]).audience("Betriebe", "person=company")
    assert "yes" == fit(net, facts="person=company", residence="Siegen", company_site="Olpe")
    assert "ask" == fit(net, facts="person=company", residence="Olpe", company_site="Siegen")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(-10, 10, "yes"), (0, 0, "yes"), (-10, -1, "ended"), (1, 10, "not_yet")],
)
def test_an_offer_holds_on_its_days(start: int, end: int, expected: str) -> None:
    net = one(valid_from=TODAY + timedelta(days=start), valid_until=TODAY + timedelta(days=end))
    answer = ask(net, facts="sex=f", needs=("Deutsch",), residence="Siegen")
    assert expected == (answer.routes[0].fit if answer.routes else failures(answer)[0][1][0])


def test_partly_offered_asks_to_what_extent() -> None:
    (route,) = ask(one(polarity="partly"), facts="sex=f", needs=("Deutsch",), residence="Siegen").routes
    assert ["extent"] == abouts(route)


@pytest.mark.parametrize(
    ("want", "said", "expected"),
    [
        (("cost", "free"), {"cost": "kostenlos"}, "yes"),
        (("cost", "free"), {"cost": "120 € je Kurs"}, "cost"),
        (("cost", "free"), {}, "ask"),
        (("language", "en"), {"languages": "Deutsch; Englisch"}, "yes"),
        (("language", "en"), {"languages": "Deutsch"}, "language"),
        (("language", "en"), {"languages": "nach Absprache"}, "ask"),
        (("format", "online"), {"format": "Präsenz"}, "format"),
        (("hours", "vormittags"), {"hours": "Mo-Fr, auch am Vormittag"}, "yes"),
        (("hours", "vormittags"), {"hours": "Do 18-20 Uhr"}, "ask"),
        (("child_care", "yes"), {}, "ask"),
    ],
)
def test_practical_needs_can_defeat_an_offer_and_unknown_means_ask(
    want: tuple[str, str], said: dict[str, str], expected: str
) -> None:
    net = one(**said)
    net.concept("language/de", label="Deutsch")
    net.concept("language/en", label="Englisch")
    net.concept("format/online", label="online")
    net.concept("format/presence", label="Präsenz")
    answer = ask(net, facts="sex=f", needs=("Deutsch",), residence="Siegen", practical=(want,))
    assert expected == (answer.routes[0].fit if answer.routes else failures(answer)[0][1][0])


@pytest.mark.parametrize(
    ("facts", "groups"), [("age=30 & age=40", ()), ("age=40", ("Minijob u35",)), ("sex=m", ("Frauen",))]
)
def test_a_profile_that_contradicts_itself_is_refused(facts: str, groups: tuple[str, ...]) -> None:
    with pytest.raises(QuestionError, match="contradicts itself"):
        ask(one(), facts=facts, groups=groups)


def test_a_profile_in_a_log_says_nothing_of_the_client() -> None:
    assert "Profile(…)" == repr(Profile(facts="benefit=sgb2", residence="Siegen"))


def test_what_nobody_can_read_is_a_question_error() -> None:
    with pytest.raises(QuestionError):
        ask(one(), facts="shoe size=44")
    with pytest.raises(QuestionError, match="practical"):
        ask(one(), practical=(("pets", "yes"),))
