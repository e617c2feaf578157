"""Readers of partner files: one module per format, each yielding neutral grids."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from loaders.grid import Grid
from loaders.limits import Limits

Reader = Callable[[Path, Limits], tuple[Grid, ...]]

KINDS = ("csv", "docx", "fods", "html", "ods", "pdf", "xls", "xlsx", "xmlss")
"""Every format that is read."""

ENGINES = {"pdf": "pypdfium2", "xls": "xlrd"}
"""The installed package that reads a format, where we do not do so ourselves."""


def read_kind(kind: str, path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return the grids of a file whose format is already known: the name of its module here."""
    if kind not in KINDS:
        raise ValueError(f"no reader for {kind!r}")
    read: Reader = importlib.import_module(f"loaders.readers.{kind}").read
    return read(path, limits)
