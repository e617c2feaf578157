"""How much of a long answer stands on a screen: the first of each kind, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

SHOWN = 25
Command = TypeVar("Command", bound=Callable[..., Any])


def limit_of(shown: int) -> Callable[[Command], Command]:
    """Return the option that says how much of an answer a screen shows."""
    return click.option(
        "--limit",
        type=click.IntRange(0),
        default=shown,
        show_default=True,
        help="How many of a kind the table shows; 0: all. The other formats always hold all.",
    )


limit_option = limit_of(SHOWN)


def remainder(found: int, limit: int, language: str) -> str:
    """Return how many of what was found are not shown and how to see them, or nothing where all are."""
    from queries.phrases import phrase

    more = found - limit if limit else 0
    return phrase("words", "remainder", language, more=str(more)) if more > 0 else ""
