"""A reading told in the terminal: the sheets, then what was found in words, then what was reported."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import click

from verweisnetz.cli.messages import told
from verweisnetz.cli.saying import tame
from verweisnetz.cli.sheet_drawing import drawn, key
from verweisnetz.inspection import Inspection
from verweisnetz.inspection.findings import Finding, general, reported
from verweisnetz.inspection.tables import described, headline
from verweisnetz.inspection.words import words

_PER_FINDING = 12
"""So many cells of one finding are listed; the page lists all."""


def picture(found: Inspection, most: int, language: str) -> str:
    """Return every sheet as a table, and the key to its signs."""
    text = words(language)
    width = max(60, shutil.get_terminal_size((120, 40)).columns)
    parts = []
    for grid in found.grids:
        hidden = f" ({text['hidden_sheet']})" if grid.hidden else ""
        name = f"{text['sheet']} »{tame(grid.name)}«{hidden}" if grid.name else tame(found.source)
        said = text.get(found.taken_for(grid.name), "")
        parts.append("\n".join(filter(None, (_title(name), said, drawn(found, grid, width, most, language)))))
    merged = any(grid.merges for grid in found.grids)
    return "\n\n".join([*parts, key(language, merged=merged)])


def report(found: Inspection, language: str) -> str:
    """Return what was found in words."""
    return "\n".join(_report(found, language))


def _report(found: Inspection, language: str) -> Iterator[str]:
    text = words(language)
    yield _title(text["tables"])
    yield f"{tame(found.source)}: {tame(used(found, language))}"
    for number, table in enumerate(found.tables, 1):
        yield click.style(tame(headline(table, number, language)), bold=True)
        yield from (tame(f"  {name + ': ' if name else ''}{said}") for name, said in described(table, language))
    if not found.tables:
        yield text["no_tables"]
    yield ""
    yield _title(text["ledger"].format(cells=found.ledger.cells))
    counts = [f"{getattr(found.ledger, name)} {word}" for name, word in text["ledger_words"].items()]
    yield " · ".join([*counts, f"{found.ledger.dropped} {text['dropped']}"])
    yield ""
    yield _title(text["statements"])
    ordered = sorted(found.predicates.items(), key=lambda pair: (-pair[1], pair[0]))
    yield " · ".join(f"{count} × {_predicate(name, language)}" for name, count in ordered) or text["none"]
    yield ""
    yield from _reported(found, language)


def _reported(found: Inspection, language: str) -> Iterator[str]:
    text = words(language)
    notes = general(found)
    if notes:
        yield _title(text["notes"])
        yield from (tame(told(issue, language)) for issue in notes)
        yield ""
    findings = reported(found, language)
    yield _title(text["reported"] if findings else text["nothing_reported"])
    for finding in findings:
        yield from _finding(finding, language)


def _finding(finding: Finding, language: str) -> Iterator[str]:
    text = words(language)
    shown = finding.cells[:_PER_FINDING]
    for cell in shown:
        yield tame(f"  ! {cell.place}: {cell.text} [{finding.code}]")
    left = finding.count - sum(cell.count for cell in shown)
    if left > 0:
        yield f"    … {text['more_reported'].format(count=left)}"
    if finding.advice:
        yield tame(f"    → {finding.advice}")


def used(found: Inspection, language: str) -> str:
    """Return with which profile the file was read."""
    text = words(language)
    if not found.chosen.name:
        return str(text["automatic"])
    name = "by_header" if found.chosen.by_header else "read_with"
    return str(text[name].format(profile=found.chosen.name))


def _predicate(name: str, language: str) -> str:
    from ontology.vocabulary import load

    predicate = load().predicates.get(name)
    return predicate.labels.get(language, name) if predicate else name


def _title(text: str) -> str:
    return click.style(text, bold=True, underline=True)
