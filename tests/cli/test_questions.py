"""``route``, ``gaps``, ``coverage`` and ``map`` on the example region and on a folder with one matrix."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from loaders.grid import address
from queries.gaps import KINDS
from tests.cli.calling import call
from verweisnetz import region
from verweisnetz.cli import gaps_commands

README_ROUTE = ("--from", "Jobcenter Hagen", "--audience", "Geflüchtete", "--need", "Anerkennung", "--region", "Hagen")


def answer(*words: object) -> Any:
    done = call(*words, "--format", "json")
    assert 0 == done.exit_code, done.stderr
    return json.loads(done.stdout)


def rows(*words: object) -> list[dict[str, str]]:
    out = call(*words, "--format", "csv").stdout
    assert out.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(out[1:]), delimiter=";"))


def test_the_route_of_the_readme_says_whom_how_and_where_it_stands(built: Path) -> None:
    out = call("route", "-C", built, *README_ROUTE).stdout
    assert re.search(r"^Weg 1: Jobcenter Hagen → \S.* +\[passt\]$", out, re.MULTILINE)
    for words in ("Übergabe: ", "Verantwortlich: ", "Kontakt: ", "Beleg: ", "Warum nicht?", "Der Anbieter müsste"):
        assert words in out


def test_every_cell_a_route_names_is_in_its_file_and_says_what_is_quoted(built: Path) -> None:
    from loaders.gate import read

    found = answer("route", "-C", built, *README_ROUTE)
    cited = [cell for way in found["routes"] for leg in way["legs"] for cell in leg["evidence"]]
    assert cited
    for cell in cited:
        sheet, _, ref = cell["place"].rpartition("!")
        grids = {grid.name: grid for grid in read(built / "sources" / cell["source"])}
        assert cell["text"]
        assert cell["text"] == {address(*place): found.text for place, found in grids[sheet].cells.items()}[ref]


def test_a_route_in_english_is_english(built: Path) -> None:
    out = call("route", "-C", built, "--lang", "en", *README_ROUTE).stdout
    assert re.search(r"^Route 1: .* +\[fits\]$", out, re.MULTILINE)
    for words in ("Why not?", "Handover: "):
        assert words in out
    assert "Verantwortlich" not in out


def test_of_several_needs_each_way_names_its_own_and_what_has_none_is_said(built: Path) -> None:
    asked = ("route", "-C", built, *README_ROUTE, "--need", "Weiterbildung", "--need", "Schulden")
    out = call(*asked, "-k", "1").stdout
    assert re.search(r"^Weg 1: .*\[passt\]   \(für Anerkennung ausländischer Abschlüsse\)$", out, re.MULTILINE)
    assert re.search(r"^Weg 2: .*   \(für Berufliche Weiterbildung\)$", out, re.MULTILINE)
    assert "\nKein Weg bekannt für: Schulden\n" in out
    assert "Kein Weg bekannt" not in call(*asked, "-k", "0").stdout
    assert "   (für" not in call("route", "-C", built, *README_ROUTE).stdout


def test_what_fits_and_is_not_reached_says_what_would_have_to_change_and_where_it_stands(built: Path) -> None:
    asked = ("--need", "IT-Berufe", "--audience", "Gut qualifizierte Frauen mit Fluchterfahrung", "--max-legs", "0")
    out = call("route", "-C", built, "--from", "Jobcenter Märkischer Kreis", "--day", "2026-11-23", *asked).stdout
    said = " ".join(out.split())
    assert "kein bekannter Weg, der hier gilt, führt dorthin. Es bräuchte einen vereinbarten Verweis dorthin. (" in said
    assert "Mehr Übergaben zulassen oder einen kürzeren Weg verabreden. (" in said


def test_route_prints_csv_and_markdown_under_german_headings(built: Path) -> None:
    found = rows("route", "-C", built, *README_ROUTE)
    assert {"Rang", "Weg", "Beleg"} <= set(found[0])
    markdown = call("route", "-C", built, "--format", "md", *README_ROUTE).stdout.splitlines()
    assert markdown[0].startswith("| Rang |")
    assert len(found) + 2 == len(markdown)


def test_the_profile_may_come_from_standard_input(built: Path) -> None:
    profile = {"start": "Jobcenter Hagen", "groups": ["Geflüchtete"], "needs": ["Anerkennung"], "residence": "Hagen"}
    piped = call("route", "-C", built, "--profile", "-", "--format", "json", said=json.dumps(profile).encode())
    assert answer("route", "-C", built, *README_ROUTE) == json.loads(piped.stdout)


@pytest.mark.parametrize(
    ("words", "german", "near"),
    [
        (("--from", "Jobcentr Hagn"), "„Jobcentr Hagn“ ist als Stelle nicht bekannt", "Jobcenter Hagen"),
        (("--audience", "Geflüchtette"), "„Geflüchtette“ ist als Zielgruppe nicht bekannt", "Geflüchtete"),
        (("--need", "Anerkenung"), "„Anerkenung“ ist als Thema oder Angebotsart nicht bekannt", "Anerkennung"),
        (("--region", "Hagn"), "„Hagn“ ist als Gebiet nicht bekannt", "Hagen"),
        (("--wants", "sprache=en"), "„sprache“ ist als praktischer Bedarf nicht bekannt", "language"),
        (("--facts", "altr=34"), "das Merkmal „altr“ ist nicht bekannt", "alter"),
    ],
)
def test_a_word_nobody_knows_is_answered_with_near_ones(
    built: Path, words: tuple[str, ...], german: str, near: str
) -> None:
    done = call("route", "-C", built, *words)
    assert 2 == done.exit_code
    assert "" == done.stdout
    assert german in done.stderr
    assert near in done.stderr


def test_a_profile_that_contradicts_itself_names_both(built: Path) -> None:
    done = call("route", "-C", built, "--facts", "age=34 & age=35")
    assert 2 == done.exit_code
    assert "das Profil widerspricht sich: " in done.stderr
    assert {"age=34", "age=35"} <= set(done.stderr.split())
    english = call("route", "-C", built, "--lang", "en", "--facts", "age=20", "--audience", "Ältere")
    assert "the profile contradicts itself: it cannot belong to “Ältere”" in english.stderr


def test_what_the_client_said_stands_in_no_file(copy: Path) -> None:
    facts = "age=34 & employment=marginal"
    call("route", "-C", copy, "--facts", facts, "--audience", "Geflüchtete", "--wants", "language=uk")
    kept = b"".join(path.read_bytes() for path in copy.rglob("*") if path.is_file())
    assert b"age=34" not in kept


def test_one_matrix_gives_direct_legs_without_agreement(one_matrix: Path) -> None:
    call("build", one_matrix)
    out = call("route", "-C", one_matrix, "--need", "Bildungsberatung", "--region", "Siegen").stdout
    assert "eine Absprache ist nicht bekannt" in out
    assert "netzwerkmatrix.xlsx!Akteure x Angebote!B8" in " ".join(out.split())
    found = answer("route", "-C", one_matrix, "--need", "Bildungsberatung")
    assert {"direct"} == {leg["kind"] for way in found["routes"] for leg in way["legs"]}
    assert "Verweiswege sind keine bekannt" in out
    english = call("route", "-C", one_matrix, "--lang", "en", "--need", "Bildungsberatung").stdout
    assert "no agreement" in english


def test_one_matrix_has_gaps_and_coverage_too(one_matrix: Path) -> None:
    call("build", one_matrix)
    assert answer("coverage", "-C", one_matrix)["cells"]
    out = call("gaps", "-C", one_matrix).stdout
    assert "Eine Bedarfstabelle fehlt" in out


def test_the_example_has_a_gap_of_every_kind(built: Path) -> None:
    found = answer("gaps", "-C", built, "--day", "2026-11-21")
    assert set(KINDS) == {gap["kind"] for gap in found["gaps"] + found["end_unknown"]}
    for gap in found["gaps"]:
        assert gap["evidence"] or gap["sub"] == "A2"


def test_a_word_on_full_courses_counts_for_fourteen_days_and_then_is_a_question(built: Path) -> None:
    (full,) = answer("gaps", "-C", built, "--day", "2026-11-21", "--kind", "G")["gaps"]
    assert "meldeliste_bildungstraeger_herbst.xlsx" in {place["source"] for place in full["evidence"]}
    later = answer("gaps", "-C", built, "--day", "2026-12-01", "--kind", "G")
    assert ([], 1) == (later["gaps"], len(later["capacity_old"]))


def test_german_sentences_write_days_as_germans_do(built: Path) -> None:
    for command in ("gaps", "hygiene", "horizon", "figures", "maturity", "coverage"):
        out = call(command, "-C", built, "--day", "2026-11-21", "--lang", "de").stdout
        assert not re.search(r"\b\d{4}-\d{2}-\d{2}\b", out), command
    assert "31.03.2027" in call("gaps", "-C", built, "--day", "2026-11-21", "--kind", "F").stdout


def test_the_kinds_a_script_may_fail_on_are_those_there_are(built: Path) -> None:
    found = answer("gaps", "-C", built, "--day", "2026-11-21")
    known = {*KINDS, *(gap["sub"] for gap in found["gaps"])}
    assert known <= set(gaps_commands.KINDS)
    wrong = call("gaps", "-C", built, "--fail-on", "Q")
    assert 2 == wrong.exit_code
    assert "Ungültig für --fail-on: „Q“ ist nicht unter 'A', 'A1', 'A2', 'B', 'C', 'D', 'E', 'F', 'G'." in wrong.stderr


def test_gaps_fail_on_what_is_asked_for_and_still_print(built: Path) -> None:
    failing = call("gaps", "-C", built, "--fail-on", "A")
    assert 1 == failing.exit_code
    assert call("gaps", "-C", built).stdout == failing.stdout
    assert 0 == call("gaps", "-C", built, "--kind", "B", "--fail-on", "A").exit_code


def test_weights_are_shown_as_the_needs_table_writes_them(built: Path) -> None:
    weights = {line.split(";")[3] for line in (built / "tables/needs.csv").read_text("utf-8").splitlines()[1:]} | {"1"}
    assert {row["Gewicht"] for row in rows("coverage", "-C", built)} <= weights
    assert {row["Gewicht"] for row in rows("gaps", "-C", built, "--kind", "A")} <= weights


def test_coverage_is_printed_in_every_format(built: Path) -> None:
    cells = answer("coverage", "-C", built)["cells"]
    assert len(cells) == len(rows("coverage", "-C", built))
    assert "Zielgruppe" in call("coverage", "-C", built).stdout.splitlines()[0]
    assert "target group" in call("coverage", "-C", built, "--lang", "en").stdout.splitlines()[0].lower()


def test_the_library_gives_what_the_command_prints(built: Path) -> None:
    here = region.open(built)
    found = here.routes(start="Jobcenter Hagen", groups=["Geflüchtete"], needs=["Anerkennung"], residence="Hagen")
    assert found.to_dict() == answer("route", "-C", built, *README_ROUTE)
    assert here.gaps().to_dict() == answer("gaps", "-C", built)


def page(path: Path) -> str:
    """Return a page after a look at the two things that keep it offline."""
    text = path.read_text(encoding="utf-8")
    assert "default-src 'none'" in html.unescape(text)
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", text)
    return text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ((), "Musterregion Lenne-Ruhr"),
        (("--actor", "Jobcenter Hagen"), "Jobcenter Hagen"),
        (("--actor", "Jobcenter Hagen", "--hops", "2"), "Jobcenter Hagen"),
        (("--region", "Märkischer Kreis"), "Märkischer Kreis"),
        (("--heatmap",), "Musterregion Lenne-Ruhr"),
    ],
)
def test_a_map_is_one_offline_file(built: Path, tmp_path: Path, words: tuple[str, ...], shown: str) -> None:
    out = tmp_path / "karten" / "karte.html"
    done = call("map", out, "-C", built, *words)
    assert 0 == done.exit_code, done.stderr
    assert f"{out}\n" == done.stdout
    assert shown in page(out)
    assert '<html lang="de"' in page(out)
    first = out.read_bytes()
    call("map", out, "-C", built, *words)
    assert first == out.read_bytes()


def test_a_map_in_english_says_so(built: Path, tmp_path: Path) -> None:
    call("map", tmp_path / "m.html", "-C", built, "--lang", "en")
    assert '<html lang="en"' in page(tmp_path / "m.html")


@pytest.mark.parametrize(("ending", "magic"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_the_heatmap_is_a_picture_where_a_picture_is_asked_for(
    built: Path, tmp_path: Path, ending: str, magic: bytes
) -> None:
    out = tmp_path / f"abdeckung.{ending}"
    assert 0 == call("map", out, "-C", built, "--heatmap").exit_code
    assert out.read_bytes().startswith(magic)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("x.html", "--actor", "Jobcentr Hagn"), 2, "zur Auswahl: Jobcenter Hagen"),
        (("x.html", "--region", "Hagn"), 2, "Hagen"),
        (("x.pdf", "--heatmap"), 3, ".html, .png oder .svg"),
        (("x.html", "--hops", "9"), 2, "9 liegt nicht im Bereich 1<=x<=4"),
    ],
)
def test_a_map_of_nothing_is_said_and_not_written(
    built: Path, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    done = call("map", tmp_path / words[0], "-C", built, *words[1:])
    assert code == done.exit_code
    assert said in done.stderr
    assert [] == list(tmp_path.iterdir())


def test_a_map_cannot_be_written_below_a_file(built: Path, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("mein", encoding="utf-8")
    done = call("map", tmp_path / "datei" / "karte.html", "-C", built)
    assert 3 == done.exit_code
    assert "kann dort nicht geschrieben werden" in done.stderr
    assert "mein" == (tmp_path / "datei").read_text(encoding="utf-8")
