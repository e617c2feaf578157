"""From partner files to statements and issues: one function for every kind of source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.limits import Limits
    from loaders.source import Loaded, SourceSpec

READER_VERSION = "1"
"""Stands in the method of statements; caches need no version, their key covers the readers' code and rules."""

__all__ = ["READER_VERSION", "load"]


def load(spec: SourceSpec, *, limits: Limits | None = None) -> Loaded:
    """Return what one source says.

    Raises:
        LoadError: the file cannot be read at all; other sources still load.
    """
    from loaders.dispatch import load_source

    return load_source(spec, limits=limits)
