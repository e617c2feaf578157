"""What may speak as sure: a rule that has proved right, between things surely named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.prose.rules.relation_trust import Trust, trust, with_trust
from loaders.prose.rules.relations import find_relations
from ontology.vocabulary import load
from tests.loaders.prose.marked import marked, relations

LIST = "[B:Beirat=b]\nMitglieder: [A:Kammer Olpe=k], [A:VHS Olpe=v]\n"


def tiers(text: str, topic: str = "") -> dict[str, str]:
    return {relation.subject: relation.tier for relation in relations(text, topic)}


def test_a_list_of_members_is_sure() -> None:
    assert {"k": "high", "v": "high"} == tiers(LIST)


def test_a_class_of_institutions_is_never_surely_a_member() -> None:
    document, nodes = marked(LIST)
    vague = [replace(node, generic=node.id == "k") for node in nodes]
    assert {"k": "medium", "v": "high"} == {r.subject: r.tier for r in find_relations(document, vague)}


def test_a_bare_name_is_in_doubt_where_a_text_names_two_of_its_kind() -> None:
    document, nodes = marked(
        "Der [B:Beirat=b] tagt. Ihm gehören das [A:Jobcenter=j] und die [A:VHS Olpe=v] an. Das [A:Jobcenter Hagen=h] kommt."
    )
    typed = [replace(n, type="actor-type/jobcenter", label=f"{n.label} Unna") if n.id == "j" else n for n in nodes]
    typed = [replace(n, type="actor-type/jobcenter") if n.id == "h" else n for n in typed]
    found = {r.subject: r.tier for r in find_relations(document, typed) if r.predicate == "memberOf"}
    assert ("medium", "high") == (found["j"], found["v"])


def test_a_plan_is_never_sure() -> None:
    text = "Ab 2027 soll die [A:Kammer Olpe=k] den [B:Beirat=b] leiten."
    assert {"k": "medium"} == tiers(text)


def test_what_hangs_on_the_topic_stays_a_guess() -> None:
    (relation, *_) = relations(LIST)
    document, nodes = marked(LIST)
    from loaders.prose.rules.relation_passages import read

    guess = replace(relation, tier="low")
    assert guess == with_trust(read(document, nodes, ""), guess)


def test_few_cases_count_less_than_many_of_the_family() -> None:
    some = Trust(0.8, 4, 0.7, {"cue/lead coordinates": (1, 1)}, {"cue coordinates": (99, 1)})
    many = Trust(0.8, 4, 0.7, {"cue/lead coordinates": (20, 20)}, {"cue coordinates": (99, 1)})
    assert 0.7 < some.of("cue/lead", "coordinates") < 0.9
    assert many.of("cue/lead", "coordinates") < 0.6


def test_ends_that_are_only_meant_get_no_credit_of_the_family() -> None:
    known = Trust(0.8, 4, 0.7, {}, {"cue memberOf": (99, 1)})
    assert known.of("cue/join", "memberOf") > 0.9
    assert known.of("cue/join/before", "memberOf") == pytest.approx(0.7)


def test_what_was_measured_names_known_predicates() -> None:
    assert trust().measured
    for name, (right, wrong) in trust().measured.items():
        rule, _, predicate = name.rpartition(" ")
        assert predicate in load().predicates
        assert rule.split("/")[0] in ("layout", "cue", "beside")
        assert right >= 0
        assert right + wrong > 0
