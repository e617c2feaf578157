"""One writer at a time; all that differs between Windows and the others about locks stands here.

The operating system holds the lock and lets go of it when the process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ontology.errors import StoreError

_PATIENCE = 0.5
_PAUSE = 0.05
_BYTE = 1 << 20
"""Windows locks bytes and keeps others from reading them: one far behind the holder's name."""


@contextlib.contextmanager
def writer(folder: Path) -> Iterator[None]:
    """Hold the folder's only writer's lock.

    Raises:
        StoreError: within a second, if somebody else writes: who, and since when.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
    try:
        _wait(descriptor)
        _name_holder(descriptor, json.dumps({"pid": os.getpid(), "since": _now()}).encode("utf-8"))
        try:
            yield
        finally:
            _name_holder(descriptor, b"")
            _release(descriptor)
    finally:
        os.close(descriptor)


def _wait(descriptor: int) -> None:
    until = time.monotonic() + _PATIENCE
    while not _acquired(descriptor):
        if time.monotonic() >= until:
            en, de = _holder(descriptor)
            raise StoreError(
                f"another process is writing this region ({en}); wait until it has finished, then try again",
                de=f"ein anderer Vorgang schreibt gerade in diese Region ({de}); abwarten, dann erneut versuchen",
            )
        time.sleep(_PAUSE)


def _name_holder(descriptor: int, name: bytes) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, name)


def _holder(descriptor: int) -> tuple[str, str]:
    """Return who holds the lock, in English and German."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        said = json.loads(os.read(descriptor, 1024))
        return f"process {said['pid']}, since {said['since']}", f"Prozess {said['pid']}, seit {said['since']}"
    except (ValueError, KeyError, TypeError):
        return "process unknown", "Prozess unbekannt"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


if sys.platform == "win32":
    import msvcrt

    def _acquired(descriptor: int) -> bool:
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(descriptor: int) -> None:
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _acquired(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
