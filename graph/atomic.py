"""Files that are either the old or the new one, whatever happens while they are written."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

_BATCH = 512


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: its hash, its size and its number of lines."""

    sha256: str
    bytes: int
    lines: int


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a new file that takes the place of ``path`` when the block ends without error, synced to the disk."""
    import tempfile  # not for those who only read

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(path))
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(path.parent)


def atomic_write(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a whole file at once: readers see the old bytes or the new ones."""
    with replacing(path) as file:
        if isinstance(data, bytes):
            file.write(data)
        else:
            file.writelines(data)


def write_new(path: Path, parts: Iterable[bytes]) -> Written:
    """Write a file that is not there yet, synced, and return what was written; its folder makes it count."""
    digest, size, lines = hashlib.sha256(), 0, 0
    with path.open("xb") as file:
        for part in parts:
            file.write(part)
            digest.update(part)
            size += len(part)
            lines += part.count(b"\n")
        file.flush()
        os.fsync(file.fileno())
    return Written(digest.hexdigest(), size, lines)


def write_lines(path: Path, lines: Iterator[str]) -> Written:
    """Write a file of lines that is not there yet, like `write_new`."""
    return write_new(path, _batches(lines))


def _batches(lines: Iterator[str]) -> Iterator[bytes]:
    """Yield some hundred lines at once: writing and hashing each alone takes longer than making it."""
    while batch := list(islice(lines, _BATCH)):
        yield ("\n".join(batch) + "\n").encode("utf-8")


def append_line(path: Path, line: bytes) -> None:
    """Append one line, synced; half a line that a killed writer left is ended first."""
    with path.open("a+b") as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            line = line if file.read(1) == b"\n" else b"\n" + line
        file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last; a no-op where the system cannot open folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(path: Path) -> int:
    """Return the mode of the file to be replaced; a new one is what the user's umask makes it."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
