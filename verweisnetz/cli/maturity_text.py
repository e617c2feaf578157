"""The guideline's points as text: under each what speaks for it, what is not known, and what to talk about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from queries.dates import written
from queries.maturity_answer import Criterion, MaturityAnswer, outcome
from queries.phrases import phrase
from verweisnetz.cli.lines import places, wrapped


def maturity_text(answer: MaturityAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: MaturityAnswer, language: str) -> Iterator[str]:
    yield phrase("maturity_words", "title", language, day=written(answer.day, language))
    for chapter, criteria in groupby(answer.criteria, key=lambda criterion: criterion.chapter):
        yield "\n" + phrase("maturity_words", "chapter", language, chapter=chapter)
        for criterion in criteria:
            yield from _criterion(criterion, language)
    yield "\n" + phrase("maturity_words", "indicators", language)
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "  ")
    for indicator in answer.indicators:
        aim = phrase("maturity_words", "target", language)
        told = f"{indicator.name} – {aim}: {indicator.aim(language)} – {indicator.course(language)}"
        yield from wrapped(f"· {told} ({places(indicator.evidence)})", "  ")


def _criterion(criterion: Criterion, language: str) -> Iterator[str]:
    yield from wrapped(f"· {criterion.title(language)}: {outcome(criterion.outcome, language)}", "  ")
    for text, evidence in criterion.sentences(language):
        yield from wrapped(f"+ {text} ({places(evidence)})", "      ")
    if criterion.open(language):
        named = "; ".join(criterion.open(language))
        yield from wrapped(f"? {phrase('maturity_words', 'open', language)}: {named}", "      ")
    yield from wrapped(f"→ {phrase('maturity_words', 'ask', language)}: {criterion.ask(language)}", "      ")
