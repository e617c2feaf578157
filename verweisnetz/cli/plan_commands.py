"""``plan``: several needs of one client at once."""

from __future__ import annotations

from typing import Any

import click

from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.profile_options import profile_of, profile_options
from verweisnetz.cli.quiet import quietly
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@profile_options
@click.option("-k", type=click.IntRange(1, 100), default=3, show_default=True, help="How many equal plans.")
@click.option("--max-legs", type=click.IntRange(0, 8), default=4, show_default=True, help="Handovers at most per need.")
@schema_option("plan")
@folder_option
@format_option
@language_option
def plan(folder: str, format_: str, lang: str | None, k: int, max_legs: int, file: str | None, **said: Any) -> None:
    """Meet several needs with the fewest handovers; steps that needs share count once. Exact up to six needs."""
    from verweisnetz import region
    from verweisnetz.cli.plan_text import plan_text

    asked = region.open(folder)
    client = profile_of(said, file)
    answer = quietly(asked.view, client, file, lambda: asked.plan(client, k=k, max_legs=max_legs))
    language = lang or asked.settings.language
    if format_ == "table":
        say(plan_text(answer, language))
    else:
        print_answer(answer, language, format_)
