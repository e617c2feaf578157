"""Quotes in their paragraphs, from the text the generation keeps of every document: what was read is what is shown."""

from __future__ import annotations

from collections.abc import Mapping

from graph.evidence import Span
from graph.statement import Statement
from graph.stored_text import StoredText
from verweisnetz.review.answer import Part, Passage

AROUND = 320
"""So many characters before and after a quote are shown where its paragraph is longer."""


def passages(statement: Statement, texts: Mapping[str, StoredText]) -> tuple[Passage, ...]:
    """Return the paragraphs a statement stands in, each once; of a cell what was read there."""
    stored = texts.get(statement.source)
    found: dict[tuple[int, int], list[Span]] = {}
    shown: list[Passage] = []
    for place in statement.evidence:
        if not isinstance(place, Span):
            shown.append(Passage((str(place),), (Part(statement.original, quoted=True),)))
        elif stored is None or not stored.says(place):  # of an interchange file that came without its documents
            shown.append(Passage((str(place),), (Part(place.quote, quoted=True),), place.page, exact=False))
        else:
            found.setdefault(stored.paragraph(place), []).append(place)
    return (*shown, *(_paragraph(stored.text, bounds, quotes) for bounds, quotes in found.items() if stored))


def _paragraph(text: str, bounds: tuple[int, int], quotes: list[Span]) -> Passage:
    quotes = sorted(quotes)
    parts = [Part(_cut_before(text[min(bounds[0], quotes[0].start) : quotes[0].start]))]
    at = quotes[0].start
    for place in quotes:
        if place.start > at:
            parts.append(Part(_cut_between(text[at : place.start])))
        if place.end > at:
            parts.append(Part(text[max(at, place.start) : place.end], quoted=True))
            at = place.end
    parts.append(Part(_cut_after(text[at : max(bounds[1], at)])))
    return Passage(tuple(map(str, quotes)), tuple(part for part in parts if part.text), quotes[0].page)


def _cut_before(text: str) -> str:
    return text if len(text) <= AROUND else "… " + text[-AROUND:].partition(" ")[2]


def _cut_after(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + " …"


def _cut_between(text: str) -> str:
    return text if len(text) <= 2 * AROUND else _cut_after(text) + _cut_before(text)
