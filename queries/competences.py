"""Who is competent for a client: every rule in force, yes or to be asked, and which body of the region it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from graph.view import View
from ontology.facets import Group, parse
from queries.client import Client, Need
from queries.competence_rules import ROLES, Role, Rule, Text, WhichPlace
from queries.jurisdictions import Basis, Jurisdiction, jurisdictions_of
from queries.names import names_of
from queries.questions import Question, in_words
from queries.references import ActorRef, ConceptRef, ContactRef, RegionRef, references_of
from queries.topics import Topics
from queries.verdict import YES, Ask, Verdict, ask, every, no

UNKNOWN = -1
SAME_PLACE = "site_is_workplace"
"""Asked where the company's site is not known but the workplace is."""


@dataclass(frozen=True, slots=True)
class Body:
    """An actor of the network and how to reach it."""

    actor: ActorRef
    contact: tuple[ContactRef, ...]


@dataclass(frozen=True, slots=True)
class Competence:
    """A rule that concerns the client: information, no legal advice.

    Args:
        id: of the rule.
        types: the kinds of body meant; ``named`` a body the rule names itself.
        where: the client's place that counts; ``place`` says which one it is.
        areas: the districts it lies in.
        bodies: who that is in this network; several are equals, none: nobody known here.
        basis: how the bodies were found (`queries.jurisdictions.Basis`).
        checked: whether norm and content were compared with the law; else it is practice.
    """

    id: str
    role: Role
    task: Text
    fit: Literal["yes", "ask"]
    open_questions: tuple[Question, ...]
    types: tuple[ConceptRef, ...]
    named: str
    place: WhichPlace
    where: RegionRef | None
    areas: tuple[RegionRef, ...]
    bodies: tuple[Body, ...]
    basis: Basis
    norm: str
    valid_from: date | None
    valid_until: date | None
    source: str
    checked: bool
    note: Text


def competences(view: View, client: Client, needs: Iterable[Need], rules: Iterable[Rule]) -> tuple[Competence, ...]:
    """Return the rules that concern a client and a need: certain ones first, then in the order of role and file."""
    finder = _Finder(view, client, tuple(needs))
    found = [one for rule in rules if (one := finder.competence(rule)) is not None]
    return tuple(sorted(found, key=lambda one: (one.fit == "ask", ROLES.index(one.role))))


@lru_cache(maxsize=256)
def _group(whom: str) -> Group:
    return parse(whom)


class _Finder:
    def __init__(self, view: View, client: Client, needs: tuple[Need, ...]) -> None:
        self._view, self._client = view, client
        self._topics = Topics(view, client.index, needs)
        self._refer = references_of(view)
        self._day = date.fromordinal(client.day)
        self._places = {place.role: place.region for place in client.places}

    def competence(self, rule: Rule) -> Competence | None:
        """Return what a rule says for the client, or None if it does not concern them."""
        if not rule.holds_on(self._day) or not self._topics.touch(rule.topics):
            return None
        whom = (self._client.described(_group(rule.whom)) or YES) if rule.whom else YES
        row, where = self._place(rule)
        verdict = every((whom, where, self._inside(rule, row)))
        if verdict.outcome == "no" or self._remote(rule, whom, row):
            return None
        found = self._responsible(rule, row)
        if self._topics.open and rule.topics and row != UNKNOWN and not (found.actors or found.areas):
            return None  # nobody asked about this, and nobody is known to name
        if found.unclear:
            verdict = every((verdict, ask(Ask("place", rule.place, "client"))))
        return self._written(rule, row, verdict, found)

    def _remote(self, rule: Rule, whom: Verdict, row: int) -> bool:
        """Return whether a rule may not concern the client, and so much else is open that it tells nothing."""
        unwanted = bool(rule.ask) and self._topics.open
        nowhere = row == UNKNOWN and rule.place != "none"
        return unwanted or (whom.outcome == "ask" and (rule.unasked or nowhere))

    def _place(self, rule: Rule) -> tuple[int, Verdict]:
        """Return the client's place that counts; the workplace stands in for the company's site, to be asked."""
        if rule.place == "none":
            return UNKNOWN, YES
        row = self._places.get(rule.place, UNKNOWN)
        if row == UNKNOWN and rule.place == "company_site" and "workplace" in self._places:
            return self._places["workplace"], ask(Ask(SAME_PLACE, "", "client"))
        return row, YES if row != UNKNOWN else ask(Ask(f"which_{rule.place}", "", "client"))

    def _inside(self, rule: Rule, row: int) -> Verdict:
        """Return whether a rule holds at a place; official keys say where."""
        if row == UNKNOWN or not (rule.within or rule.without):
            return YES
        finder = jurisdictions_of(self._view)
        inside = finder.covers(rule.within, row) if rule.within else True
        outside = finder.covers(rule.without, row) if rule.without else False
        if inside is False or outside is True:
            return no("outside")
        return YES if inside and outside is False else ask(Ask("place", rule.place, "client"))

    def _responsible(self, rule: Rule, row: int) -> Jurisdiction:
        if rule.actor:
            known = names_of(self._view).known_actor(rule.actor)
            return Jurisdiction(actors=() if known is None else (known,), basis="named")
        if row == UNKNOWN:
            return Jurisdiction()
        return jurisdictions_of(self._view).of(rule.types, rule.parents, rule.area, row)

    def _written(self, rule: Rule, row: int, verdict: Verdict, found: Jurisdiction) -> Competence:
        questions = in_words(self._view, verdict.asks)
        if rule.ask:
            questions += (Question("competence", rule.id, "client", rule.ask.text("de"), rule.ask.text("en")),)
        actors = ((actor, self._refer.actor(actor)) for actor in found.actors)
        return Competence(
            id=rule.id,
            role=rule.role,
            task=rule.task,
            fit="ask" if questions else "yes",
            open_questions=questions,
            types=self._types(rule),
            named=rule.actor,
            place=rule.place,
            where=self._refer.region(row),
            areas=tuple(region for area in found.areas if (region := self._refer.region(area))),
            bodies=tuple(Body(actor, self._refer.contacts(at)) for at, actor in actors if actor),
            basis=found.basis,
            norm=rule.norm,
            valid_from=rule.valid_from,
            valid_until=rule.valid_until,
            source=rule.source,
            checked=rule.checked,
            note=rule.note,
        )

    def _types(self, rule: Rule) -> tuple[ConceptRef, ...]:
        rows = (self._view.row("concept", f"actor-type/{name}") for name in rule.types)
        return tuple(concept for row in rows if row is not None and (concept := self._refer.concept(row)))
