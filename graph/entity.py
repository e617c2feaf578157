"""An actor as links see it: one id for all the ways sources spell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.aliases import Aliases
from graph.link import ACTOR_KINDS
from graph.terms import ActorTerm, Uses
from ontology.institutions import InstitutionKey
from ontology.text import clean

_REGISTERED = re.compile(r"\be\.\s?V\.", re.IGNORECASE)
"""The legal form of a club is part of its name, and no abbreviation one would write out."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor, network, board, project, event or team.

    Args:
        label: the spelling shown. names: every spelling and abbreviation.
        types: actor types its names say. places: regions its names say.
        unit_of: id of the institution its name says it is a part of, or nothing.
        open: nobody said which institution of its kind is meant ("VHS").
    """

    id: str
    label: str
    kind: str
    names: tuple[str, ...]
    types: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    unit_of: str = ""
    open: bool = False


def entities_of(
    ids: Mapping[ActorTerm, str],
    uses: Mapping[ActorTerm, Uses],
    keys: Mapping[str, Iterable[InstitutionKey]],
    aliases: Aliases,
) -> dict[str, Entity]:
    """Return the entities some mentions mean, by id."""
    terms: dict[str, list[ActorTerm]] = {}
    for term, entity in ids.items():
        terms.setdefault(entity, []).append(term)
    return {entity: _entity(entity, terms[entity], uses, keys.get(entity, ()), aliases) for entity in sorted(terms)}


def _entity(
    entity: str,
    terms: list[ActorTerm],
    uses: Mapping[ActorTerm, Uses],
    keys: Iterable[InstitutionKey],
    aliases: Aliases,
) -> Entity:
    said = list(keys)
    if len(said) > 1:
        said.sort(key=lambda key: key.slug())
    kinds = {kind for term in terms for kind in uses[term].kinds}
    longs = {long for source, scope, label in terms if (long := aliases.long(source, scope, label))}
    names = {clean(label) for _, _, label in terms} | longs
    parents = sorted({f"actor/{key.unit_of.slug()}" for key in said if key.unit_of and not key.unit_of.bare})
    return Entity(
        entity,
        _shown(terms, uses, longs),
        next(kind for kind in ACTOR_KINDS if kind in kinds or kind == "Actor").casefold(),
        tuple(sorted(names)),
        tuple(sorted({key.type for key in said if key.type})),
        tuple(sorted({place for key in said for place in key.places})),
        parents[0] if len(parents) == 1 else "",
        all(key.bare for key in said),
    )


def _shown(terms: list[ActorTerm], uses: Mapping[ActorTerm, Uses], longs: Iterable[str]) -> str:
    """Return the spelling for people: written out before abbreviated, then the commonest, then the longest."""
    sources: dict[str, set[str]] = {long: set() for long in longs}
    counts: dict[str, int] = {}
    for term in terms:
        label = clean(term[2])
        sources.setdefault(label, set()).add(term[0])
        counts[label] = counts.get(label, 0) + uses[term].count
    return min(
        sources,
        key=lambda label: (_abbreviated(label), -len(sources[label]), -counts.get(label, 0), -len(label), label),
    )


def _abbreviated(label: str) -> int:
    """Return how many words of a label are abbreviations: in capitals, or cut off by a full stop."""
    words = _REGISTERED.sub("", label).replace("/", " ").replace("-", " ").split()
    return sum((len(word) > 1 and word.isupper()) or word.endswith(".") for word in words)
