"""Which mentions are one actor: by the key of the institution, by aliases, by people's decisions; never by likeness."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from graph.aliases import Aliases
from graph.beside import beside
from graph.decisions import LinkDecision
from graph.issue import Issue, Severity
from graph.terms import ActorTerm
from ontology.institutions import InstitutionKey, institution
from ontology.text import fold, slug

DECISIONS = "decisions/links.csv"

_MANY_NAMES = 2_000
"""From so many names on it is worth a process to read half of them."""


@dataclass(slots=True)
class Clusters:
    """Entity ids of actor mentions.

    ``keys`` holds what the names of an entity say, ``different`` the pairs people keep apart, ``unused`` is left of
    decisions that concern no label.
    """

    aliases: Aliases
    decisions: tuple[LinkDecision, ...] = ()
    given: Mapping[ActorTerm, str] = field(default_factory=dict)
    ids: dict[ActorTerm, str] = field(default_factory=dict)
    keys: dict[str, set[InstitutionKey]] = field(default_factory=dict)
    different: set[tuple[str, str]] = field(default_factory=set)
    issues: list[Issue] = field(default_factory=list)
    _parents: dict[str, str] = field(default_factory=dict)
    _taken: dict[str, InstitutionKey] = field(default_factory=dict)
    _keys: dict[tuple[str, str], InstitutionKey] = field(default_factory=dict)
    _by_key: dict[InstitutionKey, str] = field(default_factory=dict)

    def cluster(self, terms: Iterable[ActorTerm]) -> None:
        """Give every mention its entity; the order of the mentions does not matter."""
        ordered = sorted(terms)
        self._read(ordered)
        for term in ordered:
            self.ids[term] = self.given.get(term) or self._automatic(*term)
        known = [decision for decision in sorted(self.decisions) if decision.decision in ("same", "different")]
        by_label: dict[str, list[ActorTerm]] = {}
        for term in self.ids if known else ():
            by_label.setdefault(fold(term[2]), []).append(term)
        for decision in known:
            if decision.decision == "different":
                self._split(decision, by_label)
        for decision in known:
            if decision.decision == "same":
                self._join(decision, by_label)
        self.ids = {term: self._root(entity) for term, entity in self.ids.items()}
        self._gather()

    def _read(self, terms: Sequence[ActorTerm]) -> None:
        """Read what many names say, half of them beside the others."""
        names = [(self.aliases.long(*term) or term[2], term[1]) for term in terms if term not in self.given]
        names = list(dict.fromkeys(names))
        half = len(names) // 2
        with beside(partial(_keys, names[half:]), len(names), few=_MANY_NAMES, many=sys.maxsize) as others:
            if len(names) >= _MANY_NAMES:
                self._keys = dict(zip(names, [*_keys(names[:half]), *others()], strict=True))

    def named(self, source: str, label: str) -> str:
        """Return the entity a label outside of statements means (a publisher), which may have no mention."""
        known = self.ids.get((source, "", label))
        return known or self._root(self._automatic(source, "", label))

    def _automatic(self, source: str, scope: str, label: str) -> str:
        long = self.aliases.long(source, scope, label) or label
        key = self._keys.get((long, scope)) or institution(long, scope=scope)
        known = self._by_key.get(key)
        if known and not key.bare:
            return known
        if key.bare:
            apart = f"~{slug(scope)}" if scope and self.aliases.varies(source, label) else ""
            entity = f"actor/{slug(long)}~{slug(source)}{apart}"
        else:
            entity = self._of_key(key)
            self._by_key[key] = entity
        self.keys.setdefault(entity, set()).add(key)
        return entity

    def _of_key(self, key: InstitutionKey) -> str:
        """Return the id of a key; two keys never share one."""
        entity = f"actor/{key.slug()}"
        if self._taken.setdefault(entity, key) != key:
            entity = f"{entity}-{slug('-'.join((key.type, *key.places, *key.tokens)))}"
        return entity

    def _split(self, decision: LinkDecision, by_label: Mapping[str, list[ActorTerm]]) -> None:
        left = self._concerned(decision, by_label)
        right = self._right(decision, by_label)
        for term in left:
            entity = self.ids[term]
            if entity in right:
                parts = [slug(part) for part in (decision.left, decision.source, decision.scope) if part]
                self.ids[term] = "~".join([entity, *parts])
                self.keys.setdefault(self.ids[term], set()).update(self.keys.get(entity, ()))
            self.different.update(_pair(self.ids[term], other) for other in right)

    def _join(self, decision: LinkDecision, by_label: Mapping[str, list[ActorTerm]]) -> None:
        left = {self.ids[term] for term in self._concerned(decision, by_label)}
        for one in sorted(left):
            for other in sorted(self._right(decision, by_label)):
                roots = self._root(one), self._root(other)
                if any({self._root(a), self._root(b)} == set(roots) for a, b in self.different):
                    self._report("VN4104", decision)
                elif roots[0] != roots[1]:
                    first, second = sorted(roots, key=self._preference)
                    self._parents[second] = first

    def _concerned(self, decision: LinkDecision, by_label: Mapping[str, list[ActorTerm]]) -> list[ActorTerm]:
        found = [term for term in by_label.get(fold(decision.left), ()) if decision.concerns(*term)]
        if decision.left.startswith("actor/"):
            found = [term for term, entity in self.ids.items() if entity == decision.left]
        if not found:
            self._report("VN4105", decision, "info")
        return found

    def _right(self, decision: LinkDecision, by_label: Mapping[str, list[ActorTerm]]) -> set[str]:
        """Return the entities the right side means: an id, the mentions of that label, else whom it would name."""
        if decision.right.startswith("actor/"):
            return {decision.right}
        same_label = fold(decision.left) == fold(decision.right)
        terms = [
            term for term in by_label.get(fold(decision.right), ()) if not (same_label and decision.concerns(*term))
        ]
        ids = {self.ids[term] for term in terms}
        scoped = {self.ids[term] for term in terms if term[0] == decision.source} if decision.source else set()
        return scoped or ids or {self._automatic(decision.source, decision.scope, decision.right)}

    def _report(self, code: str, decision: LinkDecision, severity: Severity = "warning") -> None:
        value = f"{decision.decision};{decision.left};{decision.right}"
        params = (("left", decision.left), ("right", decision.right))
        self.issues.append(Issue(code, DECISIONS, None, value, params, severity))

    def _root(self, entity: str) -> str:
        while entity in self._parents:
            entity = self._parents[entity]
        return entity

    def _preference(self, entity: str) -> tuple[bool, int, int, str]:
        """Say which id a joined entity keeps: the one that says most, whatever the order of decisions."""
        keys = self.keys.get(entity, set())
        places = max((len(key.places) for key in keys), default=0)
        return "~" in entity, -places, -max((len(key.tokens) for key in keys), default=0), entity

    def _gather(self) -> None:
        for entity in list(self.keys):
            root = self._root(entity)
            if root != entity:
                self.keys.setdefault(root, set()).update(self.keys.pop(entity))
        self.different = {_pair(self._root(one), self._root(other)) for one, other in self.different}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _keys(names: Sequence[tuple[str, str]]) -> list[InstitutionKey]:
    """Return what names say, each with the scope it stands in."""
    return [institution(name, scope=scope) for name, scope in names]
