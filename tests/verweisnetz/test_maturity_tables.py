"""What people say of the guideline's points and their own indicators, as they keep it in two small tables."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ontology.errors import RegionError
from verweisnetz.maturity_tables import DECISIONS, INDICATORS, decisions_of, indicators_of
from verweisnetz.region import build
from verweisnetz.scaffold import example, init


def written(folder: Path, file: str, text: str | bytes) -> Path:
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder


def backdated(folder: Path, at: str) -> None:
    """Let the only generation have been built another day."""
    journal = folder / ".verweisnetz" / "journal.jsonl"
    (entry,) = map(json.loads, journal.read_text("utf-8").splitlines())
    journal.write_text(json.dumps({**entry, "at": at}) + "\n", "utf-8")


def test_without_tables_there_is_nothing(tmp_path: Path) -> None:
    assert ((), ()) == (decisions_of(tmp_path), indicators_of(tmp_path))


def test_a_decision_keeps_the_cell_it_stands_in(tmp_path: Path) -> None:
    said = "criterion;decision;by;on;note\nphysical;otherwise;Beirat;2026-09-30;Sprechstunden wandern\n"
    (found,) = decisions_of(written(tmp_path, DECISIONS, said))
    assert ("physical", "otherwise", "Beirat", date(2026, 9, 30)) == (
        found.criterion, found.decision, found.by, found.on,
    )  # fmt: skip
    assert [("tables/maturity.csv!B2", "otherwise"), ("tables/maturity.csv!E2", "Sprechstunden wandern")] == [
        (str(place), place.text) for place in found.evidence
    ]


@pytest.mark.parametrize("text", [
    "Kriterium;Entscheidung;Von;Am\nGemeinsam vor Ort zu finden;bewusst anders gelöst;Beirat;30.09.2026\n".encode("cp1252"),
    "Punkt,Stand,Wer,Datum\nPHYSICAL,anders,Beirat,30.09.2026\n",
    "\ufeffcriterion;decision;by;on\r\n\r\nphysical;anders gelöst;Beirat;2026-09-30\r\n",
])  # fmt: skip
def test_a_table_is_read_as_german_excel_writes_it(text: str | bytes, tmp_path: Path) -> None:
    (found,) = decisions_of(written(tmp_path, DECISIONS, text))
    assert ("physical", "otherwise", date(2026, 9, 30)) == (found.criterion, found.decision, found.on)


@pytest.mark.parametrize(("text", "said"), [
    ("criterion;decision\nhausnummer;otherwise\n", "Zeile 2: einen Punkt „hausnummer“ gibt es nicht"),
    ("criterion;decision\nspace;vielleicht\n", "Zeile 2: „vielleicht“ heißt weder"),
    ("criterion;decision;on\nspace;ja;demnächst\n", "Zeile 2: „demnächst“ ist kein Datum"),
    ("criterion;note\nspace;x\n", "es fehlt die Spalte `decision`"),
    ("criterion;decision;note;punkte\nspace;ja;;5\n", "die Spalte „punkte“ ist nicht bekannt"),
    (b"PK\x03\x04\x00\x00\x00\x00", "maturity.csv"),
])  # fmt: skip
def test_what_cannot_be_read_is_said_with_file_and_line(text: str | bytes, said: str, tmp_path: Path) -> None:
    with pytest.raises(RegionError) as caught:
        decisions_of(written(tmp_path, DECISIONS, text))
    assert said in caught.value.de
    assert "maturity.csv" in caught.value.en


def test_lines_of_one_name_are_one_indicator_with_values_by_day(tmp_path: Path) -> None:
    said = "name;unit;target;until;value;on\nWege;;60;2027-06-30;36;2026-11-09\nWEGE;Verweise;;;18;2025-09-30\n"
    (found,) = indicators_of(written(tmp_path, INDICATORS, said))
    assert ("Wege", "Verweise", "60", date(2027, 6, 30)) == (found.name, found.unit, found.target, found.until)
    assert ["18", "36"] == [value.value for value in found.values]
    assert ["tables/indicators.csv!E3", "tables/indicators.csv!E2"] == [
        str(place) for value in found.values for place in value.evidence
    ]


def test_an_indicator_without_a_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegionError, match=r"line 2: lacks the name"):
        indicators_of(written(tmp_path, INDICATORS, "name;value\n;5\n"))


def test_the_example_region_keeps_both() -> None:
    assert 3 == len(decisions_of(example()))
    assert [2, 1, 0] == [len(one.values) for one in indicators_of(example())]


def test_an_indicator_the_graph_measures_has_a_value_for_every_day_a_kept_generation_was_built(tmp_path: Path) -> None:
    init(tmp_path)
    table = "von;an;Verantwortung\nJobcenter Hagen;VHS Hagen;gemeinsam\nJobcenter Hagen;IQ Hagen;nicht vereinbart\n"
    written(tmp_path, "sources/verweise.csv", table)
    written(
        tmp_path,
        INDICATORS,
        "name;target;value;on;measure\nVerweise;5;0;2020-01-01;referrals\nGeregelt;;;;Referrals with responsibility\n",
    )
    build(tmp_path)
    backdated(tmp_path, "2026-03-01T10:00:00+00:00")
    written(tmp_path, "sources/verweise.csv", table + "IQ Hagen;Jobcenter Hagen;gemeinsam\n")
    opened = build(tmp_path)
    counted, settled = opened.maturity().indicators
    assert [("2020-01-01", "0"), ("2026-03-01", "2"), (date.today().isoformat(), "3")] == [
        (str(value.on), value.value) for value in counted.values
    ]
    assert ["1", "2"] == [value.value for value in settled.values]
    assert opened.generation.id in str(settled.values[1].evidence[0])
    assert ["2"] == [value.value for value in opened.maturity(day=date(2026, 5, 1)).indicators[0].values[1:]]


def test_what_the_graph_cannot_measure_is_refused_with_what_it_can(tmp_path: Path) -> None:
    with pytest.raises(RegionError, match=r"line 2: the graph cannot measure “Glück”; it can actors, offers"):
        indicators_of(written(tmp_path, INDICATORS, "name;measure\nGlück im Netz;Glück\n"))
