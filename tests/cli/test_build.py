"""``build`` and ``status``: nothing is lost, nothing changes without cause, one bad file stops no other."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.lock import writer
from loaders import load
from loaders.source import Loaded, SourceSpec
from tests.cli.calling import call, environment, program
from tests.loaders.workbooks import parts, save, text_cell
from verweisnetz import reading, region

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
Content = Callable[[Path], dict[str, bytes]]


def said(folder: Path, source: str = "") -> set[str]:
    """Return the keys of the statements of one source, or of all."""
    return {one.key for one in region.open(folder).statements() if not source or one.source == source}


def test_a_build_prints_what_became_of_every_cell_and_drops_none(copy: Path) -> None:
    done = call("build", copy, "--format", "json")
    assert 0 == done.exit_code
    report = json.loads(done.stdout)
    sources = {path.name for path in (copy / "sources").iterdir()}
    tables = {"tables/needs.csv", "tables/doors.csv", "tables/accepted_gaps.csv"}
    assert sources | tables == {*report["ledger"], *report["texts"]}
    assert {Path(name).suffix for name in report["texts"]} == {".html", ".md", ".txt", ".docx", ".pdf"}
    assert 0 == report["dropped"] == sum(counted["unread"] for counted in report["texts"].values())
    for counted in report["ledger"].values():
        classes = ("statement", "negative", "reported", "structure")
        assert counted["cells"] == sum(counted[name] for name in classes) > 0
    assert report["counts"]["actors"] >= 35
    assert report["counts"]["offers"] >= 80
    assert report["counts"]["referrals"] >= 60


@pytest.mark.parametrize(
    ("language", "words"), [("de", ("Quelle", "zusammen", "Verweise")), ("en", ("source", "total"))]
)
def test_the_table_of_a_build_is_in_the_language_asked_for(copy: Path, language: str, words: tuple[str, ...]) -> None:
    out = call("build", copy, "--lang", language).stdout
    assert [] == [word for word in words if word not in out]


def test_building_again_changes_no_byte_and_reads_no_file(
    copy: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(copy)

    def unread(*_: object, **__: object) -> None:
        pytest.fail("an unchanged source is not read again")

    monkeypatch.setattr(reading, "load", unread)
    assert 0 == call("build", copy).exit_code
    assert before == content(copy)


def test_the_same_input_gives_the_same_generation_whatever_the_machine_says(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "anderswo mit ü"
    shutil.copytree(built, other, ignore=shutil.ignore_patterns(".verweisnetz"))
    foreign = environment(PYTHONHASHSEED="7", LC_ALL="C", TZ="Pacific/Kiritimati")
    done = program("build", ".", "--format", "json", cwd=other, env=foreign)
    assert 0 == done.returncode, done.stderr
    assert region.open(built).generation.id == json.loads(done.stdout)["generation"]


def test_the_caches_may_be_deleted(copy: Path) -> None:
    before = region.open(copy).generation.id
    shutil.rmtree(copy / ".verweisnetz")
    assert 0 == call("build", copy).exit_code
    assert before == region.open(copy).generation.id


def test_only_the_changed_source_is_read_again(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(spec: SourceSpec, **more: Any) -> Loaded:
        read.append(spec.id)
        return load(spec, **more)

    monkeypatch.setattr(reading, "load", noted)
    needs = copy / "tables" / "needs.csv"
    needs.write_text(needs.read_text(encoding="utf-8") + "Ältere;Grundbildung;Hagen;1;\n", encoding="utf-8")
    assert 0 == call("build", copy).exit_code
    assert ["tables/needs.csv"] == read


def test_removing_a_source_removes_exactly_what_it_says(copy: Path) -> None:
    before = said(copy)
    gone = said(copy, "tables/doors.csv")
    (copy / "tables" / "doors.csv").unlink()
    assert 0 == call("build", copy).exit_code
    assert gone
    assert before - gone == said(copy)


def test_a_folder_with_only_one_matrix_is_a_region(one_matrix: Path) -> None:
    assert 0 == call("build", one_matrix).exit_code
    assert ["netzwerkmatrix.xlsx"] == [source.id for source in region.open(one_matrix).sources()]


def test_an_empty_folder_says_where_sources_belong(tmp_path: Path) -> None:
    call("init", tmp_path / "neu")
    for folder in (tmp_path / "neu", tmp_path):
        (folder / "sources").mkdir(exist_ok=True)
        done = call("build", folder)
        assert 0 == done.exit_code
        assert f"gehört nach {folder / 'sources'}" in done.stderr


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a folder of good files among every kind of bad ones."""
    folder = tmp_path / "gemischt"
    sources, profiles = folder / "sources", folder / "profiles"
    sources.mkdir(parents=True)
    profiles.mkdir()
    shutil.copy(FIXTURES / "o01_einfach.xlsx", sources / "gut.xlsx")
    shutil.copy(FIXTURES / "o01_einfach.xlsx", sources / "profil.xlsx")
    (profiles / "profil.yaml").write_text('tables: [\n  - {sheet: "x"\n', encoding="utf-8")
    shutil.copy(FIXTURES / "o11_passwort.xlsx", sources / "passwort.xlsx")
    shutil.copy(FIXTURES / "o12_abgeschnitten.xlsx", sources / "abgeschnitten.xlsx")
    (sources / "leer.xlsx").touch()
    (sources / "bild.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (sources / "brief.txt").write_text(
        "Sehr geehrte Damen und Herren,\n\nanbei unsere Rückmeldung. Wir bieten weiterhin Beratung an.\n\n"
        "Mit freundlichen Grüßen\nIhre VHS\n", encoding="utf-8",
    )  # fmt: skip
    far = f'<sheetData><row r="1048576">{text_cell("XFD1048576", "x")}</row></sheetData>'
    save(sources / "bombe.xlsx", parts(far))
    shutil.copytree(sources, sources / "kreis")
    return folder


BAD = {
    "abgeschnitten.xlsx": ("beschädigt oder abgeschnitten", "damaged or cut off"),
    "bild.xlsx": ("PNG", "PNG"),
    "bombe.xlsx": ("Keine Tabelle gefunden", "No table"),
    "leer.xlsx": ("leer (0 Byte)", "empty (0 bytes)"),
    "passwort.xlsx": ("mit einem Passwort verschlüsselt", "encrypted with a password"),
    "profil.xlsx": ("profil.yaml: Das Profil ist kein gültiges YAML (Zeile 2)", "profil.yaml: "),
}


def test_every_broken_file_gets_one_clear_message_and_the_others_are_read(broken: Path) -> None:
    german, english = call("build", broken), call("build", broken, "--lang", "en")
    assert 3 == german.exit_code == english.exit_code
    for folder in ("", "kreis/"):
        for name, words in BAD.items():
            for done, word in zip((german, english), words, strict=True):
                (line,) = (line for line in done.stderr.splitlines() if line.startswith(f"{folder}{name}: "))
                assert word in line
                assert "[VN6001]" in line
    opened = region.open(broken)
    letters = {"brief.txt", "kreis/brief.txt"}  # a letter is read as a text, whatever little it says
    assert ["gut.xlsx", "kreis/gut.xlsx"] == [source.id for source in opened.sources() if source.id not in letters]
    assert 12 == len(opened.broken())
    assert {"gut.xlsx", "kreis/gut.xlsx"} == {one.source for one in opened.statements()} - letters
    assert 3 == call("build", broken).exit_code, "still broken from the cache"
    assert "12" in call("status", broken).stdout


def test_a_file_that_breaks_and_is_mended_says_the_same_again(copy: Path) -> None:
    source, before = copy / "tables" / "needs.csv", said(copy)
    good = source.read_bytes()
    source.write_bytes(b"")
    assert 3 == call("build", copy).exit_code
    assert before > said(copy)
    source.write_bytes(good)
    assert 0 == call("build", copy).exit_code
    assert before == said(copy)


def test_an_unreadable_line_of_the_configuration_stops_the_build_and_harms_nothing(
    copy: Path, content: Content
) -> None:
    before = content(copy / ".verweisnetz")
    config = copy / "verweisnetz.toml"
    config.write_text("[region]\nname = Musterregion\n", encoding="utf-8")
    done = call("build", copy)
    assert 3 == done.exit_code
    assert "verweisnetz: verweisnetz.toml, Zeile 2: ist nicht lesbar: `name = Musterregion`." in done.stderr
    assert "" == done.stdout
    assert before == content(copy / ".verweisnetz")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs rights that can be missing")
def test_a_file_without_the_right_to_read_it_is_a_broken_source(copy: Path) -> None:
    (copy / "tables" / "doors.csv").chmod(0)
    done = call("build", copy)
    assert 3 == done.exit_code
    assert "tables/doors.csv: nicht lesbar" in done.stderr


def test_a_source_outside_its_bounds_is_heard(copy: Path) -> None:
    config = copy / "verweisnetz.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("actors = [28, 40]", "actors = [900, 901]"), encoding="utf-8")
    done = call("build", copy, "--issues")
    assert 0 == done.exit_code
    assert "erwartet sind 900 bis 901" in done.stderr
    assert "[VN6002]" in done.stderr


def test_a_second_writer_is_told_who_writes_and_leaves_with_4(copy: Path, content: Content) -> None:
    before = content(copy / ".verweisnetz" / "generations")
    with writer(copy / ".verweisnetz"):
        german, english = call("build", copy), call("build", copy, "--lang", "en")
    assert 4 == german.exit_code == english.exit_code
    assert f"ein anderer Vorgang schreibt gerade in diese Region (Prozess {os.getpid()}, seit " in german.stderr
    assert f"another process is writing this region (process {os.getpid()}, since " in english.stderr
    assert before == content(copy / ".verweisnetz" / "generations")


def test_who_comes_while_another_reads_is_told_at_once(copy: Path) -> None:
    met: list[int] = []

    def meanwhile(*_: object) -> None:
        if not met:
            met.append(call("build", copy).exit_code)

    region.build(copy, progress=meanwhile)
    assert [4] == met


def test_status_says_which_generation_answers_and_what_it_holds(built: Path) -> None:
    done = call("status", built, "--format", "json")
    state = json.loads(done.stdout)
    opened = region.open(built)
    assert opened.generation.id == state["generation"]
    assert "Musterregion Lenne-Ruhr" == state["region"]
    assert len(opened.sources()) == state["sources"]
    assert 0 == state["age_days"]
    assert "nicht lesbare Quellen  0" in call("status", built).stdout
    assert "unreadable sources  0" in call("status", built, "--lang", "en").stdout


def test_status_names_damaged_files_and_a_build_mends_them(copy: Path) -> None:
    opened = region.open(copy)
    path = opened.generation.folder / "issues.jsonl"
    path.write_bytes(path.read_bytes()[:-20])
    done = call("status", copy)
    assert 4 == done.exit_code
    assert "verweisnetz: issues.jsonl der Fassung" in done.stderr
    assert 1 == call("check", copy).exit_code
    assert 0 == call("build", copy).exit_code
    assert 0 == call("status", copy).exit_code


@pytest.mark.parametrize("words", [("status",), ("route", "-C"), ("gaps", "-C"), ("coverage", "-C"), ("check",)])
def test_what_was_never_built_cannot_be_asked(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = call(*words, tmp_path)
    assert 4 == done.exit_code
    assert "verweisnetz: hier wurde noch nichts gebaut; zuerst `verweisnetz build` aufrufen\n" == done.stderr
    missing = call(*words, tmp_path / "nichts")
    assert 3 == missing.exit_code
    assert "diesen Ordner gibt es nicht" in missing.stderr


def test_messages_are_in_the_language_of_the_call_the_environment_or_the_region(tmp_path: Path) -> None:
    english = "nothing has been built here yet"
    assert english in call("status", tmp_path, "--lang", "en").stderr
    assert english in call("status", "--lang=en", tmp_path).stderr
    assert english in call("status", tmp_path, environment={"VERWEISNETZ_LANG": "en"}).stderr
    (tmp_path / "verweisnetz.toml").write_text('[region]\nlanguage = "en"\n', encoding="utf-8")
    assert english in call("status", tmp_path).stderr
    assert "noch nichts gebaut" in call("status", tmp_path, "--lang", "de").stderr
