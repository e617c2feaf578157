"""What people have to settle: accepted gaps that are due, contradictions, overdue plans, duplicates, handovers."""

from __future__ import annotations

from itertools import groupby

from queries.finding import Finding
from queries.gap import Gap
from queries.phrases import phrase
from verweisnetz.report.cells import about
from verweisnetz.report.citing import Citations
from verweisnetz.report.first import first_rows
from verweisnetz.report.material import Asked
from verweisnetz.report.model import Line, Section, Table
from verweisnetz.report.words import Words

KINDS = (
    "contradiction", "overdue_plan", "duplicate", "consent_needed", "basis_unreviewed", "handover_unknown", "carousel",
    "dead_end", "orphan_offer",
)  # fmt: skip
"""Kinds of findings a meeting decides on, in the order of the report; the others are housekeeping."""
MOST_NAMED = 4


def decisions_section(asked: Asked, words: Words, cite: Citations) -> Section:
    """Return the decisions; findings that say the same are one."""
    due, alike = _due_gaps(asked), _alike_findings(asked, words)
    if not due and not alike:
        return Section("decisions", words("decisions"), cite.lines(words("decisions_none")))
    rows = (
        *first_rows(due, lambda gap: _due(gap, words, cite), words),
        *first_rows(alike, lambda findings: _alike(findings, words, cite), words),
    )
    heads = tuple(map(words, ("decide_kind", "decide_who", "decide_todo")))
    table = Table(words("decisions_caption"), heads, rows, blank=words("who_until"), widths=(28, 34, 20, 18))
    return Section("decisions", words("decisions"), cite.lines(words("decisions_intro")), (table,))


def number_of_decisions(asked: Asked, words: Words) -> int:
    """Return how many there are."""
    return len(_due_gaps(asked)) + len(_alike_findings(asked, words))


def _due_gaps(asked: Asked) -> list[Gap]:
    return [
        gap for gap in (*asked.gaps.gaps, *asked.gaps.apart) if gap.acceptance is not None and gap.acceptance.overdue
    ]


def _alike_findings(asked: Asked, words: Words) -> list[list[Finding]]:
    findings = [finding for finding in asked.hygiene.findings if finding.kind in KINDS]
    findings.sort(key=lambda finding: (KINDS.index(finding.kind), finding.text(words.language)))
    alike = groupby(findings, key=lambda finding: (finding.kind, finding.text(words.language)))
    return [list(found) for _, found in alike]


def _due(gap: Gap, words: Words, cite: Citations) -> tuple[Line, ...]:
    found = gap.acceptance
    if found is None:
        raise ValueError("no acceptance")
    what = words(
        "decide_accepted_what",
        kind=gap.sub,
        owner=found.owner or words("nothing"),
        day=words.day(found.review_on) or words("nothing"),
        reason=found.reason or words("nothing"),
    )
    due = cite.line(f"{words('decide_accepted')}\n{what}")
    return due, cite.line(about(gap, words), gap.evidence), Line(words("decide_accepted_todo"))


def _alike(findings: list[Finding], words: Words, cite: Citations) -> tuple[Line, ...]:
    first = findings[0]
    kind = phrase("hygiene_kinds", first.kind, words.language)
    places = [place for finding in findings for place in finding.evidence[:1]]
    who = words.listed((f"· {finding.who()}" for finding in findings if finding.who()), MOST_NAMED, "\n")
    text = first.text(words.language)
    head = f"{kind} ({len(findings)})" if len(findings) > 1 else kind
    what = cite.line(f"{head}\n{text}")
    return what, cite.line(who or words("nothing"), places), Line(phrase("hygiene_todo", first.kind, words.language))
