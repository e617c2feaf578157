"""``senders``: the reverse question, asked by whoever receives clients."""

from __future__ import annotations

from datetime import datetime

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@click.argument("actor")
@day_option
@click.option("--max-legs", type=click.IntRange(1, 8), default=2, show_default=True, help="1: direct senders only.")
@schema_option("senders")
@folder_option
@format_option
@language_option
def senders(actor: str, day: datetime | None, max_legs: int, folder: str, format_: str, lang: str | None) -> None:
    """Say who can send whom to ACTOR, on which conditions, and which of its offers nobody is known to send to."""
    from verweisnetz import region
    from verweisnetz.cli.senders_text import senders_text

    asked = region.open(folder)
    answer = asked.senders(actor, day=day.date() if day else None, max_legs=max_legs)
    language = lang or asked.settings.language
    if format_ == "table":
        say(senders_text(answer, language))
    else:
        print_answer(answer, language, format_)
