"""``events`` and ``guides``: where a client can go by date, and who accompanies their group."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from verweisnetz.cli.day_option import DAY
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.profile_options import client_options, profile_of
from verweisnetz.cli.quiet import quietly
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@client_options
@click.option("--until", type=DAY, metavar="DAY", help="Last day to look at; default six weeks ahead.")
@click.option("--without-registration", is_flag=True, help="Only what one can simply go to.")
@schema_option("events")
@folder_option
@format_option
@language_option
def events(
    folder: str,
    format_: str,
    lang: str | None,
    until: datetime | None,
    without_registration: bool,
    file: str | None,
    **said: Any,
) -> None:
    """Find events for a client within some weeks: when, where, for whom, whether to register. Past ones never."""
    from verweisnetz import region
    from verweisnetz.cli.events_text import events_text

    asked = region.open(folder)
    last = until.date() if until else None
    client = profile_of(said, file)
    answer = quietly(
        asked.view, client, file, lambda: asked.events(client, until=last, without_registration=without_registration)
    )
    language = lang or asked.settings.language
    if format_ == "table":
        say(events_text(answer, language))
    else:
        print_answer(answer, language, format_)


@click.command()
@client_options
@schema_option("guides")
@folder_option
@format_option
@language_option
def guides(folder: str, format_: str, lang: str | None, file: str | None, **said: Any) -> None:
    """Name the guides (Lotsen) of a client's group where the client is, and how to reach them."""
    from verweisnetz import region
    from verweisnetz.cli.events_text import guides_text

    asked = region.open(folder)
    client = profile_of(said, file)
    answer = quietly(asked.view, client, file, lambda: asked.guides(client))
    language = lang or asked.settings.language
    if format_ == "table":
        say(guides_text(answer, language))
    else:
        print_answer(answer, language, format_)
