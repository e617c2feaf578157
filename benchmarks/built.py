"""Built networks for benchmarks that ask: a region's folder whose one generation holds the facts of a size.

Statements and links are left out of the generation (no question reads them). It is made in a process of its own, so
that the memory of building counts nowhere else.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from graph.view import View


def built(folder: Path, size: str) -> View:
    """Build a network into a region's folder and open what answers there."""
    subprocess.run([sys.executable, "-m", "benchmarks.built", str(folder), size], check=True)
    return opened(folder)


def opened(folder: Path) -> View:
    """Open the facts of a folder."""
    from graph.history import current
    from verweisnetz.config import STATE

    return current(folder / STATE).view


def _build(folder: Path, size: str) -> None:
    from benchmarks.network import statements
    from graph.derive import derive
    from graph.generation import GenerationContent
    from graph.history import write_generation
    from graph.links import link
    from graph.pause import collector_paused
    from graph.records import SourceRecord
    from graph.snapshot import snapshot_of
    from graph.statement import unite
    from verweisnetz.config import STATE

    (folder / "verweisnetz.toml").write_text('[region]\nname = "Messung"\n', encoding="utf-8")
    with collector_paused():
        said = unite(statements(size))
        sources = [SourceRecord(name, kind="matrix") for name in sorted({statement.source for statement in said})]
        facts = derive(said, link(said, sources=sources), sources=sources)
    write_generation(folder / STATE, GenerationContent(sources, (), (), (), snapshot_of(facts.rows), {}))


if __name__ == "__main__":
    _build(Path(sys.argv[1]), sys.argv[2])
