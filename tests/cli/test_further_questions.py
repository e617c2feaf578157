"""``plan``, ``teams``, ``senders``, ``events`` and ``guides`` as their users call them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from queries.planned import PlanAnswer
from queries.published import schema
from queries.sending import SendersAnswer
from queries.team import TeamsAnswer
from tests.cli.calling import call, environment, program
from tests.queries.schemas import assert_valid
from verweisnetz import region

DAY = ("--day", "2026-11-23")
QUESTIONS: dict[str, tuple[str, ...]] = {
    "plan": ("--from", "Jobcenter Hagen", "--audience", "Geflüchtete", "--region", "Hagen", "--need", "Anerkennung",
             "--need", "Schulden", *DAY),
    "teams": ("--audience", "Geflüchtete", "--region", "Hagen", "--need", "Anerkennung", "--need", "Schulden", *DAY),
    "senders": ("IQ Fachberatung Anerkennung", *DAY),
    "events": ("--audience", "Wiedereinsteigende", "--region", "Iserlohn", *DAY),
    "guides": ("--audience", "Geflüchtete", "--region", "Iserlohn", *DAY),
}  # fmt: skip


def answer(*words: object) -> Any:
    done = call(*words, "--format", "json")
    assert 0 == done.exit_code, done.stderr
    return json.loads(done.stdout)


def said(lines: Iterable[tuple[str, str, str, str, str]]) -> str:
    """Return a JSON Lines source: kind and name of who, predicate, kind and name of what."""
    records: list[dict[str, Any]] = [{"record": "header", "format": "verweisnetz", "version": 1}]
    records.append({"record": "source", "id": "angaben.jsonl", "kind": "matrix", "publisher": "Stadt"})
    for row, (kind, name, predicate, target_kind, target) in enumerate(lines, 1):
        value = {"value": target} if target_kind == "Literal" else {"label": target, "kind": target_kind}
        records.append({
            "record": "statement", "source": "angaben.jsonl", "subject": {"label": name, "kind": kind},
            "predicate": predicate, "object": value, "last_verified": "2026-11-01",
            "evidence": [{"sheet": "Blatt", "ref": f"A{row}"}],
        })  # fmt: skip
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built region with events, guides and a team."""
    folder = tmp_path_factory.mktemp("stadt")
    lines = [
        ("Event", "Infotag Wiedereinstieg", "runsFrom", "Literal", "2026-12-10"),
        ("Event", "Infotag Wiedereinstieg", "locatedIn", "Region", "Iserlohn"),
        ("Event", "Infotag Wiedereinstieg", "forAudience", "TargetGroup", "Wiedereinsteigende"),
        ("Event", "Infotag Wiedereinstieg", "access", "Literal", "ohne Anmeldung"),
        ("Event", "Börse", "runsFrom", "Literal", "2026-12-11"),
        ("Event", "Börse", "locatedIn", "Region", "Iserlohn"),
        ("Event", "Börse", "forAudience", "TargetGroup", "Wiedereinsteigende"),
        ("Event", "Börse", "access", "Literal", "Anmeldung erforderlich"),
        ("Event", "Messe 2025", "runsFrom", "Literal", "2025-12-10"),
        ("Actor", "Agentur für Arbeit Iserlohn", "organises", "Event", "Infotag Wiedereinstieg"),
        ("Actor", "Migrationsdienst", "guides", "TargetGroup", "Geflüchtete"),
        ("Actor", "Agentur für Arbeit Iserlohn", "coordinates", "Team", "Team Rückkehr"),
        ("Actor", "Migrationsdienst", "memberOf", "Team", "Team Rückkehr"),
        ("Team", "Team Rückkehr", "forAudience", "TargetGroup", "Wiedereinsteigende"),
        ("Team", "Team Rückkehr", "inRegion", "Region", "Iserlohn"),
        ("Actor", "Jobcenter Märkischer Kreis", "refersTo", "Actor", "Migrationsdienst"),
    ]
    folder.joinpath("angaben.jsonl").write_text(said(lines), encoding="utf-8")
    region.build(folder)
    return folder


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_json_follows_the_published_schema(built: Path, town: Path, name: str) -> None:
    assert_valid(name, answer(name, "-C", built, *QUESTIONS[name]))
    if name != "senders":
        assert_valid(name, answer(name, "-C", town, *QUESTIONS[name]) if name not in ("plan", "teams") else answer(
            name, "-C", town, "--need", "Anerkennung", *DAY))  # fmt: skip


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_schema_is_printed_without_a_region_and_is_complete_in_itself(tmp_path: Path, name: str) -> None:
    done = call(name, "--schema", "-C", tmp_path / "nowhere")
    assert (0, schema(name)) == (done.exit_code, json.loads(done.stdout))
    assert "schema.json#" not in done.stdout


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_format_and_language_is_printed(built: Path, name: str, language: str) -> None:
    words = (name, "-C", built, "--lang", language, *QUESTIONS[name])
    for format_ in ("table", "csv", "md"):
        done = call(*words, "--format", format_)
        assert 0 == done.exit_code, done.stderr
    rows = list(csv.reader(io.StringIO(call(*words, "--format", "csv").stdout[1:]), delimiter=";"))
    assert len(rows) != 1


def test_a_plan_names_every_handover_once(built: Path) -> None:
    out = call("plan", "-C", built, *QUESTIONS["plan"]).stdout
    assert out.startswith("\nPlan 1 · Übergaben: ")
    assert "1. Jobcenter Hagen → " in out
    found = answer("plan", "-C", built, *QUESTIONS["plan"])
    assert found["exact"]
    for plan in found["plans"]:
        pairs = {
            (leg["from"] and leg["from"]["id"], leg["to"]["id"]) for route in plan["routes"] for leg in route["legs"]
        }
        assert len(pairs) == len(plan["handovers"])


def test_a_plan_without_needs_is_refused_in_words(built: Path) -> None:
    done = call("plan", "-C", built)
    assert (2, "") == (done.exit_code, done.stdout)
    assert "ein Plan braucht mindestens ein Anliegen" in done.stderr


def test_an_event_of_the_next_six_weeks_without_registration_is_found(town: Path) -> None:
    words = ("events", "-C", town, *QUESTIONS["events"], "--without-registration")
    out = call(*words).stdout
    assert "Veranstaltungen vom 23.11.2026 bis 04.01.2027" in out
    assert "10.12.2026  Infotag Wiedereinstieg   [ja]" in out
    assert "Iserlohn; offen, ohne Anmeldung\n" in out
    assert "Veranstalter: Agentur für Arbeit Iserlohn" in out
    found = answer(*words)
    assert (["Infotag Wiedereinstieg"], ["Börse"], 1) == (
        [one["event"]["label"] for one in found["events"]],
        [one["event"]["label"] for one in found["by_registration"]],
        found["past"],
    )


def test_where_nothing_is_recorded_the_answer_says_so(built: Path, one_matrix: Path) -> None:
    call("build", one_matrix)
    for name, words in (("events", "Veranstaltungen sind keine bekannt."), ("guides", "Lotsen sind keine bekannt.")):
        assert words in call(name, "-C", one_matrix).stdout
    assert "Vereinbarte Beratungsteams sind keine bekannt." in call("teams", "-C", one_matrix).stdout


def test_a_team_says_its_lead_and_a_proposal_that_it_is_one(built: Path, town: Path) -> None:
    out = call("teams", "-C", town, "--audience", "Wiedereinsteigende", "--region", "Iserlohn", *DAY).stdout
    assert "Team Rückkehr: vereinbartes Team   [ja]" in out
    assert "Leitung: Agentur für Arbeit Iserlohn" in out
    assert "Vorschlag, nicht vereinbart" in call("teams", "-C", built, *QUESTIONS["teams"]).stdout


def test_who_sends_here_is_said_with_conditions_and_cells(built: Path) -> None:
    out = call("senders", "-C", built, *QUESTIONS["senders"]).stdout
    for words in ("An IQ Fachberatung Anerkennung Hagen verweisen:", "Jobcenter Hagen: für: Geflüchtete", "für alle",
                  "verweise_liste.csv!B2", "Über andere:"):  # fmt: skip
        assert words in out


def test_the_client_may_come_from_standard_input_and_is_refused_without_a_trace(town: Path) -> None:
    profile = {"groups": ["Wiedereinsteigende"], "residence": "Iserlohn", "day": "2026-11-23"}
    piped = call("events", "-C", town, "--profile", "-", "--format", "json", said=json.dumps(profile).encode())
    assert answer("events", "-C", town, *QUESTIONS["events"]) == json.loads(piped.stdout)
    wrong = call("guides", "-C", town, "--profile", "-", said=b'{"residence": 5}')
    assert (2, "") == (wrong.exit_code, wrong.stdout)


def test_the_library_gives_what_the_commands_print(built: Path, town: Path) -> None:
    here, there, day = region.open(built), region.open(town), date(2026, 11, 23)
    refugee: dict[str, Any] = {"groups": ["Geflüchtete"], "residence": "Hagen", "needs": ["Anerkennung", "Schulden"]}
    found: dict[str, PlanAnswer | TeamsAnswer | SendersAnswer] = {
        "plan": here.plan(start="Jobcenter Hagen", day=day, **refugee),
        "teams": here.teams(day=day, **refugee),
        "senders": here.senders("IQ Fachberatung Anerkennung", day=day),
    }
    for name, said_by_library in found.items():
        assert said_by_library.to_dict() == answer(name, "-C", built, *QUESTIONS[name])
    events = there.events(groups=["Wiedereinsteigende"], residence="Iserlohn", day=day)
    assert events.to_dict() == answer("events", "-C", town, *QUESTIONS["events"])
    guides = there.guides(groups=["Geflüchtete"], residence="Iserlohn", day=day)
    assert guides.to_dict() == answer("guides", "-C", town, *QUESTIONS["guides"])


@pytest.mark.parametrize("name", QUESTIONS)
def test_hash_seed_and_locale_change_no_byte(built: Path, town: Path, name: str) -> None:
    folder = town if name in ("events", "guides") else built
    words = (name, "-C", folder, *QUESTIONS[name], "--format", "json")
    first = program(*words, env=environment(PYTHONHASHSEED="1", LC_ALL="C.UTF-8", PYTHONUTF8="1"))
    other = program(*words, env=environment(PYTHONHASHSEED="77", LC_ALL="tr_TR.UTF-8", PYTHONUTF8="1"))
    assert (0, first.stdout) == (other.returncode, other.stdout)
