"""Quotes in their paragraphs, from the text the generation keeps of every document: what was read is what is shown."""

from __future__ import annotations

from collections.abc import Mapping

from graph.evidence import Locator, Span
from graph.statement import Statement
from graph.stored_text import StoredText
from verweisnetz.review.answer import Passage

AROUND = 320
"""So many characters before and after a quote are shown where its paragraph is longer."""


def passages(statement: Statement, texts: Mapping[str, StoredText]) -> tuple[Passage, ...]:
    """Return each place of a statement with what stands around it; of a cell what was read there."""
    return tuple(_passage(statement, place, texts.get(statement.source)) for place in statement.evidence)


def _passage(statement: Statement, place: Locator, stored: StoredText | None) -> Passage:
    if not isinstance(place, Span):
        return Passage(str(place), statement.original)
    if stored is None or not stored.says(place):  # of an interchange file that came without its documents
        return Passage(str(place), place.quote, page=place.page, exact=False)
    first, last = stored.paragraph(place)
    before, after = stored.text[min(first, place.start) : place.start], stored.text[place.end : max(last, place.end)]
    return Passage(str(place), place.quote, _cut_before(before), _cut_after(after), place.page)


def _cut_before(text: str) -> str:
    return text if len(text) <= AROUND else "… " + text[-AROUND:].partition(" ")[2]


def _cut_after(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + " …"
