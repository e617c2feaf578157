"""Where an event of a calendar is: "Lernmesse, 9. Oktober, Festhalle Plauen"."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def event_line(reading: Reading, passage: Passage) -> Iterator[Relation]:
    """Yield where an event of a calendar is: "Lernmesse, 9. Oktober, Festhalle Plauen"."""
    text, block = reading.document.text, passage.block
    event = next((naming for naming in passage.namings if reading.kind(naming) == "Event"), None)
    if (
        event is None
        or len(_DATED.sub("", text[block.start : event.start]).split()) > 3
        or DASHES.search(text, event.start, event.end)
    ):
        return
    line = (event.end, min(end for end in (text.find("\n", event.end), block.end) if end > 0))
    stop = _SENTENCE.search(text, *line)
    dated = bool(_DATE.search(text, block.start, event.start))
    house: Naming | None = None
    town: Naming | None = None
    for naming in reading.within(line[0], stop.end() if stop else line[1]):
        dated = dated or bool(_DATE.search(text, event.start, naming.start))
        listed = dated and text[event.end : naming.start].rstrip().endswith(",")
        kind = reading.kind(naming)
        if not listed or kind not in ("Region", "Actor") or house is not None:  # a town behind a house is the house's
            continue
        yield _placed(reading, event, event, naming)
        if kind == "Actor" and town is not None:  # "…, Plauen, Festhalle"
            yield replace(_placed(reading, event, naming, town), rule="layout/calendar/house")
        house, town = (naming, town) if kind == "Actor" else (house, naming)


def _placed(reading: Reading, event: Naming, what: Naming, place: Naming) -> Relation:
    evidence = (reading.document.quote(event.start, max(what.end, place.end)),)
    return Relation(what.node, "locatedIn", place.node, evidence, tier="medium", rule="layout/calendar")
