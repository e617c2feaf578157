"""A route in German or English prose, every sentence with where it is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from queries.dates import written
from queries.freshness import Freshness
from queries.lead import Lead
from queries.passing import Passing
from queries.phrases import phrase, word
from queries.references import ActorRef, ContactRef, EvidenceRef
from queries.route import Leg, Route

LONGEST_QUOTE = 120
MOST_PLACES = 4
"""So many places are read out; the answer as data holds them all."""

REFERRAL_WORDS = {
    "agreement": "agreement", "occasion": "occasion", "feedback": "feedback", "capacity": "leg_capacity",
    "note": "note", "bring": "bring", "cost_bearer": "cost_bearer", "follow_up": "follow_up",
}  # fmt: skip
"""What an agreement says beside handover and responsibility, and the phrase that introduces it."""


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
    yield lead_words(route.lead, language)
    if route.open_questions:
        asked = " ".join(question.text(language) for question in route.open_questions)
        yield _say("questions", language, value=asked)
    yield " ".join(_standing_among(route, language))


def _leg(leg: Leg, step: int, language: str) -> Iterator[str]:
    sender = leg.sender.label if leg.sender else ""
    key = "referral" if leg.kind == "referral" else "direct_from" if sender else "direct"
    yield _say(key, language, step=str(step), sender=sender, receiver=leg.receiver.label)
    if leg.kind == "referral":
        handover = leg.handover.label(language) if leg.handover else word("unknown", language)
        agreed = leg.responsibility.label(language) if leg.responsibility else word("not_agreed", language)
        yield _say("handover", language, value=handover)
        yield _say("responsibility", language, value=agreed)
        for name, phrased in REFERRAL_WORDS.items():
            if (said := getattr(leg, name)) and not (name == "note" and _said_apart(leg)):
                yield _say(phrased, language, value=said)
    yield passing_words(leg.passing, language)
    yield contact_words(leg.contact, language)
    if leg.kind == "referral":
        yield from _standing(leg.freshness, leg.evidence, language)


def _said_apart(leg: Leg) -> bool:
    """Return whether the whole note says nothing but what stands beside it in its own sentence."""
    return bool(leg.bring or leg.cost_bearer or leg.follow_up) and not re.search(r"[;.]\s*\S", leg.note)


def _offer(route: Route, language: str) -> Iterator[str]:
    said = route.said
    yield phrase("access", said.access, language)
    capacity = _say("places", language, value=said.capacity) if said.capacity.isdigit() else said.capacity
    terms = [text for text in (said.cost, said.hours, said.format, said.languages, capacity, said.note) if text]
    if terms:
        yield _say("terms", language, value="; ".join(terms))
    if said.online:
        yield _say("online", language)
    if said.since:
        yield _say("event", language, day=_days(said.since, said.until, language))
    elif said.until:
        yield _say("until", language, day=written(said.until, language))
    yield from _standing(route.freshness, route.evidence, language)


def _standing_among(route: Route, language: str) -> Iterator[str]:
    """Yield what the route costs, in parts, and how it stands beside the others: equals are no recommendation."""
    parts = [f"{phrase('cost', name, language)} {value}" for name, value in route.cost.named.items()]
    total = str(route.cost.total)
    yield _say("cost", language, total=total, parts=", ".join(parts)) if parts else _say("no_cost", language)
    if route.equals:
        yield _say("equal", language, count=str(route.equals))
    yield _say("non_dominated" if route.non_dominated else "dominated", language)


def passing_words(passing: Passing, language: str) -> str:
    """Return what a handover means for the client's data, as said to them."""
    return phrase("passing", passing.kind, language, basis=passing.basis)


def lead_words(lead: Lead, language: str) -> str:
    """Return who keeps the lead over a route; what is not agreed is said so."""
    stages = "; ".join(
        phrase("lead", "stage", language, step=str(one.step), holders=_holders(one.holders, language), until=until)
        for one in lead.stages
        for until in [_until(one.until, language)]
    )
    holders = _holders(lead.holders, language) if lead.state != "own" or lead.holders else _nobody(language)
    return phrase("lead", lead.state, language, holders=holders, until=_until(lead.until, language), stages=stages)


def _holders(actors: Sequence[ActorRef], language: str) -> str:
    joined = f" {word('and', language)} ".join(actor.label for actor in actors)
    return joined or word("not_agreed", language)


def _nobody(language: str) -> str:
    return phrase("lead", "nobody", language)


def _until(until: str, language: str) -> str:
    return phrase("lead", f"until_{until}", language) if until else ""


def contact_words(contacts: Sequence[ContactRef], language: str) -> str:
    """Return how somebody is reached, and how far the oldest of it may be trusted."""
    if not contacts:
        return _say("no_contact", language)
    told = _say("contact", language, value=", ".join(dict.fromkeys(contact.value for contact in contacts)))
    states = {contact.state for contact in contacts}
    oldest = min((contact.checked for contact in contacts if contact.checked), default=None)
    if oldest and states - {""}:
        key = "contact_stale" if "stale" in states else "contact_fresh"
        return f"{told[:-1]} {_say(key, language, day=written(oldest, language))}."
    return f"{told[:-1]} {_say('contact_undated', language)}." if "undated" in states else told


def _standing(freshness: Freshness, evidence: Iterable[EvidenceRef], language: str) -> Iterator[str]:
    day = written(freshness.checked, language) if freshness.checked else ""
    yield _say(freshness.state, language, day=day)
    places = list(dict.fromkeys(_cited(place, language) for place in evidence))
    if places:
        shown = "; ".join(places[:MOST_PLACES])
        more = len(places) - MOST_PLACES
        yield _say("evidence_more" if more > 0 else "evidence", language, value=shown, more=str(more))


def _cited(place: EvidenceRef, language: str) -> str:
    """Return a place in a source; of a stretch of text its words, which nobody finds by counting letters."""
    if not place.text or not re.fullmatch(r"\d+-\d+", place.place):
        return str(place)
    words = " ".join(place.text.split())
    quote = words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1] + "…"
    return f"{place} “{quote}”" if language == "en" else f"{place} „{quote}“"


def _days(first: date, last: date | None, language: str) -> str:
    days = (written(first, language), written(max(first, last or first), language))
    return " – ".join(dict.fromkeys(days))


def _say(key: str, language: str, **values: str) -> str:
    return phrase("explain", key, language, **values)
