"""The benchmark of reading: its workbooks are of the kinds it names, and its ratio says how many times slower."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import benchmarks.build
import benchmarks.read
from benchmarks.__main__ import main
from benchmarks.measure import Measure
from benchmarks.workbooks import matrix, tidy_list
from loaders import load
from loaders.gate import read
from loaders.grid import Merge
from loaders.source import SourceSpec


def test_the_list_has_the_rows_it_was_asked_for_and_is_the_same_every_time(tmp_path: Path) -> None:
    (grid,) = read(tidy_list(tmp_path / "a.xlsx", 50))
    assert (1, 1, 50, 4) == grid.bounds()
    assert ["Einrichtung", "Angebot", "Zielgruppe", "Region"] == [grid.text(1, column) for column in range(1, 5)]
    assert (grid,) == read(tidy_list(tmp_path / "b.xlsx", 50))


def test_a_matrix_holds_what_people_put_into_them_and_is_read_without_loss(tmp_path: Path) -> None:
    path = matrix(tmp_path / "a.xlsx", seed=3)
    (grid,) = read(path)
    assert Merge(2, 3, 2, 7) in grid.merges
    assert any(cell.comment for cell in grid.cells.values())
    assert "92D050" in {cell.fill for cell in grid.cells.values()}
    loaded = load(SourceSpec(path.name, path))
    assert 0 == loaded.ledger.dropped
    assert len(loaded.statements) > 500


def test_the_peer_reads_the_same_file_and_the_ratio_says_how_many_times_slower_ours_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmarks.read, "RUNS", 1)
    measures = {measure.name: measure for measure in benchmarks.read._large(tidy_list(tmp_path / "a.xlsx", 200))}
    assert {"read", "rss", "rss_streamed"} <= measures.keys()
    for name in ("read", "rss"):
        measure = measures[name]
        assert measure.peer
        assert measure.ratio == measure.ours / measure.peer
        assert "times" in measure.peer_name
    assert measures["rss"].ours == measures["rss_parent"].ours + measures["rss_child"].ours


def test_the_size_is_the_benchmarks_own_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (benchmarks.read, benchmarks.build):
        monkeypatch.setattr(module, "run", lambda size: [Measure(size, 1.0, "s")])
    said = [
        CliRunner().invoke(main, command).output.split()[0]
        for command in (["read"], ["build"], ["read", "--size", "region"])
    ]
    assert ["national", "region", "region"] == said
