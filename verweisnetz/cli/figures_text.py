"""The network's figures as text: under each heading one sentence of what it means, then what was found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from queries.dates import written
from queries.figure import FiguresAnswer
from queries.phrases import phrase
from verweisnetz.cli.lines import wrapped


def figures_text(answer: FiguresAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: FiguresAnswer, language: str) -> Iterator[str]:
    yield phrase(
        "figure_words", "size", language, actors=str(answer.actors), referrals=str(answer.referrals),
        day=written(answer.day, language),
    )  # fmt: skip
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    if answer.sampled:
        yield from wrapped(phrase("figure_words", "sampled", language, actors=str(answer.sampled)), "")
    for (figure, meaning), rows in groupby(answer.to_rows(language), key=lambda row: (row["figure"], row["meaning"])):
        yield f"\n{figure}"
        yield from wrapped(str(meaning), "  ")
        for row in rows:
            yield from wrapped(" – ".join(str(part) for part in (row["who"], row["value"]) if part), "    ")
