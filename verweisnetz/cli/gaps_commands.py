"""``coverage`` and ``gaps``: the analyst's questions."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.limit import limit_of, limit_option
from verweisnetz.cli.output import folder_option, format_option, language_option, print_answer
from verweisnetz.cli.saying import say
from verweisnetz.cli.schema_option import schema_option

KINDS = ("A", "A1", "A2", "B", "C", "D", "E", "F", "G")
"""What a gap may be called: a kind, or one of the two sorts of A; as `queries.gaps.SORTS`, which help need not load."""

kind_option = click.option(
    "--kind",
    "kinds",
    multiple=True,
    callback=lambda _context, _option, kinds: tuple(kind.strip().upper() for kind in kinds),
    help="Only gaps of this kind (A to G, also A1 or A2; repeatable).",
)


@click.command()
@day_option
@click.option("--every", is_flag=True, help="Every combination of values, not only those that occur or are needed.")
@click.option("--by-kind", is_flag=True, help="Look at the kind of offer too.")
@limit_of(250)
@schema_option("coverage")
@folder_option
@format_option
@language_option
def coverage(
    folder: str, format_: str, lang: str | None, day: datetime | None, every: bool, by_kind: bool, limit: int
) -> None:
    """Show which groups are served on which themes, where it matters."""
    from queries.coverage import in_words
    from verweisnetz import region

    asked = region.open(folder)
    answer = asked.coverage(day=day.date() if day else None, every=every, by_kind=by_kind)
    language = lang or asked.settings.language
    if format_ != "table" or answer.cells:
        print_answer(answer, language, format_, limit)
    if format_ == "table":
        say(("\n" if answer.cells else "") + in_words(answer, language))


@click.command()
@click.option("--by", type=click.Choice(["audience", "theme", "region"]), default="audience", show_default=True)
@click.option("--kind", default="", help="Only this kind of offer.")
@day_option
@schema_option("rollup")
@folder_option
@format_option
@language_option
def rollup(
    folder: str,
    format_: str,
    lang: str | None,
    day: datetime | None,
    by: Literal["audience", "theme", "region"],
    kind: str,
) -> None:
    """Add coverage up: for each group, theme or region, in how many cells it is served, in part, or not at all."""
    from verweisnetz import region

    asked = region.open(folder)
    answer = asked.rolled_up(by, day=day.date() if day else None, kind=kind)
    language = lang or asked.settings.language
    print_answer(answer, language, format_)


@click.command()
@day_option
@kind_option
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(KINDS),
    help="Exit with 1 when there is a gap of this kind (repeatable).",
)
@limit_option
@schema_option("gaps")
@folder_option
@format_option
@language_option
def gaps(
    folder: str,
    format_: str,
    lang: str | None,
    day: datetime | None,
    kinds: tuple[str, ...],
    fail_on: tuple[str, ...],
    limit: int,
) -> None:
    """List the gaps, the heaviest first, each with its evidence and what would close it."""
    from verweisnetz import region
    from verweisnetz.cli.gaps_text import gaps_text

    asked = region.open(folder)
    answer = asked.gaps(day=day.date() if day else None, kinds=kinds)
    language = lang or asked.settings.language
    if format_ == "table":
        say(gaps_text(answer, language, limit))
    else:
        print_answer(answer, language, format_)
    if any(gap.kind in fail_on or gap.sub in fail_on for gap in answer.gaps):
        raise SystemExit(1)
