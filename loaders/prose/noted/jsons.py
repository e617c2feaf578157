"""Notes as JSON: our own form with nodes and relations, or the yardstick's with entities and offsets."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from loaders.prose.noted.note import Finding, Noted, NotedNode, NotedRelation, Pairs, Quote
from loaders.prose.noted.words import meaning, predicate

_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class _Odd(ValueError):
    """A field is not what it should be; says which."""


def read(text: str) -> Noted:
    """Return the notes of a JSON text; an entry of the wrong form is a finding, the others are read."""
    try:
        said = json.loads(text)
        said.items()
    except (ValueError, RecursionError, AttributeError) as error:
        return Noted(findings=(Finding("VN8305", str(error)),))
    findings: list[Finding] = []
    key = "nodes" if "nodes" in said else "entities"
    nodes = tuple(_each(said, key, _node, findings))
    relations = tuple(_each(said, "relations", _relation, findings))
    topic = said.get("topic", "")
    return Noted(nodes, relations, tuple(findings), topic if isinstance(topic, str) else "")


def _each(
    said: Mapping[str, Any], key: str, read_one: Callable[[Mapping[str, Any], str], Any], findings: list[Finding]
) -> Iterator[Any]:
    entries = said.get(key, [])
    if not isinstance(entries, list):
        findings.append(Finding("VN8305", key))
        return
    for number, entry in enumerate(entries):
        where = f"!{key}[{number}]"
        try:
            yield read_one(_mapping(entry), where)
        except _Odd as odd:
            findings.append(Finding("VN8305", str(odd), where))


def _node(said: Mapping[str, Any], where: str) -> NotedNode:
    starts, ends = _period(_text(said, "date"))
    quotes = _quotes(said, "mentions", "quotes")
    return NotedNode(
        _text(said, "id", needed=True), meaning("kinds", _text(said, "kind") or _text(said, "type", needed=True)),
        _text(said, "label") or _text(said, "canonical", needed=True),
        _text(said, "type") if "kind" in said else _text(said, "subtype") if "/" in _text(said, "subtype") else "",
        tuple(alias for alias in _list(said, "aliases") if isinstance(alias, str)), quotes,
        said.get("generic") is True, _text(said, "starts") or starts, _text(said, "ends") or ends, where,
    )  # fmt: skip


def _relation(said: Mapping[str, Any], where: str) -> NotedRelation:
    ends = _text(said, "subject", needed=True), _text(said, "object", needed=True)
    answers = {name: meaning(name, _text(said, name)) for name in ("modality", "polarity", "tier") if name in said}
    return NotedRelation(
        ends[0], predicate(_text(said, "predicate", needed=True)), ends[1], _quotes(said, "evidence", "quotes"),
        conditions=_pairs(said, "conditions"), details=_pairs(said, "details"), where=where, **answers,
    )  # fmt: skip


def _quotes(said: Mapping[str, Any], *keys: str) -> tuple[Quote, ...]:
    return tuple(quote for key in keys for entry in _list(said, key) for quote in _quote(entry, key))


def _quote(entry: Any, key: str) -> Iterator[Quote]:
    if isinstance(entry, str):
        yield Quote(entry)
    elif isinstance(entry, Mapping):
        words = entry.get("text", entry.get("quote"))
        start, end = entry.get("start", -1), entry.get("end", -1)
        if not isinstance(words, str) or type(start) is not int or type(end) is not int:
            raise _Odd(key)
        yield Quote(words, start, end)
    else:
        raise _Odd(key)


def _period(date: str) -> tuple[str, str]:
    """Return first and last day of ``2024-09/2024-11``; one whole day has no last one."""
    parts = [match for part in date.split("/") if (match := _MONTH_OR_YEAR.fullmatch(part))]
    if not parts:
        return "", ""
    first, last = parts[0], parts[-1]
    starts = f"{first[1]}-{first[2] or '01'}-{first[3] or '01'}"
    month = last[2] or "12"
    day = last[3] or (str(calendar.monthrange(int(last[1]), int(month))[1]) if 1 <= int(month) <= 12 else "00")
    ends = f"{last[1]}-{month}-{day}"
    return starts, ends if ends != starts else ""


def _mapping(entry: Any) -> Mapping[str, Any]:
    if not isinstance(entry, Mapping):
        raise _Odd(str(entry)[:40])
    return entry


def _text(said: Mapping[str, Any], key: str, needed: bool = False) -> str:
    value = said.get(key) or ""
    if not isinstance(value, str) or (needed and not value.strip()):
        raise _Odd(key)
    return value


def _list(said: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = said.get(key, [])
    if not isinstance(value, list):
        raise _Odd(key)
    return value


def _pairs(said: Mapping[str, Any], key: str) -> Pairs:
    value = said.get(key, [])
    pairs = list(value.items()) if isinstance(value, Mapping) else value
    if not isinstance(pairs, list):
        raise _Odd(key)
    for pair in pairs:
        if not (isinstance(pair, (list, tuple)) and len(pair) == 2 and all(isinstance(part, str) for part in pair)):
            raise _Odd(key)
    return tuple(sorted((name, text) for name, text in pairs))
