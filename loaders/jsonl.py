"""Reads an interchange file (JSON Lines): statements with the sources, ids and decisions they came with.

A bad line is an issue and the others are read; a file that is none of ours, or of a newer version, is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from graph.evidence import Cell
from graph.interchange import HEADER, KNOWN_FIELDS, VERSION
from graph.issue import Issue, Severity
from graph.records import DecisionRecord, LinkRecord, RecordError, SourceRecord, from_record, parse
from graph.statement import Statement, unite
from loaders.refusal import Refusal, load_error
from loaders.source import Ledger, Loaded, SourceSpec, record

MAX_LINE = 1 << 20
"""Bytes of one line; a longer one is reported and passed over without being held in memory."""

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Interchange:
    """What an interchange file holds: sources by id, statements united and by key, the rest in the file's order."""

    sources: tuple[SourceRecord, ...]
    statements: tuple[Statement, ...]
    links: tuple[LinkRecord, ...]
    decisions: tuple[DecisionRecord, ...]
    issues: tuple[Issue, ...]
    ledger: Ledger


def load(spec: SourceSpec) -> Loaded:
    """Return what an interchange source says.

    Raises:
        LoadError: if the file is no interchange file of this or an earlier version.
    """
    found = read(spec.path, spec.id)
    return Loaded(
        record(spec, "jsonl"),
        found.statements,
        found.issues,
        found.ledger,
        sources=found.sources,
        links=found.links,
        decisions=found.decisions,
    )


def read(path: Path, source: str) -> Interchange:
    """Return what an interchange file holds.

    Args:
        source: what issues and errors call the file.

    Raises:
        LoadError: if the file is no interchange file of this or an earlier version.
    """
    reading = _Reading(source)
    try:
        with path.open("rb") as file:
            lines = _lines(file)
            _check_header(next(lines, (1, b""))[1])
            for number, line in lines:
                reading.take(number, line)
    except Refusal as refusal:
        raise load_error(refusal, source) from None
    except OSError as error:
        raise load_error(Refusal("broken", "VN5023", reason=error.strerror or str(error)), source) from error
    return reading.result()


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    source: str
    sources: dict[str, SourceRecord] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    links: list[LinkRecord] = field(default_factory=list)
    decisions: list[DecisionRecord] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    lines: int = 1
    refused: int = 0

    def take(self, number: int, line: bytes | None) -> None:
        """Read one line; ``None`` stands for one that was too long."""
        if line is not None and not line.strip():
            return
        self.lines += 1
        try:
            if line is None:
                raise RecordError("VN5006", limit=str(MAX_LINE))
            self._keep(number, parse(line))
        except RecordError as error:
            self.refused += 1
            self._report(number, error.code, "error", **dict(error.params))

    def _keep(self, number: int, record: dict[str, Any]) -> None:
        thing = from_record(record)
        if isinstance(thing, SourceRecord):
            if self.sources.setdefault(thing.id, thing) != thing:
                self._report(number, "VN5012", value=thing.id)
        elif isinstance(thing, LinkRecord):
            self.links.append(thing)
        elif isinstance(thing, DecisionRecord):
            self.decisions.append(thing)
        else:
            _check_predicate(thing.predicate)
            self.statements.append(thing)
        if unknown := sorted(record.keys() - KNOWN_FIELDS[record["record"]]):
            self._report(number, "VN5011", fields=", ".join(unknown))

    def _report(self, number: int, code: str, severity: Severity = "warning", **params: str) -> None:
        said = tuple(sorted({**params, "line": str(number)}.items()))
        self.issues.append(Issue(code, self.source, Cell("", f"A{number}"), params.get("value", ""), said, severity))

    def result(self) -> Interchange:
        """Return what was read; a source that only statements name is described by its id alone."""
        for statement in self.statements:
            self.sources.setdefault(statement.source, SourceRecord(statement.source))
        said = len(self.statements)
        structure = self.lines - self.refused - said
        return Interchange(
            tuple(sorted(self.sources.values())),
            tuple(unite(self.statements)),
            tuple(self.links),
            tuple(self.decisions),
            tuple(self.issues),
            Ledger(self.lines, reported=self.refused, statement=said, structure=structure),
        )


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of every line, ``None`` for one that is too long."""
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        if len(line) <= MAX_LINE:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MAX_LINE)
        yield number, None


def _check_header(line: bytes | None) -> None:
    try:
        header = parse((line or b"").removeprefix(_BOM))
    except RecordError:
        header = {}
    version = header.get("version")
    if header.get("record") != "header" or header.get("format") != HEADER["format"] or type(version) is not int:
        raise Refusal("unsupported", "VN5021", header=json.dumps(HEADER))
    if version > VERSION:
        raise Refusal("unsupported", "VN5022", version=str(version), known=str(VERSION))


def _check_predicate(predicate: str) -> None:
    from ontology.vocabulary import load as load_vocabulary

    if predicate not in load_vocabulary().predicates:
        raise RecordError("VN5005", value=predicate)
