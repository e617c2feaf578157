"""``route``: the advisor's question on the command line, from options, a file or standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ontology.errors import QuestionError
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.profile_options import profile_of, profile_options
from verweisnetz.cli.quiet import quietly
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option

if TYPE_CHECKING:
    from queries.profile import Profile
    from queries.route import RoutesAnswer
    from verweisnetz.region import Region


@click.command()
@profile_options
@click.option(
    "-k",
    type=click.IntRange(0, 1000),
    default=3,
    show_default=True,
    help="How many routes per need; 0: only who is competent.",
)
@click.option("--max-legs", type=click.IntRange(0, 8), default=4, show_default=True, help="Handovers at most.")
@click.option("--sheet", metavar="FILE", help="Write the sheet to print: FILE.html, FILE.txt, or - for text on stdout.")
@click.option("--pick", type=click.IntRange(1), default=1, show_default=True, help="The route the sheet is about.")
@schema_option("routes")
@folder_option
@format_option
@language_option
def route(
    folder: str,
    format_: str,
    lang: str | None,
    k: int,
    max_legs: int,
    file: str | None,
    sheet: str | None,
    pick: int,
    **said: Any,
) -> None:
    """Find whom a client can be referred to, through whom, what is still to be asked, and why not elsewhere."""
    from verweisnetz import region
    from verweisnetz.cli.route_text import route_text

    if sheet and not k:
        raise QuestionError(
            "a sheet is about a route: ask with -k 1 or more",
            de="ein Verweisblatt braucht einen Weg: mit -k 1 oder mehr fragen",
        )
    profile = profile_of(said, file)
    asked = region.open(folder)
    answer = quietly(asked.view, profile, file, lambda: asked.routes_for(profile, k, max_legs))
    language = lang or asked.settings.language
    if sheet:
        _sheet(asked, profile, answer, sheet, pick, language)
    elif format_ == "table":
        say(route_text(answer, language))
    else:
        print_answer(answer, language, format_)


def _sheet(asked: Region, profile: Profile, answer: RoutesAnswer, out: str, pick: int, language: str) -> None:
    from verweisnetz.handout import handout_text, write_handout
    from verweisnetz.handout.writing import sheet_of

    sheet = sheet_of(asked, profile, answer, language, pick)
    if out == "-":
        say(handout_text(sheet), nl=False)
    else:
        write_handout(out, sheet)
        click.echo(out)
