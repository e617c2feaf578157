"""Events: by their head nouns, dated, named or in a series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.dates import Dated, dates
from loaders.prose.rules.determiners import determiner
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.keys import key
from loaders.prose.rules.nouns import Heads, Noun
from loaders.prose.rules.places import Places
from loaders.prose.rules.quotes import Quoted, quotes
from loaders.prose.rules.reading import Reading

_LONG = 11
"""Letters of a head that says what kind of event it is by itself."""
_NEAR = 60
"""Characters between an event and its date."""


@dataclass(frozen=True)
class _Text:
    reading: Reading
    said: list[Quoted]
    dates: list[Dated]


def events(reading: Reading, places: Places) -> list[Claim]:
    """Return the events of a reading with their dates."""
    text = _Text(reading, quotes(reading), dates(reading.document.text, yearless=True))
    found = [claim for noun in _heads("sure").all_in(reading) for claim in _event(text, places, noun, sure=True)]
    taken = {claim.first for claim in found}
    for noun in _heads("dated").all_in(reading):
        if noun.first not in taken:
            found += _event(text, places, noun, sure=False)
    found += _days(text)
    return found


def _event(text: _Text, places: Places, noun: Noun, *, sure: bool) -> Iterator[Claim]:
    reading = text.reading
    if noun.base in _never() or _is_venue(text, places, noun):
        return
    first = noun.first
    mark = reading.words[first - 1].folded if first and reading.close(first) else ""
    numbered = first > 0 and reading.words[first - 1].text.isdigit() and reading.gap(first).strip() == "."
    marked = stem(mark) in _marks() or numbered
    quoted = next(
        (one for one in text.said if one.first == noun.end and reading.gap(noun.end).strip() in ("„", '"', "»", "“")),
        None,
    )
    when = _when(text, noun)
    end = quoted.end if quoted else noun.end
    named_end = end if quoted else _name(reading, noun)
    named = bool(quoted) or named_end > noun.end
    if not sure and not (
        quoted
        or (when and not noun.plural and when.exact)
        or (marked and (noun.compound or numbered or mark.startswith("konstituierend")))
    ):
        return
    if noun.head in words_of("events", "taught") and not (when or marked):
        return  # a course that somebody gives, no day on which it takes place
    if not sure and numbered is False and mark.startswith("konstituierend"):
        first -= 1
    if numbered:
        first -= 1
    if noun.plural and not (noun.compound or len(noun.base) > _LONG or named or when):
        return
    if noun.base == "auftakt" and reading.block(noun.first).kind in ("heading", "title"):
        return  # what the lines below tell of
    if noun.base == "auftakt" and not (when and when.exact):
        yield Claim(noun.first, noun.end, "Event", "short form", head="auftakt", short=True, sure=False)
        return
    if (
        not mark.startswith("konstituierend")
        and not (noun.compound or len(noun.base) > _LONG or named or when)
        and determiner(reading, noun.first) in grammar().definite
    ):
        yield Claim(noun.first, noun.end, "Event", "short form", head=noun.base, short=True, sure=False)
        return
    end = max(end, named_end)
    plain = key(reading.text(noun.first, end))
    label = reading.text(first, end)
    starts, ends = (when.first, when.last) if when else ("", "")
    unique = bool(named or (when and when.exact) or numbered)
    repeated = determiner(reading, noun.first) in grammar().definite
    if unique and not repeated:
        day = starts or (reading.document.text[when.start : when.end] if when else "")
        plain = f"{plain} {day if not named else ''}".strip()
    yield Claim(
        first,
        end,
        "Event",
        "event",
        plain,
        head=noun.base,
        label=label,
        starts=starts,
        ends=ends,
        rank=2 if named else 1,
    )


def _is_venue(text: _Text, places: Places, noun: Noun) -> bool:
    """Return whether a house is meant in which something takes place: "Auftakt, Forum Daun", "in der Messe Cottbus"."""
    reading = text.reading
    if noun.head not in words_of("events", "houses") or noun.compound or places.behind(noun.end) is None:
        return False
    before = reading.words[noun.first - 1].folded if noun.first and not reading.opens(noun.first) else ""
    return reading.gap(noun.first).strip() == "," or before in ("im", "in", "der", "am", "auf", "beim")


def _name(reading: Reading, noun: Noun) -> int:
    """Return the word behind a name that follows directly: "Fachtag Datenschutz", "JOBDAY 2025"."""
    end = noun.end
    while end < len(reading.words) and end - noun.end < 4 and reading.close(end):
        word = reading.words[end]
        year = word.text.isdigit() and len(word.text) == 4
        capital = word.text[0].isupper() and not grammar().is_small(word.folded) and not word.text.isdigit()
        if not (capital or year):
            break
        end = reading.unit(end)[1]
    return end


def _days(text: _Text) -> Iterator[Claim]:
    """Yield "Tag der Weiterbildung", "Woche der Ausbildung"."""
    reading = text.reading
    for at in range(1, len(reading.words)):
        adjective = reading.words[at - 1]
        capital = adjective.text[0].isupper() and grammar().may_be_adjective(adjective.folded)
        if reading.words[at].text in ("Woche", "Wochen", "Nacht") and capital and reading.close(at):
            label = reading.text(at - 1, at + 1)
            yield Claim(at - 1, at + 1, "Event", "day of", key(label), label=label, rank=2, head="woche")
    for at in range(len(reading.words) - 2):
        if reading.words[at].text in (
            "Tag",
            "Woche",
            "Nacht",
            "Aktionstag",
            "Markt",
            "Tage",
            "Wochen",
        ) and reading.words[at + 1].folded in ("der", "des"):
            end = at + 2
            while (
                end < len(reading.words)
                and not reading.is_capital(end)
                and grammar().may_be_adjective(reading.words[end].folded)
            ):
                end += 1
            if end < len(reading.words) and reading.is_capital(end) and reading.close(end):
                end += 1
                label = reading.text(at, end)
                when = _when(text, Noun(at, end, "tag", "tag", False, False))
                starts, ends = (when.first, when.last) if when else ("", "")
                yield Claim(
                    at, end, "Event", "day of", key(label), "tag", label=label, rank=2, starts=starts, ends=ends
                )


def _when(text: _Text, noun: Noun) -> Dated | None:
    """Return the date nearest to an event in its sentence or block line."""
    reading = text.reading
    at = reading.words[noun.end - 1].end
    start, end = reading.sentence_start(noun.first), reading.sentence_end(noun.first)
    low, high = reading.words[start].start, reading.words[end - 1].end + 6
    inside = [one for one in text.dates if low <= one.start < high]
    if not inside:
        return None
    nearest = min(inside, key=lambda one: _distance(reading, at, one))
    return nearest if nearest.exact or abs(nearest.start - at) < _NEAR * 2 else None


def _distance(reading: Reading, at: int, date: Dated) -> int:
    """Return how far a date is from an event: one on its own line is nearer, and one behind it."""
    between = reading.document.text[min(at, date.end) : max(at, date.start)]
    same = "\n" not in between
    return (
        abs(date.start - at)
        + (_NEAR // 2 if date.start < at and "  " not in between else 0)
        + (0 if same else 4 * _NEAR)
    )


@cache
def _heads(name: str) -> Heads:
    return Heads(load("events")[name])


@cache
def _never() -> frozenset[str]:
    return words_of("events", "never")


@cache
def _marks() -> frozenset[str]:
    return frozenset(map(stem, words_of("events", "marks")))
