"""Statements and facts as rows of a property graph and back: which labels, relationships and properties there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from graph.evidence import Cell, Locator, Span
from graph.fact_records import TABLES, Fact, FactValue, fact_layout
from graph.records import SourceRecord
from graph.statement import Literal, Mention, Statement

LABELS: Mapping[str, str] = {table: table.capitalize() for table in TABLES} | {
    "contact": "ContactPoint",
    "accepted": "AcceptedGap",
}
"""The label of every fact table, beside ``Fact``."""

SPECIAL_LABELS: Mapping[tuple[str, str, str], str] = {
    ("concept", "scheme", "audience"): "TargetGroup",
    ("concept", "scheme", "theme"): "Theme",
    ("concept", "scheme", "offer-type"): "OfferType",
    ("concept", "scheme", "actor-type"): "ActorType",
    ("actor", "kind", "network"): "Network",
    ("actor", "kind", "board"): "Board",
    ("actor", "kind", "project"): "Project",
    ("actor", "kind", "event"): "Event",
    ("actor", "kind", "team"): "Team",
}
"""Labels a fact has besides, by table, column and value."""

_EVERYWHERE = {
    "evidence": "BASED_ON", "audiences": "FOR", "priority": "PRIORITY_FOR", "exclusive": "ONLY_FOR", "themes": "ON",
    "regions": "IN", "audience": "FOR", "theme": "ON", "region": "IN", "types": "HAS_TYPE", "type": "HAS_TYPE",
    "places": "LOCATED_IN", "sender": "MAKES", "receiver": "TO", "handover": "BY", "one": "ONE_SIDE",
    "other": "OTHER_SIDE",
}  # fmt: skip
_OF_TABLE = {
    "contact": {"actor": "CONTACT_OF"},
    "offer": {"provider": "OFFERED_BY"},
    "provision": {"provider": "PROVIDES", "offer": "OF"},
    "referral": {"offer": "TO_OFFER"},
    "door": {"actor": "AT"},
    "guide": {"actor": "GUIDED_BY"},
}

INWARD = frozenset({"MAKES", "PROVIDES"})
"""Relationships that lead from the other fact to the one whose column they are."""

_KINDS = fact_layout()
_TEXT_REFERENCES = {("evidence", "source")}

RELATIONS: Mapping[str, Mapping[str, str]] = {
    table: {
        column: _OF_TABLE.get(table, {}).get(column) or _EVERYWHERE.get(column) or column.upper()
        for column, kind in columns.items()
        if kind in ("reference", "references") and (table, column) not in _TEXT_REFERENCES
    }
    for table, columns in _KINDS.items()
}
"""The relationship of every column that refers to other facts."""

_COLUMNS = {table: {type_: column for column, type_ in columns.items()} for table, columns in RELATIONS.items()}


def fact_row(fact: Fact) -> dict[str, Any]:
    """Return a fact's node: id, labels and properties."""
    special = (
        label
        for (table, column, value), label in SPECIAL_LABELS.items()
        if table == fact.table and fact.values.get(column) == value
    )
    properties = {
        column: list(value) if isinstance(value, tuple) else value
        for column, value in fact.values.items()
        if column not in RELATIONS[fact.table]
    }
    return {"id": fact.id, "labels": [LABELS[fact.table], *special], "properties": {"table": fact.table, **properties}}


def relation_rows(fact: Fact) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield type, start and end of every relationship a fact has."""
    for column, type_ in RELATIONS[fact.table].items():
        said = fact.values.get(column, ())
        for other in said if isinstance(said, tuple) else (said,):
            start, end = (str(other), fact.id) if type_ in INWARD else (fact.id, str(other))
            yield type_, {"start": start, "end": end}


def refers_to_row(fact: Fact) -> dict[str, Any] | None:
    """Return the shortcut from sender to receiver of a referral that is not refused."""
    said = fact.values
    if fact.table != "referral" or said.get("polarity") == "no" or "sender" not in said or "receiver" not in said:
        return None
    lists = {name: list(_many(said.get(column, ()))) for name, column in (("for", "audiences"), ("on", "themes"))}
    properties = {**lists, **{name: said[name] for name in ("offer", "handover", "valid_until") if name in said}}
    return {"id": fact.id, "start": said["sender"], "end": said["receiver"], "properties": properties}


def _many(value: FactValue) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def read_fact(
    id_: str, properties: Mapping[str, Any], outward: Iterable[Sequence[str]], inward: Iterable[Sequence[str]]
) -> Fact:
    """Return the fact of a node and its relationships: pairs of type and other end."""
    table = str(properties["table"])
    kinds, columns = _KINDS[table], _COLUMNS[table]
    values: dict[str, FactValue] = {
        column: tuple(value) if isinstance(value, list) else value
        for column, value in properties.items()
        if column in kinds
    }
    lists: dict[str, list[str]] = {}
    for pairs, leads_in in ((outward, False), (inward, True)):
        for type_, other in pairs:
            if type_ in columns and (type_ in INWARD) == leads_in:
                lists.setdefault(columns[type_], []).append(other)
    for column, others in lists.items():
        values[column] = tuple(sorted(others)) if kinds[column] == "references" else others[0]
    return Fact(table, id_, values)


def source_row(source: SourceRecord) -> dict[str, str]:
    """Return a source's node."""
    return {field.name: getattr(source, field.name) for field in fields(source)}


_PLAIN = ("source", "predicate", "polarity", "modality", "original", "method", "tier", "last_verified")


def statement_row(statement: Statement) -> dict[str, Any]:
    """Return a statement's node: key and properties."""
    properties: dict[str, Any] = {name: getattr(statement, name) for name in _PLAIN}
    for before, term in (("subject", statement.subject), ("object", statement.object)):
        if isinstance(term, Literal):
            properties[f"{before}_value"] = term.value
        else:
            properties |= {f"{before}_label": term.label, f"{before}_kind": term.kind, f"{before}_scope": term.scope}
    for name, pairs in (("condition", statement.conditions), ("detail", statement.details)):
        properties[f"{name}_names"] = [name for name, _ in pairs]
        properties[f"{name}_values"] = [value for _, value in pairs]
    return {"key": statement.key, "properties": properties}


def place_rows(statement: Statement) -> Iterator[dict[str, Any]]:
    """Yield the ways a statement leads to its source: one per place, or one without place."""
    key = statement.key
    for position, place in enumerate(statement.evidence or (None,)):
        properties: dict[str, Any] = {}
        if isinstance(place, Cell):
            properties = {"place": str(place), "sheet": place.sheet, "cell": place.ref}
        elif isinstance(place, Span):
            properties = {
                "place": str(place), "start": place.start, "end": place.end, "quote": place.quote, "page": place.page,
            }  # fmt: skip
        yield {"key": key, "source": statement.source, "position": position, "properties": properties}


def read_source(row: Mapping[str, Any]) -> SourceRecord:
    """Return the source of a node."""
    return SourceRecord(**row)


def read_statement(row: Mapping[str, Any], places: Iterable[Mapping[str, Any]]) -> Statement:
    """Return the statement of a node and its ways to the source."""
    ordered = sorted((place for place in places if "place" in place), key=lambda place: int(place["position"]))
    return Statement(
        subject=Mention(row["subject_label"], row["subject_kind"], row["subject_scope"]),
        object=Literal(row["object_value"])
        if "object_value" in row
        else Mention(row["object_label"], row["object_kind"], row["object_scope"]),
        conditions=tuple(zip(row["condition_names"], row["condition_values"], strict=True)),
        details=tuple(zip(row["detail_names"], row["detail_values"], strict=True)),
        evidence=tuple(_place(place) for place in ordered),
        **{name: row[name] for name in _PLAIN},
    )


def _place(place: Mapping[str, Any]) -> Locator:
    if "cell" in place:
        return Cell(place["sheet"], place["cell"])
    return Span(place["start"], place["end"], place["quote"], place["page"])
