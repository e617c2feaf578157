"""Buildings in which something takes place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load
from loaders.prose.rules.keys import key_of
from loaders.prose.rules.nouns import Heads
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading


def venues(reading: Reading, places: Places) -> list[Claim]:
    """Return the buildings of a reading that a place or a compound names: "Festhalle Plauen", "in der Seehalle"."""
    return list(_venues(reading, places))


def _venues(reading: Reading, places: Places) -> Iterator[Claim]:
    for noun in _venue_heads().all_in(reading):
        first, end = noun.first, noun.end
        placed = places.behind(end) if end < len(reading.words) and reading.close(end) else None
        if placed:
            end = placed[0]
        before = first - 1
        while (
            before >= 0
            and reading.close(before + 1)
            and (
                places.adjective(before)
                or (
                    reading.is_capital(before)
                    and not reading.opens(before)
                    and reading.words[before].folded.endswith(("er", "en", "es"))
                )
            )
        ):
            placed, first, before = placed or (before, None), before, before - 1
        if placed or (
            noun.compound
            and noun.base not in _venue_heads()
            and reading.words[max(0, first - 1)].folded in ("im", "in", "der", "am")
        ):
            text = reading.text(first, end)
            yield Claim(
                first,
                end,
                "Actor",
                "venue",
                key_of(text),
                head=noun.base,
                label=text,
                type="actor-type/alltagsort" if noun.head in ("buergerhaus", "gemeindehaus", "stadtteilhaus") else "",
            )


@cache
def _venue_heads() -> Heads:
    return Heads([name for name in load("regions")["venues"] if " " not in name])
