"""Abbreviations a document gives in brackets behind a name, and where it then uses them alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.reading import Reading
from ontology.institutions import institution
from ontology.regions import gazetteer
from ontology.text import fold

_BRACKET = re.compile(
    r"[“”»\"]?\s*\(\s*(?:(?:kurz|abgekürzt|Abk\.|im Folgenden|nachfolgend|folgend)\s*:?\s*)?[„“\"»]?([^()„“”\"«»;,]{2,24}?)[“”\"«]?\s*(?:[;,][^()]*)?\)"
)
_LIKE = re.compile(r"^(?=(?:.*[A-ZÄÖÜ.]){2})[\wÄÖÜäöü.&+:/-]+(?: ?[A-ZÄÖÜ][\w-]{1,8})?$")
_NAMED = frozenset({"Actor", "Project", "Network", "Board", "Event", "Offer"})
_SHORT, _LONG, _TELLING = 2, 12, 8


def acronyms(reading: Reading, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield a claim for every place where an abbreviation stands for a name that a claim has."""
    given: dict[str, Claim] = {}
    text = reading.document.text
    for claim in claims:
        if (
            claim.kind not in _NAMED
            or (claim.short and not (claim.sure or len(claim.head) > _TELLING))
            or claim.rule == "class"
        ):
            continue
        found = _BRACKET.match(text, reading.words[claim.end - 1].end)
        if found and is_acronym(found[1], reading.text(claim.first, claim.end)):
            given.setdefault(found[1].strip(), claim)
        elif before := _before(reading, claim):
            given.setdefault(before, claim)
    for short, claim in given.items():
        for place in re.finditer(rf"(?<![\w.-]){re.escape(short)}(?![\w])", text):
            first, end = reading.at(place.start()), reading.at(place.end())
            inside = first < end <= len(reading.words) and reading.words[first].start == place.start()
            if inside and not (claim.first <= first < claim.end):
                label = claim.label or reading.text(claim.first, claim.end)
                yield replace(claim, first=first, end=end, rule="acronym", rank=4, label=label)


def _before(reading: Reading, claim: Claim) -> str:
    """Return the abbreviation set before a name: "AFZ" of "AFZ – Aus- und Fortbildungszentrum"."""
    at = claim.first - 1
    if claim.kind != "Actor" or claim.short or at < 0 or reading.gap(claim.first) not in (" – ", " - ", " — "):
        return ""
    text, name = reading.words[at].text, fold(reading.text(claim.first, claim.end))
    telling = text.isupper() and text.isalpha() and len(text) > _SHORT
    return text if telling and in_order(fold(text), name) else ""


def is_acronym(text: str, name: str) -> bool:
    """Return whether a bracket abbreviates the name before it."""
    letters = "".join(filter(str.isalnum, fold(text)))
    if text[:1].islower() and "." in text:
        return False  # "(bzw. BMBF)"
    if not _SHORT <= len(letters) <= _LONG or gazetteer().find(text) is not None or text.isdigit():
        return False
    abbreviates = " " not in text and in_order(letters, fold(name))
    # "Foto: Die Unterzeichner im Biosphärenzentrum (IHK)": what stands for another kind of body is none of this one.
    return abbreviates or (bool(_LIKE.match(text)) and not institution(text).type)


def in_order(letters: str, name: str) -> bool:
    """Return whether some letters occur in a name in their order, the first at a word's start."""
    starts = [at for at in range(len(name)) if name[at] == letters[0] and (at == 0 or not name[at - 1].isalnum())]
    return any(_follow(letters, name[at:]) for at in starts)


def _follow(letters: str, name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)
