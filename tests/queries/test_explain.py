"""A route in prose: a person can follow it, and every sentence says where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from queries.explain import explain
from queries.phrases import phrase, word
from queries.route import Route
from tests.queries.asking import ask
from tests.queries.network import TODAY, Network
from tests.queries.test_routes import WOMAN, base


def route(net: Network, start: str = "") -> Route:
    return ask(net, **WOMAN, start=start).routes[0]


def network() -> Network:
    net = base().provides(
        "VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access="referral", polarity="partly",
        cost="kostenlos", hours="vormittags", valid_until="2027-03-31", checked="2026-09-12",
    )  # fmt: skip
    net.concept("handover/appointment", label="Termin vereinbart", label_en="appointment made")
    net.contact("VHS", "phone", "0221 4710-100")
    return net.refers("JC", "VHS", handover="appointment", checked=date(2024, 2, 1))


def test_in_german() -> None:
    expected = [
        "VHS bietet an: „Kurs“.",
        "Schritt 1: JC verweist an VHS (vereinbarter Weg). Übergabe: Termin vereinbart. Verantwortlich: nicht verabredet. "
        "Daten: Weitergabe nur mit Einwilligung der Person. Kontakt: 0221 4710-100 (ohne Datum: vorher prüfen). Stand: zuletzt bestätigt am 01.02.2024, vorher anrufen. Beleg: matrix.xlsx!Verweise!B1.",
        "Zugang: nur über einen Verweis oder eine Zuweisung. Zum Angebot gesagt: kostenlos; vormittags. Es läuft am 31.03.2027 aus. Stand: bestätigt am 12.09.2026. "
        "Beleg: matrix.xlsx!Angebote!A1.",
        "Federführung: nicht verabredet.",
        "Noch zu klären: Es wird nur teilweise angeboten: In welchem Umfang?",
        "Aufwand 58 (offene Fragen 40, Übergaben 10, Art der Übergabe 2, Alter der Angaben 6). "
        "Kein anderer gezeigter Weg ist in einem Punkt besser und in keinem schlechter.",
    ]
    assert expected == explain(route(network(), "JC")).split("\n")


def test_in_english() -> None:
    text = explain(route(network(), "JC"), "en")
    assert "Step 1: JC refers to VHS (an agreed way). Handover: appointment made. Responsible: not agreed." in text
    assert "It ends on 2027-03-31." in text


def test_a_direct_leg_says_that_no_agreement_is_known() -> None:
    net = base().provides("VHS", "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    assert "Die Person wendet sich selbst an VHS; eine Absprache ist nicht bekannt." in explain(route(net))
    net.actor("JC")
    assert "JC names VHS to the client; no agreement is known." in explain(route(net, "JC"), "en")


def test_no_leg_says_that_one_can_do_it_oneself() -> None:
    net = base().provides("VHS", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], checked=TODAY)
    assert "VHS bietet das selbst an: ein nicht näher benanntes Angebot." in explain(route(net, "VHS"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_an_answer_may_use_exists_in_both_languages(language: str) -> None:
    from queries.phrases import _catalogue

    for section, entries in _catalogue().items():
        for key, texts in entries.items():
            assert texts[language], f"{section}.{key}"
    assert phrase("unreachable", "no_provider", language)
    assert word("ask", language)


def test_a_stretch_of_text_is_quoted_and_a_cell_is_named() -> None:
    net = network()
    net.rows["evidence"][0] |= {"place": "120-160", "original": "Die VHS bietet\nKurse " + "x" * 200}
    text = explain(route(net, "JC"))
    assert "Beleg: matrix.xlsx!120-160 „Die VHS bietet Kurse xxx" in text
    assert "x…“." in text
    assert "Evidence: matrix.xlsx!Verweise!B1." in explain(route(net, "JC"), "en")
