"""The statements of a generation, written to their file by a second process while the first one goes on deriving.

What is written is the same either way. Where the system cannot fork, where there is one processor, or where it is not
worth it, the statements are written when their turn comes. All that differs between systems here stands in `FORKS`.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from graph.atomic import Written, write_lines
from graph.lines import statement_line
from graph.statement import Statement

FORKS = sys.platform == "linux"
"""Whether a process may go on in two: macOS has `os.fork`, but its libraries do not bear it."""

FEW, MANY = 20_000, 400_000
"""Of fewer statements it is not worth a process; of more, the memory both processes then hold would be too much: a
second process copies what it reads, 0.7 KB per statement."""

_STOPPING = (signal.SIGINT, signal.SIGTERM)

_OFTEN = 512
"""After so many statements the second process looks whether anybody still waits for it."""


class StatementFile(Iterable[Statement]):
    """Statements that a second process is writing to a file.

    Args:
        path: the file, not there yet, on the disk on which it is to end.
        statements: sorted by key.
    """

    def __init__(self, path: Path, statements: Sequence[Statement]) -> None:
        self._path = path
        self._statements = statements
        self._answer, told = os.pipe()
        ours = os.getpid()
        signal.pthread_sigmask(
            signal.SIG_BLOCK, _STOPPING
        )  # one that came here would run the first one's way out twice
        try:
            self.process = os.fork()
            if not self.process:
                _write(path, statements, told, ours)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
        os.close(told)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self._statements)

    def move(self, path: Path) -> Written:
        """Wait until all is written, move the file and return what was written.

        If the second process ended without a word (somebody killed it), the file is written here.

        Raises:
            OSError: what the disk said to the second process.
        """
        with os.fdopen(self._answer, "rb", closefd=False) as answer:
            told = json.loads(answer.read() or b"{}")
        if "errno" in told:
            raise OSError(told["errno"], told["strerror"])
        if not told:
            return write_lines(path, map(statement_line, self._statements))
        os.replace(self._path, path)
        return Written(**told)

    def end(self) -> None:
        """Let nothing be left of the second process, nor of its file if that was not moved."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._answer)
        self._path.unlink(missing_ok=True)


@contextlib.contextmanager
def written_ahead(
    folder: Path, statements: Sequence[Statement], *, few: int = FEW, many: int = MANY
) -> Iterator[Iterable[Statement]]:
    """Yield the statements for a generation's content, and have them written meanwhile where that is worth it.

    Only the holder of the writer's lock comes here.

    Args:
        folder: a region's ``.verweisnetz``.
        few, many: how many statements are worth a process.
    """
    for left in folder.glob(".statements.*"):  # by a build that was killed
        left.unlink(missing_ok=True)
    if not (FORKS and few <= len(statements) <= many and _two_can_work()):
        yield statements
        return
    file = StatementFile(folder / f".statements.{os.urandom(8).hex()}", statements)
    try:
        yield file
    finally:
        file.end()


def _two_can_work() -> bool:
    """Return whether there is a second processor, and no other thread that might hold a lock when the process forks."""
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1 if sys.platform == "linux" else False


def _write(path: Path, statements: Sequence[Statement], told: int, parent: int) -> NoReturn:
    """Write, tell what was written, and never come back: what follows the fork is none of this process's business."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it, too, and ends this one
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
        answer = _answer(path, _while_wanted(statements, parent))
        os.write(told, json.dumps(answer).encode())
    finally:
        os._exit(0)


def _answer(path: Path, statements: Iterable[Statement]) -> dict[str, object]:
    try:
        return asdict(write_lines(path, map(statement_line, statements)))
    except OSError as error:
        return {"errno": error.errno, "strerror": error.strerror}


def _while_wanted(statements: Iterable[Statement], parent: int) -> Iterator[Statement]:
    """Yield the statements unless the first process was killed: its lock is held until this one ends, too."""
    for number, statement in enumerate(statements):
        if not number % _OFTEN and os.getppid() != parent:
            raise BrokenPipeError
        yield statement
