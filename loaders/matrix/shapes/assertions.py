"""What a positive answer at the crossing of a row and a column asserts: who, what, under which conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.statement import Literal, Mention
from loaders.matrix.context import Named, Row
from loaders.matrix.restrictions import Pairs
from loaders.matrix.say import KIND_OF, PREDICATE_OF, Speaker

ORDER = ("offer", "audience", "theme", "region")
"""What a cell is about first, where row and column both name something and the actor stands elsewhere."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One statement in the making."""

    subject: Mention
    predicate: str
    said: Mention | Literal
    conditions: Pairs


def of_mark(speaker: Speaker, row: Row, column: Named, within: Pairs, towards: str) -> Iterator[Assertion]:
    """Yield what a mark in a column says about a row; nothing where nobody is the subject."""
    if column.role == "actor":
        yield from _to_actor(speaker, row, column, within, towards)
    elif row.actors:
        conditions = (*row.joint, *_conditions(row.named, column.role), *within)
        for actor in row.actors:
            yield Assertion(actor, *_said(speaker, column), conditions)
    elif row.labels("offer") or column.role == "offer":
        yield from _of_instrument(speaker, row, column, within)


def _to_actor(speaker: Speaker, row: Row, column: Named, within: Pairs, towards: str) -> Iterator[Assertion]:
    other = speaker.mention("actor", column.label)
    for actor in row.actors:
        sender, receiver = (actor, other) if towards == "column" else (other, actor)
        if sender != receiver:
            yield Assertion(sender, "refersTo", receiver, (*_conditions(row.named), *within))
    if not row.actors:
        yield from of_actor(speaker, row.named, other, within)


def of_actor(speaker: Speaker, named: tuple[Named, ...], actor: Mention, within: Pairs) -> Iterator[Assertion]:
    """Yield what it means that an actor stands where row and column name other things."""
    first = next((one for role in ORDER for one in named if one.role == role), None)
    if first is not None:
        rest = tuple(one for one in named if one != first)
        yield Assertion(actor, *_said(speaker, first), (*_conditions(rest, first.role), *within))


def _of_instrument(speaker: Speaker, row: Row, column: Named, within: Pairs) -> Iterator[Assertion]:
    if column.role == "offer":
        instrument = speaker.mention("instrument", column.label)
        for one in row.named:
            if one.role in PREDICATE_OF:
                yield Assertion(instrument, *_said(speaker, one), within)
        return
    rest = tuple(one for one in row.named if one.role != "offer")
    for label in row.labels("offer"):
        instrument = speaker.mention("instrument", label)
        yield Assertion(instrument, *_said(speaker, column), (*_conditions(rest, column.role), *within))


def _said(speaker: Speaker, named: Named) -> tuple[str, Mention | Literal]:
    label = speaker.legend.name(speaker.sheet.name, named.label)
    if named.role in KIND_OF:
        return PREDICATE_OF.get(named.role, named.role), speaker.mention(named.role, label)
    return named.role, Literal(label)


def _conditions(named: tuple[Named, ...], but: str = "") -> Pairs:
    return tuple((one.role, one.label) for one in named if one.role in ORDER and one.role != but)
