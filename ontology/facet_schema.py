"""Which facets there are, what their values imply and exclude, and under which names people give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from typing import Literal as Choice

from ontology.errors import OntologyError
from ontology.text import fold, slug

Kind = Choice["number", "ordered", "single", "multi"]
Term = tuple[str, str, bool]
"""One elementary sentence: facet, value, and whether the value holds (True) or does not (False)."""

NATURAL: Term = ("person", "natural", True)
COMPANY: Term = ("person", "natural", False)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet; ``implies`` and ``excludes`` are constraints in their text form."""

    id: str
    de: str
    en: str
    implies: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet as ``facets.toml`` describes it; the comments there say what each flag means."""

    id: str
    kind: Kind
    de: str
    en: str
    ask: Mapping[str, str]
    say: Mapping[str, Mapping[str, str]]
    values: Mapping[str, Value]
    levels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    natural: bool = False
    edge: bool = False
    open: bool = False
    total: bool = False
    no: str = ""

    @property
    def is_range(self) -> bool:
        """Whether the facet compares by ``<`` and ``>``."""
        return self.kind in ("number", "ordered")


@dataclass(frozen=True, slots=True)
class Schema:
    """All facets, their names, and what follows from every elementary sentence about them."""

    facets: Mapping[str, Facet]
    names: Mapping[str, tuple[str, ...]]
    value_names: Mapping[tuple[str, str], str]
    entailed: Mapping[Term, frozenset[Term]]

    def candidates(self, name: str) -> tuple[Facet, ...]:
        """Return the facets a name may mean, in the order in which to try them; raise for an unknown name."""
        found = self.names.get(fold(name)) or self.names.get(slug(name).replace("-", "_"))
        if not found:
            near, known = _near(name, self.names), ", ".join(self.facets)
            en, de = (
                (f"did you mean {near}?", f"gemeint {near}?") if near else (f"there are {known}", f"es gibt {known}")
            )
            raise OntologyError(f"unknown facet {name!r}; {en}", de=f"das Merkmal „{name}“ ist nicht bekannt; {de}")
        return tuple(self.facets[facet] for facet in found)

    def value(self, facet: Facet, text: str) -> str | None:
        """Return the id of a value given by id or name; a new one for an open facet; else None."""
        if facet.id == "note":
            return text.strip() or None
        known = self.value_names.get((facet.id, fold(text)))
        return slug(text) if known is None and facet.open and text.strip() else known

    def follow(self, term: Term) -> frozenset[Term]:
        """Return everything that follows from one elementary sentence, itself included."""
        return self.entailed.get(term) or frozenset({term})


def _near(name: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(fold(name), list(known), n=3)
    return ", ".join(near)


@cache
def schema() -> Schema:
    """Return the facets of ``facets.toml``, read once."""
    import tomllib
    from pathlib import Path

    data = tomllib.loads(Path(__file__).with_name("facets.toml").read_text(encoding="utf-8"))
    facets = {name: _facet(name, table) for name, table in data["facet"].items()}
    names: dict[str, tuple[str, ...]] = {fold(name): tuple(targets) for name, targets in data["shorthand"].items()}
    for facet in facets.values():
        for name in (facet.id, facet.de, facet.en, *facet.names):
            names.setdefault(fold(name), (facet.id,))
    return Schema(facets, names, _value_names(facets), _entailments(facets))


def _facet(name: str, table: Mapping[str, Any]) -> Facet:
    """Return one facet; a key the dataclass does not know is an error in the data file."""
    values = {value: _value(value, row) for value, row in table.get("values", {}).items()}
    return Facet(id=name, **{"say": {}, **_frozen(table), "values": values})


def _value(name: str, row: Mapping[str, Any]) -> Value:
    return Value(id=name, **_frozen(row))


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(found) if isinstance(found, list) else found for key, found in table.items()}


def _value_names(facets: Mapping[str, Facet]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for facet in facets.values():
        for level in facet.levels:
            found[(facet.id, fold(level))] = level
        for value in facet.values.values():
            for name in (value.id, value.de, value.en, *value.names):
                found.setdefault((facet.id, fold(name)), value.id)
    return found


def _entailments(facets: Mapping[str, Facet]) -> dict[Term, frozenset[Term]]:
    """Return the closure of every elementary sentence under the binary rules of the data file."""
    after: dict[Term, set[Term]] = {}
    for one, other in _rules(facets):
        after.setdefault(one, set()).add(other)
        after.setdefault(_not(other), set()).add(_not(one))  # contraposition
    terms = [(f.id, v, sign) for f in facets.values() for v in f.values for sign in (True, False)]
    return {term: _closure(term, after) for term in terms}


def _rules(facets: Mapping[str, Facet]) -> Iterable[tuple[Term, Term]]:
    for facet in facets.values():
        ids = list(facet.values)
        for value in facet.values.values():
            here: Term = (facet.id, value.id, True)
            if facet.natural:
                yield here, NATURAL
            yield from ((here, _term(text, facets)) for text in value.implies)
            yield from ((here, _not(_term(text, facets))) for text in value.excludes)
            if facet.kind == "single":
                yield from ((here, (facet.id, other, False)) for other in ids if other != value.id)
        if facet.total:
            one, other = ids
            yield (facet.id, one, False), (facet.id, other, True)


def _term(text: str, facets: Mapping[str, Facet]) -> Term:
    facet, _, value = text.partition("=")
    if facet not in facets or value not in facets[facet].values:
        raise OntologyError(f"facets.toml: {text!r} names no value")
    return facet, value, True


def _not(term: Term) -> Term:
    return term[0], term[1], not term[2]


def _closure(start: Term, after: Mapping[Term, set[Term]]) -> frozenset[Term]:
    found, waiting = {start}, [start]
    while waiting:
        for term in after.get(waiting.pop(), ()):
            if term not in found:
                found.add(term)
                waiting.append(term)
    return frozenset(found)
