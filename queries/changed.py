"""A network with a change: other statements, from which everything is derived again as a build would."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from graph.decisions import Decisions
from graph.derive import derive
from graph.link import ACTOR_KINDS
from graph.links import Links, OfferName, link
from graph.records import LinkRecord, SourceRecord
from graph.statement import Literal, Mention, Statement, unite
from graph.view import View
from ontology.errors import QuestionError
from ontology.text import fold
from ontology.vocabulary import load
from queries.names import names_of
from queries.supposed import Change, Step

SOURCE = "what-if"
"""Id of the source that says what a change adds."""
_KINDS = {kind.casefold(): kind for kind in ACTOR_KINDS}


@dataclass(frozen=True, slots=True)
class Said:
    """Everything a view was derived from.

    Args:
        given: links interchange files brought along.
    """

    statements: Sequence[Statement]
    sources: tuple[SourceRecord, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    given: tuple[LinkRecord, ...] = ()

    def linked(self) -> Links:
        """Return what the labels mean."""
        return link(self.statements, self.decisions, sources=self.sources, given=self.given)

    def view(self) -> View:
        """Return what holds."""
        links = self.linked()
        return View.of(derive(self.statements, links, sources=self.sources, decisions=self.decisions).rows)


def changed(said: Said, view: View, change: Change) -> Said:
    """Return what is said after a change.

    Raises:
        QuestionError: when a step names an actor, offer or referral that is not there.
    """
    writer = _Writer(said, view)
    for step in change.steps:
        try:
            {"remove": writer.remove, "add": writer.add, "end": writer.end}[step.change](step)
        except QuestionError as error:
            raise step.refused(error) from error
    return writer.said()


class _Writer:
    def __init__(self, said: Said, view: View) -> None:
        self._said, self._view, self._links = said, view, said.linked()
        self._kept = list(said.statements)
        self._new: list[Statement] = []
        self._given: dict[Mention, LinkRecord] = {}
        self._added: set[str] = set()

    def said(self) -> Said:
        """Return what is left and what is new."""
        sources = self._said.sources
        if self._new:
            sources = (*sources, SourceRecord(SOURCE, kind="interchange"))
        return replace(
            self._said,
            statements=unite((*self._kept, *self._new)),
            sources=tuple(sorted(sources)),
            given=(*self._said.given, *self._given.values()),
        )

    def remove(self, step: Step) -> None:
        """Drop every statement about an actor, an offer of it, or a referral between two."""
        actor = self._actor(step.actor)
        if step.to:
            receiver = self._actor(step.to)
            self._drop([one for one in self._kept if self._refers(one, actor, receiver, step.offer)], step)
        elif step.offer:
            keys = self._keys(actor, step.offer)
            self._drop([one for one in self._kept if self._is_of_offer(one, actor, keys)], step)
        else:
            self._drop([one for one in self._kept if actor in (self._subject(one), self._object(one))], step)

    def add(self, step: Step) -> None:
        """State a new actor, offer or referral."""
        self._check(step)
        if step.kind == "actor":
            self._added.add(step.actor)
            self._state(Mention(step.actor, "Actor"), "label", Literal(step.actor))
        actor = self._mention(step.actor)
        if step.to:
            said = (("audience", step.audience), ("theme", step.theme), ("region", step.region))
            conditions = [(name, value) for name, text in said for value in _listed(text)]
            details = (("handover", step.handover),) if step.handover else ()
            self._state(actor, "refersTo", self._mention(step.to), (*conditions, *_of(step.offer)), details)
            return
        if step.offer:
            access = (("access", step.access),) if step.access else ()
            self._state(actor, "offers", Mention(step.offer, "Offer"), (), access)
        for predicate, kind, values in (
            ("forAudience", "TargetGroup", step.audience),
            ("onTheme", "Theme", step.theme),
            ("inRegion", "Region", step.region),
        ):
            for value in _listed(values):
                self._state(actor, predicate, Mention(value, kind), _of(step.offer))

    def _check(self, step: Step) -> None:
        """Refuse words nobody knows: they would change nothing, and nobody would notice."""
        names = names_of(self._view)
        for scheme, text in (("audience", step.audience), ("theme", step.theme)):
            for word in _listed(text):
                if load().schemes[scheme].find(word) is None:
                    names.concept(word, scheme)
        for word in _listed(step.region):
            names.region(word)
        for scheme, word in (("handover", step.handover), ("access", step.access)):
            if word and load().schemes[scheme].find(word) is None and word.rpartition("/")[2] not in _ends(scheme):
                raise QuestionError(
                    f"{scheme} “{word}” is unknown", _ends(scheme), de=f"{scheme} „{word}“ ist unbekannt"
                )

    def end(self, step: Step) -> None:
        """Replace what is said of the last day of a project, also where its offers repeat it."""
        actor, day = self._actor(step.actor), step.on.isoformat() if step.on else ""
        own = [one for one in self._kept if self._subject(one) == actor]
        said = [one for one in own if one.predicate == "runsUntil"]
        known = {("valid_until", one.object.value) for one in said if isinstance(one.object, Literal)}
        repeated = [one for one in own if not known.isdisjoint(one.conditions)]
        gone = {one.key for one in (*said, *repeated)}
        self._kept = [one for one in self._kept if one.key not in gone]
        for one in repeated:
            conditions = (("valid_until", day) if pair in known else pair for pair in one.conditions)
            self._kept.append(replace(one, conditions=tuple(sorted(set(conditions)))))
        self._state(self._mention(step.actor), "runsUntil", Literal(day))

    def _drop(self, gone: Sequence[Statement], step: Step) -> None:
        if not gone:
            raise QuestionError(
                f"nothing is said that could be removed: {step.text('en')}",
                de=f"dazu sagt keine Quelle etwas: {step.text('de')}",
            )
        keys = {one.key for one in gone}
        self._kept = [one for one in self._kept if one.key not in keys]

    def _state(
        self,
        subject: Mention,
        predicate: str,
        value: Mention | Literal,
        conditions: Iterable[tuple[str, str]] = (),
        details: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._new.append(Statement(SOURCE, subject, predicate, value, tuple(sorted(conditions)), details))

    def _actor(self, word: str) -> str:
        return str(self._view.table("actor").text("id")[names_of(self._view).actor(word)])

    def _mention(self, word: str) -> Mention:
        """Return how the new source names an actor: linked to the one there is, unless a step has just added it."""
        if word in self._added:
            return Mention(word, "Actor")
        table, row = self._view.table("actor"), names_of(self._view).actor(word)
        mention = Mention(table.text("label")[row], _KINDS.get(table.text("kind")[row], "Actor"))
        self._given[mention] = LinkRecord(SOURCE, mention, table.text("id")[row])
        return mention

    def _subject(self, one: Statement) -> str:
        return self._links.entity(one.source, one.subject)

    def _object(self, one: Statement) -> str:
        return self._links.entity(one.source, one.object) if isinstance(one.object, Mention) else ""

    def _refers(self, one: Statement, sender: str, receiver: str, offer: str) -> bool:
        if one.predicate != "refersTo" or (self._subject(one), self._object(one)) != (sender, receiver):
            return False
        return not offer or fold(offer) in map(fold, one.condition("offer"))

    def _is_of_offer(self, one: Statement, provider: str, keys: frozenset[str]) -> bool:
        """Return whether a statement is about an offer of a provider, or a referral to just that offer."""
        who = self._object(one) if one.predicate == "refersTo" else self._subject(one)
        return who == provider and not keys.isdisjoint(self._named(one))

    def _named(self, one: Statement) -> frozenset[str]:
        return frozenset(name.key for label, scope in _offers(one) if (name := self._name(one, scope, label)))

    def _name(self, one: Statement, scope: str, label: str) -> OfferName | None:
        return self._links.offers.get((one.source, scope, label))

    def _keys(self, provider: str, word: str) -> frozenset[str]:
        found: set[str] = set()
        for one in self._kept:
            if self._subject(one) == provider:
                for label, scope in _offers(one):
                    name = self._name(one, scope, label)
                    if name and fold(word) in {fold(spelt) for spelt in (label, name.label, name.usual) if spelt}:
                        found.add(name.key)
        return frozenset(found)


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def _ends(scheme: str) -> tuple[str, ...]:
    return tuple(concept.id.partition("/")[2] for concept in load().schemes[scheme])


def _of(offer: str) -> list[tuple[str, str]]:
    return [("offer", offer)] if offer else []


def _offers(one: Statement) -> list[tuple[str, str]]:
    """Return label and scope of every offer a statement names."""
    scope = one.subject.scope
    named = [(label, scope) for label in one.condition("offer")]
    if isinstance(one.object, Mention) and one.object.kind in ("Offer", "OfferType"):
        named.append((one.object.label, one.object.scope))
    return named
