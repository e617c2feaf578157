"""Short names a table gives in a column of its own: ``Kürzel`` beside the names of its rows."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.matrix import headers, marks
from loaders.matrix.hints import hint
from loaders.matrix.names import bare_label
from loaders.matrix.sheet import Sheet
from ontology.text import clean, fold

_NAMED = frozenset({"actor", "sender", "offer", "audience"})
_LONGEST = 16


def short_names(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield short and long name of every row below a header that has a column for each."""
    for row in list(sheet.rows)[:30]:
        roles = {column: headers.exact(sheet.text(row, column)) for column in sheet.filled(row)}
        short = next((column for column, role in roles.items() if role == "alias"), 0)
        hinted = {column: hint(sheet.text(row, column)) for column, role in roles.items() if not role}
        long = next((column for column, role in {**roles, **hinted}.items() if role in _NAMED), 0)
        if short and long and len(roles) > 2:
            yield from _below(sheet, row, short, long)
            return


def _below(sheet: Sheet, header: int, short: int, long: int) -> Iterator[tuple[str, str]]:
    for row in sheet.rows:
        key, name = sheet.text(row, short), sheet.text(row, long)
        if row > header and key and name and len(key) <= _LONGEST and not marks.sign(key) and fold(key) != fold(name):
            yield clean(key), bare_label(name)
