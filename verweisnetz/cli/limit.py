"""How much of a long answer stands on a screen: the first of each kind, and how many more there are."""

from __future__ import annotations

import click

from queries.phrases import phrase

SHOWN = 25

limit_option = click.option(
    "--limit",
    type=click.IntRange(0),
    default=SHOWN,
    show_default=True,
    help="How many of a kind the table shows; 0: all. The other formats always hold all.",
)


def remainder(found: int, limit: int, language: str) -> str:
    """Return how many of what was found are not shown and how to see them, or nothing where all are."""
    more = found - limit if limit else 0
    return phrase("words", "remainder", language, more=str(more)) if more > 0 else ""
