"""What ends and what changed, as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from queries.change import Change, ChangesAnswer, Detail
from queries.dates import written
from queries.horizon import Ending, HorizonAnswer
from queries.naming import NAMED, listed
from queries.phrases import phrase, word
from verweisnetz.cli.limit import remainder
from verweisnetz.cli.lines import places, wrapped


def horizon_text(answer: HorizonAnswer, language: str, limit: int = 0) -> str:
    """Return the answer for a terminal.

    Args:
        limit: how many endings stand there, the first; 0: all.
    """
    return "\n".join(_horizon(answer, language, limit))


def changes_text(answer: ChangesAnswer, language: str, limit: int = 0) -> str:
    """Return the answer for a terminal.

    Args:
        limit: how many changes of each kind stand there; 0: all.
    """
    return "\n".join(_changes(answer, language, limit))


def _horizon(answer: HorizonAnswer, language: str, limit: int) -> Iterator[str]:
    day, until = written(answer.day, language), written(answer.horizon, language)
    yield phrase("horizon_words", "title", language, day=day, horizon=until) + ":"
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "  ")
    if not answer.ending and not answer.notes:
        yield from wrapped(phrase("horizon_words", "none", language), "  ")
    counted = Counter(ending.what for ending in answer.ending)
    if limit and len(answer.ending) > limit:
        yield "  " + " · ".join(
            f"{phrase('horizon_many', what, language)}: {counted[what]}" for what in sorted(counted)
        )
    for ending in answer.ending[: limit or None]:
        yield from _ending(ending, written(ending.until, language), language)
    yield from _more(len(answer.ending), limit, language)
    if answer.end_unknown:
        yield f"\n{phrase('horizon_words', 'endless', language)}:"
    for ending in answer.end_unknown[: limit or None]:
        yield from _ending(ending, "", language)
    yield from _more(len(answer.end_unknown), limit, language)
    late = answer.overdue or ()
    if late:
        yield f"\n{phrase('horizon_words', 'overdue', language)}:"
    for plan in late[: limit or None]:
        yield from wrapped(f"· {written(plan.due, language)}: {plan.plan} ({places(plan.evidence)})", "  ")
    yield from _more(len(late), limit, language)


def _more(found: int, limit: int, language: str) -> Iterator[str]:
    more = remainder(found, limit, language)
    if more:
        yield from wrapped(more, "  ")


def _ending(ending: Ending, until: str, language: str) -> Iterator[str]:
    what = f"{phrase('horizon_what', ending.what, language)} {ending.who()}"
    if ending.offers:
        labels = listed([offer.label for offer in ending.offers], language, NAMED)
        what += phrase("horizon_words", "with_it" if ending.until else "carries", language, offers=labels)
    yield from wrapped(f"· {until + ': ' if until else ''}{what} ({places(ending.evidence)})", "  ")


def _changes(answer: ChangesAnswer, language: str, limit: int) -> Iterator[str]:
    yield answer.title(language) + ":"
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "  ")
    for found in answer.gaps[: limit or None]:
        gap = found.gap
        cell = [part.label(language) if part else word("any", language) for part in (gap.audience, gap.theme)]
        where = gap.region.label if gap.region else word("any", language)
        about = " · ".join([gap.kind, *cell, where])
        yield from wrapped(f"· {answer.how(found.how, language)}: {about}. {gap.text(language)}", "  ")
    yield from _more(len(answer.gaps), limit, language)
    ordered = sorted(answer.changes, key=lambda change: (change.what, change.how))
    for (what, how), changes in groupby(ordered, key=lambda change: (change.what, change.how)):
        listed = list(changes)
        yield f"\n{phrase('change_what', what, language)}, {answer.how(how, language)} ({len(listed)}):"
        for change in listed[: limit or None]:
            yield from wrapped(
                f"· {change.who(language)}{_details(change, language)} ({places(change.evidence)})", "  "
            )
        yield from _more(len(listed), limit, language)


def _details(change: Change, language: str) -> str:
    if change.how == "changed":
        told = (_different(detail, language) for detail in change.details)
        return ": " + "; ".join(told)
    said = change.side("after" if change.how == "new" else "before", language)
    return f": {said}" if said else ""


def _different(detail: Detail, language: str) -> str:
    name = phrase("properties", detail.name, language)
    before, after = detail.words("before", language), detail.words("after", language)
    return phrase("change_words", "from_to", language, name=name, before=before, after=after)
