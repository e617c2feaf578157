"""What there is to decide as text: each with its words in their paragraph, and what it would change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from graph.condition_text import conditions_text
from ontology.vocabulary import load
from queries.dates import written
from verweisnetz.cli.lines import wrapped
from verweisnetz.review.answer import Candidate, Lost, Pair, ReviewAnswer
from verweisnetz.review.words import word


def review_text(answer: ReviewAnswer, language: str) -> str:
    """Return the whole list for a terminal."""
    return "\n".join(_lines(answer, language)).strip("\n") or word("empty", language)


def candidate_lines(candidate: Candidate, language: str) -> Iterator[str]:
    """Yield a statement: what it says, its words in their paragraph, what it would change."""
    conditions = f" ({conditions_text(candidate.conditions)})" if candidate.conditions else ""
    said = f"{candidate.subject.label} – {_predicate(candidate.predicate, language)} – {candidate.object.label}"
    signs = [
        word(f"tier_{candidate.tier}", language),
        word(f"modality_{candidate.modality}", language) if candidate.modality != "asserted" else "",
        word(f"polarity_{candidate.polarity}", language) if candidate.polarity != "yes" else "",
        word("due", language).format(written(candidate.due, language)) if candidate.due else "",
    ]
    yield from wrapped(f"{candidate.key[:8]}  {said}{conditions}  [{', '.join(filter(None, signs))}]", "")
    for passage in candidate.passages:
        page = f", {word('page', language).format(passage.page)}" if passage.page else ""
        yield from wrapped(passage.marked(), "      ")
        gone = "" if passage.exact else f" – {word('gone', language)}"
        yield from wrapped(f"({candidate.source}!{', '.join(passage.places)}{page}{gone})", "      ")
    if candidate.due is None:
        yield from wrapped(f"{word('effect', language)}: {candidate.effect_text(language)}", "      ")


def pair_lines(pair: Pair, language: str) -> Iterator[str]:
    """Yield two labels, why they may mean one actor, and what it would change."""
    reason = word(f"reason_{pair.reason}", language)
    yield from wrapped(f"{pair.key[:9]}  {pair.left} = {pair.right}?  [{reason}, {pair.score}]", "")
    yield from wrapped(f"({'; '.join(pair.sources)})", "      ")
    yield from wrapped(f"{word('effect', language)}: {pair.effect_text(language)}", "      ")


def _lines(answer: ReviewAnswer, language: str) -> Iterator[str]:
    sections = (
        ("candidates", [candidate_lines(one, language) for one in answer.candidates]),
        ("pairs", [pair_lines(one, language) for one in answer.pairs]),
        ("overdue", [candidate_lines(one, language) for one in answer.overdue]),
        ("lost", [_lost_lines(one, language) for one in answer.lost]),
    )
    for name, entries in sections:
        if entries:
            yield f"\n{word(f'heading_{name}', language).format(len(entries))}\n"
            yield from chain.from_iterable(entries)
    listed = len(answer.candidates) + len(answer.pairs) + len(answer.overdue)
    if answer.open > listed:
        yield "\n" + word("more", language).format(answer.open - listed)
    if listed:
        yield from ["", *wrapped(word("how", language), "")]


def _lost_lines(lost: Lost, language: str) -> Iterator[str]:
    decided = word(f"decided_{lost.decision}", language)
    yield from wrapped(f"{lost.key[:8]}  {decided} ({lost.by or '–'}, {lost.on or '–'}): {lost.said or '–'}", "")
    if lost.quote:
        yield from wrapped(f"»{lost.quote}«", "      ")


def _predicate(name: str, language: str) -> str:
    known = load().predicates.get(name)
    return known.labels.get(language, name) if known else name
