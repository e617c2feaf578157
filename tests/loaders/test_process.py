"""Many files read by forks of one process: as if each had been read alone, and what happens to one costs no other."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from loaders import gate, process
from loaders.forks import FORKS
from loaders.limits import Limits
from loaders.process import many
from ontology.errors import LoadError
from tests.loaders.test_gate import GOOD, HOSTILE, refused
from tests.loaders.workbooks import parts, rows, save

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"

pytestmark = pytest.mark.skipif(not FORKS, reason="this system knows no forks")


def good(path: Path) -> Path:
    return save(path, parts(GOOD))


def prepared() -> process._Prepared:
    found = process._prepared.get()
    assert found is not None
    return found


def pid() -> int:
    running = prepared()._process
    assert running is not None
    return running.pid


@pytest.mark.parametrize("name", ["o01_einfach.xlsx", "o08_farben_kommentare.xlsx", "o09_verbundene_zellen.ods"])
def test_a_file_reads_alike_alone_and_among_many(name: str) -> None:
    alone = gate.read(FIXTURES / name)
    with many():
        assert [alone] * 3 == [gate.read(FIXTURES / name) for _ in range(3)]


def test_one_process_serves_all_files_and_is_gone_afterwards(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    with many():
        gate.read(path)
        first = pid()
        with many():  # one within the other is the same
            gate.read(path)
        assert first == pid()
    assert process._prepared.get() is None
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)


@pytest.mark.parametrize(("make", "code"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_among_many_gives_the_same_error_and_harms_no_other(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    hostile, harmless = make(tmp_path / "partner.xlsx"), good(tmp_path / "gut.xlsx")
    with pytest.raises(LoadError) as alone:
        gate.read(hostile, source="sources/partner.xlsx")
    with many():
        gate.read(harmless)
        serving = pid()
        assert str(alone.value) == str(refused(hostile, code))
        assert "VHS Siegen" == gate.read(harmless)[0].text(2, 1)
        assert serving == pid()


@pytest.mark.parametrize("limits", [Limits(result_bytes=10), Limits(memory_bytes=32 << 20, ratio=10_000)])
def test_limits_hold_for_one_file_and_not_for_the_next(tmp_path: Path, limits: Limits) -> None:
    large = save(tmp_path / "a.xlsx", parts(rows(*((f"Akteur {at}", f"Angebot {at}") for at in range(40_000)))))
    with many():
        refused(large, "too_large", limits, seconds=6.0)
        assert "x" == gate.read(good(tmp_path / "b.xlsx"))[0].text(2, 2)


def test_a_file_that_takes_too_long_is_given_up_with_its_process(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    with many():
        gate.read(path)
        serving = pid()
        refused(path, "too_large", Limits(wall_seconds=0))
        assert prepared()._process is None
        gate.read(path)
        assert serving != pid()


def test_a_dead_process_is_replaced(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    with many():
        gate.read(path)
        for _ in range(3):
            os.kill(pid(), signal.SIGKILL)
            assert "x" == gate.read(path)[0].text(2, 2)
            assert "x" == gate.read(path)[0].text(2, 2)


def test_a_fork_that_crashes_costs_one_file(tmp_path: Path) -> None:
    path = good(tmp_path / "a.xlsx")
    with many():
        gate.read(path)
        serving = pid()
        with (tmp_path / "out").open("wb") as out:
            assert 1 == process.run('{"kind": "xlsx"}', out, 9)  # no path, no limits: an exception nobody catches
        assert "x" == gate.read(path)[0].text(2, 2)
        assert serving == pid()


def test_a_job_that_nobody_can_prepare_is_done_by_a_fresh_process(tmp_path: Path) -> None:
    with many(), (tmp_path / "out").open("wb") as out:
        assert 1 == process.run('{"kind": "nie gehört"}', out, 9)
        assert "x" == gate.read(good(tmp_path / "a.xlsx"))[0].text(2, 2)


def test_without_forks_every_file_has_a_fresh_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "FORKS", False)
    with many():
        assert process._prepared.get() is None
        assert "x" == gate.read(good(tmp_path / "a.xlsx"))[0].text(2, 2)


@pytest.mark.parametrize("among_many", [False, True])
def test_the_parent_does_something_else_meanwhile(tmp_path: Path, among_many: bool) -> None:
    path, done = good(tmp_path / "a.xlsx"), list[int]()
    with many() if among_many else nullcontext():
        for number in range(3):
            (grid,) = gate.read(path, meanwhile=lambda number=number: done.append(number))  # type: ignore[misc]
            assert "x" == grid.text(2, 2)
    assert [0, 1, 2] == done


@pytest.mark.parametrize("among_many", [False, True])
def test_what_goes_wrong_meanwhile_leaves_no_child_and_no_answer_behind(tmp_path: Path, among_many: bool) -> None:
    path, other = good(tmp_path / "a.xlsx"), save(tmp_path / "b.xlsx", parts(rows(("Akteur", "y"), ("VHS", "y"))))

    def fail() -> None:
        raise KeyboardInterrupt

    with many() if among_many else nullcontext():
        gate.read(path)
        with pytest.raises(KeyboardInterrupt):
            gate.read(path, meanwhile=fail)
        assert "y" == gate.read(other)[0].text(2, 2)
