"""Findings as text: under each kind what to do about it, then what was found, with evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from queries.finding import Finding, HygieneAnswer
from queries.phrases import phrase
from verweisnetz.cli.lines import places, wrapped


def hygiene_text(answer: HygieneAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language)).lstrip("\n")


def _lines(answer: HygieneAnswer, language: str) -> Iterator[str]:
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    if not answer.findings:
        yield phrase("hygiene_words", "clean", language)
    for kind, grouped in groupby(answer.findings, key=lambda finding: finding.kind):
        findings = list(grouped)
        yield f"\n{phrase('hygiene_kinds', kind, language)} ({len(findings)})"
        yield from wrapped(phrase("hygiene_todo", kind, language), "  ")
        for text, alike in groupby(sorted(findings, key=_text(language)), key=_text(language)):
            yield from _alike(text, list(alike))
    if not answer.complete:
        yield from wrapped("\n" + phrase("hygiene_words", "incomplete", language), "")


def _text(language: str) -> Callable[[Finding], str]:
    return lambda finding: finding.text(language)


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
