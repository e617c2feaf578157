"""The bytes of one generation's facts: the tables of the layout, and beside them what questions look up."""

from __future__ import annotations

from collections.abc import Mapping

from graph.columns import EncodedTable, Layout, Rows, encode, pack
from graph.layout import LAYOUT
from graph.lookups import LOOKUPS, WORDS, lookups, words

STORED: Layout = {**LAYOUT, **LOOKUPS, **WORDS}
"""Every table of a snapshot."""


def snapshot_of(rows: Rows, meta: Mapping[str, str] | None = None) -> bytes:
    """Return the snapshot of some facts: the same facts give the same bytes.

    What is looked up is worked out beside the facts, where there are many and a second process is to be had.
    """
    from graph.beside import beside  # not for those who only read

    def looked_up() -> dict[str, EncodedTable]:
        return encode(lookups(rows), LOOKUPS)

    with beside(looked_up, len(rows.get("evidence", ()))) as others:

        def further() -> dict[str, EncodedTable]:
            found = encode(words(rows), WORDS)  # while the others are worked out
            return {**others(), **found}

        return pack(rows, LAYOUT, meta, further)
