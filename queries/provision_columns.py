"""What screening reads of provisions, as columns: made of a view that is asked often, for all its clients."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray

from graph.columns import CodedColumn
from graph.inheritance import COMBINED_REGIONS
from graph.lookups import ONLINE
from graph.view import View
from queries.arrays import Ragged, ints
from queries.edge_arrays import united
from queries.per_view import per_view

EVERYWHERE = 0
"""The area of what is held online for all."""

BITS = 64


@dataclass(frozen=True, slots=True)
class ProvisionColumns:
    """The provisions of one view by row.

    Args:
        plain: nothing about them is unusual (`graph.lookups`).
        audiences: the code of the list of target groups; groups: those of each code as bits of concepts from ``first``
            on, an array for each word of 64.
        area: where they are held, as a place in ``areas`` (regions; nobody's stand for `EVERYWHERE`).
        offer_key: equal where provider and offer are.
        through: for each actor who is reached for it; one more for nobody.
    """

    plain: NDArray[Any]
    audiences: NDArray[Any]
    groups: tuple[NDArray[Any], ...]
    first: int
    area: NDArray[Any]
    areas: Sequence[tuple[int, ...]]
    offer_key: NDArray[Any]
    provider: NDArray[Any]
    offer: NDArray[Any]
    through: NDArray[Any]

    def in_words(self, concepts: int) -> list[numpy.uint64]:
        """Return bits of concepts as the words of ``groups``."""
        those = concepts >> self.first
        return [numpy.uint64(those >> BITS * word & _ALL) for word in range(len(self.groups))]

    def groups_of(self, words: Iterable[int]) -> int:
        """Return words as bits of concepts."""
        return sum(bits << BITS * word for word, bits in enumerate(words)) << self.first


@per_view
def provision_columns(view: View) -> ProvisionColumns:
    """Return the columns of a view, made once and kept as long as the view."""
    table = view.table("provision")
    plain = numpy.asarray(view.table("by_provision").ints("plain"))
    provider, offer = ints(table.ints("provider")), ints(table.ints("offer"))
    groups, first = _groups(table.coded("audiences"))
    area, areas = _areas(view, provider, plain == ONLINE)
    return ProvisionColumns(
        plain=plain,
        audiences=ints(table.coded("audiences").codes),
        groups=groups,
        first=first,
        area=area,
        areas=areas,
        offer_key=_ranked(provider, offer),
        provider=provider,
        offer=offer,
        through=numpy.append(ints(view.table("actor").ints("reached_by")), numpy.int32(-1)),
    )


def _groups(column: CodedColumn) -> tuple[tuple[NDArray[Any], ...], int]:
    """Return the concepts of each distinct list in words of bits, and the concept of the first bit."""
    named = Ragged.of(column.distinct)
    _, values = named.flat()
    first = int(values.min()) if len(values) else 0
    bit, word = (values - first) % BITS, (values - first) // BITS
    words = numpy.zeros((len(values), int(word.max(initial=0)) + 1), dtype=numpy.uint64)
    words[numpy.arange(len(values)), word] = numpy.uint64(1) << bit.astype(numpy.uint64)
    found = united(named, words, numpy.zeros(words.shape[1], dtype=numpy.uint64))
    return tuple(numpy.ascontiguousarray(one) for one in found.T), first


def _areas(view: View, provider: NDArray[Any], online: NDArray[Any]) -> tuple[NDArray[Any], Sequence[tuple[int, ...]]]:
    """Return where each provision is held: in its own regions, else where its provider works, else where that lies."""
    table, actors = view.table("provision"), view.table("actor")
    own, works, lies = table.coded("regions"), actors.coded("regions"), actors.coded("places")
    areas: list[tuple[int, ...]] = [()]
    places = []
    for column in (own, works, lies):
        places.append(ints(column.codes) + len(areas))
        areas += map(tuple, column.distinct)
    filled = numpy.array([bool(area) for area in areas])
    of_actor = numpy.append(numpy.where(filled[places[1]], places[1], places[2]), EVERYWHERE)  # nobody's is not plain
    stated = filled[places[0]]
    combined = ints(table.ints("combined"))
    everywhere = online & ~(stated & ((combined < 0) | (combined & COMBINED_REGIONS == 0)))
    found = numpy.where(stated, places[0], of_actor[provider])
    return numpy.where(everywhere, EVERYWHERE, found), areas


def _ranked(provider: NDArray[Any], offer: NDArray[Any]) -> NDArray[Any]:
    pairs = (provider.astype(numpy.int64) + 1) * (int(offer.max(initial=-1)) + 2) + offer + 1
    return numpy.unique(pairs, return_inverse=True)[1].astype(numpy.int64)


_ALL = (1 << BITS) - 1
