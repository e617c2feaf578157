"""Buildings in which something takes place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.keys import key_of
from loaders.prose.rules.nouns import Heads
from loaders.prose.rules.places import Places
from loaders.prose.rules.proper import is_proper
from loaders.prose.rules.reading import Reading

_LONGEST = 4
"""Words of the name of a house."""


def venues(reading: Reading, places: Places) -> list[Claim]:
    """Return the buildings of a reading that a place or a compound names: "Festhalle Plauen", "in der Seehalle"."""
    return [*_venues(reading, places), *_labelled(reading, places), *_staged(reading, places), *_called(reading)]


def _staged(reading: Reading, places: Places) -> Iterator[Claim]:
    """Yield houses no dictionary knows, told by a town: "im Porzellanikon Selb", "im Salmen in Offenburg"."""
    for at in range(1, len(reading.words)):
        first, end = reading.unit(at)
        if first != at or reading.words[at - 1].folded != "im" or not reading.close(at) or not is_proper(reading, at):
            continue
        if at in places.found or places.behind(at) or end - at > 1 or reading.words[at].text.isupper():
            continue
        if reading.words[at].folded in words_of("regions", "no_house"):
            continue
        town = places.behind(end) if end < len(reading.words) and reading.close(end) else None
        within = _is_in_town(reading, places, end)
        if town or within:
            stop = town[0] if town else end
            text = reading.text(at, stop)
            yield Claim(at, stop, "Actor", "venue", key_of(text), head=reading.words[at].folded, label=text)


def _is_in_town(reading: Reading, places: Places, at: int) -> bool:
    inside = at + 1 < len(reading.words) and reading.words[at].folded == "in" and reading.close(at)
    return inside and reading.close(at + 1) and places.behind(at + 1) is not None


def _called(reading: Reading) -> Iterator[Claim]:
    """Yield houses and squares called after somebody: "Graf-Zeppelin-Haus", "Christian-Weber-Platz"."""
    at = 0
    while at < len(reading.words):
        first, end = reading.unit(at)
        last = reading.words[end - 1].folded
        if end - first > 2 and last in words_of("regions", "named_houses") and reading.is_capital(first):
            text = reading.text(first, end)
            yield Claim(first, end, "Actor", "venue", key_of(text), head=last, label=text, rank=0)
        at = max(end, at + 1)


def _labelled(reading: Reading, places: Places) -> Iterator[Claim]:
    """Yield what a label line says of where: "Ort: Malzhaus, Plauen"; towns are regions, and nothing is where the web is."""
    for first, end in reading.by_sentence:
        if reading.block(first).kind != "label" or reading.words[first].folded not in words_of(
            "regions", "where_labels"
        ):
            continue
        at = first + 1
        stop = at
        while stop < end and (stop == at or (reading.close(stop) and reading.is_capital(stop))):
            stop += 1
        named = at < end and reading.gap(at).strip() == ":" and reading.is_capital(at) and stop - at <= _LONGEST
        online = any(reading.words[n].folded in words_of("regions", "nowhere") for n in range(at, stop))
        if named and not online and places.behind(at) is None and at not in places.found:
            text = reading.text(at, stop)
            yield Claim(at, stop, "Actor", "venue", key_of(text), head=reading.words[at].folded, label=text, rank=0)


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
                    and (reading.words[before].folded.endswith(("er", "en", "es")) or is_proper(reading, before))
                )
            )
        ):
            placed, first, before = placed or (before, None), before, before - 1
        if placed or (
            noun.compound
            and noun.base not in _venue_heads()
            and reading.words[max(0, first - 1)].folded in ("im", "in", "der", "am", "dem", "den")
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
