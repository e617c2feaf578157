"""The interchange file: typed records as JSON Lines, versioned; ``docs/interchange.md`` describes it for others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from graph.atomic import atomic_write
from graph.records import DecisionRecord, LinkRecord, SourceRecord, dumps
from graph.statement import Statement

VERSION = 1
HEADER: Mapping[str, Any] = {"record": "header", "format": "verweisnetz", "version": VERSION}
"""The first record of every interchange file."""

KNOWN_FIELDS: Mapping[str, frozenset[str]] = {
    kind: frozenset({"record", *(field.name for field in fields(record) if field.init)})
    for kind, record in (
        ("source", SourceRecord), ("statement", Statement), ("link", LinkRecord), ("decision", DecisionRecord),
    )
}  # fmt: skip
"""The fields of version 1 by type of record; whoever reads reports any other."""


def jsonl(
    sources: Iterable[SourceRecord],
    statements: Iterable[Statement],
    links: Iterable[LinkRecord] = (),
    decisions: Iterable[DecisionRecord] = (),
) -> Iterator[bytes]:
    """Yield the lines of an interchange file: header, then sources, statements, links and decisions as given.

    Stores and generations give each of them in one order, so that equal states give equal bytes.
    """
    yield json.dumps(HEADER, separators=(",", ":")).encode("ascii") + b"\n"
    for things in (sources, statements, links, decisions):
        for thing in things:
            yield dumps(thing).encode("utf-8") + b"\n"


def write_jsonl(
    path: Path,
    sources: Iterable[SourceRecord],
    statements: Iterable[Statement],
    links: Iterable[LinkRecord] = (),
    decisions: Iterable[DecisionRecord] = (),
) -> None:
    """Write an interchange file; a killed write leaves the old file or none."""
    atomic_write(path, jsonl(sources, statements, links, decisions))
