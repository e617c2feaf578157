"""From a proposal to statements: names in full, kinds, days, roles; classes and persons make no node."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Span
from graph.statement import Literal, Mention, Statement
from loaders.prose.extract import Extract
from loaders.prose.statements import Said, reproduces, statements_of
from loaders.prose.validate import validate
from tests.loaders.prose.writing import Draft

TEXT = """Netzwerk Weiterbildung im Kreis Olpe
Die Regionalagentur Südwestfalen koordiniert das Netzwerk Weiterbildung. Es wirkt im Kreis Olpe.
Mitglieder sind das Jobcenter, die Agentur für Arbeit Siegen (AA) und Kammern.
Laufzeit: 01.03.2026 bis 31.12.2027
Der Infotag Wiedereinstieg findet am 12. Mai 2027 in Olpe statt.
Die Volkshochschule Olpe bietet Orientierungsgespräche zur Rückkehr in den Beruf für Frauen nach einer Familienzeit an.
Sprecherin: Erika Mustermann, Agentur für Arbeit Siegen
Die AA und die Volkshochschule Olpe arbeiten zusammen.
"""


def draft() -> tuple[Draft, dict[str, str]]:
    made = Draft(TEXT)
    ids = {
        "net": made.node("Network", "Netzwerk Weiterbildung", topic=True, starts="2026-03-01", ends="2027-12-31"),
        "agency": made.node("Actor", "Regionalagentur Südwestfalen", type="actor-type/regionalagentur"),
        "region": made.node("Region", "Kreis Olpe"),
        "jc": made.node("Actor", "Jobcenter"),
        "aa": made.node("Actor", "Agentur für Arbeit Siegen", aliases=("AA",)),
        "class": made.node("Actor", "Kammern", type="actor-type/kammer", generic=True),
        "event": made.node("Event", "Infotag Wiedereinstieg", starts="2027-05-12"),
        "vhs": made.node("Actor", "Volkshochschule Olpe"),
        "offer": made.node(
            "Offer", "Orientierungsgespräche zur Rückkehr in den Beruf", type="offer-type/bildungsberatung"
        ),
        "group": made.node("TargetGroup", "Frauen nach einer Familienzeit", type="audience/wiedereinsteigende"),
        "person": made.node("Person", "Erika Mustermann"),
    }
    members = "Mitglieder sind das Jobcenter, die Agentur für Arbeit Siegen (AA) und Kammern"
    offered = "Die Volkshochschule Olpe bietet Orientierungsgespräche zur Rückkehr in den Beruf für Frauen nach einer Familienzeit an"
    speaker = "Sprecherin: Erika Mustermann, Agentur für Arbeit Siegen"
    made.relation(
        ids["agency"],
        "coordinates",
        ids["net"],
        "Die Regionalagentur Südwestfalen koordiniert",
        details=(("role", "office"),),
    )
    made.relation(ids["net"], "inRegion", ids["region"], "Es wirkt im Kreis Olpe")
    for member in ("jc", "aa", "class"):
        made.relation(ids[member], "memberOf", ids["net"], members, tier="high", rule="members")
    made.relation(ids["vhs"], "offers", ids["offer"], offered)
    made.relation(ids["offer"], "forAudience", ids["group"], offered, tier="low")
    made.relation(ids["person"], "affiliatedWith", ids["aa"], speaker, details=(("role", "Sprecherin"),), tier="high")
    made.relation(ids["person"], "memberOf", ids["net"], speaker, details=(("role", "chair"),))
    together = "Die AA und die Volkshochschule Olpe arbeiten zusammen"
    made.relation(ids["vhs"], "cooperatesWith", ids["aa"], together, modality="planned")
    return made, ids


def read(**more: Any) -> Said:
    made, _ = draft()
    valid = validate(made.extract(), made.document)
    assert () == valid.dropped
    return statements_of(valid.extract, made.document, "rules@1", **more)


def said(predicate: str, **more: Any) -> list[tuple[str, str]]:
    return [
        (one.subject.label, one.object.value if isinstance(one.object, Literal) else one.object.label)
        for one in read(**more).statements
        if one.predicate == predicate
    ]


def one(predicate: str, subject: str, **more: Any) -> Statement:
    (found,) = [one for one in read(**more).statements if (one.predicate, one.subject.label) == (predicate, subject)]
    return found


def test_institutions_events_and_offers_are_there_even_if_nothing_is_said_of_them() -> None:
    assert {
        "Netzwerk Weiterbildung", "Regionalagentur Südwestfalen", "Jobcenter", "Agentur für Arbeit Siegen",
        "Infotag Wiedereinstieg", "Volkshochschule Olpe", "Orientierungsgespräche zur Rückkehr in den Beruf",
    } == {label for label, _ in said("label")}  # fmt: skip


def test_a_relation_keeps_its_words_role_rule_tier_and_modality() -> None:
    found = one("coordinates", "Regionalagentur Südwestfalen")
    assert (("resolved", "object"), ("role", "office")) == found.details
    assert ("medium", "asserted", "rules@1") == (found.tier, found.modality, found.method)
    assert ["Die Regionalagentur Südwestfalen koordiniert"] == [
        place.quote for place in found.evidence if isinstance(place, Span)
    ]
    assert "planned" == one("cooperatesWith", "Agentur für Arbeit Siegen").modality


def test_cooperation_holds_both_ways_and_is_said_one_way() -> None:
    assert [("Agentur für Arbeit Siegen", "Volkshochschule Olpe")] == said("cooperatesWith")


def test_a_kind_of_institution_without_a_place_is_that_of_the_region_the_topic_names() -> None:
    assert Mention("Jobcenter", "Actor", "Kreis Olpe") == one("memberOf", "Jobcenter").subject
    assert "" == one("memberOf", "Agentur für Arbeit Siegen").subject.scope


def test_a_large_region_has_several_jobcentres_and_says_nothing_of_one() -> None:
    made, ids = draft()
    large = replace(made.nodes[2], label="Südwestfalen")
    nodes = [large if node.id == ids["region"] else node for node in made.nodes]
    found = statements_of(made.extract(nodes), made.document, "rules@1").statements
    assert {""} == {statement.subject.scope for statement in found}


@pytest.mark.parametrize(
    ("kind", "label", "starts", "named"),
    [
        ("Board", "Steuerkreis", "", "Steuerkreis (Netzwerk Weiterbildung)"),
        ("Board", "Arbeitsgruppe 1", "", "Arbeitsgruppe 1 (Netzwerk Weiterbildung)"),
        ("Event", "Auftaktveranstaltung", "2026-03-02", "Auftaktveranstaltung (Netzwerk Weiterbildung, 02.03.2026)"),
        ("Event", "konstituierende Sitzung", "", "konstituierende Sitzung (Netzwerk Weiterbildung)"),
        ("Board", "Taskforce Digitalisierung", "", "Taskforce Digitalisierung"),
        ("Event", "Weiterbildungsmesse Olpe", "2026-03-02", "Weiterbildungsmesse Olpe"),
        ("Project", "WegZeit", "", "WegZeit"),
        ("Actor", "Jugendmigrationsdienst", "", "Jugendmigrationsdienst"),
    ],
)
def test_a_mere_word_is_told_apart_from_that_of_other_documents(kind: Any, label: str, starts: str, named: str) -> None:
    made = Draft(f"Netzwerk Weiterbildung\nAm Ende steht {label}.\n")
    made.node("Network", "Netzwerk Weiterbildung", topic=True)
    made.node(kind, label, starts=starts)
    found = statements_of(made.extract(), made.document, "rules/1").statements
    assert {named, "Netzwerk Weiterbildung"} == {one.subject.label for one in found if one.predicate == "label"} or (
        "Netzwerk Weiterbildung" not in named
    )
    assert named in {one.subject.label for one in found}


def test_a_topic_without_a_name_is_that_of_its_document() -> None:
    made = Draft("Der Weiterbildungsverbund\nDer Beirat berät.\n")
    made.node("Network", "Weiterbildungsverbund", topic=True)
    made.node("Board", "Beirat")
    found = statements_of(made.extract(), made.document, "rules/1").statements
    assert {"Weiterbildungsverbund (projekt.txt)", "Beirat (projekt.txt)"} == {one.subject.label for one in found}


def test_days_of_run_times_and_events_stand_on_the_words_that_give_them() -> None:
    assert [("Netzwerk Weiterbildung", "2027-12-31")] == said("runsUntil")
    until, day = one("runsUntil", "Netzwerk Weiterbildung"), one("runsFrom", "Infotag Wiedereinstieg")
    assert "Laufzeit: 01.03.2026 bis 31.12.2027" == until.original
    assert "Der Infotag Wiedereinstieg findet am 12. Mai 2027 in Olpe statt." == day.original


def test_acronyms_are_aliases_and_groups_in_many_words_are_those_of_their_concept() -> None:
    assert {("Agentur für Arbeit Siegen", "AA"), ("Wiedereinsteigende", "Frauen nach einer Familienzeit")} == set(
        said("alias")
    )


def test_a_short_form_two_institutions_share_is_nobodys_alias() -> None:
    made = Draft("Die Agentur für Arbeit Siegen und die Agentur für Arbeit Hagen. Die Agentur hilft.\n")
    for place in ("Siegen", "Hagen"):
        made.node("Actor", f"Agentur für Arbeit {place}", aliases=("Agentur",))
    found = statements_of(made.extract(), made.document, "rules@1").statements
    assert ["label", "label"] == [statement.predicate for statement in found]


def test_a_kind_of_offer_its_name_does_not_tell_is_said_with_it() -> None:
    assert (("kind", "Bildungsberatung"),) == one("offers", "Volkshochschule Olpe").conditions


def test_a_class_of_institutions_stays_findable_and_makes_no_actor() -> None:
    found = one("other", "Netzwerk Weiterbildung")
    assert Literal("Kammern") == found.object
    assert ("column", "memberOf") in found.details
    assert ("direction", "from") in found.details
    assert not any("Kammern" in (s.subject.label, getattr(s.object, "label", "")) for s in read().statements)


def test_without_leave_the_function_of_a_person_stays_and_the_name_stands_nowhere() -> None:
    found = read()
    assert [("Agentur für Arbeit Siegen", "Sprecherin")] == said("contactName")
    assert not [one for one in found.statements if "Mustermann" in str(one)]


def test_the_seat_of_a_person_is_that_of_the_organisation_once_somebody_confirms_it() -> None:
    made, _ = draft()
    alone = [relation for relation in made.relations if relation.rule != "members"]
    found = statements_of(replace(made.extract(), relations=tuple(alone)), made.document, "rules@1").statements
    seat = [one for one in found if one.predicate == "memberOf"]
    assert [("Agentur für Arbeit Siegen", "low", ("chair",))] == [
        (s.subject.label, s.tier, s.detail("role")) for s in seat
    ]


def test_an_uncertain_reading_adds_a_place_to_a_certain_one_and_no_details() -> None:
    seat = one("memberOf", "Agentur für Arbeit Siegen")
    assert ("high", ()) == (seat.tier, seat.detail("role"))
    assert "Sprecherin" in seat.original or len(seat.evidence) > 1
    assert ["VN8203"] == [one.code for one in read().dropped]


def test_with_leave_a_name_stands_in_contacts_and_nowhere_else() -> None:
    found = [one for one in read(persons=True).statements if "Mustermann" in str(one)]
    assert [("contactName", Literal("Erika Mustermann"))] == [(one.predicate, one.object) for one in found]
    assert (("contact", "Sprecherin"),) == found[0].details


def test_what_a_document_says_of_a_person_alone_is_counted() -> None:
    made = Draft("Beirat Süd\nVorsitz: Max Muster\n")
    board, person = made.node("Board", "Beirat Süd", topic=True), made.node("Person", "Max Muster")
    made.relation(person, "memberOf", board, "Vorsitz: Max Muster")
    assert ["VN8201"] == [one.code for one in statements_of(made.extract(), made.document, "rules@1").dropped]


def test_only_the_configuration_says_of_which_day_a_document_is() -> None:
    assert {""} == {statement.last_verified for statement in read().statements}
    assert {"2026-11-01"} == {statement.last_verified for statement in read(stated_on="2026-11-01").statements}


def test_a_statement_that_does_not_reproduce_its_text_never_leaves() -> None:
    made, _ = draft()
    other = replace(made.document, text=made.document.text.replace("Mitglieder", "Mitwirken", 1))
    found = statements_of(made.extract(), other, "rules@1")
    assert all(reproduces(statement, other) for statement in found.statements)
    assert "VN8202" in {one.code for one in found.dropped}


@given(st.permutations(range(11)), st.permutations(range(10)))
def test_the_order_of_nodes_and_relations_changes_no_statement(nodes: list[int], relations: list[int]) -> None:
    made, _ = draft()
    shuffled = Extract(tuple(made.nodes[at] for at in nodes), tuple(made.relations[at] for at in relations), made.topic)
    found = statements_of(validate(shuffled, made.document).extract, made.document, "rules@1")
    assert read().statements == found.statements
    assert all(reproduces(statement, made.document) for statement in found.statements)


@pytest.mark.parametrize("before", ["", "Ein neuer Absatz steht davor.\n\n", "Startseite\nAktuelles\n"])
def test_reading_a_document_again_after_a_change_elsewhere_gives_the_same_keys(before: str) -> None:
    made, _ = draft()
    moved = Draft(before + TEXT)
    by = len(before)

    def shifted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.start + by, span.end + by, span.quote) for span in spans)

    nodes = tuple(replace(node, mentions=shifted(node.mentions)) for node in made.nodes)
    relations = tuple(replace(relation, evidence=shifted(relation.evidence)) for relation in made.relations)
    found = statements_of(Extract(nodes, relations, made.topic), moved.document, "rules@1").statements
    assert {statement.key for statement in read().statements} == {statement.key for statement in found}


def offers_of(text: str, *, theme: str = "", tier: Any = "medium") -> list[tuple[str, str]]:
    made = Draft(text)
    actor, offer = made.node("Actor", "Volkshochschule Olpe"), made.node("Offer", "Beratung")
    made.relation(actor, "offers", offer, text.strip(), tier="high")
    if theme:
        made.relation(offer, "onTheme", made.node("Theme", theme), text.strip())
    found = statements_of(validate(made.extract(), made.document).extract, made.document, "x/1", tier=tier).statements
    return [
        (one.object.label, one.tier) for one in found if one.predicate == "offers" and isinstance(one.object, Mention)
    ]


def test_an_offer_called_by_a_broad_kind_alone_is_doubtful_and_named_by_its_theme_where_one_stands_beside_it() -> None:
    assert [("Beratung", "low")] == offers_of("Die Volkshochschule Olpe bietet Beratung an.\n")
    with_theme = offers_of("Die Volkshochschule Olpe bietet Beratung zum Wiedereinstieg an.\n", theme="Wiedereinstieg")
    assert [("Beratung zum Wiedereinstieg", "high")] == with_theme


def test_what_a_person_noted_is_taken_at_its_word() -> None:
    assert [("Beratung", "high")] == offers_of("Die Volkshochschule Olpe bietet Beratung an.\n", tier="high")
