"""Facts, plans, possibilities, duties and denials are told apart, clause by clause."""

from __future__ import annotations

import pytest

from tests.loaders.prose.marked import relations

MEANT = [
    ("asserted", "Die [A:VHS=v] bietet eine [O:Lernberatung=o] an."),
    ("planned", "Die [A:VHS=v] soll eine [O:Lernberatung=o] anbieten."),
    ("planned", "Die [A:VHS=v] wird künftig eine [O:Lernberatung=o] anbieten."),
    ("planned", "Ab Herbst bietet die [A:VHS=v] eine [O:Lernberatung=o] an."),
    ("planned", "Geplant ist, dass die [A:VHS=v] eine [O:Lernberatung=o] anbietet."),
    ("possible", "Die [A:VHS=v] könnte eine [O:Lernberatung=o] anbieten."),
    ("possible", "Die [A:VHS=v] bietet ggf. eine [O:Lernberatung=o] an."),
    ("possible", "Denkbar ist, dass die [A:VHS=v] eine [O:Lernberatung=o] anbietet."),
    ("normative", "Die [A:VHS=v] muss eine [O:Lernberatung=o] anbieten."),
    ("normative", "Die [A:VHS=v] verpflichtet sich, eine [O:Lernberatung=o] anzubieten."),
    ("normative", "Die [A:VHS=v] hat eine [O:Lernberatung=o] anzubieten."),
]


@pytest.mark.parametrize(("expected", "text"), MEANT)
def test_a_clause_says_how_it_is_meant(expected: str, text: str) -> None:
    (relation,) = [found for found in relations(text) if found.predicate == "offers"]
    assert expected == relation.modality


def test_what_people_can_use_is_there() -> None:
    text = "Zur [O:Lernberatung=o] der [A:VHS=v] können [T:Frauen=t] ohne Anmeldung kommen."
    assert {"asserted"} == {found.modality for found in relations(text) if found.predicate == "forAudience"}


def test_a_heading_of_plans_makes_plans() -> None:
    text = "[N:Netzwerk=n]\n\nEin Satz zu Beginn.\n\nAusblick\n\nDie [A:VHS=v] bietet eine [O:Lernberatung=o] an.\n"
    assert {"planned"} == {found.modality for found in relations(text, "n") if found.predicate == "offers"}


def test_each_clause_has_its_own_modality() -> None:
    text = "Die [A:VHS=v] bietet eine [O:Lernberatung=o] an, die [A:Kammer=k] soll eine [O:Börse=b] anbieten."
    found = {relation.subject: relation.modality for relation in relations(text) if relation.predicate == "offers"}
    assert {"v": "asserted", "k": "planned"} == found


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("no", "Die [A:VHS=v] bietet keine [O:Lernberatung=o] an."),
        ("no", "Die [A:VHS=v] bietet die [O:Lernberatung=o] nicht mehr an."),
        ("yes", "Die [A:VHS=v] bietet nicht nur eine [O:Lernberatung=o] an."),
    ],
)
def test_a_denial_is_no_statement_of_the_thing_denied(expected: str, text: str) -> None:
    assert [expected] == [found.polarity for found in relations(text) if found.predicate == "offers"]


def test_a_denied_sentence_makes_nothing_likely() -> None:
    assert () == relations("[N:Netzwerk=n]\n\nFür [T:Eltern=t] gibt es hier nichts, auch keine Räume.", "n")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((("valid_until", "2027-12-31"),), "Das [P:Projekt=p] wird bis Ende 2027 vom [A:Land=l] gefördert."),
        ((("valid_from", "2024-03-01"),), "Das [P:Projekt=p] wird seit März 2024 vom [A:Land=l] gefördert."),
        ((), "Das [P:Projekt=p] wird vom [A:Land=l] gefördert."),
    ],
)
def test_a_clause_says_since_when_and_until_when_it_holds(expected: tuple[tuple[str, str], ...], text: str) -> None:
    (relation,) = [found for found in relations(text) if found.predicate == "fundedBy"]
    assert expected == relation.conditions


def test_how_often_a_board_meets_stands_with_who_leads_it() -> None:
    text = "Der [B:Beirat=b] tagt ca. 5-6mal jährlich und wird von der [A:Kammer=k] koordiniert."
    (relation,) = [found for found in relations(text) if found.predicate == "coordinates"]
    assert ("rhythm", "ca. 5-6mal jährlich") in relation.details
