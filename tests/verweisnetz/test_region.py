"""The public Python API: what programs and notebooks build, open and ask."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from graph.issue import Issue
from loaders import load
from loaders.source import SourceSpec
from ontology.errors import LoadError, QuestionError, RegionError, StoreError
from verweisnetz import reading, region


def test_what_build_returns_is_what_open_finds(copy: Path) -> None:
    fresh, found = region.build(copy), region.open(str(copy))
    assert fresh.generation.id == found.generation.id
    assert repr(found) == f"Region('Musterregion Lenne-Ruhr', generation {found.generation.id})"
    assert list(fresh.statements()) == list(found.statements())
    assert [said.key for said in found.statements()] == sorted(said.key for said in found.statements())


def test_who_has_a_region_open_keeps_the_state_they_opened(copy: Path) -> None:
    opened = region.open(copy)
    before = opened.gaps().to_dict()
    for number in range(3):
        (copy / "tables" / "needs.csv").write_text(f"audience;theme;weight\nÄltere;Sprache;{number + 2}\n", "utf-8")
        region.build(copy)
    assert before == opened.gaps().to_dict()
    assert before != region.open(copy).gaps().to_dict()


def test_old_generations_are_kept_for_comparison_up_to_the_number_that_is_set(copy: Path) -> None:
    config = copy / "verweisnetz.toml"
    config.write_text(config.read_text("utf-8") + "\n[build]\nkeep_generations = 2\n", "utf-8")
    for number in range(4):
        (copy / "tables" / "needs.csv").write_text(f"audience;theme;weight\nÄltere;Sprache;{number + 2}\n", "utf-8")
        region.build(copy)
    assert 2 == len(list((copy / ".verweisnetz" / "generations").iterdir()))


def test_progress_names_every_source_once_the_texts_last(copy: Path) -> None:
    told: list[tuple[str, int, int]] = []
    built = region.build(copy, progress=lambda source, number, count: told.append((source, number, count)))
    texts = set(built.texts())
    ids = sorted((source.id for source in built.sources()), key=lambda name: (name in texts, name))
    assert texts
    assert [(name, number, len(ids)) for number, name in enumerate(ids, 1)] == told


def test_the_ledger_balances_for_every_source(built: Path) -> None:
    for counted in region.open(built).ledger().values():
        assert counted["cells"] == sum(counted[name] for name in ("reported", "negative", "statement", "structure"))


def test_questions_raise_errors_with_near_names(built: Path) -> None:
    here = region.open(built)
    with pytest.raises(QuestionError) as caught:
        here.routes(start="Jobcentr Hagn")
    assert "Jobcenter Hagen" in caught.value.near
    with pytest.raises(QuestionError):
        here.gaps(kinds=["Z"])


def test_a_question_leaves_no_trace_of_the_client_in_what_it_returns_as_text(built: Path) -> None:
    here = region.open(built)
    answer = here.routes(facts="age=34 & sex=f", needs=["Anerkennung"])
    assert "age=34" not in repr(here)
    assert "age=34" not in json.dumps(answer.to_dict(), ensure_ascii=False)


def test_freshness_limits_of_the_region_count(copy: Path) -> None:
    config = copy / "verweisnetz.toml"
    text = config.read_text("utf-8")

    def effort() -> int:
        here, asked_on = region.open(copy), date(2026, 11, 21)
        found = here.routes(start="Jobcenter Hagen", needs=["Anerkennung"], residence="Hagen", day=asked_on)
        return found.routes[0].cost.total

    fresh = effort()
    config.write_text(text.replace("contacts_months = 12", "contacts_months = 1\nfacts_months = 1"), "utf-8")
    assert effort() > fresh


def test_the_graph_of_actors_has_every_actor_and_referral(built: Path) -> None:
    here = region.open(built)
    graph = here.to_networkx()
    assert len(here.view.table("actor")) == graph.number_of_nodes()
    relations: list[str] = [said["relation"] for _, _, said in graph.edges(data=True)]
    assert len(here.view.table("referral")) == relations.count("refersTo")
    assert len(here.view.table("membership")) == len(relations) - relations.count("refersTo")
    assert "Jobcenter Hagen" in {said["label"] for _, said in graph.nodes(data=True)}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_rdf_dataset_holds_a_graph_per_source_and_is_mended_when_damaged(one_matrix: Path) -> None:
    here = region.build(one_matrix)
    names = {str(graph.identifier) for graph in here.to_rdflib().graphs()}
    assert len(here.sources()) <= len(names)
    (store,) = (one_matrix / ".verweisnetz" / "rdf").iterdir()
    for path in store.rglob("*"):
        if path.is_file():
            path.write_bytes(b"kaputt")
    again = {str(graph.identifier) for graph in region.open(one_matrix).to_rdflib().graphs()}
    assert names == again


def test_what_is_not_built_or_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing has been built here yet"):
        region.open(tmp_path)
    for start in (region.open, region.build):
        with pytest.raises(RegionError, match="no such folder"):
            start(tmp_path / "nichts")


def test_a_source_that_cannot_be_read_is_an_issue_with_words_in_both_languages(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(spec: SourceSpec, **more: object) -> object:
        if spec.id == "kontakte_2026.csv":
            raise LoadError("broken", "profil.yaml", de="unlesbar", en="unreadable", place="tables[1]")
        if spec.id == "verweise_liste.csv":
            raise OSError(5, "Input/output error")
        return load(spec)

    monkeypatch.setattr(reading, "load", refuse)
    shutil.rmtree(copy / ".verweisnetz")
    broken = {issue.source: dict(issue.params) for issue in region.build(copy).broken()}
    assert {"kontakte_2026.csv", "verweise_liste.csv"} == set(broken)
    assert "profil.yaml!tables[1]: unlesbar" == broken["kontakte_2026.csv"]["de"]
    assert "profil.yaml!tables[1]: unreadable" == broken["kontakte_2026.csv"]["en"]
    assert "Input/output error" in broken["verweise_liste.csv"]["de"]


def test_the_cache_gives_back_what_was_read(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = region.build(copy)
    issues: list[Issue] = sorted(fresh.issues(), key=repr)
    shutil.rmtree(copy / ".verweisnetz" / "generations")
    (copy / ".verweisnetz" / "current").unlink()
    monkeypatch.setattr(reading, "load", lambda *_, **__: pytest.fail("not from the cache"))
    again = region.build(copy)
    assert fresh.generation.id == again.generation.id
    assert issues == sorted(again.issues(), key=repr)


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("decision;left;right\nsame;Jobcenter Märkisch;JC MK\n".encode("cp1252"), 0),
        ("\ufeffdecision;left;right\r\nsame;Jobcenter Märkisch;JC MK\r\n".encode(), 0),
        (b'decision;left;right\nsame;A;"B\nsame;C;D\n', 1),
        (b"decision;left;right\rblah;A;B\r", 1),
        (bytes(range(256)) * 3, None),
    ],
    ids=["cp1252 of a German Excel", "utf-8 with mark", "open quotation mark", "lines of an old Mac", "no text at all"],
)
def test_a_table_of_decisions_may_come_from_any_spreadsheet(one_matrix: Path, text: bytes, issues: int | None) -> None:
    (one_matrix / "decisions").mkdir()
    (one_matrix / "decisions" / "links.csv").write_bytes(text)
    found = [issue for issue in region.build(one_matrix).issues() if issue.code == "VN4001"]
    assert issues is None or issues == len(found)


@pytest.mark.parametrize("pointer", [b"", b"x\n", b"\xff\xfe", b"../../etc\n"])
def test_a_damaged_pointer_is_said_and_mended_by_a_build(one_matrix: Path, pointer: bytes) -> None:
    built = region.build(one_matrix).generation.id
    (one_matrix / ".verweisnetz" / "current").write_bytes(pointer)
    with pytest.raises(StoreError, match="verweisnetz build"):
        region.open(one_matrix)
    assert built == region.build(one_matrix).generation.id == region.open(one_matrix).generation.id


def test_a_damaged_journal_loses_times_and_nothing_else(one_matrix: Path) -> None:
    from graph.history import journal

    built = region.build(one_matrix).generation.id
    path = one_matrix / ".verweisnetz" / "journal.jsonl"
    path.write_bytes(b'[]\n"x"\n{"at": "gestern"}\n{"at": 5, "generation": "x"}\n' + path.read_bytes() + b'{"at"')
    assert [built] == [flip["generation"] for flip in journal(one_matrix / ".verweisnetz")]
    assert built == region.build(one_matrix).generation.id


def test_a_damaged_cache_is_read_anew(copy: Path) -> None:
    before = region.open(copy).generation.id
    for path in (copy / ".verweisnetz" / "cache").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert before == region.build(copy).generation.id


def test_a_space_nobody_knows_is_named_with_near_ones(copy: Path) -> None:
    config = copy / "verweisnetz.toml"
    config.write_text(
        config.read_text("utf-8").replace('space = "Märkische Region"', 'space = "Märkische Regoin"'), "utf-8"
    )
    with pytest.raises(RegionError, match="Märkische Region"):
        region.build(copy)


@pytest.mark.parametrize(
    ("name", "means"), [("Frankfurt", "Frankfurt am Main"), ("München", "München"), ("Olpe", "Kreis Olpe")]
)
def test_a_place_is_what_the_gazetteer_means_by_its_name(built: Path, name: str, means: str) -> None:
    assert [means] == [place.label for place in region.open(built).routes(residence=name, k=0).places]
