"""What a text beside or instead of a mark narrows: age, legal basis, dates, access; the rest stays in its own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from re import Pattern
from typing import Literal as Choice

from loaders.matrix import dates
from loaders.matrix.words import pattern, read, table, texts
from ontology.text import clean, fold

Pairs = tuple[tuple[str, str], ...]
Outcome = Choice["narrows", "open", "refuses", "unread"]

_ROMAN = {
    "2": "II",
    "3": "III",
    "5": "V",
    "8": "VIII",
    "9": "IX",
    "12": "XII",
    "1": "I",
    "4": "IV",
    "6": "VI",
    "7": "VII",
    "11": "XI",
}
_UNTIL = re.compile(r"\b(?:bis|befristet|endet|ende|auslaufend|laeuft|ausgelaufen|beendet|eingestellt|gestoppt)\b")
_FROM = re.compile(r"\b(?:ab|seit|von|start\w*|beginn\w*|geplant|voraussichtlich|vorauss\w*)\b")


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of ``restrictions.toml``."""

    search: Pattern[str]
    conditions: tuple[str, ...] = ()
    details: Pairs = ()
    verbatim: str = ""
    group: str = ""
    value: str = ""
    constant: str = ""
    polarity: str = ""
    guard: str = ""


@dataclass(frozen=True, slots=True)
class Restriction:
    """What a text says: whether it gives the answer at all, and how it narrows it.

    ``left`` is what no rule understood, in the source's own words.
    """

    outcome: Outcome
    conditions: Pairs = ()
    details: Pairs = ()
    partly: bool = False
    planned: bool = False
    left: str = ""


@dataclass(slots=True)
class _Reading:
    text: str
    written: str
    conditions: list[tuple[str, str]] = field(default_factory=list)
    details: list[tuple[str, str]] = field(default_factory=list)
    partly: bool = False
    understood: bool = False

    def take(self, start: int, end: int) -> None:
        self.text = self.text[:start] + "\N{MIDDLE DOT}" * (end - start) + self.text[end:]
        self.understood = True


@cache
def _rules() -> tuple[Rule, ...]:
    said = read("restrictions")["pattern"]
    assert isinstance(said, list)
    return tuple(_rule(line) for line in said)


def _rule(line: Mapping[str, object]) -> Rule:
    conditions, details = line.get("conditions", ()), line.get("details", {})
    return Rule(
        re.compile(str(line["search"])),
        tuple(map(str, conditions)) if isinstance(conditions, Iterable) else (),
        tuple((str(key), str(value)) for key, value in details.items()) if isinstance(details, Mapping) else (),
        str(line.get("detail_verbatim", "")),
        str(line.get("detail_group", "")),
        str(line.get("value", "")),
        str(line.get("constant", "")),
        str(line.get("polarity", "")),
        str(line.get("guard", "")),
    )


def parse(text: str, find: Callable[[str, str], str] = lambda kind, label: "") -> Restriction:
    """Return what a text narrows.

    Args:
        text: the words of the cell, without mark and brackets.
        find: names a known audience or region inside a text (kind, text -> label), or nothing.
    """
    found = _parse(clean(text))
    if not found.left or found.outcome in {"open", "refuses"}:
        return found
    for kind in ("audience", "region"):
        label = find(kind, _as_written(text, found.left))
        if label:
            return Restriction(
                "narrows", (*found.conditions, (kind, label)), found.details, found.partly, found.planned
            )
    return found


def _as_written(text: str, left: str) -> str:
    """Return the words that were left, as the source writes them."""
    wanted = set(re.split(r"[\s,;:()/]+", left))
    return " ".join(word for word in re.split(r"[\s,;:()/]+", clean(text)) if fold(word) in wanted)


@lru_cache(maxsize=65536)
def _parse(text: str) -> Restriction:
    folded = fold(text)
    reading = _Reading(folded, text)
    planned = bool(pattern("restrictions", "words", "planned").search(folded))
    ended = bool(pattern("restrictions", "words", "ended").search(folded))
    _dates(reading)
    dated = bool(reading.conditions)
    for rule in _rules():
        _apply(rule, reading)
    left = _left(reading.text)
    of_people = left or any(not name.startswith("valid") for name, _ in reading.conditions)
    if of_people and pattern("restrictions", "words", "exclusive").search(folded):
        reading.details.append(("exclusive", "true"))
    outcome = _outcome(folded, reading, left, dated=dated, ended=ended)
    said_planned = planned and dated and bool(re.search(r"geplant|planung|voraus|vorgesehen|vorbereitung", folded))
    return Restriction(
        outcome,
        tuple(sorted(set(reading.conditions))),
        tuple(sorted(set(reading.details))),
        reading.partly,
        said_planned,
        left,
    )


def _outcome(folded: str, reading: _Reading, left: str, *, dated: bool, ended: bool) -> Outcome:
    if ended and not dated:
        return "open"
    if pattern("restrictions", "words", "negative").search(reading.text if dated else folded):
        return "refuses"
    if pattern("restrictions", "words", "open").search(reading.text):
        return "open"
    if (
        pattern("restrictions", "words", "planned").search(folded)
        and not dated
        and not reading.understood
        and "plan" in folded
    ):
        return "open"
    if not left:
        return "narrows" if reading.understood else "unread"
    return (
        "narrows" if reading.understood or pattern("restrictions", "words", "restrictive").search(folded) else "unread"
    )


def _dates(reading: _Reading) -> None:
    for _ in range(2):
        day = dates.find(reading.text)
        if day is None:
            return
        before = reading.text[: day.start]
        until, begin = _last(_UNTIL, before), _last(_FROM, before)
        if not reading.conditions and until < 0 and begin < 0 and re.match(r"\s*(?:-|bis)\s", reading.text[day.end :]):
            begin = 0
        if until < 0 and begin < 0 and reading.conditions and re.search(r"(?:-|bis)\s*$", before):
            until = 0
        if until >= 0 and until >= begin:
            reading.conditions.append(("valid_until", day.last))
        elif begin >= 0:
            reading.conditions.append(("valid_from", day.first))
        else:
            return
        reading.take(day.start, day.end)


def _last(words: Pattern[str], text: str) -> int:
    return max((match.start() for match in words.finditer(text)), default=-1)


def _apply(rule: Rule, reading: _Reading) -> None:
    match = rule.search.search(reading.text)
    if not match or (rule.guard == "age" and not all(10 <= int(group) <= 99 for group in match.groups() if group)):
        return
    groups = [group for group in match.groups() if group]
    values = [rule.constant] if rule.constant else [_value(rule, group) for group in groups]
    reading.conditions += zip(rule.conditions, values, strict=False)
    reading.details += rule.details
    if rule.verbatim:
        reading.details.append((rule.verbatim, _as_written(reading.written, match.group()).removeprefix("nur ")))
    if rule.group and groups:
        reading.details.append((rule.group, groups[0]))
    reading.partly |= rule.polarity == "partly"
    reading.take(match.start(), match.end())


def _value(rule: Rule, group: str) -> str:
    if rule.value == "sgb":
        return f"SGB {_ROMAN.get(group, group.upper())}"
    if rule.value == "verbatim":
        return re.sub(r"sgb\s*([ivx]+|\d+)", lambda m: f"SGB {_ROMAN.get(m[1], m[1].upper())}", clean(group))
    return group


def _left(text: str) -> str:
    filler = set(texts("restrictions", "words", "filler"))
    words = [word for word in re.split(r"[\s,;:()/·]+", text) if word.strip(".-–+&\"'!")]
    return " ".join(word for word in words if word.strip(".") not in filler)


@cache
def _handovers(name: str) -> tuple[tuple[Pattern[str], str], ...]:
    return tuple((pattern("restrictions", name, key), key) for key in table("restrictions", name))


def handover(text: str) -> str:
    """Return the concept id of the way of handing over a text describes, or an empty text."""
    folded = fold(text)
    return next((key for form, key in _handovers("handover") if form.search(folded)), "")


def responsibility(text: str) -> str:
    """Return the concept id of the responsibility a text describes, or an empty text."""
    folded = fold(text)
    return next((key for form, key in _handovers("responsibility") if form.search(folded)), "")
