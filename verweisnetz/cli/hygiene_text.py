"""Findings as text: under each kind what to do about it, then what was found, with evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from queries.finding import Finding, HygieneAnswer
from queries.naming import NAMED
from queries.phrases import phrase
from verweisnetz.cli.limit import remainder
from verweisnetz.cli.lines import places, wrapped


def hygiene_text(answer: HygieneAnswer, language: str, limit: int = 0) -> str:
    """Return the answer for a terminal.

    Args:
        limit: how many findings of each kind stand there, beside how many there are; 0: all.
    """
    return "\n".join(_lines(answer, language, limit)).lstrip("\n")


def _lines(answer: HygieneAnswer, language: str, limit: int) -> Iterator[str]:
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    if not answer.findings:
        yield phrase("hygiene_words", "clean", language)
    said = _said(language, limit)
    for kind, grouped in groupby(answer.findings, key=lambda finding: finding.kind):
        findings = list(grouped)
        yield f"\n{phrase('hygiene_kinds', kind, language)} ({len(findings)})"
        yield from wrapped(phrase("hygiene_todo", kind, language), "  ")
        shown = findings[:limit] if limit else findings
        for text, alike in groupby(sorted(shown, key=said), key=said):
            yield from _alike(text, list(alike))
        more = remainder(len(findings), limit, language)
        if more:
            yield from wrapped(more, "    ")
    if not answer.complete:
        yield from wrapped("\n" + phrase("hygiene_words", "incomplete", language), "")


def _said(language: str, limit: int) -> Callable[[Finding], str]:
    return lambda finding: finding.text(language, NAMED if limit else 0)


def _alike(text: str, findings: list[Finding]) -> Iterator[str]:
    """Yield findings that say the same: the sentence once, then whom it concerns."""
    if len(findings) == 1 or not findings[0].who():
        for finding in findings:
            said = f" ({places(finding.evidence)})" if finding.evidence else ""
            yield from wrapped("· " + ": ".join(filter(None, (finding.who(), text))) + said, "    ")
        return
    yield from wrapped(f"· {text}", "    ")
    for finding in findings:
        said = f" ({places(finding.evidence)})" if finding.evidence else ""
        yield from wrapped(f"– {finding.who()}{said}", "      ")
