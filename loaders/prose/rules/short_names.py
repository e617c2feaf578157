"""The last word of a coined name, used for it with an article: "der Kiosk" of the "BildungsKiosk"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.determiners import determiner
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases
from loaders.prose.rules.reading import Reading
from ontology.text import fold

_PART = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}")
_COINED = re.compile(r"(?:[A-ZÄÖÜ]?[a-zäöüß]+)(?:[A-ZÄÖÜ][a-zäöüß]+)+")


def short_names(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the last words of coined names where an article shows that a text has spoken of them."""
    called: dict[str, Claim] = {}
    for claim in claims:
        text = reading.text(claim.first, claim.end)
        if claim.rule == "coined name" and claim.key and _COINED.fullmatch(text):
            called.setdefault(fold(_PART.findall(text)[-1]) if _PART.search(text) else "", claim)
    taken = {at for claim in claims for at in range(claim.first, claim.end)}
    for at, word in enumerate(reading.words):
        owner = next((called[base] for base in bases(word.folded) if base in called), None) if called else None
        if owner is None or at in taken or owner.first > at or reading.unit(at) != (at, at + 1):
            continue
        if reading.is_capital(at) and determiner(reading, at) in grammar().definite:
            label = reading.text(owner.first, owner.end)
            yield replace(owner, first=at, end=at + 1, rule="last word of a name", label=label)
