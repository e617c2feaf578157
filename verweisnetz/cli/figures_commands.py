"""``figures``: who holds the network together, who stands apart, who sits where."""

from __future__ import annotations

from datetime import datetime

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.limit import limit_option
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@day_option
@click.option("-k", type=click.IntRange(0), default=5, show_default=True, help="How many brokers to name.")
@limit_option
@schema_option("figures")
@folder_option
@format_option
@language_option
def figures(day: datetime | None, k: int, limit: int, folder: str, format_: str, lang: str | None) -> None:
    """Show brokers, articulation points, communities, isolated actors and bodies, each with what it means."""
    from verweisnetz import region
    from verweisnetz.cli.figures_text import figures_text

    asked = region.open(folder)
    answer = asked.figures(day=day.date() if day else None, k=k)
    language = lang or asked.settings.language
    if format_ == "table":
        say(figures_text(answer, language, limit))
    else:
        print_answer(answer, language, format_)
