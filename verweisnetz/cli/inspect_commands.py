"""``inspect``: how one file is read, to be seen, and the profile to correct it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from verweisnetz.cli.output import language_option

_OUT = click.Path(dir_okay=False, path_type=Path)
_IN = click.Path(dir_okay=False, exists=True, path_type=Path)


@click.command()
@click.argument("file", type=_IN)
@click.option("--html", type=_OUT, help="Write the view for the browser there: every sheet, cell by cell.")
@click.option("--write", type=_OUT, help="Write the profile of this reading there (YAML), to be corrected.")
@click.option("--profile", type=_IN, help="Read FILE with this profile.")
@click.option("--automatic", is_flag=True, help="Read FILE without any profile.")
@click.option("--folder", "-C", type=click.Path(file_okay=False, exists=True, path_type=Path),
              help="The region whose profiles count; default: the one FILE lies in.")  # fmt: skip
@click.option("--rows", type=click.IntRange(min=0), default=40, show_default=True, help="Rows per sheet; 0: all.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "yaml"]), default="text", show_default=True)
@language_option
def inspect(
    file: Path, html: Path | None, write: Path | None, profile: Path | None, automatic: bool, folder: Path | None,
    rows: int, format_: str, lang: str | None,
) -> None:  # fmt: skip
    """Show how FILE is read: each cell's part, tables and columns in words, the ledger, and what is reported.

    Read wrongly? Write the profile with --write, correct it and put it into the region's profiles/: it is used for
    this file and found again for next year's by its headers. --format yaml prints it, json prints everything.
    """
    from verweisnetz.inspection import inspect as read
    from verweisnetz.inspection import inspection_page

    found = read(file, profile, folder=folder, automatic=automatic)
    language = lang or found.language
    for path, text in ((html, html and inspection_page(found, language)), (write, write and found.text)):
        if path and text:
            _write(path, text)
    if format_ == "json":
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
    elif format_ == "yaml":
        click.echo(found.text, nl=False)
    else:
        from verweisnetz.cli.inspect_text import picture, report
        from verweisnetz.inspection.words import words

        colour = False if os.environ.get("NO_COLOR") else None
        click.echo(picture(found, rows, language) + "\n\n" + report(found, language), color=colour)
        click.echo(words(language)["profile_hint"], err=True)


def _write(path: Path, text: str) -> None:
    from graph.atomic import atomic_write

    path.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(path, [text.encode("utf-8")])
    click.echo(f"→ {path}", err=True)
