"""Interchange files as sources: everything comes back, a bad line is one issue, a foreign file is refused."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evidence import Cell
from graph.interchange import HEADER, write_jsonl
from graph.records import DecisionRecord, LinkRecord, SourceRecord, dumps, loads
from graph.statement import Literal, Mention, Statement
from loaders import load
from loaders.jsonl import MAX_LINE, read
from loaders.source import SourceSpec
from ontology.errors import LoadError
from ontology.messages import codes, hint, sentence
from tests.graph.store_strategies import source_lists, statement_lists

SOURCE = SourceRecord("matrix.xlsx", publisher="Regionalagentur", sha256="ab")
PHONE = Statement("matrix.xlsx", Mention("VHS", "Actor"), "contactPhone", Literal("0221 4710-100"))
LINK = LinkRecord("matrix.xlsx", PHONE.subject, "actor/vhs-musterstadt")
DECISION = DecisionRecord("links", (("decision", "same"), ("left", "VHS"), ("right", "Volkshochschule")))


def written(folder: Path, *lines: bytes | str) -> Path:
    path = folder / "austausch.jsonl"
    texts = [line.encode() if isinstance(line, str) else line for line in (json.dumps(HEADER), *lines)]
    path.write_bytes(b"\n".join(texts) + b"\n")
    return path


@settings(max_examples=50, deadline=None)
@given(sources=source_lists(), statements=statement_lists())
def test_what_was_exported_is_loaded_equal(sources: list[SourceRecord], statements: list[Statement]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, again = Path(folder) / "one.jsonl", Path(folder) / "other.jsonl"
        write_jsonl(path, sources, statements)
        found = read(path, "one.jsonl")
        assert (tuple(sources), tuple(statements), ()) == (found.sources, found.statements, found.issues)
        write_jsonl(again, found.sources, found.statements)
        assert path.read_bytes() == again.read_bytes()


def test_an_interchange_source_keeps_the_ids_inside(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "a.jsonl", [SOURCE], [PHONE], [LINK], [DECISION])
    loaded = load(SourceSpec("a.jsonl", tmp_path / "a.jsonl"))
    assert ((PHONE,), (SOURCE,), (LINK,), (DECISION,)) == (
        loaded.statements,
        loaded.sources,
        loaded.links,
        loaded.decisions,
    )
    assert "jsonl" == loaded.source["kind"]
    assert (5, 1, 4, 0) == (
        loaded.ledger.cells,
        loaded.ledger.statement,
        loaded.ledger.structure,
        loaded.ledger.dropped,
    )


def test_a_bad_line_is_an_issue_with_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    found = read(
        written(tmp_path, dumps(SOURCE), "{broken", "", b"\xff\xfe", dumps(PHONE), '{"record":"x"}'), "a.jsonl"
    )
    assert (PHONE,) == found.statements
    assert [(3, "VN5001"), (5, "VN5001"), (7, "VN5002")] == [
        (int(dict(issue.params)["line"]), issue.code) for issue in found.issues
    ]
    assert [Cell("", "A3"), Cell("", "A5"), Cell("", "A7")] == [issue.place for issue in found.issues]
    assert found.ledger.balanced
    assert 3 == found.ledger.reported


def test_a_line_without_end_is_read_and_half_a_line_reported(tmp_path: Path) -> None:
    path = written(tmp_path, dumps(SOURCE), dumps(PHONE))
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert (PHONE,) == read(path, "a.jsonl").statements
    path.write_bytes(whole[:-20])
    assert ["VN5001"] == [issue.code for issue in read(path, "a.jsonl").issues]


def test_a_line_that_is_too_long_is_reported_and_passed_over(tmp_path: Path) -> None:
    found = read(written(tmp_path, b'{"record":"' + b"x" * 3 * MAX_LINE, dumps(PHONE)), "a.jsonl")
    assert [("VN5006", (PHONE,))] == [(issue.code, found.statements) for issue in found.issues]


def test_a_predicate_nobody_knows_is_reported(tmp_path: Path) -> None:
    line = dumps(PHONE).replace("contactPhone", "telephones")
    (issue,) = read(written(tmp_path, line), "a.jsonl").issues
    assert ("VN5005", "telephones") == (issue.code, issue.value)


def test_fields_of_a_later_version_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    line = json.dumps({**json.loads(dumps(PHONE)), "colour": "red"})
    found = read(written(tmp_path, line), "a.jsonl")
    assert (PHONE,) == found.statements
    assert [("VN5011", "colour")] == [(issue.code, dict(issue.params)["fields"]) for issue in found.issues]


def test_a_source_described_twice_differently_is_reported(tmp_path: Path) -> None:
    other = SourceRecord(SOURCE.id, publisher="somebody else")
    found = read(written(tmp_path, dumps(SOURCE), dumps(SOURCE), dumps(other)), "a.jsonl")
    assert ((SOURCE,), ["VN5012"]) == (found.sources, [issue.code for issue in found.issues])


def test_a_source_only_statements_name_is_known_by_its_id(tmp_path: Path) -> None:
    assert (SourceRecord("matrix.xlsx"),) == read(written(tmp_path, dumps(PHONE)), "a.jsonl").sources


def test_equal_keys_unite_their_places(tmp_path: Path) -> None:
    lines = [
        dumps(Statement(PHONE.source, PHONE.subject, PHONE.predicate, PHONE.object, evidence=(Cell("A", ref),)))
        for ref in ("B2", "B3")
    ]
    (statement,) = read(written(tmp_path, *lines), "a.jsonl").statements
    assert (Cell("A", "B2"), Cell("A", "B3")) == statement.evidence


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    path = written(tmp_path, dumps(PHONE))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert (PHONE,) == read(path, "a.jsonl").statements


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "Format und Version"),
        (b"\xff\xfe\x00", "Format und Version"),
        (b'{"record":"source","id":"a"}\n', "Format und Version"),
        (b'{"record":"header","format":"verweisnetz","version":"1"}\n', "Format und Version"),
        (b'{"record":"header","format":"verweisnetz","version":99}\n', "Version 99"),
    ],
)
def test_a_foreign_or_newer_file_is_refused_with_one_sentence(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with pytest.raises(LoadError, match=word) as caught:
        load(SourceSpec("a.jsonl", path))
    assert "unsupported" == caught.value.code
    assert "a.jsonl" in caught.value.message("en")


def test_a_missing_file_is_a_load_error(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="nicht lesen"):
        read(tmp_path / "nothing.jsonl", "nothing.jsonl")


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_no_content_raises_anything_else(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = read(written(Path(folder), content), "a.jsonl")
        assert found.ledger.balanced


def test_every_code_has_words_in_both_languages() -> None:
    ours = [code for code in codes() if code.startswith("VN5")]
    assert 11 == len(ours)
    for code in ours:
        for language in ("de", "en"):
            assert sentence(code, language, {})
            assert hint(code, language, {})


def _blocks(language: str) -> list[str]:
    page = (Path(__file__).parents[2] / "docs" / "interchange.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_the_examples_of_the_documentation_are_read_without_an_issue(tmp_path: Path) -> None:
    path = tmp_path / "page.jsonl"
    path.write_text("".join(_blocks("jsonl")), encoding="utf-8")
    found = read(path, "page.jsonl")
    assert (3, 3, 1, 2, ()) == (
        len(found.statements),
        len(found.sources),
        len(found.links),
        len(found.decisions),
        found.issues,
    )


def test_our_own_lines_look_like_those_of_the_documentation() -> None:
    for line in "".join(_blocks("jsonl")).splitlines()[1:]:
        assert line == dumps(loads(line))


def test_the_python_of_the_documentation_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for block in _blocks("python"):
        exec(block, {})
