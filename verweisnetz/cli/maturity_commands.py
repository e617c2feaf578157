"""``maturity``: what of the guideline's points there is evidence for."""

from __future__ import annotations

from datetime import datetime

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option


@click.command()
@day_option
@schema_option("maturity")
@folder_option
@format_option
@language_option
def maturity(day: datetime | None, folder: str, format_: str, lang: str | None) -> None:
    """Go through the points of the guideline on networked education regions: evidence, unknown, or solved otherwise.

    What people decided stands in tables/maturity.csv, the network's own success indicators in tables/indicators.csv.
    """
    from verweisnetz import region
    from verweisnetz.cli.maturity_text import maturity_text

    asked = region.open(folder)
    answer = asked.maturity(day=day.date() if day else None)
    language = lang or asked.settings.language
    if format_ == "table":
        say(maturity_text(answer, language))
    else:
        print_answer(answer, language, format_)
