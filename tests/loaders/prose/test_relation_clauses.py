"""Sentences in clauses, mentions in groups, verbs in their forms."""

from __future__ import annotations

import pytest

from loaders.prose.rules.conjugation import attributive, forms
from loaders.prose.rules.relation_passages import Sentence, read
from tests.loaders.prose.marked import marked


def sentence(text: str) -> Sentence:
    document, nodes = marked(text)
    return read(document, nodes, "").passages[0].sentences[0]


def groups(text: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (tuple(naming.node for naming in group.members), group.preposition)
        for clause in sentence(text).clauses
        for group in clause.groups
    ]


def test_names_joined_by_and_are_one_group() -> None:
    assert [(("a", "b", "c"), "")] == groups("Die [A:VHS=a], der [A:Kreis=b] und die [A:Kammer=c] tagen.")


def test_a_preposition_holds_for_the_whole_group() -> None:
    assert [(("a",), ""), (("b", "c"), "mit")] == groups(
        "Die [A:VHS=a] plant mit dem [A:Kreis=b] und der [A:Kammer=c]."
    )


def test_a_genitive_is_no_part_of_the_list() -> None:
    found = groups("Die [A:VHS=a] der [A:Stadt=s] und die [A:Kammer=c] tagen.")
    assert [(("a", "c"), ""), (("s",), "")] == found


def test_a_relative_clause_tells_about_what_stands_before_it() -> None:
    main, relative = sentence("Die [A:VHS=a], die [T:Frauen=t] berät, liegt im [R:Westen=r].").clauses
    assert ("die", "a") == (relative.pronoun, relative.antecedent[0].node)
    assert ["a", "r"] == [naming.node for group in main.groups for naming in group.members]


def test_the_end_of_a_list_is_no_relative_clause() -> None:
    (only,) = sentence("Im [B:Beirat=b] sind die [A:VHS=a], die [A:Kammer=k] und der [A:Kreis=r] vertreten.").clauses
    assert 2 == len(only.groups)


def test_a_clause_inside_a_clause_is_taken_out_of_it() -> None:
    text = "Die [A:VHS=a], an die der [A:Kreis=k] Menschen, die [H:Deutsch=h] lernen, verweist, öffnet um acht."
    assert {("", ""), ("die", "an"), ("die", "")} == {(c.pronoun, c.preposition) for c in sentence(text).clauses}


def test_main_clauses_are_parted_before_what_leads_to_the_next_verb() -> None:
    found = sentence("Die [A:VHS=a] berät [T:Frauen=f] und der [A:Kreis=k] fördert die [O:Kurse=o].").clauses
    assert [["a", "f"], ["k", "o"]] == [[n.node for g in clause.groups for n in g.members] for clause in found]


@pytest.mark.parametrize(
    ("verb", "finite", "participle"),
    [
        ("koordinieren", "koordiniert", "koordiniert"),
        ("verweisen", "verweist", "verwiesen"),
        ("weiter|leiten", "leitet", "weitergeleitet"),
        ("an|bieten", "bietet", "angeboten"),
        ("uebergeben", "uebergibt", "uebergeben"),
        ("vermitteln", "vermittelt", "vermittelt"),
        ("lotsen", "lotst", "gelotst"),
    ],
)
def test_a_verb_is_known_in_its_forms(verb: str, finite: str, participle: str) -> None:
    known = forms(verb)
    assert finite in known.finite
    assert participle == known.participle


def test_a_parting_verb_is_known_with_its_particle_in_front() -> None:
    known = forms("weiter|leiten")
    assert {"weiterleitet", "weiterleiten"} <= known.joined
    assert "weiterzuleiten" in known.infinitives
    assert "weitergeleitete" in attributive(known.participle)


def test_an_article_before_a_name_of_known_gender_tells_its_case() -> None:
    found = groups("Auch die [A:Beratung=b] der [A:Caritas=c] und der [A:Sozialdienst=s] der [A:Klinik=k] helfen.")
    assert [(("b", "s"), ""), (("c",), ""), (("k",), "")] == found
