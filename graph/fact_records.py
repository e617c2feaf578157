"""Facts with ids instead of row numbers: the one form that stores outside this process are given and give back.

A row of the view refers to other rows by number, which only holds within one generation. A `Fact` refers by id.
Tables without an id column get one from what the row says, so that the same fact has the same id in every build.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal as Choice

from graph.columns import Table
from graph.layout import LAYOUT
from graph.view import View
from ontology.errors import StoreError

FactValue = str | int | tuple[str, ...] | tuple[int, ...]
ValueKind = Choice["text", "day", "number", "reference", "references", "numbers"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a fact table.

    Args:
        table: a table of `graph.layout`.
        id: unique among all facts.
        values: column to value; texts, days (ISO), numbers, ids of other facts; what is not said is left out.
            Lists mean alternatives and are sorted.
    """

    table: str
    id: str
    values: Mapping[str, FactValue]


TABLES = tuple(sorted(set(LAYOUT) - {"source"}))
"""Tables whose rows are facts; stores hold the sources as records."""

_REFERS_TO = {
    "concept": (
        "about", "audience", "audiences", "broader", "handover", "narrower", "responsibility", "theme", "themes",
        "type", "types",
    ),
    "region": ("places", "region", "regions"),
    "actor": ("actor", "body", "member", "provider", "reached_by", "receiver", "sender", "unit_of"),
    "offer": ("offer",),
    "evidence": ("evidence", "one", "other"),
    "source": ("source",),
}  # fmt: skip
"""Columns that hold rows of a table; a name means the same in every table."""

REFERENCES: Mapping[str, Mapping[str, str]] = {
    name: {
        column: other
        for other, columns in _REFERS_TO.items()
        for column, kind in LAYOUT[name].items()
        if column in columns and kind != "text"
    }
    for name in TABLES
}
"""Which columns of a table hold rows of which other table."""

NUMBERS = frozenset({"atoms", "combined", "local", "namings", "online", "weight"})
DAYS = frozenset({"runs_from", "runs_until", "valid_from", "valid_until", "checked", "review_on"})
NAMINGS = {1: "priority", 2: "exclusive"}
"""Columns of a fact that say which of its audiences come first, or alone."""

_CHANGING = ("evidence", "checked")
"""Columns that may change while the fact stays the same one: no part of its id."""


def fact_layout() -> dict[str, dict[str, ValueKind]]:
    """Return the kind of every column a fact may have, by table."""
    found: dict[str, dict[str, ValueKind]] = {}
    for table in TABLES:
        kinds: dict[str, ValueKind] = {}
        for column, kind in LAYOUT[table].items():
            if column == "namings":
                kinds.update(dict.fromkeys(NAMINGS.values(), "references"))
            elif column != "id":
                kinds[column] = _kind(column, kind, column in REFERENCES[table])
        found[table] = kinds
    return found


def _kind(column: str, kind: str, refers: bool) -> ValueKind:
    if refers:
        return "references" if kind == "ints" else "reference"
    if column in DAYS:
        return "day"
    return "text" if kind == "text" else "numbers" if kind == "ints" else "number"


def facts_of(view: View) -> Iterator[Fact]:
    """Yield every fact of a view, sorted by table and id.

    Raises:
        StoreError: if two rows claim one id, or a row refers to one that is not there.
    """
    ids = {name: list(view.table(name).text("id")) for name in ("source", *_NAMED)}
    _only_once(id_ for name in _NAMED for id_ in ids[name])
    evidence = _identified("evidence", _rows("evidence", view, ids))
    ids["evidence"] = [fact.id for fact in evidence]
    for name in TABLES:
        if name == "evidence":
            facts = evidence
        elif name in _NAMED:
            facts = [Fact(name, id_, values) for id_, values in zip(ids[name], _rows(name, view, ids), strict=True)]
        else:
            facts = _identified(name, _rows(name, view, ids))
        yield from sorted(facts, key=lambda fact: fact.id)


_NAMED = tuple(name for name in TABLES if "id" in LAYOUT[name])
"""Tables whose rows have an id of their own."""

_Read = Callable[[int], FactValue | None]


def _rows(name: str, view: View, ids: Mapping[str, Sequence[str]]) -> Iterator[dict[str, FactValue]]:
    """Yield what each row says, without its id and without what is not said."""
    table, layout = view.table(name), LAYOUT[name]
    columns = [column for column in layout if column not in ("id", "namings")]
    readers = [(column, _reader(table, column, ids.get(REFERENCES[name].get(column, "")))) for column in columns]
    for row in table:
        said = ((column, read(row)) for column, read in readers)
        values = {column: value for column, value in said if value is not None}
        yield values | _namings(table, row, ids["concept"]) if "namings" in layout else values


def _reader(table: Table, column: str, ids: Sequence[str] | None) -> _Read:
    """Return the function that reads one column of a row."""
    kind = LAYOUT[table.name][column]
    if kind == "text":
        texts = table.text(column)
        return lambda row: texts[row] or None
    if kind == "ints":
        lists = table.lists(column)
        if ids is None:
            return lambda row: tuple(sorted(set(lists[row]))) or None
        return lambda row: tuple(sorted({_id(table, column, ids, number) for number in lists[row]})) or None
    numbers = table.ints(column)
    if ids is not None:
        return lambda row: None if numbers[row] == -1 else _id(table, column, ids, numbers[row])
    if column in DAYS:
        return lambda row: None if numbers[row] == -1 else _day(table, column, numbers[row])
    return lambda row: None if numbers[row] == -1 else numbers[row]


def _id(table: Table, column: str, ids: Sequence[str], row: int) -> str:
    if 0 <= row < len(ids):
        return ids[row]
    raise StoreError(f"{table.name}.{column} refers to row {row}, which is not there")


def _day(table: Table, column: str, ordinal: int) -> str:
    try:
        return date.fromordinal(ordinal).isoformat()
    except (ValueError, OverflowError) as error:
        raise StoreError(f"{table.name}.{column} holds {ordinal}, which is no day") from error


def _namings(table: Table, row: int, concepts: Sequence[str]) -> dict[str, FactValue]:
    """Return the audiences that come first, and those that come alone."""
    found: dict[str, set[str]] = {}
    for audience, naming in zip(table.lists("audiences")[row], table.lists("namings")[row], strict=False):
        if naming in NAMINGS:
            found.setdefault(NAMINGS[naming], set()).add(_id(table, "audiences", concepts, audience))
    return {column: tuple(sorted(audiences)) for column, audiences in found.items()}


def _identified(name: str, rows: Iterable[Mapping[str, FactValue]]) -> list[Fact]:
    """Return rows as facts, in their order; those that differ only in what may change are numbered."""
    values = list(rows)
    digests = [_digest(said) for said in values]
    alike = Counter(digests)
    numbers: dict[int, int] = {}
    seen: Counter[str] = Counter()
    for row in sorted((r for r, digest in enumerate(digests) if alike[digest] > 1), key=lambda r: _json(values[r])):
        seen[digests[row]] += 1
        numbers[row] = seen[digests[row]]
    return [
        Fact(name, f"{name}/{digest}" + (f"-{numbers[row]}" if numbers.get(row, 1) > 1 else ""), said)
        for row, (digest, said) in enumerate(zip(digests, values, strict=True))
    ]


def _digest(values: Mapping[str, FactValue]) -> str:
    lasting = _json({column: value for column, value in values.items() if column not in _CHANGING})
    return hashlib.blake2b(lasting.encode("utf-8"), digest_size=16).hexdigest()


def _json(values: Mapping[str, FactValue]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _only_once(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            raise StoreError(f"two facts have the id {id_!r}")
        seen.add(id_)
