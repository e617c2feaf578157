"""The lines of a route on the sheet: whom to go to, why, how it is handed over, what to bring, what happens to data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from queries.lead import Lead
from queries.passing import Passing
from queries.references import ActorRef, ContactRef
from queries.route import Leg, Route
from verweisnetz.handout.words import LONGEST, Words, joined, short

KNOWN_HANDOVERS = ("information", "contact", "appointment", "accompanied", "joint")
Pair = tuple[str, str]


def lead_line(route: Route, words: Words) -> str:
    """Return who stays in charge, with a number; a blank to fill in where it is not agreed for the whole route."""
    lead = route.lead
    if lead.holders:
        names = _names(lead.holders, words)
        text = words("lead_shared", holders=names) if lead.state == "shared" else short(names)
        number = phone(_contact_of(route, lead), words)
        until = words(f"until_{lead.until}", step=str(len(route.legs))) if lead.until else ""
        return joined((text, number, until), ", ")
    if lead.state == "not_agreed" or not lead.stages:
        return words("not_agreed")
    stages = (words("lead_stage", step=str(one.step), holders=_names(one.holders, words)) for one in lead.stages)
    return joined(stages)


def _names(actors: Sequence[ActorRef], words: Words) -> str:
    return " + ".join(actor.label for actor in actors) or words("not_agreed")


def _contact_of(route: Route, lead: Lead) -> Sequence[ContactRef]:
    """Return how to reach who keeps the lead, where the route knows it: the receiver of a leg."""
    holder = lead.holders[0].id
    return next((leg.contact for leg in route.legs if leg.receiver.id == holder), ())


def phone(contacts: Sequence[ContactRef], words: Words) -> str:
    """Return a number, else the words of an agreement or a mail address, else a blank for one."""
    for kind in ("phone", "agreed", "mail"):
        found = next((contact.value for contact in contacts if contact.kind == kind), "")
        if found:
            return words("phone", value=found) if kind == "phone" else short(found, 60)
    return words("phone", value=words("blank"))


def steps(route: Route, place: str, words: Words) -> Iterator[Pair]:
    """Yield label and text of each line about the way itself; the first step in full, what follows in short."""
    if not route.legs:
        yield words("step", step="1"), words("itself", target=route.target.label)
        yield words("why"), why(route, place, words)
        return
    for step, leg in enumerate(route.legs, 1):
        way = words("agreed_way" if leg.kind == "referral" else "no_agreement")
        where = f"{short(leg.receiver.label)}, {phone(leg.contact, words)} ({way})"
        if step > 1:
            yield words("step", step=str(step)), f"{where}. {_handover(leg, words)}"
            continue
        yield words("step", step=str(step)), where
        yield words("why"), why(route, place, words)
        yield words("handover"), _handover(leg, words)
        yield words("bring"), short(leg.bring or route.said.bring) or words("blank")
    paid = joined((route.said.cost_bearer, *(leg.cost_bearer for leg in route.legs)))
    if paid:
        yield words("costs"), short(paid)
    yield words("data"), _data(route.legs, words)


def why(route: Route, place: str, words: Words) -> str:
    """Return what the provider offers and on which terms, as its source says it."""
    offers = words("offers", offer=route.offer.label) if route.offer else words("offers_unnamed")
    said = route.said
    at_step_one = len(route.legs) == 1 and route.legs[0].receiver.id == route.target.id
    provider = "" if at_step_one else route.target.label
    terms = (said.cost, said.hours, said.format, said.languages)
    return short(
        joined((joined((provider, offers), " "), place and words("for_place", place=place), *terms)), 2 * LONGEST
    )


def _handover(leg: Leg, words: Words) -> str:
    kind = leg.handover.id.rpartition("/")[2] if leg.handover else ""
    if leg.kind == "direct":
        return words("handover_direct")
    return words(f"handover_{kind}" if kind in KNOWN_HANDOVERS else "handover_unknown")


def _data(legs: Sequence[Leg], words: Words) -> str:
    """Return what happens to the client's data, each rule once; consent is asked for each body by itself."""
    by_rule: dict[Passing, list[str]] = {}
    for leg in legs:
        by_rule.setdefault(leg.passing, []).append(short(leg.receiver.label, 50))
    passing = {rule: receivers for rule, receivers in by_rule.items() if rule.kind != "information"}
    if not passing:
        return words("data_information")
    return joined((_rule(rule, receivers, len(legs), words) for rule, receivers in passing.items()), " ")


def _rule(rule: Passing, receivers: list[str], legs: int, words: Words) -> str:
    boxes = words("box") if legs == 1 else joined((words("box_of", receiver=one) for one in receivers), ", ")
    return words(f"data_{rule.kind}", boxes=boxes, basis=rule.basis)
