"""Topics in a row, "A, B und C", and the claim on one."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept, same
from loaders.prose.rules.reading import Reading
from loaders.prose.rules.theme_phrases import topic_phrase

_LONGEST_LIST = 6


def row(reading: Reading, at: int, strict: bool, *, rank: int = 1) -> Iterator[Claim]:
    """Yield the topics of a row "A, B und C"."""
    for _ in range(_LONGEST_LIST):
        found = topic_phrase(reading, at)
        if not found:
            return
        first, end = found
        if not strict or concept("theme", reading.text(first, end)):
            yield theme_claim(reading, first, end, "theme after a cue", rank)
        if end >= len(reading.words) or reading.opens(end):
            return
        gap, word = reading.gap(end).strip(), reading.words[end].folded
        if word in ("und", "oder", "sowie") and gap in ("", ","):
            at = end + 1
        elif gap in (",", ";", "/", "&"):
            at = end + 1 if word in ("um", "zu") else end  # "um Recht, um Geld"
        else:
            return


def theme_claim(reading: Reading, first: int, end: int, rule: str, rank: int = 1) -> Claim:
    """Return the claim that some words are a theme."""
    text = reading.text(first, end)
    known = concept("theme", text)
    return Claim(first, end, "Theme", rule, same("theme", text), label=text, type=known, rank=rank)
