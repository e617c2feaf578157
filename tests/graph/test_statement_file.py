"""A second process writes the statements: the bytes are the same, and whatever happens to it nothing is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from graph.beside import FORKS
from graph.generation import Generation
from graph.history import current_id, write_generation
from graph.lines import statement_line
from graph.statement import Statement, unite
from graph.statement_file import StatementFile, written_ahead
from ontology.errors import StoreError
from tests.graph.saying import Sayings
from tests.graph.store_strategies import statement_lists
from tests.graph.test_generation import content, everything, sayings

forks = pytest.mark.skipif(not FORKS, reason="this system does not fork")


def written(folder: Path, said: Sayings, ahead: Iterable[Statement]) -> Generation:
    return write_generation(folder, replace(content(said), statements=ahead))


def gone(process: int) -> bool:
    """Return whether a child has ended, waited for or not."""
    try:
        return os.waitpid(process, os.WNOHANG) != (0, 0)
    except ChildProcessError:
        return True


def test_few_statements_are_written_in_their_turn(tmp_path: Path) -> None:
    with written_ahead(tmp_path, unite(sayings().statements)) as ahead:
        assert not isinstance(ahead, StatementFile)
        assert [] == list(tmp_path.iterdir())


def test_what_a_killed_build_left_is_swept_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".statements.0123").write_bytes(b"half a li")
    with written_ahead(tmp_path, []):
        assert [] == list(tmp_path.iterdir())


def test_whether_another_process_writes_changes_no_byte_of_a_generation(tmp_path: Path) -> None:
    said = sayings("Kochkurs", "Nähkurs")
    known = written(tmp_path / "alone", said, unite(said.statements))
    (tmp_path / "both").mkdir()
    with written_ahead(tmp_path / "both", unite(said.statements), few=0) as ahead:
        found = written(tmp_path / "both", said, ahead)
    assert known.id == found.id
    assert everything(known.folder) == everything(found.folder)


@forks
class TestTheSecondProcess:
    @settings(max_examples=20, deadline=None)
    @given(statement_lists())
    def test_writes_the_lines_of_any_statements(
        self, tmp_path_factory: pytest.TempPathFactory, said: list[Statement]
    ) -> None:
        folder = tmp_path_factory.mktemp("lines")
        file = StatementFile(folder / "ahead", unite(said))
        told = file.move(folder / "lines")
        file.end()
        lines = [statement_line(one) + "\n" for one in unite(said)]
        assert "".join(lines).encode() == (folder / "lines").read_bytes()
        assert (len(lines), len("".join(lines).encode())) == (told.lines, told.bytes)
        assert gone(file.process)

    def test_may_be_killed_the_first_one_then_writes(self, tmp_path: Path) -> None:
        said = sayings("Kochkurs")
        known = written(tmp_path / "alone", said, unite(said.statements))
        file = StatementFile(tmp_path / "ahead", Slow(unite(said.statements)))
        os.kill(file.process, signal.SIGKILL)
        found = written(tmp_path / "both", said, file)
        file.end()
        assert known.id == found.id
        assert not (tmp_path / "ahead").exists()

    def test_tells_the_first_one_what_the_disk_refused(self, tmp_path: Path) -> None:
        old = write_generation(tmp_path, content(sayings("Kochkurs")))
        said = sayings("Nähkurs")
        file = StatementFile(tmp_path / "no such folder" / "ahead", unite(said.statements))
        with pytest.raises(StoreError, match=r"could not be written.*the old one still answers"):
            written(tmp_path, said, file)
        file.end()
        assert old.id == current_id(tmp_path)
        assert old.id == Generation(old.folder).id

    def test_ends_with_the_first_one_when_somebody_interrupts(self, tmp_path: Path) -> None:
        file = StatementFile(tmp_path / "ahead", Slow(unite(sayings().statements)))
        os.kill(file.process, signal.SIGINT)  # the terminal tells both; only the first one decides
        assert not gone(file.process)
        file.end()
        assert gone(file.process)
        assert [] == list(tmp_path.iterdir())


class Slow(list[Statement]):
    """Statements that take a minute to be read, but only in another process than the one that has them."""

    ours = os.getpid()

    def __iter__(self) -> Iterator[Statement]:
        if os.getpid() != self.ours:
            time.sleep(60)
        return super().__iter__()


ENDLESS = """
import itertools, os, sys
from pathlib import Path
from graph.statement_file import StatementFile
from tests.graph.test_generation import sayings

class Endless(list):
    def __iter__(self):
        return itertools.cycle(sayings().statements)

StatementFile(Path(sys.argv[1]) / "ahead", Endless())
print("begun", flush=True)
os._exit(9)  # as one that is killed: nothing is cleaned up
"""


@forks
def test_a_second_process_ends_when_the_first_was_killed(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", ENDLESS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, cwd=root, text=True, timeout=60)  # until both have ended
    assert (9, "begun\n", "") == (done.returncode, done.stdout, done.stderr)
