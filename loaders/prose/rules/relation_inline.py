"""Relations a label inside a passage states: "(Federführung: Agentur für Arbeit)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_hosts import host_before, host_of
from loaders.prose.rules.relation_items import fills, listed_in
from loaders.prose.rules.relation_label_lines import next_label
from loaders.prose.rules.relation_labels import Label, labels_for
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_stated import doubted, partly, stated

_INLINE = re.compile(r"(?P<name>[^\W\d_][\w*&/-]*(?: [\w*&/-]+){0,3}):(?=\s)")
_BOUNDARY = re.compile(r"(?:\A|[(\[\n;.,:|•·–—-])\s*\Z")
"""What a label inside a passage follows; "bekommt Anschluss: Die VHS …" is a sentence."""
_VALUE_END = re.compile(r"[;\n)]|\s[|•·]\s|\.(?=\s|$)")
_OPENING = 12


def inline(reading: Reading, passage: Passage, *, skip: bool) -> Iterator[Relation]:
    """Yield what labels inside a passage say: "(Federführung: Agentur für Arbeit)"."""
    text, block = reading.document.text, passage.block
    for found in _INLINE.finditer(text, block.start, block.end):
        first, meanings = _inline_meanings(found["name"])
        opens = _BOUNDARY.search(text[block.start : found.start() + first])
        if not meanings or not opens or (skip and found.start() - block.start < _OPENING):
            continue
        value = (found.end(), next_label(text, found.end(), _value_end(text, found.end(), block.end)))
        for meaning in meanings:
            host = host_before(reading, passage, meaning, found.start()) or host_of(
                reading, passage, meaning, block.start
            )
            for naming in listed_in(reading, passage, value) if host else ():
                assert host is not None
                quotes = (reading.document.quote(found.start(), value[1]),)
                for relation in stated(reading, meaning, host, naming, quotes, found["name"]):
                    yield doubted(partly(relation, fills(reading, naming, value)), host)


def _value_end(text: str, start: int, stop: int) -> int:
    """Return where the value of an inline label ends; a bracket that opens in it closes in it: "VHS (Vorsitz), Kammer"."""
    for end in _VALUE_END.finditer(text, start, stop):
        if end[0] != ")" or text.count("(", start, end.start()) <= text.count(")", start, end.start()):
            return end.start()
    return stop


def _inline_meanings(name: str) -> tuple[int, tuple[Label, ...]]:
    """Return where in some words a label begins, and what it may mean."""
    words = name.split(" ")
    for first in range(len(words)):
        if words[first][:1].isupper() and (found := labels_for(" ".join(words[first:]), whole=True)):
            return len(" ".join(words[:first])) + bool(first), found
    return 0, ()
