"""``teams``: who counsels a client jointly."""

from __future__ import annotations

from typing import Any

import click

from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.profile_options import client_options, profile_of
from verweisnetz.cli.quiet import quietly
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@client_options
@click.option("-k", type=click.IntRange(0, 100), default=3, show_default=True, help="How many proposals.")
@schema_option("teams")
@folder_option
@format_option
@language_option
def teams(folder: str, format_: str, lang: str | None, k: int, file: str | None, **said: Any) -> None:
    """Find agreed counselling teams that fit a client, and propose the smallest rounds that cover all needs."""
    from verweisnetz import region
    from verweisnetz.cli.teams_text import teams_text

    asked = region.open(folder)
    client = profile_of(said, file)
    answer = quietly(asked.view, client, file, lambda: asked.teams(client, k=k))
    language = lang or asked.settings.language
    if format_ == "table":
        say(teams_text(answer, language))
    else:
        print_answer(answer, language, format_)
