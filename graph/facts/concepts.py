"""The concept table: vocabularies, groups made from limits, local labels, and what is broader than what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.facts.meaning import Meaning
from graph.facts.subsumption import wider_by_facets
from graph.limits import is_narrowed
from ontology.facets import parse
from ontology.vocabulary import Concept


def concept_rows(meaning: Meaning, used: Iterable[str]) -> list[dict[str, Any]]:
    """Return the concept table, sorted by id: every vocabulary in full and what of ``used`` none of them has."""
    vocabulary, local = meaning.vocabulary, meaning.links.local
    known = {concept.id: concept for scheme in vocabulary.schemes.values() for concept in scheme}
    made = sorted({concept for concept in used if concept not in known})
    ids = sorted([*known, *made])
    rows = {concept: number for number, concept in enumerate(ids)}
    described = {concept: _of_vocabulary(known[concept]) for concept in known}
    for concept in made:
        described[concept] = _narrowed(meaning, concept) if is_narrowed(concept) else _local(concept, local)
    broader = _closures(known, made, meaning, {concept: row["alternatives"] for concept, row in described.items()})
    narrower: dict[str, list[int]] = {}
    for concept in ids:
        for wider in broader[concept]:
            narrower.setdefault(wider, []).append(rows[concept])
    return [
        {
            "id": concept,
            "scheme": concept.partition("/")[0],
            **described[concept],
            "broader": sorted(rows[wider] for wider in broader[concept]),
            "narrower": narrower.get(concept, ()),
            "themes": [rows[theme] for theme in (known[concept].themes if concept in known else ()) if theme in rows],
        }
        for concept in ids
    ]


def _of_vocabulary(concept: Concept) -> dict[str, Any]:
    return {
        "label_de": concept.label("de"),
        "label_en": concept.label("en"),
        "names": " | ".join(dict.fromkeys(name for name in concept.names if name)),
        "alternatives": " | ".join(concept.alternatives),
        "local": 0,
    }


def _local(concept: str, labels: Mapping[str, str]) -> dict[str, Any]:
    label = labels.get(concept, concept)
    return {"label_de": label, "label_en": label, "names": label, "alternatives": "", "local": 1}


def _narrowed(meaning: Meaning, concept: str) -> dict[str, Any]:
    made = meaning.narrowed(concept)
    return {
        "label_de": made.label_de,
        "label_en": made.label_en,
        "names": made.label_de,
        "alternatives": made.alternatives,
        "local": 1 if made.base.startswith("audience/~") else 0,
    }


def _closures(
    known: Mapping[str, Concept], made: Iterable[str], meaning: Meaning, alternatives: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Return everything broader than each concept: by its vocabulary's word, its base, and by facets."""
    direct: dict[str, set[str]] = {concept: set(known[concept].broader) for concept in known}
    for concept in made:
        base = meaning.narrowed(concept).base if is_narrowed(concept) else ""
        direct[concept] = {base} if base in alternatives else set()
    groups = {
        concept: parse(text) for concept, text in alternatives.items() if text and concept.startswith("audience/")
    }
    for concept, wider in wider_by_facets(groups):
        direct[concept].add(wider)
    closed: dict[str, frozenset[str]] = {}
    for concept in direct:
        _close(concept, direct, closed)
    return closed


def _close(concept: str, direct: Mapping[str, set[str]], closed: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return everything reachable upwards without the concept itself; circles (equal groups) do no harm."""
    found: set[str] = set()
    waiting = list(direct[concept])
    while waiting:
        wider = waiting.pop()
        if wider not in found and wider in direct:
            known = closed.get(wider)
            found.add(wider)
            if known is None:
                waiting.extend(direct[wider])
            else:
                found |= known
    closed[concept] = frozenset(found - {concept})
    return closed[concept]
