"""Offers in lists that say they are some: "Angebote: Workshops, Beratung", bullets below "Das bieten wir"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept
from loaders.prose.rules.data import words_of
from loaders.prose.rules.keys import key
from loaders.prose.rules.nouns import noun_phrase_start
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from ontology.nouns import kinds_of

_SHORT_LINE = 5
"""Words of a line that may be the name of an offer."""


def listed_offers(reading: Reading, places: Places) -> list[Claim]:
    """Return the offers that a label line or a list below a heading names."""
    found: list[Claim] = []
    below = False
    for first, end in reading.by_sentence:
        block = reading.block(first)
        opens = first == 0 or reading.blocks[first] != reading.blocks[first - 1]
        said = {word.folded for word in reading.words[first : min(end, first + 5)]}
        if (
            reading.words[first].folded in words_of("offers", "labels")
            and first + 1 < end
            and ":" in reading.gap(first + 1)
        ):
            found += [replace(claim, rank=2) for claim in _items(reading, first + 1, end)]
        elif block.kind == "bullet" and below and opens:
            found += list(_items(reading, first, end))[:1]
        elif block.kind == "paragraph" and below and opens and (stop := _head_line(reading, first, end)):
            found += list(_items(reading, first, stop))[:1]
        elif opens:
            below = not said.isdisjoint(words_of("offers", "headings")) and end - first < 8
    return found


def _head_line(reading: Reading, first: int, end: int) -> int:
    """Return the word behind the short first line of a paragraph, which names what the others describe, or 0."""
    stop = next((at for at in range(first + 1, end) if "\n" in reading.gap(at)), 0)
    return stop if 0 < stop - first <= _SHORT_LINE else 0


def _items(reading: Reading, first: int, end: int) -> Iterator[Claim]:
    """Yield the first noun of each part between commas, if it says a kind of help, learning or event."""
    fresh = True
    for at in range(first, end):
        gap = reading.gap(at).strip()
        fresh = fresh or gap in (",", ";")
        if not fresh or not reading.is_capital(at):
            continue
        start, stop = reading.unit(at)
        elliptic = stop + 1 < end and reading.gap(stop).strip() == "-" and reading.words[stop].folded in ("und", "oder")
        if elliptic:
            stop = reading.unit(stop + 1)[1]
        fresh = False
        kinds = kinds_of(reading.words[stop - 1].folded)
        if "offer" in kinds or reading.words[stop - 1].folded.endswith(("moeglichkeiten", "angebote")):
            opening = noun_phrase_start(reading, start) if start > first else start
            text = reading.text(opening, stop)
            yield Claim(opening, stop, "Offer", "listed offer", key(text), label=text, type=concept("offer-type", text))
