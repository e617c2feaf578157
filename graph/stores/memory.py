"""The store in plain Python: the reference for all others."""

from __future__ import annotations

from collections.abc import Iterator

from graph.fact_records import TABLES, Fact
from graph.records import SourceRecord, to_record
from graph.statement import Statement
from graph.store import Delta, Id, Parameters, Row, Scalar, check
from ontology.errors import StoreError


class MemoryStore:
    """Holds everything in dictionaries."""

    def __init__(self) -> None:
        self._sources: dict[str, SourceRecord] = {}
        self._statements: dict[str, Statement] = {}
        self._facts: tuple[Fact, ...] = ()

    def apply(self, delta: Delta) -> None:
        """Make one change."""
        check(delta, self._sources)
        gone = set(delta.removed_sources)
        for source in gone:
            self._sources.pop(source, None)
        for key in [key for key, statement in self._statements.items() if statement.source in gone]:
            del self._statements[key]
        for key in delta.removed_statements:
            self._statements.pop(key, None)
        self._sources.update((source.id, source) for source in delta.sources)
        self._statements.update((statement.key, statement) for statement in delta.statements)
        if delta.facts is not None:
            self._facts = tuple(sorted(delta.facts, key=lambda fact: (fact.table, fact.id)))

    def sources(self) -> Iterator[SourceRecord]:
        """Yield the sources, sorted by id."""
        return iter(sorted(self._sources.values()))

    def statements(self, source: str | None = None) -> Iterator[Statement]:
        """Yield the statements of one source or of all, sorted by key."""
        for key in sorted(self._statements):
            statement = self._statements[key]
            if source is None or statement.source == source:
                yield statement

    def facts(self) -> Iterator[Fact]:
        """Yield what holds, sorted by table and id."""
        return iter(self._facts)

    def select(self, text: str, parameters: Parameters | None = None) -> Iterator[Row]:
        """Yield the rows of a table that have the values asked for.

        Args:
            text: ``source``, ``statement`` or the name of a fact table.
            parameters: column to value, or to the values it may have; a list column fits if one of its values does.
        """
        wanted = {column: _alternatives(value) for column, value in (parameters or {}).items()}
        for row in self._rows(text.strip()):
            if all(_fits(row.get(column), values) for column, values in wanted.items()):
                yield row

    def close(self) -> None:
        """Nothing to let go of."""

    def _rows(self, table: str) -> Iterator[Row]:
        if table == "source":
            return (to_record(source) for source in self.sources())
        if table == "statement":
            return ({"key": statement.key, **to_record(statement)} for statement in self.statements())
        if table not in TABLES:
            raise StoreError(f"there is no table {table!r}; there are source, statement, {', '.join(TABLES)}")
        return ({"id": fact.id, **fact.values} for fact in self._facts if fact.table == table)


def _alternatives(value: Scalar | object) -> tuple[object, ...]:
    values = value if isinstance(value, (list, tuple, set, frozenset)) else (value,)
    return tuple(one.value if isinstance(one, Id) else one for one in values)


def _fits(value: object, wanted: tuple[object, ...]) -> bool:
    return any(one in wanted for one in value) if isinstance(value, tuple) else value in wanted
