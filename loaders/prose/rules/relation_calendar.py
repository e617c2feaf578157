"""Where an event of a calendar is: "Lernmesse, 9. Oktober, Festhalle Plauen", in one line or below its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_items import DASHES
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_words import Naming

_SENTENCE = re.compile(
    r"(?<!\d)[.;]\s+(?=[A-ZÄÖÜ])|;(?=\s)|(?<!\d):\s+(?=[A-ZÄÖÜ])|(?<!\d):(?=\s+[a-zäöü])|[a-zäöü]{3,}\.(?=\s|$)"
)
_DATED = re.compile(r"(?:\w{2}, )?\d{1,2}\.(?:\s?\w+)?\s?(?:\d{4})?|\w+ \d{4}|\d{1,2}(?:[:.]\d\d)? Uhr")
_DATE = re.compile(r"\d{1,2}\.|\d{4}")
_TIME = re.compile(r"(?i)\d{1,2}\.|\d{4}|\buhr\b|\bjede[nrms]?\b|tags?\b|\bmonat|\bwoche")
_LONGEST = 120
_KINDS = ("Event", "Offer")


def event_line(reading: Reading, passage: Passage, above: Passage | None) -> Iterator[Relation]:
    """Yield where an event is whose line names it, its date and its place; the date may stand in the line above."""
    text, block = reading.document.text, passage.block
    event = next((naming for naming in passage.namings if reading.kind(naming) == "Event"), None)
    if (
        event is None
        or len(_DATED.sub("", text[block.start : event.start]).split()) > 3
        or DASHES.search(text, event.start, event.end)
    ):
        return
    dated = above is not None and not above.namings and bool(_DATE.search(reading.document.read(above.block)))
    dated = dated and above is not None and _is_next(reading, above, passage)
    line = (event.end, min(end for end in (text.find("\n", event.end), block.end) if end > 0))
    yield from _places(reading, passage, event, line, dated=dated or bool(_DATE.search(text, block.start, event.start)))


def line_below(reading: Reading, passage: Passage, above: Passage | None) -> Iterator[Relation]:
    """Yield where an event or offer is whose name is a line and whose time and place are the next."""
    text = reading.document.text
    for first, last, event in _entries(reading, passage, above):
        places = reading.within(first, last)
        place = next(iter(places), None)
        if place is None or reading.kind(place) not in ("Region", "Actor") or last - first > _LONGEST:
            continue
        before = text[first : place.start].strip()
        if not before or (before.endswith(",") and _TIME.search(before)):
            yield from (replace(r, rule="layout/calendar/below") for r in _listed(reading, event, places))


def _entries(reading: Reading, passage: Passage, above: Passage | None) -> Iterator[tuple[int, int, Naming]]:
    """Yield each line right below one that does little more than name an event or offer."""
    text, block = reading.document.text, passage.block
    if passage.block.kind in ("title", "heading", "label"):
        return
    named = _named(reading, above.block.start, above.block.end) if above is not None else None
    if named is not None and above is not None and not _is_next(reading, above, passage):
        named = None
    start = block.start
    while start < block.end:
        end = text.find("\n", start, block.end)
        end = block.end if end < 0 else end
        if named is not None:
            yield start, end, named
        named = _named(reading, start, end)
        start = end + 1


def _named(reading: Reading, start: int, end: int) -> Naming | None:
    """Return the event or offer a line names and little else."""
    text = reading.document.text
    namings = reading.within(start, end)
    if (
        len(namings) != 1
        or reading.kind(namings[0]) not in _KINDS
        or text[start:end].rstrip().endswith((".", ":", "?"))
    ):
        return None
    rest = text[start : namings[0].start] + text[namings[0].end : end]
    return namings[0] if len(_DATED.sub("", rest).split()) <= 3 else None


def _is_next(reading: Reading, above: Passage, passage: Passage) -> bool:
    return reading.document.text.count("\n", above.block.end, passage.block.start) <= 1


def _places(
    reading: Reading, passage: Passage, event: Naming, line: tuple[int, int], *, dated: bool
) -> Iterator[Relation]:
    text = reading.document.text
    stop = _SENTENCE.search(text, *line)
    places = []
    for naming in reading.within(line[0], stop.end() if stop else line[1]):
        dated = dated or bool(_DATE.search(text, event.start, naming.start))
        if dated and text[event.end : naming.start].rstrip().endswith(","):
            places.append(naming)
    yield from _listed(reading, event, places)


def _listed(reading: Reading, event: Naming, places: Sequence[Naming]) -> Iterator[Relation]:
    """Yield where an event is of which a house or a town is told, or both in any order."""
    house: Naming | None = None
    town: Naming | None = None
    for naming in places:
        kind = reading.kind(naming)
        if kind not in ("Region", "Actor") or house is not None:  # a town behind a house is the house's
            continue
        yield _placed(reading, event, event, naming)
        if kind == "Actor" and town is not None:  # "…, Plauen, Festhalle"
            yield replace(_placed(reading, event, naming, town), rule="layout/calendar/house")
        house, town = (naming, town) if kind == "Actor" else (house, naming)


def _placed(reading: Reading, event: Naming, what: Naming, place: Naming) -> Relation:
    evidence = (reading.document.quote(event.start, max(what.end, place.end)),)
    return Relation(what.node, "locatedIn", place.node, evidence, tier="medium", rule="layout/calendar")
