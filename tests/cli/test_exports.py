"""``export``, ``check``, ``push``, ``init`` and ``demo``: the graph for others, and the first steps."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.messages import codes
from tests.cli.calling import call
from verweisnetz import region
from verweisnetz.config import read_settings

RDF = ("ttl", "trig", "nq", "jsonld")


def test_what_is_exported_and_read_elsewhere_says_the_same(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "nachbarkreis"
    other.mkdir()
    assert 0 == call("export", other / "musterregion.jsonl", "-C", built).exit_code
    done = call("build", other)
    assert 0 == done.exit_code, done.stderr
    first, second = region.open(built), region.open(other)
    assert list(first.statements()) == list(second.statements())
    assert set(first.sources()) <= set(second.sources())
    ids = {tuple(region.view.table("actor").text("id")) for region in (first, second)}
    assert 1 == len(ids), "entity ids are kept"
    assert 0 == call("export", tmp_path / "wieder.jsonl", "-C", other).exit_code
    kinds = ('{"record":"statement"', '{"record":"link"', '{"record":"decision"')
    lines = [
        [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(kinds)]
        for path in (other / "musterregion.jsonl", tmp_path / "wieder.jsonl")
    ]
    assert lines[0] == lines[1]


def test_an_exported_file_among_other_sources_keeps_its_own(built: Path, one_matrix: Path) -> None:
    call("export", one_matrix / "nachbarn.jsonl", "-C", built)
    assert 0 == call("build", one_matrix).exit_code
    both = region.open(one_matrix)
    alone = {said.key for said in region.open(built).statements()}
    assert {"netzwerkmatrix.xlsx"} == {said.source for said in both.statements() if said.key not in alone}


@pytest.mark.parametrize("ending", ["jsonl", *RDF])
def test_the_ending_decides_the_format_and_the_same_graph_gives_the_same_bytes(
    built: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / "tief" / f"graph.{ending}"
    done = call("export", out, "-C", built)
    assert 0 == done.exit_code, done.stderr
    assert f"{out}\n" == done.stdout
    first = out.read_bytes()
    call("export", tmp_path / "ohne_endung", "-C", built, "--format", ending)
    assert first == (tmp_path / "ohne_endung").read_bytes()
    assert b"Jobcenter Hagen" in first


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize(("ending", "format_"), [("ttl", "turtle"), ("nq", "nquads")])
def test_linked_data_is_read_by_others_under_the_base_asked_for(
    built: Path, tmp_path: Path, ending: str, format_: str
) -> None:
    from rdflib import Dataset, URIRef

    out = tmp_path / f"graph.{ending}"
    assert 0 == call("export", out, "-C", built, "--base", "https://kreis.example/graph/").exit_code
    graph = Dataset()
    graph.parse(data=out.read_text(encoding="utf-8"), format=format_)
    subjects = {str(subject) for subject, *_ in graph.quads() if isinstance(subject, URIRef)}
    assert any(subject.startswith("https://kreis.example/graph/actor/") for subject in subjects)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("graph",), 2, "bitte --format angeben\n  zur Auswahl: jsonl · ttl · trig · nq · jsonld"),
        (("graph.xlsx",), 2, "bitte --format angeben"),
        (("graph.ttl", "--base", "kein iri"), 2, "kein iri"),
        (("datei/graph.ttl",), 3, "kann dort nicht geschrieben werden"),
    ],
)
def test_an_export_that_cannot_be_is_said(
    built: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "datei").write_text("mein", encoding="utf-8")
    done = call("export", tmp_path / words[0], "-C", built, *words[1:])
    assert code == done.exit_code
    assert said in done.stderr
    assert ["datei"] == [path.name for path in tmp_path.iterdir()]


def test_check_finds_nothing_wrong_with_the_example(built: Path) -> None:
    done = call("check", built, "--format", "json")
    findings = json.loads(done.stdout)
    severities = {found["severity"] for found in findings}
    assert "error" not in severities
    assert 0 == done.exit_code
    assert {found["code"] for found in findings} <= {*codes(), "SHACL"}
    for found in findings:
        assert found["what"]
        assert "…" not in found["what"].replace(found["where"], ""), found


def test_check_names_a_source_that_could_not_be_read(one_matrix: Path) -> None:
    (one_matrix / "leer.csv").write_bytes(b"")
    call("build", one_matrix)
    done = call("check", one_matrix, "--format", "json")
    assert 1 == done.exit_code
    assert ["leer.csv"] == [one["where"] for one in json.loads(done.stdout) if one["severity"] == "error"]
    table = call("check", one_matrix).stdout
    assert "Schwere" in table
    assert "Die Datei ist leer" in " ".join(table.split())


def test_check_fails_on_warnings_where_that_is_asked_for(one_matrix: Path) -> None:
    config = '[[source]]\npath = "netzwerkmatrix.xlsx"\nexpect = { actors = [500, 600] }\n'
    (one_matrix / "verweisnetz.toml").write_text(config, encoding="utf-8")
    call("build", one_matrix)
    assert 0 == call("check", one_matrix).exit_code
    assert 1 == call("check", one_matrix, "--fail-on", "warning").exit_code


def test_a_push_to_nowhere_says_so_at_once(built: Path) -> None:
    named = call("push", "bolt://127.0.0.1:1", "-C", built)
    assert 4 == named.exit_code
    assert "bolt://127.0.0.1:1" in named.stderr
    unnamed = call("push", "-C", built, environment={"NEO4J_URI": ""})
    assert 4 == unnamed.exit_code
    assert "NEO4J_URI" in unnamed.stderr


@pytest.mark.parametrize(("words", "language"), [((), "de"), (("--lang", "en"), "en")])
def test_init_makes_a_region_and_says_what_comes_next(tmp_path: Path, words: tuple[str, ...], language: str) -> None:
    folder = tmp_path / "neu"
    done = call("init", folder, *words)
    assert 0 == done.exit_code
    assert all(Path(line).is_file() for line in done.stdout.splitlines())
    assert f"verweisnetz build {folder}" in done.stderr
    assert language == read_settings(folder).language
    again = call("init", folder)
    assert 3 == again.exit_code
    assert {"de": "ist schon eine Region", "en": "is a region already"}[language] in call("init", folder, *words).stderr


def test_what_the_new_configuration_offers_in_comments_is_right(tmp_path: Path) -> None:
    import re

    for language in ("de", "en"):
        folder = tmp_path / language
        call("init", folder, "--lang", language)
        config = folder / "verweisnetz.toml"
        text = re.sub(r"^# (?=\[\[|\w+ = )", "", config.read_text(encoding="utf-8"), flags=re.MULTILINE)
        config.write_text(text, encoding="utf-8")
        settings = read_settings(folder)
        assert "Märkische Region" == settings.space
        assert {"actors": (20, 60), "statements": (100, 900)} == settings.sources[0].expect


def test_the_demo_answers_all_three_users_and_writes_its_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    done = call("demo", folder)
    assert 0 == done.exit_code, done.stderr
    for words in ("Gelesen", "Wer kann weiterhelfen?", "Weg 1: Jobcenter Hagen → ", "Was fehlt?", "Karten"):
        assert words in done.stdout
    pictures = [Path(line) for line in done.stdout.splitlines() if line.endswith((".html", ".png"))]
    assert 4 == len(pictures)
    assert all(path.is_file() for path in pictures)
    again = call("demo", folder)
    assert 3 == again.exit_code
    assert "--force" in again.stderr
    assert 0 == call("demo", folder, "--force", "--lang", "en").exit_code


def test_the_demo_builds_what_it_says_one_may_call_next(tmp_path: Path) -> None:
    import shlex

    folder = tmp_path / "demo"
    hints = call("demo", folder).stdout.splitlines()[-2:]
    calls = [shlex.split(part) for line in hints for part in line.split(" · ")]
    assert calls
    for words in calls:
        assert "verweisnetz" == words[0]
        assert 0 == call(*words[1:]).exit_code


def test_inspect_proposes_a_profile_that_reads_the_same(
    copy: Path, content: Callable[[Path], dict[str, bytes]]
) -> None:
    before = content(copy / "sources")
    for path in sorted((copy / "sources").glob("*.xlsx")):
        profile = copy / "profiles" / f"{path.stem}.yaml"
        done = call("inspect", path, "--write", profile)
        assert 0 == done.exit_code, done.stderr
        assert profile.is_file()
        proposed = json.loads(call("inspect", path, "--format", "json").stdout)
        corrected = json.loads(call("inspect", path, "--profile", profile, "--format", "json").stdout)
        assert 0 == proposed["ledger"]["dropped"] == corrected["ledger"]["dropped"]
        assert proposed["statements"] == corrected["statements"]
    assert before == content(copy / "sources")
    keys = {said.key for said in region.open(copy).statements()}
    assert 0 == call("build", copy).exit_code
    assert keys == {said.key for said in region.open(copy).statements()}


def test_inspect_says_what_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "bild.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    done = call("inspect", tmp_path / "bild.xlsx")
    assert 3 == done.exit_code
    assert "bild.xlsx: Das Dateiformat (PNG) wird nicht als Tabelle gelesen." in done.stderr
    shutil.rmtree(tmp_path)
    missing = call("inspect", tmp_path / "bild.xlsx")
    assert 2 == missing.exit_code
    assert "gibt es nicht" in missing.stderr
