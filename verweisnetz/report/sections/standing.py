"""Where the network stands among the guideline's points, its own indicators, and what was read at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.records import SourceRecord
from queries.maturity_answer import Criterion, outcome
from queries.references import EvidenceRef
from verweisnetz.report.citing import Citations
from verweisnetz.report.first import first_rows
from verweisnetz.report.material import Asked
from verweisnetz.report.model import Block, Line, Section, Table
from verweisnetz.report.words import Words

MOST_SENTENCES = 4


def maturity_section(asked: Asked, words: Words, cite: Citations) -> Section:
    """Return the guideline's points and the network's own indicators."""
    heads = tuple(map(words, ("point", "standing", "speaks", "ask")))
    rows = tuple(_point(one, words, cite) for one in asked.maturity.criteria)
    blocks: list[Block] = [Table(words("maturity_caption"), heads, rows, widths=(20, 12, 38, 30))]
    if asked.maturity.indicators:
        heads = tuple(map(words, ("indicator", "target", "values")))
        told = tuple(
            (
                cite.line(one.name, one.evidence),
                cite.line(one.aim(words.language)),
                cite.line(one.course(words.language), (place for value in one.values for place in value.evidence)),
            )
            for one in asked.maturity.indicators
        )
        blocks.append(Table(words("indicators_caption"), heads, told, widths=(32, 24, 44)))
    return Section("maturity", words("maturity"), cite.lines(words("maturity_intro")), tuple(blocks))


def sources_section(asked: Asked, words: Words, cite: Citations) -> Section:
    """Return the sources with what became of their cells, and of a document's blocks."""
    ledger = asked.region.ledger()

    def row(source: SourceRecord) -> tuple[Line, ...]:
        counts = map(Line, map(str, account(ledger.get(source.id, {}))))
        publisher = cite.line(source.publisher or words("nothing"))
        return cite.line(source.id), publisher, Line(_day(source.stated_on, words)), *counts

    rows = first_rows(asked.region.sources(), row, words, 200)
    heads = tuple(map(words, ("source", "publisher", "stated_on", "cells", "statements", "reported")))
    table = Table(words("sources_caption"), heads, rows, widths=(31, 25, 12, 12, 11, 9))
    return Section("sources", words("sources"), cite.lines(words("sources_intro")), (table,) if rows else ())


def account(counted: Mapping[str, Any]) -> tuple[int, int, int]:
    """Return how many cells and blocks of text there are, how many say something, and how many are open questions."""
    blocks = counted.get("blocks", {})
    parts = counted.get("cells", 0) + blocks.get("blocks", 0)
    said, unclear = (counted.get(key, 0) + blocks.get(key, 0) for key in ("statement", "reported"))
    return parts, said, unclear


def _point(criterion: Criterion, words: Words, cite: Citations) -> tuple[Line, ...]:
    language = words.language
    sentences = list(criterion.sentences(language))
    told = [text for text, _ in sentences[:MOST_SENTENCES]]
    if len(sentences) > MOST_SENTENCES:
        told.append(words("more", more=str(len(sentences) - MOST_SENTENCES)))
    ask = [criterion.ask(language)]
    if criterion.open(language):
        ask.append(words("open", what="; ".join(criterion.open(language))))
    places: list[EvidenceRef] = [evidence[0] for _, evidence in sentences[:MOST_SENTENCES] if evidence]
    said = cite.line("\n".join(f"· {text}" for text in told) or words("nothing"), places, most=MOST_SENTENCES)
    head = Line(f"{criterion.title(language)} ({criterion.chapter})")
    return head, Line(outcome(criterion.outcome, language)), said, Line("\n".join(f"· {text}" for text in ask))


def _day(said: str, words: Words) -> str:
    from datetime import date

    try:
        return words.day(date.fromisoformat(said)) if said else words("nothing")
    except ValueError:
        return said
