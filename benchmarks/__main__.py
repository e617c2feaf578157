"""``python -m benchmarks NAME [--size region|state|national] [--json FILE]``: ours, the peer, and the ratio."""

from __future__ import annotations

import importlib
import json
import pkgutil
from pathlib import Path

import click

import benchmarks
from benchmarks.measure import Measure
from benchmarks.network import SIZES

TOOLS = {"__main__", "built", "clients", "demand", "every_route", "measure", "network", "workbooks"}


def names() -> list[str]:
    """Return the benchmarks there are: one module of this package each."""
    return sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.name not in TOOLS)


@click.command()
@click.argument("name", type=click.Choice(names()))
@click.option("--size", type=click.Choice(sorted(SIZES)), help="Region, where a benchmark has no other of its own.")
@click.option("--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write the measures there.")
def main(name: str, size: str | None, json_file: Path | None) -> None:
    """Measure NAME side by side with its peer in one run and print the ratio (how many times better, or as the line says)."""
    benchmark = importlib.import_module(f"benchmarks.{name}")
    size = size or getattr(benchmark, "SIZE", "region")
    measures: list[Measure] = benchmark.run(size)
    for measure in measures:
        click.echo(measure.line())
    if json_file:
        record = {"benchmark": name, "size": size, "measures": [measure.to_dict() for measure in measures]}
        json_file.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
