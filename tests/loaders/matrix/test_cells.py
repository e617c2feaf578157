"""What one cell says: marks, restrictions, dates, contacts, lists."""

from __future__ import annotations

import pytest

from loaders.grid import GridCell
from loaders.matrix import contacts, dates, headers, lists, marks, restrictions
from loaders.matrix.hues import of_hue
from loaders.matrix.legend import Legend
from loaders.matrix.meaning import CellReader, Meaning
from loaders.matrix.mojibake import repair
from loaders.matrix.names import bare_label


def meaning(text: str, kind: str = "text", **signs: str) -> Meaning:
    legend = Legend(signs={("", key): value for key, value in signs.items()})
    return CellReader(legend, "Matrix").read(GridCell(text, kind))


@pytest.mark.parametrize("text", ["x", "X", "✓", "✔", "●", "☑", "1", "ja", "Ja", "WAHR", "++", "(x)", "vorhanden", "■"])
def test_a_positive_sign_says_yes(text: str) -> None:
    assert meaning(text).outcome == "yes"


@pytest.mark.parametrize("text", ["-", "–", "—", "0", "☐", "FALSCH", "./."])
def test_a_bare_negative_sign_says_nothing(text: str) -> None:
    assert meaning(text).outcome == "silent"


@pytest.mark.parametrize("text", ["nein", "entfällt", "kein Angebot"])
def test_no_needs_a_word(text: str) -> None:
    assert meaning(text).outcome == "no"


@pytest.mark.parametrize(
    "text",
    [
        "?", "k. A.", "in Klärung", "siehe Anlage 2", "noch offen", "wird noch geklärt", "s. VHS", "geplant", "x / –", "☒",
        "evtl.", "macht die VHS", "nicht für Selbstständige", "ja, aber nicht montags", "in Planung", "eingestellt", "ja/nein",
    ],
)  # fmt: skip
def test_what_leaves_the_answer_open_is_never_asserted(text: str) -> None:
    assert meaning(text).outcome == "open"


def test_error_values_and_struck_cells_are_open() -> None:
    reader = CellReader(Legend(), "Matrix")
    assert reader.read(GridCell("#NV", "error")).outcome == "open"
    assert reader.read(GridCell("x", strike=True)).outcome == "open"


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("u25", {"age_below": "25"}),
        ("unter 25 Jahre", {"age_below": "25"}),
        ("x (U 25)", {"age_below": "25"}),
        ("bis 35 J.", {"age_max": "35"}),
        ("bis 35", {"age_max": "35"}),
        ("ab 25", {"age_min": "25"}),
        ("ab 50 Jahren", {"age_min": "50"}),
        ("Ü55", {"age_above": "55"}),
        ("über 55 Jahre", {"age_above": "55"}),
        ("18 bis 25 Jahre", {"age_min": "18", "age_max": "25"}),
        ("nur SGB II", {"legal_basis": "SGB II"}),
        ("nur SGB 3", {"legal_basis": "SGB III"}),
        ("§ 45 SGB III", {"legal_basis": "§ 45 SGB III"}),
        ("SGB II, u25", {"legal_basis": "SGB II", "age_below": "25"}),
        ("ab 01.09.2025", {"valid_from": "2025-09-01"}),
        ("ab 2026", {"valid_from": "2026-01-01"}),
        ("bis Ende 2025", {"valid_until": "2025-12-31"}),
        ("01.01.2025 – 30.06.2026", {"valid_from": "2025-01-01", "valid_until": "2026-06-30"}),
        ("beendet zum 31.12.2024", {"valid_until": "2024-12-31"}),
        ("nur Frauen", {"audience": "Frauen"}),
        ("nur Hagen", {"region": "Hagen"}),
        ("nur mit Führerschein", {"restriction": "nur mit Führerschein"}),
        ("ab Niveau A2", {"restriction": "ab Niveau A2"}),
        ("auf Anfrage", {}),
        ("bis 75 %", {}),
    ],
)
def test_restrictions_become_conditions(text: str, conditions: dict[str, str]) -> None:
    said = meaning(text)
    assert (said.outcome, dict(said.conditions)) == ("yes", conditions)
    assert "note" in dict(said.details)


@pytest.mark.parametrize(
    ("text", "access"),
    [
        ("auf Anfrage", "registration"),
        ("nach Terminvereinbarung", "registration"),
        ("nur mit Anmeldung", "registration"),
        ("nur auf Zuweisung durch das Jobcenter", "referral"),
        ("ohne Anmeldung", "open"),
    ],
)
def test_the_way_in_is_a_detail(text: str, access: str) -> None:
    assert dict(meaning(text).details)["access"] == access


def test_partly_and_planned_are_said() -> None:
    assert [meaning(text).polarity for text in ("teilw.", "bis 75 %", "x")] == ["partly", "partly", "yes"]
    assert meaning("geplant ab 01.09.2026").planned


def test_only_what_concerns_people_is_exclusive() -> None:
    exclusive = {
        text: "exclusive" in dict(meaning(text).details) for text in ("nur SGB II", "nur Frauen", "nur montags")
    }
    assert exclusive == {"nur SGB II": True, "nur Frauen": True, "nur montags": False}


def test_a_legend_comes_before_the_grammar() -> None:
    assert meaning("☒", **{"☒": "vorhanden"}).outcome == "yes"
    assert meaning("x", x="nicht vorhanden").outcome == "no"
    assert meaning("○", **{"○": "geplant"}).outcome == "open"
    said = meaning("W (nur Azubis)", w="warme Übergabe (Termin)")
    assert dict(said.details)["handover"] == "handover/appointment"
    assert dict(said.conditions)["audience"] == "Azubis"


def test_sign_and_colour_that_disagree_are_contradictory() -> None:
    legend = Legend(colours={"FF0000": "nicht verfügbar", "00FF00": "vorhanden"})
    reader = CellReader(legend, "Matrix")
    assert reader.read(GridCell("x", fill="FF0000")).code == "VN2102"
    assert reader.read(GridCell("", "empty", fill="FF0000")).outcome == "no"
    assert reader.read(GridCell("x", fill="00FF00")).details == (("meaning", "vorhanden"),)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.03.2025", "2025-03-12"), ("3.2.25", "2025-02-03"), ("2025-03-12", "2025-03-12"), ("12. März 2025", "2025-03-12"),
        ("03/2025", "2025-03-01"), ("März 2025", "2025-03-01"), ("Q3 2025", "2025-07-01"), ("Stand: 12.03.2025", "2025-03-12"),
        ("31.02.2025", ""), ("0221 4710-100", ""), ("x", ""),
    ],
)  # fmt: skip
def test_german_dates(text: str, day: str) -> None:
    assert dates.iso(text) == day


def test_a_mixed_contact_cell_is_taken_apart() -> None:
    found = contacts.read(
        "Team BBiE\nTel. 0221 4710-401, Fax: 0221 4710-402\nbbie (at) aa.example.org\nwww.example.org/bbie"
    )
    assert [(one.predicate, one.value, one.whose) for one in found] == [
        ("contactName", "Team BBiE", ""),
        ("contactPhone", "0221 4710-401", "Team BBiE"),
        ("fax", "0221 4710-402", "Team BBiE"),
        ("contactMail", "bbie@aa.example.org", "Team BBiE"),
        ("website", "www.example.org/bbie", "Team BBiE"),
    ]


def test_a_postcode_is_no_phone_number() -> None:
    found = contacts.read("Musterweg 3, 58095 Hagen")
    assert {one.predicate for one in found} == {"address"}


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Beschäftigte, Arbeitsuchende", ["Beschäftigte", "Arbeitsuchende"]),
        ("Frauen und Geflüchtete", ["Frauen", "Geflüchtete"]),
        ("• Frauen\n• KMU", ["Frauen", "KMU"]),
        ("1. Frauen\n2. KMU", ["Frauen", "KMU"]),
        ("Frauen (ab 30, alleinerziehend); KMU", ["Frauen (ab 30, alleinerziehend)", "KMU"]),
        ("Aus- und Weiterbildung", ["Aus- und Weiterbildung"]),
        ("Water, Sanitation and Hygiene", ["Water, Sanitation and Hygiene"]),
        ("Café Global, Job-Fabrik", ["Café Global", "Job-Fabrik"]),
        ("Frauen / KMU", ["Frauen", "KMU"]),
        ("Siegen-Wittgenstein/Olpe", ["Siegen-Wittgenstein/Olpe"]),
    ],
)
def test_lists_are_cut_between_names_only(text: str, entries: list[str]) -> None:
    known = {"Beschäftigte", "Arbeitsuchende", "Frauen", "Geflüchtete", "KMU", "Siegen-Wittgenstein/Olpe"}
    assert list(lists.split(text, known.__contains__)) == entries


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Einrichtung", "actor"), ("Name der Einrichtung:", "actor"), ("Anbieter / Träger", "actor"), ("Zielgruppe(n)", "audience"),
        ("Für wen?", "audience"), ("Was bieten Sie an?", "offer"), ("Ansprechpartner*in", "contactName"), ("Tel.-Nr.", "contactPhone"),
        ("E-Mail-Adresse", "contactMail"), ("Laufzeit bis", "runsUntil"), ("lfd. Nr.", "running"), ("Organization_Name", "actor"),
        ("Bildungsberatung", ""), ("Verweist an", "receiver"), ("Einzugsgebiet", "region"), ("Kosten (EUR)", "cost"),
    ],
)  # fmt: skip
def test_the_header_dictionary(header: str, role: str) -> None:
    assert headers.exact(header) == role


def test_hashtags_name_roles() -> None:
    assert [headers.tag(text) for text in ("#org", "#org+name", "#adm1+code", "#x_unknown", "Nr. #1")] == [
        "actor", "actor", "other", "other", "",
    ]  # fmt: skip


def test_footnote_marks_leave_the_label() -> None:
    assert [bare_label(text) for text in ("1. VHS Hagen*", "Sprachtandem¹", "Bildungs-\nberatung", "KI (2)", "a) Coaching **")] == [
        "VHS Hagen", "Sprachtandem", "Bildungsberatung", "KI (2)", "Coaching",
    ]  # fmt: skip
    assert marks.footnotes("x (ab B1)") == ("x (ab B1)", ())


def test_hues_have_names() -> None:
    assert [of_hue("92D050", "grün"), of_hue("FFC000", "gelb"), of_hue("FF0000", "grün"), of_hue("C6EFCE", "dunkelgrün")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_handovers_are_recognised() -> None:
    said = [
        "warme Übergabe (Termin wird vereinbart)",
        "begleitet",
        "Kontaktdaten",
        "allgemeine Information",
        "gemeinsame Beratung",
    ]
    assert [restrictions.handover(text) for text in said] == [
        "handover/appointment", "handover/accompanied", "handover/contact", "handover/information", "handover/joint",
    ]  # fmt: skip


def test_umlauts_read_twice_are_repaired() -> None:
    assert [repair(text) for text in ("BeschÃ¤ftigte", "fÃ¼r", "Ãbung", "Café")] == [
        "Beschäftigte",
        "für",
        "Ãbung",
        "Café",
    ]
