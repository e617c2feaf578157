"""A prepared process that forks itself for each file: the child's side of `loaders.process`."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Callable

FORKS = hasattr(os, "fork") and hasattr(socket, "send_fds")
"""Whether the system can do this."""

STATUS = struct.Struct("<q")
"""The answer to a job: the exit status of the fork that did it."""

_LONGEST = 1 << 16


def serve(line: socket.socket, prepare: Callable[[str], None], work: Callable[[str], int]) -> None:
    """Do jobs until nobody asks any more.

    Args:
        line: brings a job in one line together with the file to write to; takes the exit status.
        prepare: called with the job in this process, before the fork.
        work: called with the job in the fork, whose standard output is the job's file; returns its exit status.
    """
    while True:
        job, files = _job(line)
        if not job:
            return
        prepare(job)
        fork = os.fork()
        if not fork:
            _work(line, files[0], work, job)
        os.close(files[0])
        _, status = os.waitpid(fork, 0)
        line.sendall(STATUS.pack(os.waitstatus_to_exitcode(status)))


def _job(line: socket.socket) -> tuple[str, list[int]]:
    said, files, _, _ = socket.recv_fds(line, _LONGEST, 1)
    while said and not said.endswith(b"\n"):
        said += line.recv(_LONGEST)
    return said.decode(), files


def _work(line: socket.socket, out: int, work: Callable[[str], int], job: str) -> None:
    """Work, and never come back: what follows the fork is none of this process's business."""
    status = 1
    try:
        line.close()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.close(out)
        status = work(job)
    finally:
        os._exit(status)
