"""Asking for a client whose profile came from a file: what it says must not come back in a message."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ontology.errors import QuestionError

if TYPE_CHECKING:
    from graph.view import View
    from queries.profile import Profile

A = TypeVar("A")


def quietly(view: View, profile: Profile, file: str | None, ask: Callable[[], A]) -> A:
    """Return the answer; a failure of a profile from a file is told by its keys, never by its values.

    Raises:
        QuestionError: what cannot be answered.
    """
    try:
        return ask()
    except QuestionError:
        if not file:
            raise
        from queries.profile_fault import fault

        found = fault(view, profile)
        if found is None:
            raise
        raise found from None
