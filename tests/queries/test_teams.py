"""Agreed counselling teams that fit, and proposals that cover all needs."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import QuestionError
from queries.team import Team, TeamsAnswer
from queries.teams import Teams
from tests.queries.asking import profile
from tests.queries.network import TODAY, Network
from tests.queries.route_reference import fits
from tests.queries.schemas import assert_valid
from tests.queries.small_networks import ACTORS, PROJECT, THEMES, Person, Small, networks, people

WOMAN: dict[str, Any] = {"facts": "sex=f", "residence": "Hagen"}


def base() -> Network:
    net = Network().audience("Frauen", "sex=f").audience("Männer", "sex=m").region("Hagen").region("Siegen")
    return net.theme("Recht").theme("Geld").theme("Sprache")


def offers(net: Network, actor: str, *themes: str, **more: Any) -> Network:
    return net.provides(actor, None, **{"audiences": ["Frauen"], "themes": themes, "regions": ["Hagen"], **more})


def teams(net: Network, *needs: str, k: int = 3, **said: Any) -> TeamsAnswer:
    return Teams(profile(**{**WOMAN, "needs": needs, **said}), k).answer(net.view())


def labels(found: Team) -> list[str]:
    return [member.actor.label for member in found.members]


def takes(found: Team) -> dict[str, list[str]]:
    return {member.actor.label: [one.need.de for one in member.covers if one.need] for member in found.members}


def test_an_agreed_team_says_lead_members_occasion_and_how_to_convene_it() -> None:
    net = offers(base(), "JC", "Geld")
    net.actor("Team", kind="team", remark="donnerstags")
    net.provides("Team", None, audiences=["Frauen"], regions=["Hagen"])
    net.member("AA", "Team").member(
        "JC", "Team", "coordinator", occasion="Rückkehr", note="Anruf genügt", checked=TODAY
    )
    net.contact("JC", "phone", "0221 4710-4")
    (team,) = teams(net, "Geld").agreed
    assert ("team", "Team", "JC", ["JC", "AA"]) == (
        team.basis, team.actor and team.actor.label, team.lead and team.lead.label, labels(team),
    )  # fmt: skip
    assert ("Rückkehr", "Anruf genügt; donnerstags", ["0221 4710-4"], "fresh") == (
        team.occasion, team.convening, [contact.value for contact in team.contact], team.freshness.state,
    )  # fmt: skip
    assert {"JC": ["Geld"], "AA": []} == takes(team)
    assert ["matrix.xlsx!Mitglieder!A2"] == [str(place) for place in team.members[0].evidence]


def test_a_team_for_others_or_elsewhere_or_over_does_not_fit() -> None:
    net = offers(base(), "JC", "Geld")
    for name, terms in (
        ("A", {"audiences": ["Männer"]}), ("B", {"regions": ["Siegen"]}),
        ("C", {"valid_until": TODAY - timedelta(days=1)}),
    ):  # fmt: skip
        net.actor(name, kind="team")
        net.provides(name, None, **{"audiences": ["Frauen"], "regions": ["Hagen"], **terms}).member("JC", name)
    answer = teams(net, "Geld")
    assert ((), ("no_team_fits", "one_covers_all")) == (answer.agreed, answer.notes)


def test_a_team_nobody_describes_is_a_question_and_its_members_cover() -> None:
    net = offers(base(), "JC", "Geld")
    net.actor("Team", kind="team", places=["Hagen"])
    (team,) = teams(net.member("JC", "Team"), "Geld", "Recht").agreed
    assert ("ask", ["audience"], ["Recht"]) == (
        team.fit,
        [question.about for question in team.open_questions],
        [need.de for need in team.uncovered],
    )


def test_agreed_joint_counselling_of_two_counts_as_one() -> None:
    net = offers(base(), "AA", "Geld").refers(
        "VHS", "AA", handover="joint", occasion="Wechsel", audiences=["Frauen"], contact="0221 4710-5"
    )
    net.refers("VHS", "AA", handover="information")
    (team,) = teams(net, "Geld").agreed
    assert ("referral", ["VHS", "AA"], "Wechsel", ["0221 4710-5"]) == (
        team.basis, labels(team), team.occasion, [contact.value for contact in team.contact],
    )  # fmt: skip
    assert ["vereinbarte gemeinsame Beratung", "Vorschlag, nicht vereinbart"] == [
        row["basis"] for row in teams(net, "Geld").to_rows("de")
    ]


def test_a_proposal_is_a_smallest_set_and_says_who_covers_what() -> None:
    net = offers(base(), "A", "Recht")
    offers(net, "B", "Geld")
    offers(net, "C", "Geld", "Sprache")
    answer = teams(net, "Recht", "Geld", "Sprache")
    (proposal,) = answer.proposals
    assert ({"A": ["Recht"], "C": ["Geld", "Sprache"]}, "proposal", True) == (
        takes(proposal),
        proposal.basis,
        answer.exact,
    )


def test_equal_proposals_stand_side_by_side_and_surer_ones_alone() -> None:
    net = offers(base(), "A", "Recht")
    for name in ("Z", "B"):
        offers(net, name, "Geld")
    offers(net, "AA", "Geld", regions=[])
    assert [["A", "B"], ["A", "Z"]] == [labels(one) for one in teams(net, "Recht", "Geld").proposals]


def test_a_need_nobody_takes_is_named_and_the_others_are_covered() -> None:
    answer = teams(offers(base(), "A", "Recht"), "Recht", "Geld")
    assert (["Geld"], [["A"]]) == ([need.de for need in answer.unmet], [labels(one) for one in answer.proposals])
    assert ["Geld"] == [need.de for need in answer.proposals[0].uncovered]


def test_platforms_events_and_projects_nobody_coordinates_sit_at_no_table() -> None:
    net = base()
    net.actor("mein NOW", types=["plattform"])
    net.actor("Messe", kind="event", reached_by="Stadt", runs_from=TODAY)
    net.actor("Projekt", kind="project")
    net.actor("Programm", kind="project", reached_by="Caritas")
    for name in ("mein NOW", "Messe", "Projekt", "Programm"):
        offers(net, name, "Recht")
    (proposal,) = teams(net, "Recht").proposals
    assert (["Caritas"], "Programm") == (labels(proposal), proposal.members[0].covers[0].provider.label)


def test_without_a_need_nothing_is_proposed() -> None:
    answer = teams(offers(base(), "A", "Recht"))
    assert ((), ("no_teams", "no_need_named")) == (answer.proposals, answer.notes)


def test_more_than_six_needs_are_covered_step_by_step_and_said_so() -> None:
    net = base()
    themes = [f"Thema {number}" for number in range(8)]
    for theme in themes:
        offers(net.theme(theme), f"bei {theme}", theme)
    offers(net, "Alle", *themes)
    answer = teams(net, *themes)
    assert (False, [["Alle"]]) == (answer.exact, [labels(one) for one in answer.proposals])
    assert "step_by_step" in answer.notes


@pytest.mark.parametrize(("needs", "k"), [(10_000, 3), (1, 1_000)])
def test_a_runaway_question_is_refused(needs: int, k: int) -> None:
    with pytest.raises(QuestionError, match=str(max(needs, k))):
        Teams(profile(needs=("Recht",) * needs), k).answer(base().view())


def best_questions(small: Small, person: Person, theme: str) -> dict[str, int]:
    """Return for each actor that can be invited the fewest questions open with what it offers on a theme.

    What no source says to be on the theme counts only where nothing else is.
    """
    found: dict[bool, dict[str, int]] = {False: {}, True: {}}
    for one in small.provided:
        asks = fits(small, Person(person.sex, person.age, person.groups, theme, person.home), one)
        member = one.provider if one.provider != PROJECT else small.coordinator
        if asks is not None and member and member != PROJECT:
            known = found["theme" in asks]
            known[member] = min(known.get(member, 99), len(asks))
    return found[False] or found[True]


def asked(small: Small, person: Person, k: int = 100) -> TeamsAnswer:
    said = {"facts": person.facts, "groups": person.groups, "residence": person.home or ""}
    return Teams(profile(needs=tuple(THEMES), **said), k).answer(small.view())


@settings(max_examples=300, deadline=None)
@given(networks, people)
def test_proposals_are_the_smallest_sets_with_the_fewest_questions(small: Small, person: Person) -> None:
    taken = {theme: best_questions(small, person, theme) for theme in THEMES}
    wanted = [need for need in taken.values() if need]
    best: list[tuple[int, int, tuple[str, ...]]] = []
    for size in range(1, len(wanted) + 1):
        for members in combinations(ACTORS, size):
            if all(any(one in need for one in members) for need in wanted):
                questions = sum(min(need[one] for one in members if one in need) for need in wanted)
                best.append((size, questions, members))
    expected = sorted(members for *rank, members in best if rank == list(min(best)[:2]))
    answer = asked(small, person)
    assert expected == sorted(tuple(sorted(labels(one))) for one in answer.proposals)
    assert [theme for theme, need in taken.items() if not need] == [need.de for need in answer.unmet]


@settings(max_examples=60, deadline=None)
@given(networks, people, st.integers(1, 1000))
def test_the_order_of_rows_changes_nothing_and_the_schema_holds(small: Small, person: Person, seed: int) -> None:
    answer = asked(small, person, 2)
    assert answer.to_dict() == asked(small.reordered(seed), person, 2).to_dict()
    assert_valid("teams", answer.to_dict())
