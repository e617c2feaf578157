"""How far the name of an institution reaches behind its kind: places, proper names, "für …", a legal form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.prose.rules.actor_openings import opening
from loaders.prose.rules.actor_phrases import for_what, of_whom
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.heads import Head
from loaders.prose.rules.places import Places
from loaders.prose.rules.proper import is_proper_word
from loaders.prose.rules.reading import Reading
from ontology.nouns import STRONG, kinds_of
from ontology.regions import Region, gazetteer

_LONGEST_NAME, _MOST = 4, 12
_TITLES, _MOST_TITLE = 2, 5
"""Blocks that may be a title, and words a name has there behind what is known of it."""


@dataclass(frozen=True, slots=True)
class Name:
    """How far a name reaches, and what makes it the name of one institution."""

    first: int
    end: int
    placed: bool = False
    named: bool = False


def reach(reading: Reading, places: Places, head: Head) -> Name:
    """Return how far the name of an institution reaches around its head."""
    end, placed, named = head.end, False, False
    words = reading.words
    while end < len(words):
        step = places.behind(end) if reading.close(end) else None
        step = step or (places.linked(end) if not (head.plural and words[end].folded == "der") else None)
        if not step and head.form and head.form.alone and not head.form.generic:
            step = _within_area(reading, places, end)
        if step:
            linked = words[end].folded == "fuer"
            end, placed = step[0], True
            end = _and_place(reading, places, end) if linked else end
            continue
        if placed and not head.plural and (slashed := _slashed(reading, places, end)):
            end = slashed
            continue
        if end == head.end and words[end].text.isdigit() and reading.close(end) and places.behind(end + 1):
            end += 1  # "Oberstufenzentrum 1 Spree-Neiße"
            continue
        if end == head.end and _is_association(reading, head):
            end, named = end + 1, True
            continue
        quoted = _quoted(reading, end) if not (placed or named) else 0
        further = quoted or for_what(reading, head, end) or of_whom(reading, head, end)
        if not further and not head.plural:
            apposed = 0 if placed and _is_town(words[end - 1].text) else _apposed(reading, head, end)
            further = _proper(reading, end) or apposed or _beside(reading, places, head, end)
        if not further:
            break
        end, named = further, True
        if end - head.end > _MOST:
            break
    end, legal = _legal(reading, end)
    first, adjective, before = opening(reading, places, head)
    filled = _filling(reading, head, first, end)
    return Name(first, filled or end, placed or adjective, named or legal or before or bool(filled))


def _is_association(reading: Reading, head: Head) -> bool:
    """Return whether a branch stands behind an abbreviation: "AWO Kreisverband Celle"."""
    short = head.end - head.first == 1 and reading.words[head.first].text.isupper()
    return short and reading.close(head.end) and reading.words[head.end].folded in words_of("actors", "associations")


def _and_place(reading: Reading, places: Places, end: int) -> int:
    """Return the word behind a second place of one chamber: "IHK für Ostfriesland und Papenburg"."""
    joins = end + 1 < len(reading.words) and reading.words[end].folded == "und" and reading.close(end + 1)
    second = places.behind(end + 1) if joins and reading.close(end) else None
    return second[0] if second else end


def _slashed(reading: Reading, places: Places, end: int) -> int:
    """Return the word behind a second place behind a stroke: "Hochschule Emden/Leer", or 0."""
    if end >= len(reading.words) or reading.gap(end).strip() != "/" or not reading.is_capital(end):
        return 0
    second = places.behind(end)
    return second[0] if second and not second[0] < reading.unit(end)[1] else 0


def _is_town(text: str) -> bool:
    """Return whether a name is at its end with a word: a place, not the adjective of one ("Oberlausitzer")."""
    known = gazetteer().is_place
    return known(text) and not (text.endswith("er") and known(text.removesuffix("er")))


def _filling(reading: Reading, head: Head, first: int, end: int) -> int:
    """Return the word behind a name that is all of a title: "Kontaktstelle Frau und Beruf Bodensee", or 0."""
    block = reading.block(first)
    opens = first == 0 or reading.blocks[first - 1] != reading.blocks[first]
    if not opens or block.kind not in ("title", "heading") or reading.blocks[first] > _TITLES or head.plural:
        return 0
    stop = end
    while stop < len(reading.words) and reading.blocks[stop] == reading.blocks[first]:
        joins = reading.words[stop].folded in ("und", "für", "fuer") and stop + 1 < len(reading.words)
        if not reading.close(stop) or reading.gap(stop).strip() or not (reading.is_capital(stop) or joins):
            break
        stop += 1
    closes = stop >= len(reading.words) or reading.blocks[stop] != reading.blocks[first] or not reading.close(stop)
    return stop if closes and end < stop <= end + _MOST_TITLE else 0


def _within_area(reading: Reading, places: Places, at: int) -> tuple[int, Region | None] | None:
    """Return the place behind "im Kreis": "Jobcenter im Kreis Borken"."""
    words = reading.words
    if (
        at + 2 < len(words)
        and words[at].folded == "im"
        and words[at + 1].folded in ("kreis", "landkreis")
        and reading.close(at)
    ):
        return places.behind(at + 2) or places.behind(at + 1)
    return None


def _quoted(reading: Reading, at: int) -> int:
    """Return the word behind a quoted name: "Beratungsstelle „Sonnenhof“"."""
    return reading.quoted.get(at, 0) if at > 0 and len(reading.gap(at).strip()) == 1 else 0


def _proper(reading: Reading, at: int) -> int:
    """Return the word behind proper names that follow a kind: "Group Academy", an unknown town."""
    end = at
    while end < len(reading.words) and end - at < _LONGEST_NAME and reading.close(end) and is_proper_word(reading, end):
        end += 1
    return end if end > at else 0


def _apposed(reading: Reading, head: Head, at: int) -> int:
    """Return the word behind nouns set directly behind an office: "Beratungsstelle Frau & Arbeit", "Servicestelle Migra-Pflege"."""
    offices = head.form is None or head.form.named or head.form.generic or head.type == "actor-type/zukunftszentrum"
    if not offices or not head.base.endswith(tuple(words_of("actors", "apposing"))):
        return 0
    end = at
    while end < len(reading.words) and end - at < _LONGEST_NAME and "\n" not in reading.gap(end):
        if not (reading.close(end) or (end > at and reading.gap(end).strip() in ("&", "+"))) or not _may_name(
            reading, end
        ):
            break
        end = reading.unit(end)[1]
    return _and_topic(reading, end) if end > at else 0


def _and_topic(reading: Reading, end: int) -> int:
    """Return the word behind "und Umwelt", where a name goes on with a second topic: "Zentrum Arbeit und Umwelt"."""
    topic = end + 1
    words = reading.words
    if topic >= len(words) or words[end].folded != "und" or not (reading.close(end) and reading.is_capital(topic)):
        return end
    kinds = kinds_of(words[topic].folded)
    pair = words[end - 1].folded in words_of("actors", "paired") and not kinds.keys() & {"audience", "offer"}
    theme = "theme" in kinds_of(words[end - 1].folded) and "theme" in kinds
    ordinary = (pair or theme) and "institution" not in kinds
    return reading.unit(topic)[1] if ordinary else end


def _may_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if kinds_of(word.folded).get("institution") == STRONG:
        return False
    return (
        word.text[0].isupper()
        and word.folded not in (words_of("actors", "no_part") | words_of("actors", "polite")) - {"frau"}
        and not grammar().is_small(word.folded)
        and not word.text.isdigit()
    )


def _beside(reading: Reading, places: Places, head: Head, at: int) -> int:
    """Return the word behind "am Rheinufer", "an der Oder", where a house is named by where it stands."""
    words = reading.words
    if by_water := _at_the(reading, head, at):
        return by_water
    end = at + 1
    if (
        end >= len(words)
        or words[at].folded != "am"
        or not head.base.endswith(tuple(words_of("actors", "houses")))
        or not (reading.close(at) and reading.close(end))
    ):
        return 0
    if (
        end >= len(words)
        or not reading.is_capital(end)
        or places.behind(end)
        or "institution" in kinds_of(words[end].folded)
    ):
        return 0
    return reading.unit(end)[1]


def _at_the(reading: Reading, head: Head, at: int) -> int:
    """Return the word behind "an der Oder", "an den Auen", or 0."""
    words, end = reading.words, at + 2
    said = end < len(words) and words[at].folded == "an" and words[at + 1].folded in ("der", "den")
    if not said or not all(reading.close(n) for n in range(at, end + 1)) or not reading.is_capital(end):
        return 0
    house = head.base.endswith(tuple(words_of("actors", "houses"))) and not (head.plural or words[end].text.isupper())
    return reading.unit(end)[1] if house and "institution" not in kinds_of(words[end].folded) else 0


def _legal(reading: Reading, end: int) -> tuple[int, bool]:
    """Return the word behind a legal form."""
    found = legal_form().match(reading.document.text, reading.words[end - 1].end)
    if not found:
        return end, False
    stop = end
    while stop < len(reading.words) and reading.words[stop].start < found.end():
        stop += 1
    return stop, True


@cache
def legal_form() -> re.Pattern[str]:
    """Return what finds a legal form behind a name."""
    forms = sorted(load("actors")["legal"], key=lambda form: -len(form))
    return re.compile(
        r",?[ \u00a0](?:" + "|".join(re.escape(form).replace(r"\ ", r"[ \u00a0]?") for form in forms) + r")(?![\w])"
    )
