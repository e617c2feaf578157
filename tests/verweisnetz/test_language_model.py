"""A region that asks a language model: only when somebody wants it, never in place of what others read."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from graph.evidence import Span
from ontology.errors import RegionError
from tests.cli.calling import call
from tests.loaders.prose.model_server import ModelServer, Reply, chat, serving
from tests.loaders.prose.test_llm import GOOD, TEXT
from verweisnetz import region
from verweisnetz.config import read_settings
from verweisnetz.region import Region


def written(folder: Path, server: ModelServer, extractor: str = "llm", more: str = "") -> Path:
    """Write a region whose one text is read as said, with a person's note beside it."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "projekt.txt").write_text(TEXT, "utf-8")
    (folder / "sources" / "projekt.txt.aussagen.csv").write_text(
        "subject;predicate;object;quote;object_kind\nIHK;memberOf;Beirat;Im Beirat sitzt die IHK;Gremium\n", "utf-8"
    )
    (folder / "verweisnetz.toml").write_text(
        f'[llm]\nurl = "{server.url}"\nmodel = "muster-7b"\nattempts = 1\n{more}\n'
        f'[[source]]\npath = "projekt.txt"\nkind = "description"\nextractor = "{extractor}"\n',
        "utf-8",
    )
    return folder


def methods(here: Region) -> set[str]:
    return {re.split("[:@/]", one.method)[0] for one in here.statements()}


def codes(here: Region) -> list[str]:
    return [issue.code for issue in here.issues() if issue.code.startswith("VN16")]


def test_what_the_model_reads_waits_for_a_person(tmp_path: Path) -> None:
    with serving(chat(GOOD)) as server:
        here = region.build(written(tmp_path, server), llm=True)
    (candidate,) = here.review(measure=0).candidates  # and not that something is called what it is called
    assert ("Jobcenter Hagen", "VHS Hagen") == (candidate.subject.label, candidate.object.label)
    assert candidate.method.startswith("llm:muster-7b@")
    assert 0 == len(here.view.table("referral"))
    for one in here.statements():
        for place in one.evidence:
            assert isinstance(place, Span)
            assert place.quote == TEXT[place.start : place.end]


def test_without_being_wanted_no_text_is_sent_and_it_is_said(tmp_path: Path) -> None:
    with serving(chat(GOOD)) as server:
        done = call("build", written(tmp_path, server))
    assert ([], 3) == (server.asked, done.exit_code)
    assert "build --llm" in done.stderr
    assert 1 == len(region.open(tmp_path).view.table("membership"))  # what a person noted is there all the same


def test_the_command_asks_when_told_to(tmp_path: Path) -> None:
    with serving(chat(GOOD)) as server:
        done = call("build", written(tmp_path, server), "--llm")
    assert (1, 0) == (len(server.asked), done.exit_code), done.stderr


def test_a_service_that_is_down_costs_nothing_that_others_read_and_is_asked_again(tmp_path: Path) -> None:
    with serving(Reply(b"down", 503), chat(GOOD)) as server:
        first = region.build(written(tmp_path, server, "rules+llm"), llm=True)
        assert (["VN1600"], 1) == (codes(first), len(first.unanswered()))
        assert {"rules"} <= methods(first)
        assert "llm" not in methods(first)
        assert 1 == len(first.view.table("membership"))
        second = region.build(tmp_path, llm=True)
    assert ([], {"rules", "llm"} <= methods(second)) == (codes(second), True)


def test_what_both_read_is_one_statement_of_the_better_certainty(tmp_path: Path) -> None:
    with serving(chat(GOOD)) as server:
        both = region.build(written(tmp_path, server, "rules+llm"), llm=True)
    referrals = [one for one in both.statements() if one.predicate == "refersTo" and not one.conditions]
    assert len({one.key for one in referrals}) == len(referrals)
    ruled = {one.key: one.tier for one in region.build(written(tmp_path, server, "rules")).statements()}
    assert all(one.tier in (ruled.get(one.key, "low"), "high") for one in both.statements())


def test_kept_answers_make_the_same_build_without_the_service(tmp_path: Path) -> None:
    with serving(chat(GOOD)) as server:
        first = region.build(written(tmp_path, server), llm=True)
    shutil.rmtree(tmp_path / ".verweisnetz" / "cache")
    assert first.generation.id == region.build(tmp_path).generation.id


def test_no_key_stands_in_anything_that_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERWEISNETZ_LLM_KEY", "geheim-4711")
    with serving(Reply(b"geheim-4711?", 402), chat(GOOD)) as server:
        for _ in range(2):
            call("build", written(tmp_path, server), "--llm", "--issues")
    assert "Bearer geheim-4711" == server.headers[0]["Authorization"]
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"geheim-4711" not in path.read_bytes(), path


def test_what_the_model_made_up_is_told_in_the_build(tmp_path: Path) -> None:
    invented = {
        **GOOD,
        "nodes": [*GOOD["nodes"], {**GOOD["nodes"][0], "id": "c", "label": "X", "quotes": ["Caritas Olpe"]}],
    }
    with serving(chat(invented)) as server:
        here = region.build(written(tmp_path, server), llm=True)
    assert ["VN1610"] == codes(here)
    assert "Caritas Olpe" not in json.dumps([one.subject.label for one in here.statements()])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[llm]\nmodel = "m"\n', "fehlt `url`"),
        ('[llm]\nurl = "http://modell.example.org/v1"\nmodel = "m"\n', "http ist nicht verschlüsselt"),
        ('[llm]\nurl = "https://example.org/v1"\nmodel = "m"\nkey_env = "HOME"\n', "kein Name für einen Schlüssel"),
        ('[llm]\nurl = "https://example.org/v1"\nmodel = "m"\nkey = "x"\n', "`key` ist unbekannt"),
        ('[[source]]\npath = "x.txt"\nextractor = "llm"\n', "Abschnitt [llm] mit url und model"),
        ('[[source]]\npath = "x.txt"\nextractor = "orakel"\n', "möglich: rules, llm, rules+llm, notes"),
    ],
)
def test_a_slip_in_the_configuration_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "verweisnetz.toml").write_text(text, "utf-8")
    with pytest.raises(RegionError) as raised:
        read_settings(tmp_path)
    assert said in raised.value.de
    assert raised.value.de.startswith("verweisnetz.toml")
    assert raised.value.de != raised.value.en
