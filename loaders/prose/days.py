"""Where a document says the day it gives for something: the line with that date, near a place that names the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.evidence import Span
from loaders.matrix import dates
from loaders.prose.document import Block, Document
from loaders.prose.extract import Node

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ•])")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{4}-\d\d-\d\d|[^\d]*?(?:19|20)\d\d")


def place_of_day(document: Document, node: Node, day: str) -> Span:
    """Return the sentence or line that gives a day, nearest to a mention of its node; else that of the first mention."""
    first = node.mentions[0]
    best: tuple[int, Span] | None = None
    for block in document.blocks:
        if day[:4] not in document.read(block) and not _short_year(document.read(block), day):
            continue
        for span in _pieces(document, block):
            if _gives(span.quote, day):
                away = min(max(span.start - mention.end, mention.start - span.end, 0) for mention in node.mentions)
                best = min(best, (away, span)) if best else (away, span)
    return best[1] if best else _around(document, first)


def _short_year(text: str, day: str) -> bool:
    return f".{day[2:4]}" in text or f". {day[2:4]}" in text


def _pieces(document: Document, block: Block) -> Iterator[Span]:
    for line in _LINE.finditer(document.text, block.start, block.end):
        start = line.start()
        for sentence in _SENTENCE.split(line.group()):
            at = document.text.index(sentence, start)
            start = at + len(sentence)
            stripped = sentence.strip()
            if stripped:
                at += sentence.index(stripped)
                yield document.quote(at, at + len(stripped))


def _gives(text: str, day: str) -> bool:
    whole = dates.find(text)
    if whole and day in (whole.first, whole.last):
        return True
    found = (dates.find(match.group()) for match in _DATE.finditer(text))
    return any(one is not None and day in (one.first, one.last) for one in found)


def _around(document: Document, mention: Span) -> Span:
    """Return the sentence a mention stands in."""
    for block in document.blocks:
        if block.start <= mention.start < block.end:
            for span in _pieces(document, block):
                if span.start <= mention.start < span.end:
                    return span
    return mention
