"""Offers of one name that are not one: in two towns, of two providers, "ein weiteres Alpha-Café in Dahme/Mark".

Two nodes for one offer cost a person a look; one node for two sends a client to the wrong town. What is said of an offer
without where or whose stays with the one that is meant near it, or by itself where that is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.keys import key
from loaders.prose.rules.offer_homes import Home, Homes
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading


def offers_apart(reading: Reading, places: Places, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, those of offers that bear one name and are apart each with a key and a label of its own."""
    found = Homes(reading, places, {claim.first: claim for claim in claims})
    named: dict[str, dict[int, Home]] = {}
    for number, claim in enumerate(claims):
        if claim.kind == "Offer" and claim.key and not claim.short and not claim.generic:
            home = found.of(claim)
            name = key(reading.text(claim.first, home.name)) if home.name < claim.end else claim.key
            named.setdefault(name, {})[number] = home
    result = list(claims)
    for name, homes in named.items():
        bearers = _Bearers()
        for number, home in homes.items():
            if home:
                bearers.add(number, home, takewhile(number.__gt__, homes))
        if len(bearers.homes) < 2:
            continue
        blocks = {number: reading.blocks[claims[number].first] for number in homes}
        for number, at in _with_plain(blocks, bearers.of):
            label = next((_label(reading, home) for home in bearers.homes[at]), claims[number].label)
            result[number] = replace(claims[number], key=f"{name} offer/{at + 1}", label=label)
    return result


def _label(reading: Reading, home: Home) -> str:
    if home.entry:
        return f"{reading.text(home.first, home.name)} ({home.entry})"
    return reading.text(home.first, home.end)


@dataclass(slots=True)
class _Bearers:
    """The offers that bear one name, by number: the homes each is said to have, and which claim is of which."""

    homes: list[list[Home]] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)
    _known: dict[tuple[frozenset[str], str], int] = field(default_factory=dict)
    _by_sign: dict[str, set[int]] = field(default_factory=dict)
    _loose: set[int] = field(default_factory=set)

    def add(self, number: int, home: Home, before: Iterable[int]) -> None:
        """Give a claim to the offer that has its home, or may have it; else to a new one.

        Args:
            before: the claims of the name that were made before it.
        """
        if home.is_another and not self.homes and (others := tuple(before)):
            self.of |= dict.fromkeys(others, self._new())
        same = (home.there, home.provider)
        at = self._known.get(same, -1)
        if at < 0:
            at = self._known[same] = self._fitting(home)
            self.homes[at].append(home)
            for sign in _signs(home):
                self._by_sign.setdefault(sign, set()).add(at)
            if home.there or home.at_home:
                self._loose.discard(at)
        self.of[number] = at

    def _fitting(self, home: Home) -> int:
        """Return the latest offer that a home does not contradict, one that is in the same place first."""
        # A home contradicts all that are elsewhere: only what shares a place or a word of the provider is looked at.
        near = self._loose.union(*(self._by_sign.get(sign, ()) for sign in _signs(home)))
        if not home.there and not home.at_home:
            near = {*range(len(self.homes))}
        fitting = [at for at in sorted(near) if not any(home.contradicts(known) for known in self.homes[at])]
        alike = [at for at in fitting if any(home.there & known.there for known in self.homes[at])]
        meant = alike if home.is_another else alike or fitting
        return meant[-1] if meant else self._new()

    def _new(self) -> int:
        self.homes.append([])
        self._loose.add(len(self.homes) - 1)
        return len(self.homes) - 1


def _signs(home: Home) -> Iterator[str]:
    yield from home.there
    yield from home.at_home
    yield from home.provider.split()


def _with_plain(blocks: dict[int, int], of: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield claims with their offers: one without a home is of the only offer named before, or in its paragraph.

    Args:
        blocks: of each claim. of: the offers of those with a home.
    """
    before: set[int] = set()
    near: dict[int, set[int]] = {}
    for number, block in blocks.items():
        beside = near.setdefault(block, set())
        meant = before if len(before) == 1 else beside
        at = of.get(number, next(iter(meant)) if len(meant) == 1 else -1)
        if at >= 0:
            before.add(at)
            beside.add(at)
            yield number, at
