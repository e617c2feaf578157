"""``route``: the advisor's question on the command line, from options, a file or standard input."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from ontology.errors import QuestionError
from verweisnetz.cli.output import folder_option, format_option, headed, language_option, print_rows
from verweisnetz.cli.profile_file import read_profile
from verweisnetz.cli.saying import say

if TYPE_CHECKING:
    from queries.profile import Profile


@click.command()
@click.option("--from", "start", metavar="ACTOR", help="Who refers; else the doors of the group.")
@click.option(
    "--audience", "groups", multiple=True, metavar="GROUP", help="A group the client belongs to (repeatable)."
)
@click.option("--need", "needs", multiple=True, metavar="THEME", help="A theme or kind of offer (repeatable).")
@click.option("--region", "residence", metavar="PLACE", help="Where the client lives: name or AGS.")
@click.option("--workplace", metavar="PLACE", help="Where the client works.")
@click.option("--site", "company_site", metavar="PLACE", help="Where the company is, for a company as client.")
@click.option("--facts", metavar="FACETS", help="What is known, e.g. 'age=34 & employment=marginal'.")
@click.option("--wants", multiple=True, metavar="NAME=VALUE", help="format, language, cost, hours, child_care, …")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day to ask for; default today.")
@click.option("--profile", "file", type=click.Path(allow_dash=True), help="A JSON file with all of this; - for stdin.")
@click.option("-k", type=click.IntRange(1, 1000), default=3, show_default=True, help="How many routes per need.")
@click.option("--max-legs", type=click.IntRange(0, 8), default=4, show_default=True, help="Handovers at most.")
@folder_option
@format_option
@language_option
def route(folder: str, format_: str, lang: str | None, k: int, max_legs: int, file: str | None, **said: Any) -> None:
    """Find whom a client can be referred to, through whom, what is still to be asked, and why not elsewhere."""
    from verweisnetz import region
    from verweisnetz.cli.route_text import route_text

    profile = _profile(said, file)
    asked = region.open(folder)
    answer = asked.routes_for(profile, k, max_legs)
    language = lang or asked.settings.language
    if format_ == "table":
        say(route_text(answer, language))
    else:
        print_rows(headed(answer, language), format_, answer.to_dict())


def _profile(said: dict[str, Any], file: str | None) -> Profile:
    from queries.profile import Profile

    day: datetime | None = said.pop("day")
    practical = dict(_pair(text) for text in said.pop("wants"))
    values: dict[str, Any] = {name: value for name, value in said.items() if value}
    if practical:
        values["practical"] = practical
    values = {**(read_profile(file) if file else {}), **values}
    return Profile(
        facts=values.get("facts", ""),
        groups=tuple(values.get("groups", ())),
        needs=tuple(values.get("needs", ())),
        residence=values.get("residence", ""),
        workplace=values.get("workplace", ""),
        company_site=values.get("company_site", ""),
        practical=tuple(sorted(values.get("practical", {}).items())),
        day=day.date() if day else date.fromisoformat(values["day"]) if "day" in values else None,
        start=values.get("start", ""),
    )


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise QuestionError(
            f"--wants {text}: write NAME=VALUE, e.g. language=en",
            de=f"--wants {text}: als NAME=WERT schreiben, z. B. language=en",
        )
    return name.strip(), value.strip()
