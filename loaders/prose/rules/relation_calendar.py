"""Where an event of a calendar is: "Lernmesse, 9. Oktober, Festhalle Plauen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_items import DASHES
from loaders.prose.rules.relation_passages import Passage, Reading

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
    house = False
    for naming in reading.within(line[0], stop.end() if stop else line[1]):
        dated = dated or bool(_DATE.search(text, event.start, naming.start))
        listed = dated and text[event.end : naming.start].rstrip().endswith(",")
        if listed and reading.kind(naming) in ("Region", "Actor") and not house:
            house = reading.kind(naming) == "Actor"  # a town behind a house is where the house is
            yield Relation(
                event.node, "locatedIn", naming.node, (reading.document.quote(event.start, naming.end),),
                tier="medium", rule="layout/calendar",
            )  # fmt: skip
