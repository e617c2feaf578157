"""Laws of provisions on drawn statements: nothing is lost, nothing invented, nothing multiplied out."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.limits import limit_of
from ontology.facets import parse, subsumes
from tests.graph.saying import Read, Sayings
from tests.graph.test_derive_conflicts import saying, sentences

GROUPS = {"Frauen": "audience/frauen", "Männer": "audience/maenner", "Eltern": "audience/eltern"}
PLACES = {"Hagen": "region/05914", "Kreis Olpe": "region/05966", "Siegen": "region/05970040"}
THEMES = {"Sprache": "theme/sprache", "Digitalisierung": "theme/digitalisierung"}
OFFERS = {"Kochkurs": "offer/vhs-hagen/kochkurs", "Nähkurs": "offer/vhs-hagen/naehkurs"}

joint = st.tuples(
    st.sampled_from(sorted(OFFERS)),
    st.sampled_from(sorted(GROUPS)),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(sorted(THEMES)),
)
forms = st.sampled_from(["offers", "forAudience", "onTheme", "inRegion"])


def say(said: Sayings, form: str, offer: str, group: str, place: str, theme: str) -> None:
    """Say the same joint claim in one of its four forms."""
    conditions = {"offer": offer, "audience": group, "region": place, "theme": theme}
    target = {"offers": "offer", "forAudience": "audience", "onTheme": "theme", "inRegion": "region"}[form]
    said.say("VHS Hagen", form, conditions.pop(target), **conditions)


def expanded(read: Read) -> set[tuple[str, ...]]:
    """Return every single combination the provisions claim."""
    return {
        combination
        for row in read.rows("provision")
        for combination in product([row["offer"]], row["audiences"], row["regions"], row["themes"])
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(forms, joint), min_size=1, max_size=12))
def test_joint_claims_in_any_form_give_exactly_what_was_said(lines: list[Any]) -> None:
    said = Sayings()
    for form, claim in lines:
        say(said, form, *claim)
    expected = {
        (OFFERS[offer], GROUPS[group], PLACES[place], THEMES[theme]) for _, (offer, group, place, theme) in lines
    }
    assert expected == expanded(said.read())


@settings(max_examples=25, deadline=None)
@given(st.lists(sentences, max_size=12))
def test_nothing_is_invented(lines: list[Any]) -> None:
    said = saying(lines)
    read = said.read()
    # A limit such as "SGB II" is a group of its own, which the vocabulary may know by name.
    limits = {str(one.evidence[0]): parse(text) for one in said.statements if (text := limit_of(one.conditions))}
    facets = {row["id"]: parse(row["alternatives"]) for row in read.rows("concept")}
    about = {row["place"]: {name.partition("+")[0] for name in row["about"]} for row in read.rows("evidence")}
    carried = {row["id"]: set(row["themes"]) for row in read.rows("offer")}
    same = {row["id"]: set(row["broader"]) | {row["id"]} for row in read.rows("concept")}
    for row in read.rows("provision"):
        stated = {name for place in row["evidence"] for name in about[place]}
        bases = {group.partition("+")[0] for group in row["audiences"]} - {"audience/"}
        stated_limits = [limits[place] for place in row["evidence"] if place in limits]
        for base in bases:
            assert stated & same[base] or any(subsumes(facets[base], limit) for limit in stated_limits)
        assert set(row["themes"]) <= stated | carried.get(row["offer"], set())


@settings(max_examples=25, deadline=None)
@given(st.lists(sentences, max_size=12))
def test_every_group_and_theme_an_actor_states_is_served_or_refused_by_it(lines: list[Any]) -> None:
    said = saying(lines)
    read = said.read()
    links = said.links()
    lost = {place for row in read.rows("conflict") if row["settled"] for place in row["other"]}
    served: dict[str, set[str]] = {}
    broader = {row["id"]: set(row["broader"]) for row in read.rows("concept")}
    for row in read.rows("provision"):
        found = served.setdefault(row["provider"], set())
        for concept in (*row["audiences"], *row["themes"]):
            found |= {concept, concept.partition("+")[0], *broader.get(concept, ())}
    for statement in said.statements:
        kind = {"forAudience": "TargetGroup", "onTheme": "Theme"}.get(statement.predicate)
        place = str(statement.evidence[0])
        if kind and place not in lost and not isinstance(statement.object, str):
            label = getattr(statement.object, "label", "")
            provider = links.entity(statement.source, statement.subject)
            for concept in links.concept(kind, statement.source, statement.subject.scope, label):
                assert concept in served[provider], (statement, served[provider])
