"""The gaps by kind, with what each weighs and what would close it with the least effort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from queries.gap import APART, Gap
from verweisnetz.report.cells import about
from verweisnetz.report.citing import Citations
from verweisnetz.report.first import first_lines, first_rows
from verweisnetz.report.material import Asked
from verweisnetz.report.model import Block, Line, Listed, Section, Table
from verweisnetz.report.words import Words

MOST_STEPS = 2
MOST_GAPS = 60
"""Gaps of one kind on paper, the heaviest; without a list of needs there may be thousands."""


def gaps_section(asked: Asked, words: Words, cite: Citations) -> Section:
    """Return the gaps."""
    answer = asked.gaps
    intro = words(
        "gaps_intro",
        gaps=words.count("gaps", len(answer.gaps)),
        cells=words.count("looked", answer.cells),
        weight=words.weight(answer.weight),
    )
    lines = cite.lines(intro) if answer.gaps else cite.lines(words("no_gaps"))
    return Section("gaps", words("gaps"), lines, tuple(_blocks(asked, words, cite)))


def _blocks(asked: Asked, words: Words, cite: Citations) -> Iterator[Block]:
    by_kind = sorted(asked.gaps.gaps, key=lambda gap: gap.kind)
    for kind, found in groupby(by_kind, key=lambda gap: gap.kind):
        yield _table(words(f"gap_{kind}"), list(found), words, cite)
    for name in APART:
        apart: Sequence[Gap] = getattr(asked.gaps, name)
        if apart:
            yield _table(words(f"gap_{name}"), apart, words, cite)
    if asked.gaps.accepted:
        lines = first_lines(asked.gaps.accepted, lambda gap: _accepted(gap, words, cite), words)
        yield Listed(words("accepted"), "", lines)


def _table(title: str, gaps: Sequence[Gap], words: Words, cite: Citations) -> Table:
    heads = tuple(map(words, ("gap_cell", "gap_reason", "gap_step", "gap_weight")))
    rows = first_rows(gaps, lambda gap: _row(gap, words, cite), words, MOST_GAPS)
    return Table(title, heads, rows, widths=(28, 30, 31, 11))


def _row(gap: Gap, words: Words, cite: Citations) -> tuple[Line, ...]:
    steps = "\n".join(f"· {closing.text(words.language)}" for closing in gap.closings[:MOST_STEPS])
    cell = cite.line(f"{gap.sub}: {about(gap, words)}" if gap.sub != gap.kind else about(gap, words))
    why = cite.line(gap.text(words.language), gap.evidence)
    return cell, why, cite.line(steps or words("nothing")), Line(words.weight(gap.weight))


def _accepted(gap: Gap, words: Words, cite: Citations) -> Line:
    found = gap.acceptance
    note = ""
    if found is not None:
        day = words.day(found.review_on) or words("nothing")
        note = words(
            "accepted_note", owner=found.owner or words("nothing"), day=day, reason=found.reason or words("nothing")
        )
    return cite.line(f"{gap.sub}: {about(gap, words)} ({note})", gap.evidence)
