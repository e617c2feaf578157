"""Since when and until when something holds, and how often a board meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from loaders.prose.extract import Relation
from loaders.prose.rules.dates import dates
from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_context import contexts
from loaders.prose.rules.relation_passages import Reading

Pairs = tuple[tuple[str, str], ...]

_SINCE = re.compile(r"(?i)\b(?:seit|ab)(?:\s+(?:dem|anfang|beginn|herbst|sommer|winter|frühjahr))*\s*$")
_UNTIL = re.compile(r"(?i)\bbis(?:\s+(?:zum|ende|einschließlich|voraussichtlich|mindestens|herbst|sommer))*\s*$")
_MEETS = re.compile(r"(?i)\b(?:tagt|tagen|trifft|treffen|kommt|kommen|sitzung|sitzungen|treffens?)\b")
_RHYTHM = re.compile(
    r"(?i)(?:ca\. |etwa |mindestens |rund )?(?:(?:\d+(?:\s?[-–]\s?\d+)?|ein|zwei|drei|vier|fünf|sechs)\s?-?mal "
    r"(?:jährlich|im Jahr|pro Jahr|im Halbjahr|im Monat|pro Monat|im Quartal)|(?:viertel|halb)?jährlich|"
    r"(?:zwei)?monatlich|wöchentlich|quartalsweise|einmal im (?:Quartal|Monat|Jahr|Halbjahr)|"
    r"alle (?:\w+ )?(?:Wochen|Monate|Jahre))"
)
_BEFORE = 40


def validity(reading: Reading, clause: Clause) -> Pairs:
    """Return since when and until when a clause holds, as it says itself: "bis Ende 2027"."""
    if not clause.words:
        return ()
    text, start, end = reading.document.text, clause.words[0].start, clause.words[-1].end
    found: dict[str, str] = {}
    for dated in dates(text, start, end):
        before = text[max(start, dated.start - _BEFORE) : dated.start]
        if _SINCE.search(before):
            found.setdefault("valid_from", dated.first)
        elif _UNTIL.search(before):
            found.setdefault("valid_until", dated.last)
    return tuple(sorted(found.items()))


def with_rhythms(reading: Reading, relations: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the relations; who leads a board and what it is part of also tell how often it meets."""
    rhythms = _rhythms(reading)
    for relation in relations:
        board = {"partOf": relation.subject, "coordinates": relation.object}.get(relation.predicate, "")
        details = {*relation.details, ("rhythm", rhythms[board])} if board in rhythms else set(relation.details)
        yield replace(relation, details=tuple(sorted(details)))


def _rhythms(reading: Reading) -> Mapping[str, str]:
    found: dict[str, str] = {}
    text = reading.document.text
    for sentence, context in contexts(reading):
        rhythm = _RHYTHM.search(text, sentence.start, sentence.end)
        if rhythm and _MEETS.search(text, sentence.start, sentence.end):
            for naming in (*sentence.namings, *context.before):
                if reading.kind(naming) == "Board":
                    found.setdefault(naming.node, rhythm[0])
                    break
    return found
