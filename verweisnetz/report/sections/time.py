"""What changed since an earlier state, and what ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from queries.change import GONE, Change, Detail, GapChange
from queries.horizon import Ending
from queries.phrases import phrase
from verweisnetz.report.cells import about
from verweisnetz.report.citing import Citations
from verweisnetz.report.first import first_lines, first_rows
from verweisnetz.report.material import Asked
from verweisnetz.report.model import Block, Line, Listed, Section, Table
from verweisnetz.report.words import Words

MOST_CHANGES = 25
"""Changes of one sort on paper."""


def changes_section(asked: Asked, words: Words, cite: Citations) -> Section:
    """Return what changed since the state the report is compared with."""
    answer = asked.changes
    if answer is None:
        return Section("changes", words("changes"), cite.lines(words("changes_none")))
    notes = [phrase("notes", note, words.language) for note in answer.notes]
    intro = cite.lines(words("changes_intro", before=asked.before), *notes)
    return Section("changes", words("changes"), intro, tuple(_changes(asked, words, cite)))


def ends_section(asked: Asked, words: Words, cite: Citations) -> Section:
    """Return what ends up to the horizon, and what has no known end."""
    answer = asked.horizon
    intro = [words("ends_intro", day=words.day(answer.day), until=words.day(answer.horizon))]
    blocks: list[Block] = []
    if answer.ending:
        rows = first_rows(answer.ending, lambda ending: _ending(ending, words, cite), words)
        heads = tuple(map(words, ("until", "what", "who")))
        blocks.append(Table(words("ends_caption"), heads, rows, widths=(14, 16, 70)))
    else:
        intro.append(words("ends_none"))
    if answer.end_unknown:
        lines = first_lines(
            answer.end_unknown, lambda ending: cite.line(_with_it(ending, words), ending.evidence), words
        )
        blocks.append(Listed(words("endless"), "", lines))
    return Section("ends", words("ends"), cite.lines(*intro), tuple(blocks))


def _ending(ending: Ending, words: Words, cite: Citations) -> tuple[Line, ...]:
    what = phrase("horizon_what", ending.what, words.language)
    return Line(words.day(ending.until)), Line(what), cite.line(_with_it(ending, words), ending.evidence)


def _with_it(ending: Ending, words: Words) -> str:
    """Return what ends, a project with the offers that fall away with it."""
    offers = words.listed(offer.label for offer in ending.offers)
    return words("ends_with", what=ending.who(), offers=offers) if offers else ending.who()


def _changes(asked: Asked, words: Words, cite: Citations) -> Iterator[Block]:
    if asked.changes is None:
        return
    if asked.changes.gaps:
        gaps = asked.changes.gaps[:MOST_CHANGES]
        lines = [_gap(found, words, cite) for found in gaps]
        yield Listed(words("changes_gaps"), "", (*lines, *_rest(len(asked.changes.gaps), words)))
    ordered = sorted(asked.changes.changes, key=lambda change: (change.what, change.how))
    for (what, how), found in groupby(ordered, key=lambda change: (change.what, change.how)):
        changes = list(found)
        title = f"{phrase('change_what', what, words.language)}, {phrase('change_how', how, words.language)} ({len(changes)})"
        lines = [
            cite.line(change.who(words.language) + _details(change, words.language), change.evidence)
            for change in changes[:MOST_CHANGES]
        ]
        yield Listed(title, "", (*lines, *_rest(len(changes), words)))


def _rest(number: int, words: Words) -> tuple[Line, ...]:
    return (Line(words("changes_rest", more=str(number - MOST_CHANGES))),) if number > MOST_CHANGES else ()


def _gap(found: GapChange, words: Words, cite: Citations) -> Line:
    how = phrase("change_how", found.how, words.language)
    said = "" if found.how in GONE else f". {found.gap.text(words.language)}"
    return cite.line(f"{how}: {found.gap.sub} {about(found.gap, words)}{said}", found.gap.evidence)


def _details(change: Change, language: str) -> str:
    if change.how == "changed":
        return ": " + "; ".join(_different(detail, language) for detail in change.details)
    said = change.side("after" if change.how == "new" else "before", language)
    return f": {said}" if said else ""


def _different(detail: Detail, language: str) -> str:
    name = phrase("properties", detail.name, language)
    before, after = detail.words("before", language), detail.words("after", language)
    return phrase("change_words", "from_to", language, name=name, before=before, after=after)
