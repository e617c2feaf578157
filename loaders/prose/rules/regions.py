"""Places as regions with their official keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    found = list(_towns_apart(reading, found))
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
    if listed and region.kind == "district" and reading.words[start - 1].folded in LISTED and reading.close(start):
        start -= 1  # the first of "Landkreise Aurich, Leer und Wittmund"
    elif end - start > 1 and _is_noun(reading, start):
        start += 1  # "die kreisfreie Stadt Hagen"
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


def _is_noun(reading: Reading, at: int) -> bool:
    """Return whether the word for an area is a noun with an adjective of its own, no part of a name."""
    before = reading.words[at - 1].folded if at and reading.close(at) else ""
    town = reading.words[at].folded in ("stadt", "staedte", "staedten", "gemeinde", "gemeinden")
    return town and (before.startswith("kreisfrei") or reading.words[at].folded.endswith(("te", "en")))


def _towns_apart(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims, a bare name as the town where the text calls the Kreis of that name a Kreis."""
    called = {one.key for one in claims if one.kind == "Region" and _says_district(reading, one)}
    for claim in claims:
        bare = claim.kind == "Region" and claim.key in called and not _says_district(reading, claim)
        town = _town(claim) if bare else None
        yield replace(claim, key=town.id, type=town.id) if town else claim


def _town(claim: Claim) -> Region | None:
    """Return the town a Kreis is named after: Biberach an der Riß of the Landkreis Biberach."""
    found = gazetteer().find(f"Stadt {claim.label}")
    district = None if found else gazetteer().get(claim.key)
    longer = (
        [town for town in gazetteer().municipalities(district) if town.label.startswith(f"{claim.label} ")]
        if district
        else []
    )
    return longer[0] if len(longer) == 1 else found


def _says_district(reading: Reading, claim: Claim) -> bool:
    return claim.rule == "listed place" or "kreis" in fold(reading.text(claim.first, claim.end))


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
    for at in range(len(reading.words)):
        word = reading.words[at]
        if at in places.found or not word.text[0].isupper() or reading.unit(at) != (at, at + 1):
            continue
        before, comma = reading.words[max(at - 1, 0)].folded, reading.gap(at).strip() == ","
        listed = (before in ("und", "sowie") and at - 2 in ends) or (comma and at - 1 in ends)
        meant = listed or (reading.close(at) and before in words_of("regions", "where"))
        set_off = _is_dateline(reading, at) or (comma and _ends_address(reading, at))
        if (set_off or (meant and not is_ordinary(word.folded))) and gazetteer().is_place(word.text):
            ends.add(at)
            town = gazetteer().find(f"Stadt {word.text}", near=places.around)
            key = town.id if town else f"place {word.folded}"
            yield Claim(at, at + 1, "Region", "unclear place", key, label=word.text, type=town.id if town else "")


def _is_dateline(reading: Reading, at: int) -> bool:
    """Return whether a line opens with where and when it was written: "Hof, 12.06.2026 –", "Weiden – …"."""
    if at and reading.blocks[at - 1] == reading.blocks[at]:
        return False
    if at + 1 >= len(reading.words) or reading.blocks[at + 1] != reading.blocks[at]:
        return False
    gap, following = reading.gap(at + 1).strip(), reading.words[at + 1]
    dated = gap == "," and (following.text[0].isdigit() or following.folded == "den")
    return dated or (gap in ("–", "—") and reading.block(at).kind == "paragraph")


def _ends_address(reading: Reading, at: int) -> bool:
    """Return whether a street and a number stand before a comma: "Musterstraße 4, Heide"."""
    street = at > 1 and reading.words[at - 1].text[0].isdigit() and reading.is_capital(at - 2)
    return street and reading.words[at - 2].folded.endswith(tuple(words_of("regions", "streets")))


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
