"""The only door for partner tables: decide by magic bytes, check, read in a confined child process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from loaders import process, wire
from loaders.confined import answer
from loaders.grid import Grid
from loaders.limits import MEGABYTE, Limits
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
        with answer(kind, path, limits, meanwhile) as out:
            grids = wire.read(out, limits)
    if not any(cell.text for grid in grids for cell in grid.cells.values()) and not any(g.notes for g in grids):
        raise Refusal("not_a_table", "VN1007")
    return grids
