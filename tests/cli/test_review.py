"""``review``: listed, asked one by one, decided in one call, or filled in with a spreadsheet and given back."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from graph.decisions import Review, read_decisions
from tests.cli.calling import call, command, environment, program
from tests.verweisnetz.described import build, copy, statement
from verweisnetz import region
from verweisnetz.region import Region
from verweisnetz.review.applying import _as_read
from verweisnetz.review.listing import Listing

BY = ("--by", "Beirat", "--on", "2026-11-02")


@pytest.fixture(scope="module")
def lenne(tmp_path_factory: pytest.TempPathFactory) -> Region:
    return build(tmp_path_factory.mktemp("lenne") / "r")


@pytest.fixture
def here(lenne: Region, tmp_path: Path) -> Region:
    return copy(lenne, tmp_path / "r")


def reviews(here: Region) -> dict[str, Review]:
    return {one.key: one for one in read_decisions(here.folder / "decisions").reviews}


def listed(here: Region, *words: object) -> list[dict[str, str]]:
    done = call("review", "-C", here.folder, "--day", "2026-11-23", "--format", "csv", *words)
    assert 0 == done.exit_code, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff")), delimiter=";"))


def filled(rows: list[dict[str, str]]) -> str:
    """Return the rows as Excel saves them."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


def test_the_list_shows_quote_effect_and_how_to_decide(here: Region) -> None:
    out = call("review", "-C", here.folder, "--day", "2026-11-23").stdout
    for words in (
        "Zu prüfen: 3 Aussagen",
        "Jobcenter Hagen – verweist an – Volkshochschule Hagen",
        "»Jobcenter Hagen verweist an Volkshochschule Hagen.«",
        "Wirkung: schließt B Sprache",
        "Dieselbe Stelle? 1 Paare",
        "Nachfragen: 1 Pläne",
        "verweisnetz review accept",
    ):
        assert words in " ".join(out.split())


def test_the_list_in_english_is_english(here: Region) -> None:
    out = call("review", "-C", here.folder, "--day", "2026-11-23", "--lang", "en").stdout
    assert "To review: 3 statements" in out
    assert "effect: closes B" in out


def test_every_format_says_the_same_things(here: Region) -> None:
    asked = ("review", "-C", here.folder, "--day", "2026-11-23", "--format")
    data = json.loads(call(*asked, "json").stdout)
    keys = [one["key"] for part in ("candidates", "pairs", "overdue") for one in data[part]]
    assert keys == [row["Schlüssel"] for row in listed(here)]
    assert all(key in call(*asked, "md").stdout for key in keys)


def test_only_overdue_plans_can_be_asked_for(here: Region) -> None:
    assert ["überfällig"] == [row["Was"] for row in listed(here, "--overdue")]


def test_the_schema_is_printed_without_a_region(tmp_path: Path) -> None:
    done = call("review", "--schema", "-C", tmp_path / "nowhere")
    assert "What a person has to decide" == json.loads(done.stdout)["title"]


def test_nothing_to_decide_is_said(one_matrix: Path) -> None:
    region.build(one_matrix)
    assert "Nichts zu prüfen." in call("review", "-C", one_matrix, "--list").stdout


@pytest.mark.parametrize(("verb", "decision"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_statement_is_decided_by_the_beginning_of_its_key(here: Region, verb: str, decision: str) -> None:
    one = statement(here, "Jobcenter Hagen")
    done = call("review", verb, one.key[:8], "-C", here.folder, *BY, "--note", "im Beirat geprüft")
    assert (0, "1 Entscheidungen gespeichert; gilt ab dem nächsten `verweisnetz build`\n") == (
        done.exit_code,
        done.stderr,
    )
    review = reviews(here)[one.key]
    assert (decision, "Beirat", "2026-11-02", "im Beirat geprüft") == (
        review.decision,
        review.by,
        review.on,
        review.note,
    )
    assert "Jobcenter Hagen verweist an Volkshochschule Hagen." == review.quote


def test_options_before_the_verb_count_too(here: Region) -> None:
    one = statement(here, "Jobcenter Hagen")
    assert 0 == call("review", "-C", here.folder, *BY, "accept", one.key).exit_code
    assert "2026-11-02" == reviews(here)[one.key].on


def test_who_decides_may_stand_in_the_environment_and_must_be_said(here: Region) -> None:
    words = ("review", "accept", statement(here, "Jobcenter Hagen").key, "-C", here.folder)
    done = call(*words)
    assert (2, True) == (done.exit_code, "Es fehlt die Option --by." in done.stderr)
    assert 2 == call(*words, "--by", " ").exit_code
    assert 0 == call(*words, environment={"VERWEISNETZ_BY": "KA"}).exit_code


@pytest.mark.parametrize(("key", "said"), [("abc", "keine Aussage hat"), ("ffffffff", "keine Aussage hat")])
def test_a_key_that_is_none_is_told(here: Region, key: str, said: str) -> None:
    done = call("review", "accept", key, "-C", here.folder, *BY)
    assert (2, True) == (done.exit_code, said in done.stderr)


def test_an_edit_keeps_the_words_and_changes_what_they_say(here: Region) -> None:
    one = statement(here, "Kreis Olpe", "cooperatesWith")
    changed = ("--predicate", "refersTo", "--audience", "Frauen", "--region", "Kreis Olpe")
    assert 0 == call("review", "edit", one.key[:10], "-C", here.folder, *BY, *changed).exit_code
    now = region.build(here.folder)
    said = statement(now, "Kreis Olpe")
    assert (one.evidence, "high") == (said.evidence, said.tier)
    assert (("audience", "Frauen"), ("region", "Kreis Olpe")) == said.conditions
    assert 1 == len(now.view.table("referral"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "sagt dasselbe wie gelesen"),
        (("--predicate", "verweist"), "das Prädikat „verweist“ gibt es nicht"),
        (("--predicate", "type"), "verbindet"),
        (("--modality", "sicher"), "„sicher“ ist keines von"),
        (("--conditions", "alter"), "„alter“ ist keine Bedingung"),
        (("--conditions", "-", "--theme", "Sprache"), "Bedingungen auf eine Weise"),
    ],
)
def test_an_edit_that_says_nothing_possible_is_told_and_not_saved(
    here: Region, words: tuple[str, ...], said: str
) -> None:
    key = statement(here, "Kreis Olpe", "cooperatesWith").key
    if "type" in words:
        words = (*words, "--object-kind", "Actor")
    done = call("review", "edit", key, "-C", here.folder, *BY, *words)
    assert (2, True) == (done.exit_code, said in done.stderr), done.stderr
    assert {} == reviews(here)


def test_two_labels_are_said_to_be_one_actor_and_then_are(here: Region) -> None:
    labels = ("Bildungswerk Sonnenaufgang", "Bildungswerk Sonnenaufgänge")
    assert 0 == call("review", "same", *labels, "-C", here.folder, *BY).exit_code
    now = region.build(here.folder)
    meant = {link.entity for link in now.generation.links() if link.mention.label in labels}
    assert 1 == len(meant)
    assert () == now.review(measure=0).pairs


def test_a_pair_is_kept_apart_by_its_key(here: Region) -> None:
    (pair,) = here.review(measure=0).pairs
    assert 0 == call("review", "different", pair.key[:9], "-C", here.folder, *BY).exit_code
    assert () == region.open(here.folder).review(measure=0).pairs


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (
            ("Bildungswerk Sonnenaufgang", "Bildungswerk Sonnnenaufgang"),
            "keine Quelle nennt „Bildungswerk Sonnnenaufgang“",
        ),
        (("IHK Siegen", "IHK Siegen"), "beides ist dieselbe Bezeichnung"),
        (("p0000000",), "kein Paar hat den Schlüssel"),
        (("IHK Siegen", "Kreis Olpe", "VHS"), "Überzählige Angabe: VHS"),
    ],
)
def test_labels_nobody_has_are_told(here: Region, labels: tuple[str, ...], said: str) -> None:
    done = call("review", "same", *labels, "-C", here.folder, *BY)
    assert (2, True) == (done.exit_code, said in done.stderr), done.stderr


def test_what_is_said_to_be_different_is_not_made_one_through_others(here: Region) -> None:
    def link(decision: str, left: str, right: str) -> int:
        return call("review", decision, left, right, "-C", here.folder, *BY).exit_code

    assert 0 == link("different", "IHK Siegen", "Kreis Olpe")
    assert 0 == link("same", "IHK Siegen", "Bildungswerk Sonnenaufgang")
    assert 2 == link("same", "Kreis Olpe", "Bildungswerk Sonnenaufgang")


def test_a_decision_is_taken_back(here: Region) -> None:
    key = statement(here, "Jobcenter Hagen").key
    call("review", "accept", key, "-C", here.folder, *BY)
    assert 0 == call("review", "undo", key[:8], "-C", here.folder).exit_code
    assert {} == reviews(here)
    assert 2 == call("review", "undo", key[:8], "-C", here.folder).exit_code


def test_a_lost_decision_can_be_taken_back(here: Region) -> None:
    key = statement(here, "Jobcenter Hagen").key
    call("review", "accept", key, "-C", here.folder, *BY)
    build(here.folder, "Leer.\n")
    assert "Ohne Aussage: 1 Entscheidungen" in call("review", "-C", here.folder, "--list").stdout
    assert 0 == call("review", "undo", key[:8], "-C", here.folder).exit_code
    assert {} == reviews(here)


def test_deciding_anew_on_a_sentence_found_again_replaces_the_old_line(here: Region) -> None:
    old = statement(here, "Jobcenter Hagen").key
    call("review", "accept", old, "-C", here.folder, *BY)
    now = build(here.folder, "Job-Center Hagen verweist an Volkshochschule Hagen.\n")
    (key,) = Listing(now).decided
    assert key != old
    assert 0 == call("review", "reject", key, "-C", here.folder, *BY).exit_code
    assert {key: "rejected"} == {one.key: one.decision for one in reviews(now).values()}


# one by one


def ask(here: Region, said: str, *words: str) -> str:
    done = call("review", "-C", here.folder, "--day", "2026-11-23", "--measure", "0", "--ask", *words, said=said)
    assert 0 == done.exit_code, done.stderr
    return done.output


def test_one_after_the_other_is_shown_and_decided(here: Region) -> None:
    out = ask(here, "KA\na\nn\n\ng\nn\n")
    assert ["accepted", "rejected", "rejected"] == sorted(one.decision for one in reviews(here).values())
    assert {"refersTo", "offers"} == {one.predicate for one in reviews(here).values()}
    assert {"KA"} == {one.by for one in reviews(here).values()}
    assert ["same"] == [one.decision for one in read_decisions(here.folder / "decisions").links]
    assert "4 Entscheidungen gespeichert" in out


def test_what_is_no_choice_is_asked_again_and_q_ends_it(here: Region) -> None:
    out = ask(here, "x\na\nq\n", *BY)
    assert "Das ist keine der Möglichkeiten." in out
    assert 1 == len(reviews(here))


def test_an_edit_at_the_terminal_asks_for_each_part(here: Region) -> None:
    ask(here, "b\n\n\nVolkshochschule Iserlohn\naudience=Frauen\n\nq\n", *BY, "--predicate", "refersTo")
    (review,) = reviews(here).values()
    assert ("edited", "Volkshochschule Iserlohn", "audience=Frauen") == (
        review.decision, review.to_object, review.to_conditions,
    )  # fmt: skip


def test_an_impossible_edit_is_asked_again(here: Region) -> None:
    out = ask(here, "b\n\ngibtsnicht\n\n\n\na\nq\n", *BY)
    assert "das Prädikat „gibtsnicht“ gibt es nicht" in out
    assert ["accepted"] == [one.decision for one in reviews(here).values()]


def test_the_end_of_the_input_keeps_what_was_decided(here: Region) -> None:
    done = call("review", "-C", here.folder, "--measure", "0", "--ask", *BY, said="a\n")
    assert 0 != done.exit_code
    assert 1 == len(reviews(here))


# in bulk


def test_a_list_filled_in_with_excel_comes_back(here: Region, tmp_path: Path) -> None:
    rows = listed(here)
    rows[0]["Entscheidung"], rows[0]["Bemerkung"] = "annehmen", "geprüft"
    rows[1]["Entscheidung"], rows[1]["Wert"] = "Berichtigt", "Volkshochschule Iserlohn"
    rows[3]["Entscheidung"] = "verschieden"
    file = tmp_path / "prüfung.csv"
    file.write_bytes(filled(rows).encode("cp1252", "replace").replace(b"?Schl", b"Schl"))
    done = call("review", "apply", file, "-C", here.folder, *BY)
    assert 0 == done.exit_code, done.stderr
    found = reviews(here)
    assert ("accepted", "geprüft") == (found[rows[0]["Schlüssel"]].decision, found[rows[0]["Schlüssel"]].note)
    assert "Volkshochschule Iserlohn" == found[rows[1]["Schlüssel"]].to_object
    assert ["different"] == [one.decision for one in read_decisions(here.folder / "decisions").links]


def test_a_workbook_does_as_well(here: Region, tmp_path: Path) -> None:
    rows = listed(here)
    book = openpyxl.Workbook()
    book.create_sheet("Notizen", 0).append(["nichts"])
    sheet = book["Sheet"]
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append([("nein" if name == "Entscheidung" and row is rows[2] else value) for name, value in row.items()])
    book.save(tmp_path / "prüfung.xlsx")
    assert 0 == call("review", "apply", tmp_path / "prüfung.xlsx", "-C", here.folder, *BY).exit_code
    assert {rows[2]["Schlüssel"]: "rejected"} == {key: one.decision for key, one in reviews(here).items()}


def test_a_list_comes_in_on_standard_input_and_twice_changes_nothing(here: Region) -> None:
    rows = listed(here, "--lang", "en")
    rows[0]["decision"] = "yes"
    for said in ("1 Entscheidungen gespeichert", ""):
        done = call("review", "apply", "-", "-C", here.folder, *BY, said=filled(rows).encode("utf-8"))
        assert (0, True) == (done.exit_code, said in done.stderr)
        before = (here.folder / "decisions" / "reviews.csv").read_bytes()
    assert before == (here.folder / "decisions" / "reviews.csv").read_bytes()


def test_a_key_that_a_spreadsheet_mangled_is_found_by_the_words(here: Region) -> None:
    rows = listed(here)
    key, rows[0]["Schlüssel"], rows[0]["Entscheidung"] = rows[0]["Schlüssel"], "2,8E+31", "ja"
    assert 0 == call("review", "apply", "-", "-C", here.folder, *BY, said=filled(rows).encode()).exit_code
    assert [key] == list(reviews(here))


@pytest.mark.parametrize(
    ("now", "before", "same"),
    [
        ("01.03.2026", "2026-03-01", True),
        ("1.3.2026 00:00", "2026-03-01", True),
        ("02.03.2026", "2026-03-01", False),
        ("'=Summe", "=Summe", True),
        ("'-", "-", True),
        ("2331", "02331", True),
        ("02331", "2331", False),
        ("VHS", "Volkshochschule", False),
    ],
)
def test_what_a_spreadsheet_made_of_a_cell_is_no_change(now: str, before: str, same: bool) -> None:
    assert same == _as_read(now, before)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"Entscheidung": "vielleicht"}, "Zeile 2: „vielleicht“ ist keine Entscheidung"),
        ({"Entscheidung": "annehmen", "Wert": "VHS Olpe"}, "Zeile 2: geändert ist Wert, entschieden ist aber nicht"),
        ({"Wert": "VHS Olpe"}, "Zeile 2: geändert ist Wert, entschieden ist nichts"),
        ({"Entscheidung": "edit", "Wert": ""}, "Zeile 2: Wert ist leer"),
        ({"Entscheidung": "edit", "Beziehung": "kennt"}, "Zeile 2: das Prädikat „kennt“ gibt es nicht"),
        ({"Entscheidung": "gleich"}, "Zeile 2: eine Aussage wird angenommen"),
        ({"Entscheidung": "ja", "Schlüssel": "x", "Zitat": "steht nirgends"}, "Zeile 2: keine Aussage hat den Schlüssel x"),
    ],
)  # fmt: skip
def test_a_row_nobody_can_act_on_is_told_and_nothing_is_saved(here: Region, change: dict[str, str], said: str) -> None:
    rows = listed(here)
    rows[0] |= change
    rows[1]["Entscheidung"] = "ja"
    done = call("review", "apply", "-", "-C", here.folder, *BY, said=filled(rows).encode("utf-8"))
    assert (2, True) == (done.exit_code, said in done.stderr), done.stderr
    assert {} == reviews(here)


def test_a_list_does_not_override_what_was_decided_since_it_was_printed(here: Region) -> None:
    rows = listed(here)
    rows[0]["Entscheidung"] = "nein"
    call("review", "accept", rows[0]["Schlüssel"], "-C", here.folder, *BY)
    done = call("review", "apply", "-", "-C", here.folder, *BY, said=filled(rows).encode("utf-8"))
    assert (2, True) == (done.exit_code, "inzwischen entschieden: accepted (Beirat, 2026-11-02)" in done.stderr)


def test_a_file_that_is_no_list_is_told(here: Region, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Name;Ort\nVHS;Hagen\n", "utf-8")
    done = call("review", "apply", tmp_path / "x.csv", "-C", here.folder, *BY)
    assert (2, True) == (done.exit_code, "es fehlen die Spalten Schlüssel und Entscheidung" in done.stderr)


def test_the_program_lists_into_a_pipe_without_asking(here: Region) -> None:
    done = program("review", "-C", here.folder, "--measure", "0", "--limit", "1", stdin=-3)
    assert (0, True) == (done.returncode, "weitere: --limit 0 zeigt alle" in done.stdout), done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_at_a_terminal_it_asks(here: Region) -> None:
    import os
    import pty

    mine, theirs = pty.openpty()
    running = subprocess.Popen(
        command("review", "-C", here.folder, "--measure", "0", *BY),
        stdin=theirs, stdout=theirs, stderr=theirs, env=environment(), close_fds=True,
    )  # fmt: skip
    os.close(theirs)
    os.write(mine, b"a\nq\n")
    shown = b""
    with contextlib.suppress(OSError):  # Linux says so when the other side is gone
        while part := os.read(mine, 4096):
            shown += part
    os.close(mine)
    assert 0 == running.wait(timeout=60)
    assert "[a]nnehmen" in shown.decode("utf-8", "replace")
    assert 1 == len(reviews(here))
