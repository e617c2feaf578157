"""What is different between two states of a graph."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings

from graph.statement import Mention, Statement
from queries.change import ChangesAnswer, Detail
from queries.changes import Changes
from queries.horizon import Horizon, HorizonAnswer
from queries.relabelled import relabelled
from tests.queries.network import TODAY, Network
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import Small, networks


def changes(before: Network, after: Network) -> ChangesAnswer:
    answer = Changes(before.view(), ("vorher", "nachher"), day=TODAY).answer(after.view())
    assert_valid("diff", answer.to_dict())
    return answer


def told(answer: ChangesAnswer) -> list[str]:
    return [f"{change.what} {change.how} {change.who()}" for change in answer.changes]


def test_a_new_referral_is_told_with_what_it_says_and_where() -> None:
    before = Network().refers("JC", "VHS").provides("VHS", "Kurs")
    after = Network().refers("JC", "VHS").provides("VHS", "Kurs").refers("JC", "AWO", handover="appointment")
    answer = changes(before, after)
    assert ["actor new AWO", "referral new JC → AWO"] == told(answer)
    (change,) = (change for change in answer.changes if change.what == "referral")
    assert [("handover", "", "appointment")] == [(one.name, one.before, one.after) for one in change.details]
    assert ["matrix.xlsx!Verweise!B2"] == [str(place) for place in change.evidence]


def test_a_property_that_changed_is_told_before_and_after() -> None:
    before = Network().provides("VHS", "Kurs", cost="10 Euro", access="referral")
    after = Network().provides("VHS", "Kurs", cost="frei", access="open")
    (change,) = changes(before, after).changes
    assert ("Zugang: nur mit Verweis; Kosten: 10 Euro", "Zugang: offen; Kosten: frei") == (
        change.side("before", "de"),
        change.side("after", "de"),
    )


def test_an_english_reader_gets_english_labels_and_the_words_of_a_source_stay() -> None:
    said = "Gesundheit, Pflege und Soziales, IT-Berufe, Hirtenkunde"
    assert "health, care and social work, IT occupations, Hirtenkunde" == relabelled(said, "themes", "en")
    assert said == relabelled(said, "themes", "de") == relabelled(said, "note", "en")
    assert "single parents · debt · Hagen" == relabelled("Alleinerziehende · Schulden · Hagen", "about", "en")
    detail = Detail("handover", "", "Termin vereinbart")
    assert ("appointment made", "Termin vereinbart") == (detail.words("after", "en"), detail.words("after", "de"))


def test_a_second_agreement_between_the_same_two_is_new_and_the_first_stays() -> None:
    before = Network().refers("JC", "VHS", note="montags")
    after = Network().refers("JC", "VHS", note="freitags").refers("JC", "VHS", note="montags")
    (change,) = changes(before, after).changes
    assert ("new", "freitags") == (change.how, change.details[0].after)


def test_values_of_contacts_are_not_handed_around() -> None:
    before = Network().contact("VHS", "phone", "0221 4710-111")
    after = Network().contact("VHS", "phone", "0221 4710-222")
    answer = changes(before, after)
    assert ["contact gone VHS · Telefon", "contact new VHS · Telefon"] == sorted(told(answer))
    assert {"VHS · telephone"} == {change.who("en") for change in answer.changes}
    assert "4710" not in str(answer.to_dict())


def test_gaps_that_opened_and_closed_are_told() -> None:
    def net(*providers: str) -> Network:
        found = Network().audience("women", "sex=f").audience("men", "sex=m").theme("law")
        for audience in ("women", "men"):
            found.need(audience, "law")
        for audience in providers:
            found.provides("VHS", "Rat", audiences=[audience], themes=["law"])
        return found

    answer = changes(net("women"), net("men"))
    assert [("closed", "men"), ("opened", "women")] == sorted(
        (found.how, found.gap.audience.de) for found in answer.gaps if found.gap.audience and found.gap.kind == "A"
    )


def test_a_seat_is_told_with_its_role_in_words() -> None:
    answer = changes(Network(), Network().member("VHS", "Beirat", "chair"))
    assert {("VHS · Beirat · Vorsitz", "VHS · Beirat · chair")} == {
        (change.who("de"), change.who("en")) for change in answer.changes if change.what == "membership"
    }


def test_a_gap_people_accepted_since_is_not_closed_and_is_open_again_when_they_no_longer_do() -> None:
    def net(*, accepted: bool) -> Network:
        found = Network().audience("women", "sex=f").theme("law").need("women", "law")
        return found.accepted("A", "women") if accepted else found

    since, before = changes(net(accepted=False), net(accepted=True)), changes(net(accepted=True), net(accepted=False))
    assert [("accepted", True)] == [(found.how, found.gap.acceptance is not None) for found in since.gaps]
    assert ["reopened"] == [found.how for found in before.gaps]


def test_a_gap_nobody_asks_about_any_more_is_not_closed() -> None:
    def net(*themes: str) -> Network:
        found = Network().audience("women", "sex=f").theme("law").theme("work")
        for theme in themes:
            found.need("women", theme)
        return found

    answer = changes(net("law"), net("work"))
    assert {("dropped", "law"), ("asked", "work")} == {
        (found.how, found.gap.theme.de) for found in answer.gaps if found.gap.theme
    }


def test_without_a_needs_table_an_offer_that_is_withdrawn_opens_a_gap() -> None:
    def net(*audiences: str) -> Network:
        found = Network().audience("women", "sex=f").audience("men", "sex=m").theme("law")
        for audience in audiences:
            found.provides("VHS", "Rat", audiences=[audience], themes=["law"])
        return found

    answer = changes(net("women", "men"), net("women"))
    assert {("opened", "A", "men"), ("overtaken", "D", "men")} == {
        (found.how, found.gap.kind, found.gap.audience.de) for found in answer.gaps if found.gap.audience
    }


def test_a_group_only_one_state_has_a_word_for_is_a_gap_in_the_other() -> None:
    def net(*audiences: str) -> Network:
        found = Network().theme("law")
        for audience in audiences:
            found.audience(audience).provides("VHS", "Rat", audiences=[audience], themes=["law"])
        return found

    answer = changes(net("guild", "masters"), net("guild"))
    assert {("opened", "A", "masters"), ("overtaken", "D", "masters")} == {
        (found.how, found.gap.kind, found.gap.audience.de) for found in answer.gaps if found.gap.audience
    }


def test_two_regions_are_not_two_states_of_one() -> None:
    def net(audience: str) -> Network:
        return Network().audience(audience).theme("law").need(audience, "law").provides("VHS", "Rat", themes=["law"])

    before, after = net("guild"), net("masters")
    answer = Changes(before.view(), ("Hier", "Dort"), day=TODAY, regions=True).answer(after.view())
    assert_valid("diff", answer.to_dict())
    assert {("opened", "masters"), ("closed", "guild")} == {
        (found.how, found.gap.audience.de) for found in answer.gaps if found.gap.audience
    }
    assert ("Worin sich Hier und Dort unterscheiden", "Lücke nur in Dort") == (
        answer.title("de"),
        answer.how("opened", "de"),
    )


def test_a_gap_whose_place_a_worse_one_took_is_overtaken() -> None:
    def net(*, served: bool) -> Network:
        found = Network().audience("women", "sex=f").theme("law").need("women", "law")
        return found.provides("VHS", "Rat", audiences=["women"], themes=["law"]) if served else found

    answer = changes(net(served=True), net(served=False))
    assert {("opened", "A"), ("overtaken", "D")} == {(found.how, found.gap.kind) for found in answer.gaps}


@settings(max_examples=40)
@given(networks, networks)
def test_a_state_differs_from_itself_in_nothing_and_both_ways_mirror(one: Small, other: Small) -> None:
    assert () == changes(one.network(), one.network()).changes
    there, back = changes(one.network(), other.network()), changes(other.network(), one.network())
    mirrored = {"new": "gone", "gone": "new", "changed": "changed"}
    assert sorted((change.what, change.how, change.who()) for change in there.changes) == sorted(
        (change.what, mirrored[change.how], change.who()) for change in back.changes
    )


def horizon(net: Network, until: date | None = None) -> HorizonAnswer:
    answer = Horizon(TODAY, until).answer(net.view())
    assert_valid("horizon", answer.to_dict())
    return answer


def test_what_ends_before_the_horizon_is_listed_the_earliest_first() -> None:
    soon, later, far = (TODAY + timedelta(days=days) for days in (10, 20, 400))
    net = Network().provides("VHS", "Kurs", valid_until=later).provides("VHS", "Rat", valid_until=far)
    net.refers("JC", "VHS", valid_until=soon).refers("AA", "VHS", valid_until=TODAY - timedelta(days=1))
    net.actor("Projekt", kind="project", runs_until=later)
    net.provides("Projekt", "Hilfe")
    assert [("JC → VHS", soon), ("VHS · Kurs", later), ("Projekt", later)] == [
        (ending.who(), ending.until) for ending in horizon(net).ending
    ]


def test_what_runs_until_the_last_day_asked_about_falls_away_up_to_it() -> None:
    until = TODAY + timedelta(days=30)
    net = Network().provides("VHS", "Kurs", valid_until=until)
    assert ["VHS · Kurs"] == [ending.who() for ending in horizon(net, until).ending]
    assert () == horizon(net, until - timedelta(days=1)).ending


def test_a_project_that_ends_takes_its_offers_along() -> None:
    net = Network()
    net.actor("Projekt", kind="project", runs_until=TODAY + timedelta(days=3))
    net.provides("Projekt", "Hilfe").provides("Projekt", "Beratung").provides("Projekt", "Hilfe")
    (ending,) = horizon(net).ending
    assert ["Beratung", "Hilfe"] == [offer.label for offer in ending.offers]
    assert ["Beratung; Hilfe"] == [row["with_it"] for row in horizon(net).to_rows("en")]


def test_plans_whose_day_has_passed_stand_in_the_horizon_too_the_oldest_first() -> None:
    def plan(label: str, on: str) -> Statement:
        actor, offer = Mention("VHS", "Actor"), Mention(label, "Offer")
        return Statement("a.xlsx", actor, "offers", offer, (("valid_from", on),), modality="planned")

    said = (plan("Kurs", "2026-03-01"), plan("Rat", "2025-01-01"), plan("Hilfe", "2099-01-01"))
    answer = Horizon(TODAY, plans=said).answer(Network().view())
    assert_valid("horizon", answer.to_dict())
    assert ["VHS – Rat", "VHS – Kurs"] == [one.plan for one in answer.overdue or ()]
    assert ["01.01.2025", "01.03.2026"] == [row["until"] for row in answer.to_rows("de")]
    assert Horizon(TODAY).answer(Network().view()).overdue is None


def test_an_offer_that_somebody_carries_on_does_not_end() -> None:
    net = Network().provides("VHS", "Kurs", valid_until=TODAY + timedelta(days=3)).provides("VHS", "Kurs")
    assert () == horizon(net).ending


def test_a_project_without_a_known_end_is_listed_apart() -> None:
    net = Network()
    net.actor("Projekt", kind="project")
    net.actor("Beirat", kind="board")
    answer = horizon(net)
    assert ([], ["Projekt"]) == ([one.who() for one in answer.ending], [one.who() for one in answer.end_unknown])
    assert ["Ende unbekannt"] == [row["until"] for row in answer.to_rows("de")]
