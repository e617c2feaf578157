"""Whether a file is a table or a text, where its format allows both: what most of it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from loaders.decode import decode
from loaders.limits import Limits
from loaders.prose.blocks import blocks
from loaders.prose.document import Block, Document
from loaders.prose.finish import LONGEST
from loaders.prose.read import read_document
from loaders.prose.readers import KINDS
from loaders.prose.sentences import spans
from loaders.readers import text_tables
from loaders.readers.csv_dialect import delimiter_of, sep_line
from loaders.refusal import Refusal
from loaders.sniff import kind_of
from ontology.errors import LoadError

Nature = Literal["table", "prose"]

_TABLE_NAMES = (".csv", ".tsv", ".tab", ".psv")
_SAMPLE = 1 << 18
_MOSTLY = 0.5
_AGREED = 0.6
_SPEAKS = 0.3
_SENTENCE_WORDS = 6
_STOPS = (".", "!", "?")


def nature(path: Path, limits: Limits | None = None) -> Nature:
    """Return what a file is by its content; a file that cannot be read counts as a table, whose reader says why."""
    limits = limits or Limits()
    try:
        kind = kind_of(path, limits)
        if kind not in KINDS:
            return "table"
        if kind == "csv":
            return _of_text(path)
        return nature_of(read_document(path, limits=limits))
    except (LoadError, Refusal, OSError):
        return "table"


def nature_of(document: Document) -> Nature:
    """Return what most of a document is: the cells of its tables, or anything else it tells."""
    told = [(block.kind == "table", _letters(document.read(block))) for block in document.content()]
    cells = sum(letters for in_table, letters in told if in_table)
    return "table" if document.tables and cells >= _MOSTLY * sum(letters for _, letters in told) else "prose"


def _of_text(path: Path) -> Nature:
    if path.suffix.casefold() in _TABLE_NAMES or path.stat().st_size > LONGEST:
        return "table"
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    text = decode(head).text
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and sep_line(lines[0]):
        return "table"
    found = blocks(text)
    everything = sum(_letters(text[block.start : block.end]) for block in found)
    tabular = sum(_letters(text[block.start : block.end]) for block in found if block.kind == "table")
    if tabular >= _MOSTLY * everything:
        return "table"
    delimiter, share = delimiter_of(lines)
    if share >= _AGREED and delimiter in (";", "\t", "|"):
        return "table"
    if _spoken(text, found) >= _SPEAKS * everything:
        return "prose"
    aligned = bool(text_tables.starts(lines)) or text_tables.spaced_evenly(lines)
    return "table" if aligned or share >= _AGREED else "prose"


def _spoken(text: str, found: Sequence[Block]) -> int:
    """Return how many letters stand in sentences."""
    total = 0
    for block in found:
        if block.kind in ("paragraph", "bullet", "label"):
            for start, end in spans(text, block.start, block.end):
                words = text[start:end]
                if words.endswith(_STOPS) and len(words.split()) >= _SENTENCE_WORDS:
                    total += _letters(words)
    return total


def _letters(words: str) -> int:
    return len("".join(words.split()))
