"""A zip from a stranger: names and sizes checked before, bytes counted while a part unpacks."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO

from loaders.limits import MEGABYTE, Limits
from loaders.refusal import Refusal
from loaders.xml_runs import Runs, parse_runs
from loaders.xml_stream import Handler, parse

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, UnicodeDecodeError, ValueError)


class Archive:
    """An opened zip whose parts are found whatever their case and never unpack beyond the limits."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.total_bytes
        try:
            self._zip = zipfile.ZipFile(path)
        except _DAMAGED as error:
            raise Refusal("broken", "VN1002") from error
        try:
            self._parts = self._checked(self._zip.infolist())
        except Refusal:
            self._zip.close()
            raise

    def __enter__(self) -> Archive:
        """Return the archive itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the file."""
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        """Return whether there is a part of this name, whatever its case."""
        return name.casefold() in self._parts

    def names(self) -> list[str]:
        """Return the names of all parts, case-folded and sorted."""
        return sorted(self._parts)

    def parse(self, name: str, handler: Handler, namespaces: Mapping[str, str], runs: Runs | None = None) -> None:
        """Parse an XML part; see `loaders.xml_stream.parse`. A part that does not exist is a broken file.

        Args:
            runs: what takes plain items of a long list at once; see `loaders.xml_runs`.
        """
        info = self._parts.get(name.casefold())
        if info is None:
            raise Refusal("broken", "VN1021", name)
        try:
            with self._zip.open(info) as stream:
                counted = _Counted(stream, self, info)
                if runs is None:
                    parse(counted, handler, namespaces, name)
                else:
                    parse_runs(counted, handler, namespaces, name, runs)
        except _DAMAGED as error:
            raise Refusal("broken", "VN1002", name) from error

    def head(self, name: str, size: int = 200) -> bytes:
        """Return the first bytes of a part, nothing where it does not exist."""
        info = self._parts.get(name.casefold())
        if info is None:
            return b""
        try:
            with self._zip.open(info) as stream:
                return stream.read(size)
        except _DAMAGED as error:
            raise Refusal("broken", "VN1002", name) from error

    def spend(self, info: zipfile.ZipInfo, unpacked: int, more: int) -> None:
        """Count bytes that came out of a part; refuse where they are too many."""
        self._left -= more
        if self._left < 0 or unpacked > self._limits.member_bytes:
            raise Refusal("too_large", "VN1012", info.filename)
        if unpacked > MEGABYTE and unpacked > self._limits.ratio * max(info.compress_size, 1):
            raise Refusal("too_large", "VN1012", info.filename)

    def _checked(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(infos) > self._limits.members:
            raise Refusal("too_large", "VN1011", members=str(len(infos)), limit=str(self._limits.members))
        parts: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = info.filename.replace("\\", "/")
            if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
                raise Refusal("broken", "VN1019", info.filename)
            if info.flag_bits & 1:
                raise Refusal("encrypted", "VN1003")
            if parts.setdefault(name.casefold(), info) is not info:
                raise Refusal("broken", "VN1019", info.filename)
        xml = [info for info in infos if info.filename.casefold().endswith((".xml", ".rels"))]
        if sum(info.file_size for info in xml) > self._limits.total_bytes:
            raise Refusal("too_large", "VN1012", max(xml, key=lambda info: info.file_size).filename)
        return parts


class _Counted:
    """Counts what is read: the size a zip declares is only what its writer said."""

    def __init__(self, stream: IO[bytes], archive: Archive, info: zipfile.ZipInfo) -> None:
        self._stream = stream
        self._archive = archive
        self._info = info
        self._unpacked = 0

    def read(self, size: int) -> bytes:
        chunk = self._stream.read(size)
        self._unpacked += len(chunk)
        self._archive.spend(self._info, self._unpacked, len(chunk))
        return chunk
