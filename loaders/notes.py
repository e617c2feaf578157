"""What a reader noticed on the way, carried by ``Grid.notes`` and turned into issues where the source is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:  # the child that reads a file writes notes and never needs issues
    from graph.issue import Issue, Severity

SEVERITIES = ("error", "warning", "info")


def note(code: str, *, ref: str = "", value: str = "", severity: Severity = "warning", **params: str) -> str:
    """Return one note as a line of JSON."""
    said = {"code": code, "ref": ref, "value": value[:200], "severity": severity, "params": params}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def well_formed(line: str) -> None:
    """Make sure that a line is a note, whoever wrote it.

    Raises:
        ValueError: it is something else.
    """
    said = json.loads(line)
    if not isinstance(said, dict) or said.keys() != {"code", "ref", "value", "severity", "params"}:
        raise ValueError("no note")
    params = said.pop("params")
    words = (*said.values(), *(params.values() if isinstance(params, dict) else (None,)))
    if not all(isinstance(word, str) for word in words) or said["severity"] not in SEVERITIES:
        raise ValueError("a note without words")


def issue_of(line: str, source: str, sheet: str) -> Issue:
    """Return the issue that a note of a sheet stands for."""
    from graph.evidence import Cell
    from graph.issue import Issue

    said = json.loads(line)
    return Issue(
        code=said["code"],
        source=source,
        place=Cell(sheet, said["ref"]) if said["ref"] else None,
        value=said["value"],
        params=tuple(sorted(said["params"].items())),
        severity=cast("Severity", said["severity"]),
    )
