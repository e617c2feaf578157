"""Plain text and Markdown; the gate calls every text file ``csv`` until somebody looks into it."""

from __future__ import annotations

from pathlib import Path

from loaders.decode import decode
from loaders.limits import Limits
from loaders.prose.blocks import blocks
from loaders.prose.document import Document
from loaders.prose.finish import check_length, check_lines, finished
from loaders.prose.letters import repaired
from loaders.prose.tables import drawn_grids

_BYTES = 4
"""No encoding takes more for a character."""


def read(path: Path, limits: Limits) -> Document:
    """Return a text file as a document: its text as decoded, letter by letter, unless letters were garbled."""
    check_length(path.stat().st_size // _BYTES)
    decoded = decode(path.read_bytes())
    check_length(len(decoded.text))
    check_lines(decoded.text)
    text, notes = repaired(decoded.text)
    found = blocks(text)
    return finished(text, found, tables=drawn_grids(text, found, limits), notes=(*decoded.notes, *notes))
