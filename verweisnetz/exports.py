"""The graph as files: JSON Lines for other regions and programs, RDF for linked data."""

from __future__ import annotations

from pathlib import Path

from graph.generation import Generation
from graph.interchange import write_jsonl
from ontology.errors import RegionError

FORMS = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "jsonld": "jsonld"}


def export(generation: Generation, out: Path, format_: str, base: str = "") -> None:
    """Write a generation as ``jsonl``, ``ttl``, ``trig``, ``nq`` or ``jsonld``; a killed write leaves the old file.

    Raises:
        RegionError: when the file cannot be written there.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if format_ == "jsonl":
            write_jsonl(
                out, generation.sources(), generation.statements(), generation.links(), generation.decisions().records()
            )
        else:
            _rdf(generation, out, format_, base)
    except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
        raise RegionError(
            f"{out}: cannot be written there ({error.strerror})",
            de=f"{out}: kann dort nicht geschrieben werden ({error.strerror})",
        ) from error


def _rdf(generation: Generation, out: Path, format_: str, base: str) -> None:
    from graph.rdf_export import export_rdf
    from graph.stores.memory import MemoryStore
    from ontology.namespaces import ID
    from verweisnetz.stores import push

    store = MemoryStore()
    push(generation, store)
    export_rdf(store, out, FORMS[format_], base or ID)
