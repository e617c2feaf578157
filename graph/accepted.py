"""Which statements make facts: the one test every engine uses."""

from __future__ import annotations

from collections.abc import Container

from graph.statement import Statement


def is_accepted(
    statement: Statement, key: str, accepted: Container[str] = frozenset(), rejected: Container[str] = frozenset()
) -> bool:
    """Return whether a person accepted a statement, or nobody reviewed it and it was not read with low confidence."""
    if key in rejected:
        return False
    return statement.tier != "low" or key in accepted


def makes_fact(
    statement: Statement, key: str, accepted: Container[str] = frozenset(), rejected: Container[str] = frozenset()
) -> bool:
    """Return whether a statement is accepted and says how things are (a plan or a wish does not)."""
    return statement.modality == "asserted" and is_accepted(statement, key, accepted, rejected)
