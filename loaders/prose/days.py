"""Where a document says the day it gives for something: the sentence with that date nearest to a name of the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.evidence import Span
from loaders.matrix import dates
from loaders.prose import sentences
from loaders.prose.document import Document
from loaders.prose.extract import Node

_DATES = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\D*?(?:\d{1,2}\.)?\D*?(?:19|20)\d\d")


def place_of_day(document: Document, node: Node, day: str) -> Span:
    """Return the sentence or label line that gives a day, the nearest to a mention; without one that of the first."""
    found = [
        (min(max(start - said.end, said.start - end, 0) for said in node.mentions), start, end)
        for start, end in _lines(document)
        if _gives(document.text[start:end], day)
    ]
    if found:
        _, start, end = min(found)
        return document.quote(start, end)
    start, end = sentences.around(document, node.mentions[0].start)
    return document.quote(start, end) if start < end else node.mentions[0]


def _lines(document: Document) -> Iterator[sentences.Bounds]:
    return (bounds for block in document.content() for bounds in sentences.of_block(document, block))


def _gives(text: str, day: str) -> bool:
    if day[2:4] not in text:
        return False
    found = (dates.find(part) for part in (text, *(match.group() for match in _DATES.finditer(text))))
    return any(one is not None and day in (one.first, one.last) for one in found)
