"""The processes in which files are read: a fresh one for one file, a fork of a prepared one for each of many."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from threading import Timer
from typing import IO

from loaders.forks import FORKS, STATUS

_CHILD = Path(__file__).with_name("child.py")
_COMMAND = (sys.executable, "-I", "-S", str(_CHILD))
"""-I: no PYTHON* variables, no user packages, no current folder; -S: no installed packages either."""

_NO_WINDOW = 0x08000000
"""Keeps a console from flashing up on Windows; no other system knows the flag."""


def nothing() -> None:
    """Do nothing while a child works."""


def run(job: str, out: IO[bytes], seconds: float, meanwhile: Callable[[], object] = nothing) -> int:
    """Have a job done by a child that writes to a file; return its exit status.

    Args:
        meanwhile: called here while the child works.

    Raises:
        TimeoutError: it was not done in time and has been ended.
    """
    prepared = _prepared.get()
    status = prepared.run(job, out, seconds, meanwhile) if prepared else None
    return _fresh(job, out, seconds, meanwhile) if status is None else status


@contextmanager
def many() -> Iterator[None]:
    """Let every file be read by a fork of one prepared process, where the system knows forks.

    A file keeps a process of its own under limits of its own; only what Python needs to start is done once.
    """
    if not FORKS or _prepared.get():
        yield
        return
    prepared = _Prepared()
    token = _prepared.set(prepared)
    try:
        yield
    finally:
        _prepared.reset(token)
        prepared.end()


def _fresh(job: str, out: IO[bytes], seconds: float, meanwhile: Callable[[], object]) -> int:
    process = subprocess.Popen(
        [*_COMMAND, job],
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.DEVNULL,
        close_fds=True,
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        process.kill()

    timer = Timer(seconds, end)  # a wait with a limit of its own would look only now and then
    try:
        timer.start()
        meanwhile()
        status = process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        timer.cancel()
    if late and status:
        raise TimeoutError
    return status


class _Prepared:
    """A process that has imported what readers need and forks itself for every job."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None

    def run(self, job: str, out: IO[bytes], seconds: float, meanwhile: Callable[[], object]) -> int | None:
        """Return the exit status of a job, nothing where nobody is there to do it."""
        try:
            line = self._line or self._start()
            line.settimeout(seconds)
            socket.send_fds(line, [job.encode() + b"\n"], [out.fileno()])
        except OSError:
            self.end()
            return None
        try:
            meanwhile()
        except BaseException:
            self.end()  # or the next job would be given the answer to this one
            raise
        try:
            answer = line.recv(STATUS.size, socket.MSG_WAITALL)
        except TimeoutError:
            self.end()
            raise
        except OSError:
            answer = b""
        if len(answer) != STATUS.size:
            self.end()
            return None
        status: int = STATUS.unpack(answer)[0]
        return status

    def end(self) -> None:
        """End the process and whatever it has forked."""
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            with suppress(OSError):  # gone already
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._process = self._line = None

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        with theirs:
            self._line = ours
            self._process = subprocess.Popen(
                [*_COMMAND, "--fork"],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                close_fds=True,
                start_new_session=True,
            )
        return ours


_prepared: ContextVar[_Prepared | None] = ContextVar("prepared", default=None)
