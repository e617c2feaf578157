"""The bytes of one generation's facts: the tables of the layout, and beside them what questions look up."""

from __future__ import annotations

from collections.abc import Mapping

from graph.columns import Layout, Rows, pack
from graph.layout import LAYOUT
from graph.lookups import LOOKUPS, lookups

STORED: Layout = {**LAYOUT, **LOOKUPS}
"""Every table of a snapshot."""


def snapshot_of(rows: Rows, meta: Mapping[str, str] | None = None) -> bytes:
    """Return the snapshot of some facts: the same facts give the same bytes."""
    return pack({**rows, **lookups(rows)}, STORED, meta)
