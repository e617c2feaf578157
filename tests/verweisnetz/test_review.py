"""What there is to decide: found, shown in its paragraph, and ordered by what it would really change."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from graph.anchors import described
from graph.decision_files import seen, write_reviews
from graph.evidence import Span
from graph.plans import due_day, overdue
from graph.statement import Literal, Statement
from queries.gap import Gap
from queries.published import schema
from tests.verweisnetz.described import PLAN, TEXT, build, copy, paged, statement
from verweisnetz import region
from verweisnetz.region import Region
from verweisnetz.review.answer import ReviewAnswer
from verweisnetz.review.effects import closed
from verweisnetz.review.listing import Listing, Wanted
from verweisnetz.review.words import _catalogue, word

DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Region:
    return build(tmp_path_factory.mktemp("lenne") / "r")


@pytest.fixture(scope="module")
def answer(here: Region) -> ReviewAnswer:
    return here.review(day=DAY)


@pytest.fixture
def mine(here: Region, tmp_path: Path) -> Region:
    return copy(here, tmp_path / "r")


def decide(here: Region, one: Statement, decision: str, on: str = "2026-11-02") -> None:
    folder = here.folder / "decisions"
    review = replace(described(one, one.key), decision=decision, by="Beirat", on=on)
    write_reviews(folder, here.folder / ".verweisnetz", [review], seen(folder))


def test_what_closes_a_gap_comes_before_what_changes_nothing(answer: ReviewAnswer) -> None:
    assert ["Jobcenter Hagen", "Agentur für Arbeit Iserlohn", "Kreis Olpe"] == [
        one.subject.label for one in answer.candidates
    ]
    first, _, last = (one.effect for one in answer.candidates)
    assert first is not None
    assert (["B Sprache"], 1, 1) == ([gap.text("de") for gap in first.closed], first.ways, first.referrals)
    assert last is not None
    assert last.nothing


def test_a_gap_whose_place_a_worse_one_took_is_not_closed() -> None:
    hung = Gap("D", "D", "actor", None, None, None, 1000, "unknown", ())
    bare = replace(hung, kind="A", sub="A2", reason="nothing")
    other = replace(hung, kind="F", sub="F", reason="ends")
    assert [] == closed({hung.key: hung}, {bare.key: bare})
    assert [hung] == closed({hung.key: hung}, {other.key: other})


def test_the_effect_is_what_a_build_with_that_decision_shows(mine: Region) -> None:
    before, listed = mine.gaps(day=DAY), mine.review(day=DAY)
    for candidate in listed.candidates:
        decide(mine, Listing(mine).by_key[candidate.key], "accepted")
        after = build(mine.folder).gaps(day=DAY)
        assert candidate.effect is not None
        assert before.weight - after.weight == candidate.effect.weight
        gone = {gap.key for gap in before.gaps} - {gap.key for gap in after.gaps}
        assert len(gone) == len(candidate.effect.closed)
        (mine.folder / "decisions" / "reviews.csv").unlink()


def test_a_quote_is_shown_in_its_paragraph_and_nothing_more(answer: ReviewAnswer) -> None:
    (passage,) = answer.candidates[0].passages
    assert passage.marked() == (
        "Das Netzwerk berät Menschen, die sich weiterbilden wollen. "
        "»Jobcenter Hagen verweist an Volkshochschule Hagen.« Das geschieht seit vielen Jahren."
    )
    (place,), (quote,) = passage.places, [part.text for part in passage.parts if part.quoted]
    assert TEXT[slice(*map(int, place.split("-")))] == quote


def test_of_a_long_paragraph_one_sees_what_stands_around_the_quote(tmp_path: Path) -> None:
    long = "Wir beraten alle Menschen gern und gut. " * 60
    here = build(tmp_path / "r", f"{long}Jobcenter Hagen verweist an VHS Hagen. {long}".strip())
    (passage,) = here.review(day=DAY, measure=0).candidates[0].passages
    assert passage.parts[0].text.startswith("… ")
    assert passage.parts[-1].text.endswith(" …")
    assert len(passage.marked()) < 800


def test_several_quotes_of_one_paragraph_are_marked_in_it_once(mine: Region) -> None:
    one, other = (statement(mine, name) for name in ("Jobcenter Hagen", "Agentur für Arbeit Iserlohn"))
    quote = "Das Netzwerk berät Menschen"
    first = Span(TEXT.index(quote), TEXT.index(quote) + len(quote), quote)
    both = replace(one, evidence=(*other.evidence, *one.evidence, first))
    shown = [passage.marked() for passage in Listing(mine).candidate(both).passages]
    assert [
        "»Agentur für Arbeit Iserlohn verweist an Volkshochschule Hagen.«",
        "»Das Netzwerk berät Menschen«, die sich weiterbilden wollen. »Jobcenter Hagen verweist an Volkshochschule "
        "Hagen.« Das geschieht seit vielen Jahren.",
    ] == shown


def test_what_was_read_is_what_is_shown_whatever_became_of_the_file_since(mine: Region) -> None:
    before = mine.review(day=DAY, measure=0)
    (mine.folder / "sources" / "projekt.txt").unlink()
    assert before == region.open(mine.folder).review(day=DAY, measure=0)


def test_what_is_decided_is_not_asked_again_even_before_the_next_build(mine: Region) -> None:
    decide(mine, statement(mine, "Jobcenter Hagen"), "accepted")
    decide(mine, statement(mine, "Kreis Olpe", "cooperatesWith"), "rejected")
    found = region.open(mine.folder).review(day=DAY)
    assert (["Agentur für Arbeit Iserlohn"], 2) == ([one.subject.label for one in found.candidates], found.decided)
    assert found.candidates[0].effect is not None
    assert 0 == found.candidates[0].effect.weight  # the gap is closed by what was accepted


def test_an_accepted_statement_makes_a_route_and_a_rejected_one_none(mine: Region) -> None:
    asked = {"start": "Jobcenter Hagen", "needs": ["Sprache"], "groups": ["Geflüchtete"], "day": DAY}
    assert not mine.routes(**asked).routes  # type: ignore[arg-type]
    decide(mine, statement(mine, "Jobcenter Hagen"), "accepted")
    assert build(mine.folder).routes(**asked).routes  # type: ignore[arg-type]
    decide(mine, statement(mine, "Jobcenter Hagen"), "rejected")
    assert not build(mine.folder).routes(**asked).routes  # type: ignore[arg-type]


def test_a_decision_survives_that_its_document_is_rewritten_around_it_and_renamed(mine: Region) -> None:
    decide(mine, statement(mine, "Jobcenter Hagen"), "accepted")
    changed = "Ganz neuer Anfang.\n\n" + TEXT.split("\n\n")[1].replace("vielen", "zehn") + "\n\nSchluss.\n"
    for name in ("projekt.txt", "projekt_2027.txt"):
        now = build(mine.folder, changed, name=name)
        assert [] == [issue.code for issue in now.issues() if issue.code in ("VN4151", "VN4152")]
        assert [] == list(now.review(day=DAY, measure=0).lost)
        assert 1 == len(now.view.table("referral"))


def test_a_decision_whose_sentence_is_gone_is_told_and_listed(mine: Region) -> None:
    decide(mine, statement(mine, "Jobcenter Hagen"), "accepted")
    now = build(mine.folder, "Nichts mehr davon.\n")
    assert ["VN4151"] == [issue.code for issue in now.issues() if issue.code.startswith("VN415")]
    (lost,) = now.review(day=DAY).lost
    assert "Jobcenter Hagen verweist an Volkshochschule Hagen." == lost.quote


def test_labels_that_look_alike_are_a_pair_with_what_joining_them_changes(answer: ReviewAnswer) -> None:
    (pair,) = answer.pairs
    assert {"Bildungswerk Sonnenaufgang", "Bildungswerk Sonnenaufgänge"} == {pair.left, pair.right}
    assert pair.effect is not None
    assert ("netz.csv",) == pair.sources


def test_a_plan_whose_day_has_passed_is_enquired_about_and_never_a_fact(here: Region, answer: ReviewAnswer) -> None:
    (plan,) = answer.overdue
    assert ("Bildungspunkt Hemer", date(2026, 3, 31)) == (plan.subject.label, plan.due)
    assert () == here.review(day=date(2026, 3, 31), measure=0).overdue
    labels = here.view.table("offer").text("label")
    assert "Lernwerkstatt" not in [labels[row] for row in here.view.table("offer")]


def test_a_plan_confirmed_after_its_day_is_not_asked_about_again(mine: Region) -> None:
    for decision, on, left in (("accepted", "2026-02-01", 1), ("accepted", "2026-11-02", 0), ("rejected", "", 0)):
        decide(mine, PLAN, decision, on)
        assert left == len(mine.review(day=DAY, measure=0).overdue)
        assert left == len(region.build(mine.folder).hygiene(day=DAY, kinds=["overdue_plan"]).findings)


@pytest.mark.parametrize(
    ("conditions", "target", "due"),
    [
        ((("valid_from", "2026-10-05"),), None, date(2026, 10, 5)),
        ((("valid_from", "2026-10"), ("valid_until", "2027")), None, date(2026, 10, 31)),
        ((("valid_until", "2025"),), None, date(2025, 12, 31)),
        ((("valid_from", "im Herbst"),), None, None),
        ((), Literal("2026-01-31"), date(2026, 1, 31)),
        ((), None, None),
    ],
)
def test_a_plan_is_due_on_the_first_day_it_names(
    conditions: tuple[tuple[str, str], ...], target: Literal | None, due: date | None
) -> None:
    dated = {"predicate": "runsFrom", "object": target} if target else {}
    plan = replace(PLAN, conditions=conditions, **dated)  # type: ignore[arg-type]
    assert due == due_day(plan)
    expected = [plan] if due and due < DAY else []
    assert expected == [one.statement for one in overdue([plan, replace(plan, modality="asserted")], DAY)]


def test_what_was_not_measured_says_so_and_comes_last(here: Region) -> None:
    found = here.review(day=DAY, measure=1)
    assert ["Jobcenter Hagen"] == [one.subject.label for one in found.candidates if one.effect]
    assert word("unmeasured", "de") == found.candidates[-1].effect_text("de")


def test_a_part_of_it_can_be_asked_for(here: Region) -> None:
    assert ["cooperatesWith"] == [one.predicate for one in here.review(day=DAY, predicate="cooperatesWith").candidates]
    assert () == here.review(day=DAY, source="gibtsnicht").candidates
    some = here.review(day=DAY, limit=1, measure=0)
    assert (1, 5) == (len(some.candidates), some.open)


def test_plans_and_wishes_of_low_certainty_are_listed_and_make_no_fact(tmp_path: Path) -> None:
    here = build(tmp_path / "r", more=[replace(PLAN, modality="possible", tier="low")])
    (wish,) = (one for one in here.review(day=DAY).candidates if one.modality == "possible")
    assert (None, word("no_fact", "de")) == (wish.effect, wish.effect_text("de"))


def test_a_quote_whose_text_nobody_sent_along_stands_by_itself_with_its_page(here: Region) -> None:
    listing = Listing(here)
    (shown,) = listing.candidate(paged(replace(statement(here, "Jobcenter Hagen"), source="fremd.pdf"), 3)).passages
    assert ("»Jobcenter Hagen verweist an Volkshochschule Hagen.«", 3, False) == (
        shown.marked(),
        shown.page,
        shown.exact,
    )


def test_the_answer_keeps_to_the_published_schema(here: Region, answer: ReviewAnswer, tmp_path: Path) -> None:
    validator = Draft202012Validator(schema("review", "verweisnetz.review"), format_checker=FormatChecker())
    Draft202012Validator.check_schema(validator.schema)
    other = build(tmp_path / "r")
    decide(other, statement(other, "Jobcenter Hagen"), "accepted")
    lost = build(tmp_path / "r", "Leer.\n").review(day=DAY)
    for one in (answer, lost, here.review(day=DAY, measure=0)):
        assert [] == list(validator.iter_errors(json.loads(json.dumps(one.to_dict()))))


def test_rows_have_the_columns_of_the_headings_in_both_languages(answer: ReviewAnswer) -> None:
    for language in ("de", "en"):
        headings = answer.columns(language)
        assert len(set(headings.values())) == len(headings)
        for row in answer.to_rows(language):
            assert list(headings) == list(row)


def test_both_languages_have_the_same_words() -> None:
    words = _catalogue()
    assert words["de"].keys() == words["en"].keys()
    for key, said in words["de"].items():
        assert said.count("{") == words["en"][key].count("{"), key


def test_the_same_region_gives_the_same_list(here: Region) -> None:
    listing = Listing(here)
    wanted = Wanted(DAY)
    assert listing.answer(wanted).to_dict() == Listing(region.open(here.folder)).answer(wanted).to_dict()
