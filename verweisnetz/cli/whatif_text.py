"""What a change opens and closes, as text."""

from __future__ import annotations

from collections.abc import Iterator

from queries.gap import Gap, cell_labels
from queries.phrases import phrase
from queries.weights import weighed
from queries.what_if import WhatIfAnswer

HEADS = {
    "de": {"opened": "Neue Lücken", "closed": "Geschlossene Lücken",
           "overtaken": "Nicht geschlossen, sondern überholt: eine schwerere Lücke trat an ihre Stelle",
           "questioned": "Nicht geschlossen, sondern fraglich geworden", "shifted": "Veränderte Lücken",
           "lost": "Verlorene Wege", "won": "Gewonnene Wege", "none": "Es ändert sich nichts an Lücken und Wegen.",
           "sum": "Gewicht der offenen Lücken: {before} → {after} ({difference})",
           "unreached": "davon nicht versorgt oder nicht erreicht (A, B, E außerhalb): {before} → {after} ({difference})"},
    "en": {"opened": "New gaps", "closed": "Gaps closed",
           "overtaken": "Not closed but overtaken: a worse gap took their place",
           "questioned": "Not closed but now in question", "shifted": "Gaps that change",
           "lost": "Ways lost", "won": "Ways won", "none": "No gap and no way changes.",
           "sum": "Weight of open gaps: {before} → {after} ({difference})",
           "unreached": "of which not served or not reached (A, B, E outside): {before} → {after} ({difference})"},
}  # fmt: skip


def whatif_text(answer: WhatIfAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: WhatIfAnswer, language: str) -> Iterator[str]:
    heads = HEADS[language]
    for note in answer.notes:
        yield phrase("notes", note, language)
    yield from (step.text(language) for step in answer.steps)
    sections = {
        "opened": [_gap(gap, gap.weight, language) for gap in answer.opened],
        "closed": [_gap(gap, -gap.weight, language) for gap in answer.closed],
        "overtaken": [_gap(gap, -gap.weight, language) for gap in answer.overtaken],
        "questioned": [_gap(gap, -gap.weight, language) for gap in answer.questioned],
        "shifted": [_gap(one.gap, one.gap.weight - one.before, language) for one in answer.shifted],
        "lost": [one.text(language) for one in answer.lost],
        "won": [one.text(language) for one in answer.won],
    }
    for name, found in sections.items():
        if found:
            yield f"\n{heads[name]}:"
            yield from (f"  {line}" for line in found)
    if not any(sections.values()):
        yield heads["none"]
    yield "\n" + _sum(heads["sum"], answer.weight_before, answer.weight_after, language)
    yield _sum(heads["unreached"], answer.unreached_before, answer.unreached_after, language)


def _sum(words: str, before: int, after: int, language: str) -> str:
    difference = weighed(after - before, language, signed=True)
    return words.format(before=weighed(before, language), after=weighed(after, language), difference=difference)


def _gap(gap: Gap, weight: int, language: str) -> str:
    cell = " · ".join(cell_labels(gap, language))
    return f"{gap.sub:<2} {cell}  ({weighed(weight, language, signed=True)})  {gap.text(language)}"
