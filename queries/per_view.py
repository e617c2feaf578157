"""What is made of a view once, and kept as long as the view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from graph.view import View

Made = TypeVar("Made")


def per_view(make: Callable[[View], Made]) -> Callable[[View], Made]:
    """Return a function that makes something of a view when first asked for and then gives the same.

    What is made must not hold the view (its tables, or a proxy of it): what held its own key would never be let go.
    """
    kept: WeakKeyDictionary[View, Made] = WeakKeyDictionary()

    @wraps(make)
    def of(view: View) -> Made:
        found = kept.get(view)
        if found is None:
            found = kept[view] = make(view)
        return found

    return of
