"""Places as regions with their official keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loaders.prose.rules.administrations import TYPES
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.inflection import bases
from loaders.prose.rules.keys import key_of
from loaders.prose.rules.names import Names
from loaders.prose.rules.places import LISTED, LISTED_KINDS, Places, is_adjective
from loaders.prose.rules.reading import Reading
from ontology.lexicon import is_ordinary
from ontology.regions import Region, gazetteer
from ontology.text import fold


def regions(reading: Reading, places: Places) -> list[Claim]:
    """Return the places of a reading."""
    found = [
        claim for first, (end, region) in sorted(places.found.items()) for claim in _region(reading, first, end, region)
    ]
    found += _named_areas(reading, places)
    found += _unclear(reading, places)
    found += _landscapes(reading, places)
    found += _bare(reading)
    return found


def _region(reading: Reading, first: int, end: int, region: Region) -> Iterator[Claim]:
    words = reading.words
    while first < end - 1 and not reading.is_capital(first):
        first += 1
    if not reading.is_capital(first) or is_adjective(words[first:end], end - first, region):
        return
    if reading.joined(end) and not words[end - 1].folded.endswith("kreis"):
        return  # "Fulda-Radweg"
    if (
        reading.joined(first)
        or "@" in reading.gap(end)
        or (reading.gap(end) == "." and end < len(words) and words[end].folded == "de")
    ):
        return
    start = first
    while start < end - 1 and (words[start].folded in words_of("regions", "areas") or not reading.is_capital(start)):
        start += 1
    label = reading.text(start, end)
    listed = first > 0 and _in_list(reading, first)
    yield Claim(
        start,
        end,
        "Region",
        "listed place" if listed and region.kind in LISTED_KINDS else "place",
        region.id,
        label=label,
        type=region.id,
        rank=1,
    )
    actor = TYPES.get(region.kind, "")
    if any(
        word.folded in words_of("regions", "administrations")
        or word.folded.endswith(tuple(words_of("regions", "administrative_ends")))
        for word in words[first:end]
    ):
        said = reading.text(first, end)
        if actor:
            yield Claim(
                first,
                end,
                "Actor",
                "administration",
                key_of(said),
                head=bases(words[first].folded)[-1] if first + 1 < end else "",
                label=said,
                type=actor,
                rank=0,
            )


def _in_list(reading: Reading, first: int) -> bool:
    """Return whether a place stands behind "Landkreise" or "Kreise"."""
    at = first - 1
    while at > 0 and first - at < 14 and not reading.opens(at + 1):
        if reading.words[at].folded in LISTED:
            return True
        if not (reading.is_capital(at) or reading.words[at].folded in ("und", "sowie")):
            return False
        at -= 1
    return False


def _named_areas(reading: Reading, places: Places) -> Iterator[Claim]:
    """Yield "Region Hellweg", where no gazetteer knows the name."""
    for at in range(len(reading.words) - 1):
        if (
            reading.words[at].folded in words_of("regions", "areas")
            and at + 1 not in places.found
            and at not in places.found
            and reading.close(at + 1)
        ):
            first, end = reading.unit(at + 1)
            if first == at + 1 and reading.is_capital(first) and _is_unknown(reading, first, end):
                text = reading.text(first, end)
                yield Claim(first, end, "Region", "named area", f"area {fold(text)}", label=text)


def _landscapes(reading: Reading, places: Places) -> Iterator[Claim]:
    for first, end, name in _known_landscapes().all_in(reading):
        whole = not reading.joined(first) and not reading.joined(end) and reading.is_capital(first)
        if whole and first not in places.found:
            yield Claim(first, end, "Region", "landscape", f"area {fold(name)}", label=reading.text(first, end))


@cache
def _known_landscapes() -> Names[str]:
    found: Names[str] = Names()
    for name in load("regions")["landscapes"]:
        found.add(name, name)
    return found


def _unclear(reading: Reading, places: Places) -> Iterator[Claim]:
    """Yield names of several towns where a text surely means one: "in Neustadt", "Hof und Neustadt"."""
    ends = {end - 1 for end, _ in places.found.values()}
    for at in range(1, len(reading.words)):
        word = reading.words[at]
        if at in places.found or not word.text[0].isupper() or reading.unit(at) != (at, at + 1):
            continue
        before, comma = reading.words[at - 1].folded, reading.gap(at).strip() == ","
        listed = (before in ("und", "sowie") and at - 2 in ends) or (comma and at - 1 in ends)
        meant = listed or (reading.close(at) and before in words_of("regions", "where"))
        if meant and gazetteer().is_place(word.text) and not is_ordinary(word.folded):
            ends.add(at)
            yield Claim(at, at + 1, "Region", "unclear place", f"place {word.folded}", label=word.text)


def _bare(reading: Reading) -> Iterator[Claim]:
    """Yield "der Kreis", "die Stadt": short forms of an administration that acts elsewhere in the text."""
    for at in range(1, len(reading.words)):
        word = reading.words[at]
        if word.text in ("Kreis", "Landkreis", "Stadt", "Kreises", "Landkreises") and reading.words[at - 1].folded in (
            "der",
            "die",
            "des",
            "dem",
            "den",
            "vom",
            "beim",
            "zum",
            "zur",
        ):
            yield Claim(
                at,
                at + 1,
                "Actor",
                "short form",
                head=bases(word.folded)[-1] if word.folded.endswith("es") else word.folded,
                short=True,
                sure=False,
                rank=0,
            )


def _is_unknown(reading: Reading, first: int, end: int) -> bool:
    from loaders.prose.rules.proper import is_proper

    return all(is_proper(reading, at) for at in range(first, end))
