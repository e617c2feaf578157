"""Names of institutions: which labels mean one institution, which look like one, and that nothing merges falsely."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ontology.institution_forms import grammar
from ontology.institutions import InstitutionKey, institution, looks_like_institution
from ontology.regions import gazetteer
from ontology.vocabulary import load

# Labels of one line mean one institution.
SAME = [
    ["Agentur für Arbeit Hagen", "Arbeitsagentur Hagen", "Agentur f. Arbeit Hagen", "AA Hagen", "AfA Hagen", "Agentur fuer Arbeit Hagen", "Arb.agentur Hagen",
     "AGENTUR FÜR ARBEIT HAGEN", "Agentur für Arbeit in Hagen", "Agentur für Arbeit Hagen*", "Agentur für Arbeit Hagen¹", "Hagener Arbeitsagentur", "Agentur für\u00a0Arbeit  Hagen", "Agentur Hagen"],
    ["Agentur für Arbeit Siegen", "AA Siegen", "Arbeitsagentur Siegen"],
    ["Agentur für Arbeit Iserlohn", "AA Iserlohn", "Ag. f. Arbeit Iserlohn"],
    ["Agentur für Arbeit Braunschweig-Goslar", "AA Braunschweig/Goslar", "Arbeitsagentur Goslar-Braunschweig"],
    ["Jobcenter Hagen", "JC Hagen", "Job-Center Hagen", "Jobcenter der Stadt Hagen", "Jobcenter Hagen (fiktiv)", "Jobcenter Hagen (JC)"],
    ["Jobcenter Märkischer Kreis", "JC MK", "Jobcenter MK", "Jobcenter des Märkischen Kreises", "Jobcenter Märk. Kreis"],
    ["Jobcenter Ennepe-Ruhr-Kreis", "Jobcenter EN", "JC EN", "Jobcenter EN-Kreis", "Jobcenter Ennepe-Ruhr", "jobcenter en"],
    ["Jobcenter Kreis Olpe", "Jobcenter Olpe", "JC OE", "Jobcenter des Kreises Olpe"],
    ["Jobcenter Siegen-Wittgenstein", "JC SiWi", "Jobcenter Kreis Siegen-Wittgenstein"],
    ["Volkshochschule Siegen", "VHS Siegen", "vhs Siegen", "V.H.S. Siegen", "Volkshochschule der Stadt Siegen", "VHS Siegen e. V."],
    ["Volkshochschule Siegen-Wittgenstein", "VHS Siegen-Wittgenstein", "VHS des Kreises Siegen-Wittgenstein", "Kreisvolkshochschule Siegen-Wittgenstein", "KVHS SiWi"],
    ["VHS Lennetal", "Volkshochschule Lennetal", "VHS-Zweckverband Lennetal", "Volkshochschul-Zweckverband Lennetal"],
    ["SIHK zu Hagen", "Südwestfälische Industrie- und Handelskammer zu Hagen", "SIHK", "SIHK Hagen", "IHK Hagen", "Südwestfälische IHK zu Hagen"],
    ["IHK Siegen", "Industrie- und Handelskammer Siegen", "Industrie- u. Handelskammer Siegen", "IHK zu Siegen", "Industrie & Handelskammer Siegen"],
    ["HWK Südwestfalen", "Handwerkskammer Südwestfalen"],
    ["Handwerkskammer Braunschweig-Lüneburg-Stade", "HWK Braunschweig-Lüneburg-Stade"],
    ["Kreishandwerkerschaft Märkischer Kreis", "KH Märkischer Kreis", "KH MK", "KHS MK"],
    ["Kommunales Integrationszentrum Hagen", "KI Hagen", "Kommunales Integrationszentrum der Stadt Hagen", "Kommunales Integrationszentrum (KI) Hagen", "Komm. Integrationszentrum Hagen"],
    ["Kompetenzzentrum Frau und Beruf Märkische Region", "Komp.zentrum Frau & Beruf Märk. Region", "KFB Märkische Region", "Kompetenzzentrum Frau und Beruf der Märkischen Region"],
    ["Kompetenzzentrum Frau und Beruf", "Komp.zentrum Frau & Beruf", "KFB", "Kompetenzzentrum Frau + Beruf"],
    ["Regionalagentur Märkische Region", "RA Märkische Region", "Regionalagentur Märk. Region", "Regional-Agentur Märkische Region"],
    ["Regionalagentur Siegen-Wittgenstein/Olpe", "RA Siegen-Wittgenstein und Olpe"],
    ["IQ Netzwerk NRW", "IQ-Netzwerk Nordrhein-Westfalen", "IQ NRW", "Förderprogramm IQ NRW"],
    ["BBiE der Agentur für Arbeit Hagen", "BBiE Hagen", "Agentur für Arbeit Hagen – BBiE", "Berufsberatung im Erwerbsleben (BBiE), Agentur für Arbeit Hagen", "BBiE der AA Hagen", "Berufsberatung im Erwerbsleben der Arbeitsagentur Hagen"],
    ["Arbeitgeber-Service Hagen", "AG-S Hagen", "Arbeitgeberservice der Agentur für Arbeit Hagen", "Gemeinsamer Arbeitgeber-Service Hagen"],
    ["Weiterbildungsberatung der VHS Lennetal", "VHS Lennetal – Weiterbildungsberatung", "Volkshochschule Lennetal, Weiterbildungsberatung"],
    ["Bildungsberatung Kreis Siegen-Wittgenstein", "Kreis Siegen-Wittgenstein – Bildungsberatung", "Bildungsberatung des Kreises Siegen-Wittgenstein", "Kreis Siegen-Wittgenstein - Bildungsberatung"],
    ["Bildungszentrum der IHK Siegen", "IHK-Bildungszentrum Siegen"],
    ["Bildungswerk Siegerland", "Bildungswerk Siegerland (fiktiv)", "Bildungswerk Siegerland e.V.", "Bildungswerk Siegerland e. V."],
    ["Bildungszentrum Volmetal gGmbH", "Bildungszentrum Volmetal", "Bildungszentrum Volmetal gemeinnützige GmbH", "Bildungszentrum Volmetal gGmbH (fiktiv)"],
    ["Kreis Olpe", "Kreisverwaltung Olpe", "Kreisverwaltung des Kreises Olpe"],
    ["Stadt Hagen", "Stadtverwaltung Hagen"],
    ["Technische Universität Braunschweig", "TU Braunschweig"],
    ["FernUniversität in Hagen", "FernUniversität Hagen", "FernUni Hagen", "Fernuniversität"],
    ["Fachhochschule Südwestfalen", "FH Südwestfalen"],
    ["Caritasverband Olpe e. V.", "Caritas Olpe", "Caritasverband Kreis Olpe"],
    ["AWO Hagen", "Arbeiterwohlfahrt Hagen"],
    ["DRK Siegen", "Deutsches Rotes Kreuz Siegen"],
    ["ver.di Südwestfalen", "Verdi Südwestfalen", "Vereinte Dienstleistungsgewerkschaft Südwestfalen"],
    ["IG Metall Salzgitter-Peine", "IGM Salzgitter/Peine"],
    ["Fachkräfte.Bilden.Zukunft (F.B.Z.)", "Fachkräfte.Bilden.Zukunft", "Fachkräfte Bilden Zukunft"],
    ["F.B.Z.", "FBZ", "F. B. Z."],
    ["Bundesministerium für Arbeit und Soziales", "BMAS", "Bundesministerium für Arbeit und Soziales (BMAS)"],
    ["Wirtschaftsförderung Hagen", "WiFö Hagen", "Wirtschaftsförderung der Stadt Hagen"],
    ["Migrationsberatung für erwachsene Zuwanderer (MBE) Hagen", "MBE Hagen"],
    ["Katholische Erwachsenenbildung Siegen", "KEB Siegen", "Kath. Erwachsenenbildung Siegen e. V."],
    ["Malteser Hagen", "Malteser Hilfsdienst Hagen"],
    ["Johanniter Hagen", "Johanniter Unfallhilfe Hagen", "Johanniter-Unfall-Hilfe Hagen"],
    ["Deutsche Angestellten-Akademie Siegen", "DAA Siegen"],
    ["Fortbildungsakademie der Wirtschaft (FAW) Siegen", "FAW Siegen"],
    ["Berufliche Fortbildungszentren (bfz) Siegen", "bfz Siegen"],
    ["Ergänzende unabhängige Teilhabeberatung Olpe", "EUTB Olpe", "EUTB Kreis Olpe", "EUTB® Olpe"],
    ["Pflegestützpunkt Olpe", "Pflegestützpunkt Kreis Olpe", "Pflegestützpunkte Olpe"],
    ["Sozialverband VdK Olpe", "VdK Olpe"],
    ["Diakonisches Werk Hagen", "DW Hagen"],
    ["Landratsamt Goslar", "LRA Goslar", "Kreisverwaltung Goslar"],
    ["Bundesamt für Migration und Flüchtlinge Dortmund", "BAMF Dortmund"],
]  # fmt: skip

# No two labels of one line mean the same institution.
DIFFERENT = [
    ["Agentur für Arbeit Hagen", "Agentur für Arbeit Siegen", "Agentur für Arbeit Iserlohn", "Agentur für Arbeit", "Jobcenter Hagen", "Agentur für Arbeit und Jobcenter Hagen", "Agentur für Arbeit Hagen, Geschäftsstelle Schwelm", "Jugendberufsagentur Hagen"],
    ["Jobcenter Hagen", "Jobcenter Märkischer Kreis", "Jobcenter Ennepe-Ruhr-Kreis", "Jobcenter Kreis Olpe", "Jobcenter Siegen", "Jobcenter Siegen-Wittgenstein", "Jobcenter", "Jobcenter Märkischer Kreis, Regionalstelle Iserlohn"],
    ["VHS Siegen", "VHS Siegen-Wittgenstein", "VHS Lennetal", "VHS Olpe", "VHS der Stadt Olpe", "VHS Hagen", "VHS Ennepe-Ruhr-Süd", "VHS Volmetal"],
    ["Volkshochschule Oldenburg", "Kreisvolkshochschule Oldenburg"],
    ["Kreisverwaltung Osnabrück", "Stadtverwaltung Osnabrück"],
    ["Kreisjugendamt Olpe", "Stadtjugendamt Olpe", "Kreisjugendamt Neustadt", "Stadtjugendamt Neustadt", "Jugendamt Neustadt"],
    ["Landkreis Goslar", "Stadt Goslar", "Goslar"],
    ["IHK Siegen", "IHK Braunschweig", "HWK Siegen", "IHK-Akademie Siegen", "SIHK", "IHK Arnsberg"],
    ["BBiE der Agentur für Arbeit Hagen", "Agentur für Arbeit Hagen", "Arbeitgeber-Service der Agentur für Arbeit Hagen", "BBiE der Agentur für Arbeit Siegen", "Reha-Team der Agentur für Arbeit Hagen", "BiZ Hagen"],
    ["Weiterbildungsberatung der VHS Hagen", "Weiterbildungsberatung der Stadt Hagen", "VHS Hagen", "Bildungsberatung der VHS Hagen"],
    ["Bildungswerk Siegerland", "Bildungswerk Lenne", "Bildungszentrum Siegerland", "Bildungsakademie Siegerland", "Siegerland"],
    ["Universität Siegen", "Technische Hochschule Siegen", "Fachhochschule Siegen", "Hochschule Siegen"],
    ["TU Braunschweig", "IHK Braunschweig", "VHS Braunschweig", "TU Clausthal"],
    ["Caritas Hagen", "Diakonie Hagen", "AWO Hagen", "DRK Hagen", "Der Paritätische Hagen", "Diakonisches Werk Hagen", "SkF Hagen"],
    ["DGB Südwestfalen", "IG Metall Südwestfalen", "ver.di Südwestfalen", "IG BCE Südwestfalen"],
    ["Kommunales Integrationszentrum NRW", "Zukunftszentrum KI NRW", "Zukunftszentrum NRW"],
    ["Netzwerk Grundbildung", "Bündnis Grundbildung", "Allianz Grundbildung", "Projekt Grundbildung", "Grundbildung"],
    ["Sparkasse Siegen", "Volksbank Siegen"],
    ["Kompetenzzentrum Frau und Beruf Märkische Region", "Kompetenzzentrum Frau und Beruf Siegen-Wittgenstein/Olpe", "Koordinierungsstelle Frau und Wirtschaft"],
    ["Märkischer Arbeitgeberverband", "Arbeitgeberverband Südwest", "Unternehmerverband Südwest"],
    ["Arbeitskreis Weiterbildung Hagen", "Beirat Weiterbildung Hagen", "Lenkungskreis Weiterbildung Hagen", "Steuerkreis Weiterbildung Hagen"],
    ["Berufsförderungswerk Dortmund", "bfw – Unternehmen für Bildung Dortmund"],
    ["Kreishandwerkerschaft Olpe", "Kreishandwerkerschaft Siegen-Wittgenstein", "Kreis Olpe", "Handwerkskammer Olpe"],
    ["Lernwerkstatt Lenne", "Lernwerkstatt Volme", "VHS Lenne"],
    ["Technische Akademie Nord GmbH", "Technische Akademie Süd GmbH"],
    ["Weiterbildungsverbund Südostniedersachsen", "Qualifizierungsverbund Südostniedersachsen", "Fachkräftebündnis Südostniedersachsen"],
    ["IQ Netzwerk NRW", "IQ Netzwerk Niedersachsen", "IQ Beratungsstelle NRW", "IQ Fachberatung Anerkennung"],
    ["Jugendmigrationsdienst Hagen", "Migrationsberatung Hagen", "MBE Hagen", "Integrationsagentur Hagen"],
    ["BBS Hagen", "BK Hagen", "BSZ Hagen", "OSZ Hagen", "Berufsbildende Schulen Hagen", "Berufliche Schulen Hagen"],
    ["BBZ Hagen", "BZ Hagen", "BTZ Hagen", "ÜAZ Hagen", "ÜBZ Hagen", "FBS Hagen"],
    ["Amt für Soziales Hagen", "Amt für Jugend Hagen", "Fachdienst Soziales Hagen", "Fachbereich Soziales Hagen", "Fachdienst 51 Hagen", "Fachdienst 50 Hagen"],
    ["SKM Hagen", "SkF Hagen", "Malteser Hagen", "Johanniter Hagen", "ASB Hagen", "VdK Hagen", "SoVD Hagen", "Lebenshilfe Hagen", "Heilsarmee Hagen"],
    ["Frauenhaus Hagen", "Frauenzentrum Hagen", "Mütterzentrum Hagen", "Frauennotruf Hagen", "Frauenberatungsstelle Hagen"],
    ["Beratungsstelle Sonnenhof", "Beratungsstelle Lindenhof", "Beratungsstelle Sonnenhof Hagen", "Fachstelle Sonnenhof"],
    ["Stiftung Pfennigland", "Bürgerstiftung Hagen", "Stiftung Hagen"],
    ["Technikzentrum Hagen", "Technologiezentrum Hagen", "Gründerzentrum Hagen", "Kompetenzzentrum Hagen"],
    ["Bürgerhaus Hagen", "Jugendhaus Hagen", "Haus Hagen", "Bürgerzentrum Hagen"],
    ["DAA Siegen", "FAW Siegen", "bfz Siegen", "CJD Siegen", "Grone Siegen", "Kolping Siegen"],
    ["Netzwerk Bildung Hagen", "Bildungsnetz Hagen", "Bildungsregion Hagen", "Bildungsnetzwerk Hagen"],
    ["KEB Siegen", "EEB Siegen", "LEB Siegen"],
]  # fmt: skip


@pytest.mark.parametrize("labels", SAME, ids=lambda labels: labels[0])
def test_different_spellings_of_one_institution_have_one_key(labels: list[str]) -> None:
    keys = {label: institution(label) for label in labels}
    assert dict.fromkeys(labels, keys[labels[0]]) == keys
    assert 1 == len({key.slug() for key in keys.values()})


@pytest.mark.parametrize("labels", DIFFERENT, ids=lambda labels: labels[0])
def test_different_institutions_have_different_keys(labels: list[str]) -> None:
    keys = {institution(label) for label in labels}
    assert len(labels) == len(keys)
    assert len(labels) == len({key.slug() for key in keys})


def test_nothing_merges_across_all_examples() -> None:
    """Every label of every line above against every other: about 20,000 pairs, no false merge."""
    group_of: dict[InstitutionKey, int] = {}
    for number, labels in enumerate(SAME):
        key = institution(labels[0])
        assert number == group_of.setdefault(key, number)
    slugs = {key.slug() for key in group_of}
    assert len(group_of) == len(slugs)


@pytest.mark.parametrize(
    ("label", "kind", "places", "tokens"),
    [
        ("Agentur für Arbeit Hagen", "agentur-fuer-arbeit", ["05914"], []),
        ("Jobcenter Olpe", "jobcenter", ["05966"], []),
        ("SIHK", "ihk", ["05914"], []),
        ("VHS Lennetal", "vhs", [], ["lennetal"]),
        ("Kreis Olpe", "kreis", ["05966"], []),
        ("Märkischer Kreis", "kreis", ["05962"], []),
        ("Stadt Hagen", "stadt", ["05914"], []),
        ("Gemeinde Wachtberg", "stadt", ["05382072"], []),
        ("Gemeinde Niemandsberg", "stadt", [], ["gemeinde", "niemandsberg"]),
        ("Hagen", "", ["05914"], []),
        ("Märkischer Arbeitgeberverband", "arbeitgeberverband", [], ["maerkischer"]),
        ("Caritas Olpe", "wohlfahrtsverband", ["05966"], ["caritas"]),
        ("Weiterbildungsverbund Südostniedersachsen", "weiterbildungsverbund", ["suedostniedersachsen"], ["weiterbildungsverbund"]),
        ("Bildungspark Ruhraue GmbH", "", [], ["bildungspark", "ruhraue"]),
    ],
)  # fmt: skip
def test_a_name_says_type_place_and_further_words(label: str, kind: str, places: list[str], tokens: list[str]) -> None:
    key = institution(label)
    assert (f"actor-type/{kind}" if kind else "") == key.type
    assert tuple(f"region/{place}" for place in places) == key.places
    assert tuple(tokens) == key.tokens


def test_a_team_belongs_to_its_agentur() -> None:
    for label in ("BBiE der Agentur für Arbeit Hagen", "BBiE Hagen", "AG-S Hagen"):
        assert institution("Agentur für Arbeit Hagen") == institution(label).unit_of
    assert institution("VHS Lennetal") == institution("Weiterbildungsberatung der VHS Lennetal").unit_of
    assert institution("IHK Siegen") == institution("IHK-Bildungszentrum Siegen").unit_of
    assert institution("Agentur für Arbeit Hagen").unit_of is None
    assert institution("Jobcenter / Agentur für Arbeit Hagen").unit_of is None


def test_bracketed_abbreviations_are_kept_apart_from_identity() -> None:
    assert ("fbz",) == institution("Fachkräfte.Bilden.Zukunft (F.B.Z.)").acronyms
    assert () == institution("Jobcenter (EN)").acronyms
    assert institution("Jobcenter EN") == institution("Jobcenter (EN)")


@pytest.mark.parametrize(
    "label",
    [
        "JC",
        "AA",
        "VHS",
        "IHK",
        "KI",
        "Jobcenter",
        "Kompetenzzentrum Frau und Beruf",
        "BBiE",
        "DGB",
        "Netzwerk",
        "Hagen",
    ],
)
def test_a_kind_without_place_is_bare(label: str) -> None:
    assert institution(label).bare


@pytest.mark.parametrize(
    "label",
    [
        "JC Hagen",
        "SIHK",
        "BMAS",
        "FernUniversität",
        "VHS Lennetal",
        "Kreis Olpe",
        "Lernwerkstatt Lenne",
        "Bildungspark Ruhraue",
    ],
)
def test_a_name_that_says_which_one_is_not_bare(label: str) -> None:
    assert not institution(label).bare


def test_the_scope_supplies_the_place_of_a_bare_label() -> None:
    assert institution("Jobcenter Kreis Olpe") == institution("JC", scope="Kreis Olpe")
    assert institution("VHS Hagen") == institution("VHS", scope="Hagen")
    assert institution("BBiE Hagen") == institution("BBiE", scope="Stadt Hagen")
    assert not institution("JC", scope="Hagen").bare
    # what has a place or a name of its own keeps it
    assert institution("Jobcenter Hagen") == institution("Jobcenter Hagen", scope="Märkischer Kreis")
    assert institution("VHS Lennetal") == institution("VHS Lennetal", scope="Hagen")
    # a sheet that names no region, or several, says nothing
    assert institution("JC") == institution("JC", scope="Tabelle1")
    assert institution("JC") == institution("JC", scope="Hagen, Iserlohn")


def test_a_district_says_nothing_about_who_serves_a_whole_region() -> None:
    assert institution("Regionalagentur") == institution("Regionalagentur", scope="Hagen")
    assert institution("Regionalagentur Märkische Region") == institution("Regionalagentur", scope="Märkische Region")
    assert institution("IHK") == institution("IHK", scope="Kreis Olpe")


@pytest.mark.parametrize(
    "label",
    [
        "Agentur für Arbeit Hagen", "Jobcenter", "JC EN", "AA Hagen", "KI Hagen", "VHS Lennetal", "VHS", "Bildungszentrum Volmetal gGmbH", "Bildungswerk Lenne",
        "Kompetenzzentrum Frau und Beruf", "Kreishandwerkerschaft Märkischer Kreis", "SIHK zu Hagen", "Caritasverband Olpe e. V.", "Bildungsberatung Kreis Siegen-Wittgenstein",
        "Weiterbildungsberatung der Stadt Hagen", "BBiE der Agentur für Arbeit Hagen", "Technische Hochschule Okertal", "Lernwerkstatt Lenne", "Lernpunkt Ruhr GmbH",
        "IQ Fachberatung Anerkennung", "IHK-Bildungszentrum Siegen", "Netzwerk Grundbildung", "Arbeitskreis Schule Wirtschaft", "Weiterbildungsverbund Südostniedersachsen",
        "Märkischer Arbeitgeberverband", "Kreisverwaltung Olpe", "Regionalagentur", "Koordinierungsstelle Frau und Wirtschaft", "Sparkasse Siegen",
        # a proper name, a place by its sound, a quoted name, an area nobody knows
        "Beratungsstelle Sonnenhof", "Suchtberatung Heidelberg", "MehrGenerationenHaus „Alte Post“", "Anerkennungsberatung Landkreis Kusel", "AA Lauenburg", "Haus der Begegnung",
        "Fachstelle für Sucht der Caritas Hagen", "Landesverband der Volkshochschulen NRW", "DGB-Kreisverband Hagen", "Die Heilsarmee in Dortmund", "Nachbarschaftshilfe Hagen",
        "ISOP Osnabrück", "lernNRW Dortmund", "bsw Dortmund", "Technikzentrum Siegerland",
    ],
)  # fmt: skip
def test_names_of_institutions_look_like_institutions(label: str) -> None:
    assert looks_like_institution(label)


@pytest.mark.parametrize(
    "label",
    [
        "", "Bildungsberatung", "Weiterbildungsberatung", "Beschäftigte", "Unternehmen", "Unternehmen (KMU)", "Unternehmen in Hagen", "Frauen", "Arbeitsuchende", "Hagen",
        "Märkischer Kreis", "Kreis Olpe", "NRW", "Anerkennungsberatung", "Umschulung", "Beratung in Hagen", "Berufsberatung im Erwerbsleben", "VHS-Kurs", "IHK-Prüfung",
        "Jobcenter-Kunden", "Förderung durch das Jobcenter", "Bildungsgutschein der Agentur für Arbeit", "Anmeldung beim Jobcenter", "über die Agentur für Arbeit",
        "Netzwerk", "Netzwerkarbeit", "Projekt", "Bildungsträger", "KI", "RA", "Künstliche Intelligenz", "Teilzeit", "Digitalisierung", "Verein", "Grundbildung",
        "x", "ja", "0221 4710-100", "info@example.org", "Ansprechperson", "Bemerkung", "nur SGB II", "Stand 2025", "Lernwerkstatt", "Menschen mit Migrationshintergrund",
        "Beratungsstelle", "Fachstelle", "Zentrum", "Verbände", "Freie Träger", "Haus", "Team", "Frauenhaus", "Pflegedienste", "Nachbarschaftshilfe", "HWK-Beratung", "Sprechtag IHK",
        "Beratung durch die Agentur für Arbeit", "Beratung beim Jobcenter Hagen", "Nachbarschaftshilfe in Hagen", "Suchtberatung online", "Schuldnerberatung Privatpersonen", "Werkstatt für Frauen",
        "Kleine und mittlere Unternehmen", "Beratung für Unternehmen", "Qualifizierungsberatung", "Bildungsscheck-Beratung", "Sprachkurse", "Ausbildung", "Studium",
    ],
)  # fmt: skip
def test_offers_groups_places_and_headings_do_not(label: str) -> None:
    assert not looks_like_institution(label)


def test_every_type_and_place_of_the_grammar_exists() -> None:
    types = {concept.id for concept in load().scheme("actor-type")}
    for form in grammar().forms:
        assert form.type in types
        assert not form.within or form.within in types
        assert not form.place or form.place in gazetteer()
    assert set(grammar().administrations.values()) <= types


def test_forms_that_are_no_synonyms_never_give_one_key() -> None:
    """Every name of every form in several places: a key belongs to one form, or to one that says the same more exactly."""
    found: dict[InstitutionKey, set[tuple[str, str]]] = {}
    for form in grammar().forms:
        for name in (*form.names, *form.short):
            for place in ("Hagen", "Kreis Olpe", "Märkische Region", "Neustadt"):
                key = institution(f"{name} {place}")
                found.setdefault(key, set()).add((f"{form.type} {form.token}", "Hagen" if form.place else place))
    assert {} == {key.slug(): sorted(forms) for key, forms in found.items() if len(forms) > 1}
    assert len(found) == len({key.slug() for key in found})


def test_no_word_of_the_vocabularies_looks_like_an_institution() -> None:
    """Themes, groups and the rest never; of the offers only those that name who gives them."""
    vocabulary = load()
    for name in set(vocabulary.schemes) - {"actor-type", "offer-type"}:
        for concept in vocabulary.scheme(name):
            for label in {*concept.labels.values(), *concept.alt, *concept.hidden}:
                assert not looks_like_institution(label), f"{concept.id}: {label}"
    offers = {label for concept in vocabulary.scheme("offer-type") for label in (concept.labels["de"], *concept.alt)}
    doubtful = {label for label in offers if looks_like_institution(label)}
    assert len(doubtful) < 0.02 * len(offers)


def test_every_name_of_the_grammar_is_recognised_as_its_type() -> None:
    for form in grammar().forms:
        for name in form.names:
            assert form.type == institution(f"{name} Dortmund").type, name
        for name in (*form.short, *(f"Foo{ending}" for ending in form.endings)):
            assert form.type == institution(f"{name} Dortmund").type, name


Form = Literal["NFC", "NFD"]

_KNOWN = [label for labels in (*SAME, *DIFFERENT) for label in labels]
_LABELS = st.one_of(
    st.sampled_from(_KNOWN),
    st.tuples(
        st.sampled_from(["Jobcenter", "AA", "VHS", "Bildungswerk", "KI", "BBiE der Agentur für Arbeit", "Bildungsberatung", "Netzwerk", "IHK-Bildungszentrum"]),
        st.sampled_from(["Hagen", "Kreis Olpe", "Lenne", "SiWi", "MK", "(fiktiv)", "e. V.", "Märkische Region", "der Stadt Siegen", ""]),
    ).map(" ".join),
    st.text(max_size=30),
)  # fmt: skip


def _same_in_any_case(text: str) -> bool:
    return all(
        unicodedata.normalize("NFC", text).casefold() == unicodedata.normalize("NFC", other).casefold()
        for other in (text.upper(), text.lower())
    )


@settings(deadline=None, max_examples=200)
@given(_LABELS.filter(_same_in_any_case))
def test_case_changes_no_key(label: str) -> None:
    assert institution(label) == institution(label.upper()) == institution(label.lower())


@settings(deadline=None, max_examples=200)
@given(_LABELS, st.sampled_from(get_args(Form)), st.sampled_from([" ", "  ", "\u00a0", "\n"]))
def test_unicode_form_and_space_change_no_key(label: str, form: Form, space: str) -> None:
    written = unicodedata.normalize(form, label).replace(" ", space)
    assert institution(label) == institution(f" {written} ")


@settings(deadline=None, max_examples=200)
@given(_LABELS, _LABELS)
def test_keys_and_slugs_agree(one: str, other: str) -> None:
    first, second = institution(one), institution(other)
    if first == second:
        assert first.slug() == second.slug()
    if one in _KNOWN and other in _KNOWN and first.slug() == second.slug():
        assert first == second


@settings(deadline=None)
@given(
    st.sampled_from([label for label in _KNOWN if institution(label).type]),  # a mere place is none
    st.sampled_from(["Hagen", "Iserlohn", "Kreis Olpe", "Landkreis Goslar", "Dortmund"]),
)
def test_another_place_is_another_institution(label: str, place: str) -> None:
    key, moved = institution(label), institution(f"{label} {place}")
    region = gazetteer().find(place)
    assert region is not None
    assert (key == moved) == (region.id in key.places)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_key_with_a_usable_slug(label: str) -> None:
    slug = institution(label).slug()
    assert slug
    assert slug == slug.strip("_-") or "x" in slug
    assert all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in slug)
    looks_like_institution(label)


def test_importing_the_grammar_reads_no_file() -> None:
    script = (
        "import sys, ontology.institutions; from ontology.institution_forms import grammar;"
        "sys.exit(grammar.cache_info().currsize or 'rdflib' in sys.modules or 'tomllib' in sys.modules)"
    )
    assert 0 == subprocess.run([sys.executable, "-c", script], check=False).returncode
