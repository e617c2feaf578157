"""Names that stand for a longer one: the coined word of an institution's name, a name in brackets behind another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.proper import is_typographic
from loaders.prose.rules.reading import Reading

_GLOSSED = frozenset({"Offer", "Project", "Network"})


def same_names(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, those that stand for another with its key."""
    coined = _coined_words(reading, claims)
    found: list[Claim] = []
    for claim in claims:
        owner = coined.get(reading.text(claim.first, claim.end)) if claim.rule == "coined name" else None
        if owner is not None:
            claim = replace(owner, first=claim.first, end=claim.end, rule="coined word of a name")
        elif found and _glosses(reading, found[-1], claim):
            claim = replace(claim, key=found[-1].key, kind=found[-1].kind)
        found.append(claim)
    return found


def _coined_words(reading: Reading, claims: Sequence[Claim]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.kind == "Actor" and not claim.short and not claim.generic and claim.end - claim.first > 1:
            for word in reading.words[claim.first : claim.end]:
                if is_typographic(word.text):
                    found.setdefault(word.text, claim)
    return found


def _glosses(reading: Reading, one: Claim, two: Claim) -> bool:
    """Return whether a name stands in brackets behind another: "KI-Tool (Lernkompass)"."""
    text = reading.document.text
    opens = text[reading.words[one.end - 1].end : reading.words[two.first].start].strip() == "("
    closes = text[reading.words[two.end - 1].end : reading.words[two.end - 1].end + 1] == ")"
    alike = one.kind in _GLOSSED and two.kind in _GLOSSED and (one.kind == "Offer") == (two.kind == "Offer")
    return opens and closes and alike and not one.short and not two.short and bool(one.key)
