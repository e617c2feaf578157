"""The stores a region's generation is written to: RDF as a cache beside it, Neo4j where somebody runs one."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from graph.fact_records import facts_of
from graph.generation import Generation
from graph.store import Delta, Store, whole
from graph.stores.rdf import RdfStore
from ontology.errors import StoreError


def delta_of(generation: Generation) -> Delta:
    """Return everything a generation holds, as one change to an empty store."""
    return Delta(
        sources=generation.sources(), statements=tuple(generation.statements()), facts=tuple(facts_of(generation.view))
    )


def rdf_store(state: Path, generation: Generation) -> RdfStore:
    """Return the generation's RDF store, built at first use; stores of other generations are dropped."""
    folder = state / "rdf"
    directory = folder / generation.id
    if directory.is_dir():
        with contextlib.suppress(StoreError):
            return RdfStore.open(directory)
    store = RdfStore.build(directory, delta_of(generation))
    for other in folder.iterdir():
        # A name that begins with a dot is another process's build in progress.
        if other.name != generation.id and not other.name.startswith("."):
            shutil.rmtree(other, ignore_errors=True)
    return store


def push(generation: Generation, store: Store) -> None:
    """Make a store hold this generation and nothing else."""
    store.apply(whole(store, generation.sources(), generation.statements(), facts_of(generation.view)))
