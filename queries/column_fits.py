"""`queries.fits` and `queries.screen` over columns: what hundreds of provisions come to in a few dozen operations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from functools import cached_property, reduce
from typing import Any

import numpy
from numpy.typing import NDArray

from queries.arrays import ints, seen
from queries.fewest import UNUSABLE, Fewest
from queries.fits import Offer, Terms
from queries.provision_columns import EVERYWHERE, ProvisionColumns
from queries.screen import Screen

_LOW = 32
"""A row and what is sorted by are packed into one number: sorting it is several times faster than sorting places."""


def column_fits(
    columns: ProvisionColumns, screen: Screen, groups: Fewest, lists: Iterable[tuple[Sequence[int], int]]
) -> ColumnFits:
    """Return what fits of some provisions.

    Args:
        lists: provisions with how many questions their themes or type leave open (`queries.candidates`).
    """
    rows, wanted = _each_once(lists)
    questions = _named(columns, groups, rows) + wanted
    plain = columns.plain[rows] != 0
    _add_reached(columns, screen, rows, questions, numpy.flatnonzero(plain & (questions < UNUSABLE)))
    for at in numpy.flatnonzero(~plain):
        questions[at] = screen.in_full(int(rows[at]))
    fits = questions < UNUSABLE
    return ColumnFits(columns, rows[fits], questions[fits], rows[~fits])


def _each_once(lists: Iterable[tuple[Sequence[int], int]]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return each row with the fewest questions it is listed with."""
    parts = [(numpy.asarray(rows) if isinstance(rows, memoryview) else ints(rows), wanted) for rows, wanted in lists]
    if not parts:
        return numpy.zeros(0, dtype=numpy.int64), numpy.zeros(0, dtype=numpy.int64)
    packed = numpy.concatenate([rows for rows, _ in parts], dtype=numpy.int64) << _LOW
    packed += numpy.repeat([wanted for _, wanted in parts], [len(rows) for rows, _ in parts])
    packed.sort()
    rows = packed >> _LOW
    first = _changes(rows)
    return rows[first], packed[first] & (1 << _LOW) - 1


def _changes(values: NDArray[Any]) -> NDArray[Any]:
    """Return where in an ordered array a value stands for the first time."""
    changes = numpy.ones(len(values), dtype=bool)
    numpy.not_equal(values[1:], values[:-1], out=changes[1:])
    return numpy.flatnonzero(changes)


def _named(columns: ProvisionColumns, groups: Fewest, rows: NDArray[Any]) -> NDArray[Any]:
    """Return how many questions the target groups leave open; nobody named is a question of its own."""
    lists = columns.audiences[rows]
    named = [word[lists] for word in columns.groups]
    groups.judge(columns.groups_of([int(numpy.bitwise_or.reduce(word)) for word in named]))
    found = numpy.where(_any(named), UNUSABLE, 1)
    for questions, those in reversed(groups.levels):
        held = [word & bits for word, bits in zip(named, columns.in_words(those), strict=True)]
        found[_any(held)] = questions
    return found


def _any(words: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Return which rows have a bit in any of their words."""
    found: NDArray[Any] = reduce(numpy.bitwise_or, words) != 0
    return found


def _add_reached(
    columns: ProvisionColumns, screen: Screen, rows: NDArray[Any], questions: NDArray[Any], at: NDArray[Any]
) -> None:
    """Add what is open about where provisions are held."""
    areas = columns.area[rows[at]]
    reached = numpy.zeros(len(columns.areas), dtype=numpy.int64)
    for area in seen(areas):
        reached[area] = 0 if area == EVERYWHERE else screen.of_area(columns.areas[area])
    questions[at] += reached[areas]


class ColumnFits:
    """What fits, as arrays.

    Args:
        rows: provisions; questions: how many each leaves open; missed: those that do not fit.
    """

    def __init__(
        self, columns: ProvisionColumns, rows: NDArray[Any], questions: NDArray[Any], missed: NDArray[Any]
    ) -> None:
        self._columns, self._missed = columns, missed
        packed = (columns.offer_key[rows] << _LOW) + numpy.arange(len(rows))
        packed.sort()
        order = packed & (1 << _LOW) - 1
        self._rows, self._questions = rows[order], questions[order]
        self._first = _changes(packed >> _LOW)
        self._least = numpy.minimum.reduceat(self._questions, self._first) if len(rows) else questions
        self._places: dict[Offer, int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @cached_property
    def misses(self) -> Sequence[int]:
        """The provisions looked at that do not fit."""
        missed: list[int] = self._missed.tolist()
        return missed

    @property
    def offer_count(self) -> int:
        """How many offers fit."""
        return len(self._first)

    @cached_property
    def offers(self) -> Set[Offer]:
        """The offers that fit."""
        return self._at(numpy.arange(len(self._first)))

    @cached_property
    def levels(self) -> Sequence[int]:
        """Numbers of questions that offers leave open, ascending."""
        levels: list[int] = seen(self._least).tolist()
        return levels

    def leaving(self, questions: int) -> Set[Offer]:
        """Return the offers that leave so many questions open."""
        return self._at(numpy.flatnonzero(self._least == questions))

    def around(self, actors: Set[int]) -> Set[Offer]:
        """Return the offers of some actors, and of those one reaches through them."""
        through = self._columns.through
        there = numpy.zeros(len(through), dtype=bool)
        there[list(actors)] = True
        providers = self._columns.provider[self._rows[self._first]]
        return self._at(numpy.flatnonzero(there[providers] | there[through[providers]]))

    def terms(self, offers: Collection[Offer]) -> Sequence[Terms]:
        """Return the provisions of some of the offers, an entry for each."""
        places = numpy.array([self._places[offer] for offer in offers], dtype=numpy.int64)
        start = self._first[places]
        ends = numpy.append(self._first, len(self._rows))[places + 1]
        lengths = ends - start
        before = numpy.cumsum(lengths) - lengths
        rows = numpy.arange(lengths.sum()) + numpy.repeat(start - before, lengths)
        terms = list(zip(self._rows[rows].tolist(), self._questions[rows].tolist(), strict=True))
        return [terms[one : one + length] for one, length in zip(before.tolist(), lengths.tolist(), strict=True)]

    def _at(self, places: NDArray[Any]) -> Set[Offer]:
        rows = self._rows[self._first[places]]
        found = dict(
            zip(
                zip(self._columns.provider[rows].tolist(), self._columns.offer[rows].tolist(), strict=True),
                places.tolist(),
                strict=True,
            )
        )
        self._places.update(found)
        return found.keys()
