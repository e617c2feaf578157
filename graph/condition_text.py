r"""Conditions of a statement as one line a person can read and write: ``audience=Frauen; theme=Sprache``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.statement import CONDITIONS
from ontology.errors import StatementError

_PARTS = re.compile(r"((?:[^;\\]|\\.)*)(?:;|$)", re.DOTALL)


def conditions_text(conditions: Iterable[tuple[str, str]]) -> str:
    """Return conditions as a line; a semicolon or backslash inside a value has a backslash before it."""
    return "; ".join(name + "=" + re.sub(r"([;\\])", r"\\\1", value) for name, value in conditions)


def conditions_of(text: str) -> tuple[tuple[str, str], ...]:
    """Return the conditions a line says, sorted and once each.

    Raises:
        StatementError: a part is no ``name=value``, or there is no such condition.
    """
    found = set()
    for part in filter(str.strip, _PARTS.findall(text)):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        value = re.sub(r"\\(.)", r"\1", value, flags=re.DOTALL)
        if not sign or not value or name not in CONDITIONS:
            known = ", ".join(CONDITIONS)
            raise StatementError(
                f"“{part.strip()}” is no condition; write name=value; names are {known}",
                de=f"„{part.strip()}“ ist keine Bedingung; so schreiben: Name=Wert; Namen sind {known}",
            )
        found.add((name, value))
    return tuple(sorted(found))
