"""``build``: statements to generation files (links, facts, snapshot, manifest), without RDF.

Every run is a fresh process that first builds a small region, so that vocabularies and gazetteer are loaded; medians.
``growth_exponent`` is the slope of a line through the times of this size and all smaller ones, in logarithms: 1 is
linear. Where there is a second processor a second process helps (`graph.beside`); ``rss`` is that of the first, the
other holds up to 1.5 KB per statement more for a while. Peer: rdflib holding the same statements with their evidence
(our RDF projection of them, terms made beforehand) in a ``Dataset`` and writing it as N-Quads. It neither links nor
derives; it gets at most `PEER_LIMIT` statements.
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import linear_regression, median

from benchmarks.measure import Measure, cost, peak_megabytes, rate
from benchmarks.network import SIZES, statements
from graph.records import SourceRecord
from graph.statement import Statement, unite

RUNS = {"region": 5, "state": 5, "national": 1}
"""A national build takes minutes: it is run once."""
PEER = "rdflib Dataset, same statements"
PEER_LIMIT = 20_000
"""So many statements the peer gets at most; its rate hardly changes with size, our patience does."""


@dataclass(frozen=True, slots=True)
class Build:
    """What one run took: so many statements, seconds, bytes of its files, and MB of memory at its peak."""

    statements: int
    seconds: float
    bytes: int
    memory: float = 0.0


def run(size: str) -> list[Measure]:
    """Return the measures of one size."""
    order = sorted(SIZES, key=lambda name: SIZES[name])
    sizes = order[: order.index(size) + 1]
    built = {name: _median([_child(name, "ours") for _ in range(RUNS[name])]) for name in sizes}
    peer = _median([_child(size, "peer") for _ in range(min(RUNS[size], 3))])
    ours = built[size]
    measures = [
        rate("statements_per_s", ours.statements / ours.seconds, peer.statements / peer.seconds, PEER, "statements/s"),
        cost("bytes", ours.bytes / ours.statements, peer.bytes / peer.statements, PEER + ", N-Quads", "B/statement"),
        cost("rss", ours.memory / ours.statements * 1e3, peer.memory / peer.statements * 1e3, PEER, "MB/1000 st."),
        Measure("rss_total", ours.memory, "MB"),
        Measure("statements", ours.statements, "statements"),
        Measure("seconds", ours.seconds, "s"),
    ]
    if len(sizes) > 1:
        many, seconds = zip(*((math.log(one.statements), math.log(one.seconds)) for one in built.values()), strict=True)
        measures.append(Measure("growth_exponent", linear_regression(many, seconds).slope, "(1 = linear)"))
    return measures


def _child(size: str, who: str) -> Build:
    """Return what a fresh process took."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        memory, _ = peak_megabytes("benchmarks.build", size, who, str(told))
        return Build(**{**json.loads(told.read_text(encoding="utf-8")), "memory": memory})


def _median(runs: list[Build]) -> Build:
    return Build(
        runs[0].statements, median(one.seconds for one in runs), runs[0].bytes, median(one.memory for one in runs)
    )


def _sources(said: list[Statement]) -> list[SourceRecord]:
    return [SourceRecord(name, kind="matrix") for name in sorted({statement.source for statement in said})]


def _ours(said: list[Statement]) -> tuple[float, int]:
    """Return how long a generation takes to be written, and the bytes of its files."""
    from graph.derive import derive
    from graph.generation import GenerationContent
    from graph.history import add_generation
    from graph.links import link
    from graph.lock import writer
    from graph.pause import collector_paused
    from graph.said import in_order
    from graph.snapshot import snapshot_of
    from graph.statement_file import written_ahead

    sources = _sources(said)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with writer(Path(folder)), collector_paused(), written_ahead(Path(folder), said) as ahead:
            ordered = in_order(said)
            links = link(ordered, sources=sources)
            facts = derive(ordered, links, sources=sources)
            content = GenerationContent(sources, ahead, links.records(), facts.issues, snapshot_of(facts.rows), {})
            generation = add_generation(Path(folder), content)
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


def _told(size: str, who: str) -> Build:
    work = _ours if who == "ours" else _peer
    work(unite(statements(min(SIZES, key=lambda name: SIZES[name]))))
    said = unite(statements(size))
    few = said if who == "ours" else said[:PEER_LIMIT]
    return Build(len(few), *work(few))


if __name__ == "__main__":
    Path(sys.argv[3]).write_text(json.dumps(asdict(_told(sys.argv[1], sys.argv[2]))), encoding="utf-8")
