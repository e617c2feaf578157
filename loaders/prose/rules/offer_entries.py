"""Where an offer is held and whose it is, as its entry in a directory says: in label lines below it, in its row, in its item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from loaders.prose.rules.relation_labels import labels_for

_NAMES = frozenset({"heading", "title", "paragraph", "bullet"})
_PROVIDES, _WHERE = frozenset({"offers", "coordinates"}), frozenset({"locatedIn", "inRegion"})
_LONGEST = 12
"""Words of an item that names an offer and who has it, and tells nothing else."""
_WIDEST = 40
"""Cells of a row."""
Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the entry of an offer says; ``named`` are the words to tell it from others of its name by."""

    provider: Claim | None
    there: frozenset[str]
    named: str


class Entries:
    """Reads the entries of one reading.

    Args:
        actors: what the reading claims to be actors, in order.
    """

    def __init__(self, reading: Reading, places: Places, actors: Sequence[Claim]) -> None:
        self._reading, self._places = reading, places
        self._actors = {actor.first: actor for actor in actors}

    def of(self, claim: Claim) -> Entry | None:
        """Return what the entry of an offer says, if it has one and that names one provider, or a place."""
        kind = self._reading.block(claim.first).kind
        if kind == "table":
            return self._entry(self._row(claim))
        item = self._item(claim) if kind == "bullet" else None
        return item or (self._entry(self._below(claim)) if kind in _NAMES else None)

    def _entry(self, said: Iterable[tuple[str, Words]]) -> Entry | None:
        """Return what label lines, or cells under headings, say of provider and place."""
        providers: list[Claim] = []
        there: list[tuple[str, frozenset[str]]] = []
        for name, words in said:
            of_offer = {meaning.predicate("Offer") for meaning in labels_for(name)}
            if of_offer & _PROVIDES:
                providers += self._named(words)
            elif of_offer & _WHERE:
                there += self._where(words)
        provider = providers[0] if len({one.key for one in providers}) == 1 else None
        areas = frozenset[str]().union(*(atoms for _, atoms in there))
        named = (
            provider.label or self._text(provider) if provider else ", ".join(dict.fromkeys(name for name, _ in there))
        )
        return Entry(provider, areas, named) if named else None

    def _below(self, claim: Claim) -> Iterator[tuple[str, Words]]:
        """Yield the label lines below an offer that fills its line: "Anbieter: VHS Olpe"."""
        block = self._reading.blocks[claim.first]
        if self._bounds[block] != (claim.first, claim.end):
            return
        while (block := block + 1) in self._bounds and self._reading.document.blocks[block].kind == "label":
            first, end = self._bounds[block]
            colon = next((at for at in range(first + 1, end) if ":" in self._reading.gap(at)), end)
            if colon < end:
                yield self._reading.text(first, colon), (colon, end)

    def _row(self, claim: Claim) -> Iterator[tuple[str, Words]]:
        """Yield the cells beside an offer that opens a cell, with what stands above them in the first row."""
        blocks = self._reading.document.blocks
        block = self._reading.blocks[claim.first]
        head = self._heads[block]
        if head == block or not len(blocks[head].cells) == len(blocks[block].cells) <= _WIDEST:
            return
        text = self._reading.document.text
        for above, (start, stop) in zip(blocks[head].cells, blocks[block].cells, strict=True):
            words = self._reading.at(start), self._reading.at(stop)
            if not words[0] <= claim.first < words[1]:
                yield text[slice(*above)].strip(), words

    def _item(self, claim: Claim) -> Entry | None:
        """Return what a short item of a list says: "Alpha-Café, VHS Olpe", "VHS Olpe: Alpha-Café"."""
        first, end = self._bounds[self._reading.blocks[claim.first]]
        actors = self._named((first, end)) if end - first <= _LONGEST else []
        if len(actors) != 1 or claim.first not in (first, actors[0].end):
            return None
        beside = actors[0].first == claim.end or (actors[0].first == first and ":" in self._reading.gap(actors[0].end))
        return Entry(actors[0], frozenset(), actors[0].label or self._text(actors[0])) if beside else None

    def _named(self, words: Words) -> list[Claim]:
        found = (self._actors.get(at) for at in range(*words))
        return [actor for actor in found if actor and not actor.short]

    def _where(self, words: Words) -> Iterator[tuple[str, frozenset[str]]]:
        for at in range(*words):
            if place := self._places.found.get(at):
                yield self._reading.text(at, place[0]), place[1].atoms

    def _text(self, claim: Claim) -> str:
        return self._reading.text(claim.first, claim.end)

    @cached_property
    def _heads(self) -> list[int]:
        """For each block the first row of its table."""
        found: list[int] = []
        for number, block in enumerate(self._reading.document.blocks):
            goes_on = block.kind == "table" and number and self._reading.document.blocks[number - 1].kind == "table"
            found.append(found[-1] if goes_on else number)
        return found

    @cached_property
    def _bounds(self) -> dict[int, Words]:
        """The first word of each block, and the word behind its last."""
        found: dict[int, Words] = {}
        for at, block in enumerate(self._reading.blocks):
            found[block] = (found[block][0] if block in found else at, at + 1)
        return found
