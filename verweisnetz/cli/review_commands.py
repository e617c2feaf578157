"""``review``: what a person has to decide, listed or asked one by one; its verbs decide in one call."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.review_verbs import VERBS, decider, hand_down, listing_of, saved, who_options
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option

if TYPE_CHECKING:
    from verweisnetz.review.answer import ReviewAnswer
    from verweisnetz.review.listing import Listing

SHOWN = 20


@click.group(invoke_without_command=True)
@day_option
@click.option("--source", default="", help="Only statements of this source.")
@click.option("--predicate", default="", help="Only statements of this predicate, such as refersTo.")
@click.option("--overdue", is_flag=True, help="Only plans whose day has passed.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=None,
    help=f"How many of each section; 0: all. Default {SHOWN}; all as json, csv.",
)
@click.option("--measure", type=click.IntRange(0), default=40, show_default=True, help="How many effects to work out.")
@click.option("--ask/--list", "ask", default=None, help="Ask one by one, or list only. Default: ask at a terminal.")
@who_options(required=False)
@schema_option("review", "verweisnetz.review")
@folder_option
@format_option
@language_option
@click.pass_context
def review(
    context: click.Context, /, folder: str, format_: str, lang: str | None, ask: bool | None, **said: Any
) -> None:
    """List what a person has to decide, what would change most first; at a terminal, ask one by one.

    Statements read with low certainty make no fact before somebody accepts them. Labels that may mean one actor
    stay two until somebody says so. Plans whose day has passed are to be enquired about.
    """
    from verweisnetz.cli.review_dialogue import Dialogue, asked_who
    from verweisnetz.cli.review_text import review_text

    if context.invoked_subcommand:
        hand_down(context)
        return
    listing = listing_of(folder)
    language = lang or listing.region.settings.language
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty() and format_ == "table"
    answer = _answer(listing, format_, language, **said)
    if at_terminal if ask is None else ask:
        dialogue = Dialogue(listing, asked_who(decider(**said), language), language)
        dialogue.run(answer)
        saved(dialogue.saved, language)
    elif format_ == "table":
        say(review_text(answer, language))
    else:
        print_answer(answer, language, format_)


for _verb in VERBS:
    review.add_command(_verb)


def _answer(listing: Listing, format_: str, language: str, **said: Any) -> ReviewAnswer:
    from dataclasses import replace

    from verweisnetz.review.listing import Wanted
    from verweisnetz.review.words import word

    def progress(number: int, count: int) -> None:
        click.echo(
            f"\r\033[K{word('measuring', language)} {number}/{count}" + ("\r\033[K" if number == count else ""),
            nl=False,
            err=True,
        )

    limit = said["limit"] if said["limit"] is not None else SHOWN if format_ == "table" else 0
    day = said["day"].date() if said["day"] else date.today()
    wanted = Wanted(day, said["source"], said["predicate"], limit, 0 if said["overdue"] else said["measure"])
    answer = listing.answer(wanted, progress if sys.stderr.isatty() else None)
    return replace(answer, candidates=(), pairs=(), lost=(), open=len(answer.overdue)) if said["overdue"] else answer
