"""How many facets a group leaves open for somebody: `ontology.facet_fit` in numbers, for those who ask about hundreds."""

from __future__ import annotations

from typing import NamedTuple

from ontology.facet_fit import Knowledge, question_key
from ontology.facet_schema import COMPANY, Term, schema
from ontology.facet_terms import Choice, Conjunction, Group, Range

NO = -1
"""The count of a group somebody does not belong to."""


class Alternative(NamedTuple):
    """One alternative of a group, taken apart once.

    Args:
        against: any of these rules it out. wanted: each of these that is not known is a question.
        ranges: limits on numbers and levels.
        countable: no two of its constraints ask the same.
    """

    against: frozenset[Term]
    wanted: frozenset[Term]
    ranges: tuple[Range, ...]
    countable: bool


def alternatives_of(group: Group) -> tuple[Alternative, ...]:
    """Return a group's alternatives, taken apart."""
    return tuple(map(_apart, group.alternatives))


def count_open(knowledge: Knowledge, alternatives: tuple[Alternative, ...]) -> int | None:
    """Return how many facets the best alternative leaves open, `NO`, or None where the words decide (`fit` tells).

    At the edge of a limit ("bis 35" at 35) and where two constraints ask the same, numbers do not tell.
    """
    terms, possible = knowledge.state.terms, knowledge.state.possible
    fewest: int | None = NO
    for against, wanted, ranges, countable in alternatives:
        if not against.isdisjoint(terms):
            continue
        # What is wanted is mostly one word, and mostly not known.
        found = len(wanted) - sum(term in terms for term in wanted)
        for limit in ranges:
            known = possible.get(limit.facet)
            if known is None:
                found += 1
                continue
            low, high = known
            if high < limit.possible[0] or limit.possible[1] < low:
                found = NO
                break
            if not (limit.sure[0] <= low and high <= limit.sure[1]):
                if low == high:
                    return None
                found += 1
        if found == 0:
            return 0
        if found > 0:
            if not countable:
                return None
            if fewest == NO or found < fewest:
                fewest = found
    return fewest


def _apart(conjunction: Conjunction) -> Alternative:
    choices = [one for one in conjunction.constraints if isinstance(one, Choice)]
    natural = any(schema().facets[one.facet].natural for one in conjunction.constraints)
    keys = [question_key(one) for one in conjunction.constraints]
    return Alternative(
        against=frozenset({(one.facet, one.value, not one.holds) for one in choices} | ({COMPANY} if natural else set())),
        wanted=frozenset((one.facet, one.value, one.holds) for one in choices),
        ranges=tuple(one for one in conjunction.constraints if isinstance(one, Range)),
        countable=len(set(keys)) == len(keys),
    )
