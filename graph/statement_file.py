"""The statements of a generation, written to their file by a second process while the first one goes on deriving."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graph.atomic import Written, write_lines
from graph.beside import FEW, MANY, Beside, two_can_work
from graph.lines import statement_line
from graph.statement import Statement

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
        self._ours = os.getpid()
        self._second = Beside(self._write)
        self.process = self._second.process

    def __iter__(self) -> Iterator[Statement]:
        return iter(self._statements)

    def move(self, path: Path) -> Written:
        """Wait until all is written, move the file and return what was written.

        Raises:
            OSError: what the disk said to the second process.
        """
        written = self._second.result()
        os.replace(self._path, path)
        return written

    def end(self) -> None:
        """Let nothing be left of the second process, nor of its file if that was not moved."""
        self._second.end()
        self._path.unlink(missing_ok=True)

    def _write(self) -> Written:
        """Write the file; the first process does so if the second was killed, and then anew."""
        if os.getpid() == self._ours:
            self._path.unlink(missing_ok=True)
            return write_lines(self._path, map(statement_line, self._statements))
        return write_lines(self._path, map(statement_line, self._while_wanted()))

    def _while_wanted(self) -> Iterator[Statement]:
        """Yield the statements unless the first process was killed: its lock is held until this one ends, too."""
        for number, statement in enumerate(self._statements):
            if not number % _OFTEN and os.getppid() != self._ours:
                raise BrokenPipeError
            yield statement


@contextlib.contextmanager
def written_ahead(
    folder: Path, statements: Sequence[Statement], *, few: int = FEW, many: int = MANY
) -> Iterator[Iterable[Statement]]:
    """Yield the statements for a generation's content, and have them written meanwhile where that is worth it.

    What is written is the same either way. Only the holder of the writer's lock comes here.

    Args:
        folder: a region's ``.verweisnetz``.
        few, many: how many statements are worth a process.
    """
    for left in folder.glob(".statements.*"):  # by a build that was killed
        left.unlink(missing_ok=True)
    file = None
    if few <= len(statements) <= many and two_can_work():
        with contextlib.suppress(OSError):
            file = StatementFile(folder / f".statements.{os.urandom(8).hex()}", statements)
    if file is None:
        yield statements
        return
    try:
        yield file
    finally:
        file.end()
