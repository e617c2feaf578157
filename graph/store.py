"""What every store can do: take a change, give back what was said and what holds, answer in its own language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from graph.fact_records import Fact
from graph.records import SourceRecord
from graph.statement import Statement
from ontology.errors import StoreError


@dataclass(frozen=True, slots=True)
class Id:
    """The id of an entity, concept, region or fact as a parameter of a query; stores know it as IRI or as text."""

    value: str


Scalar = str | int | float | bool | Id
Parameters = Mapping[str, Scalar | Sequence[Scalar]]
"""What a native query is given beside its text; a sequence is a set of alternatives."""

Row = dict[str, object]
"""One line of a native answer: texts, numbers, booleans, lists of these; ids come back as ids."""


@dataclass(frozen=True, slots=True)
class Delta:
    """One change of what a store holds. Removals come first, so that a source can be removed and stated anew.

    Args:
        sources: records of sources that are new or described anew.
        removed_sources: ids of sources that go, with exactly their statements.
        statements: to add; one that is there already (the same key) is replaced.
        removed_statements: keys of single statements that go.
        facts: all facts that hold now, in place of those before; ``None`` leaves them as they are.
    """

    sources: Sequence[SourceRecord] = ()
    removed_sources: Sequence[str] = ()
    statements: Sequence[Statement] = ()
    removed_statements: Sequence[str] = ()
    facts: Sequence[Fact] | None = None


class Store(Protocol):
    """A place where statements and facts are kept. What is written is read back equal."""

    def apply(self, delta: Delta) -> None:
        """Make one change.

        Raises:
            StoreError: if a statement's source is unknown, or the store cannot be written.
        """
        ...

    def sources(self) -> Iterator[SourceRecord]:
        """Yield the sources, sorted by id."""
        ...

    def statements(self, source: str | None = None) -> Iterator[Statement]:
        """Yield the statements of one source or of all, sorted by key."""
        ...

    def facts(self) -> Iterator[Fact]:
        """Yield what holds, sorted by table and id."""
        ...

    def select(self, text: str, parameters: Parameters | None = None) -> Iterator[Row]:
        """Yield the rows of a query in the store's own language, with bound parameters; it reads only."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


def whole(
    store: Store, sources: Iterable[SourceRecord], statements: Iterable[Statement], facts: Iterable[Fact]
) -> Delta:
    """Return the change after which a store holds these things and nothing else."""
    return Delta(
        sources=tuple(sources),
        removed_sources=tuple(source.id for source in store.sources()),
        statements=tuple(statements),
        facts=tuple(facts),
    )


def check(delta: Delta, known: Iterable[str]) -> None:
    """Refuse what no store can give back: statements of unknown sources, conditions or details that are not sorted.

    Args:
        known: ids of the sources the store holds before the change.
    """
    ids = set(known).difference(delta.removed_sources).union(source.id for source in delta.sources)
    for statement in delta.statements:
        if statement.source not in ids:
            raise StoreError(f"a statement names the source {statement.source!r}, which nobody described")
        for pairs in (statement.conditions, statement.details):
            if any(one >= other for one, other in pairwise(pairs)):
                raise StoreError(f"conditions and details must be sorted and once each: {statement}")
