"""By what a table is known again next year: the texts of its header, whatever their order, place and year."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.matrix.columns import look
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Column, Plan
from loaders.matrix.sheet import Sheet
from loaders.matrix.surface import Surface
from ontology.text import fold

_DATE = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})\b|\b\d{1,2}/(?:19|20)\d{2}\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:\s*[/–-]\s*(?:\d{4}|\d{2}))?(?!\d)")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Head:
    """One header: the column, its text as it stands, the group headers above it."""

    index: int
    text: str
    under: str = ""


@lru_cache(maxsize=65536)
def timeless(text: str) -> str:
    """Return what stays of a header, title or sheet name from year to year.

    Line breaks, hyphens, footnote signs, numbering and punctuation go, and so do years and dates, unless nothing else
    is there.
    """
    folded = fold(bare_label(text))
    undated = _NOT_WORD.sub("", _YEAR.sub(" ", _DATE.sub(" ", folded)))
    return undated or plain(text)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return a header's letters and digits, its year included."""
    folded = fold(bare_label(text))
    return _NOT_WORD.sub("", folded) or folded


def keys(heads: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return for pairs of group and text what they are compared by.

    Years count only where they tell two headers of one table apart: "Plätze 2025" beside "Plätze 2026".
    """
    found = [(timeless(under), timeless(text)) for under, text in heads]
    counts = Counter(found)
    return [
        key if counts[key] == 1 else (plain(under), plain(text))
        for key, (under, text) in zip(found, heads, strict=True)
    ]


def fingerprint(heads: Iterable[Head]) -> str:
    """Return what stays the same as long as a header has the same columns, in whatever order."""
    pairs = sorted(keys([(head.under, head.text) for head in heads if head.text]))
    text = "\x1e".join("\x1f".join(pair) for pair in pairs)
    return hashlib.blake2b(text.encode("utf-8"), digest_size=6).hexdigest()


def of_plan(sheet: Sheet, plan: Plan) -> tuple[Head, ...]:
    """Return the headers of a table as it was read; ``sheet`` stands as the table does."""
    return tuple(of_column(sheet, column) for column in plan.columns)


def of_column(sheet: Sheet, column: Column) -> Head:
    """Return the header of one column."""
    text = sheet.text(column.header, column.index) if column.header else ""
    return Head(column.index, text, joined(column.groups))


def in_rows(surface: Surface, rows: Sequence[int]) -> tuple[Head, ...]:
    """Return the headers in some rows of a sheet, whether or not a table was seen there."""
    sheet = surface.sheet
    columns = sorted({column for row in rows for column in sheet.rows.get(row, {})})
    left = columns[0] if columns else 1
    looks = [look(surface, rows, rows[-1] + 1, rows[-1], column, left) for column in columns]
    return tuple(Head(o.index, sheet.text(o.header, o.index), joined(o.groups)) for o in looks if o.header)


def joined(groups: Sequence[tuple[int, str]]) -> str:
    """Return group headers as one text, outermost first."""
    return " > ".join(text for _, text in groups)
