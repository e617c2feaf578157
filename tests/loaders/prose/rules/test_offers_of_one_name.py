"""Offers of one name in two towns, or of two providers, are two; one offer said twice is one."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loaders.prose.rules.reading_aid import labels, nodes, quotes

TOWNS = ("Detmold", "Siegen", "Hagen", "Iserlohn", "Attendorn")
NAMES = ("Alpha-Café", "Bildungsberatung", "Digital-Sprechstunde")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Das Alpha-Café in Olpe", "Das Alpha-Café in Siegen"),
        ("Das Alpha-Café in der Stadt Olpe", "Das Alpha-Café am Standort Siegen"),
        ("Das Alpha-Café (Olpe)", "Das Alpha-Café (Siegen)"),
        ("Das Alpha-Café im Landkreis Celle", "Das Alpha-Café im Landkreis Uelzen"),
        ("Das Alpha-Café Olpe", "Das Alpha-Café Siegen"),
        ("Das Hagener Alpha-Café", "Das Siegener Alpha-Café"),
        ("Das Alpha-Café der VHS Hagen", "Das Alpha-Café der AWO Siegen"),
        ("Das Alpha-Café der VHS Hagen", "Das Alpha-Café in Siegen"),
        ("Das Lerncafé in der Stadtbücherei Künzelsau", "Das Lerncafé in Öhringen"),
    ],
)
def test_offers_whose_home_is_said_apart_are_apart(one: str, other: str) -> None:
    found = labels(f"{one} öffnet montags. {other} öffnet dienstags.", "Offer")
    assert [one.removeprefix("Das "), other.removeprefix("Das ")] == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Das Alpha-Café in Olpe", "Das Alpha-Café in der Stadt Olpe"),
        ("Das Alpha-Café in Olpe", "Das Alpha-Café im Kreis Olpe"),
        ("Das Alpha-Café in Olpe", "Das Alpha-Café"),
        ("Das Alpha-Café", "Das Alpha-Café in Olpe"),
        ("Das Alpha-Café in Olpe und Siegen", "Das Alpha-Café in Siegen"),
        ("Die Digital-Sprechstunde in Detmold (dienstags) und Blomberg", "Die Digital-Sprechstunde in Blomberg"),
        ("Die Sprachberatung der VHS Hagen in Olpe", "Die Sprachberatung der VHS Hagen in Siegen"),
        ("Die Sprachberatung der VHS", "Die Sprachberatung der Volkshochschule Hagen"),
        ("Kurzkurse in Olpe", "Kurzkurse in Siegen"),
        ("Die Sprachberatung für Frauen", "Die Sprachberatung für Männer"),
    ],
)
def test_one_offer_said_twice_is_one(one: str, other: str) -> None:
    assert 1 == len(nodes(f"{one} ist neu. {other} ist alt.", "Offer"))


@pytest.mark.parametrize(
    "text",
    [
        "Angebote\n\nAlpha-Café\nAnbieter: VHS Hagen\nOrt: Hagen\n\nAlpha-Café\nAnbieter: VHS Siegen\nOrt: Siegen\n",
        "Angebote\n\n## Alpha-Café\n\nDurchführung: VHS Hagen\n\n## Alpha-Café\n\nDurchführung: VHS Siegen\n",
        "| Angebot | Anbieter | Ort |\n|---|---|---|\n| Alpha-Café | VHS Hagen | Hagen |\n| Alpha-Café | VHS Siegen | Siegen |\n",
        "Angebote:\n- Alpha-Café, VHS Hagen, montags\n- Alpha-Café, VHS Siegen, dienstags\n",
        "Angebote:\n- VHS Hagen: Alpha-Café\n- VHS Siegen: Alpha-Café\n",
    ],
)
def test_entries_of_a_directory_that_name_other_providers_are_apart(text: str) -> None:
    assert ["Alpha-Café (VHS Hagen)", "Alpha-Café (VHS Siegen)"] == labels(text, "Offer")


def test_entries_that_name_only_the_place_are_told_by_it() -> None:
    text = "Angebote\n\nAlpha-Café\nOrt: Hagen\n\nAlpha-Café\nOrt: Siegen, Netphen\n"
    assert ["Alpha-Café (Hagen)", "Alpha-Café (Siegen, Netphen)"] == labels(text, "Offer")


@pytest.mark.parametrize(
    "text",
    [
        "Angebote\n\nAlpha-Café\nAnbieter: VHS Hagen\nOrt: Hagen\n\nAlpha-Café\nAnbieter: VHS Hagen\nOrt: Herdecke\n",
        "| Angebot | Anbieter |\n|---|---|\n| Alpha-Café | VHS Hagen |\n| Alpha-Café | |\n",
        "| Angebot | Verweist an |\n|---|---|\n| Alpha-Café | VHS Hagen |\n| Alpha-Café | VHS Siegen |\n",
        "Angebote:\n- Alpha-Café, VHS Hagen und VHS Siegen\n- Alpha-Café, VHS Siegen\n",
        "Die VHS Hagen bietet das Alpha-Café an. Durchgeführt wird das Alpha-Café von der VHS Siegen.",
    ],
)
def test_entries_that_may_be_of_one_offer_are_one(text: str) -> None:
    assert 1 == len(nodes(text, "Offer"))


def test_another_one_in_a_town_is_another_whatever_the_first_says() -> None:
    text = "Viele kommen in das Alpha-Café. Ein weiteres Alpha-Café in Olpe wünschen wir uns."
    assert ["Alpha-Café", "Alpha-Café in Olpe"] == labels(text, "Offer")
    once_more = "Die Bildungsberatung hilft. Bei Bedarf folgt eine weitere Bildungsberatung."
    assert 1 == len(nodes(once_more, "Offer"))


def test_what_is_said_without_a_home_is_of_the_one_named_before() -> None:
    text = "Das Alpha-Café in Olpe ist neu. Das Alpha-Café kostet nichts.\n\nDas Alpha-Café in Siegen ist alt."
    assert [2, 1] == [len(found) for found in quotes(text, "Offer")]


def test_of_several_the_one_of_the_paragraph_is_meant() -> None:
    text = "Das Alpha-Café in Olpe ist neu.\n\nDas Alpha-Café in Siegen ist alt. Das Alpha-Café kostet nichts."
    assert [1, 2] == [len(found) for found in quotes(text, "Offer")]


def test_where_it_is_open_which_is_meant_neither_is() -> None:
    text = "Das Alpha-Café in Olpe ist neu. Das Alpha-Café in Siegen ist alt.\n\nDas Alpha-Café kostet nichts."
    assert ["Alpha-Café in Olpe", "Alpha-Café in Siegen", "Alpha-Café"] == labels(text, "Offer")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.lists(st.sampled_from(TOWNS), min_size=1, max_size=6))
def test_there_are_as_many_offers_of_a_name_as_towns_it_is_said_to_be_in(name: str, towns: list[str]) -> None:
    text = " ".join(f"Neu ist jetzt auch die Stelle {name} in {town}." for town in towns)
    found = quotes(text, "Offer")
    assert len(set(towns)) == len(found)
    assert sorted(towns.count(town) for town in set(towns)) == sorted(map(len, found))


def test_a_plural_is_of_no_town() -> None:
    assert 1 == len(nodes("Die Sprachkurse in Hagen sind neu. Den Sprachkurs in Siegen gibt es lange.", "Offer"))


def test_many_towns_cost_little() -> None:
    from ontology.regions import gazetteer

    towns = [region.label for region in gazetteer() if region.kind == "city" and " " not in region.label]
    text = "\n\n".join(f"Das Alpha-Café in {town} ist neu." for town in towns * 8)
    start = process_time()
    once = nodes("\n\n".join(f"Das Rathaus in {town} ist neu." for town in towns * 8), "Offer")
    plain = process_time() - start
    found = nodes(text, "Offer")
    assert not once
    assert len(found) > 0.8 * len(towns)
    assert process_time() - start < 4 * plain + 2
