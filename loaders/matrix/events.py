"""Lists of events: the event is what a row is about, who holds it and when are said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.matrix import kinds
from loaders.matrix.plan import Column
from loaders.matrix.words import pattern
from ontology.text import fold

_NAMING = frozenset({"offer", "other"})
_DATED = frozenset({"lastChecked", "runsFrom", "runs", "openingHours", "other"})


def is_organiser(header: str) -> bool:
    """Return whether a header asks who holds an event: ``Veranstalter``, ``organisiert von``."""
    return bool(pattern("axes", "titles", "organiser").search(fold(header)))


def as_events(columns: Sequence[Column]) -> list[Column]:
    """Return the columns of a list of events as such; those of any other table as they are.

    A column ``Veranstaltung`` beside one for the organiser names events with an organiser each, not offers of an
    actor; a bare ``Datum`` in such a list is the day of the event, not the one on which somebody checked the row.
    """
    by = next((c for c in columns if c.form == "stub" and c.role == "actor" and is_organiser(c.label)), None)
    held = next((c for c in columns if c.role in _NAMING and kinds.body(c.label) == "Event"), None)
    if by is None or held is None:
        return list(columns)
    when = next((c for c in columns if c.role in _DATED and _is_day(c.label)), None)
    new = {held.index: replace(held, role="actor", form="stub"), by.index: replace(by, role="organises", form="value")}
    if when is not None:
        new[when.index] = replace(when, role="runs", form="value")
    return [new.get(column.index, column) for column in columns]


def _is_day(header: str) -> bool:
    return bool(pattern("axes", "titles", "day").search(fold(header)))
