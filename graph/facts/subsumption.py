"""Which target groups contain which, by their facets; and which two descriptions are the same group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.facts.meaning import Meaning
from ontology.facet_logic import follow
from ontology.facets import Choice, Conjunction, Constraint, ContradictionError, Group, parse, reduced, subsumes

Facets = frozenset[str]
Needs = tuple[Facets, ...]
"""What each alternative of a group speaks of."""


def wider_by_facets(groups: Mapping[str, Group]) -> Iterator[tuple[str, str]]:
    """Yield group and wider group where facets say so; equal groups stay apart, each under its own name.

    Groups that need a quoted note are compared only with groups that have it, so that many of them cost little.
    """
    plain: dict[str, Needs] = {}
    noted: dict[str, dict[str, Needs]] = {}
    for concept, group in sorted(groups.items()):
        needs = tuple(frozenset(map(_spoken, alternative)) for alternative in group.alternatives)
        notes = {min(_notes(need), default="") for need in needs}
        for note in notes if "" not in notes else ():
            noted.setdefault(note, {})[concept] = needs
        if "" in notes:
            plain[concept] = needs
    for concept, group in sorted(groups.items()):
        haves = [_follows(alternative) for alternative in group.alternatives]
        near = {**plain}
        for note in sorted({note for have in haves for note in _notes(have)}):
            near.update(noted.get(note, {}))
        for other, needs in near.items():
            if other != concept and all(any(need <= have for need in needs) for have in haves):
                wide = groups[other]
                if subsumes(group, wide) and not subsumes(wide, group):
                    yield concept, other


def same_groups(meaning: Meaning, used: Iterable[str]) -> dict[str, str]:
    """Return for groups made from limits under which id they are kept: the vocabulary's, if it has the same group.

    "Minijob" with the limit "unter 35" is the named group "geringfügig Beschäftigte unter 35".
    """
    known: dict[str, str] = {}
    for concept in meaning.vocabulary.scheme("audience"):
        text = _canonical(parse(" | ".join(concept.alternatives)))
        if text and "note=" not in text:
            known.setdefault(text, concept.id)
    found: dict[str, str] = {}
    for group in sorted(used):
        made = meaning.narrowed(group)
        text = _canonical(parse(made.alternatives))
        found[group] = group if made.contradictory else known.setdefault(text, group)
    return found


def _canonical(group: Group) -> str:
    return " | ".join(sorted({str(reduced(alternative)) for alternative in group.alternatives}))


def _spoken(constraint: Constraint) -> str:
    """Return what a constraint speaks of: its facet, or the quoted note itself."""
    return str(constraint) if isinstance(constraint, Choice) and constraint.facet == "note" else constraint.facet


def _notes(names: Facets) -> list[str]:
    return [name for name in names if name.startswith("note=")]


def _follows(conjunction: Conjunction) -> Facets:
    """Return every facet a conjunction says something about, also by implication."""
    try:
        state = follow(conjunction)
    except ContradictionError:
        return frozenset(map(_spoken, conjunction))
    notes = {_spoken(constraint) for constraint in conjunction}
    return frozenset(notes | {facet for facet, _, _ in state.terms} | set(state.sure))
