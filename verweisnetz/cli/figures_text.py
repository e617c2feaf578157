"""The network's figures as text: under each heading one sentence of what it means, then what was found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from queries.dates import written
from queries.figure import FiguresAnswer
from queries.phrases import phrase
from verweisnetz.cli.limit import remainder
from verweisnetz.cli.lines import wrapped

NAMED = 12


def figures_text(answer: FiguresAnswer, language: str, limit: int = 0) -> str:
    """Return the answer for a terminal.

    Args:
        limit: how many of each figure stand there, and at most `NAMED` names of a group; 0: all.
    """
    return "\n".join(_lines(answer, language, limit))


def _lines(answer: FiguresAnswer, language: str, limit: int) -> Iterator[str]:
    yield phrase(
        "figure_words", "size", language, actors=str(answer.actors), referrals=str(answer.referrals),
        day=written(answer.day, language),
    )  # fmt: skip
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    if answer.sampled:
        yield from wrapped(phrase("figure_words", "sampled", language, actors=str(answer.sampled)), "")
    told = answer.to_rows(language, NAMED if limit else 0)
    for (figure, meaning), grouped in groupby(told, key=lambda row: (row["figure"], row["meaning"])):
        rows = list(grouped)
        yield f"\n{figure}"
        yield from wrapped(str(meaning), "  ")
        for row in rows[:limit] if limit else rows:
            yield from wrapped(" – ".join(str(part) for part in (row["who"], row["value"]) if part), "    ")
        more = remainder(len(rows), limit, language)
        if more:
            yield from wrapped(more, "    ")
