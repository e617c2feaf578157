"""Persons stay out of the report, wherever a source wrote them; departments and themes stay in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.references import EvidenceRef
from tests.queries.network import Network
from verweisnetz.report.discretion import Discretion

MARK = "[…]"


def discretion() -> Discretion:
    net = (
        Network()
        .theme("Anerkennung")
        .contact("JC", "name", "Erika Mustermann")
        .contact("JC", "name", "Beratung Anerkennung")
    )
    net.contact("JC", "phone", "0221 4710-123").contact("JC", "mail", "e.mustermann@example.org").contact(
        "JC", "name", "Leitung"
    )
    net.audience("Beratung")
    net.rows["contact"][0]["evidence"] = [net.evidence("Kontakte!C4")]
    return Discretion(net.view(), MARK)


@pytest.mark.parametrize(("text", "left"), [
    ("Erika Mustermann lädt ein", "[…] lädt ein"),
    ("bitte an Mustermann, Erika (JC)", "bitte an […] (JC)"),
    ("E. Mustermann, Zimmer 3", "[…], Zimmer 3"),
    ("Frau Mustermann und Herr Dr. Sommer", "[…] und […]"),
    ("Tel. +49 221 4710123 oder 0221/4710-123", "Tel. […] oder […]"),
    ("auch 02331 98 76 54", "auch […]"),
    ("Mail: e.mustermann@example.org!", "Mail: […]!"),
])  # fmt: skip
def test_persons_numbers_and_addresses_are_left_out(text: str, left: str) -> None:
    assert left == discretion().text(text)


@pytest.mark.parametrize("text", [
    "Anerkennung ausländischer Abschlüsse",
    "Beratung Anerkennung im Haus",
    "Kompetenzzentrum Frau und Beruf",
    "01.10.2026 – 30.09.2027",
    "2026-11-23",
    "Leitung: Beirat, 12 von 171",
    "58511 Lüdenscheid",
])  # fmt: skip
def test_departments_themes_days_and_counts_stay(text: str) -> None:
    assert text == discretion().text(text)


def test_the_words_of_a_contacts_cell_are_never_shown() -> None:
    here = discretion()
    assert MARK == here.words(EvidenceRef("matrix.xlsx", "Kontakte!C4", "irgendetwas", ()))
    assert "Kurs" == here.words(EvidenceRef("matrix.xlsx", "Kontakte!C5", "Kurs", ()))


@given(st.text(max_size=60))
def test_what_is_left_holds_nothing_more_to_leave_out(text: str) -> None:
    here = discretion()
    assert here.text(here.text(text)) == here.text(text)
