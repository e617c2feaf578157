"""A route in German or English prose, every sentence with where it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from queries.freshness import Freshness
from queries.phrases import phrase, word
from queries.references import ContactRef, EvidenceRef
from queries.route import Leg, Route

MOST_PLACES = 4
"""So many places are read out; the answer as data holds them all."""


def explain(route: Route, language: str = "de") -> str:
    """Return the route as sentences, one step a line."""
    return "\n".join(_lines(route, language))


def _lines(route: Route, language: str) -> Iterator[str]:
    offer = f"„{route.offer.label}“" if route.offer else _say("no_offer", language)
    if route.offer and language == "en":
        offer = f"“{route.offer.label}”"
    start = route.start.label if route.start else word("anywhere", language)
    yield _say("head" if route.legs else "zero", language, target=route.target.label, start=start, offer=offer)
    for step, leg in enumerate(route.legs, 1):
        yield " ".join(_leg(leg, step, language))
    yield " ".join(_offer(route, language))
    if route.open_questions:
        asked = " ".join(question.text(language) for question in route.open_questions)
        yield _say("questions", language, value=asked)


def _leg(leg: Leg, step: int, language: str) -> Iterator[str]:
    sender = leg.sender.label if leg.sender else ""
    key = "referral" if leg.kind == "referral" else "direct_from" if sender else "direct"
    yield _say(key, language, step=str(step), sender=sender, receiver=leg.receiver.label)
    if leg.kind == "referral":
        handover = leg.handover.label(language) if leg.handover else word("unknown", language)
        agreed = leg.responsibility.label(language) if leg.responsibility else word("not_agreed", language)
        yield _say("handover", language, value=handover)
        yield _say("responsibility", language, value=agreed)
        yield from (_say(key, language, value=said) for key in ("feedback", "note") if (said := getattr(leg, key)))
    yield _contact(leg.contact, language)
    if leg.kind == "referral":
        yield from _standing(leg.freshness, leg.evidence, language)


def _offer(route: Route, language: str) -> Iterator[str]:
    said = route.said
    capacity = _say("places", language, value=said.capacity) if said.capacity.isdigit() else said.capacity
    terms = [text for text in (said.cost, said.hours, said.format, said.languages, capacity, said.note) if text]
    if terms:
        yield _say("terms", language, value="; ".join(terms))
    if said.online:
        yield _say("online", language)
    if said.since:
        yield _say("event", language, day=_days(said.since, said.until, language))
    elif said.until:
        yield _say("until", language, day=in_words(said.until, language))
    yield from _standing(route.freshness, route.evidence, language)


def _contact(contacts: Sequence[ContactRef], language: str) -> str:
    if not contacts:
        return _say("no_contact", language)
    return _say("contact", language, value=", ".join(dict.fromkeys(contact.value for contact in contacts)))


def _standing(freshness: Freshness, evidence: Iterable[EvidenceRef], language: str) -> Iterator[str]:
    day = in_words(freshness.checked, language) if freshness.checked else ""
    yield _say(freshness.state, language, day=day)
    places = list(dict.fromkeys(map(str, evidence)))
    if places:
        shown = "; ".join(places[:MOST_PLACES])
        more = len(places) - MOST_PLACES
        yield _say("evidence_more" if more > 0 else "evidence", language, value=shown, more=str(more))


def in_words(day: date, language: str) -> str:
    """Return a day as people write it."""
    return day.isoformat() if language == "en" else day.strftime("%d.%m.%Y")


def _days(first: date, last: date | None, language: str) -> str:
    days = (in_words(first, language), in_words(max(first, last or first), language))
    return " – ".join(dict.fromkeys(days))


def _say(key: str, language: str, **values: str) -> str:
    return phrase("explain", key, language, **values)
