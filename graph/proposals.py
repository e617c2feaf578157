"""Entities that may be one: likeness only ever proposes, a person decides. Nothing is compared with everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.aliases import Aliases
from graph.entity import Entity
from graph.link import Proposal
from ontology.institutions import InstitutionKey
from ontology.regions import Gazetteer
from ontology.text import fold

LIKE = 88
"""Likeness (0 to 100) from which two spellings are worth a person's look."""

_LARGEST_BLOCK = 40
_PER_ENTITY = 3

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Compared:
    entity: Entity
    key: InstitutionKey
    folded: str


def propose(
    entities: Mapping[str, Entity],
    keys: Mapping[str, Iterable[InstitutionKey]],
    aliases: Aliases,
    gazetteer: Gazetteer,
    different: Iterable[Pair] = (),
) -> tuple[Proposal, ...]:
    """Return pairs of entities that look alike, best first, without those people keep apart."""
    compared = [
        _Compared(entity, _plainest(keys[name]), fold(entity.label))
        for name, entity in sorted(entities.items())
        if keys.get(name)
    ]
    apart = set(different)
    found: dict[Pair, Proposal] = {}
    for reason, block in _blocks(compared, gazetteer):
        for one, other in _pairs(block):
            pair = (one.entity.id, other.entity.id)
            if pair not in apart and pair not in found:
                score = _score(reason, one, other)
                if score >= LIKE:
                    found[pair] = _proposal(one.entity, other.entity, score, reason)
    for proposal in _by_alias(compared, aliases):
        if (proposal.left_id, proposal.right_id) not in apart:
            found.setdefault((proposal.left_id, proposal.right_id), proposal)
    return tuple(_few(sorted(found.values(), key=lambda proposal: (-proposal.score, proposal))))


def _plainest(keys: Iterable[InstitutionKey]) -> InstitutionKey:
    """Return the key to compare an entity by: nearly always it has one."""
    first, *others = keys
    return min((first, *others), key=lambda key: (key.bare, key.slug())) if others else first


def _blocks(compared: list[_Compared], gazetteer: Gazetteer) -> Iterator[tuple[str, list[_Compared]]]:
    """Yield groups small enough to compare: same kind and place, same words, a rare word, the same beginning."""
    groups: dict[tuple[str, ...], list[_Compared]] = {}
    rare = Counter(token for one in compared for token in one.key.tokens)
    for one in compared:
        key = one.key
        if key.type and key.places:
            groups.setdefault(("spelling", key.type, *key.places), []).append(one)
        if key.type:
            groups.setdefault(("no_place", key.type, *key.tokens), []).append(one)
            for district in _districts(key, gazetteer):
                groups.setdefault(("place_within", key.type, *key.tokens, "in", district), []).append(one)
        for token in key.tokens:
            if rare[token] <= _LARGEST_BLOCK:
                groups.setdefault(("spelling", "token", token), []).append(one)
        groups.setdefault(("spelling", "begins", "".join(key.tokens)[:4] or one.folded[:8]), []).append(one)
    for name, block in sorted(groups.items()):
        if name[0] == "no_place":
            block = [one for one in block if not one.key.places] + [one for one in block if one.key.places]
            placeless = sum(not one.key.places for one in block)
            if not placeless or len(block) - placeless != 1:  # with two candidates nobody can tell which is meant
                continue
        if name[0] == "place_within" and not _nested(block, gazetteer):
            continue
        if 1 < len(block) <= _LARGEST_BLOCK:
            yield name[0], block


def _nested(block: list[_Compared], gazetteer: Gazetteer) -> bool:
    """Return whether a district has just two institutions of a kind and one's place lies within the other's."""
    places = [frozenset().union(*(gazetteer[place].atoms for place in one.key.places)) for one in block]
    return len(places) == 2 and (places[0] < places[1] or places[1] < places[0])


def _districts(key: InstitutionKey, gazetteer: Gazetteer) -> set[str]:
    places = (gazetteer.get(place) for place in key.places)
    districts = {atom[:5] for place in places if place for atom in place.atoms}
    return districts if len(districts) <= 3 else set()


def _pairs(block: list[_Compared]) -> Iterator[tuple[_Compared, _Compared]]:
    for number, one in enumerate(block):
        for other in block[number + 1 :]:
            yield (one, other) if one.entity.id < other.entity.id else (other, one)


def _score(reason: str, one: _Compared, other: _Compared) -> int:
    """Return how alike two entities are; 0 where their keys say that they differ."""
    from rapidfuzz import fuzz

    if reason == "no_place":
        return 90 if bool(one.key.places) != bool(other.key.places) and one.key.tokens == other.key.tokens else 0
    if reason == "place_within":
        return 89 if one.key.places != other.key.places and one.key.tokens == other.key.tokens else 0
    if one.key.type and other.key.type and one.key.type != other.key.type:
        return 0
    if one.key.places and other.key.places and one.key.places != other.key.places:
        return 0
    if _numbers(one.folded) != _numbers(other.folded):
        return 0
    return round(max(fuzz.token_sort_ratio(one.folded, other.folded), fuzz.ratio(_solid(one), _solid(other))))


def _solid(compared: _Compared) -> str:
    return "".join(compared.key.tokens) or compared.folded


@lru_cache(maxsize=1 << 12)
def _numbers(folded: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in folded.split() if any(map(str.isdigit, word))))


def _by_alias(compared: Iterable[_Compared], aliases: Aliases) -> Iterator[Proposal]:
    """Yield abbreviations that another source explains as exactly one entity."""
    compared = list(compared)
    by_name = {fold(name): one.entity for one in compared for name in one.entity.names}
    shorts = aliases.shorts()
    for one in compared:
        for name in one.entity.names:
            longs = {fold(long) for _, long in shorts.get(fold(name), ())}
            if len(longs) == 1:
                meant = by_name.get(longs.pop())
                if meant and meant.id != one.entity.id and not _contradict(one.entity, meant):
                    first, second = sorted((one.entity, meant), key=lambda entity: entity.id)
                    yield _proposal(first, second, LIKE, "alias")


def _contradict(one: Entity, other: Entity) -> bool:
    return bool(one.places and other.places and one.places != other.places)


def _proposal(one: Entity, other: Entity, score: int, reason: str) -> Proposal:
    return Proposal(one.label, other.label, score, reason, one.id, other.id)


def _few(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield at most a handful per entity: a list nobody reads to its end helps nobody."""
    shown: Counter[str] = Counter()
    for proposal in proposals:
        if max(shown[proposal.left_id], shown[proposal.right_id]) < _PER_ENTITY:
            shown.update((proposal.left_id, proposal.right_id))
            yield proposal
