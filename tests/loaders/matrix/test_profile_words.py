"""A profile that cannot be meant is refused with key and line; none can do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.matrix import read_profile
from loaders.matrix.profile_reading import parsed
from ontology.errors import LoadError

TABLE = "tables:\n  - sheet: A\n    "


@pytest.mark.parametrize(
    ("text", "place", "line", "words"),
    [
        ("profile: 2", "profile", 1, "1"),
        ("signs: [x]", "signs", 1, "key: value"),
        ("signs: {x: [ja]}", "signs.x", 1, '"…"'),
        ("colours: {lachs: ja}", "colours.lachs", 1, "grün"),
        ("ignore: Alt", "ignore", 1, "[…]"),
        ("cells: {Blatt 3: ignore}", "cells.Blatt 3", 1, "Blatt!C7"),
        ("cells: {C7: weg}", "cells.C7", 1, "ignore | report"),
        ("cells: {C7: {is: x}}", "cells.C7", 1, "as"),
        (TABLE + "heder: [1]", "tables[1].heder", 3, "header"),
        (TABLE + "header: [0]", "tables[1].header", 3, "7"),
        (TABLE + "turned: true\n    header: [7]", "tables[1].header", 4, "B"),
        (TABLE + "body: [1, 2, 3]", "tables[1].body", 3, "end"),
        (TABLE + "closed: vielleicht", "tables[1].closed", 3, "true | false"),
        (TABLE + "rows: [akteur]", "tables[1].rows", 3, "Erwartet wird: actor |"),
        (TABLE + "heads: Zielgruppen", "tables[1].heads", 3, "Erwartet wird: audience |"),
        (TABLE + "within: {ort: Hagen}", "tables[1].within.ort", 3, "Erwartet wird: region |"),
        (TABLE + "columns: {ABCD: theme}", "tables[1].columns.ABCD", 3, "B"),
        (TABLE + "columns:\n      C: {role: Telefon}", "tables[1].columns.C.role", 4, "Erwartet wird: contactPhone |"),
        (TABLE + "columns:\n      C: thema", "tables[1].columns.C", 4, "Erwartet wird: theme |"),
        (TABLE + "columns:\n      C: {form: kreuz}", "tables[1].columns.C.form", 4, "mark"),
        (TABLE + "fingerprint: abc@x", "tables[1].fingerprint", 3, "7"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line_and_what_is_expected(
    text: str, place: str, line: int, words: str
) -> None:
    with pytest.raises(LoadError) as caught:
        parsed(text, "falsch.yaml")
    assert ("profile", "falsch.yaml", place) == (caught.value.code, caught.value.source, caught.value.place)
    assert f"(Zeile {line})" in caught.value.de
    assert f"(line {line})" in caught.value.en
    assert words in caught.value.de


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tables:\n\t- sheet: A", 2),
        ("a: &x [1]\nb: *x", 2),
        ("[" * 100, 1),
        ("signs: {x: ja}\n---\nsigns: {}", 3),
        ("? [a]\n: b", 1),
        ("signs: {x: 'ja}", 1),
    ],
    ids=["tab", "alias", "deep", "two documents", "key that is a list", "open quote"],
)
def test_what_is_no_plain_yaml_is_refused(text: str, line: int) -> None:
    with pytest.raises(LoadError, match="YAML") as caught:
        parsed(text, "falsch.yaml")
    assert f"Zeile {line}" in caught.value.de


@pytest.mark.parametrize("text", ["signs: {}\nsigns: {}", TABLE + "columns: {C: theme, c: offer}"])
def test_what_stands_there_twice_is_refused(text: str) -> None:
    with pytest.raises(LoadError, match="zweimal"):
        parsed(text, "falsch.yaml")


def test_words_that_yaml_would_take_for_something_else_stay_words() -> None:
    said = parsed("signs: {no: ja, 1: nein, 08: offen, ~x: nichts, on: ja}\nabbreviations: {N: 2025-01-01}", "p")
    assert {"no": "ja", "1": "nein", "08": "offen", "~x": "nichts", "on": "ja"} == dict(said.signs)
    assert {"N": "2025-01-01"} == dict(said.abbreviations)


def test_a_profile_too_large_or_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    for content, word in ((b"#" * 2_000_001, "2 MB"), ("signs: {x: \u00fc}".encode("latin-1"), "UTF-8")):
        path.write_bytes(content)
        with pytest.raises(LoadError, match=word):
            read_profile(path)


@given(st.text(alphabet="abc:[]{},-\"'# \n\t&*!|>?%@`0A", max_size=60))
def test_no_text_makes_anything_but_a_profile_or_a_refusal(text: str) -> None:
    refused = None
    try:
        parsed(text, "p.yaml")
    except LoadError as error:
        refused = error
    assert refused is None or (refused.code == "profile" and refused.de and refused.en)
