"""Answers as plain data: what JSON holds, with the names the schemas publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Protocol, runtime_checkable


@runtime_checkable
class Plain(Protocol):
    """An answer, or a part of one, that says itself how it looks as plain data."""

    def to_dict(self) -> dict[str, object]:
        """Return plain data."""


def plain(value: object) -> object:
    """Return strings, numbers, lists and dictionaries for a value made of dataclasses."""
    if isinstance(value, Plain):
        return value.to_dict()
    if is_dataclass(value) and not isinstance(value, type):
        return members(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def members(value: object) -> dict[str, object]:
    """Return the fields of a dataclass, under the name ``metadata["name"]`` gives where it differs."""
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{value!r} is no dataclass value")
    return {part.metadata.get("name", part.name): plain(getattr(value, part.name)) for part in fields(value)}
