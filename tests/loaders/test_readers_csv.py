"""Text tables: delimiter, quoting, records, and what goes wrong with them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import gate
from loaders.grid import Grid, address
from loaders.limits import Limits
from loaders.readers.csv import grid_of
from ontology.errors import LoadError

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"


def grid(text: str, encoding: str = "utf-8") -> Grid:
    return grid_of(text.encode(encoding), Limits())


def texts(text: str) -> dict[str, str]:
    return {address(*place): cell.text for place, cell in grid(text).cells.items()}


def codes(found: Grid) -> list[str]:
    return [json.loads(line)["code"] for line in found.notes]


def test_the_fixture_contact_list_reads_with_its_lines_within_cells() -> None:
    (found,) = gate.read(FIXTURES / "o04_kontaktliste_cp1252.csv")
    assert found.name == ""
    assert found.text(3, 5) == "0221 4710-110\n0221 4710-111"
    assert found.text(5, 2) == "Volkshochschule Lüdenscheid"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;b\n1;2\n", {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}),
        ("a\tb\n1\t2\n", {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}),
        ("a|b\n1|2\n", {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}),
        ("a,b\n1,2\n", {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}),
        ("a;b\r1;2\r", {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}),
        ("sep=;\na;b,c\n", {"A2": "a", "B2": "b,c"}),
        ('"sep=,"\na;x,b\n', {"A2": "a;x", "B2": "b"}),
        ("a;b\n\n1;2", {"A1": "a", "B1": "b", "A3": "1", "B3": "2"}),
        ('a;"b\nc;d"\ne;f', {"A1": "a", "B1": "b\nc;d", "A2": "e", "B2": "f"}),
        ('a; "b;c"\nd; "e"', {"A1": "a", "B1": "b;c", "A2": "d", "B2": "e"}),
        ("  einzug;x\n", {"A1": "  einzug", "B1": "x"}),
        ('a;5" Rohr\nb;x', {"A1": "a", "B1": '5" Rohr', "A2": "b", "B2": "x"}),
        ('a;"er sagt ""ja"""\nb;c', {"A1": "a", "B1": 'er sagt "ja"', "A2": "b", "B2": "c"}),
        (
            "a^b^c\n1^2^3\n4^5^6\n",
            {"A1": "a", "B1": "b", "C1": "c", "A2": "1", "B2": "2", "C2": "3", "A3": "4", "B3": "5", "C3": "6"},
        ),
        ("a~b\n1~2\n3~4\n", {"A1": "a", "B1": "b", "A2": "1", "B2": "2", "A3": "3", "B3": "4"}),
        ("a;b;;;\n1;2;;;\n", {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}),
        (
            "# Stand: 1; Quelle: Kreis\na;b;c\n1;2;3\n",
            {"A1": "# Stand: 1; Quelle: Kreis", "A2": "a", "B2": "b", "C2": "c", "A3": "1", "B3": "2", "C3": "3"},
        ),
        ('\t\n#\tb\n1\t"2\n3"\n4\t"5\n6"\n', {"A2": "#", "B2": "b", "A3": "1", "B3": "2\n3", "A4": "4", "B4": "5\n6"}),
        ("#org;#loc\nVHS;Siegen\n", {"A1": "#org", "B1": "#loc", "A2": "VHS", "B2": "Siegen"}),
        (
            "| a | b |\n|---|:-:|\n| 1 | 2<br>3 |\n| \\| | |\n",
            {"A1": "a", "B1": "b", "A3": "1", "B3": "2\n3", "A4": "|"},
        ),
        ("a | b\n--|---\n---|---\n1 | 2\n", {"A1": "a", "B1": "b", "A4": "1", "B4": "2"}),
        ("+----+---+\n| a  | b |\n+----+---+\n| 1  | 2 |\n+----+---+\n", {"A2": "a", "B2": "b", "A4": "1", "B4": "2"}),
        ("│ a │ b │\n├───┼───┤\n│ 1 │ 2 │\n", {"A1": "a", "B1": "b", "A3": "1", "B3": "2"}),
        ("nur eine Spalte\nVHS\n", {"A1": "nur eine Spalte", "A2": "VHS"}),
    ],
)
def test_records_and_fields(text: str, expected: dict[str, str]) -> None:
    assert expected == texts(text)


def test_a_decimal_comma_does_not_make_the_delimiter() -> None:
    assert texts("Akteur;km\nVHS, Siegen;0,4\nJC, Olpe;1,5\n")["B3"] == "1,5"


def test_lists_within_the_last_column_do_not_make_the_delimiter() -> None:
    found = texts("Akteur,Ort,Gruppen\nVHS,Siegen,a;b;c\nJC,Olpe,a;b;c\nAA,Hagen,a\n")
    assert found["C2"] == "a;b;c"


def test_title_lines_above_the_table_do_not_hide_the_delimiter() -> None:
    found = texts("Matrix der Partner, Stand: Mai\n\nAkteur;Beratung;Kurse\nVHS;x;x\nJC;;x\n")
    assert (found["A1"], found["C4"]) == ("Matrix der Partner, Stand: Mai", "x")


ALIGNED = """Matrix der Partner, Stand Mai
Akteur                Ort         Beratung  Kurse
VHS Siegen            Siegen      x         x
Jobcenter Olpe        Olpe                  x
Agentur für Arbeit    Hagen, Ost  x

Handwerkskammer Ruhr              x         nur dienstags
"""


def test_columns_aligned_with_blanks_are_columns() -> None:
    found = texts(ALIGNED)
    assert ["Akteur", "Ort", "Beratung", "Kurse"] == [found[f"{letter}2"] for letter in "ABCD"]
    assert {"A4": "Jobcenter Olpe", "B4": "Olpe", "D4": "x"} == {
        key: said for key, said in found.items() if key[1] == "4"
    }
    assert ("Matrix der Partner, Stand Mai", "Hagen, Ost", "nur dienstags") == (found["A1"], found["B5"], found["D7"])
    assert "C4" not in found


def test_prose_is_one_column() -> None:
    prose = "Das Netzwerk berät.  Es trifft sich\nmonatlich, meist montags, im Kreishaus.\nAlle sind  willkommen, auch Gäste.\n"
    assert {"A"} == {key[0] for key in texts(prose.replace(",", ""))}


def test_a_million_columns_are_refused_and_a_million_empty_ones_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n1;2" + ";" * 1_000_000 + "\n")
    assert "2" == gate.read(path)[0].text(2, 2)
    path.write_text("a;b\n" + ";".join(["x"] * 1_000_000) + "\n")
    with pytest.raises(LoadError) as caught:
        gate.read(path)
    assert ("too_large", "ALM2") == (caught.value.code, caught.value.place)


def test_a_quotation_mark_never_closed_swallows_nothing() -> None:
    lines = [f"Akteur {number};x;;x" for number in range(1, 9)]
    lines[2] = 'Akteur 3;"x;;x'
    found = grid("\n".join(lines))
    assert found.bounds() == (1, 1, 8, 4)
    assert found.text(8, 1) == "Akteur 8"
    assert found.text(3, 2) == '"x'
    assert codes(found) == ["VN1104"]
    assert json.loads(found.notes[0])["ref"] == "A3"


def test_two_stray_quotation_marks_do_not_swallow_the_lines_between() -> None:
    lines = [f"Akteur {number};x;;x" for number in range(1, 9)]
    lines[2], lines[6] = 'Akteur 3;"x;;x', 'Akteur 7;x";;x'
    found = grid("\n".join(lines))
    assert found.text(5, 1) == "Akteur 5"
    assert found.bounds()[2] == 8


def test_an_address_over_several_lines_is_one_cell() -> None:
    found = texts('Akteur;Anschrift\nVHS;"Ring 1\n57072 Siegen; Hof\nHinterhaus; links"\nJC;"Weg 2"\n')
    assert found["B2"].count("\n") == 2
    assert found["A3"] == "JC"


def test_the_apostrophe_that_guards_against_formulas_is_taken_off() -> None:
    assert texts("'+49 221;'=1+1;'-;'n Abend;'@x") == {
        "A1": "+49 221", "B1": "=1+1", "C1": "-", "D1": "'n Abend", "E1": "@x"
    }  # fmt: skip


def test_error_values_are_errors_in_german() -> None:
    found = grid("Akteur;Plätze\nVHS;#N/A\nJC;#BEZUG!\n")
    assert [(found.cells[row, 2].text, found.cells[row, 2].kind) for row in (2, 3)] == [
        ("#NV", "error"),
        ("#BEZUG!", "error"),
    ]


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_field_beyond_the_limit_is_refused_with_its_place(tmp_path: Path, quote: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n1;" + quote + "x" * 200_000 + quote)
    with pytest.raises(LoadError) as caught:
        gate.read(path)
    assert (caught.value.code, caught.value.place) == ("too_large", "B2")


def test_many_unbalanced_quotation_marks_do_not_take_long(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a;"b\n' * 20_000)
    gate.read(path)


FIELD = st.text(st.characters(codec="cp1252", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=10).map(str.strip).filter(
    lambda text: text != "" and not text.startswith(("'", "#", "sep=", "Ã", "Â", "â", '"'))
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    table=st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(FIELD, min_size=width, max_size=width), min_size=2, max_size=8)),
    delimiter=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)  # fmt: skip
def test_a_table_reads_back_however_it_was_written(
    table: list[list[str]], delimiter: str, encoding: str, quoting: int, end: str
) -> None:
    out = io.StringIO()
    out.write(f"sep={delimiter}{end}")
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(table)  # type: ignore[arg-type]
    found = grid_of(out.getvalue().encode(encoding), Limits())
    assert table == [
        [found.text(row, column) for column in range(1, len(table[0]) + 1)] for row in range(2, len(table) + 2)
    ]


WORD = st.text("abcdefghijklmnopäöüßÄÖÜ 0123456789.-", min_size=1, max_size=12).map(str.strip).filter(bool)


@settings(max_examples=150, deadline=None)
@given(
    table=st.integers(2, 6).flatmap(lambda width: st.lists(st.lists(WORD, min_size=width, max_size=width), min_size=2, max_size=8)),
    delimiter=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]),
)  # fmt: skip
def test_the_delimiter_of_ordinary_words_is_found(table: list[list[str]], delimiter: str, encoding: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(table)
    found = grid_of(out.getvalue().encode(encoding), Limits())
    assert table == [
        [found.text(row, column) for column in range(1, len(table[0]) + 1)] for row in range(1, len(table) + 1)
    ]


@settings(deadline=None)
@given(st.binary(max_size=200) | st.text(";,|\"\n\r\tab'", max_size=60).map(str.encode))
def test_any_bytes_make_a_grid_without_an_error(data: bytes) -> None:
    assert grid_of(data, Limits()).name == ""
