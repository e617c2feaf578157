"""What a profile from a file or standard input says comes back in no message; runaway questions end with a clear one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call, program

SECRET = "Zoe-Muster"


def piped(folder: Path, profile: dict[str, Any], *words: str) -> Any:
    return call("route", "-C", folder, "--profile", "-", *words, said=json.dumps(profile).encode())


@pytest.mark.parametrize(
    ("profile", "german", "near"),
    [
        ({"facts": f"{SECRET}=34"}, "im Profil nicht lesbar: facts", "age"),
        ({"facts": f"age=34 & & {SECRET}"}, "im Profil nicht lesbar: facts", "benefit"),
        ({"facts": f"age={SECRET}"}, "im Profil nicht lesbar: facts", "age"),
        ({"facts": f'note="{SECRET}" & note!="{SECRET}"'}, "schließen sich aus (note)", ""),
        ({"facts": "age=34 & age=35"}, "zwei Angaben in facts schließen sich aus (age)", ""),
        ({"groups": ["Geflüchtete", f"{SECRET} Wiedereinsteigende"]}, "groups (2)", "Wiedereinsteigende"),
        ({"needs": [f"Anerkenung {SECRET}"]}, "needs (1)", "Anerkennung"),
        ({"residence": f"Hagn {SECRET}"}, "residence", ""),
        ({"start": f"Jobcenter {SECRET}"}, "start", "Jobcenter"),
        ({"practical": {"language": SECRET}}, "practical (language)", ""),
        ({"practical": {SECRET: "yes"}}, "practical", "child_care"),
        ({"facts": "age=20", "groups": ["Ältere"]}, "groups passt nicht zu facts", ""),
        ({"facts": "language=A2", "practical": {"language": "de:B1"}}, "practical passt nicht zu facts", ""),
    ],
)
def test_a_profile_from_standard_input_is_faulted_by_its_keys_alone(
    built: Path, profile: dict[str, Any], german: str, near: str
) -> None:
    done = piped(built, profile)
    assert (2, "") == (done.exit_code, done.stdout)
    assert german in done.stderr
    assert near in done.stderr
    for word in (SECRET, "Zoe", "34", "=20", "A2", "B1"):
        assert word not in done.stderr


def test_the_program_itself_repeats_nothing_either(built: Path) -> None:
    done = program("route", "-C", built, "--profile", "-", input=json.dumps({"facts": f"{SECRET}=1"}))
    assert 2 == done.returncode
    assert SECRET not in done.stdout + done.stderr


@pytest.mark.parametrize("verb", ["plan", "teams", "events", "guides"])
@pytest.mark.parametrize("profile", [{"facts": f"{SECRET}=1"}, {"groups": [SECRET]}, {"residence": SECRET}])
def test_every_verb_that_asks_about_a_client_is_as_quiet(built: Path, verb: str, profile: dict[str, Any]) -> None:
    done = call(verb, "-C", built, "--profile", "-", said=json.dumps(profile).encode())
    assert (2, "") == (done.exit_code, done.stdout)
    assert "im Profil" in done.stderr
    assert SECRET not in done.stderr


def test_a_profile_with_every_key_is_answered(built: Path) -> None:
    profile = {
        "facts": "age=34 & sex=f & recognition=open", "groups": ["Geflüchtete"], "start": "Jobcenter Hagen",
        "needs": ["Anerkennung", "Weiterbildung"], "residence": "05914", "workplace": "Iserlohn", "company_site": "05962024",
        "practical": {"language": "de:B1", "hours": "vormittags", "child_care": "ja", "cost": "free|100",
                      "format": "Präsenz", "accessibility": "ja", "interpreter": "no"}, "day": "2026-11-21",
    }  # fmt: skip
    done = piped(built, profile, "--format", "json")
    assert 0 == done.exit_code, done.stderr
    answer = json.loads(done.stdout)
    assert ["Hagen", "Iserlohn", "Iserlohn"] == [place["label"] for place in answer["places"]]
    assert {"theme/anerkennung", "theme/weiterbildung"} == {route["need"]["id"] for route in answer["routes"]}


def test_a_key_that_stands_there_twice_is_refused(built: Path) -> None:
    done = call("route", "-C", built, "--profile", "-", said=b'{"residence": "Hagen", "residence": "Olpe"}')
    assert (2, True) == (done.exit_code, "steht residence doppelt da" in done.stderr)


def test_a_company_may_be_the_client(built: Path) -> None:
    done = piped(
        built, {"facts": "person=company & size=40", "company_site": "Lüdenscheid", "needs": ["KI"]}, "--format", "json"
    )
    answer = json.loads(done.stdout)
    assert answer["routes"]
    assert ["Lüdenscheid"] == [place["label"] for place in answer["places"]]
    assert "weiterbildungsfoerderung" not in {one["id"] for one in answer["competence"]}


def test_ten_thousand_needs_and_fifty_handovers_end_with_a_clear_message(built: Path) -> None:
    many = piped(built, {"needs": [f"Thema {at}" for at in range(10_000)]})
    assert (2, "verweisnetz: 10000 Anliegen: höchstens 100 werden beantwortet\n") == (many.exit_code, many.stderr)
    long = call("route", "-C", built, "--max-legs", "50")
    assert 2 == long.exit_code
    assert "50 liegt nicht im Bereich 0<=x<=8" in long.stderr


def test_an_empty_region_and_one_with_a_single_actor_are_answered(tmp_path: Path) -> None:
    (tmp_path / "matrix.csv").write_text("Akteur;Bildungsberatung\nVHS Hagen;x\n", encoding="utf-8")
    call("build", tmp_path)
    one = call("route", "-C", tmp_path, "--need", "Bildungsberatung", "--region", "Hagen", "--format", "json")
    assert ["VHS Hagen"] == [route["target"]["label"] for route in json.loads(one.stdout)["routes"]]
    empty = tmp_path / "leer"
    empty.mkdir()
    call("build", empty)
    none = call("route", "-C", empty, "--need", "Weiterbildung", "--region", "Hagen")
    assert (0, True) == (none.exit_code, "Kein bekanntes Angebot passt." in none.stdout), none.stderr
