"""Places as regions with their official keys, and the administrations among them that act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from loaders.prose.rules.actors import key_of
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import folded, load
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases
from loaders.prose.rules.nouns import Heads
from loaders.prose.rules.places import Places, is_adjective
from loaders.prose.rules.reading import Reading
from ontology.lexicon import is_ordinary
from ontology.regions import Region, gazetteer
from ontology.text import fold

_TYPES = {"district": "actor-type/kreis", "city": "actor-type/stadt", "municipality": "actor-type/stadt", "land": "actor-type/land"}


def regions(reading: Reading, places: Places) -> list[Claim]:
    """Return the places of a reading, and the buildings in which things take place."""
    found = [claim for first, (end, region) in sorted(places.found.items()) for claim in _region(reading, first, end, region)]
    found += _named_areas(reading, places)
    found += _unclear(reading, places)
    found += _bare(reading)
    found += _venues(reading, places)
    return found


def _region(reading: Reading, first: int, end: int, region: Region) -> Iterator[Claim]:
    words = reading.words
    while first < end - 1 and not reading.is_capital(first):
        first += 1
    if not reading.is_capital(first) or is_adjective(words[first:end], end - first, region):
        return
    if reading.joined(end) and not words[end - 1].folded.endswith("kreis"):
        return  # "Fulda-Radweg"
    if reading.joined(first) or "@" in reading.gap(end) or reading.gap(end) == "." and end < len(words) and words[end].folded == "de":
        return
    start = first
    while start < end - 1 and (words[start].folded in _set("areas") or not reading.is_capital(start)):
        start += 1
    label = reading.text(start, end)
    if region.kind == "country":
        return
    listed = first > 0 and _in_list(reading, first)
    yield Claim(start, end, "Region", "listed place" if listed and region.kind == "district" else "place", region.id, label=label, type=region.id, rank=1)
    actor = _TYPES.get(region.kind, "")
    if any(word.folded in _set("administrations") or word.folded.endswith(tuple(_set("administrative_ends"))) for word in words[first:end]):
        said = reading.text(first, end)
        if actor:
            yield Claim(first, end, "Actor", "administration", key_of(said), head=bases(words[first].folded)[-1] if first + 1 < end else "", label=said, type=actor, rank=0)


def _in_list(reading: Reading, first: int) -> bool:
    """Return whether a place stands behind "Landkreise" or "Kreise"."""
    at = first - 1
    while at > 0 and first - at < 14 and not reading.opens(at + 1):
        if reading.words[at].folded in ("landkreise", "landkreisen", "kreise", "kreisen"):
            return True
        if not (reading.is_capital(at) or reading.words[at].folded in ("und", "sowie")):
            return False
        at -= 1
    return False


def _named_areas(reading: Reading, places: Places) -> Iterator[Claim]:
    """Yield "Region Hellweg", where no gazetteer knows the name."""
    for at in range(len(reading.words) - 1):
        if reading.words[at].folded in _set("areas") and at + 1 not in places.found and at not in places.found and reading.close(at + 1):
            first, end = reading.unit(at + 1)
            if first == at + 1 and reading.is_capital(first) and _is_unknown(reading, first, end):
                text = reading.text(first, end)
                yield Claim(first, end, "Region", "named area", f"area {fold(text)}", label=text)


def _unclear(reading: Reading, places: Places) -> Iterator[Claim]:
    """Yield names of several towns where a text surely means one: "in Neustadt", "Hof und Neustadt"."""
    for at in range(1, len(reading.words)):
        word = reading.words[at]
        if at in places.found or not word.text[0].isupper() or not reading.close(at) and reading.gap(at).strip() != "," or reading.unit(at) != (at, at + 1):
            continue
        before = reading.words[at - 1].folded
        listed = (before in ("und", "sowie") and at - 2 in _ends(places)) or (reading.gap(at).strip() == "," and at - 1 in _ends(places))
        if (before in _set("where") or listed) and gazetteer().is_place(word.text) and not is_ordinary(word.folded):
            yield Claim(at, at + 1, "Region", "unclear place", f"place {word.folded}", label=word.text)


def _ends(places: Places) -> set[int]:
    return {end - 1 for end, _ in places.found.values()}


def _bare(reading: Reading) -> Iterator[Claim]:
    """Yield "der Kreis", "die Stadt": short forms of an administration that acts elsewhere in the text."""
    for at in range(1, len(reading.words)):
        word = reading.words[at]
        if word.text in ("Kreis", "Landkreis", "Stadt", "Kreises", "Landkreises") and reading.words[at - 1].folded in ("der", "die", "des", "dem", "den", "vom", "beim", "zum", "zur"):
            yield Claim(at, at + 1, "Actor", "short form", head=bases(word.folded)[-1] if word.folded.endswith("es") else word.folded, short=True, sure=False, rank=0)


def _is_unknown(reading: Reading, first: int, end: int) -> bool:
    from loaders.prose.rules.proper import is_proper

    return all(is_proper(reading, at) for at in range(first, end))


def _venues(reading: Reading, places: Places) -> Iterator[Claim]:
    for noun in _venue_heads().all_in(reading):
        first, end = noun.first, noun.end
        placed = places.behind(end) if end < len(reading.words) and reading.close(end) else None
        if placed:
            end = placed[0]
        before = first - 1
        while before >= 0 and reading.close(before + 1) and (places.adjective(before) or (reading.is_capital(before) and not reading.opens(before) and reading.words[before].folded.endswith(("er", "en", "es")))):
            placed, first, before = placed or (before, None), before, before - 1  # type: ignore[assignment]
        if placed or (noun.compound and noun.base not in _venue_heads() and reading.words[max(0, first - 1)].folded in ("im", "in", "der", "am")):
            text = reading.text(first, end)
            yield Claim(first, end, "Actor", "venue", key_of(text), head=noun.base, label=text, type="actor-type/alltagsort" if noun.head in ("buergerhaus", "gemeindehaus", "stadtteilhaus") else "")


def actors_by_company(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, areas as administrations where they stand among actors or act themselves."""
    found = list(claims)
    for number in (*reversed(range(len(found))), *range(len(found))):
        claim = found[number]
        if claim.kind != "Region" or claim.rule not in ("place", "listed place"):
            continue
        first = _from_type(reading, claim.first)
        if claim.rule == "listed place":
            first = claim.first
        said = [word.folded for word in reading.words[first : claim.end]]
        administration = claim.rule == "listed place" or any(word in _set("administrations") for word in said) or said[-1].endswith(tuple(_set("administrative_ends")))
        actor = _TYPES.get(_kind_of(claim.type), "")
        if not administration or not actor:
            continue
        if _acts(reading, found, number, first):
            label = reading.text(first, claim.end)
            found[number] = replace(claim, first=first, kind="Actor", rule="acting administration", key=key_of(label), label=label, type=actor, head=_head_of(said))
    return found


def _head_of(said: Sequence[str]) -> str:
    return next((bases(word)[-1] if word.endswith("es") else word for word in said if word in _set("administrations")), said[-1])


def _from_type(reading: Reading, first: int) -> int:
    """Return where "Stadt" before a place begins."""
    before = reading.words[first - 1].folded if first and reading.close(first) else ""
    return first - 1 if before in _set("administrations") or any(base in _set("administrations") for base in bases(before)) else first


def _acts(reading: Reading, claims: Sequence[Claim], number: int, first: int) -> bool:
    words, claim = reading.words, claims[number]
    label = reading.block(claim.first)
    if label.kind == "label" and words[reading.sentence_start(claim.first)].folded in _set("acting_labels"):
        return True
    before = [words[at].folded for at in range(max(reading.sentence_start(first), first - 2), first)]
    if before and (before[-1] in _set("acting") or (len(before) > 1 and before[-1] in ("der", "dem", "den") and before[-2] in _set("acting"))):
        return True
    if claim.end < len(words) and words[claim.end].folded in _set("verbs") and reading.opens(max(reading.sentence_start(first), first - len(before))):
        return words[claim.end].folded not in ("ist", "sind", "wird", "hat")
    previous = claims[number - 1] if number else None
    following = claims[number + 1] if number + 1 < len(claims) else None
    if _is_subject(reading, first, claim.end):
        return True
    beside_before = previous is not None and (previous.kind == "Actor" or previous.rule == "known programme") and _beside(reading, previous.end, first)
    beside_after = following is not None and following.kind == "Actor" and _beside(reading, claim.end, following.first)
    genitive = previous is not None and previous.kind in ("Actor", "Offer") and first - previous.end == 1 and words[first - 1].folded in ("des", "der")
    return beside_before or beside_after or genitive


def _is_subject(reading: Reading, first: int, end: int) -> bool:
    """Return whether an administration does something: "Der Landkreis Olpe berät", "die Stadt Olpe schießt zu"."""
    words = reading.words
    if end >= len(words) or first == 0 or words[first - 1].folded not in ("der", "die", "das") or not reading.close(end):
        return False
    verb = words[end].folded
    opens = reading.opens(first - 1) or reading.gap(first - 1).strip() in (";", ":") or words[first - 2].folded in ("sowie", "und")
    finite = verb.endswith(("t", "en")) and not reading.is_capital(end) and not grammar().is_small(verb)
    return opens and finite and verb not in _set("being")


def _beside(reading: Reading, end: int, first: int) -> bool:
    """Return whether two claims stand in one row: "die Agentur und der Kreis Olpe"."""
    if first <= end - 1 or first - end > 2 or reading.blocks[end - 1] != reading.blocks[first]:
        return False
    text = reading.document.text[reading.words[end - 1].end : reading.words[first].start].strip(" \n\t")
    return text.strip(" ,") in ("", "und", "sowie", "und der", "und die", "und das", "der", "die", "das", "den", "dem", "und dem", "und den", "und des", "&") and text != ""


def _kind_of(region_id: str) -> str:
    region = gazetteer().get(region_id)
    return region.kind if region else ""


@cache
def _venue_heads() -> Heads:
    return Heads([name for name in load("regions")["venues"] if " " not in name])


@cache
def _set(name: str) -> frozenset[str]:
    return folded(load("regions")[name])
