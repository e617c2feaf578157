"""Writes what a store holds as an RDF file: Turtle, TriG, N-Quads or JSON-LD; the old file or the new one, never half.

Quads come in one order (facts by table and id, then sources, then statements by key), so that the same state gives
the same bytes, whichever store it is read from, and a state of any size is written without being held in memory.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import pyoxigraph as ox

from graph.atomic import replacing
from graph.store import Store
from graph.stores.fact_quads import fact_quads
from graph.stores.iris import Iris
from graph.stores.names import PREFIXES
from graph.stores.statement_quads import source_quads, statement_quads
from ontology.errors import StoreError
from ontology.namespaces import ID

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
SUFFIXES = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".jsonld": "jsonld"}
"""The format a file's name asks for."""


def export_rdf(store: Store, path: Path, form: str = "", base: str = ID) -> int:
    """Write a store's content to a file and return the number of quads.

    Args:
        form: one of `FORMATS`; without it the file's name decides. Turtle knows no graphs: every statement still
            names its source.
        base: what the ids of the region's own things get before them.

    Raises:
        StoreError: if the format is unknown, or the file cannot be written; an old file then stays.
    """
    form = form or SUFFIXES.get(path.suffix.casefold(), "")
    if form not in FORMATS:
        known = ", ".join(FORMATS)
        raise StoreError(
            f"{path.name}: give one of the formats {known}", de=f"{path.name}: eines der Formate {known} angeben"
        )
    quads = _Counted(canonical_quads(store, Iris(base)))
    written = quads if FORMATS[form].supports_datasets else (quad.triple for quad in quads)
    try:
        with replacing(path) as file:
            if form in ("turtle", "trig"):  # the engine writes prefixes in any order, so that its lines are not taken
                file.writelines(f"@prefix {name}: <{iri}> .\n".encode() for name, iri in sorted(PREFIXES.items()))
                rest = cast("BinaryIO", _WithoutLines(file, len(PREFIXES)))
                ox.serialize(written, rest, FORMATS[form], prefixes=dict(PREFIXES))
            else:
                ox.serialize(written, file, FORMATS[form])
    except OSError as error:
        raise StoreError(
            f"{path.name} could not be written: {error}", de=f"{path.name} konnte nicht geschrieben werden: {error}"
        ) from error
    return quads.count


def canonical_quads(store: Store, iris: Iris) -> Iterator[ox.Quad]:
    """Yield everything a store holds, in the order of exports."""
    yield from fact_quads(store.facts(), iris)
    for source in store.sources():
        yield from source_quads(source, iris)
        yield from statement_quads(store.statements(source.id), iris)


class _Counted:
    """Counts what passes."""

    def __init__(self, quads: Iterator[ox.Quad]) -> None:
        self._quads, self.count = quads, 0

    def __iter__(self) -> Iterator[ox.Quad]:
        for quad in self._quads:
            self.count += 1
            yield quad


class _WithoutLines(io.RawIOBase):
    """Passes bytes on, all but the first lines."""

    def __init__(self, file: BinaryIO, lines: int) -> None:
        self._file, self._lines = file, lines

    def writable(self) -> bool:
        """Say yes."""
        return True

    def write(self, data: ReadableBuffer) -> int:
        """Take bytes."""
        part = bytes(data)
        rest = part
        while self._lines and rest:
            _, end, rest = rest.partition(b"\n")
            self._lines -= bool(end)
        self._file.write(rest)
        return len(part)
