"""Sources, statements, links, decisions and issues as plain JSON records: what files and other programs exchange.

The form is documented in ``docs/interchange.md``. A value that is empty or the usual one is left out, fields stand
in one order, so that equal things have equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, get_args

from graph.evidence import Cell, Locator, Span
from graph.issue import Issue, Severity
from graph.lines import link_line, statement_line
from graph.statement import CONDITIONS, Literal, Mention, Modality, Polarity, Statement, Tier
from ontology.errors import StatementError


@dataclass(frozen=True, slots=True, order=True)
class SourceRecord:
    """A file or table that statements come from.

    Args:
        id: posix path relative to ``sources/``; what statements name.
        path: the file's path within the region's folder, never that of a machine.
        publisher: whose word it is, as a label.
        stated_on: ISO day of the document as a whole, or empty.
    """

    id: str
    path: str = ""
    kind: str = ""
    publisher: str = ""
    stated_on: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, order=True)
class LinkRecord:
    """Which entity a source means by a label."""

    source: str
    mention: Mention
    entity: str


def link_order(link: LinkRecord) -> tuple[str, str, str, str, str]:
    """Return the order of links, as their comparison has it, without its cost per comparison."""
    mention = link.mention
    return link.source, mention.label, mention.kind, mention.scope, link.entity


@dataclass(frozen=True, slots=True, order=True)
class DecisionRecord:
    """One row of a decision table (``links`` or ``reviews``) as a person wrote it: pairs of column and value."""

    table: str
    values: tuple[tuple[str, str], ...]


Record = SourceRecord | Statement | LinkRecord | DecisionRecord
"""What an interchange file may hold."""


class RecordError(StatementError):
    """A record that cannot be read: a code of the catalogue and what fills its sentence."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params = tuple(sorted(params.items()))
        super().__init__(f"{code} {', '.join(f'{name}={value}' for name, value in self.params)}")


def to_record(thing: Record | Issue) -> dict[str, Any]:
    """Return the JSON record of a source, statement, link, decision or issue."""
    if isinstance(thing, Statement):
        return _statement_record(thing)
    if isinstance(thing, SourceRecord):
        return {"record": "source", **_filled({field.name: getattr(thing, field.name) for field in fields(thing)})}
    if isinstance(thing, LinkRecord):
        mention = _term_record(thing.mention)
        return {"record": "link", "source": thing.source, "mention": mention, "entity": thing.entity}
    if isinstance(thing, DecisionRecord):
        return {"record": "decision", "table": thing.table, "values": [list(pair) for pair in thing.values]}
    return _issue_record(thing)


def _statement_record(statement: Statement) -> dict[str, Any]:
    record: dict[str, Any] = {
        "record": "statement",
        "source": statement.source,
        "subject": _term_record(statement.subject),
        "predicate": statement.predicate,
        "object": _term_record(statement.object),
    }
    if statement.conditions:
        record["conditions"] = [list(pair) for pair in statement.conditions]
    if statement.details:
        record["details"] = [list(pair) for pair in statement.details]
    for name, usual in _USUAL.items():
        if (value := getattr(statement, name)) != usual:
            record[name] = value
    if statement.evidence:
        record["evidence"] = [locator_record(place) for place in statement.evidence]
    return record


_USUAL = {"polarity": "yes", "modality": "asserted", "tier": "high", "original": "", "method": "", "last_verified": ""}


def _term_record(term: Mention | Literal) -> dict[str, str]:
    if isinstance(term, Literal):
        return {"value": term.value}
    return {"label": term.label, "kind": term.kind, **_filled({"scope": term.scope})}


def locator_record(place: Locator) -> dict[str, Any]:
    """Return the record of a cell or span."""
    if isinstance(place, Cell):
        return {**_filled({"sheet": place.sheet}), "ref": place.ref}
    return {
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        **({"page": place.page} if place.page else {}),
    }


def _issue_record(issue: Issue) -> dict[str, Any]:
    record: dict[str, Any] = {"record": "issue", "code": issue.code, "severity": issue.severity, "source": issue.source}
    if issue.place:
        record["place"] = locator_record(issue.place)
    if issue.params:
        record["params"] = [list(pair) for pair in issue.params]
    return record | _filled({"value": issue.value})


def _filled(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def from_record(record: Mapping[str, Any]) -> Record:
    """Return what a record says.

    Raises:
        RecordError: naming the field, if it is of no known type or a field is missing or not what it should be.
    """
    kind = record.get("record")
    if isinstance(kind, str) and kind in _READERS:
        return _READERS[kind](record)
    raise RecordError("VN5002", record=str(kind))


def source_of(record: Mapping[str, Any]) -> SourceRecord:
    """Return the source a record describes."""
    named = (_text(record, field.name) for field in fields(SourceRecord)[1:])
    return SourceRecord(_text(record, "id", required=True), *named)


def link_of(record: Mapping[str, Any]) -> LinkRecord:
    """Return the link a record holds."""
    mention = _mention(record, "mention")
    return LinkRecord(_text(record, "source", required=True), mention, _text(record, "entity", required=True))


def decision_of(record: Mapping[str, Any]) -> DecisionRecord:
    """Return the decision a record holds."""
    return DecisionRecord(_text(record, "table", required=True), _pairs(record, "values"))


def issue_of(record: Mapping[str, Any]) -> Issue:
    """Return the issue a record holds."""
    place = record.get("place")
    return Issue(
        code=_text(record, "code", required=True),
        source=_text(record, "source"),
        place=None if place is None else locator_of(place),
        value=_text(record, "value"),
        params=_pairs(record, "params"),
        severity=_choice(record, "severity", get_args(Severity)),
    )


def statement_of(record: Mapping[str, Any]) -> Statement:
    """Return the statement a record holds; conditions and details may stand in any order."""
    conditions = tuple(sorted(set(_pairs(record, "conditions"))))
    for name, _ in conditions:
        if name not in CONDITIONS:
            raise RecordError("VN5004", field="conditions", value=name, allowed=" ".join(CONDITIONS))
    return Statement(
        source=_text(record, "source", required=True),
        subject=_mention(record, "subject"),
        predicate=_text(record, "predicate", required=True),
        object=_term(record, "object"),
        conditions=conditions,
        details=tuple(sorted(set(_pairs(record, "details")))),
        polarity=_choice(record, "polarity", get_args(Polarity)),
        modality=_choice(record, "modality", get_args(Modality)),
        evidence=tuple(locator_of(place) for place in _list(record, "evidence")),
        original=_text(record, "original"),
        method=_text(record, "method"),
        tier=_choice(record, "tier", get_args(Tier)),
        last_verified=_text(record, "last_verified"),
    )


def locator_of(record: object) -> Locator:
    """Return the cell or span a record names."""
    if isinstance(record, Mapping) and "ref" in record:
        return Cell(_text(record, "sheet"), _text(record, "ref", required=True))
    if isinstance(record, Mapping) and "start" in record:
        start, end, page = (_number(record, name) for name in ("start", "end", "page"))
        return Span(start, end, _text(record, "quote"), page)
    raise RecordError("VN5003", field="evidence")


def _text(record: Mapping[str, Any], field: str, required: bool = False) -> str:
    value = record.get(field, "")
    if not isinstance(value, str) or (required and not value):
        raise RecordError("VN5003", field=field)
    return value


def _number(record: Mapping[str, Any], field: str) -> int:
    value = record.get(field, 0)
    if type(value) is not int:
        raise RecordError("VN5003", field=field)
    return value


def _list(record: Mapping[str, Any], field: str) -> Sequence[Any]:
    value = record.get(field, [])
    if not isinstance(value, list):
        raise RecordError("VN5003", field=field)
    return value


def _choice(record: Mapping[str, Any], field: str, allowed: Sequence[str]) -> Any:
    value = record.get(field, _USUAL.get(field))
    if value not in allowed:
        raise RecordError("VN5004", field=field, value=str(value), allowed=" ".join(allowed))
    return value


def _pairs(record: Mapping[str, Any], field: str) -> tuple[tuple[str, str], ...]:
    pairs = _list(record, field)
    for pair in pairs:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)):
            raise RecordError("VN5003", field=field)
    return tuple((name, value) for name, value in pairs)


def _mention(record: Mapping[str, Any], field: str) -> Mention:
    term = _term(record, field)
    if not isinstance(term, Mention):
        raise RecordError("VN5003", field=field)
    return term


def _term(record: Mapping[str, Any], field: str) -> Mention | Literal:
    value = record.get(field)
    if isinstance(value, Mapping) and "value" in value:
        return Literal(_text(value, "value"))
    if isinstance(value, Mapping) and "label" in value:
        return Mention(_text(value, "label"), _text(value, "kind", required=True), _text(value, "scope"))
    raise RecordError("VN5003", field=field)


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Record]] = {
    "source": source_of, "statement": statement_of, "link": link_of, "decision": decision_of,
}  # fmt: skip

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumps(thing: Record | Issue) -> str:
    """Return one line of JSON without its end: the same thing gives the same text."""
    if isinstance(thing, Statement):
        return statement_line(thing)
    if isinstance(thing, LinkRecord):
        return link_line(thing.source, thing.mention, thing.entity)
    return _ENCODE(to_record(thing))


def loads(line: str | bytes) -> Record:
    """Return what one line holds.

    Raises:
        RecordError: if it is no JSON object or no record of this version.
    """
    return from_record(parse(line))


def parse(line: str | bytes) -> dict[str, Any]:
    """Return the JSON object of one line.

    Raises:
        RecordError: if the line is no UTF-8, no JSON, no object, or holds half a surrogate pair.
    """
    try:
        text = line.decode("utf-8") if isinstance(line, bytes) else line
        record = json.loads(text)
        if "\\u" in text:
            _ENCODE(record).encode("utf-8")  # a lone \ud800 is JSON but no text: nothing could store it
    except (ValueError, RecursionError) as error:
        raise RecordError("VN5001", reason=str(error)) from error
    if not isinstance(record, dict):
        raise RecordError("VN5001", reason="no object")
    return record
