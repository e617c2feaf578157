"""Slips in the call are said in the reader's language, whatever the library of the command line says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import call

SLIPS = [
    (("exprt",), "Den Befehl exprt gibt es nicht. Gemeint export?\n  Hilfe: verweisnetz --help"),
    (("--gibts",), "Die Option --gibts gibt es nicht."),
    (("route", "--form", "json"), "Die Option --form gibt es nicht. Gemeint "),
    (("route", "--from"), "Die Option --from braucht einen Wert."),
    (("build", "--issues=5"), "Die Option --issues hat keinen Wert."),
    (("build", "a", "b"), "Überzählige Angabe: b."),
    (("inspect",), "Es fehlt die Angabe FILE."),
    (("inspect", "fehlt.xlsx"), "Ungültig für FILE: „fehlt.xlsx“ gibt es nicht."),
    (("inspect", "."), "Ungültig für FILE: „.“ ist ein Ordner, keine Datei."),
    (("build", __file__), "ist eine Datei, kein Ordner."),
    (("route", "--day", "gestern"), "„gestern“ ist kein Datum; so schreiben: 2026-11-23 oder 23.11.2026."),
    (("route", "-k", "viele"), "Ungültig für -k: „viele“ ist keine ganze Zahl."),
    (("route", "-k", "1001"), "Ungültig für -k: 1001 liegt nicht im Bereich 0<=x<=1000."),
    (("route", "--lang", "fr"), "Ungültig für --lang: „fr“ ist nicht unter 'de', 'en'."),
    (("route", "--wants", "kinderbetreuung"), "--wants kinderbetreuung: als NAME=WERT schreiben, z. B. language=en"),
    (("route", "--profile", "fehlt.json"), "fehlt.json: diese Profildatei gibt es nicht"),
]


@pytest.mark.parametrize(("words", "said"), SLIPS, ids=[" ".join(words)[-30:] for words, _ in SLIPS])
def test_a_slip_is_said_in_german_with_where_help_is(words: tuple[str, ...], said: str) -> None:
    done = call(*words)
    assert 2 == done.exit_code
    assert "" == done.stdout
    assert said in done.stderr
    assert done.stderr.startswith("verweisnetz: ")
    assert "Error" not in done.stderr.replace("VERWEISNETZ", "")


def test_a_slip_is_said_in_english_where_english_is_asked_for() -> None:
    for words in (("route", "--lang", "en", "--form", "json"), ("route", "--form", "json", "--lang=en")):
        assert "Error: No such option" in call(*words).stderr
    assert "Error: No such command" in call("exprt", environment={"VERWEISNETZ_LANG": "en"}).stderr


def test_a_language_of_the_environment_that_there_is_not_is_a_slip(tmp_path: Path) -> None:
    done = call("status", tmp_path, environment={"VERWEISNETZ_LANG": "fr"})
    assert 2 == done.exit_code
    assert "„fr“ ist nicht unter 'de', 'en'" in done.stderr


def test_no_words_at_all_show_the_help() -> None:
    done = call()
    assert 2 == done.exit_code
    assert "Usage: verweisnetz" in done.output
    assert "Commands:" in done.output


def test_half_a_character_is_refused_wherever_it_stands() -> None:
    for words in (("map", "\ud800"), ("build", "\ud800"), ("events", "--need", "\ud800")):
        done = call(*words)
        assert (2, "") == (done.exit_code, done.stdout)
        assert "verweisnetz: ein Wort des Aufrufs ist kein lesbarer Text\n" == done.stderr
