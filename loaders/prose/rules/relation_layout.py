"""Relations the layout states: label lines, lists under a heading, arrows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.prose.extract import Relation
from loaders.prose.labels import labels
from loaders.prose.rules.relation_calendar import event_line, line_below
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_inline import inline
from loaders.prose.rules.relation_items import line_of
from loaders.prose.rules.relation_label_lines import label_line
from loaders.prose.rules.relation_lists import headed, lists
from loaders.prose.rules.relation_parties import parties
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_seats import seats
from loaders.prose.rules.relation_sittings import sittings

_ARROW = re.compile(r"\s*(?:→|➔|➜|⇒|->|=>|-->)\s*")


def laid_out(reading: Reading) -> Iterator[Relation]:
    """Yield what labels, lists and arrows of a document state."""
    by_start = {passage.block.start: passage for passage in reading.passages}
    lined: set[int] = set()
    for label in labels(reading.document):
        passage = by_start.get(label.block.start)
        if passage is not None:
            lined.add(label.block.start)
            yield from label_line(reading, passage, label.name, label.values)
    for above, passage in zip((None, *reading.passages), reading.passages, strict=False):
        if passage.block.kind == "caption":
            continue
        yield from inline(reading, passage, skip=passage.block.start in lined)
        yield from _arrows(reading, passage)
        yield from event_line(reading, passage, above)
        yield from line_below(reading, passage, above)
    yield from seats(reading)
    yield from sittings(reading)
    yield from parties(reading)
    yield from lists(reading)
    yield from headed(reading)


def _arrows(reading: Reading, passage: Passage) -> Iterator[Relation]:
    text = reading.document.text
    for sender, receiver in zip(passage.namings, passage.namings[1:], strict=False):
        if not _ARROW.fullmatch(text, sender.end, receiver.start):
            continue
        if may_be("refersTo", reading.kind(sender), reading.kind(receiver)):
            yield Relation(
                sender.node, "refersTo", receiver.node, (reading.document.quote(*line_of(reading, passage, sender)),),
                tier="medium", rule="layout/arrow",
            )  # fmt: skip
