"""Names the region's own tables use: found in a text as they stand, inflected words included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from loaders.prose.extract import NodeKind
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.reading import Reading
from ontology.place_names import words
from ontology.text import fold

_INSTITUTIONS = frozenset({"Actor", "Network", "Board", "Project", "Event"})
_RANK = 5


def known_names(reading: Reading, names: Sequence[tuple[str, str]], claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield a claim for every place of a known name that no longer claim takes.

    Where a rule has the same words for an institution, it keeps what it found out and gets the name's proper form.
    """
    at_word = {at: claim for claim in claims for at in range(claim.first, claim.end)}
    for first, end, name, kind in _places(reading, names):
        over = {id(claim): claim for at in range(first, end) if (claim := at_word.get(at))}
        if any(claim.first < first or claim.end > end for claim in over.values()):
            continue
        same = next((claim for claim in over.values() if (claim.first, claim.end) == (first, end)), None)
        contrary = same is not None and same.kind == "Event" != kind  # a "Börse" may be a fair or an office
        if same and same.kind in _INSTITUTIONS and not (same.generic or same.short or contrary):
            yield replace(same, label=name, rank=_RANK)
        else:
            yield Claim(first, end, cast("NodeKind", kind), "known", f"known {fold(name)}", rank=_RANK, label=name)


def _places(reading: Reading, names: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the longest known name at each word of a reading."""
    index: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for name, kind in names:
        stems = tuple(stem(word.folded) for word in words(name))
        index.setdefault(stems[0], []).append((stems, name, kind))
    spelled = [stem(word.folded) for word in reading.words]
    at = 0
    while at < len(spelled):
        fitting = [one for one in index.get(spelled[at], ()) if _stands(reading, spelled, at, one[0])]
        if fitting and reading.is_capital(at):
            stems, name, kind = max(fitting, key=lambda one: (len(one[0]), one[1]))
            yield at, at + len(stems), name, kind
            at += len(stems)
        else:
            at += 1


def _stands(reading: Reading, spelled: Sequence[str], at: int, stems: tuple[str, ...]) -> bool:
    end = at + len(stems)
    if tuple(spelled[at:end]) != stems or reading.blocks[at] != reading.blocks[end - 1]:
        return False
    return not reading.joined(at) and not (end < len(spelled) and reading.joined(end))
