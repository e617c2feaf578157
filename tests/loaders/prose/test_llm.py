"""A language model is believed as far as the text bears it out; whatever a service does, there is one clear word."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.prose.blocks import document_of
from loaders.prose.document import Document
from loaders.prose.extract import Extract
from loaders.prose.llm.answer import parse
from loaders.prose.llm.chunks import chunks
from loaders.prose.llm.endpoint import Endpoint, ModelAccess
from loaders.prose.llm.extractor import LlmExtractor
from loaders.prose.llm.prompt import prompt
from loaders.prose.validate import validate
from ontology.errors import LoadError, RegionError
from tests.loaders.prose.model_server import ModelServer, Reply, chat, serving

TEXT = """Netzwerk Volme

Das Jobcenter Hagen verweist Alleinerziehende an die VHS Hagen. Die VHS soll ab Herbst einen Lerntreff anbieten.

Im Beirat sitzt die IHK.
"""
SENTENCE = "Das Jobcenter Hagen verweist Alleinerziehende an die VHS Hagen."


def node(name: str, label: str, kind: str = "Actor", *quotes: str) -> dict[str, Any]:
    return {"id": name, "kind": kind, "label": label, "quotes": list(quotes or (label,)), "generic": False}


def relation(subject: str, predicate: str, target: str, quote: str = SENTENCE, **more: Any) -> dict[str, Any]:
    said = {"further_quotes": [], "modality": "asserted", "polarity": "yes", "conditions": [], **more}
    return {"subject": subject, "predicate": predicate, "object": target, "quote": quote, **said}


JOBCENTER, ADULT = node("a", "Jobcenter Hagen"), node("b", "VHS Hagen", "Actor", "VHS Hagen", "VHS")
LONG = document_of(TEXT + "\n\n".join(["", *["Wir beraten alle Menschen gern und gut. " * 4] * 3]), "projekt.txt")
GOOD = {"nodes": [JOBCENTER, ADULT], "relations": [relation("a", "refersTo", "b")]}


@pytest.fixture
def document() -> Document:
    return document_of(TEXT, "projekt.txt")


def read(server: ModelServer, document: Document, folder: Path | None = None, **more: Any) -> Extract:
    return LlmExtractor(ModelAccess(server.endpoint(**more), True, folder)).extract(document)


def notes(found: Extract) -> dict[str, int]:
    return {said["code"]: int(said["params"]["count"]) for said in map(json.loads, found.notes)}


def refusal(server: ModelServer, document: Document, **more: Any) -> LoadError:
    with pytest.raises(LoadError) as raised:
        read(server, document, **more)
    assert "unanswered" == raised.value.code
    assert raised.value.de != raised.value.en
    return raised.value


# what is asked


def test_it_asks_at_temperature_0_with_a_schema_and_the_key_of_the_environment(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUSTER_API_KEY", "geheim-123")
    with serving(chat(GOOD)) as server:
        read(server, document, key_env="MUSTER_API_KEY")
    (asked,), (headers,) = server.asked, server.headers
    assert ("/v1/chat/completions", "Bearer geheim-123") == (server.paths[0], headers["Authorization"])
    assert ("muster-7b", 0, "json_schema") == (asked["model"], asked["temperature"], asked["response_format"]["type"])
    assert SENTENCE in asked["messages"][1]["content"]
    assert "refersTo" in asked["messages"][0]["content"]
    assert "geheim-123" not in json.dumps(asked)


def test_without_a_key_none_is_sent(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VERWEISNETZ_LLM_KEY", raising=False)
    with serving(chat(GOOD)) as server:
        read(server, document)
    assert "Authorization" not in server.headers[0]


def test_the_schema_of_the_answer_is_well_formed_and_what_good_answers_keep_to() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(dict(prompt().schema))
    assert [] == list(Draft202012Validator(dict(prompt().schema)).iter_errors(GOOD))


def test_who_knows_no_schemas_is_asked_without_and_not_bothered_again() -> None:
    unknown = Reply(b'{"error": {"message": "response_format json_schema is not supported"}}', 400)
    with serving(unknown, chat(GOOD)) as server:
        found = read(server, LONG, chunk=200)
    assert [True, *[False] * (len(server.asked) - 1)] == ["response_format" in asked for asked in server.asked]
    assert found.relations


# what is believed


def test_quotes_find_their_places_and_pass_the_validator(document: Document) -> None:
    with serving(chat(GOOD)) as server:
        found = read(server, document)
    (said,) = found.relations
    assert ("low", "asserted", [SENTENCE]) == (said.tier, said.modality, [span.quote for span in said.evidence])
    assert ["VHS Hagen", "VHS"] == [span.quote for one in found.nodes if one.id == said.object for span in one.mentions]
    assert found.relations == validate(found, document).extract.relations
    assert {} == notes(found)


def test_a_quote_copied_with_other_spacing_is_found(document: Document) -> None:
    loose = SENTENCE.replace(" ", "\n ").replace("Alleinerziehende", "Allein-\nerziehende")
    with serving(chat({"nodes": [JOBCENTER, ADULT], "relations": [relation("a", "refersTo", "b", loose)]})) as server:
        (said,) = read(server, document).relations
    assert [SENTENCE] == [span.quote for span in said.evidence]


def test_invented_quotes_nodes_names_and_conditions_are_left_out_and_counted(document: Document) -> None:
    invented = {
        "nodes": [
            JOBCENTER,
            ADULT,
            node("c", "Caritas Olpe"),
            node("d", "IHK Siegen", "Actor", "IHK"),
        ],
        "relations": [
            relation("a", "refersTo", "b", "Das Jobcenter Hagen verweist alle gern an die VHS Hagen."),
            relation("a", "refersTo", "c"),
            relation("a", "refersTo", "zz"),
            relation("a", "refersTo", "b", conditions=[{"name": "audience", "value": "Geflüchtete"}]),
            relation("a", "refersTo", "b", conditions=[{"name": "audience", "value": "Alleinerziehende"}]),
        ],
    }
    with serving(chat(invented)) as server:
        found = read(server, document)
    assert {"Jobcenter Hagen", "VHS Hagen", "IHK"} == {one.label for one in found.nodes}
    assert [(), (("audience", "Alleinerziehende"),)] == [one.conditions for one in found.relations]
    assert {"VN1610": 1, "VN1611": 4, "VN1613": 1} == notes(found)


def test_plans_and_refusals_stay_what_they_are(document: Document) -> None:
    quote = "Die VHS soll ab Herbst einen Lerntreff anbieten."
    nodes = [ADULT, node("o", "Lerntreff", "Offer")]
    with serving(
        chat({"nodes": nodes, "relations": [relation("b", "offers", "o", quote, modality="planned")]})
    ) as server:
        (said,) = read(server, document).relations
    assert "planned" == said.modality


def test_one_thing_named_in_several_parts_is_one_node(document: Document) -> None:
    def answer(asked: Mapping[str, Any]) -> Reply:
        words = asked["messages"][1]["content"]
        return chat({"nodes": [one for one in (JOBCENTER, ADULT) if one["label"] in words], "relations": []})

    twice = document_of(TEXT + "\nAuch das Jobcenter Hagen hilft.\n" + "Sehr gern. " * 30, "projekt.txt")
    with serving(answer) as server:
        found = read(server, twice, chunk=200)
    assert len(server.asked) > 1
    assert ["Jobcenter Hagen", "VHS Hagen"] == sorted(one.label for one in found.nodes)
    assert 2 == len(next(one for one in found.nodes if one.label == "Jobcenter Hagen").mentions)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"nodes": "keine", "relations": {}}, {"VN1612": 2}),
        ({"nodes": [1, None, {"id": 5}], "relations": ["x"]}, {"VN1612": 4}),
        ({"nodes": [{**JOBCENTER, "kind": "Planet"}, {**JOBCENTER, "quotes": "alle"}], "relations": []}, {"VN1612": 2}),
        (
            {"nodes": [JOBCENTER, ADULT], "relations": [relation("a", "refersTo", "b", modality="sicher")]},
            {"VN1612": 1},
        ),
        ({"nodes": [{**JOBCENTER, "label": "x" * 5000}], "relations": []}, {"VN1612": 1}),
        ({"nodes": [], "relations": []}, {}),
    ],
)
def test_items_of_the_wrong_form_are_counted_and_the_rest_is_used(
    document: Document, content: object, code: dict[str, int]
) -> None:
    with serving(chat(content)) as server:
        assert code == notes(read(server, document))


@pytest.mark.parametrize("text", ["```json\n{}\n```", "Gern! Hier ist es:\n{}\nIch hoffe, das hilft.", "\ufeff {}"])
def test_json_is_found_in_the_words_around_it(document: Document, text: str) -> None:
    with serving(chat(text.replace("{}", json.dumps(GOOD)))) as server:
        assert 1 == len(read(server, document).relations)


@pytest.mark.parametrize(
    "text", ['{"nodes": [{"id": "a", "ki', "Das kann ich nicht.", "", "[1, 2]", '{"ok": true}', "[" * 9999]
)
def test_an_answer_nobody_can_read_is_told_with_the_part_it_was_about(document: Document, text: str) -> None:
    with serving(chat(text)) as server:
        found = read(server, document)
    assert ((), {"VN1614"}) == (found.nodes, set(notes(found)))


def test_what_is_cut_off_is_asked_for_again_in_smaller_parts(tmp_path: Path) -> None:
    long = document_of("\n\n".join([TEXT, *["Wir beraten viele Menschen gern. " * 12] * 6]), "projekt.txt")

    def answer(asked: Mapping[str, Any]) -> Reply:
        words = asked["messages"][1]["content"]
        return (
            chat('{"nodes": [')
            if len(words) > 1500
            else chat(GOOD if SENTENCE in words else {"nodes": [], "relations": []})
        )

    with serving(answer) as server:
        found = read(server, long)
    assert (1, {}) == (len(found.relations), notes(found))
    assert len(server.asked) > 2


# what services do


def test_busy_and_unwell_services_are_asked_again(document: Document) -> None:
    busy = Reply(b"slow down", 429, {"Retry-After": "0.02"})
    with serving(busy, Reply(b"oops", 500), chat(GOOD)) as server:
        assert read(server, document).relations
    assert 3 == len(server.asked)


@pytest.mark.parametrize(
    ("reply", "words", "times"),
    [
        (Reply(b"{}", 401), "VERWEISNETZ_LLM_KEY", 1),
        (Reply(b"{}", 403), "VERWEISNETZ_LLM_KEY", 1),
        (Reply(b"{}", 404), "muster-7b", 1),
        (Reply(b"no", 400), "HTTP 400: no", 2),
        (Reply(b"", 302, {"Location": "http://127.0.0.1:1/"}), "HTTP 302", 1),
        (Reply(b"busy", 429), "HTTP 429: busy", 3),
        (Reply(b"down", 503), "3 Versuchen", 3),
        (Reply(b"<html>Anmelden</html>"), "OpenAI", 3),
        (Reply(b'{"choices": []}'), "OpenAI", 3),
        (Reply(b'{"choices": [{"message": {"content": null}}]}'), "OpenAI", 3),
        (Reply(b'{"choices": ', promised=500), "nicht erreichbar", 3),
        (Reply(b"x" * 5000), "größer als 1000 Bytes", 1),
    ],
)
def test_a_service_that_gives_no_answer_is_named_with_what_to_do(
    document: Document, reply: Reply, words: str, times: int
) -> None:
    with serving(reply) as server:
        error = refusal(server, document, answer=1000)
    assert words in error.de
    assert error.message("en").startswith("projekt.txt: ")
    assert times == len(server.asked)


@pytest.mark.parametrize("reply", [Reply(b"{}", wait=30), Reply(b"{}" * 500, drip=0.2)], ids=["silent", "dripping"])
def test_whoever_is_too_slow_is_not_waited_for(document: Document, reply: Reply) -> None:
    began = time.monotonic()
    with serving(reply) as server:
        error = refusal(server, document, seconds=1, attempts=2)
    assert "in 1 Sekunden nicht zu Ende geantwortet" in error.de
    assert time.monotonic() - began < 6


def test_nobody_there_is_told(document: Document) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error = refusal(ModelServer(f"http://127.0.0.1:{taken.getsockname()[1]}/v1"), document)
    assert "nicht erreichbar" in error.de


def test_a_key_that_a_service_repeats_is_in_no_message(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERWEISNETZ_LLM_KEY", "geheim-123")
    with serving(Reply(b"the key geheim-123 has no credit", 402)) as server:
        error = refusal(server, document)
    assert "geheim" not in error.de + error.en + repr(error)
    assert "has no credit" in error.de


def test_whoever_did_not_answer_about_one_document_is_not_waited_for_at_the_next(document: Document) -> None:
    with serving(Reply(b"down", 503)) as server:
        access = ModelAccess(server.endpoint(), True)
        for _ in range(3):
            with pytest.raises(LoadError):
                LlmExtractor(access).extract(document)
    assert 3 == len(server.asked)


# what is kept


def test_an_answer_is_asked_for_once_and_then_needs_no_service(document: Document, tmp_path: Path) -> None:
    with serving(chat(GOOD)) as server:
        first = read(server, document, tmp_path)
        assert first == read(server, document, tmp_path)
    assert 1 == len(server.asked)
    kept = ModelAccess(server.endpoint(), False, tmp_path)
    assert first == LlmExtractor(kept).extract(document)


def test_another_model_is_asked_anew(document: Document, tmp_path: Path) -> None:
    with serving(chat(GOOD)) as server:
        read(server, document, tmp_path)
        other = Endpoint(server.url, "anderes")
        LlmExtractor(ModelAccess(other, True, tmp_path)).extract(document)
    assert 2 == len(server.asked)


def test_without_permission_nothing_is_sent(document: Document) -> None:
    with serving(chat(GOOD)) as server, pytest.raises(LoadError, match="nicht gefragt"):
        LlmExtractor(ModelAccess(server.endpoint(), False)).extract(document)
    assert [] == server.asked


def test_what_was_erased_is_neither_sent_nor_kept(tmp_path: Path) -> None:
    named = document_of(TEXT.replace("Im Beirat", "Erika Mustermann leitet. Im Beirat"), "projekt.txt")

    def masked(text: str) -> str:
        return text.replace("Erika Mustermann", "█" * 16)

    with serving(chat(GOOD)) as server:
        found = LlmExtractor(ModelAccess(server.endpoint(), True, tmp_path, masked)).extract(named)
    assert "Mustermann" not in json.dumps(server.asked)
    assert [SENTENCE] == [span.quote for span in found.relations[0].evidence]
    assert not any(b"Mustermann" in path.read_bytes() for path in tmp_path.iterdir())


# where texts may go


@pytest.mark.parametrize(
    "url",
    [
        "http://modell.example.org/v1", "http://10.0.0.8/v1", "ftp://localhost/v1", "modell", "https://a:b@example.org/v1",
        "https://example.org/v1?key=1", "http://localhost:99999/v1", "http://127.0.0.1.example.org/v1", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_texts_go_nowhere_unencrypted_and_no_secret_stands_in_an_address(url: str) -> None:
    with pytest.raises(RegionError, match=r"\[llm\] url"):
        Endpoint(url, "m")


@pytest.mark.parametrize("url", ["http://localhost:11434/v1", "http://[::1]:8080/v1", "https://modell.example.org/v1/"])
def test_this_machine_and_encrypted_services_may_be_asked(url: str) -> None:
    assert Endpoint(url, "m").host


@pytest.mark.parametrize("more", [{"chunk": 5}, {"attempts": 1000}, {"seconds": 0}], ids=str)
def test_nobody_asks_for_ever_or_word_by_word(more: dict[str, int]) -> None:
    with pytest.raises(RegionError, match=next(iter(more))):
        Endpoint("https://example.org/v1", "m", **more)  # type: ignore[arg-type]


def test_http_in_ones_own_network_has_to_be_wanted() -> None:
    assert "10.0.0.8" == Endpoint("http://10.0.0.8/v1", "m", plain_http=True).host


@pytest.mark.parametrize("name", ["HOME", "AWS_SECRET_ACCESS_KEY", "path", "NEO4J_PASSWORD", "A\nB_API_KEY"])
def test_only_what_is_meant_as_a_key_may_be_sent(name: str) -> None:
    with pytest.raises(RegionError, match="key_env"):
        Endpoint("https://example.org/v1", "m", name)


# parts and answers, whatever they are


@given(
    text=st.text(alphabet="aB. \n-•:ä", max_size=600).map(lambda said: "Über uns\n\n" + said),
    most=st.integers(10, 200),
)
def test_parts_are_in_order_do_not_overlap_and_leave_nothing_out(text: str, most: int) -> None:
    document = document_of(text, "x")
    found = list(chunks(document, most))
    assert all(one.words == text[one.start : one.end] for one in found)
    assert all(0 < len(one.words) <= most for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    covered = {at for one in found for at in range(one.start, one.end)}
    content = {at for block in document.content() for at in range(block.start, block.end) if not text[at].isspace()}
    assert content <= covered
    boilerplate = {
        at for block in document.blocks if block.kind == "boilerplate" for at in range(block.start, block.end)
    }
    assert not boilerplate & covered


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*GOOD, *JOBCENTER, "quote"]), inner),
    max_leaves=12,
)


@given(st.text(max_size=200) | json_values.map(json.dumps) | st.fixed_dictionaries({"nodes": json_values, "relations": json_values}).map(json.dumps))  # fmt: skip
def test_no_answer_is_a_surprise(text: str) -> None:
    answer = parse(text)
    assert answer is None or answer.malformed >= 0


def test_the_reader_of_answers_is_named_by_model_and_prompt() -> None:
    access = ModelAccess(Endpoint("https://example.org/v1", "m"))
    assert f"llm:m@{prompt().digest}" == LlmExtractor(access).name
