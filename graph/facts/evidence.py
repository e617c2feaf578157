"""The evidence table: every place that says something, and which concepts it is evidence about."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from graph.column_rows import ColumnRows
from graph.columns import EncodedTable, encode
from graph.facts.corpus import Corpus
from graph.facts.meaning import Meaning
from graph.facts.offers import OFFERED, offer_names
from graph.layout import LAYOUT
from graph.link import ACTOR_KINDS
from graph.list_columns import ListColumn, flat
from graph.said import NOTHING
from graph.statement import ANY, Mention, Statement

_NO_CONCEPTS = frozenset({*ACTOR_KINDS, "Region"})
"""Kinds of mention that are no concepts, nor offers of a type."""

_CONCEPTS = ("TargetGroup", "Theme")
"""Kinds of mention that are concepts facts are about."""

_TABLE = "evidence"
_ABOUT = "about"


class Evidence(NamedTuple):
    """The places that say something, before concepts have rows.

    Args:
        places: the table without what its rows are about.
        about: which of the concepts the statements name (`named_concepts`), by row.
    """

    places: EncodedTable
    about: ListColumn

    def table(self, rows: Sequence[int]) -> EncodedTable:
        """Return the whole table.

        Args:
            rows: the row of each concept, ascending.
        """
        about = ListColumn(self.about.offsets, array("i", map(rows.__getitem__, self.about.values)))
        table = ColumnRows({_ABOUT: about})
        return self.places.beside(encode({_TABLE: table}, {_TABLE: {_ABOUT: LAYOUT[_TABLE][_ABOUT]}})[_TABLE])


def named_concepts(meaning: Meaning) -> list[str]:
    """Return every concept the statements of a corpus name, ascending."""
    corpus, links = meaning.corpus, meaning.links
    found = {concept for said in meaning.known() for concept in said.named}
    offers = {(source, scope, label) for source, scope, labels in _offers_of(corpus) for label in labels}
    for number in {*corpus.naming, *corpus.named}:
        term = corpus.terms[number]
        if term.label != ANY and term.kind in OFFERED:
            offers.add(term[:3])
        elif term.label != ANY and term.kind in _CONCEPTS:
            found.update(links.concept(term.kind, *term[:3]))
    for offer in offers:
        found.update(links.offers[offer].types, links.offers[offer].themes)
    return sorted(found)


def _offers_of(corpus: Corpus) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield source, scope and labels of the offers that conditions name."""
    for number in set(corpus.narrowed):
        source, scope, _ = corpus.narrowings[number]
        yield source, scope, corpus.offers[number]


def evidence_of(meaning: Meaning, source_rows: Mapping[str, int], concepts: Sequence[str]) -> Evidence:
    """Return where the statements of a corpus stand and which of some concepts they name."""
    places, rows = _places(meaning.corpus, source_rows)
    numbers, named = _about(meaning)
    of_concept = {concept: number for number, concept in enumerate(concepts)}
    lists = [tuple(sorted({of_concept[concept] for concept in names})) for names in named]
    about = ListColumn(*flat([lists[numbers[row]] for row in rows]))
    columns = {name: kind for name, kind in LAYOUT[_TABLE].items() if name != _ABOUT}
    return Evidence(encode({_TABLE: places}, {_TABLE: columns})[_TABLE], about)


def _places(corpus: Corpus, source_rows: Mapping[str, int]) -> tuple[ColumnRows, Iterable[int]]:
    """Return a row per place, and one for a statement without any; and the statement of each row."""
    statements, keys, days = corpus.statements, corpus.keys, corpus.days
    rows: list[int] = []
    places: list[str] = []
    for row, statement in enumerate(statements):
        found = statement.evidence
        if len(found) == 1:
            rows.append(row)
            places.append(str(found[0]))
        else:
            for place in dict.fromkeys(found) or ("",):
                rows.append(row)
                places.append(str(place))
    columns: dict[str, Sequence[Any]] = {
        "statement": list(map(keys.__getitem__, rows)),
        "source": [source_rows[statements[row].source] for row in rows],
        "place": places,
        "original": [statements[row].original for row in rows],
        "checked": list(map(days.__getitem__, rows)),
    }
    return ColumnRows(columns), rows


def _about(meaning: Meaning) -> tuple[Sequence[int], Sequence[tuple[str, ...]]]:
    """Return what the statements name: ``found[numbers[i]]`` are the concepts of statement ``i``."""
    corpus = meaning.corpus
    concepts = [NOTHING if term.kind in _NO_CONCEPTS else number for number, term in enumerate(corpus.terms)]
    known: dict[tuple[int, int, int], int] = {}
    numbers: list[int] = []
    found: list[tuple[str, ...]] = []
    for row, (subject, target, under) in enumerate(zip(corpus.naming, corpus.named, corpus.narrowed, strict=True)):
        key = (concepts[subject], concepts[target], under)
        number = known.get(key)
        if number is None:
            number = known[key] = len(found)
            found.append(_named(meaning, row, corpus.statements[row]))
        numbers.append(number)
    return numbers, found


def _named(meaning: Meaning, row: int, statement: Statement) -> tuple[str, ...]:
    said = meaning.conditions(row, statement)
    kinds: list[str] = []
    for name in offer_names(statement, said.offers):
        offer = meaning.links.offers[statement.source, *name]
        kinds += (*offer.types, *offer.themes)
    objects = _mentioned(meaning, statement)
    if not (kinds or objects):
        return said.named
    return tuple(dict.fromkeys((*objects, *said.named, *kinds)))


def _mentioned(meaning: Meaning, statement: Statement) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for mention in (statement.subject, statement.object):
        if isinstance(mention, Mention):
            if mention.kind == "TargetGroup":
                found += meaning.groups(statement, mention)
            elif mention.kind == "Theme":
                found += meaning.themes(statement, mention)
    return found
