"""``map``: pictures of the network for people."""

from __future__ import annotations

from pathlib import Path

import click

from verweisnetz.cli.output import folder_option, language_option


@click.command("map")
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path), default="map.html")
@click.option("--actor", default="", help="Only the surroundings of this actor.")
@click.option("--hops", type=click.IntRange(1, 4), default=1, show_default=True, help="How far around the actor.")
@click.option("--region", "place", default="", metavar="PLACE", help="Only the network in this region.")
@click.option("--doubtful", is_flag=True, help="Show dashed what texts may say and nobody has confirmed.")
@click.option("--heatmap", is_flag=True, help="Coverage instead of the network: OUT is .html, .png or .svg.")
@folder_option
@language_option
def map_(
    folder: str, lang: str | None, out: Path, actor: str, hops: int, place: str, doubtful: bool, heatmap: bool
) -> None:
    """Write the network map to OUT: one offline page with search, legend as filter and a table."""
    from verweisnetz import maps, region

    opened = region.open(folder)
    if heatmap:
        maps.write_heatmap(opened, out, language=lang or "")
    else:
        maps.write_map(opened, out, actor=actor, hops=hops, place=place, doubtful=doubtful, language=lang or "")
    click.echo(out)
