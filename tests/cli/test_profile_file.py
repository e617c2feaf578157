"""Profiles of clients from a file or standard input: checked by key, and what they say is repeated nowhere."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import QuestionError
from verweisnetz.cli.profile_file import KEYS, read_profile
from verweisnetz.cli.profile_options import _pair, profile_of

WHOLE = {
    "facts": "age=34 & sex=f",
    "groups": ["Geflüchtete"],
    "needs": ["Anerkennung"],
    "residence": "Hagen",
    "workplace": "Iserlohn",
    "company_site": "",
    "practical": {"language": "en", "cost": "free"},
    "day": "2026-11-23",
    "start": "Jobcenter Hagen",
}
SECRET = "Frau Müller, 34, alleinerziehend"


def saved(folder: Path, content: Any) -> str:
    path = folder / "profil.json"
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode("utf-8"))
    return str(path)


def options(**said: Any) -> dict[str, Any]:
    none: dict[str, Any] = {
        "start": None, "groups": (), "needs": (), "residence": None, "workplace": None, "company_site": None,
        "facts": None, "wants": (), "day": None,
    }  # fmt: skip
    return {**none, **said}


def test_a_profile_may_come_whole_from_a_file(tmp_path: Path) -> None:
    assert sorted(WHOLE) == sorted(KEYS)
    profile = profile_of(options(), saved(tmp_path, WHOLE))
    assert ("Geflüchtete",) == profile.groups
    assert (("cost", "free"), ("language", "en")) == profile.practical
    assert date(2026, 11, 23) == profile.day
    assert "Jobcenter Hagen" == profile.start


def test_an_option_comes_before_the_file(tmp_path: Path) -> None:
    profile = profile_of(options(residence="Olpe", wants=("cost=any",)), saved(tmp_path, WHOLE))
    assert "Olpe" == profile.residence
    assert ("Anerkennung",) == profile.needs
    assert (("cost", "any"),) == profile.practical


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\ufeff" + json.dumps({"residence": "Lüdenscheid"}, ensure_ascii=False)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), encoding="cp1252"))
    assert {"residence": "Lüdenscheid"} == read_profile("-")


def test_of_standard_input_without_end_no_more_is_read_than_a_profile_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size < 1 << 21
            return b"9" * size

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Endless()))
    with pytest.raises(QuestionError, match="larger than 1 MiB"):
        read_profile("-")


def test_an_empty_profile_asks_for_today(tmp_path: Path) -> None:
    assert profile_of(options(), saved(tmp_path, {})).day is None


BAD: dict[str, tuple[bytes, str, str]] = {
    "no json": (b"{" + SECRET.encode(), "no JSON (line 1, column 2)", "Zeile 1, Spalte 2"),
    "not utf-8": ('{"residence": "Lüdenscheid"}'.encode("cp1252"), "not UTF-8", "kein UTF-8"),
    "empty": (b"", "no JSON", "kein JSON"),
    "a list": (json.dumps([SECRET]).encode(), "must be a JSON object", "JSON-Objekt"),
    "too large": (b'{"facts": "' + b"9" * 10_000_000, "larger than 1 MiB", "größer als 1 MiB"),
    "too deep": (b"[" * 200_000, "no usable JSON", "kein brauchbares"),
    "too long a number": (b'{"facts": ' + b"9" * 5000 + b"}", "no usable JSON", "kein brauchbares"),
    "unknown key": (json.dumps({SECRET: 1}).encode(), "a key that is unknown", "unbekannten Schlüssel"),
    "text for a list": (json.dumps({"groups": SECRET}).encode(), "groups must be a list of texts", "Liste von Texten"),
    "number in a list": (json.dumps({"needs": [34]}).encode(), "needs must be", "needs"),
    "list for a text": (json.dumps({"facts": [SECRET]}).encode(), "facts must be text", "ein Text"),
    "practical": (json.dumps({"practical": {"language": 5}}).encode(), "practical must be an object", "ein Objekt wie"),
    "day": (json.dumps({"day": SECRET}).encode(), "day must be a date such as 2026-11-23", "ein Datum wie"),
    "day as number": (json.dumps({"day": 2026}).encode(), "day must be a date", "ein Datum"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_broken_profile_is_said_by_key_and_never_repeated(tmp_path: Path, name: str) -> None:
    content, en, de = BAD[name]
    with pytest.raises(QuestionError) as caught:
        read_profile(saved(tmp_path, content))
    assert en in caught.value.en
    assert de in caught.value.de
    assert "Müller" not in caught.value.en + caught.value.de
    if name == "unknown key":
        assert tuple(KEYS) == caught.value.near


def test_a_profile_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="no such profile file") as caught:
        read_profile(str(tmp_path / "fehlt.json"))
    assert "diese Profildatei gibt es nicht" in caught.value.de


@given(
    st.binary(max_size=40)
    | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(lambda value: json.dumps(value).encode())
    | st.dictionaries(st.sampled_from(sorted(KEYS)), st.text() | st.lists(st.text())).map(
        lambda value: json.dumps(value).encode()
    )
)
def test_whatever_the_file_holds_the_answer_is_a_profile_or_one_message(content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(QuestionError):
        profile_of(options(), saved(Path(folder), content))


@pytest.mark.parametrize(
    ("text", "expected"), [("language=en", ("language", "en")), (" cost = free ", ("cost", "free"))]
)
def test_a_wish_is_a_name_and_a_value(text: str, expected: tuple[str, str]) -> None:
    assert expected == _pair(text)


def test_a_wish_without_a_value_is_said() -> None:
    with pytest.raises(QuestionError, match="NAME=VALUE") as caught:
        _pair("kinderbetreuung")
    assert "NAME=WERT" in caught.value.de


def test_a_profile_in_a_log_says_nothing(tmp_path: Path) -> None:
    assert "Profile(…)" == repr(profile_of(options(), saved(tmp_path, WHOLE)))
