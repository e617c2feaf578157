"""The gaps as text: each with its reason, what would close it, and where it is said."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from queries.gap import APART, Gap, GapsAnswer
from queries.phrases import phrase, word
from queries.weights import weighed
from verweisnetz.cli.limit import remainder

WIDTH = 112
HEADS: dict[str, dict[str, Any]] = {
    "de": {"close": "schließen", "clear": "klären", "said": "Beleg", "sum": "{gaps} in {cells}, Gewicht {weight}",
           "gap": ("Lücke", "Lücken"), "cell": ("betrachteten Zelle", "betrachteten Zellen")},
    "en": {"close": "to close", "clear": "to clear up", "said": "evidence", "sum": "{gaps} in {cells} looked at, weight {weight}",
           "gap": ("gap", "gaps"), "cell": ("cell", "cells")},
}  # fmt: skip


def gaps_text(answer: GapsAnswer, language: str, limit: int = 0) -> str:
    """Return the answer for a terminal.

    Args:
        limit: how many gaps of a section stand there, the heaviest, beside how many there are; 0: all.
    """
    return "\n".join(_lines(answer, language, limit))


def summary(answer: GapsAnswer, language: str) -> str:
    """Return one line that counts."""
    heads = HEADS[language]
    gaps, cells = (
        f"{count} {heads[noun][count != 1]}" for count, noun in ((len(answer.gaps), "gap"), (answer.cells, "cell"))
    )
    return str(heads["sum"]).format(gaps=gaps, cells=cells, weight=weighed(answer.weight, language))


def _lines(answer: GapsAnswer, language: str, limit: int) -> Iterator[str]:
    for note in answer.notes:
        yield phrase("notes", note, language)
    yield from _section(answer.gaps, language, limit, "close")
    for name in (*APART, "accepted"):
        found: Sequence[Gap] = getattr(answer, name)
        if found:
            yield f"\n{phrase('standings', name, language)} ({len(found)}):"
            yield from _section(found, language, limit, "" if name == "accepted" else "clear")
    yield "\n" + summary(answer, language)


def _section(gaps: Sequence[Gap], language: str, limit: int, todo: str) -> Iterator[str]:
    """Yield gaps, with what could be done about them under the heading ``todo``; nothing of it where that is empty."""
    heads = HEADS[language]
    for gap in gaps[:limit] if limit else gaps:
        parts = (
            gap.audience and gap.audience.label(language),
            gap.theme and gap.theme.label(language),
            gap.region and gap.region.label,
        )
        cell = " · ".join(part or word("any", language) for part in parts)
        yield f"{gap.sub:<3} {cell}  ({weighed(gap.weight, language)})"
        yield from _wrapped(gap.text(language))
        if gap.acceptance:
            yield from _wrapped(gap.standing(language))
        if todo and gap.closings:
            yield from _wrapped(f"{heads[todo]}: " + "; ".join(closing.text(language) for closing in gap.closings))
        if gap.evidence:
            yield from _wrapped(f"{heads['said']}: " + ", ".join(map(str, gap.evidence)))
    more = remainder(len(gaps), limit, language)
    if more:
        yield more


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="      ", subsequent_indent="        ")
