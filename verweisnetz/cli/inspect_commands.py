"""``inspect``: how one file is read, and the profile to correct it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from verweisnetz.cli.build_text import WORDS
from verweisnetz.cli.output import language_option
from verweisnetz.cli.saying import say


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--profile", type=click.Path(dir_okay=False, exists=True, path_type=Path), help="Read FILE with this profile."
)
@click.option("--write", type=click.Path(dir_okay=False, path_type=Path), help="Write the profile there (YAML).")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@language_option
def inspect(file: Path, profile: Path | None, write: Path | None, format_: str, lang: str | None) -> None:
    """Show how FILE is read: its tables and columns, what became of its cells, and which cells are reported.

    The profile printed says how; corrected and put into a region's profiles/ under the file's name, it is used.
    """
    from graph.atomic import atomic_write
    from verweisnetz.cli.messages import told
    from verweisnetz.inspection import inspect as read

    found = read(file, profile)
    if write:
        write.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(write, [found.text.encode("utf-8")])
        click.echo(f"→ {write}", err=True)
    if format_ == "json":
        click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        return
    say(found.text)
    ledger, words = found.to_dict()["ledger"], WORDS[lang or "de"]
    click.echo("# " + " · ".join(f"{count} {words[name]}" for name, count in ledger.items()))
    click.echo("# " + " · ".join(f"{count} {name}" for name, count in found.predicates.items()))
    for issue in found.issues:
        say(told(issue, lang or "de"), err=True)
