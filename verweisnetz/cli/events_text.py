"""Events and guides as text: what stands first is when and who, then what is still to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from queries.cells import asked, reached_by, standing
from queries.dates import written
from queries.event import Event, EventsAnswer
from queries.freshness import Freshness
from queries.guides import GuidesAnswer
from queries.phrases import phrase, word
from queries.questions import Question
from queries.references import ContactRef, EvidenceRef
from verweisnetz.cli.lines import places, why_not_lines, wrapped

HEADS = {
    "de": {"window": "Veranstaltungen vom {day} bis {until}", "ask": "noch zu klären", "contact": "Kontakt",
           "organiser": "Veranstalter", "by_registration": "Nur mit Anmeldung oder Zuweisung",
           "undated": "Ohne Termin", "past": "{past} vorbei, {later} später", "standing": "Stand", "said": "Beleg",
           "others": "{others} weitere Einträge gelten für andere Gruppen, Orte oder Zeiten"},
    "en": {"window": "Events from {day} to {until}", "ask": "still to ask", "contact": "contact",
           "organiser": "organiser", "by_registration": "Only by registration or referral",
           "undated": "Without a date", "past": "{past} over, {later} later", "standing": "standing", "said": "evidence",
           "others": "{others} further entries are for other groups, places or times"},
}  # fmt: skip


def events_text(answer: EventsAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_events(answer, language))


def guides_text(answer: GuidesAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_guides(answer, language))


def _events(answer: EventsAnswer, language: str) -> Iterator[str]:
    heads = HEADS[language]
    yield heads["window"].format(day=written(answer.day, language), until=written(answer.until, language))
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    for event in answer.events:
        yield from _event(event, language)
    for name in ("by_registration", "undated"):
        found: tuple[Event, ...] = getattr(answer, name)
        if found:
            yield f"\n{heads[name]}:"
            for event in found:
                yield from _event(event, language)
    yield from why_not_lines(answer.why_not, language)
    if answer.past or answer.later:
        yield "\n" + heads["past"].format(past=answer.past, later=answer.later)


def _event(event: Event, language: str) -> Iterator[str]:
    heads = HEADS[language]
    need = f" ({event.need.label(language)})" if event.need else ""
    yield f"\n{event.when(language)}  {event.actor.label}{need}   [{word(event.fit, language)}]"
    where = ", ".join(place.label for place in event.places)
    offer = event.offer.label if event.offer else ""
    about = [offer, where, phrase("entry", event.access, language), *event.said]
    yield from wrapped("; ".join(part for part in about if part), "  ")
    if event.organisers:
        yield from wrapped(f"{heads['organiser']}: " + ", ".join(actor.label for actor in event.organisers), "  ")
    yield from _beside(event.contact, event.freshness, event.open_questions, event.evidence, language)


def _guides(answer: GuidesAnswer, language: str) -> Iterator[str]:
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    for guide in answer.guides:
        group = guide.audience.label(language) if guide.audience else word("any", language)
        where = guide.region.label if guide.region else word("any", language)
        yield f"\n{guide.actor.label}   [{word(guide.fit, language)}]"
        yield from wrapped("; ".join(part for part in (group, where, guide.note) if part), "  ")
        yield from _beside(guide.contact, guide.freshness, guide.open_questions, guide.evidence, language)
    if answer.others:
        yield "\n" + HEADS[language]["others"].format(others=answer.others)


def _beside(
    contact: Iterable[ContactRef],
    age: Freshness,
    questions: Iterable[Question],
    evidence: tuple[EvidenceRef, ...],
    language: str,
) -> Iterator[str]:
    heads = HEADS[language]
    how = reached_by(contact)
    yield from wrapped(f"{heads['contact']}: {how}" if how else phrase("explain", "no_contact", language), "  ")
    if open_ := asked(questions, language):
        yield from wrapped(f"{heads['ask']}: {open_}", "  ")
    yield from wrapped(f"{heads['standing']}: {standing(age, language)}. {heads['said']}: {places(evidence)}", "  ")
