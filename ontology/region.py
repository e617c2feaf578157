"""A region as a set of official keys, and how two such sets lie to each other.

Atoms are the smallest areas told apart: a municipality (8 digits) where it is listed, the rest of its district or
a whole district (5 digits), or a Land whose districts are not listed (2 digits).
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

Relation = Literal["equal", "covers", "within", "overlaps", "outside"]


@dataclass(frozen=True, slots=True)
class Region:
    """A named set of atoms.

    Args:
        id: ``region/05970`` (AGS), ``region/nw`` (Land), ``region/maerkische-region`` (named space).
        kind: country | land | government-district | district | city | municipality | space | agency-district | ...
        key: the AGS, or empty for a named space.
        checked: whether its extent was compared with an official list.
    """

    id: str
    label: str
    kind: str
    key: str
    nuts: str
    atoms: frozenset[str]
    names: tuple[str, ...] = ()
    checked: bool = True


def relation(one: Set[str], other: Set[str]) -> Relation:
    """Return how two sets of atoms lie; an empty set (a place nobody knows) is outside of everything."""
    if not one or not other or not one & other:
        return "outside"
    if one == other:
        return "equal"
    if one > other:
        return "covers"
    return "within" if one < other else "overlaps"


def covers(one: Set[str], other: Set[str]) -> bool:
    """Return whether every atom of ``other`` lies in ``one``; nothing covers an unknown place."""
    return bool(other) and other <= one


def overlaps(one: Set[str], other: Set[str]) -> bool:
    """Return whether two sets share an atom."""
    return not one.isdisjoint(other)
