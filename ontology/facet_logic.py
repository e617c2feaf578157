"""What follows from constraints: consistency, implication, subsumption of groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ontology.errors import OntologyError
from ontology.facet_schema import COMPANY, NATURAL, Term, schema
from ontology.facet_terms import Choice, Conjunction, Constraint, Group, Interval, Range, conjunction_of, group_of


class ContradictionError(OntologyError):
    """Two constraints that cannot both hold; ``one`` and ``other`` are their texts."""

    def __init__(self, one: str, other: str) -> None:
        self.one = one
        self.other = other
        super().__init__(f"{one} and {other} cannot both hold", de=f"{one} und {other} können nicht beide gelten")


@dataclass(frozen=True, slots=True)
class State:
    """Everything that follows from some constraints; ``terms`` remembers from which constraint each came."""

    terms: dict[Term, str]
    sure: dict[str, Interval]
    possible: dict[str, Interval]


def follow(constraints: Iterable[Constraint], *, literally: bool = False) -> State:
    """Return what follows from constraints; raise `ContradictionError` naming the two that cannot both hold.

    Args:
        literally: read limits as written (what is known of a person), not as a source may mean them.
    """
    state = State({}, {}, {})
    limits: dict[str, list[tuple[Interval, str]]] = {}
    for constraint in constraints:
        said = str(constraint)
        for term in _said(constraint):
            _add(state, term, said)
        if isinstance(constraint, Range):
            possible = constraint.literal if literally else constraint.possible
            limits.setdefault(constraint.facet, []).append((possible, said))
            sure = constraint.literal if literally else constraint.sure
            state.sure[constraint.facet] = _meet(state.sure.get(constraint.facet), sure)
            state.possible[constraint.facet] = _meet(state.possible.get(constraint.facet), possible)
    for facet, (low, high) in state.possible.items():
        if low > high:
            raise ContradictionError(*_clash(limits[facet]))
    return state


def _said(constraint: Constraint) -> tuple[Term, ...]:
    """Return the elementary sentences of a constraint; any word on a natural person's facet says it is one."""
    natural = (NATURAL,) if schema().facets[constraint.facet].natural else ()
    if isinstance(constraint, Choice):
        return ((constraint.facet, constraint.value, constraint.holds), *natural)
    return natural


def _add(state: State, term: Term, said: str) -> None:
    for found in schema().follow(term):
        against = state.terms.get((found[0], found[1], not found[2]))
        if against is not None:
            raise ContradictionError(against, said)
        state.terms.setdefault(found, said)


def _meet(one: Interval | None, other: Interval) -> Interval:
    return (max(one[0], other[0]), min(one[1], other[1])) if one else other


def _clash(limits: list[tuple[Interval, str]]) -> tuple[str, str]:
    """Return the two limits that leave nothing between them (intervals on a line: two always suffice)."""
    highest = max(limits, key=lambda limit: limit[0][0])
    lowest = min(limits, key=lambda limit: limit[0][1])
    return highest[1], lowest[1]


@lru_cache(maxsize=4096)
def _state(conjunction: Conjunction) -> State | None:
    try:
        return follow(conjunction)
    except ContradictionError:
        return None


def implies(one: Conjunction, other: Conjunction) -> bool:
    """Return whether whoever meets ``one`` meets ``other``; a contradictory ``one`` implies everything."""
    state = _state(one)
    return state is None or all(_holds(state, constraint) for constraint in other)


def _holds(state: State, constraint: Constraint) -> bool:
    if isinstance(constraint, Choice):
        known = state.terms
        if (constraint.facet, constraint.value, constraint.holds) not in known:
            return False
        # "not receiving SGB II" is said of persons: it does not follow from being a company.
        return constraint.holds or COMPANY not in known or not schema().facets[constraint.facet].natural
    sure, possible = state.sure.get(constraint.facet), state.possible.get(constraint.facet)
    if sure is None or possible is None:
        return False
    return within(sure, constraint.sure) and within(possible, constraint.possible)


def within(one: Interval, other: Interval) -> bool:
    """Return whether an interval lies within another; an empty one lies within each."""
    return one[0] > one[1] or (other[0] <= one[0] and one[1] <= other[1])


def contradicts(one: Conjunction, other: Conjunction) -> bool:
    """Return whether nobody can meet both, at the widest reading of their limits."""
    return _state(conjunction_of((*one, *other))) is None


def subsumes(narrow: Group, broad: Group) -> bool:
    """Return whether ``narrow`` ⊑ ``broad``: each alternative of ``narrow`` implies one of ``broad``.

    A group without alternatives is described by nothing: it is comparable only to itself.
    """
    if not narrow or not broad:
        return narrow == broad
    return all(any(implies(one, other) for other in broad.alternatives) for one in narrow.alternatives)


def conjoin(group: Group, conjunction: Conjunction) -> Group:
    """Return the group narrowed by further constraints; alternatives they contradict fall away.

    A group without alternatives stays one: what nobody described cannot be narrowed.
    """
    met = (conjunction_of((*alternative, *conjunction)) for alternative in group.alternatives)
    return group_of(reduced(alternative) for alternative in met if _state(alternative) is not None)


def reduced(conjunction: Conjunction) -> Conjunction:
    """Return the conjunction without constraints that follow from the others: ``age<25 & age<35`` is ``age<25``."""
    kept = list(conjunction.constraints)
    for constraint in conjunction.constraints:
        rest = Conjunction(tuple(other for other in kept if other != constraint))
        if implies(rest, Conjunction((constraint,))):
            kept = list(rest.constraints)
    return Conjunction(tuple(kept))
