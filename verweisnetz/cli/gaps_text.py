"""The gaps as text: each with its reason, what would close it, and where it is said."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from queries.gap import APART, Gap, GapsAnswer
from queries.phrases import phrase, word

WIDTH = 112
HEADS = {
    "de": {"close": "schließen", "said": "Beleg", "no_agreed_way": "Ohne vereinbarten Weg (Zugang unbekannt)",
           "handover_unknown": "Begleitung unbekannt", "capacity_old": "Ohne aktuelles Wort zur Kapazität",
           "end_unknown": "Ende unbekannt", "accepted": "Hingenommen", "sum": "{gaps} Lücken in {cells} betrachteten Zellen, Gewicht {weight:g}"},
    "en": {"close": "to close", "said": "evidence", "no_agreed_way": "No agreed way (access unknown)",
           "handover_unknown": "Handover unknown", "capacity_old": "No recent word on capacity",
           "end_unknown": "End unknown", "accepted": "Accepted", "sum": "{gaps} gaps in {cells} cells looked at, weight {weight:g}"},
}  # fmt: skip


def gaps_text(answer: GapsAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def summary(answer: GapsAnswer, language: str) -> str:
    """Return one line that counts."""
    return HEADS[language]["sum"].format(gaps=len(answer.gaps), cells=answer.cells, weight=answer.weight / 1000)


def _lines(answer: GapsAnswer, language: str) -> Iterator[str]:
    heads = HEADS[language]
    for note in answer.notes:
        yield phrase("notes", note, language)
    yield from _section(answer.gaps, language, closings=True)
    for name in (*APART, "accepted"):
        found: Sequence[Gap] = getattr(answer, name)
        if found:
            yield f"\n{heads[name]}:"
            yield from _section(found, language, closings=False)
    yield "\n" + summary(answer, language)


def _section(gaps: Sequence[Gap], language: str, *, closings: bool) -> Iterator[str]:
    heads = HEADS[language]
    for gap in gaps:
        parts = (
            gap.audience and gap.audience.label(language),
            gap.theme and gap.theme.label(language),
            gap.region and gap.region.label,
        )
        cell = " · ".join(part or word("any", language) for part in parts)
        yield f"{gap.sub:<3} {cell}  ({gap.weight / 1000:g})"
        yield from _wrapped(gap.text(language))
        if closings and gap.closings:
            yield from _wrapped(f"{heads['close']}: " + "; ".join(closing.text(language) for closing in gap.closings))
        if gap.evidence:
            yield from _wrapped(f"{heads['said']}: " + ", ".join(map(str, gap.evidence)))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="      ", subsequent_indent="        ")
