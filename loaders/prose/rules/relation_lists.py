"""Relations a heading, or the sentence that leads to a list, states of what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_hosts import headed_by, host_of
from loaders.prose.rules.relation_items import Bounds, line_of, openers
from loaders.prose.rules.relation_labels import Label, labels_for, referring, ways_on
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_stated import quoted, stated
from ontology.text import fold

_LEADING = re.compile(r"([A-ZÄÖÜ][\w-]+?)n?(?:\s+(?:an|bereit|vor|statt))?\s*:\s*\Z")
"""The last noun before the colon that opens a list: "mit diesen Angeboten:"."""
_LINE = 100
_REFERRALS = "Verweise"
_SECTIONS = frozenset({"parts", "boards"})
"""Labels that may head whole sections."""


def lists(reading: Reading) -> Iterator[Relation]:
    """Yield what a heading, or the sentence that leads to a list, says about its items."""
    for passage in reading.passages:
        found = _announced(reading, passage)
        if found is None:
            continue
        above, name = found
        said = reading.document.text[slice(*name)]
        for meaning in labels_for(said) or _ways_on(reading, above, said):
            host = host_of(reading, above, meaning, name[0])
            if host is None:
                continue
            for naming in openers(reading, passage):
                value = line_of(reading, passage, naming)
                for relation in stated(reading, meaning, host, naming, quoted(reading, name, value), said):
                    yield (
                        relation if above.block.kind != "paragraph" else replace(relation, rule=f"{relation.rule}/led")
                    )


def headed(reading: Reading) -> Iterator[Relation]:
    """Yield what headings say about those below them: "Teilprojekte", "Arbeitsgruppen"."""
    for passage in reading.passages:
        above = passage.heading if passage.block.kind == "heading" else None
        if above is None:
            continue
        said = reading.document.read(above.block).strip("#* \t:0123456789.")
        at = above.block.start + reading.document.read(above.block).find(said)
        first = said.split(" ")[0]
        for meaning in labels_for(said) or labels_for(first, whole=True):
            host = host_of(reading, above, meaning, at) if meaning.name in _SECTIONS else None
            for naming in headed_by(reading, passage)[:1] if host else ():
                assert host is not None
                quotes = quoted(reading, (at, at + len(said)), (naming.start, naming.end))
                for relation in stated(reading, meaning, host, naming, quotes, said):
                    yield replace(relation, rule=f"{relation.rule}/heading")


def _ways_on(reading: Reading, above: Passage, said: str) -> tuple[Label, ...]:
    """Return that a list holds where people go on to: what leads to it speaks of referrals, and names "Ziele", "Stationen"."""
    words = fold(reading.document.read(above.block)).split()
    leads = above.block.kind == "paragraph" and any(word.startswith(referring()) for word in words)
    return labels_for(_REFERRALS) if leads and fold(said) in ways_on() else ()


def _announced(reading: Reading, passage: Passage) -> tuple[Passage, Bounds] | None:
    """Return what announces the list an item is in, and the words that say what its items are."""
    heading, lead = passage.heading, passage.lead
    if passage.host is not None or (passage.block.kind != "bullet" and not _is_line(reading, passage)):
        return None
    if lead is not None and lead.block.kind == "paragraph":
        noun = _LEADING.search(reading.document.text[: lead.block.end], lead.block.start)
        return (lead, noun.span(1)) if noun else None
    if heading is None or lead not in (heading, None):
        return None
    text = reading.document.read(heading.block)
    start = heading.block.start + len(text) - len(text.lstrip("#* \t"))
    return heading, (start, start + len(text.strip("#* \t:?.!…")))


def _is_line(reading: Reading, passage: Passage) -> bool:
    text = reading.document.read(passage.block)
    return passage.block.kind == "paragraph" and len(text) < _LINE and not text.rstrip().endswith((".", "!", "?", ":"))
