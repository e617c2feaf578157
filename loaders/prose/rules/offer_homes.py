"""Where an offer is held and whose it is, as far as it is said beside its name: "Alpha-Café in Dahme/Mark", "… der VHS Olpe"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.inflection import is_plural, stem
from loaders.prose.rules.offer_entries import Entries
from loaders.prose.rules.offers import heads
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from ontology.institutions import institution
from ontology.regions import gazetteer
from ontology.text import fold

_REACH = 3
"""Small words between a name and its place: "in der Stadt Olpe"."""
_ASIDE = 6
"""Words in brackets between two places: "in Detmold (dienstags) und Blomberg"."""


@dataclass(frozen=True, slots=True)
class Home:
    """What is said of one mention of an offer.

    Args:
        first, end: the words that name it, with its home. name: the word behind the name without a place.
        there: the smallest areas of where it is held. provider: the key of who gives it. at_home: the areas of that one.
        is_another: it is called another one than those before: "ein weiteres Alpha-Café in Dahme/Mark".
        entry: what tells its entry in a directory from others, where it is not beside its name that this is said.
    """

    first: int
    end: int
    name: int
    there: frozenset[str] = frozenset()
    provider: str = ""
    at_home: frozenset[str] = frozenset()
    is_another: bool = False
    entry: str = ""

    def __bool__(self) -> bool:
        """Return whether anything is said."""
        return bool(self.there or self.provider)

    def contradicts(self, other: Home) -> bool:
        """Return whether two mentions cannot be of one offer; one provider's offer in two towns is one."""
        if self.provider and other.provider:
            one, two = set(self.provider.split(" ")), set(other.provider.split(" "))
            return not (one <= two or two <= one)
        pairs = ((self.there, other.there), (self.there, other.at_home), (self.at_home, other.there))
        return any(one and two and not one & two for one, two in pairs)


class Homes:
    """Reads homes in one reading.

    Args:
        claims: those chosen of the reading.
    """

    def __init__(self, reading: Reading, places: Places, claims: Mapping[int, Claim]) -> None:
        self._reading, self._places = reading, places
        self._actors = {at: claim for at, claim in claims.items() if claim.kind == "Actor" and not claim.generic}
        self._entries = Entries(reading, places, tuple(self._actors.values()))

    def of(self, claim: Claim) -> Home:
        """Return what is said beside a mention; of several things of a name nothing is: "Kurse in Olpe"."""
        if self._is_plural(claim):
            return Home(claim.first, claim.end, claim.end)
        first, there = self._before(claim)
        name, named = self._within(claim)
        end, provider = self._whose(claim.end)
        at_home = _areas(provider) if provider else frozenset[str]()
        for at, area in self._where(end):
            end, there = at, there | area
        if not provider and not there and not named and (entry := self._entries.of(claim)):
            who = entry.provider
            key, areas = (who.key, _areas(who)) if who else ("", frozenset[str]())
            return Home(first, end, name, entry.there, key, areas, entry=entry.named)
        return Home(
            first,
            end,
            name,
            there | named,
            provider.key if provider else "",
            at_home,
            is_another=self._is_another(first),
        )

    def _is_plural(self, claim: Claim) -> bool:
        units = {self._reading.unit(at) for at in range(claim.first, claim.end)}
        nouns = (self._reading.whole(*unit) for unit in units)
        return any(is_plural(noun, found[0]) for noun in nouns if (found := heads().find(noun)))

    def _before(self, claim: Claim) -> tuple[int, frozenset[str]]:
        """Return the adjective of a town before a name: "Luckenwalder Alpha-Café"."""
        at = claim.first - 1
        town = self._places.adjective(at) if at >= 0 and self._reading.close(claim.first) else None
        return (at, town.atoms) if town else (claim.first, frozenset())

    def _within(self, claim: Claim) -> tuple[int, frozenset[str]]:
        """Return the place that ends a name, and where the name without it ends."""
        for at in range(claim.first + 1, claim.end):
            found = self._places.behind(at)
            if found and found[0] == claim.end and found[1] and not self._reading.joined(at):
                return at, found[1].atoms
        return claim.end, frozenset()

    def _whose(self, at: int) -> tuple[int, Claim | None]:
        """Return who gives an offer, if it is named in full: "der Kreisvolkshochschule Olpe"; and the word behind."""
        reading = self._reading
        if not self._goes_on(at) or reading.words[at].folded not in words_of("offers", "whose"):
            return at, None
        follows = self._goes_on(at + 1) and reading.words[at + 1].folded in words_of("offers", "whose")
        start = at + 1 + follows
        found = self._actors.get(start) if self._goes_on(start) else None
        return (found.end, found) if found and not found.short else (at, None)

    def _where(self, at: int) -> Iterator[tuple[int, frozenset[str]]]:
        """Yield the places behind a name, each with the word behind it: "in Olpe, Attendorn und Lennestadt"."""
        found = self._place(at)
        while found:
            yield found
            found = self._next(found[0])

    def _place(self, at: int) -> tuple[int, frozenset[str]] | None:
        reading, places = self._reading, self._places.found
        is_aside = at < len(reading.words) and reading.gap(at).strip() == "("
        if is_aside and at in places:
            return places[at][0], places[at][1].atoms
        for step in range(at, at + _REACH + 1):
            if not self._goes_on(step):
                return None
            if step > at and step in places:
                return places[step][0], places[step][1].atoms
            if step > at and (house := self._actors.get(step)) and (area := _areas(house)):
                return house.end, area
            if reading.words[step].folded not in words_of("offers", "where"):
                return None
        return None

    def _next(self, at: int) -> tuple[int, frozenset[str]] | None:
        """Return the further place of a list."""
        reading = self._reading
        end = min(at + _ASIDE, len(reading.words))
        if at < end and reading.gap(at).strip().startswith("("):
            at = next((n for n in range(at + 1, end) if ")" in reading.gap(n)), end)
        if at >= end or reading.opens(at):
            return None
        joins = reading.words[at].folded in ("und", "sowie", "oder")
        if not joins and reading.gap(at).strip().strip(")").strip() not in (",", "/"):
            return None
        start = at + joins
        found = self._places.found.get(start)
        return (found[0], found[1].atoms) if found else self._place(start)

    def _goes_on(self, at: int) -> bool:
        return at < len(self._reading.words) and self._reading.close(at)

    def _is_another(self, first: int) -> bool:
        before = first - 1
        return before >= 0 and self._reading.close(first) and stem(self._reading.words[before].folded) in _others()


def _areas(claim: Claim) -> frozenset[str]:
    """Return the areas the name of a body says it is at home in."""
    found = (gazetteer().get(place) for place in institution(claim.label).places)
    return frozenset().union(*(region.atoms for region in found if region))


@cache
def _others() -> frozenset[str]:
    return frozenset(stem(f"{fold(word)}e") for word in load("offers")["others"])
