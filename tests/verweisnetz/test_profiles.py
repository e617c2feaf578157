"""A region's profiles: found by name or by header, read again when they change, heard when they are broken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from loaders import load
from loaders.source import Loaded, SourceSpec
from ontology.errors import RegionError
from verweisnetz import reading, region
from verweisnetz.config import Settings, SourceRule
from verweisnetz.profiles import own_profile, profiles
from verweisnetz.sources import sources

MATRIX = "Wer;Fit;Klartext;Nachmittag\nPlan B;x;;x\nPlan C;x;x;\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "sources" / "a.csv", MATRIX)
    write(tmp_path / "sources" / "kreis" / "b.csv", MATRIX)
    (tmp_path / "profiles").mkdir()
    return tmp_path


def of(folder: Path, *rules: SourceRule) -> dict[str, tuple[str, list[str]]]:
    specs = sources(folder, Settings(sources=rules))
    return {spec.id: (spec.profile.name if spec.profile else "", [path.name for path in spec.others]) for spec in specs}


def test_a_profile_called_like_the_file_is_its_own_and_all_others_may_fit(folder: Path) -> None:
    write(folder / "profiles" / "a.yaml", "")
    write(folder / "profiles" / "alt.yml", "")
    write(folder / "profiles" / "2024" / "noch_aelter.yaml", "")
    write(folder / "profiles" / ".versteckt.yaml", "")
    write(folder / "profiles" / "liesmich.txt", "")
    assert {"a.csv": ("a.yaml", []), "kreis/b.csv": ("", ["noch_aelter.yaml", "a.yaml", "alt.yml"])} == of(folder)


def test_of_two_profiles_of_that_name_the_one_in_the_same_folder_comes_first(folder: Path) -> None:
    outer = write(folder / "profiles" / "b.yaml", "")
    assert outer == own_profile(folder, "kreis/b.csv")
    inner = write(folder / "profiles" / "kreis" / "b.yml", "")
    assert inner == own_profile(folder, "kreis/b.csv")


def test_the_configuration_names_a_profile(folder: Path) -> None:
    write(folder / "profiles" / "a.yaml", "")
    write(folder / "profiles" / "wie_olpe.yaml", "")
    assert ("wie_olpe.yaml", []) == of(folder, SourceRule("a.csv", profile="wie_olpe.yaml"))["a.csv"]
    with pytest.raises(RegionError, match=r"not in profiles/"):
        of(folder, SourceRule("a.csv", profile="fehlt.yaml"))
    with pytest.raises(RegionError, match=r"outside profiles/"):
        of(folder, SourceRule("a.csv", profile="../sources/a.csv"))


def test_tables_and_interchange_files_take_no_profile(folder: Path) -> None:
    write(folder / "profiles" / "x.yaml", "")
    write(folder / "sources" / "c.jsonl", "")
    write(folder / "tables" / "needs.csv", "audience;theme;region;weight;note\n")
    found = of(folder, SourceRule("kreis/*", kind="needs"))
    assert {"a.csv": ["x.yaml"], "kreis/b.csv": [], "c.jsonl": [], "tables/needs.csv": []} == {
        name: others for name, (_, others) in found.items()
    }


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links on this system")
def test_links_out_of_the_folder_are_no_profiles(folder: Path, tmp_path: Path) -> None:
    (folder / "profiles" / "x.yaml").symlink_to(write(tmp_path / "geheim.yaml", ""))
    assert () == profiles(folder)


def predicates(built: region.Region) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in built.statements():
        if one.predicate != "label":
            found.setdefault(one.source, set()).add(one.predicate)
    return found


CORRECTED = """
tables:
  - sheet: ""
    fingerprint: "0@1"
    header: [1]
    body: [2, end]
    columns:
      A: {form: stub, role: actor, head: Wer}
      B: {form: mark, role: theme, head: Fit}
      C: {form: mark, role: theme, head: Klartext}
      D: {form: mark, role: theme, head: Nachmittag}
"""


def test_a_build_uses_a_profile_for_every_file_with_its_header_and_says_so(folder: Path) -> None:
    write(folder / "profiles" / "a.yaml", CORRECTED)
    built = region.build(folder)
    assert {"a.csv": {"onTheme"}, "kreis/b.csv": {"onTheme"}} == predicates(built)
    assert {"a.csv": "a.yaml", "kreis/b.csv": "a.yaml"} == {
        name: said["profile"] for name, said in built.ledger().items()
    }
    assert [("VN2307", "kreis/b.csv", "info")] == [
        (issue.code, issue.source, issue.severity) for issue in built.issues() if issue.code.startswith("VN23")
    ]


def test_sources_are_read_again_when_a_profile_changes_and_only_then(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(spec: SourceSpec, **more: Any) -> Loaded:
        read.append(spec.id)
        return load(spec, **more)

    monkeypatch.setattr(reading, "load", noted)
    region.build(folder)
    read.clear()
    write(folder / "profiles" / "anders.yaml", CORRECTED)
    changed = region.build(folder)
    assert ["a.csv", "kreis/b.csv"] == read
    read.clear()
    again = region.build(folder)
    assert [] == read
    assert changed.generation.id == again.generation.id
    assert "anders.yaml" == again.ledger()["a.csv"]["profile"]
    write(folder / "profiles" / "a.yaml", CORRECTED)
    read.clear()
    region.build(folder)
    assert ["a.csv", "kreis/b.csv"] == read


def test_a_broken_profile_of_no_file_is_heard_once_and_stops_nothing(folder: Path) -> None:
    write(folder / "profiles" / "kaputt.yaml", "tables: [\n  - {sheet: x\n")
    built = region.build(folder)
    assert {"a.csv": {"offers"}, "kreis/b.csv": {"offers"}} == predicates(built)
    (issue,) = built.broken()
    assert "profiles/kaputt.yaml" == issue.source
    assert "(Zeile 2)" in dict(issue.params)["de"]


def test_a_broken_profile_of_its_own_keeps_a_file_from_being_read(folder: Path) -> None:
    write(folder / "profiles" / "a.yaml", "tables: [")
    built = region.build(folder)
    assert {"kreis/b.csv"} == {one.source for one in built.statements()}
    assert ["a.csv"] == [issue.source for issue in built.broken()]
