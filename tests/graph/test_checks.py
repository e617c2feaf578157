"""The constraints of every build, and that each code has its words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph.checks import check
from graph.view import View
from ontology.messages import codes, hint, sentence
from tests.graph.saying import Sayings


def found(said: Sayings) -> list[str]:
    return [issue.code for issue in check(said.read().view)]


def test_a_sound_network_has_no_findings() -> None:
    said = (
        Sayings()
        .say("Jobcenter Hagen", "refersTo", "VHS Hagen")
        .say("VHS Hagen", "offers", "Kochkurs", valid_until="2026")
    )
    assert [] == found(said)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Sayings().say("VHS Hagen", "refersTo", "Volkshochschule Hagen"), "VN4206"),
        (Sayings().say("VHS Hagen", "offers", "Kurs", valid_from="2026", valid_until="2025"), "VN4204"),
        (Sayings().say("VHS Hagen", "offers", "Kurs", valid_until="0206-12-31"), "VN4205"),
        (Sayings().say("VHS Hagen", "offers", "Kurs", last_verified="2925-01-01"), "VN4205"),
        (Sayings().say("VHS Hagen", "organises", "Bildungsmesse Hagen"), "VN4210"),
        (Sayings().say("Frauen", "needed", "Sprache", kind="TargetGroup", weight="0"), "VN4211"),
        (Sayings().say("Frauen", "gapAccepted", "Sprache", kind="TargetGroup"), "VN4212"),
    ],
)
def test_what_cannot_be_meant_is_found(said: Sayings, code: str) -> None:
    assert code in found(said)


def test_a_unit_within_itself_is_found() -> None:
    said = Sayings().say("Haus A", "unitOf", "Haus B").say("Haus B", "unitOf", "Haus A")
    assert ["VN4208", "VN4208"] == found(said)


def test_a_referral_younger_than_the_projects_end_is_found_with_its_place() -> None:
    said = Sayings().source("a", stated_on="2026-05-01")
    said.say("Projekt Lernlust", "runsUntil", "2025-12-31", kind="Project", source="b")
    said.say("Jobcenter Hagen", "refersTo", "Projekt Lernlust", target_kind="Project", cell="C7")
    (issue,) = check(said.read().view)
    assert ("VN4209", "a!Blatt!C7") == (issue.code, issue.where())
    assert "2025-12-31" in sentence(issue.code, "de", {**dict(issue.params), "value": issue.value})


def test_rows_that_are_not_there_are_found() -> None:
    facts = Sayings().say("Jobcenter Hagen", "refersTo", "VHS Hagen").facts()
    rows: dict[str, Any] = {**facts.rows, "referral": [{**facts.rows["referral"][0], "receiver": 99, "evidence": ()}]}
    assert ["VN4201", "VN4203"] == [issue.code for issue in check(View.of(rows))]


def test_two_rows_with_one_id_are_found() -> None:
    facts = Sayings().say("VHS Hagen", "offers", "Kochkurs").facts()
    rows: dict[str, Any] = {**facts.rows, "offer": [*facts.rows["offer"]] * 2}
    assert ["VN4202"] == [issue.code for issue in check(View.of(rows))]


def test_every_code_of_links_facts_and_checks_has_words_and_is_used() -> None:
    graph = Path(__file__).parents[2] / "graph"
    used = {code for path in graph.rglob("*.py") for code in re.findall(r"VN4\d{3}", path.read_text(encoding="utf-8"))}
    known = {code for code in codes() if code.startswith("VN4")}
    assert used == known
    for code in known:
        assert all(sentence(code, language) and hint(code, language) for language in ("de", "en"))
