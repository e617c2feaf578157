"""Readers of partner files: one module per format, each yielding neutral grids."""

from __future__ import annotations

from pathlib import Path

from loaders.grid import Grid
from loaders.limits import Limits

ENGINES = {"xls": "xlrd"}
"""The installed package that reads a format, where we do not do so ourselves."""


def read_kind(kind: str, path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return the grids of a file whose format is already known (``xlsx``, ``ods``, ``xls`` or ``csv``)."""
    if kind == "xlsx":
        from loaders.readers.xlsx import read
    elif kind == "ods":
        from loaders.readers.ods import read
    elif kind == "xls":
        from loaders.readers.xls import read
    elif kind == "csv":
        from loaders.readers.csv import read
    else:
        raise ValueError(f"no reader for {kind!r}")
    return read(path, limits)
