"""``hygiene`` and ``contacts``: what whoever keeps the graph, and the data-protection officer, look at."""

from __future__ import annotations

from datetime import datetime

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.limit import limit_of, limit_option
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@day_option
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help="Only findings of this kind, by code (dead_end) or by name (Sackgasse); may be repeated.",
)
@limit_option
@schema_option("hygiene")
@folder_option
@format_option
@language_option
def hygiene(
    day: datetime | None, kinds: tuple[str, ...], limit: int, folder: str, format_: str, lang: str | None
) -> None:
    """List dead ends, carousels, orphan offers, contradictions, overdue plans, and data passed on without a basis."""
    from verweisnetz import region
    from verweisnetz.cli.hygiene_text import hygiene_text

    asked = region.open(folder)
    answer = asked.hygiene(day=day.date() if day else None, kinds=kinds)
    language = lang or asked.settings.language
    if format_ == "table":
        say(hygiene_text(answer, language, limit))
    else:
        print_answer(answer, language, format_)


@click.command()
@click.argument("actor", default="")
@click.option("--text", default="", help="Only contacts that hold these words.")
@click.option("--kind", type=click.Choice(("name", "phone", "mail", "web", "address")), help="Only this kind.")
@day_option
@limit_of(250)
@schema_option("contacts")
@folder_option
@format_option
@language_option
def contacts(
    actor: str,
    text: str,
    kind: str | None,
    day: datetime | None,
    limit: int,
    folder: str,
    format_: str,
    lang: str | None,
) -> None:
    """Say which contacts of ACTOR (of all, where it is left out) are stored, how old they are, and where they stand."""
    from queries.phrases import phrase
    from verweisnetz import region

    asked = region.open(folder)
    answer = asked.contacts(actor, text=text, kind=kind or "", day=day.date() if day else None)
    language = lang or asked.settings.language
    print_answer(answer, language, format_, limit, phrase("hygiene_words", "no_contacts", language))
