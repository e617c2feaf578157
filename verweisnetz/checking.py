"""Everything that can be said about a generation's soundness, worst first: files, findings of the build, shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.issue import Issue
from ontology.messages import hint, sentence
from ontology.shacl import check
from verweisnetz.region import Region

DAMAGED = "VN6003"
ORDER = ("error", "warning", "info")


def findings(region: Region, language: str) -> list[dict[str, Any]]:
    """Return one row per finding: severity, code, where, what, and what to do."""
    if damaged := list(_damaged(region, language)):
        return damaged  # what damaged files say is not worth looking at
    found = [
        *(issue_row(issue, language) for issue in region.issues()),
        *_shapes(region, language),
    ]
    return sorted(found, key=lambda row: (ORDER.index(row["severity"]), row["where"], row["code"], row["what"]))


def issue_row(issue: Issue, language: str) -> dict[str, Any]:
    """Return an issue as a row."""
    params = issue_params(issue)
    return {
        "severity": issue.severity,
        "code": issue.code,
        "where": issue.where(),
        "what": sentence(issue.code, language, params),
        "advice": hint(issue.code, language, params),
    }


LONGEST_VALUE = 200
"""So much of a cell's text is repeated in a message."""


def issue_params(issue: Issue) -> dict[str, str]:
    """Return what fills an issue's sentence."""
    value = issue.value if len(issue.value) <= LONGEST_VALUE else issue.value[:LONGEST_VALUE] + "…"
    return {"value": value, "source": issue.source, **dict(issue.params)}


def _damaged(region: Region, language: str) -> Iterator[dict[str, Any]]:
    for name in region.generation.verify():
        yield issue_row(Issue(DAMAGED, name, severity="error"), language)


def _shapes(region: Region, language: str) -> Iterator[dict[str, Any]]:
    for finding in check(region.to_rdflib()):
        severity = "error" if finding.severity == "violation" else finding.severity
        where = " ".join(part for part in (finding.focus, finding.path, finding.value) if part)
        what = finding.message(language)
        yield {"severity": severity, "code": "SHACL", "where": where, "what": what, "advice": ""}
