"""Names that stand in quotation marks or a heading once, wherever else the text uses them without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.reading import Reading

_GIVEN = frozenset({"quoted", "title", "part project", "labelled"})
"""Rules that find a name by how it is set."""
_SHORTEST = 2
"""Words of a name that cannot mean anything else."""


def repeated(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the further places of names that are told by quotation marks or their line."""
    spelled = [stem(word.folded) for word in reading.words]
    seen: set[tuple[str, ...]] = set()
    for claim in claims:
        said = tuple(spelled[claim.first : claim.end])
        if claim.rule not in _GIVEN or len(said) < _SHORTEST or said in seen:
            continue
        seen.add(said)
        for at in range(len(spelled) - len(said) + 1):
            if spelled[at] == said[0] and tuple(spelled[at : at + len(said)]) == said and _stands(reading, at, said):
                yield replace(claim, first=at, end=at + len(said), starts="", ends="")


def _stands(reading: Reading, at: int, said: tuple[str, ...]) -> bool:
    end = at + len(said)
    whole = not reading.joined(at) and not (end < len(reading.words) and reading.joined(end))
    return whole and reading.is_capital(at) and reading.blocks[at] == reading.blocks[end - 1]
