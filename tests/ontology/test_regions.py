"""Regions: names, ambiguity, sets, and the data they are read from."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.errors import OntologyError
from ontology.regions import Region, covers, extended, gazetteer, overlaps, relation
from tests.ontology.lookups import looked_up

Form = Literal["NFC", "NFD"]
_AROUND = ("region/05970", "region/05966", "region/03241", "region/09477", "region/be", "region/hh")
_REGIONS = [*gazetteer(), *(town for name in _AROUND for town in gazetteer().municipalities(gazetteer()[name]))]


@pytest.mark.parametrize(
    ("label", "region"),
    [
        ("Siegen", "region/05970040"),
        ("Stadt Siegen", "region/05970040"),
        ("Siegener", "region/05970040"),
        ("Olpe", "region/05966"),
        ("Kreis Olpe", "region/05966"),
        ("OE", "region/05966"),
        ("Stadt Olpe", "region/05966024"),
        ("Olpe (Stadt)", "region/05966024"),
        ("Siegen-Wittgenstein", "region/05970"),
        ("SiWi", "region/05970"),
        ("Kreises Siegen-Wittgenstein", "region/05970"),
        ("Siegen-Wittgenstein/Olpe", "region/siegen-wittgenstein-olpe"),
        ("Kreise Siegen-Wittgenstein und Olpe", "region/siegen-wittgenstein-olpe"),
        ("Siegerland", "region/siegerland"),
        ("Wittgenstein", "region/wittgenstein"),
        ("Märkischer Kreis", "region/05962"),
        ("Märkischen Kreises", "region/05962"),
        ("märk. Kreis", "region/05962"),
        ("MK", "region/05962"),
        ("Märkische Region", "region/maerkische-region"),
        ("Märk. Region", "region/maerkische-region"),
        ("MAERKISCHE REGION", "region/maerkische-region"),
        ("Hagen", "region/05914"),
        ("Hagen (Stadt)", "region/05914"),
        ("Ennepe-Ruhr-Kreis", "region/05954"),
        ("Ennepe-Ruhr", "region/05954"),
        ("EnnepeRuhr-Kreis", "region/05954"),
        ("EN", "region/05954"),
        ("ENK", "region/05954"),
        ("EN-Kreis", "region/05954"),
        ("südlicher Ennepe-Ruhr-Kreis", "region/suedlicher-ennepe-ruhr-kreis"),
        ("südlichen EN-Kreis", "region/suedlicher-ennepe-ruhr-kreis"),
        ("Wetter", "region/05954032"),
        ("Landkreis Goslar", "region/03153"),
        ("LK Goslar", "region/03153"),
        ("Goslar", "region/03153"),
        ("Stadt Goslar", "region/03153017"),
        ("Braunschweig", "region/03101"),
        ("BS", "region/03101"),
        ("Region Braunschweig-Wolfsburg", "region/suedostniedersachsen"),
        ("Südostniedersachsen", "region/suedostniedersachsen"),
        ("Osnabrück", "region/03404"),
        ("Landkreis Osnabrück", "region/03459"),
        ("Oldenburg", "region/03403"),
        ("Hannover", "region/03241001"),
        ("Region Hannover", "region/03241"),
        ("Raum Siegen", "region/05970040"),
        ("im Kreis Olpe", "region/05966"),
        ("NRW", "region/nw"),
        ("Nordrhein-Westfalen", "region/nw"),
        ("Niedersachsen", "region/ni"),
        ("bundesweit", "region/deutschland"),
        ("Agenturbezirk Hagen", "region/agenturbezirk-hagen"),
        ("Regierungsbezirk Arnsberg", "region/regierungsbezirk-arnsberg"),
    ],
)
def test_a_name_means_a_region(label: str, region: str) -> None:
    found = gazetteer().find(label)
    assert found is not None
    assert region == found.id


@pytest.mark.parametrize("label", ["", "Nirgendwo", "Jobcenter Hagen", "bs", "PE-Abteilung", "Frauen"])
def test_what_is_no_place_is_not_found(label: str) -> None:
    assert gazetteer().find(label) is None


def test_a_name_of_two_places_is_decided_by_what_is_near() -> None:
    known = gazetteer()
    assert known["region/05966024"] == known.find("Olpe", near=known["region/05966"])
    assert known["region/05966"] == known.find("Olpe", near=known["region/siegen-wittgenstein-olpe"])
    assert known["region/05966"] == known.find("Olpe", near=known["region/maerkische-region"])
    assert known["region/03404"] == known.find("Osnabrück", near=known["region/03404"])
    assert known["region/03459"] == known.find("Osnabrück", near=known["region/03459"])
    assert known["region/06534016"] == known.find("Neustadt", near=known["region/06534"])
    assert known["region/08335075"] == known.find("Singen", near=known["region/08335"])
    assert known.find("Neustadt", near=known["region/by"]) is None


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Agentur für Arbeit Hagen", ["Hagen"]),
        ("Arbeitsagenturen Hagen und Iserlohn", ["Hagen", "Iserlohn"]),
        ("Regionalagentur Siegen-Wittgenstein/Olpe", ["Siegen-Wittgenstein/Olpe"]),
        ("Bildungsberatung Kreis Siegen-Wittgenstein", ["Kreis Siegen-Wittgenstein"]),
        ("Märkischer Kreis, südlicher Ennepe-Ruhr-Kreis und kreisfreie Stadt Hagen", ["Märkischer Kreis", "südlicher Ennepe-Ruhr-Kreis", "Hagen"]),
        ("Weiterbildungsverbund Südostniedersachsen", ["Südostniedersachsen"]),
        ("Hagener Bildungswerk", ["Hagen"]),
        ("Jobcenter EN", ["Ennepe-Ruhr-Kreis"]),
        ("Angebote im MK", ["Märkischer Kreis"]),
        ("Sprachen: DE/EN", []),
        ("PE und BS", []),
        ("Kochen und Essen", []),
        ("Essen in Gemeinschaft", []),
        ("Jobcenter Essen", ["Essen"]),
        ("Dortmund, Essen und Hagen", ["Dortmund", "Essen", "Hagen"]),
        ("Wenden Sie sich an die VHS", []),
        ("VHS Wenden", ["Wenden"]),
        ("Gemeinsam siegen", []),
        ("wie ein mk. Ding", []),
        ("Olpe, Olpe", ["Kreis Olpe"]),
        ("nrw-weit", ["Nordrhein-Westfalen"]),
        ("Beschäftigte", []),
        ("", []),
    ],
)  # fmt: skip
def test_places_are_found_inside_longer_labels(text: str, labels: list[str]) -> None:
    assert labels == [region.label for region in gazetteer().find_all_in(text)]


def test_every_region_is_found_by_its_label_and_its_own_names() -> None:
    known = gazetteer()
    for region in known:
        assert region == known.find(region.label)
        assert any(
            region == known.find(name, near=region) or region == known.find(name)
            for name in region.names or [region.label]
        )


# Districts and municipalities of each Land on 1 January 2023, from general knowledge.
_COUNTS = {
    "01": (15, 1104), "02": (1, 1), "03": (45, 939), "04": (2, 2), "05": (53, 396), "06": (26, 421), "07": (36, 2301), "08": (44, 1101),
    "09": (96, 2056), "10": (6, 52), "11": (1, 1), "12": (18, 413), "13": (8, 726), "14": (13, 418), "15": (14, 218), "16": (22, 624),
}  # fmt: skip


@pytest.mark.parametrize("land", _COUNTS)
def test_every_land_has_its_districts_and_municipalities(land: str) -> None:
    known = gazetteer()
    districts = [region for region in known if region.kind in ("district", "city") and region.key.startswith(land)]
    cities = sum(region.kind == "city" for region in districts)
    towns = sum(town.kind == "municipality" and town.key.startswith(land) for town in known.municipalities())
    alone = not districts  # Hamburg and Berlin are Land, district and municipality in one
    assert _COUNTS[land] == (len(districts) + alone, cities + towns + alone)


def test_there_are_400_districts_with_a_nuts_code_each_and_16_laender() -> None:
    districts = [region for region in gazetteer() if region.kind in ("district", "city")]
    assert 398 == len(districts)
    assert 398 == len({region.nuts for region in districts})
    assert all(region.nuts.startswith("DE") and len(region.nuts) == 5 for region in districts)
    assert 16 == sum(region.kind == "land" for region in gazetteer())


def test_every_district_contains_its_municipalities_and_nothing_else() -> None:
    known = gazetteer()
    for district in known:
        if district.kind == "district":
            towns = list(known.municipalities(district))
            assert district.atoms == frozenset().union(*(town.atoms for town in towns))
            assert all(town.key.startswith(district.key) and len(town.key) == 8 for town in towns)
            assert len(towns) >= 6, district.label


def test_every_municipality_is_found_by_its_label_and_no_other() -> None:
    known = gazetteer()
    towns = list(known.municipalities())
    assert len(towns) == len({town.label for town in towns} - {region.label for region in known})
    assert [] == [town.label for town in towns if known.find(town.label) != town]


@pytest.mark.parametrize(
    ("one", "expected", "other"),
    [
        ("Märkische Region", "covers", "Hagen"),
        ("Märkische Region", "covers", "Märkischer Kreis"),
        ("Märkische Region", "overlaps", "Ennepe-Ruhr-Kreis"),
        ("Märkische Region", "covers", "südlicher Ennepe-Ruhr-Kreis"),
        ("Märkische Region", "covers", "Schwelm"),
        ("Märkische Region", "outside", "Witten"),
        ("Märkische Region", "outside", "Hattingen"),
        ("Märkische Region", "equal", "Kammerbezirk der SIHK zu Hagen"),
        ("Märkische Region", "overlaps", "Südwestfalen"),
        ("südlicher Ennepe-Ruhr-Kreis", "within", "Ennepe-Ruhr-Kreis"),
        ("Agenturbezirk Hagen", "covers", "Ennepe-Ruhr-Kreis"),
        ("Agenturbezirk Hagen", "overlaps", "Märkische Region"),
        ("Agenturbezirk Siegen", "equal", "Siegen-Wittgenstein/Olpe"),
        ("Siegen", "within", "Kreis Siegen-Wittgenstein"),
        ("Siegen", "outside", "Wittgenstein"),
        ("Siegerland", "covers", "Siegen"),
        ("Stadt Goslar", "within", "Landkreis Goslar"),
        ("Stadt Hannover", "within", "Region Hannover"),
        ("Südostniedersachsen", "covers", "Wolfsburg"),
        ("Südostniedersachsen", "within", "Niedersachsen"),
        ("Nordrhein-Westfalen", "covers", "Südwestfalen"),
        ("Nordrhein-Westfalen", "outside", "Niedersachsen"),
        ("Deutschland", "covers", "Bayern"),
        ("Deutschland", "covers", "Stadt Olpe"),
        ("Oberfranken", "covers", "Landkreis Kulmbach"),
        ("Landkreis Kulmbach", "covers", "Neudrossenfeld"),
        ("Ostfriesland", "covers", "Stadt Norden"),
        ("Vorpommern", "outside", "Schwerin"),
        ("Wartburgkreis", "covers", "Eisenach"),
        ("Landkreis Göttingen", "covers", "Osterode am Harz"),
        ("Berlin", "covers", "Berlin-Mitte"),
        ("Hamburg", "covers", "Hamburg-Harburg"),
        ("Hamburg-Harburg", "outside", "Landkreis Harburg"),
        ("Land Bremen", "covers", "Bremerhaven"),
        ("Donau-Iller", "overlaps", "Bayern"),
    ],
)
def test_regions_compare_as_sets(one: str, expected: str, other: str) -> None:
    first, second = gazetteer().find(one), gazetteer().find(other)
    assert first is not None
    assert second is not None
    assert expected == relation(first.atoms, second.atoms)


def test_siegerland_and_wittgenstein_make_up_the_kreis() -> None:
    known = gazetteer()
    assert known["region/05970"].atoms == known["region/siegerland"].atoms | known["region/wittgenstein"].atoms
    assert not overlaps(known["region/siegerland"].atoms, known["region/wittgenstein"].atoms)


def test_government_districts_and_laender_part_the_country() -> None:
    known = gazetteer()
    lands = [region.atoms for region in known if region.kind == "land"]
    assert known["region/deutschland"].atoms == frozenset().union(*lands)
    assert sum(map(len, lands)) == len(known["region/deutschland"].atoms)
    governed = [region.atoms for region in known if region.kind == "government-district"]
    assert sum(map(len, governed)) == len(frozenset().union(*governed))
    whole = [known[f"region/{land}"].atoms for land in ("nw", "he", "bw", "by")]
    assert frozenset().union(*whole) == frozenset().union(*governed)


def test_what_was_not_compared_with_an_official_list_says_so() -> None:
    known = gazetteer()
    assert not known["region/agenturbezirk-hagen"].checked
    assert not known["region/ostfriesland"].checked
    assert known["region/mittelfranken"].checked
    assert known["region/maerkische-region"].checked


def test_unknown_places_lie_outside_of_everything() -> None:
    hagen = gazetteer()["region/05914"].atoms
    nowhere: frozenset[str] = frozenset()
    assert "outside" == relation(nowhere, hagen) == relation(hagen, nowhere) == relation(nowhere, nowhere)
    assert not covers(hagen, nowhere)
    assert not overlaps(hagen, nowhere)


def test_a_region_may_add_its_own_spaces() -> None:
    known = extended(
        [
            {
                "id": "volmetal",
                "label": "Volmetal",
                "kind": "space",
                "keys": ["05914", "05962012"],
                "names": ["Tal der Volme"],
            }
        ]
    )
    assert [known["region/volmetal"]] == list(known.find_all_in("Bildungszentrum Volmetal gGmbH"))
    assert "overlaps" == relation(known["region/volmetal"].atoms, known["region/05962"].atoms)
    with pytest.raises(OntologyError, match="99999"):
        extended([{"id": "x", "label": "X", "kind": "space", "keys": ["99999"]}])
    with pytest.raises(OntologyError, match="keys"):
        extended([{"id": "x", "label": "X", "kind": "space"}])


def test_near_names_are_suggested_for_an_unknown_place() -> None:
    assert "region/05914" in [region.id for region in gazetteer().near("Haagen")]
    assert "region/05970" in [region.id for region in gazetteer().near("Siegen-Witgenstein")]
    assert "region/09477142" in [region.id for region in gazetteer().near("Neudrosenfeld")]


_SETS = st.sampled_from(_REGIONS).map(lambda region: region.atoms)
_CONVERSE = {"equal": "equal", "covers": "within", "within": "covers", "overlaps": "overlaps", "outside": "outside"}


@settings(deadline=None)
@given(_SETS, _SETS, _SETS)
def test_laws_of_the_region_algebra(one: frozenset[str], two: frozenset[str], three: frozenset[str]) -> None:
    assert "equal" == relation(one, one)
    assert covers(one, one)
    assert _CONVERSE[relation(one, two)] == relation(two, one)
    assert covers(one, two) == (relation(one, two) in ("equal", "covers"))
    assert overlaps(one, two) == (relation(one, two) != "outside")
    if covers(one, two) and covers(two, three):
        assert covers(one, three)
    if covers(one, two) and covers(two, one):
        assert one == two
    if covers(one, two) and overlaps(two, three):
        assert overlaps(one, three)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_may_be_searched(text: str) -> None:
    known = gazetteer()
    known.find(text)
    assert len(known.find_all_in(text)) == len(set(known.find_all_in(text)))


@settings(deadline=None)
@given(st.sampled_from(_REGIONS), st.sampled_from(get_args(Form)), st.sampled_from(["", " ", "\u00a0", "\t "]))
def test_spelling_in_unicode_and_space_change_nothing(region: Region, form: Form, space: str) -> None:
    written = unicodedata.normalize(form, region.label).replace(" ", f" {space}") + space
    assert region == gazetteer().find(written)
    assert region in gazetteer().find_all_in(f"Angebote für {written}")


def test_the_gazetteer_loads_without_rdflib_and_rapidfuzz() -> None:
    script = (
        "import sys, ontology.regions as regions; regions.gazetteer();"
        "sys.exit('rdflib' in sys.modules or 'rapidfuzz' in sys.modules)"
    )
    assert 0 == subprocess.run([sys.executable, "-c", script], check=False).returncode


def test_a_label_is_searched_with_no_more_than_a_look_up_for_each_word(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [f"Bildungszentrum {region.label} Nr. {number}" for number, region in enumerate(_REGIONS)]
    asked = looked_up(monkeypatch)
    for label in labels:
        gazetteer().find_all_in(label)
    assert 0 < len(asked) <= sum(len(label.split()) for label in labels)


def test_a_town_told_apart_by_what_lies_around_it_is_found_inside_a_longer_label() -> None:
    found = gazetteer().find_all_in("Beratung in Burgdorf (Region Hannover) und Kassel")
    assert ["Burgdorf (Region Hannover)", "Kassel"] == [region.label for region in found]
