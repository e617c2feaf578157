"""New region folders: nothing that exists is ever touched without being asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import RegionError
from verweisnetz.config import FILE, read_settings
from verweisnetz.region import build
from verweisnetz.scaffold import TABLES, example, init, unpack_example
from verweisnetz.sources import sources


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_init_makes_a_region_that_builds_from_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "Kreis Olpe"
    made = init(folder)
    assert {FILE, *TABLES} == {path.relative_to(folder).as_posix() for path in made} == files(folder)
    settings = read_settings(folder)
    assert "Kreis Olpe" == settings.name
    read_when_asked = {"tables/maturity.csv", "tables/indicators.csv"}
    assert [name for name in sorted(TABLES) if name.startswith("tables/") and name not in read_when_asked] == [
        spec.id for spec in sources(folder, settings)
    ]
    opened = build(folder)
    assert ((), {"unknown"}) == (
        opened.maturity().indicators,
        {point.outcome for point in opened.maturity().criteria},
    )


def test_init_leaves_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/needs.csv").write_text("audience;theme\nÄltere;Sprache\n", encoding="utf-8")
    made = init(tmp_path)
    assert tmp_path / "tables/needs.csv" not in made
    assert "audience;theme\nÄltere;Sprache\n" == (tmp_path / "tables/needs.csv").read_text(encoding="utf-8")


def test_init_refuses_a_folder_that_is_a_region_already(tmp_path: Path) -> None:
    init(tmp_path)
    (tmp_path / FILE).write_text("# meins\n", encoding="utf-8")
    with pytest.raises(RegionError, match="is a region already") as caught:
        init(tmp_path)
    assert "ist schon eine Region" in caught.value.de
    assert "# meins\n" == (tmp_path / FILE).read_text(encoding="utf-8")


def test_the_example_is_unpacked_without_what_was_built(tmp_path: Path) -> None:
    unpack_example(tmp_path / "neu")
    expected = {name for name in files(example()) if not name.startswith(".verweisnetz")}
    assert expected == files(tmp_path / "neu")
    assert len(expected) > 6


def test_the_example_is_unpacked_into_an_empty_folder_too(tmp_path: Path) -> None:
    unpack_example(tmp_path)
    assert (tmp_path / FILE).is_file()


def test_a_folder_with_files_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("mein", encoding="utf-8")
    with pytest.raises(RegionError, match="--force") as caught:
        unpack_example(tmp_path)
    assert "nicht leer" in caught.value.de
    assert {"brief.txt"} == files(tmp_path)


def test_force_overwrites_a_region_only(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("mein", encoding="utf-8")
    with pytest.raises(RegionError, match="no region"):
        unpack_example(tmp_path, force=True)
    assert {"brief.txt"} == files(tmp_path)


def test_force_restores_the_example_and_keeps_other_files(tmp_path: Path) -> None:
    unpack_example(tmp_path)
    (tmp_path / "sources/eigene.csv").write_text("Akteur\nVHS\n", encoding="utf-8")
    (tmp_path / "tables/needs.csv").write_text("kaputt", encoding="utf-8")
    unpack_example(tmp_path, force=True)
    assert (example() / "tables/needs.csv").read_bytes() == (tmp_path / "tables/needs.csv").read_bytes()
    assert (tmp_path / "sources/eigene.csv").is_file()
