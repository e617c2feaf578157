"""What is erased is known again in any spelling, and the rest of a text stays letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.erasures import erasures_of, read_erasures, write_erasures
from graph.evidence import Cell
from graph.redaction import MARK, Redaction
from graph.statement import Literal, Mention, Statement

NAME = "Dr. Erika Müller-Lüdenscheidt"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ansprechpartnerin: Erika Müller-Lüdenscheidt, Zi. 12", f"Ansprechpartnerin: {MARK}, Zi. 12"),
        ("MUELLER-LUEDENSCHEIDT, ERIKA", MARK),
        ("Frau Müller-Lüdenscheidt", f"{MARK}"),
        ("E. Müller-Lüdenscheidt (mo–do)", f"{MARK} (mo–do)"),
        ("erika.mueller-luedenscheidt@example.org", f"{MARK}@example.org"),
        ("actor/praxis-erika-mueller-luedenscheidt", f"actor/praxis-{MARK}"),
        ("Erika Meier", "Erika Meier"),
        ("Müller KG, Lüdenscheid", "Müller KG, Lüdenscheid"),
    ],
)
def test_a_name_is_known_in_the_spellings_people_use(text: str, left: str) -> None:
    redaction = Redaction(erasures_of([NAME]))
    assert left.replace(f"Frau {MARK}", MARK) == redaction.text(text)


@pytest.mark.parametrize(
    "text", ["0221 4710-123", "0221/4710123", "+49 221 4710-123", "+49 (0)221 4710 123", "Tel. 0221-4710-123 (vorm.)"]
)
def test_a_number_is_known_however_it_is_written(text: str) -> None:
    redaction = Redaction(erasures_of(["0221 4710-123"]))
    assert redaction.holds(text)
    assert "4710" not in redaction.text(text)
    assert not redaction.holds("0221 4710-124")


def test_a_mail_address_is_known_in_any_case_and_inside_a_text() -> None:
    redaction = Redaction(erasures_of(["Rat.Haus@Example.org"]))
    assert f"an {MARK} schreiben" == redaction.text("an rat.haus@example.org schreiben")
    assert not redaction.holds("rat.haus2@example.org")


@given(st.text(max_size=60))
def test_without_a_match_a_text_stays_as_it_is(text: str) -> None:
    redaction = Redaction(erasures_of(["Xaver Ypsilanti"]))
    assert text == redaction.text(text) or "ypsilanti" in text.casefold()
    assert text == Redaction(()).text(text)


def test_a_statement_keeps_its_place_and_loses_the_name() -> None:
    said = Statement(
        "m.xlsx", Mention("VHS", "Actor"), "contactName", Literal("Erika Muster"), evidence=(Cell("B", "C3"),),
        details=(("contact", "Erika Muster"),), original="Erika Muster, Leitung",
    )  # fmt: skip
    told = Redaction(erasures_of(["Erika Muster"])).record(said)
    assert (Literal(MARK), (("contact", MARK),), f"{MARK}, Leitung", (Cell("B", "C3"),)) == (
        told.object,
        told.details,
        told.original,
        told.evidence,
    )


def test_the_list_holds_no_name_and_is_read_as_it_was_written(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    said = erasures_of(["Erika Muster", "0221 4710-123"], by="Datenschutz", on="2026-11-28")
    (folder / "erasures.csv").write_text(write_erasures(said) + "words;zwei;;;;;\n", encoding="utf-8")
    read, issues = read_erasures(folder)
    assert (said, ["VN4003"]) == (read, [issue.code for issue in issues])
    assert not {"Erika", "Muster", "erika", "4710"} & set(
        (folder / "erasures.csv").read_text().replace(";", " ").split()
    )
