"""The account of a document: what became of every block, so that nobody takes silence for a reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from graph.evidence import Span
from graph.statement import Statement
from loaders.prose.document import Document
from loaders.prose.dropped import Dropped
from loaders.source import TextLedger


def account(
    document: Document, statements: Iterable[Statement], dropped: Iterable[Dropped], *, tables_read: bool
) -> TextLedger:
    """Return the account of a document's blocks.

    Args:
        tables_read: whether the document's tables were read as such.
    """
    blocks = document.blocks
    starts = [block.start for block in blocks]

    def within(spans: Iterable[Span]) -> set[int]:
        found: set[int] = set()
        for span in spans:
            at = max(bisect_right(starts, span.start) - 1, 0)
            while at < len(blocks) and blocks[at].start < span.end:
                if blocks[at].end > span.start:
                    found.add(at)
                at += 1
        return found

    quoted = within(place for said in statements for place in said.evidence if isinstance(place, Span))
    refused = within(one.place for one in dropped if one.place) - quoted
    rest = [block.kind for at, block in enumerate(blocks) if at not in quoted and at not in refused]
    tables = rest.count("table") if tables_read else 0
    boilerplate = rest.count("boilerplate")
    return TextLedger(
        len(blocks),
        len(quoted),
        len(refused),
        tables,
        boilerplate,
        len(rest) - tables - boilerplate,
        _outside(document),
    )


def _outside(document: Document) -> int:
    """Return how many characters that are no white space lie in no block."""
    covered = sum(len("".join(document.read(block).split())) for block in document.blocks)
    return len("".join(document.text.split())) - covered
