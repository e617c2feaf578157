"""``report``: one page for a meeting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from verweisnetz.cli.day_option import day_option
from verweisnetz.cli.output import folder_argument, language_option


@click.command()
@folder_argument
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; default: standard output.")
@click.option("--since", default="", help="Compare with a generation: its id, a tag, or a day such as 2026-09-30.")
@day_option
@click.option(
    "--format", "format_", type=click.Choice(("html", "md")), help="Default: by the ending of --out, else html."
)
@language_option
def report(
    folder: str, out: Path | None, since: str, day: datetime | None, format_: str | None, lang: str | None
) -> None:
    """Write one page for a meeting: map, coverage, gaps, what changed, what ends, what to decide, with evidence.

    The page needs no network and no script, and prints on A4.
    """
    from verweisnetz import region
    from verweisnetz.report.writing import report_text, write_report

    found = region.open(folder).report(day=day.date() if day else None, since=since, language=lang or "")
    if out is None or str(out) == "-":
        click.echo(report_text(found, format_ or "html"), nl=False)
    else:
        write_report(found, out, format_ or "")
        click.echo(str(out), err=True)
