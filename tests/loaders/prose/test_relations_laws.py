"""What holds for every document: evidence reproduces, ends exist, kinds fit, order and time do not matter."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.prose.blocks import document_of
from loaders.prose.document import Document
from loaders.prose.extract import Node, Relation
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relations import find_relations
from ontology.crosswalk import words
from tests.loaders.prose import gold
from tests.loaders.prose.marked import marked

SEEN = sorted((Path(__file__).parents[2] / "fixtures" / "prose" / "seen").glob("*.json"))

NAMES = (
    "[A:Jobcenter=j]", "[A:Volkshochschule=v]", "[N:Netzwerk Lernen=n]", "[P:Projekt Wind=p]", "[B:Beirat=b]",
    "[O:Lernberatung=o]", "[E:Fachtag=e]", "[T:Frauen=t]", "[H:Grundbildung=h]", "[R:Olpe=r]", "[M:Erika Muster=m]",
)  # fmt: skip
FILLERS = (
    "die", "der", "an", "von", "mit", "zur", "im", "und", ",", "–", "(", ")", ":", ";", ".", "\n", "\n\n", "• ",
    "verweist", "wird", "gefördert", "weiter", "leitet", "Träger", "ist", "Mitglieder", "sind", "sich", "nicht", "soll",
    "dorthin", "wir", "sie", "alle Partner", "Zielgruppe:", "Veranstalter:", "wer", "das Projekt", "die erste", "→", "„", "“",
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, tuple[Node, ...], str]:
    pieces = draw(st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(FILLERS)), min_size=1, max_size=60))
    document, nodes = marked(" ".join(pieces))
    return document, nodes, draw(st.sampled_from(["", *(node.id for node in nodes)]))


@settings(max_examples=150, deadline=None)
@given(documents())
def test_every_relation_can_be_checked(made: tuple[Document, tuple[Node, ...], str]) -> None:
    document, nodes, topic = made
    kinds = {node.id: node.kind for node in nodes}
    for relation in find_relations(document, nodes, topic):
        assert relation.subject != relation.object
        assert may_be(relation.predicate, kinds[relation.subject], kinds[relation.object])
        assert relation.evidence
        assert tuple(sorted(relation.evidence)) == relation.evidence
        for span in relation.evidence:
            assert document.text[span.start : span.end] == span.quote
        assert relation.rule


@settings(max_examples=60, deadline=None)
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_the_nodes_changes_nothing(made: tuple[Document, tuple[Node, ...], str], random: Any) -> None:
    document, nodes, topic = made
    shuffled = list(nodes)
    random.shuffle(shuffled)
    assert find_relations(document, nodes, topic) == find_relations(document, shuffled, topic)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_each_relation_is_stated_once(made: tuple[Document, tuple[Node, ...], str]) -> None:
    document, nodes, topic = made
    found = [(r.subject, r.predicate, r.object, r.polarity) for r in find_relations(document, nodes, topic)]
    assert len(found) == len(set(found))


def test_a_document_without_nodes_states_nothing() -> None:
    assert () == find_relations(document_of("Das Netzwerk lebt von Begegnung."), ())


def read(path: Path) -> tuple[dict[str, Any], tuple[Relation, ...]]:
    annotation = gold.annotation(path)
    document = gold.document(path.with_suffix(".txt"))
    return annotation, find_relations(document, gold.nodes(annotation, document.text), gold.topic(annotation))


def scored(paths: list[Path]) -> Iterator[tuple[str, str, bool]]:
    """Yield predicate, tier and whether the gold agrees, of each relation; and each gold relation missed."""
    for path in paths:
        annotation, found = read(path)
        wanted: dict[tuple[str, str, str], set[str]] = {}
        for relation in annotation["relations"]:
            triples = [[relation["subject"], relation["predicate"], relation["object"]], *relation.get("alt", [])]
            for triple in triples:
                wanted.setdefault(_turned(*triple), set()).add(relation["id"])
        hit: set[str] = set()
        for said in found:
            theirs = words("text").get(said.predicate)
            if said.polarity == "no" or theirs is None:
                continue
            key = _turned(said.subject, theirs, said.object)
            hit |= wanted.get(key, set())
            yield theirs, said.tier, key in wanted
        for relation in annotation["relations"]:
            if relation["id"] not in hit:
                yield relation["predicate"], "missed", False


def _turned(subject: str, predicate: str, target: str) -> tuple[str, str, str]:
    first, second = sorted((subject, target)) if predicate == "cooperatesWith" else (subject, target)
    return first, predicate, second


def figures(told: list[tuple[str, str, bool]]) -> tuple[float, float, float]:
    right = sum(ok for _, _, ok in told)
    wrong = sum(not ok and tier != "missed" for _, tier, ok in told)
    missed = sum(tier == "missed" for _, tier, _ in told)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def test_on_annotated_nodes_the_seen_texts_are_read_well() -> None:
    told = list(scored(SEEN))
    assert figures(told)[2] >= 0.70
    assert figures([row for row in told if row[0] == "refersTo"])[2] >= 0.65
    sure = [ok for _, tier, ok in told if tier == "high"]
    assert sum(sure) / len(sure) >= 0.92
    asked = sum(ok or tier == "missed" for _, tier, ok in told)
    assert sum(sure) / asked >= 0.25


@pytest.mark.parametrize("path", SEEN, ids=lambda path: path.stem)
def test_the_seen_texts_are_read_the_same_each_time(path: Path) -> None:
    assert read(path)[1] == read(path)[1]
    assert json.dumps([relation.rule for relation in read(path)[1]])


def test_sixty_thousand_characters_take_about_a_second() -> None:
    text, nodes = "", []
    for number in range(24):
        for path in SEEN:
            annotation = gold.annotation(path)
            body = path.with_suffix(".txt").read_bytes().decode("utf-8") + "\n\n"
            if len(text) + len(body) > 60_000:
                break
            shifted = _shifted(annotation, len(text), f"{number}-{path.stem}-")
            text += body
            nodes += shifted
    document = document_of(text)
    made = [node for entity in nodes for node in gold.nodes({"entities": [entity]}, text)]
    find_relations(document, made, made[0].id)  # the data files are read once
    began = time.process_time()
    find_relations(document, made, made[0].id)
    assert time.process_time() - began <= 2.0  # one second on an idle core


def _shifted(annotation: dict[str, Any], by: int, prefix: str) -> list[dict[str, Any]]:
    return [
        {
            **entity,
            "id": prefix + entity["id"],
            "mentions": [{**m, "start": m["start"] + by, "end": m["end"] + by} for m in entity["mentions"]],
        }
        for entity in annotation["entities"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Das [A:Jobcenter=j], die an [A:VHS=v] verweist, " * 400,
        ", die" * 3000 + " [A:Jobcenter=j]",
        "wenn wer dass " * 1500,
        "(" * 6000 + "[A:Jobcenter=j]",
        "[N:Netz=n] [A:Jobcenter=j] und [T:Frauen=t] zu [H:Pflege=h] in [R:Olpe=r] bei [O:Kurs=o] " * 200,
    ],
    ids=["relatives", "commas", "openers", "brackets", "names"],
)
def test_a_sentence_without_end_takes_no_time_without_end(text: str) -> None:
    document, nodes = marked(text)
    began = time.process_time()
    find_relations(document, nodes, nodes[0].id if nodes else "")
    assert time.process_time() - began <= 5.0
