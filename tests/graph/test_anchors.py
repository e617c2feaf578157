"""A person's decision survives every change of its document that leaves its sentence alone, and is never guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.anchors import Anchored, anchor, described
from graph.decisions import Decisions, Review
from graph.evidence import Cell
from graph.statement import Mention, Statement, unite
from tests.graph.prose import read

TEXT = "Das Netz berät.\n\nJobcenter Hagen verweist an VHS Hagen.\n\nKreis Olpe arbeitet mit IHK Siegen.\n"


def decided(statement: Statement, decision: str = "accepted", **more: str) -> Review:
    return replace(described(statement, statement.key), decision=decision, by="Koordination", on="2026-11-02", **more)


def after(review: Review, text: str, source: str = "projekt.txt") -> Anchored:
    return anchor(Decisions(reviews=(review,)), unite(read(text, source)))


def codes(found: Anchored) -> list[str]:
    return [issue.code for issue in found.decisions.issues]


paragraphs = st.lists(
    st.text(alphabet="abcäöüß ,;\"'=-\n„“", max_size=40).map(lambda text: text.replace(".", "")), max_size=6
)


@given(before=paragraphs, behind=paragraphs, number=st.sampled_from([0, 1]))
def test_other_paragraphs_may_come_and_go(before: list[str], behind: list[str], number: int) -> None:
    statement = read(TEXT)[number]
    sentence = statement.evidence[0].quote  # type: ignore[union-attr]
    text = "".join(f"{one}.\n\n" for one in before) + sentence + "".join(f"\n\n{one}." for one in behind)
    found = after(decided(statement), text)
    assert ([], {statement.key}) == (codes(found), set(found.decisions.accepted))


@pytest.mark.parametrize(
    "text",
    [
        "Jobcenter  Hagen verweist an\nVHS   Hagen.",
        "JobCenter Hagen verweist an VHS Hagen.",
        "Job-Center Hagen verweist an VHS-Hagen.",
    ],
)
def test_a_sentence_spaced_or_spelled_otherwise_keeps_its_decision(text: str) -> None:
    statement = read(TEXT)[0]
    found = after(decided(statement, "rejected"), text)
    (now,) = read(text)
    assert {now.key} == set(found.decisions.rejected)
    assert [] == list(found.lost)


def test_a_label_that_names_the_same_institution_keeps_its_decision() -> None:
    statement = read(TEXT)[0]
    now = replace(statement, object=Mention("Volkshochschule Hagen", "Actor"))
    found = anchor(Decisions(reviews=(decided(statement),)), [now])
    assert ({now.key}, ["VN4153"]) == (set(found.decisions.accepted), codes(found))
    assert {now.key: statement.key} == found.moved


@pytest.mark.parametrize(
    "change",
    [
        {"object": Mention("VHS Iserlohn", "Actor")},
        {"polarity": "no"},
        {"modality": "planned"},
        {"predicate": "cooperatesWith"},
        {"conditions": (("audience", "Frauen"),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_same_words_read_as_something_else_are_not_decided(change: dict[str, object]) -> None:
    statement = read(TEXT)[0]
    now = replace(statement, **change)  # type: ignore[arg-type]
    found = anchor(Decisions(reviews=(decided(statement),)), [now])
    assert now.key not in found.decisions.accepted
    assert ["VN4151"] == codes(found)
    assert now.predicate in dict(found.decisions.issues[0].params)["near"]


def test_a_renamed_document_keeps_its_decisions() -> None:
    statement = read(TEXT)[0]
    found = after(decided(statement), TEXT, "projekt_2027.txt")
    assert {read(TEXT, "projekt_2027.txt")[0].key} == set(found.decisions.accepted)


def test_another_document_that_says_the_same_is_not_decided_while_the_first_is_there() -> None:
    statement = read(TEXT)[0]
    both = [*read("Kreis Olpe arbeitet mit IHK Siegen."), *read(TEXT, "kopie.txt")]
    found = anchor(Decisions(reviews=(decided(statement),)), both)
    assert ["VN4151"] == codes(found)


def test_a_decision_that_may_mean_several_holds_for_none() -> None:
    statement = read(TEXT)[0]
    several = [replace(statement, subject=replace(statement.subject, scope=scope)) for scope in ("A", "B")]
    found = anchor(Decisions(reviews=(decided(statement),)), several)
    assert ["VN4152"] == codes(found)
    assert found.decisions.accepted.isdisjoint(one.key for one in several)


def test_a_decision_on_the_statement_itself_outdoes_an_older_one_on_its_words() -> None:
    statement = read(TEXT)[0]
    now = replace(statement, object=Mention("Volkshochschule Hagen", "Actor"))
    found = anchor(Decisions(reviews=(decided(statement), decided(now, "rejected"))), [now])
    assert ([], {now.key}) == (codes(found), set(found.decisions.rejected))
    assert now.key not in found.decisions.accepted


def test_a_lost_decision_stays_and_is_told_with_what_it_was_taken_on() -> None:
    statement = read(TEXT)[0]
    found = after(decided(statement), "Nichts davon.")
    (issue,) = found.decisions.issues
    assert (found.lost, found.decisions.reviews) == ((decided(statement),), (decided(statement),))
    assert dict(issue.params)["quote"] == "Jobcenter Hagen verweist an VHS Hagen."
    assert issue.value == "Jobcenter Hagen – refersTo – VHS Hagen"


def test_a_line_without_anything_but_a_key_is_told_when_its_statement_is_gone() -> None:
    found = after(Review("0" * 32, "accepted"), TEXT)
    assert (["VN4151"], "0" * 32) == (codes(found), found.decisions.issues[0].value)


def test_a_decision_whose_sentence_was_rewritten_holds_and_is_told() -> None:
    statement = read(TEXT)[0]
    review = replace(decided(statement), quote="Das Jobcenter Hagen schickt alle zur VHS Hagen.")
    found = anchor(Decisions(reviews=(review,)), [statement])
    assert ({statement.key}, ["VN4156"]) == (set(found.decisions.accepted), codes(found))


def test_an_edit_rejects_what_was_read_and_says_what_a_person_read_with_the_same_evidence() -> None:
    statement = read(TEXT)[0]
    review = decided(statement, "edited", to_object="Volkshochschule Iserlohn", to_conditions="audience=Frauen")
    found = anchor(Decisions(reviews=(review,)), read(TEXT))
    (said,) = found.corrections
    assert {statement.key} == set(found.decisions.rejected)
    assert Mention("Volkshochschule Iserlohn", "Actor") == said.object
    assert (("audience", "Frauen"),) == said.conditions
    assert ("high", "review@1", statement.evidence) == (said.tier, said.method, said.evidence)


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ({"to_predicate": "gibtsnicht"}, "VN4154"),
        ({"to_predicate": "forAudience", "to_object_kind": "Actor"}, "VN4154"),
        ({"to_modality": "sicher"}, "VN4154"),
        ({"to_conditions": "alter=15"}, "VN4154"),
        ({}, "VN4154"),
    ],
)
def test_a_correction_nobody_can_read_leaves_the_statement_rejected(to: dict[str, str], code: str) -> None:
    statement = read(TEXT)[0]
    found = anchor(Decisions(reviews=(decided(statement, "edited", **to),)), [statement])
    assert ((), [code], {statement.key}) == (found.corrections, codes(found), set(found.decisions.rejected))


def test_a_correction_that_another_decision_rejects_does_not_hold() -> None:
    statement = read(TEXT)[0]
    wrong = replace(statement, object=Mention("VHS Iserlohn", "Actor"))
    reviews = (decided(statement, "edited", to_object="VHS Iserlohn"), decided(wrong, "rejected"))
    found = anchor(Decisions(reviews=reviews), [statement, wrong])
    assert ((), ["VN4155"]) == (found.corrections, codes(found))


def test_a_predicate_with_one_kind_of_object_needs_no_kind_said() -> None:
    statement = read(TEXT)[0]
    review = decided(statement, "edited", to_predicate="forAudience", to_object="Frauen")
    (said,) = anchor(Decisions(reviews=(review,)), [statement]).corrections
    assert Mention("Frauen", "TargetGroup") == said.object


def test_a_statement_of_a_cell_is_found_by_what_the_cell_says() -> None:
    statement = replace(read(TEXT)[0], evidence=(Cell("Blatt", "B2"),), original="ja, nach Absprache")
    now = replace(statement, subject=Mention("Job-Center Hagen", "Actor"), evidence=(Cell("Blatt", "C9"),))
    found = anchor(Decisions(reviews=(decided(statement),)), [now])
    assert {now.key} == set(found.decisions.accepted)
