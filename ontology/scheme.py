"""One vocabulary: its concepts, found by id, by any label, or by nearness."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from ontology.concepts import Concept
from ontology.labels import forms, loose
from ontology.text import clean, fold

_BRACKETED = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_SLIP = 75.0
_NEAR_ENOUGH = 60.0
_WORD_LIKE = 4
_AMBIGUOUS = ""


class Scheme:
    """The concepts of one vocabulary, sorted by id.

    Indexes over labels are made at the first look-up; after that ``find`` costs a few dictionary look-ups.
    """

    __slots__ = ("_closures", "_concepts", "_exact", "_loose", "definitions", "labels", "name")

    def __init__(
        self,
        name: str,
        concepts: Iterable[Concept],
        labels: Mapping[str, str] | None = None,
        definitions: Mapping[str, str] | None = None,
    ) -> None:
        self.name = name
        self.labels = dict(labels or {"de": name, "en": name})
        self.definitions = dict(definitions or {})
        self._concepts = {concept.id: concept for concept in sorted(concepts, key=lambda concept: concept.id)}
        self._exact: dict[str, str] = {}
        self._loose: dict[str, str] = {}
        self._closures: dict[tuple[str, str], frozenset[str]] = {}

    def __iter__(self) -> Iterator[Concept]:
        """Yield the concepts in the order of their ids."""
        return iter(self._concepts.values())

    def __len__(self) -> int:
        """Return how many concepts there are."""
        return len(self._concepts)

    def __contains__(self, concept_id: object) -> bool:
        """Return whether a concept has this id."""
        return concept_id in self._concepts

    def __getitem__(self, concept_id: str) -> Concept:
        """Return the concept with this id."""
        return self._concepts[concept_id]

    def __repr__(self) -> str:
        """Return name and size."""
        return f"Scheme({self.name!r}, {len(self)} concepts)"

    def get(self, concept_id: str) -> Concept | None:
        """Return the concept with this id, or nothing."""
        return self._concepts.get(concept_id)

    def find(self, label: str) -> Concept | None:
        """Return the concept a label names, or nothing; never a guess.

        A label counts as written, without gender marks ("/-innen", "*innen", "(m/w/d)", "Kundinnen und Kunden"),
        footnote marks and inflection, and as "long form (short form)" or "one / other" if both name the same.
        """
        return self._found(label) or self._agreed(label)

    def near(self, label: str, limit: int = 5) -> tuple[Concept, ...]:
        """Return concepts whose labels look alike, best first."""
        from rapidfuzz import fuzz, process

        self._index()
        names = [name for name in self._exact if len(name) >= _WORD_LIKE]  # an abbreviation is near to everything
        best: dict[str, None] = {}
        for scorer, enough in ((fuzz.ratio, _SLIP), (fuzz.WRatio, _NEAR_ENOUGH)):  # first slips of the pen, then parts
            hits = process.extract(fold(label), names, scorer=scorer, limit=limit * 8, score_cutoff=enough)
            best |= dict.fromkeys(self._exact[name] for name, _, _ in hits)
        return tuple(self._concepts[concept_id] for concept_id in list(best)[:limit])

    def broader(self, concept_id: str) -> frozenset[str]:
        """Return the ids of everything broader, at any distance, without itself."""
        return self._closure("broader", concept_id, lambda concept: concept.broader)

    def narrower(self, concept_id: str) -> frozenset[str]:
        """Return the ids of everything narrower, at any distance, without itself."""
        return self._closure("narrower", concept_id, lambda concept: concept.narrower)

    def _closure(self, kind: str, concept_id: str, step: Callable[[Concept], tuple[str, ...]]) -> frozenset[str]:
        known = self._closures.get((kind, concept_id))
        if known is None:
            found: set[str] = set()
            open_ids = list(step(self._concepts[concept_id]))
            while open_ids:
                following = open_ids.pop()
                if following not in found:
                    found.add(following)
                    open_ids.extend(step(self._concepts[following]))
            known = self._closures[kind, concept_id] = frozenset(found - {concept_id})
        return known

    def _found(self, label: str) -> Concept | None:
        self._index()
        tried = []
        for form in forms(label):
            tried.append(form)
            concept_id = self._exact.get(form)
            if concept_id:
                return self._concepts[concept_id]
        for form in tried:
            concept_id = self._loose.get(loose(form))
            if concept_id:
                return self._concepts[concept_id]
        return None

    def _agreed(self, label: str) -> Concept | None:
        text = clean(label)
        bracketed = _BRACKETED.match(text)
        parts = list(bracketed.groups()) if bracketed else text.split("/")
        if len(parts) < 2:
            return None
        found = {concept.id if concept else "" for concept in map(self._found, parts)}
        return self._concepts.get(found.pop()) if len(found) == 1 else None

    def _index(self) -> None:
        if self._exact:
            return
        for concept in self:
            for name in concept.names:
                self._exact.setdefault(fold(name), concept.id)
        for concept in self:
            for name in concept.names:
                key = loose(fold(name))
                if self._loose.setdefault(key, concept.id) != concept.id:
                    self._loose[key] = _AMBIGUOUS
