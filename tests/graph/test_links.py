"""Who is who: what merges by itself, what only a person may merge, and what stays an open question."""

from __future__ import annotations

import random

import pytest

from graph.decisions import Decisions, LinkDecision, Review, parse_links
from graph.links import Links, link
from graph.records import LinkRecord
from graph.statement import Mention
from tests.graph.saying import Sayings


def decided(*lines: tuple[str, ...]) -> Decisions:
    return Decisions(tuple(LinkDecision(*line) for line in lines))


def entity(links: Links, label: str, source: str = "a", scope: str = "") -> str:
    return links.entity(source, Mention(label, "Actor", scope))


def codes(links: Links) -> list[str]:
    return [issue.code for issue in links.issues]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volkshochschule Hagen", "VHS Hagen"),
        ("Agentur für Arbeit Hagen", "Agentur f. Arbeit Hagen"),
        ("Agentur für Arbeit Hagen", "Arbeitsagentur Hagen"),
        ("Jobcenter Märkischer Kreis", "JC MK"),
        ("SIHK zu Hagen", "Südwestfälische Industrie- und Handelskammer zu Hagen"),
        ("Lernwerkstatt Lenne gGmbH", "Lernwerkstatt Lenne (fiktiv)"),
        ("  Jobcenter\u00a0Hagen ", "Jobcenter Hagen"),
    ],
)
def test_spellings_of_one_institution_are_one_actor_over_all_sources(one: str, other: str) -> None:
    links = Sayings().say(one, "forAudience", "Frauen").say(other, "forAudience", "Frauen", source="b").links()
    assert entity(links, one) == entity(links, other, "b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jobcenter Hagen", "Jobcenter Olpe"),
        ("Volkshochschule Hagen", "Volkshochschule Iserlohn"),
        ("Agentur für Arbeit Hagen", "Jobcenter Hagen"),
        ("Caritasverband Hagen", "Diakonie Hagen"),
    ],
)
def test_one_type_in_two_places_and_two_types_in_one_place_stay_apart(one: str, other: str) -> None:
    links = Sayings().say(one, "forAudience", "Frauen").say(other, "forAudience", "Frauen").links()
    assert entity(links, one) != entity(links, other)
    assert () == links.proposals


def test_a_bare_label_is_an_open_question_of_its_source() -> None:
    links = Sayings().say("JC", "forAudience", "Frauen").say("JC", "forAudience", "Frauen", source="b").links()
    assert entity(links, "JC", "a") != entity(links, "JC", "b")
    assert ["VN4101", "VN4101"] == codes(links)[:2]


def test_a_sheet_named_after_a_region_supplies_the_place_of_a_bare_label() -> None:
    links = Sayings().say("JC", "refersTo", "AA", scope="Hagen").say("Jobcenter Hagen", "forAudience", "Frauen").links()
    assert "actor/jobcenter-hagen" == entity(links, "JC", scope="Hagen") == entity(links, "Jobcenter Hagen")


def test_an_alias_that_was_rejected_or_read_with_low_certainty_makes_nobody_one() -> None:
    def entities(tier: str, decision: str = "") -> set[str]:
        said = Sayings().say("Lernhaus Volme", "alias", "LHV", tier=tier).say("LHV", "refersTo", "VHS Hagen")
        decisions = Decisions(reviews=(Review(said.statements[0].key, decision),) if decision else ())
        return {said.links(decisions).actors["a", "", name] for name in ("Lernhaus Volme", "LHV")}

    assert [1, 1, 2, 2, 1] == [
        len(entities(*said)) for said in (("high",), ("medium",), ("high", "rejected"), ("low",), ("low", "accepted"))
    ]


def test_an_alias_holds_in_its_own_source_only() -> None:
    links = (
        Sayings()
        .say("Jobcenter Hagen", "alias", "JC", scope="Legende")
        .say("JC", "forAudience", "Frauen", scope="Verweise")
        .say("JC", "forAudience", "Frauen", source="b")
        .links()
    )
    assert "actor/jobcenter-hagen" == entity(links, "JC", scope="Verweise")
    assert "actor/jobcenter-hagen" != entity(links, "JC", "b")
    assert [{"JC", "Jobcenter Hagen"}] == [{proposal.left, proposal.right} for proposal in links.proposals]


def test_sheets_that_explain_one_abbreviation_differently_keep_their_own_meaning() -> None:
    links = (
        Sayings()
        .say("Jobcenter Hagen", "alias", "JC", scope="Hagen-Teil")
        .say("Jobcenter Olpe", "alias", "JC", scope="Olper Teil")
        .say("JC", "forAudience", "Frauen", scope="Hagen-Teil")
        .say("JC", "forAudience", "Frauen", scope="Olper Teil")
        .links()
    )
    assert "actor/jobcenter-hagen" == entity(links, "JC", scope="Hagen-Teil")
    assert entity(links, "Jobcenter Olpe", scope="Olper Teil") == entity(links, "JC", scope="Olper Teil")


def test_one_sheet_that_explains_an_abbreviation_twice_is_reported() -> None:
    links = Sayings().say("Jobcenter Hagen", "alias", "JC").say("Jobcenter Olpe", "alias", "JC").links()
    assert "VN4103" in codes(links)


def test_a_name_with_its_abbreviation_in_brackets_explains_it() -> None:
    long = "Institut für Forschung, Training und Projekte (iftp)"
    links = Sayings().say(long.replace("iftp", "IFTP"), "onTheme", "Sprache").say("IFTP", "onTheme", "Sprache").links()
    assert entity(links, "IFTP") == entity(links, long.replace("iftp", "IFTP"))


def test_a_place_in_brackets_is_no_abbreviation() -> None:
    links = Sayings().say("Lernhaus (Hagen)", "onTheme", "Sprache").say("Hagen", "onTheme", "Sprache").links()
    assert entity(links, "Lernhaus (Hagen)") != entity(links, "Hagen")


def test_the_label_shown_is_written_out_whatever_is_commoner() -> None:
    said = Sayings().say("VHS Hagen", "onTheme", "Sprache").say("VHS Hagen", "onTheme", "Digitalisierung")
    links = said.say("Volkshochschule Hagen", "onTheme", "Sprache", source="b").links()
    assert "Volkshochschule Hagen" == links.entities["actor/vhs-hagen"].label
    assert ("VHS Hagen", "Volkshochschule Hagen") == links.entities["actor/vhs-hagen"].names


def test_a_mention_as_project_makes_the_actor_a_project() -> None:
    said = Sayings().say("Lernfabrik Lenne", "offers", "Lernberatung")
    links = said.say("Regionalagentur Märkische Region", "coordinates", "Lernfabrik Lenne", source="b").links()
    assert "project" == links.entities[entity(links, "Lernfabrik Lenne")].kind


def test_links_do_not_depend_on_the_order_of_statements() -> None:
    said = Sayings().say("VHS", "refersTo", "JC", scope="Hagen").say("Jobcenter Hagen", "alias", "JC", source="b")
    said.say("Volkshochschule Hagen", "onTheme", "Tiefseekunde").say("VHS Hagen", "forAudience", "Frauen und Männer")
    expected = said.links()
    for seed in range(5):
        random.Random(seed).shuffle(said.statements)
        found = said.links()
        assert list(expected.records()) == list(found.records())
        assert (expected.entities, expected.proposals, expected.issues) == (
            found.entities,
            found.proposals,
            found.issues,
        )


class TestDecisions:
    def test_same_merges_and_taking_the_line_back_undoes_it(self) -> None:
        said = Sayings().say("F.B.Z.-Büro", "onTheme", "Sprache").say("Fachkräftebüro Siegen", "onTheme", "Sprache")
        assert entity(said.links(), "F.B.Z.-Büro") != entity(said.links(), "Fachkräftebüro Siegen")
        merged = said.links(decided(("same", "F.B.Z.-Büro", "Fachkräftebüro Siegen")))
        assert entity(merged, "F.B.Z.-Büro") == entity(merged, "Fachkräftebüro Siegen")
        assert said.links() == said.links(Decisions())

    def test_same_gives_a_bare_label_its_institution_in_one_source(self) -> None:
        said = Sayings().say("JC", "onTheme", "Sprache").say("JC", "onTheme", "Sprache", source="b")
        links = said.links(decided(("same", "JC", "Jobcenter Hagen", "a")))
        assert "actor/jobcenter-hagen" == entity(links, "JC", "a")
        assert "actor/jobcenter-hagen" != entity(links, "JC", "b")

    def test_same_takes_an_entity_id(self) -> None:
        said = Sayings().say("Bildungsbüro", "onTheme", "Sprache").say("Kreis Olpe", "onTheme", "Sprache")
        wanted = entity(said.links(), "Kreis Olpe")
        assert wanted == entity(said.links(decided(("same", "Bildungsbüro", wanted))), "Bildungsbüro")

    def test_different_parts_what_the_names_would_merge(self) -> None:
        said = (
            Sayings()
            .say("VHS Hagen", "onTheme", "Sprache")
            .say("Volkshochschule Hagen", "onTheme", "Sprache", source="b")
        )
        links = said.links(decided(("different", "VHS Hagen", "Volkshochschule Hagen", "a")))
        assert entity(links, "VHS Hagen") != entity(links, "Volkshochschule Hagen", "b")
        assert () == links.proposals

    def test_different_parts_one_label_of_two_sources(self) -> None:
        said = Sayings().say("VHS Hagen", "onTheme", "Sprache").say("VHS Hagen", "onTheme", "Sprache", source="b")
        links = said.links(decided(("different", "VHS Hagen", "VHS Hagen", "b")))
        assert "actor/vhs-hagen" == entity(links, "VHS Hagen", "a") != entity(links, "VHS Hagen", "b")

    def test_a_contradiction_keeps_both_apart_and_is_reported(self) -> None:
        said = (
            Sayings()
            .say("Haus A", "onTheme", "Sprache")
            .say("Haus B", "onTheme", "Sprache")
            .say("Haus C", "onTheme", "Digitalisierung")
        )
        direct = said.links(decided(("same", "Haus A", "Haus B"), ("different", "Haus A", "Haus B")))
        assert entity(direct, "Haus A") != entity(direct, "Haus B")
        assert ["VN4104"] == codes(direct)
        lines = (("same", "Haus A", "Haus B"), ("same", "Haus B", "Haus C"), ("different", "Haus A", "Haus C"))
        around = said.links(decided(*lines))
        assert entity(around, "Haus A") != entity(around, "Haus C")
        assert ["VN4104"] == codes(around)
        assert around == said.links(decided(*reversed(lines)))

    def test_a_decision_about_no_label_is_noted(self) -> None:
        links = Sayings().say("VHS Hagen", "onTheme", "Sprache").links(decided(("same", "Haus X", "VHS Hagen")))
        assert ["VN4105"] == codes(links)

    def test_is_gives_a_label_its_concepts(self) -> None:
        said = Sayings().say("VHS Hagen", "forAudience", "Hausleute")
        assert ("audience/~hausleute",) == said.links().concept("TargetGroup", "a", "", "Hausleute")
        lines = decided(("is", "Hausleute", "audience/frauen"), ("is", "Hausleute", "Nichterwerbspersonen"))
        found = said.links(lines).concept("TargetGroup", "a", "", "Hausleute")
        assert ("audience/frauen", "audience/nichterwerbspersonen") == found

    def test_a_line_that_is_no_decision_is_reported(self) -> None:
        text = "decision;left;right;source\nsame;A;B;\nperhaps;A;B;\nsame;;B;\n\n"
        lines, issues = parse_links(text)
        assert (LinkDecision("same", "A", "B"),) == lines
        assert ["decisions/links.csv!A3", "decisions/links.csv!A4"] == [issue.where() for issue in issues]

    def test_columns_may_stand_in_any_order(self) -> None:
        lines, _ = parse_links("\ufeffnote;right;left;decision\nweil;B;A;same\n")
        assert (LinkDecision("same", "A", "B", note="weil"),) == lines


class TestConcepts:
    @pytest.mark.parametrize(
        ("label", "expected"),
        [
            ("Frauen", ("audience/frauen",)),
            ("Arbeitslose / Arbeitsuchende", ("audience/arbeitslose", "audience/arbeitsuchende")),
            ("Frauen, Männer und Eltern", ("audience/frauen", "audience/maenner", "audience/eltern")),
            ("Frauen sowie Tiefseetaucher", ("audience/~frauen-sowie-tiefseetaucher",)),
            ("Jugendliche u25", ("audience/jugendliche+age<25",)),
            ("Beschäftigte (ab 45 Jahren)", ("audience/beschaeftigte+age>=45",)),
            ("Arbeitslose im SGB II", ("audience/arbeitslose+benefit=sgb2",)),
            ("unter 27", ("audience/+age<27",)),
            ("geringfügig Beschäftigte unter 35", ("audience/geringfuegig-beschaeftigte-unter-35",)),
            ("Frauen; Tiefseetaucher", ("audience/frauen", "audience/~tiefseetaucher")),
            (
                "Menschen mit Behinderung und Migrationshintergrund",
                ("audience/menschen-mit-behinderung", "audience/menschen-mit-migrationshintergrund"),
            ),
        ],
    )
    def test_a_label_means_one_or_several_groups(self, label: str, expected: tuple[str, ...]) -> None:
        links = Sayings().say("VHS Hagen", "forAudience", label).links()
        assert expected == links.concept("TargetGroup", "a", "", label)

    def test_a_group_no_vocabulary_has_is_local_and_noted_with_near_names(self) -> None:
        links = (
            Sayings().say("VHS Hagen", "forAudience", "Tiefseetaucher").say("VHS Hagen", "onTheme", "Tauchen").links()
        )
        assert {"audience/~tiefseetaucher": "Tiefseetaucher", "theme/~tauchen": "Tauchen"} == dict(links.local)
        assert ["VN4110", "VN4110"] == codes(links)
        assert all(dict(issue.params)["near"] for issue in links.issues)

    def test_a_kind_of_offer_among_the_themes_means_its_themes(self) -> None:
        links = Sayings().say("VHS Hagen", "onTheme", "Anerkennungsberatung").links()
        found = links.concept("Theme", "a", "", "Anerkennungsberatung")
        assert found
        assert all(concept.startswith("theme/") and "~" not in concept for concept in found)

    def test_an_alias_of_an_offer_is_written_out(self) -> None:
        said = Sayings().say("Anerkennungsberatung", "alias", "AnB", kind="Offer").say("VHS Hagen", "offers", "AnB")
        name = said.links().offers["a", "", "AnB"]
        assert "Anerkennungsberatung" == name.label
        assert name.types


class TestProposals:
    def test_likeness_only_proposes(self) -> None:
        links = (
            Sayings()
            .say("Lernwerkstatt Lennetal", "onTheme", "Digitalisierung")
            .say("Lernwerkstatt Lenetal", "onTheme", "Digitalisierung")
            .links()
        )
        (proposal,) = links.proposals
        assert ("Lernwerkstatt Lenetal", "Lernwerkstatt Lennetal", "spelling") == (
            proposal.left,
            proposal.right,
            proposal.reason,
        )
        assert proposal.left_id != proposal.right_id

    def test_labels_that_differ_in_a_number_are_not_proposed(self) -> None:
        links = (
            Sayings()
            .say("Werkstatt Nord 1", "onTheme", "Digitalisierung")
            .say("Werkstatt Nord 2", "onTheme", "Digitalisierung")
            .links()
        )
        assert () == links.proposals

    def test_a_label_without_place_is_proposed_where_only_one_can_be_meant(self) -> None:
        said = Sayings().say("Kompetenzzentrum Frau und Beruf", "onTheme", "Digitalisierung")
        said.say("Kompetenzzentrum Frau und Beruf Märkische Region", "onTheme", "Digitalisierung", source="b")
        assert ["no_place"] == [proposal.reason for proposal in said.links().proposals]
        said.say("Kompetenzzentrum Frau und Beruf Ostwestfalen-Lippe", "onTheme", "Digitalisierung", source="c")
        assert [] == [proposal.reason for proposal in said.links().proposals]

    def test_a_place_within_a_place_is_proposed_where_nothing_else_is_near(self) -> None:
        said = (
            Sayings()
            .say("Jobcenter Siegen", "onTheme", "Sprache")
            .say("Jobcenter Siegen-Wittgenstein", "onTheme", "Sprache")
        )
        assert ["place_within"] == [proposal.reason for proposal in said.links().proposals]
        said.say("Jobcenter Kreuztal", "onTheme", "Sprache")
        assert [] == [proposal.reason for proposal in said.links().proposals]


def test_links_an_interchange_file_brings_along_keep_their_ids() -> None:
    said = (
        Sayings()
        .say("VHS Hagen", "forAudience", "Hausleute")
        .say("Volkshochschule Hagen", "onTheme", "Digitalisierung", source="b")
    )
    given = [
        LinkRecord("a", Mention("VHS Hagen", "Actor"), "actor/x-17"),
        LinkRecord("a", Mention("Hausleute", "TargetGroup"), "audience/frauen"),
    ]
    links = link(said.statements, given=given)
    assert "actor/x-17" == entity(links, "VHS Hagen")
    assert ("audience/frauen",) == links.concept("TargetGroup", "a", "", "Hausleute")


def test_the_records_of_links_give_the_same_links_again() -> None:
    said = (
        Sayings()
        .say("JC", "refersTo", "VHS", scope="Hagen")
        .say("VHS Olpe", "forAudience", "Tiefseetaucher", source="b")
    )
    links = said.links(decided(("same", "VHS Olpe", "VHS Siegen")))
    again = link(said.statements, given=links.records())
    assert list(links.records()) == list(again.records())
