"""Headlines: what a sentence in the title calls a network is no name of it, "Neues Bündnis für Ausbildung gestartet"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import words_of
from loaders.prose.rules.reading import Reading

_LAST, _SHORTEST = 3, 4
"""Blocks in which a headline stands, and words it has at least."""
_BODIES = frozenset({"Network", "Project"})
_GIVEN = frozenset({"network", "institution", "project"})
"""Rules that take the words behind a head noun for its name."""
_PARTICIPLE = ("t", "en")


def headlines(reading: Reading, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims, those on networks in headlines as short forms of what the text names below."""
    for claim in claims:
        named = claim.kind in _BODIES and claim.rule in _GIVEN and not claim.short
        if named and _is_new(reading, claim) and _is_headline(reading, claim.first):
            yield replace(claim, key="", short=True, sure=False)
        else:
            yield claim


def _is_headline(reading: Reading, at: int) -> bool:
    """Return whether a line of the title ends in a participle or has a headline's verb."""
    block = reading.blocks[at]
    first = end = at
    while first > 0 and reading.blocks[first - 1] == block:
        first -= 1
    while end < len(reading.words) and reading.blocks[end] == block:
        end += 1
    if block > _LAST or reading.block(at).kind not in ("title", "heading", "paragraph") or end - first < _SHORTEST:
        return False
    last = reading.words[end - 1]
    participle = last.text[0].islower() and last.folded.startswith("ge") and last.folded.endswith(_PARTICIPLE)
    return participle or any(reading.words[n].folded in words_of("titles", "verbs") for n in range(first + 1, end - 1))


def _is_new(reading: Reading, claim: Claim) -> bool:
    """Return whether a headline tells of something not known before, and says no name: "Neues Netzwerk für …"."""
    before = claim.first - 1
    words = [reading.words[claim.first].folded]
    words += [reading.words[before].folded] if before >= 0 and reading.close(claim.first) else []
    return any(word.startswith(("neue", "erste", "weitere", "gemeinsame")) for word in words)
