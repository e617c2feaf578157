"""Hand-kept tables: needs, doors and accepted gaps as statements with exact cells, every cell accounted for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evidence import Cell
from graph.statement import Mention, Statement
from loaders import load
from loaders.source import Loaded, SourceSpec
from ontology.errors import LoadError
from ontology.messages import sentence


def loaded(folder: Path, kind: str, text: str, *, encoding: str = "utf-8", stated_on: str = "") -> Loaded:
    path = folder / f"{kind}.csv"
    path.write_bytes(text.encode(encoding))
    result = load(SourceSpec(f"tables/{kind}.csv", path, kind, stated_on=stated_on))
    assert result.ledger.balanced
    assert result.ledger.cells > 0
    for issue in result.issues:
        for language in ("de", "en"):
            words = sentence(issue.code, language, dict(issue.params))
            assert "…" not in words
            assert words != issue.code
    return result


def only(result: Loaded) -> Statement:
    (statement,) = result.statements
    return statement


def codes(result: Loaded) -> list[tuple[str, str]]:
    return [(issue.code, str(issue.place)) for issue in result.issues]


def test_a_need_stands_with_its_region_weight_and_cells(tmp_path: Path) -> None:
    said = only(loaded(tmp_path, "needs", "audience;theme;region;weight;note\nFrauen;Beratung;Olpe;1,5;dringend\n"))
    assert (said.subject, said.predicate, said.object) == (
        Mention("Frauen", "TargetGroup"), "needed", Mention("Beratung", "Theme")
    )  # fmt: skip
    assert said.conditions == (("region", "Olpe"),)
    assert said.details == (("note", "dringend"), ("weight", "1.5"))
    assert said.evidence == tuple(Cell("", ref) for ref in ("A2", "B2", "C2", "D2", "E2"))
    assert said.original == "Frauen | Beratung | Olpe | 1,5 | dringend"


@pytest.mark.parametrize(
    ("word", "predicate"),
    [("", "needed"), ("Bedarf", "needed"), ("gedeckt", "covered"), ("covered", "covered"), ("kein Bedarf", "noNeed")],
)
def test_a_line_says_needed_covered_or_no_need(tmp_path: Path, word: str, predicate: str) -> None:
    assert predicate == only(loaded(tmp_path, "needs", f"Zielgruppe;Thema;Art\nFrauen;Beratung;{word}\n")).predicate


@pytest.mark.parametrize(
    "header", ["Zielgruppe;Thema;Region", "ZIELGRUPPEN:;Handlungsfeld;Ort", "target group;topic;place"]
)
def test_headers_are_german_or_english(tmp_path: Path, header: str) -> None:
    said = only(loaded(tmp_path, "needs", f"{header}\nFrauen;Beratung;Olpe\n"))
    assert said.conditions == (("region", "Olpe"),)


def test_blank_cells_and_the_word_all_mean_any(tmp_path: Path) -> None:
    for cell in ("", "alle", "*", "Alle Zielgruppen"):
        said = only(loaded(tmp_path, "needs", f"audience;theme;region\n{cell};Beratung;\n"))
        assert (said.subject, said.conditions) == (Mention("*", "Any"), ())


def test_lists_within_a_cell_give_one_statement_each(tmp_path: Path) -> None:
    result = loaded(tmp_path, "needs", 'audience,theme,region\n"Frauen; Männer",Beratung,"Hagen, Olpe"\n')
    assert {(said.subject.label, said.condition("region")) for said in result.statements} == {
        (group, (place,)) for group in ("Frauen", "Männer") for place in ("Hagen", "Olpe")
    }


def test_a_door_carries_when_it_was_last_confirmed(tmp_path: Path) -> None:
    text = "Akteur;Zielgruppe;Region;zuletzt bestätigt;Hinweis\nJC Hagen;Frauen;;12.03.2025;Eingang Hof\n"
    said = only(loaded(tmp_path, "doors", text))
    assert (said.subject, said.predicate, said.object) == (
        Mention("JC Hagen", "Actor"), "reaches", Mention("Frauen", "TargetGroup")
    )  # fmt: skip
    assert (said.last_verified, said.details) == ("2025-03-12", (("note", "Eingang Hof"),))


@pytest.mark.parametrize(("day", "expected"), [("2025-03-12", "2025-03-12"), ("", "2024-12-01"), ("gestern", "")])
def test_a_line_without_a_date_takes_its_files_and_a_bad_date_takes_none(
    tmp_path: Path, day: str, expected: str
) -> None:
    said = only(loaded(tmp_path, "doors", f"actor;last_verified\nJC Hagen;{day}\n", stated_on="2024-12-01"))
    assert expected == said.last_verified


def test_an_accepted_gap_names_kind_owner_and_review(tmp_path: Path) -> None:
    text = "Art;Zielgruppe;Thema;Region;Eigentümer;Wiedervorlage;Grund\na2;Frauen;;Olpe;Regionalagentur;30.06.2026;zu wenige\n"
    said = only(loaded(tmp_path, "accepted_gaps", text))
    assert (said.predicate, said.object) == ("gapAccepted", Mention("*", "Any"))
    assert said.conditions == (("kind", "A2"), ("region", "Olpe"))
    assert said.details == (("owner", "Regionalagentur"), ("reason", "zu wenige"), ("review_on", "2026-06-30"))


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("needs", "audience;theme;weight\nFrauen;Beratung;viel\n", [("VN3102", "C2")]),
        ("needs", "audience;theme;weight\nFrauen;Beratung;0\n", [("VN3102", "C2")]),
        ("needs", "audience;theme;Farbe\nFrauen;Beratung;rot\n", [("VN3101", "C1")]),
        ("needs", "audience;theme;Art\nFrauen;Beratung;vielleicht\n", [("VN3104", "C2")]),
        ("needs", "audience;theme;region\n;;Olpe\nFrauen;;\n", [("VN3105", "A2")]),
        ("needs", "audience;theme;audience\nFrauen;Beratung;Männer\n", [("VN3101", "C1")]),
        ("needs", "audience;theme\nFrauen;Beratung;zu viel\n", [("VN3107", "C2")]),
        ("needs", "audience;theme;weight\nFrauen;Beratung;1\nFrauen;Beratung;2\n", [("VN3106", "A3")]),
        ("doors", "actor;audience\n;Frauen\nVHS;\n", [("VN3105", "A2")]),
        ("doors", "actor;last_verified\nVHS;31.02.2025\n", [("VN3103", "B2")]),
        ("accepted_gaps", "kind;audience\nZ9;Frauen\nA;Frauen\n", [("VN3104", "A2")]),
        ("accepted_gaps", "kind;audience;owner\n;;RA\nA;Frauen;RA\n", [("VN3105", "A2")]),
    ],
)
def test_a_bad_value_is_reported_with_its_cell(
    tmp_path: Path, kind: str, text: str, expected: list[tuple[str, str]]
) -> None:
    result = loaded(tmp_path, kind, text)
    assert expected == codes(result)
    assert result.ledger.reported >= 1 or expected[0][0] == "VN3106"


def test_title_lines_comment_lines_and_windows_encoding_do_no_harm(tmp_path: Path) -> None:
    text = "Bedarfe der Region, Stand Mai\n\nZielgruppe;Thema\n# Männer;Beratung\nMänner;Grundbildung\n"
    result = loaded(tmp_path, "needs", text, encoding="cp1252")
    assert only(result).subject.label == "Männer"
    assert codes(result) == [("VN1101", "None")]
    assert (result.ledger.structure, result.ledger.statement) == (5, 2)


def test_a_table_may_be_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Bedarfe"
    page.append(["Zielgruppe", "Thema", "Gewicht"])
    page.append(["Frauen", "Beratung", 1.5])
    book.create_sheet("Notizen").append(["bitte ergänzen"])
    book.save(tmp_path / "needs.csv")
    result = load(SourceSpec("tables/needs.csv", tmp_path / "needs.csv", "needs"))
    assert only(result).evidence == (Cell("Bedarfe", "A2"), Cell("Bedarfe", "B2"), Cell("Bedarfe", "C2"))
    assert only(result).detail("weight") == ("1.5",)
    assert [(issue.code, str(issue.place)) for issue in result.issues] == [("VN3108", "Notizen!A1")]
    assert result.ledger.balanced


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("needs", "Farbe;Form\nrot;rund\n"),
        ("doors", "Zielgruppe;Hinweis\nFrauen;x\n"),
        ("needs", "Sehr geehrte Damen und Herren,\n"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_what_is_expected(tmp_path: Path, kind: str, text: str) -> None:
    with pytest.raises(LoadError) as caught:
        loaded(tmp_path, kind, text)
    assert caught.value.code == "not_a_table"
    assert ("audience" if kind == "needs" else "actor") in caught.value.message("de")


def test_the_source_record_names_bytes_and_publisher(tmp_path: Path) -> None:
    path = tmp_path / "doors.csv"
    path.write_bytes(b"actor\nVHS\n")
    result = load(SourceSpec("tables/doors.csv", path, "doors", publisher="Regionalagentur", stated_on="2025-01-01"))
    assert dict(result.source) == {
        "id": "tables/doors.csv", "kind": "doors", "publisher": "Regionalagentur", "stated_on": "2025-01-01",
        "sha256": hashlib.sha256(b"actor\nVHS\n").hexdigest(),
    }  # fmt: skip


CELL = st.sampled_from(["", "Frauen", "Olpe", "viel", "1,5", "2025-01-01", "#x", "Bedarf", "a; b", "alle", "ä\nö"])


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(["needs", "doors", "accepted_gaps"]),
    table=st.lists(st.lists(CELL, min_size=4, max_size=6), max_size=6),
)
def test_no_cell_is_ever_dropped(tmp_path_factory: pytest.TempPathFactory, kind: str, table: list[list[str]]) -> None:
    header = {"needs": "audience;theme;region;weight", "doors": "actor;audience;region;last_verified"}
    lines = [header.get(kind, "kind;audience;theme;owner")]
    lines += [";".join(f'"{cell}"' for cell in line) for line in table]
    loaded(tmp_path_factory.mktemp("t"), kind, "\n".join(lines))
