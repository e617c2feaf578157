"""The options that say who the client is, written once for every question that asks about one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ontology.errors import QuestionError
from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.profile_file import read_profile

if TYPE_CHECKING:
    from queries.profile import Profile

F = TypeVar("F", bound=Callable[..., Any])

START = click.option("--from", "start", metavar="ACTOR", help="Who refers; else the doors of the group.")
_CLIENT = (
    click.option(
        "--audience", "groups", multiple=True, metavar="GROUP", help="A group the client belongs to (repeatable)."
    ),
    click.option("--need", "needs", multiple=True, metavar="THEME", help="A theme or kind of offer (repeatable)."),
    click.option("--region", "residence", metavar="PLACE", help="Where the client lives: name or AGS."),
    click.option("--workplace", metavar="PLACE", help="Where the client works."),
    click.option("--site", "company_site", metavar="PLACE", help="Where the company is, for a company as client."),
    click.option("--facts", metavar="FACETS", help="What is known, e.g. 'age=34 & employment=marginal'."),
    click.option(
        "--wants",
        multiple=True,
        metavar="NAME=VALUE",
        help="What is needed: language=de:B1, hours=morning, child_care=yes, cost=free, format, accessibility, interpreter.",
    ),
    day_option,
    click.option(
        "--profile", "file", type=click.Path(allow_dash=True), help="A JSON file with all of this; - for stdin."
    ),
)


def profile_options(command: F) -> F:
    """Add every option of a profile: who refers, the client, the needs."""
    return START(client_options(command))


def client_options(command: F) -> F:
    """Add the options of a profile without who refers."""
    for option in reversed(_CLIENT):
        command = option(command)
    return command


def profile_of(said: dict[str, Any], file: str | None) -> Profile:
    """Return the profile options and file say; an option wins over the file.

    Raises:
        QuestionError: what is wrong with it, never a value from the file.
    """
    from queries.profile_words import profile

    day: datetime | None = said.pop("day")
    practical = tuple(_pair(text) for text in said.pop("wants"))
    kept = read_profile(file) if file else {}
    values: dict[str, Any] = {**kept, **{name: value for name, value in said.items() if value}}
    if practical:
        values["practical"] = practical
    if day or "day" in values:
        values["day"] = day.date() if day else date.fromisoformat(values["day"])
    return profile(**values)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise QuestionError(
            f"--wants {text}: write NAME=VALUE, e.g. language=en",
            de=f"--wants {text}: als NAME=WERT schreiben, z. B. language=en",
        )
    return name.strip(), value.strip()
