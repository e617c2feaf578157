"""How many questions a group leaves open about somebody: `ontology.facet_fit` in numbers, for those who ask hundreds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ontology.facet_fit import Knowledge, know, question_key
from ontology.facet_schema import COMPANY, Term, schema
from ontology.facet_terms import Choice, Conjunction, Group, Range

NO = -1
"""The count of a group somebody does not belong to."""

Open = list[str] | None
"""Words under which the best alternative is asked about; None if there is none."""


class EdgeError(Exception):
    """Something known lies at the edge of a limit ("bis 35" at 35), where the words decide."""


class Alternative(NamedTuple):
    """One alternative of a group, taken apart once.

    Args:
        against: any of these rules it out.
        wanted: each of these that is not known is a question, under this word.
        ranges: limits on numbers and levels.
    """

    against: frozenset[Term]
    wanted: tuple[tuple[Term, str], ...]
    ranges: tuple[Range, ...]


class Counted(NamedTuple):
    """A group for counting.

    Args:
        touched: terms, and facets with limits. Of whom none of these is known, nothing is that tells about the group.
        untold: how many questions it leaves open about those; one, its name, where nobody described it.
    """

    alternatives: tuple[Alternative, ...]
    touched: frozenset[Term | str]
    untold: int


def countable(group: Group) -> Counted:
    """Return a group taken apart."""
    alternatives = tuple(map(_apart, group.alternatives))
    touched: set[Term | str] = set()
    for against, wanted, ranges in alternatives:
        touched.update(against, (term for term, _ in wanted), (limit.facet for limit in ranges))
    return Counted(alternatives, frozenset(touched), count_open((know(""),), alternatives) if alternatives else 1)


def known_of(worlds: Iterable[Knowledge]) -> frozenset[Term | str]:
    """Return the terms and facets that some reading of what is known says something about."""
    return frozenset(one for world in worlds for known in (world.state.terms, world.state.possible) for one in known)


def count_open(worlds: Sequence[Knowledge], alternatives: tuple[Alternative, ...]) -> int:
    """Return how many questions are open about a described group under every reading of what is known, or `NO`.

    Raises:
        EdgeError: where numbers do not tell; `ontology.facet_fit.fit` does.
    """
    if len(worlds) == 1:
        only = _open(worlds[0], alternatives)
        return NO if only is None else len(set(only)) if len(only) > 1 else len(only)
    found = [_open(world, alternatives) for world in worlds]
    if all(one is None for one in found):
        return NO
    if all(one == [] for one in found):
        return 0
    # Where the readings differ and none leaves a question, only the group's name could tell.
    return len({word for one in found for word in one or ()}) or 1


def _open(knowledge: Knowledge, alternatives: tuple[Alternative, ...]) -> Open:
    terms, possible = knowledge.state.terms, knowledge.state.possible
    best: Open = None
    for against, wanted, ranges in alternatives:
        if not against.isdisjoint(terms):
            continue
        found = [word for term, word in wanted if term not in terms]
        for limit in ranges:
            known = possible.get(limit.facet)
            if known is None:
                found.append(limit.facet)
                continue
            low, high = known
            if high < limit.possible[0] or limit.possible[1] < low:
                break
            if not (limit.sure[0] <= low and high <= limit.sure[1]):
                if low == high:
                    raise EdgeError
                found.append(limit.facet)
        else:
            if not found:
                return found
            if best is None or len(set(found)) < len(set(best)):
                best = found
    return best


def _apart(conjunction: Conjunction) -> Alternative:
    choices = [one for one in conjunction.constraints if isinstance(one, Choice)]
    natural = any(schema().facets[one.facet].natural for one in conjunction.constraints)
    contrary = {(one.facet, one.value, not one.holds) for one in choices}
    return Alternative(
        against=frozenset(contrary | {COMPANY} if natural else contrary),
        wanted=tuple(((one.facet, one.value, one.holds), question_key(one)) for one in choices),
        ranges=tuple(one for one in conjunction.constraints if isinstance(one, Range)),
    )
