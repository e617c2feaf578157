"""What a region that has only one matrix is told: what is not known, and nothing made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calling import call
from verweisnetz import region


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """Return a region without themes, needs, doors, days and contacts."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "matrix.csv").write_text("Partner;Frauen;Männer\nVHS Hagen;x;\nAWO;;x\n", "utf-8")
    (tmp_path / "verweisnetz.toml").write_text('[region]\nname = "Bar"\n', "utf-8")
    region.build(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("command", "german", "english"), [
    ("horizon", "Keine Quelle nennt für ein Angebot", "No source names a last day"),
    ("closings", "Es gibt nichts, was neue Verweise", "There is nothing that new referrals"),
    ("contacts", "Kein solcher Kontakt ist gespeichert.", "No such contact is stored."),
    ("coverage", "was in den Quellen vorkommt; eine Bedarfstabelle fehlt", "there is no needs table (served 2)."),
    ("hygiene", "Verweiswege sind keine bekannt", "No referrals are recorded"),
])  # fmt: skip
def test_what_is_not_known_is_said(command: str, german: str, english: str, bare: Path) -> None:
    assert german in call(command, "-C", bare).stdout
    assert english in call(command, "-C", bare, "--lang", "en").stdout


def test_of_a_region_without_any_source_coverage_says_that_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "verweisnetz.toml").write_text('[region]\nname = "Leer"\n', "utf-8")
    region.build(tmp_path)
    assert call("coverage", "-C", tmp_path).stdout.startswith("Keine Quelle sagt, wer wen wozu berät")
    assert "\ufeffZielgruppe;Thema;" in call("coverage", "-C", tmp_path, "--format", "csv").stdout


def test_a_dimension_nobody_uses_is_added_up_as_any(bare: Path) -> None:
    rows = json.loads(call("rollup", "-C", bare, "--format", "json").stdout)["rows"]
    served = {row["value"]["de"]: row["served"] for row in rows if row["value"]}
    assert (1, 1) == (served["Frauen"], served["Männer"])


def test_a_horizon_before_the_day_is_refused(bare: Path) -> None:
    done = call("horizon", "-C", bare, "--day", "2026-11-21", "--until", "2026-01-31")
    assert (2, "") == (done.exit_code, done.stdout)
    assert "der Horizont 31.01.2026 liegt vor dem Tag 21.11.2026" in done.stderr


def test_a_screen_leaves_out_columns_that_say_nothing(bare: Path) -> None:
    assert "Nur online" not in call("coverage", "-C", bare).stdout
    assert "Nur online" in call("coverage", "-C", bare, "--format", "csv").stdout
