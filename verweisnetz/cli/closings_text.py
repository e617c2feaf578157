"""The best closings as text: each with what it closes, and at the end what the choice is worth."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from queries.best_closings import ClosingsAnswer, text
from queries.phrases import phrase
from queries.weights import weighed

WIDTH, SHOWN = 112, 8
MORE = {"de": "… und {more} weitere", "en": "… and {more} more"}


def closings_text(answer: ClosingsAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: ClosingsAnswer, language: str) -> Iterator[str]:
    for note in answer.notes:
        yield phrase("notes", note, language)
    for one in answer.closings:
        yield f"{one.rank:>3}  {one.text(language)}  ({weighed(one.gain, language)})"
        for gap in one.closes[:SHOWN]:
            yield from textwrap.wrap(gap.text(language), WIDTH, initial_indent="       ", subsequent_indent="         ")
        if len(one.closes) > SHOWN:
            yield "       " + MORE[language].format(more=len(one.closes) - SHOWN)
    yield "\n" + text(answer, language)
