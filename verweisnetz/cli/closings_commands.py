"""``closings``: what closes most."""

from __future__ import annotations

from datetime import datetime

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@click.option("-k", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many closings.")
@day_option
@schema_option("closings")
@folder_option
@format_option
@language_option
def closings(folder: str, format_: str, lang: str | None, day: datetime | None, k: int) -> None:
    """Name the new referrals and extensions that close most weighted gap, and what that choice is worth at least."""
    from queries.best_closings import text
    from verweisnetz import region
    from verweisnetz.cli.closings_text import closings_text

    asked = region.open(folder)
    answer = asked.closings(k, day=day.date() if day else None)
    language = lang or asked.settings.language
    if format_ == "table":
        say(closings_text(answer, language))
    else:
        print_answer(answer, language, format_)
    if format_ == "md":
        say("\n" + text(answer, language))
