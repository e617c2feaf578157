"""Which files of a folder are sources, and what the configuration says about them."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from ontology.errors import RegionError
from verweisnetz.config import Settings, SourceRule
from verweisnetz.sources import rule_for, sources


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return folder


def ids(folder: Path, *rules: SourceRule) -> list[str]:
    return [spec.id for spec in sources(folder, Settings(sources=rules))]


def test_ids_are_paths_below_sources_with_slashes_and_sorted(tmp_path: Path) -> None:
    made(tmp_path, "sources/b.xlsx", "sources/kreis/a.csv", "tables/needs.csv", "tables/notiz.txt", "daneben.xlsx")
    assert ["b.xlsx", "kreis/a.csv", "tables/needs.csv"] == ids(tmp_path)


def test_a_folder_without_sources_is_a_region_of_the_files_in_it(tmp_path: Path) -> None:
    made(tmp_path, "matrix.xlsx", "sub/liste.csv", "verweisnetz.toml", "README.md", "karte.html", "graph.ttl")
    made(tmp_path, "profiles/matrix.yaml", "decisions/links.csv", ".verweisnetz/current", "tables/doors.csv")
    assert ["matrix.xlsx", "sub/liste.csv", "tables/doors.csv"] == ids(tmp_path)


def test_hidden_files_locks_and_litter_are_no_sources(tmp_path: Path) -> None:
    made(tmp_path, "sources/m.xlsx", "sources/~$m.xlsx", "sources/.~lock.m.xlsx#", "sources/.DS_Store")
    made(tmp_path, "sources/Thumbs.db", "sources/desktop.ini", "sources/.git/x.csv", "sources/__MACOSX/m.xlsx")
    assert ["m.xlsx"] == ids(tmp_path)


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    made(tmp_path, "geheim/a.csv", "region/sources/m.xlsx")
    (tmp_path / "region/sources/a.csv").symlink_to(tmp_path / "geheim/a.csv")
    (tmp_path / "region/sources/mehr").symlink_to(tmp_path / "geheim")
    assert ["m.xlsx"] == ids(tmp_path / "region")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_what_is_no_file_is_no_source(tmp_path: Path) -> None:
    made(tmp_path, "sources/m.xlsx")
    os.mkfifo(tmp_path / "sources" / "rohr.csv")
    assert ["m.xlsx"] == ids(tmp_path)


def test_the_first_rule_that_matches_counts(tmp_path: Path) -> None:
    made(tmp_path, "sources/a_2025.xlsx", "sources/b_2026.xlsx")
    rules = (SourceRule("a_*.xlsx", publisher="A"), SourceRule("*.xlsx", publisher="alle"))
    found = sources(tmp_path, Settings(sources=rules))
    assert {"a_2025.xlsx": "A", "b_2026.xlsx": "alle"} == {spec.id: spec.publisher for spec in found}
    assert "" == rule_for("c.csv", Settings(sources=rules)).publisher


def test_a_rule_may_ignore_a_file(tmp_path: Path) -> None:
    made(tmp_path, "sources/a.xlsx", "sources/entwurf.xlsx")
    assert ["a.xlsx"] == ids(tmp_path, SourceRule("entwurf*", ignore=True))


def test_a_name_with_brackets_is_matched_as_it_is_written(tmp_path: Path) -> None:
    made(tmp_path, "sources/Liste [neu].xlsx")
    found = sources(tmp_path, Settings(sources=(SourceRule("Liste [neu].xlsx", publisher="Kreis"),)))
    assert ["Kreis"] == [spec.publisher for spec in found]


def test_a_name_from_a_mac_is_the_same_name(tmp_path: Path) -> None:
    name = "Übersicht für März.xlsx"
    made(tmp_path, "sources/" + unicodedata.normalize("NFD", name))
    found = sources(tmp_path, Settings(sources=(SourceRule(name, publisher="Kreis"),)))
    assert [(name, "Kreis")] == [(spec.id, spec.publisher) for spec in found]
    assert found[0].path.is_file()


def test_a_rule_without_a_file_is_said_with_the_files_that_are_there(tmp_path: Path) -> None:
    made(tmp_path, "sources/matrix_2026.xlsx")
    with pytest.raises(RegionError, match=r'"matrix_2025\.xlsx"; files there: matrix_2026\.xlsx') as caught:
        ids(tmp_path, SourceRule("matrix_2025.xlsx"))
    assert "vorhanden: matrix_2026.xlsx" in caught.value.de


def test_a_profile_is_found_beside_or_named(tmp_path: Path) -> None:
    made(tmp_path, "sources/a.xlsx", "sources/b.xlsx", "profiles/a.yaml", "profiles/anders.yaml")
    found = sources(tmp_path, Settings(sources=(SourceRule("b.xlsx", profile="anders.yaml"),)))
    expected = {"a.xlsx": "a.yaml", "b.xlsx": "anders.yaml"}
    assert expected == {spec.id: spec.profile.name for spec in found if spec.profile}


@pytest.mark.parametrize("name", ["../fremd.yaml", "/etc/passwd", "unter/../../fremd.yaml"])
def test_a_profile_outside_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    made(tmp_path, "sources/a.xlsx", "profiles/x.yaml", "fremd.yaml")
    with pytest.raises(RegionError, match="outside profiles/"):
        ids(tmp_path, SourceRule("a.xlsx", profile=name))


def test_a_profile_behind_a_link_is_refused(tmp_path: Path) -> None:
    made(tmp_path, "sources/a.xlsx", "profiles/x.yaml", "fremd.yaml")
    (tmp_path / "profiles/link.yaml").symlink_to(tmp_path / "fremd.yaml")
    with pytest.raises(RegionError, match="outside profiles/"):
        ids(tmp_path, SourceRule("a.xlsx", profile="link.yaml"))


def test_a_profile_that_is_not_there_is_said(tmp_path: Path) -> None:
    made(tmp_path, "sources/a.xlsx", "profiles/x.yaml")
    with pytest.raises(RegionError, match=r'"y\.yaml" is not in profiles/') as caught:
        ids(tmp_path, SourceRule("a.xlsx", profile="y.yaml"))
    assert "liegt nicht in profiles/" in caught.value.de


def test_two_files_cannot_have_one_id(tmp_path: Path) -> None:
    made(tmp_path, "sources/tables/needs.csv", "tables/needs.csv")
    with pytest.raises(RegionError, match=r"tables/needs\.csv") as caught:
        ids(tmp_path)
    assert "zweimal" in caught.value.de


@pytest.mark.skipif(os.name == "nt", reason="names that only some systems allow")
def test_a_name_no_encoding_knows_is_an_id_fit_to_be_printed(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    for name in (b"\xff.csv", b"zwei\nZeilen.csv"):
        (tmp_path / "sources" / os.fsdecode(name)).write_text("x", encoding="utf-8")
    found = sources(tmp_path, Settings())
    assert ["\\udcff.csv", "zwei\\nZeilen.csv"] == [spec.id for spec in found]
    assert all(spec.path.is_file() for spec in found)
