"""``export`` and ``push``: the graph for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from ontology.errors import QuestionError
from verweisnetz.cli.output import folder_option

RDF = ("ttl", "trig", "nq", "jsonld")


@click.command()
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--format", "format_", type=click.Choice(["jsonl", *RDF]), help="Default: what OUT ends with.")
@click.option("--base", metavar="IRI", help="What ids are prefixed with in RDF.")
@folder_option
def export(folder: str, out: Path, format_: str | None, base: str | None) -> None:
    """Write the graph to OUT: JSON Lines (a region can read it back), Turtle, TriG, N-Quads or JSON-LD."""
    from verweisnetz import region
    from verweisnetz.exports import export as write

    chosen = format_ or out.suffix.lstrip(".").lower()
    if chosen not in ("jsonl", *RDF):
        raise QuestionError(f"{out}: say --format", ("jsonl", *RDF), de=f"{out}: bitte --format angeben")
    write(region.open(folder).generation, out, chosen, base or "")
    click.echo(out)


@click.command()
@click.argument("uri", default="")
@folder_option
def push(folder: str, uri: str) -> None:
    """Write statements and facts into Neo4j at URI (or NEO4J_URI), in place of what it holds of verweisnetz.

    User and password come from NEO4J_USER and NEO4J_PASSWORD, never from the command line.
    """
    from graph.stores.cypher import CypherStore
    from verweisnetz import region
    from verweisnetz.stores import push as write

    opened = region.open(folder)
    store = CypherStore.from_environment(uri)
    try:
        click.echo(f"→ {store.uri} …", err=True)
        write(opened.generation, store)
    finally:
        store.close()
    click.echo(store.uri)
