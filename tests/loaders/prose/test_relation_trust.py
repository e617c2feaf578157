"""What may speak as sure: a rule that has proved right, between things surely named."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from loaders.prose.extract import Relation
from loaders.prose.rules import relation_trust
from loaders.prose.rules.relation_marks import marks
from loaders.prose.rules.relation_passages import read
from loaders.prose.rules.relation_trust import Trust, may_be_sure, trust, with_trust
from loaders.prose.rules.relations import find_relations
from ontology.vocabulary import load
from tests.loaders.prose.marked import marked, relations

LIST = "[N:Bildungsnetz Olpe=n]\n\nPartner: [A:Kammer Olpe=k], [A:VHS Olpe=v]\n"


def tiers(text: str, topic: str = "") -> dict[str, str]:
    return {relation.subject: relation.tier for relation in relations(text, topic)}


def test_a_list_of_partners_is_sure() -> None:
    assert {"k": "high", "v": "high"} == tiers(LIST, "n")


def test_a_class_of_institutions_is_never_surely_a_member() -> None:
    document, nodes = marked(LIST)
    vague = [replace(node, generic=node.id == "k") for node in nodes]
    assert {"k": "medium", "v": "high"} == {r.subject: r.tier for r in find_relations(document, vague, "n")}


def test_a_bare_name_is_in_doubt_where_a_text_names_two_of_its_kind() -> None:
    document, nodes = marked(
        "Der [B:Beirat=b] tagt. Ihm gehören das [A:Jobcenter=j] und die [A:VHS Olpe=v] an. Das [A:Jobcenter Hagen=h] kommt."
    )
    typed = [replace(n, type="actor-type/jobcenter", label=f"{n.label} Unna") if n.id == "j" else n for n in nodes]
    typed = [replace(n, type="actor-type/jobcenter") if n.id == "h" else n for n in typed]
    reading = read(document, typed, "")
    found = {r.subject: may_be_sure(reading, r) for r in find_relations(document, typed) if r.predicate == "memberOf"}
    assert (False, True) == (found["j"], found["v"])


def test_a_plan_is_never_sure() -> None:
    text = "Ab 2027 soll die [A:Kammer Olpe=k] den [B:Beirat=b] leiten."
    assert {"k": "medium"} == tiers(text)


def test_what_hangs_on_the_topic_stays_a_guess() -> None:
    (relation, *_) = relations(LIST, "n")
    document, nodes = marked(LIST)
    guess = replace(relation, tier="low")
    assert guess == with_trust(read(document, nodes, ""), guess)


def test_marks_are_added_up_and_an_unknown_one_says_nothing() -> None:
    known = Trust(0.8, 0.5, {"rule: cue/lead": 1.0, "named: in part": -2.0})
    assert known.of(()) == known.of({"rule: cue/never seen"}) == pytest.approx(0.62, abs=0.01)
    assert known.of({"rule: cue/lead", "named: in part"}) < known.of(()) < known.of({"rule: cue/lead"})


def test_what_was_weighed_names_known_predicates_and_how_often_it_was_right() -> None:
    measured = tomllib.loads(Path(relation_trust.__file__).with_name("relation_weights.toml").read_text("utf-8"))
    assert 0.5 < measured["bar"] < 1
    assert set(trust().weights) == set(measured["weights"])
    predicates = load().predicates
    for mark, (_, right, wrong) in measured["weights"].items():
        assert right + wrong >= 3, mark
        kind, _, said = mark.partition(": ")
        if kind in ("predicate", "reading", "order"):
            assert any(word in predicates for word in said.split(" ")), mark


def test_a_statement_bears_marks_of_its_rule_its_ends_and_its_sentence() -> None:
    document, nodes = marked("Die [A:Kammer Olpe=k] leitet den [B:Beirat=b].")
    named = [replace(node, rule=node.kind.lower()) for node in nodes]
    (said,) = find_relations(document, named)
    expected = {
        "predicate: coordinates",
        "family: cue",
        "rule: cue/lead coordinates",
        "subject: Actor actor",
        "object: Board board",
        "named: in full",
        "mentions: 1",
        "one word: Board",
        "clauses: 1",
        "order: coordinates subject first",
        "apart: 3",
        "place: together",
    }
    assert expected <= marks(read(document, named, ""), said)


def test_what_a_text_turned_to_after_its_topic_speaks_against_the_topic() -> None:
    document, nodes = marked(
        "[N:Bildungsnetz Olpe=n]\n\nDer [B:Beirat=b] tagte im Mai.\n\nMitglieder: [A:Kammer Olpe=k], [A:VHS Olpe=v]\n"
    )
    reading = read(document, nodes, "n")
    line = document.text.index("Mitglieder")
    quotes = (document.quote(0, len("Bildungsnetz Olpe")), document.quote(line, len(document.text)))
    listed = Relation("k", "memberOf", "n", quotes, rule="layout/members of a board")
    assert {"place: topic", "passed over: Board"} <= marks(reading, listed)
