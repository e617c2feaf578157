"""``route``: the advisor's question on the command line, from options, a file or standard input."""

from __future__ import annotations

from typing import Any

import click

from verweisnetz.cli.output import folder_option, format_option, headed, language_option, print_rows
from verweisnetz.cli.profile_options import profile_of, profile_options
from verweisnetz.cli.saying import say


@click.command()
@profile_options
@click.option("-k", type=click.IntRange(1, 1000), default=3, show_default=True, help="How many routes per need.")
@click.option("--max-legs", type=click.IntRange(0, 8), default=4, show_default=True, help="Handovers at most.")
@folder_option
@format_option
@language_option
def route(folder: str, format_: str, lang: str | None, k: int, max_legs: int, file: str | None, **said: Any) -> None:
    """Find whom a client can be referred to, through whom, what is still to be asked, and why not elsewhere."""
    from verweisnetz import region
    from verweisnetz.cli.route_text import route_text

    profile = profile_of(said, file)
    asked = region.open(folder)
    answer = asked.routes_for(profile, k, max_legs)
    language = lang or asked.settings.language
    if format_ == "table":
        say(route_text(answer, language))
    else:
        print_rows(headed(answer, language), format_, answer.to_dict())
