"""What sources contradict each other about is a question with both sides: no gap that is certain, and never dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries.best_closings import BestClosings
from queries.change import ChangesAnswer
from queries.changes import Changes
from queries.gap import GapsAnswer
from queries.gaps import Gaps
from queries.supposed import Change
from queries.what_if import WhatIf, WhatIfAnswer
from tests.queries.network import TODAY, Network
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import Small, dated

GAPS = Gaps(day=TODAY)


def base() -> Network:
    net = Network().audience("Beschäftigte", "employment=employed")
    return net.audience("Minijob", "employment=marginal", "Beschäftigte").theme("Sprache").need("Minijob", "Sprache")


def course(net: Network, polarity: str = "yes", audience: str = "Minijob", **more: Any) -> Network:
    return net.provides("VHS", "Kurs", audiences=[audience], themes=["Sprache"], polarity=polarity, **more)


def said_and_denied() -> Network:
    return course(course(base(), place="Angebote!B2"), "no", place="Kreis!C3")


def asked(net: Network, **question: Any) -> GapsAnswer:
    answer = replace(GAPS, **question).answer(net.view())
    assert_valid("gaps", answer.to_dict())
    return answer


def changes(before: Network, after: Network) -> ChangesAnswer:
    answer = Changes(before.view(), ("vorher", "nachher"), GAPS, TODAY).answer(after.view())
    assert_valid("diff", answer.to_dict())
    return answer


def compared(before: Network, after: Network) -> WhatIfAnswer:
    answer = WhatIf(Change(()), GAPS).compare(before.view(), after.view())
    assert_valid("whatif", answer.to_dict())
    return answer


def test_an_offer_said_and_denied_is_a_question_with_both_sides() -> None:
    answer = asked(said_and_denied())
    (question,) = answer.contradicted
    assert ((), 0) == (answer.gaps, answer.weight)
    assert (
        "Ob es angeboten wird, ist widersprüchlich: ja sagt matrix.xlsx!Angebote!B2; nein sagt matrix.xlsx!Kreis!C3."
        == question.text("de")
    )
    assert question.text("en").startswith("Whether it is offered is contradicted: matrix.xlsx!Angebote!B2 says yes")
    assert ["Angebote!B2", "Kreis!C3", "Bedarf!A1"] == [place.place for place in question.evidence]
    assert "VHS (Kurs) fragen: Gilt das Angebot hierfür, ja oder nein?" == question.closings[0].text("de")


def test_without_a_needs_table_it_is_a_question_too() -> None:
    net = Network().audience("Minijob").theme("Sprache")
    assert 1 == len(asked(course(course(net), "no")).contradicted)


def test_a_wider_offer_does_not_settle_whether_the_group_itself_is_served() -> None:
    net = said_and_denied().provides("AWO", "Rat", audiences=["Beschäftigte"], themes=["Sprache"])
    answer = asked(net)
    assert ((), ["contradicted"]) == (answer.gaps, [gap.reason for gap in answer.contradicted])


def test_a_need_said_and_denied_keeps_its_gap_as_a_question() -> None:
    net = base().need("Minijob", "Sprache", kind="none", weight=1)
    answer = asked(net)
    (question,) = answer.need_contradicted
    assert ((), "nothing", 0) == (answer.gaps, question.reason, answer.weight)
    assert (
        "Ob Bedarf besteht, ist widersprüchlich: ja sagt matrix.xlsx!Bedarf!A1; nein (keiner oder gedeckt) sagt "
        "matrix.xlsx!Bedarf!A2. Wenn ja: Niemand ist bekannt, der es anbietet." == question.text("de")
    )
    assert question.text("en").endswith("If so: Nobody is known who offers it.")
    assert ["settle_need", "new_offer"] == [closing.what for closing in question.closings]
    assert ["Bedarf!A1", "Bedarf!A2"] == [place.place for place in question.evidence]
    (row,) = answer.to_rows("de")
    assert "Widersprüchlich, ob Bedarf besteht" == row["open_or_not"]


def test_each_gap_of_a_need_that_is_contradicted_is_a_question() -> None:
    net = course(base(), access="referral").door("JC", "Minijob").need("Minijob", "Sprache", kind="covered")
    answer = asked(net)
    assert ((), [("B", "no_referral")]) == (answer.gaps, [(gap.kind, gap.reason) for gap in answer.need_contradicted])
    assert () == asked(net, kinds=("A",)).need_contradicted


def test_a_need_and_its_offer_may_both_be_contradicted() -> None:
    (question,) = asked(said_and_denied().need("Minijob", "Sprache", kind="none")).need_contradicted
    assert ["need", "offer"] == [one.about for one in question.contradictions]
    assert question.text("de").count("widersprüchlich") == 2


@pytest.mark.parametrize("most", [0, 1])
def test_few_places_are_cited_but_of_both_sides(most: int) -> None:
    (question,) = asked(said_and_denied(), evidence=most).contradicted
    assert 2 * most == len(question.evidence)


def test_an_accepted_question_is_accepted() -> None:
    answer = asked(said_and_denied().accepted("A", "Minijob", owner="Beirat", review_on=TODAY + timedelta(days=9)))
    assert ((), 1) == (answer.contradicted, len(answer.accepted))


@pytest.mark.parametrize("net", [said_and_denied(), base().need("Minijob", "Sprache", kind="none")])
def test_closings_close_nothing_that_is_in_question(net: Network) -> None:
    answer = BestClosings(3, GAPS).answer(net.provides("AWO", "Rat", themes=["Sprache"]).view())
    assert ((), 0) == (answer.closings, answer.at_most)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (base(), base().need("Minijob", "Sprache", kind="none")),
        (base(), said_and_denied()),
        (course(base(), "no"), said_and_denied()),
        (course(base()), said_and_denied()),
        (course(base()), course(base()).need("Minijob", "Sprache", kind="none")),
        (course(base(), access="referral"), course(base(), access="unknown")),
    ],
)
def test_a_gap_that_becomes_a_question_is_not_closed_and_one_that_was_is_not_new(
    before: Network, after: Network
) -> None:
    there, back = changes(before, after), changes(after, before)
    assert {"questioned"} == {found.how for found in there.gaps if not found.weight_after}
    assert {"confirmed"} == {found.how for found in back.gaps if not found.weight_before}
    shown = [row["after"] for row in there.to_rows("de") if row["change"] == "Lücke jetzt fraglich (nicht geschlossen)"]
    assert shown
    assert all(shown)
    thought, undone = compared(before, after), compared(after, before)
    assert () == thought.closed
    assert thought.questioned
    assert all(gap.question for gap in undone.closed)
    certain = sum(gap.weight for gap in thought.opened if not gap.question)
    assert thought.weight_after - thought.weight_before == certain - sum(gap.weight for gap in thought.questioned)


def test_between_two_regions_a_question_is_no_gap_and_no_lack_of_one() -> None:
    one, other = base(), said_and_denied()
    answer = Changes(one.view(), ("Hier", "Dort"), GAPS, TODAY, regions=True).answer(other.view())
    assert ["Lücke in Hier, in Dort fraglich"] == [answer.how(found.how, "de") for found in answer.gaps]
    answer = Changes(other.view(), ("Dort", "Hier"), GAPS, TODAY, regions=True).answer(one.view())
    assert ["Lücke in Hier, in Dort fraglich"] == [answer.how(found.how, "de") for found in answer.gaps]


@settings(max_examples=100, deadline=None)
@given(dated, st.integers(1, 1000))
def test_denying_a_need_closes_nothing(small: Small, seed: int) -> None:
    denied = tuple((*need[:3], "none") for need in small.needs)
    before, after = replace(small, denied=()), replace(small, denied=denied, order=seed)
    assert not {"closed", "dropped"} & {found.how for found in changes(before.network(), after.network()).gaps}
    thought = compared(before.network(), after.network())
    assert () == thought.closed
    assert not denied or thought.weight_after == 0
