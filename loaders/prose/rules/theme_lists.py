"""Themes in label lines: every item is one as it stands, "Handlungsfelder: Mobilität im ländlichen Raum; Gesundheit"."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept, same
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.reading import Reading
from loaders.prose.rules.relation_labels import labels_for
from ontology.nouns import STRONG, kinds_of

_LONGEST = 7
_LABEL = 4
"""Words before the colon of a label."""
_PARTS = frozenset({",", ";", "/", "|", "·", "•"})
_OTHER = frozenset({"institution", "audience"})


def listed_themes(reading: Reading) -> Iterator[Claim]:
    """Yield the themes that label lines list."""
    at = 0
    while at < len(reading.words):
        first, block = at, reading.blocks[at]
        while at < len(reading.words) and reading.blocks[at] == block:
            at += 1
        if reading.block(first).kind == "label" and (colon := _colon(reading, first, at)):
            yield from _items(reading, colon, at)


def _colon(reading: Reading, first: int, end: int) -> int:
    """Return the word behind the colon of a line whose label says that themes follow, or 0."""
    colon = next(
        (at for at in range(first + 1, min(end, first + _LABEL + 1)) if reading.gap(at).strip().endswith(":")), 0
    )
    said = [label.name for label in labels_for(reading.text(first, colon))] if colon else []
    return colon if said[:1] == ["themes"] else 0


def _items(reading: Reading, first: int, end: int) -> Iterator[Claim]:
    start = first
    for at in range(first + 1, end + 1):
        stops = at < end and reading.gap(at).strip()[:1] in {"."} and reading.opens(at)
        if at == end or stops or reading.gap(at).strip() in _PARTS or _joins(reading, at):
            stop = at
            begin = start + (reading.words[start].folded in ("und", "sowie") and start + 1 < stop)
            if _is_theme(reading, begin, stop):
                text = reading.text(begin, stop)
                yield Claim(
                    begin, stop, "Theme", "listed theme", same("theme", text), label=text,
                    type=concept("theme", text), rank=2,
                )  # fmt: skip
            start = at
            if stops:
                return


def _joins(reading: Reading, at: int) -> bool:
    """Return whether the last item of a row begins: "und Gesundheit"."""
    joins = reading.words[at].folded in ("und", "sowie") and reading.close(at) and at + 1 < len(reading.words)
    return joins and reading.is_capital(at + 1) and reading.is_capital(at - 1) and not reading.gap(at).strip()


def _is_theme(reading: Reading, first: int, end: int) -> bool:
    """Return whether an item is a noun phrase that no other family reads: no body, no group of people."""
    if not 0 < end - first <= _LONGEST or any("\n" in reading.gap(at) for at in range(first + 1, end)):
        return False
    noun = next((at for at in range(first, end) if reading.is_capital(at) and not _is_adjective(reading, at, end)), -1)
    if noun < 0 or any(sign in reading.text(first, end) for sign in "(„:@"):
        return False
    kinds = kinds_of(reading.words[reading.unit(noun)[1] - 1].folded)
    return not any(kinds.get(kind) for kind in _OTHER) or kinds.get("theme") == STRONG


def _is_adjective(reading: Reading, at: int, end: int) -> bool:
    return at + 1 < end and reading.is_capital(at + 1) and grammar().may_be_adjective(reading.words[at].folded)
