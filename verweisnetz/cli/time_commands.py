"""``horizon`` and ``diff``: what ends, and what changed."""

from __future__ import annotations

from datetime import datetime

import click

from verweisnetz.cli.day_option import DAY, day_option
from verweisnetz.cli.limit import limit_of
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@day_option
@click.option("--until", type=DAY, metavar="DAY", help="The horizon; default the region's, else half a year.")
@limit_of(60)
@schema_option("horizon")
@folder_option
@format_option
@language_option
def horizon(
    day: datetime | None, until: datetime | None, limit: int, folder: str, format_: str, lang: str | None
) -> None:
    """Say which offers, projects, events and referrals end up to a day, and for which projects no end is known."""
    from verweisnetz import region
    from verweisnetz.cli.time_text import horizon_text

    asked = region.open(folder)
    answer = asked.horizon(day=day.date() if day else None, until=until.date() if until else None)
    language = lang or asked.settings.language
    if format_ == "table":
        say(horizon_text(answer, language, limit))
    else:
        print_answer(answer, language, format_)


@click.command()
@click.argument("before", default="")
@click.option("--region", "other", type=click.Path(exists=True, file_okay=False), help="Compare with this region.")
@day_option
@limit_of(60)
@schema_option("diff")
@folder_option
@format_option
@language_option
def diff(
    before: str, other: str | None, day: datetime | None, limit: int, folder: str, format_: str, lang: str | None
) -> None:
    """Say what is new, gone or different since BEFORE: default the generation before this one.

    BEFORE is the beginning of a generation's id, its tag (`build --tag`), or a day (2026-09-30) on which it answered.
    """
    from ontology.errors import QuestionError
    from verweisnetz import region
    from verweisnetz.cli.time_text import changes_text

    if before and other:
        raise QuestionError(
            "compare either with a generation or with another region",
            de="entweder mit einer Fassung vergleichen oder mit einer anderen Region",
        )
    asked = region.open(folder)
    earlier = region.open(other) if other else asked.generation_before(before)
    answer = asked.changes(earlier, day=day.date() if day else None)
    language = lang or asked.settings.language
    if format_ == "table":
        say(changes_text(answer, language, limit))
    else:
        print_answer(answer, language, format_)
