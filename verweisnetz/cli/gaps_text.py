"""The gaps as text: each with its reason, what would close it, and where it is said."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from queries.gap import APART, Gap, GapsAnswer
from queries.phrases import phrase, word
from queries.weights import weighed
from verweisnetz.cli.limit import remainder

WIDTH = 112
HEADS = {
    "de": {"close": "schließen", "said": "Beleg", "no_agreed_way": "Ohne vereinbarten Weg (Zugang unbekannt)",
           "handover_unknown": "Begleitung unbekannt", "capacity_old": "Ohne aktuelles Wort zur Kapazität",
           "end_unknown": "Ende unbekannt", "accepted": "Hingenommen", "sum": "{gaps} Lücken in {cells} betrachteten Zellen, Gewicht {weight}"},
    "en": {"close": "to close", "said": "evidence", "no_agreed_way": "No agreed way (access unknown)",
           "handover_unknown": "Handover unknown", "capacity_old": "No recent word on capacity",
           "end_unknown": "End unknown", "accepted": "Accepted", "sum": "{gaps} gaps in {cells} cells looked at, weight {weight}"},
}  # fmt: skip


def gaps_text(answer: GapsAnswer, language: str, limit: int = 0) -> str:
    """Return the answer for a terminal.

    Args:
        limit: how many gaps of a section stand there, the heaviest, beside how many there are; 0: all.
    """
    return "\n".join(_lines(answer, language, limit))


def summary(answer: GapsAnswer, language: str) -> str:
    """Return one line that counts."""
    return HEADS[language]["sum"].format(
        gaps=len(answer.gaps), cells=answer.cells, weight=weighed(answer.weight, language)
    )


def _lines(answer: GapsAnswer, language: str, limit: int) -> Iterator[str]:
    heads = HEADS[language]
    for note in answer.notes:
        yield phrase("notes", note, language)
    yield from _section(answer.gaps, language, limit, closings=True)
    for name in (*APART, "accepted"):
        found: Sequence[Gap] = getattr(answer, name)
        if found:
            yield f"\n{heads[name]} ({len(found)}):"
            yield from _section(found, language, limit, closings=False)
    yield "\n" + summary(answer, language)


def _section(gaps: Sequence[Gap], language: str, limit: int, *, closings: bool) -> Iterator[str]:
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
        if closings and gap.closings:
            yield from _wrapped(f"{heads['close']}: " + "; ".join(closing.text(language) for closing in gap.closings))
        if gap.evidence:
            yield from _wrapped(f"{heads['said']}: " + ", ".join(map(str, gap.evidence)))
    more = remainder(len(gaps), limit, language)
    if more:
        yield more


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="      ", subsequent_indent="        ")
