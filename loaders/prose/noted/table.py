"""Notes as a table: a statement per line, in columns people call subject, predicate, object and quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.statement import CONDITIONS
from loaders.grid import Grid, address
from loaders.prose.noted.note import Finding, Noted, NotedNode, NotedRelation, Quote
from loaders.prose.noted.words import kind_of, meaning, meanings, predicate
from ontology.text import clean, fold

NEEDED = ("subject", "predicate", "object", "quote")
_DETAILS = ("role", "handover", "responsibility", "feedback", "note")
_HEADER_WITHIN = 20


def read(grids: Sequence[Grid]) -> Noted:
    """Return the notes of every sheet that has the needed columns; without one that is the finding."""
    nodes: dict[str, NotedNode] = {}
    relations: list[NotedRelation] = []
    findings: list[Finding] = []
    headers = [(grid, header) for grid in grids if (header := _header(grid))]
    if not headers:
        return Noted(findings=(Finding("VN8303", ", ".join(NEEDED)),))
    for grid, (row, columns) in headers:
        findings += _unknown(grid, row, columns)
        explicit = dict(_kinds_said(grid, row, columns))
        for line, said in _lines(grid, row, columns):
            where = f"{grid.name}!{address(line, 1)}"
            if lacking := [name for name in NEEDED if not said.get(name)]:
                findings.append(Finding("VN8304", lacking[0], where))
                continue
            relations.append(_relation(said, explicit, nodes, where))
    return Noted(tuple(nodes.values()), tuple(relations), tuple(findings))


def _header(grid: Grid) -> tuple[int, dict[int, str]] | None:
    rows = sorted({row for row, _ in grid.filled()})[:_HEADER_WITHIN]
    for row in rows:
        found: dict[int, str] = {}
        for at, column in grid.filled():
            name = meanings("columns").get(fold(grid.text(at, column)).rstrip(" :*"), "") if at == row else ""
            if name and name not in found.values():
                found[column] = name
        if set(NEEDED) <= set(found.values()):
            return row, found
    return None


def _unknown(grid: Grid, row: int, columns: Mapping[int, str]) -> Iterator[Finding]:
    for at, column in grid.filled():
        if at == row and column not in columns:
            yield Finding("VN8306", clean(grid.text(at, column)), f"{grid.name}!{address(row, column)}")


def _lines(grid: Grid, header: int, columns: Mapping[int, str]) -> Iterator[tuple[int, dict[str, str]]]:
    for row in sorted({row for row, _ in grid.filled() if row > header}):
        said = {name: grid.text(row, column).strip() for column, name in columns.items()}
        if any(said.values()):
            yield row, said


def _kinds_said(grid: Grid, header: int, columns: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Yield the kinds some line gives: what is an event in one line is none other in the next."""
    for _, said in _lines(grid, header, columns):
        for end in ("subject", "object"):
            if said.get(f"{end}_kind"):
                yield fold(said[end]), meaning("kinds", said[f"{end}_kind"])


def _relation(
    said: Mapping[str, str], explicit: Mapping[str, str], nodes: dict[str, NotedNode], where: str
) -> NotedRelation:
    name = predicate(said["predicate"])
    ends = []
    for end in ("subject", "object"):
        label = clean(said[end])
        kind = explicit.get(fold(label)) or kind_of(label, end, name)
        known = nodes.setdefault(f"{kind}:{fold(label)}", NotedNode(f"{kind}:{fold(label)}", kind, label, where=where))
        ends.append(known.id)
    answers = {answer: meaning(answer, said[answer]) for answer in ("modality", "polarity", "tier") if said.get(answer)}
    return NotedRelation(
        ends[0], name, ends[1], (Quote(said["quote"]),),
        conditions=tuple(sorted((c, clean(said[c])) for c in CONDITIONS if said.get(c))),
        details=tuple(sorted((d, clean(said[d])) for d in _DETAILS if said.get(d))),
        where=where, **answers,
    )  # fmt: skip
