"""``init`` and ``demo``: a new region, and the example region answered for all three users."""

from __future__ import annotations

from pathlib import Path

import click

from verweisnetz.cli.output import language_option

NEXT = {
    "de": "Legen Sie nach {sources}, was Partner geschickt haben, dann: verweisnetz build {folder}",
    "en": "Put what partners sent into {sources}, then: verweisnetz build {folder}",
}


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@language_option
def init(folder: Path, lang: str | None) -> None:
    """Make an empty region in FOLDER: configuration, empty tables, a place for sources."""
    from verweisnetz.scaffold import init as make

    for path in make(folder, lang or "de"):
        click.echo(path)
    click.echo(NEXT[lang or "de"].format(sources=folder / "sources", folder=folder), err=True)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="demo")
@click.option("--force", is_flag=True, help="Unpack over an earlier demo.")
@language_option
def demo(folder: Path, force: bool, lang: str | None) -> None:
    """Unpack the example region to FOLDER, build it, answer three questions and write its maps."""
    from verweisnetz.cli.tour import tour
    from verweisnetz.scaffold import unpack_example

    unpack_example(folder, force=force)
    tour(folder, lang or "de")
