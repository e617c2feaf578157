"""What people note beside a document: JSON or a table, placed by its quotes, never guessed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.issue import Issue
from loaders.prose.blocks import document_of
from loaders.prose.document import Document
from loaders.prose.extract import Extract
from loaders.prose.noted.backend import NotedExtractor
from loaders.prose.statements import reproduces, statements_of
from loaders.prose.validate import validate
from ontology.messages import sentence

PROSE = Path(__file__).parents[2] / "fixtures" / "prose" / "seen"
TEXT = """Bildungsnetz Olpe

Das Jobcenter Olpe verweist Alleinerziehende an die Volkshochschule Olpe. Die Volkshochschule Olpe
berät in Olpe. Das Jobcenter Olpe koordiniert das Bildungs-
netz Olpe.
"""


def noted(
    tmp_path: Path, name: str, said: str | bytes | dict[str, Any], text: str = TEXT
) -> tuple[Extract, tuple[Issue, ...]]:
    path = tmp_path / name
    data = json.dumps(said) if isinstance(said, dict) else said
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return NotedExtractor(path, name).read(document_of(text, "netz.txt"))


def codes(issues: tuple[Issue, ...]) -> list[str]:
    return [issue.code for issue in issues]


def test_a_german_table_as_a_spreadsheet_saves_it_is_read(tmp_path: Path) -> None:
    table = """Subjekt;Beziehung;Objekt;Zitat;Zielgruppe;Übergabe;Modalität
Jobcenter Olpe;verweist an;Volkshochschule Olpe;Das Jobcenter Olpe verweist Alleinerziehende an die Volkshochschule Olpe;Alleinerziehende;Termin wird vereinbart;
Jobcenter Olpe;koordiniert;Bildungsnetz Olpe;Jobcenter Olpe koordiniert das Bildungsnetz Olpe;;;geplant
"""
    extract, issues = noted(tmp_path, "netz.aussagen.csv", table.encode("cp1252"))
    assert () == issues
    first, second = extract.relations
    assert ("refersTo", "asserted", "high") == (first.predicate, first.modality, first.tier)
    assert ((("audience", "Alleinerziehende"),), (("handover", "Termin wird vereinbart"),)) == (
        first.conditions,
        first.details,
    )
    assert ("coordinates", "planned", "Jobcenter Olpe koordiniert das Bildungs-\nnetz Olpe") == (
        second.predicate, second.modality, second.evidence[0].quote,
    )  # fmt: skip
    assert {
        "Actor:jobcenter olpe": "Actor",
        "Actor:volkshochschule olpe": "Actor",
        "Network:bildungsnetz olpe": "Network",
    } == {node.id: node.kind for node in extract.nodes}


def test_our_own_json_needs_no_offsets(tmp_path: Path) -> None:
    said = {
        "topic": "n",
        "nodes": [
            {"id": "n", "kind": "Network", "label": "Bildungsnetz Olpe"},
            {"id": "jc", "kind": "Akteur", "label": "Jobcenter Olpe"},
            {"id": "r", "kind": "Region", "label": "Olpe"},
            {"id": "v", "kind": "Actor", "label": "Volkshochschule Olpe"},
        ],
        "relations": [
            {"subject": "jc", "predicate": "koordiniert", "object": "n", "quotes": ["Jobcenter Olpe koordiniert"], "details": {"role": "office"}},
        ],
    }  # fmt: skip
    extract, issues = noted(tmp_path, "netz.statements.json", said)
    assert () == issues
    assert ["n", "jc", "r", "v"] == [node.id for node in extract.nodes]
    assert [TEXT.index("Olpe. Das")] == [mention.start for mention in extract.nodes[2].mentions]
    assert ["Bildungsnetz Olpe", "Bildungs-\nnetz Olpe"] == [mention.quote for mention in extract.nodes[0].mentions]
    assert [("coordinates", (("role", "office"),))] == [(one.predicate, one.details) for one in extract.relations]


def test_of_several_places_the_one_nearest_to_both_ends_is_meant(tmp_path: Path) -> None:
    text = "A-Verein Hagen berät.\n\nB-Verein Hagen berät. Er wirkt im Netzwerk Süd mit.\n"
    table = "subject;predicate;object;quote\nB-Verein Hagen;memberOf;Netzwerk Süd;berät\n"
    extract, issues = noted(tmp_path, "netz.statements.csv", table, text)
    assert ((), (text.index("berät", 30),)) == (issues, tuple(span.start for span in extract.relations[0].evidence))


def test_what_stays_open_is_refused_with_its_line_and_never_guessed(tmp_path: Path) -> None:
    text = "Das Jobcenter Olpe hilft dem Netzwerk Süd. Das Jobcenter Olpe hilft dem Netzwerk Süd.\n"
    table = "subject;predicate;object;quote\nJobcenter Olpe;memberOf;Netzwerk Süd;hilft\n"
    extract, issues = noted(tmp_path, "netz.statements.csv", table, text)
    assert ((), ["VN8302"]) == (extract.relations, codes(issues))
    assert "A2" == str(issues[0].place)
    assert "2-mal" in sentence("VN8302", "de", dict(issues[0].params))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Jobcenter Olpe;refersTo;Volkshochschule Olpe;Das steht hier nicht", "VN8301"),
        ("Sparkasse Olpe;refersTo;Volkshochschule Olpe;Das Jobcenter Olpe verweist", "VN8301"),
        ("Jobcenter Olpe;refersTo;Volkshochschule Olpe;", "VN8304"),
        (";refersTo;Volkshochschule Olpe;Das Jobcenter Olpe verweist", "VN8304"),
    ],
)
def test_a_line_that_cannot_be_placed_says_why_and_the_others_are_read(tmp_path: Path, line: str, code: str) -> None:
    good = "Jobcenter Olpe;koordiniert;Bildungsnetz Olpe;Jobcenter Olpe koordiniert"
    extract, issues = noted(tmp_path, "n.statements.csv", f"subject;predicate;object;quote\n{line}\n{good}\n")
    assert (["coordinates"], [code]) == ([one.predicate for one in extract.relations], codes(issues))


def test_a_column_nobody_knows_is_named(tmp_path: Path) -> None:
    table = "subject;predicate;object;quote;Farbe\nJobcenter Olpe;koordiniert;Bildungsnetz Olpe;Jobcenter Olpe koordiniert;rot\n"
    assert ["VN8306"] == codes(noted(tmp_path, "n.statements.csv", table)[1])


def test_a_predicate_nobody_knows_is_left_to_the_validator_which_names_it(tmp_path: Path) -> None:
    table = "subject;predicate;object;quote\nJobcenter Olpe;mag;Volkshochschule Olpe;Das Jobcenter Olpe verweist\n"
    extract, _ = noted(tmp_path, "n.statements.csv", table)
    dropped = validate(extract, document_of(TEXT), vouched=True).dropped
    assert ["VN8113"] == [one.code for one in dropped]
    assert "mag" in sentence("VN8113", "de", {**dict(dropped[0].params), "value": dropped[0].value})


@pytest.mark.parametrize(
    ("name", "said", "code"),
    [
        ("n.statements.json", "kein JSON", "VN8305"),
        ("n.statements.json", "[]", "VN8305"),
        ("n.statements.json", b"\xff\xfe\x00", "VN8305"),
        ("n.statements.json", "[" * 100_000, "VN8305"),
        ("n.statements.json", {"nodes": {}}, "VN8305"),
        ("n.statements.json", {"nodes": [7, {"id": "x"}, {"id": "y", "kind": "Actor", "label": ["z"]}]}, "VN8305"),
        ("n.statements.json", {"nodes": [{"id": "x", "kind": "Actor", "label": "Jobcenter Olpe", "quotes": [5]}]}, "VN8305"),
        ("n.statements.json", {"relations": [{"subject": "x", "predicate": "p"}]}, "VN8305"),
        ("n.statements.csv", "Name;Alter\nA;7\n", "VN8303"),
        ("n.statements.csv", b"", "VN8307"),
        ("n.statements.xlsx", b"PK\x03\x04broken", "VN8307"),
    ],
)  # fmt: skip
def test_notes_that_are_none_say_so_in_one_line_each(tmp_path: Path, name: str, said: Any, code: str) -> None:
    extract, issues = noted(tmp_path, name, said)
    assert Extract() == extract
    assert {code} == set(codes(issues))


def document(stem: str) -> Document:
    return document_of((PROSE / f"{stem}.txt").read_bytes().decode("utf-8"), f"{stem}.txt")


@pytest.mark.parametrize("stem", sorted(path.stem for path in PROSE.glob("*.json")))
def test_annotations_by_the_yardstick_become_statements_and_every_quote_reproduces(stem: str) -> None:
    read = document(stem)
    extract, issues = NotedExtractor(PROSE / f"{stem}.json", stem).read(read)
    gold = json.loads((PROSE / f"{stem}.json").read_text(encoding="utf-8"))
    assert (len(gold["entities"]), len(gold["relations"])) == (len(extract.nodes), len(extract.relations))
    assert () == issues
    valid = validate(extract, read, vouched=True)
    said = statements_of(valid.extract, read, "import@1", tier="high")
    assert {one.code for one in (*valid.dropped, *said.dropped)} <= {"VN8113", "VN8201"}
    assert len(valid.extract.relations) >= 0.95 * len(gold["relations"])
    assert said.statements
    assert all(reproduces(statement, read) for statement in said.statements)


@pytest.mark.parametrize("stem", sorted(path.stem for path in PROSE.glob("*.json"))[:3])
def test_without_offsets_most_annotations_find_the_same_places(stem: str, tmp_path: Path) -> None:
    gold = json.loads((PROSE / f"{stem}.json").read_text(encoding="utf-8"))
    for entry in (*gold["entities"], *gold["relations"]):
        for key in ("mentions", "evidence"):
            entry[key] = [quote["text"] for quote in entry.get(key, [])]
    path = tmp_path / "ohne.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    read = document(stem)
    found, issues = NotedExtractor(path, stem).read(read)
    exact = NotedExtractor(PROSE / f"{stem}.json", stem).extract(read)
    same = sum(one.evidence in {other.evidence for other in exact.relations} for one in found.relations)
    assert same >= 0.9 * len(exact.relations)
    assert {"VN8302"} >= set(codes(issues))
