"""Readers of project descriptions: one module per format, each yielding a document; they run in the confined child."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from loaders.limits import Limits
from loaders.prose.document import Document

Reader = Callable[[Path, Limits], Document]

KINDS = ("csv", "docx", "html", "pdf")
"""Every format that is read; ``csv`` is what the gate calls any plain text."""


def read_kind(kind: str, path: Path, limits: Limits) -> Document:
    """Return the document of a file whose format is already known: the name of its module here."""
    if kind not in KINDS:
        raise ValueError(f"no reader for {kind!r}")
    read: Reader = importlib.import_module(f"loaders.prose.readers.{kind}").read
    return read(path, limits)
