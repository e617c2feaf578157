"""``build``: statements to generation files (links, facts, snapshot, manifest), without RDF.

Peer: rdflib holding the same statements with their evidence (our RDF projection of them, terms made beforehand) in a
``Dataset`` and writing it as N-Quads. It neither links nor derives; it gets at most `PEER_LIMIT` statements.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Measure, cost, peak_megabytes, rate
from benchmarks.network import SIZES, statements
from graph.records import SourceRecord
from graph.statement import Statement, unite

PEER = "rdflib Dataset, same statements"
PEER_LIMIT = 20_000
"""So many statements the peer gets at most; its rate hardly changes with size, our patience does."""


def run(size: str) -> list[Measure]:
    """Return the measures of one size; the growth is taken from the next smaller size to this one."""
    # Before anything is held here: a child's peak starts at what its parent had.
    memory, _ = peak_megabytes("benchmarks.build", size, "ours")
    peer_memory, _ = peak_megabytes("benchmarks.build", size, "peer")
    said = unite(statements(size))
    seconds, written = _ours(said)
    few = said[:PEER_LIMIT]
    peer_seconds, peer_written = _peer(few)
    measures = [
        rate("statements_per_s", len(said) / seconds, len(few) / peer_seconds, PEER, "statements/s"),
        cost("bytes", written / len(said), peer_written / len(few), PEER + ", N-Quads", "B/statement"),
        cost("rss", memory / len(said) * 1000, peer_memory / len(few) * 1000, PEER, "MB/1000 st."),
        Measure("rss_total", memory, "MB"),
        Measure("statements", len(said), "statements"),
        Measure("seconds", seconds, "s"),
    ]
    smaller = _smaller(size)
    if smaller:
        before = unite(statements(smaller))
        before_seconds, _ = _ours(before)
        exponent = math.log(seconds / before_seconds) / math.log(len(said) / len(before))
        measures.append(Measure("growth_exponent", exponent, "(1 = linear)"))
    return measures


def _smaller(size: str) -> str:
    order = sorted(SIZES, key=lambda name: SIZES[name])
    return order[order.index(size) - 1] if order.index(size) else ""


def _sources(said: list[Statement]) -> list[SourceRecord]:
    return [SourceRecord(name, kind="matrix") for name in sorted({statement.source for statement in said})]


def _ours(said: list[Statement]) -> tuple[float, int]:
    """Return how long a generation takes to be written, and the bytes of its files."""
    from graph.derive import derive
    from graph.generation import GenerationContent
    from graph.history import write_generation
    from graph.links import link
    from graph.pause import collector_paused
    from graph.snapshot import snapshot_of

    sources = _sources(said)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with collector_paused():
            links = link(said, sources=sources)
            facts = derive(said, links, sources=sources)
            content = GenerationContent(sources, said, links.records(), facts.issues, snapshot_of(facts.rows), {})
            generation = write_generation(Path(folder), content)
        seconds = time.perf_counter() - start
        return seconds, sum(path.stat().st_size for path in generation.folder.iterdir())


def _peer(said: list[Statement]) -> tuple[float, int]:
    """Return how long rdflib takes to hold and write the statements, and how many bytes they are."""
    import rdflib

    from graph.stores.as_rdflib import dataset
    from graph.stores.iris import Iris
    from graph.stores.statement_quads import source_quads, statement_quads

    iris = Iris()
    projected = [
        *(quad for source in _sources(said) for quad in source_quads(source, iris)),
        *statement_quads(said, iris),
    ]
    terms = [
        (subject, predicate, object_, rdflib.Graph(identifier=graph))
        for subject, predicate, object_, graph in dataset(projected).quads()
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "peer.nq"
        start = time.perf_counter()
        held = rdflib.Dataset()
        held.addN(
            (subject, predicate, object_, held.graph(graph.identifier)) for subject, predicate, object_, graph in terms
        )
        held.serialize(str(path), format="nquads", encoding="utf-8")
        return time.perf_counter() - start, path.stat().st_size


if __name__ == "__main__":
    generated = unite(statements(sys.argv[1]))
    if sys.argv[2] == "ours":
        _ours(generated)
    else:
        _peer(generated[:PEER_LIMIT])
