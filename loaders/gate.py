"""The only door for partner tables: decide by magic bytes, check, read in a confined child process."""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from loaders import process, wire
from loaders.child import OUT_OF_MEMORY
from loaders.grid import Grid
from loaders.limits import MEGABYTE, Limits
from loaders.readers import ENGINES
from loaders.refusal import Refusal, load_error
from loaders.sniff import kind_of

_SMALL = MEGABYTE
"""A text table up to this size is read without a child: starting one would take longer."""


def read(
    path: Path,
    *,
    source: str = "",
    limits: Limits | None = None,
    meanwhile: Callable[[], object] = process.nothing,
) -> tuple[Grid, ...]:
    """Return the sheets of a table file as neutral grids.

    Args:
        source: how messages name the file; its own name where left out.
        meanwhile: what to do while a child reads; not called where none has to.

    Raises:
        LoadError: the file is encrypted, broken, no table, of an unsupported format or too large.
    """
    limits = limits or Limits()
    try:
        return _read(path, limits, meanwhile)
    except Refusal as refusal:
        raise load_error(refusal, source or path.name) from None
    except OSError as error:
        unreadable = Refusal("broken", "VN1022", detail=error.strerror or str(error))
        raise load_error(unreadable, source or path.name) from error


def _read(path: Path, limits: Limits, meanwhile: Callable[[], object]) -> tuple[Grid, ...]:
    kind = kind_of(path, limits)
    if kind == "csv" and path.stat().st_size <= _SMALL:  # no archive, no markup: bounded by its own size
        from loaders.readers.csv import read as read_csv

        grids = read_csv(path, limits)
    else:
        grids = _in_child(kind, path, limits, meanwhile)
    if not any(cell.text for grid in grids for cell in grid.cells.values()) and not any(g.notes for g in grids):
        raise Refusal("not_a_table", "VN1007")
    return grids


def _in_child(kind: str, path: Path, limits: Limits, meanwhile: Callable[[], object]) -> tuple[Grid, ...]:
    engine = ENGINES.get(kind, "")
    job = json.dumps(
        {
            "kind": kind,
            "path": str(path.resolve()),
            "limits": _limits_for(kind, limits).to_dict(),
            "engine": engine,
            "packages": _folder_of(engine) if engine else "",
        }
    )
    with tempfile.TemporaryFile() as out:
        try:
            status = process.run(job, out, limits.wall_seconds, meanwhile)
        except TimeoutError as error:
            raise Refusal("too_large", "VN1015", seconds=str(limits.wall_seconds)) from error
        if status:
            raise _death(status, limits)
        return wire.read(out, limits)


def _limits_for(kind: str, limits: Limits) -> Limits:
    """Return the limits of a child: pdfium needs little, and unpacks whatever it is given up to the limit of memory."""
    return replace(limits, memory_bytes=limits.memory_bytes // 4) if kind == "pdf" else limits


def _folder_of(package: str) -> str:
    """Return the folder an installed package lies in; the child looks nowhere else and runs no ``.pth`` file."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise Refusal("unsupported", "VN1030", package=package)
    return str(Path(spec.origin).resolve().parents[1])


def _death(code: int, limits: Limits) -> Refusal:
    if code == -24:  # SIGXCPU
        return Refusal("too_large", "VN1015", seconds=str(limits.cpu_seconds))
    if code in (OUT_OF_MEMORY, -9):  # SIGKILL: the system itself ran out of memory
        return Refusal("too_large", "VN1016")
    if code < 0:  # an engine written in another language gave up
        return Refusal("broken", "VN1035")
    return Refusal("broken", "VN1017", detail=str(code))
