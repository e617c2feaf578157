"""Answers as plain data: what JSON holds, with the names the schemas publish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas


def plain(value: object) -> object:
    """Return strings, numbers, lists and dictionaries for a value made of dataclasses.

    A part that has a ``to_dict`` says itself how it looks.
    """
    if value is None or isinstance(value, (str, int)):  # nearly all there is
        return value
    own = getattr(type(value), "to_dict", None)
    if own is not None:
        return own(value)
    if is_dataclass(value) and not isinstance(value, type):
        return members(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (Sequence, frozenset)):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def members(value: object) -> dict[str, object]:
    """Return the fields of a dataclass, under the name ``metadata["name"]`` gives where it differs."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{value!r} is no dataclass value")
    return {name: plain(getattr(value, part)) for part, name in _names(type(value))}


@cache
def _names(of: type) -> tuple[tuple[str, str], ...]:
    return tuple((part.name, part.metadata.get("name", part.name)) for part in fields(of))


def frame(rows: Sequence[Mapping[str, object]], headings: Mapping[str, str]) -> pandas.DataFrame:
    """Return rows as a pandas frame under the headings people read.

    Raises:
        ImportError: where pandas is not installed; it is no dependency, notebooks often have it.
    """
    import pandas

    return pandas.DataFrame(list(rows), columns=list(headings)).rename(columns=dict(headings))
