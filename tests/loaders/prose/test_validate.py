"""One test for every proposal: what the text does not bear out goes no further, and says why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.evidence import Span
from loaders.prose.dropped import issues_of
from loaders.prose.extract import Extract, Node, Relation
from loaders.prose.validate import validate
from ontology.messages import sentence
from tests.loaders.prose.writing import Draft, spans

TEXT = """Netzwerk Weiterbildung Olpe
Das Jobcenter Kreis Olpe verweist Ratsuchende an die Volkshochschule Olpe.
Für das Netzwerk ist Frau Mustermann die Ansprechpartnerin.
"""


def draft() -> Draft:
    made = Draft(TEXT)
    network = made.node("Network", "Netzwerk Weiterbildung Olpe", topic=True)
    sender, receiver = made.node("Actor", "Jobcenter Kreis Olpe"), made.node("Actor", "Volkshochschule Olpe")
    made.relation(
        sender, "refersTo", receiver, "Das Jobcenter Kreis Olpe verweist Ratsuchende an die Volkshochschule Olpe"
    )
    made.relation(sender, "memberOf", network, "Das Jobcenter Kreis Olpe")
    return made


def codes(made: Draft, extract: Extract) -> list[str]:
    return [one.code for one in validate(extract, made.document).dropped]


def test_what_the_text_bears_out_stays_as_it_is() -> None:
    made = draft()
    found = validate(made.extract(), made.document)
    assert () == found.dropped
    assert made.extract().nodes == found.extract.nodes
    resolved = replace(made.relations[1], details=(("resolved", "object"),))  # the topic is not named there
    assert {made.relations[0], resolved} == set(found.extract.relations)
    assert made.topic == found.extract.topic


def invented(made: Draft, relation: Relation, **changed: object) -> Extract:
    return replace(made.extract(), relations=(replace(relation, **changed),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"evidence": (Span(0, 9, "Erfunden."),)}, "VN8114"),
        ({"evidence": (Span(0, 9000, "Netzwerk"),)}, "VN8114"),
        ({"evidence": (Span(-9, 8, "Netzwerk"),)}, "VN8114"),
        ({"evidence": ()}, "VN8114"),
        ({"evidence": spans(TEXT, "Für das Netzwerk")}, "VN8115"),
        ({"object": "n9"}, "VN8111"),
        ({"object": "n1"}, "VN8111"),
        ({"predicate": "forAudience"}, "VN8113"),
        ({"predicate": "loves"}, "VN8113"),
        ({"predicate": "label"}, "VN8113"),
        ({"modality": "wahr"}, "VN8104"),
        ({"polarity": "maybe"}, "VN8104"),
        ({"tier": "top"}, "VN8104"),
        ({"conditions": (("mood", "good"),)}, "VN8104"),
    ],
)
def test_a_relation_the_text_does_not_prove_is_dropped_and_says_why(changed: dict[str, object], code: str) -> None:
    made = draft()
    found = validate(invented(made, made.relations[0], **changed), made.document)
    assert () == found.extract.relations
    assert code == found.dropped[-1].code


def test_the_topic_need_not_be_named_beside_every_word_about_it() -> None:
    made = draft()
    sentence_alone = replace(made.relations[1], evidence=spans(TEXT, "Das Jobcenter Kreis Olpe"))
    assert [] == codes(made, replace(made.extract(), relations=(sentence_alone,)))
    assert ["VN8115"] == codes(made, replace(made.extract(), relations=(sentence_alone,), topic=""))


def test_a_recorded_rule_stands_for_an_end_the_evidence_does_not_name_and_a_model_does_not() -> None:
    made = draft()
    by_rule = replace(made.relations[0], evidence=spans(TEXT, "Das Jobcenter Kreis Olpe"), rule="pronoun")
    extract = replace(made.extract(), relations=(by_rule,))
    assert ["VN8115"] == [one.code for one in validate(extract, made.document).dropped]
    (held,) = validate(extract, made.document, vouched=True).extract.relations
    assert (("resolved", "object"),) == held.details
    without = replace(extract, relations=(replace(by_rule, rule=""),))
    assert ["VN8115"] == [one.code for one in validate(without, made.document, vouched=True).dropped]


def test_evidence_that_is_partly_invented_is_kept_as_far_as_it_stands() -> None:
    made = draft()
    said = made.relations[0]
    found = validate(invented(made, said, evidence=(*said.evidence, Span(3, 9, "falsch"))), made.document)
    assert (said,) == found.extract.relations
    assert ["VN8101"] == [one.code for one in found.dropped]


def test_an_end_may_be_named_by_another_name_of_its_own() -> None:
    made = Draft("Die Agentur für Arbeit Olpe (AA).\nDie AA berät im Netzwerk Süd.\n")
    agency = made.node("Actor", "Agentur für Arbeit Olpe", aliases=("AA",))
    network = made.node("Network", "Netzwerk Süd")
    made.relation(agency, "memberOf", network, "Die AA berät im Netzwerk Süd")
    assert [] == codes(made, made.extract())


@pytest.mark.parametrize(
    ("node", "code"),
    [
        (Node("x", "Actor", "Jobcenter", (Span(31, 40, "Sparkasse"),)), "VN8102"),
        (Node("x", "Actor", "Jobcenter", ()), "VN8102"),
        (Node("n0", "Actor", "Olpe", spans(TEXT, "Ratsuchende")), "VN8104"),
        (Node("x", "Animal", "Ratsuchende", spans(TEXT, "Ratsuchende")), "VN8104"),  # type: ignore[arg-type]
        (Node("x", "Actor", "  ", spans(TEXT, "Ratsuchende")), "VN8104"),
        (Node("x", "TargetGroup", "Ratsuchende", spans(TEXT, "Ratsuchende"), type="theme/ki"), "VN8105"),
        (Node("x", "Event", "Ratsuchende", spans(TEXT, "Ratsuchende"), starts="im Mai"), "VN8106"),
        (
            Node("x", "Event", "Ratsuchende", spans(TEXT, "Ratsuchende"), starts="2026-05-02", ends="2026-05-01"),
            "VN8106",
        ),
    ],
)
def test_a_node_nobody_names_or_that_cannot_be_says_why(node: Node, code: str) -> None:
    made = draft()
    assert code in codes(made, made.extract([*made.nodes, node]))


def test_what_cannot_be_of_a_node_is_left_out_and_the_node_stays() -> None:
    made = draft()
    odd = Node(
        "x", "Event", "Ratsuchende", spans(TEXT, "Ratsuchende"), type="theme/ki", starts="2026-05-02", ends="bald"
    )
    found = validate(made.extract([*made.nodes, odd]), made.document).extract.nodes[-1]
    assert ("", "2026-05-02", "") == (found.type, found.starts, found.ends)


def test_of_mentions_that_overlap_the_longer_one_stays() -> None:
    made = draft()
    inner = Node("x", "Region", "Kreis Olpe", spans(TEXT, "Kreis Olpe"))
    found = validate(made.extract([inner, *made.nodes]), made.document)
    assert "x" not in {node.id for node in found.extract.nodes}
    assert ["VN8103", "VN8102"] == [one.code for one in found.dropped]


def test_findings_are_told_one_by_one_up_to_twenty_and_counted_beyond() -> None:
    made = draft()
    lies = tuple(Node(f"x{number}", "Actor", f"Amt {number}", ()) for number in range(25))
    issues = list(issues_of(validate(Extract(lies), made.document).dropped, "projekt.txt"))
    assert ["VN8102"] * 20 + ["VN8120"] == [issue.code for issue in issues]
    assert "5 weitere" in sentence("VN8120", "de", dict(issues[-1].params))


@given(st.permutations(range(3)), st.permutations(range(2)))
def test_the_order_of_a_proposal_does_not_matter_and_testing_again_changes_nothing(
    nodes: list[int], relations: list[int]
) -> None:
    made = draft()
    shuffled = Extract(tuple(made.nodes[at] for at in nodes), tuple(made.relations[at] for at in relations), made.topic)
    found = validate(shuffled, made.document).extract
    assert validate(made.extract(), made.document).extract == found
    assert found == validate(found, made.document).extract


@given(st.integers(-5, 120), st.integers(-5, 240), st.text(max_size=20))
def test_no_place_that_does_not_hold_its_words_survives(start: int, end: int, quote: str) -> None:
    made = draft()
    lie = Node("x", "Theme", "Thema", (Span(start, end, quote),))
    for node in validate(Extract((lie,)), made.document).extract.nodes:
        assert all(TEXT[span.start : span.end] == span.quote != "" for span in node.mentions)
