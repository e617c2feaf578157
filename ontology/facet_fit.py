"""Whether what is known of a person or company fits a target group: yes, ask, or no."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ontology.facet_logic import State, follow
from ontology.facet_schema import COMPANY, schema
from ontology.facet_terms import Choice, Conjunction, Constraint, Group, Range, conjunction_of, quoted, read_conjunction

Outcome = Literal["yes", "ask", "no"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of somebody, with everything that follows from it. Made by `know`, never stored or logged."""

    said: Conjunction
    state: State

    def __repr__(self) -> str:
        """Return how much is known, not what: a client's data must not reach a log by way of a traceback."""
        return f"Knowledge(<{len(self.said.constraints)} constraints>)"

    def text(self) -> str:
        """Return what was said, in canonical text; empty if nothing was."""
        return " & ".join(map(str, self.said))


@dataclass(frozen=True, slots=True)
class Fit:
    """The outcome for one group.

    Args:
        ask: facets (or quoted notes) that would settle the alternative with the fewest open ones.
        edges: limits whose wording leaves the known value undecided, e.g. ``age<=35`` at 35: ask the provider.
    """

    outcome: Outcome
    ask: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()


_YES, _NO = Fit("yes"), Fit("no")


def know(text: str) -> Knowledge:
    """Return the knowledge a conjunction states; raise if it contradicts itself, naming both constraints."""
    return known(read_conjunction(text, kept=False))  # facts about a client: no cache of texts holds them


def more(one: Knowledge, other: Knowledge) -> Knowledge:
    """Return both knowledges together; raise if they contradict each other."""
    return known(conjunction_of((*one.said, *other.said)))


def known(said: Conjunction) -> Knowledge:
    """Return the knowledge of a conjunction; raise as `know` does."""
    return Knowledge(said, follow(said, literally=True))


def fit(knowledge: Knowledge, group: Group) -> Fit:
    """Return whether somebody belongs to a group (Kleene logic over its alternatives).

    A group without alternatives gives ``ask`` with nothing to ask: only its name can tell.
    """
    best: Fit | None = None if group else Fit("ask")
    for alternative in group.alternatives:
        found = _meets(knowledge.state, alternative)
        if found.outcome == "yes":
            return found
        if found.outcome == "ask" and (best is None or len(found.ask) < len(best.ask)):
            best = found
    return best or _NO


def _meets(state: State, conjunction: Conjunction) -> Fit:
    open_facets: set[str] = set()
    edges: set[str] = set()
    for constraint in conjunction.constraints:
        outcome = _choice(state, constraint) if isinstance(constraint, Choice) else _range(state, constraint, edges)
        if outcome == "no":
            return _NO
        if outcome == "ask":
            open_facets.add(question_key(constraint))
    return Fit("ask", tuple(sorted(open_facets)), tuple(sorted(edges))) if open_facets else _YES


def question_key(constraint: Constraint) -> str:
    """Return under which word a constraint is asked about: its facet, or the words of a note."""
    note = isinstance(constraint, Choice) and constraint.facet == "note"
    return quoted(constraint.value) if note else constraint.facet


def _choice(state: State, constraint: Choice) -> Outcome:
    facet, value, holds = constraint.facet, constraint.value, constraint.holds
    terms = state.terms
    if (facet, value, not holds) in terms or (COMPANY in terms and _natural(facet)):
        return "no"
    return "yes" if (facet, value, holds) in terms else "ask"


def _range(state: State, constraint: Range, edges: set[str]) -> Outcome:
    facet = constraint.facet
    if COMPANY in state.terms and _natural(facet):
        return "no"
    known = state.possible.get(facet)
    if known is None:
        return "ask"
    low, high = known
    if high < constraint.possible[0] or constraint.possible[1] < low:
        return "no"
    if constraint.sure[0] <= low and high <= constraint.sure[1]:
        return "yes"
    if low == high:
        edges.add(str(constraint))
    return "ask"


@lru_cache(maxsize=256)
def _natural(facet: str) -> bool:
    return schema().facets[facet].natural
