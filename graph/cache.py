"""What reading a source gave, kept by what it was read from: unchanged sources are not read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from graph.atomic import atomic_write

_MAGIC = b"verweisnetz cache 1\n"


class Cache:
    """Byte strings by key in a folder that may be deleted at any time.

    An entry carries the hash of its content; a damaged one counts as missing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, key: str) -> bytes | None:
        """Return the content kept under a key, or nothing."""
        try:
            data = self._path(key).read_bytes()
        except OSError:
            return None
        head, content = data[: len(_MAGIC) + 32], data[len(_MAGIC) + 32 :]
        return content if head == _MAGIC + hashlib.sha256(content).digest() else None

    def write(self, key: str, content: bytes) -> None:
        """Keep a content under a key; a cache that cannot be written is only slower."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            atomic_write(self._path(key), [_MAGIC, hashlib.sha256(content).digest(), content])
        except OSError:
            return

    def keep_only(self, keys: Iterable[str]) -> None:
        """Drop every entry that is not among the keys, and what killed writers left."""
        wanted = {self._path(key).name for key in keys}
        for path in self.folder.glob("*") if self.folder.is_dir() else ():
            if path.name not in wanted:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / key


def cache_key(*parts: str | bytes) -> str:
    """Return the key of everything a reading depends on: content hash, reader version, profile, source id ..."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return digest.hexdigest()[:40]
