"""Web pages with tables, whatever their name ends in: portal exports, Excel's "web page", tables saved from a browser.

Rows count through all tables of the page, as records of a text table do. One table is one sheet without a name; of
several, each is a sheet named after its heading. What stands around the tables follows below the last row of all.
"""

from __future__ import annotations

from pathlib import Path

from loaders.decode import decode
from loaders.grid import Grid
from loaders.limits import Limits
from loaders.readers.html_tables import Reader
from loaders.readers.markup import declared_encoding, tokens
from loaders.readers.page import grids
from loaders.refusal import Refusal


def read(path: Path, limits: Limits) -> tuple[Grid, ...]:
    """Return a grid for every table of a page."""
    return grids_of(path.read_bytes(), limits)


def grids_of(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """Return the grids of a page's bytes."""
    decoded = decode(data, declared_encoding(data))
    reader = Reader(limits)
    for token in tokens(decoded.text):
        reader.take(token)
    found = grids(reader.close(), limits, through=True, notes=decoded.notes)
    if not found:
        raise Refusal("not_a_table", "VN1031")
    return found
