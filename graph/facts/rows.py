"""The fact tables: every gathered fact with its ids turned into row numbers and its evidence beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter, itemgetter

from graph.column_rows import ColumnRows
from graph.columns import EncodedTable, encode
from graph.facts.actors import Actors
from graph.facts.corpus import Corpus
from graph.facts.days import earlier, later
from graph.facts.demand import Demand
from graph.facts.frames import Frame
from graph.facts.literals import access, best, is_online, rows, shown, text
from graph.facts.meaning import Meaning
from graph.facts.offers import Level, Offer
from graph.facts.provisions import Draft, Provisions
from graph.facts.referrals import Referral
from graph.facts.settle import Conflict
from graph.facts.supply import Supply
from graph.facts.tables import Numbers, Row
from graph.facts.uniting import BASIS, Values, once, united
from graph.layout import LAYOUT
from graph.statement import Statement


class Tables:
    """Numbers of everything, and the rows made with them.

    Args:
        same: groups made from limits and the id they are kept under.
    """

    def __init__(
        self,
        corpus: Corpus,
        meaning: Meaning,
        concepts: Numbers,
        regions: Numbers,
        actors: Numbers,
        same: dict[str, str],
    ) -> None:
        self._corpus = corpus
        self._meaning = meaning
        self._concepts = concepts
        self._regions = regions
        self._actors = actors
        self._same = same
        self._offers: dict[tuple[str, str], int] = {}
        self._groups: dict[tuple[tuple[str, int], ...], tuple[Values, Values]] = {}
        self.conflicts: list[Conflict] = []

    def concept(self, name: str) -> int:
        """Return a concept's row."""
        return self._concepts[self._same.get(name, name)]

    def actors(self, gathered: Actors) -> ColumnRows:
        """Return the actor table."""
        entities = self._corpus.links.entities
        found: list[Values] = [
            (
                name,
                entities[name].label,
                " | ".join(entities[name].names),
                entities[name].kind,
                self._concepts.many(actor.types),
                self._actors[actor.unit_of],
                self._regions.many(actor.regions),
                self._regions.many(actor.places),
                self._actors[actor.reached_by],
                actor.runs_from,
                actor.runs_until,
                gathered.remark(actor),
                self._corpus.evidence(actor.rows),
                self._corpus.checked(actor.rows),
            )
            for name, actor in sorted(gathered.known.items())
        ]
        return ColumnRows.of(_ACTOR, found)

    def contacts(self, gathered: Actors) -> list[Row]:
        """Return the contact table."""
        return [
            {
                "actor": self._actors[contact.actor],
                "kind": contact.kind,
                "value": contact.value,
                "whose": contact.whose,
                **self._said(said),
            }
            for contact, said in sorted(gathered.contacts.items())
        ]

    def memberships(self, gathered: Actors) -> list[Row]:
        """Return the membership table."""
        return [
            {
                "member": self._actors[key.member],
                "body": self._actors[key.body],
                "role": key.role,
                "occasion": self._side_by_side(said, lambda row: row.condition("occasion")),
                "note": self._side_by_side(said, _notes),
                **self._said(said),
            }
            for key, said in sorted(gathered.memberships.items())
        ]

    def offers(self, numbered: Iterable[Offer]) -> ColumnRows:
        """Return the offer table and remember its numbers."""
        found: list[Values] = []
        scheme = self._meaning.vocabulary.scheme("offer-type")
        for offer in numbered:
            self._offers[offer.provider, offer.key] = len(found)
            carried = [theme for kind in offer.types if kind in scheme for theme in scheme[kind].themes]
            found.append(
                (
                    offer.id,
                    offer.label,
                    self._actors[offer.provider],
                    self._concepts[offer.types[0]] if offer.types else -1,
                    self._concepts.listed((*offer.themes, *carried)),
                    self._corpus.evidence(offer.rows),
                )
            )
        return ColumnRows.of(_OFFER, found)

    def provisions(self, drafts: Iterable[Draft], supply: Supply, provisions: Provisions, actors: Actors) -> ColumnRows:
        """Return the provision table."""
        found: list[Values] = []
        corpus, known = self._corpus, supply.offers.known
        own: dict[str, tuple[int, Level, Level | None, int]] = {}
        for draft in drafts:
            provider, key, frame, combined, support = draft
            if provider not in own:
                own[provider] = self._own(provider, supply, actors)
            number, row, event, runs_until = own[provider]
            levels: tuple[Level, ...] = (row,)
            about, offer, at = event, None, -1
            if key:
                offer, at = known[provider, key], self._offers[provider, key]
                levels, about = (offer.said, provisions.instrument(offer), row), offer.said
            rows = frame.rows + support
            terms, since, until = _NO_TERMS, frame.since, frame.until
            telling = [level for level in levels if level.literals]
            if frame.terms or telling:
                terms, term_rows = self._terms(draft, telling)
                rows += term_rows
                since, until = self._time(frame, offer)
            found.append(
                (
                    number,
                    at,
                    *self._conditions(frame),
                    combined,
                    frame.polarity,
                    *terms,
                    since,
                    until if runs_until < 0 else earlier(until, runs_until),
                    _note(frame, about) if frame.notes or (about and about.literals) else "",
                    corpus.evidence(rows),
                    corpus.checked(frame.rows),
                )
            )
        return ColumnRows.of(_PROVISION, united(found))

    def referrals(self, gathered: Iterable[Referral]) -> EncodedTable:
        """Return the referral table."""
        found: list[Values] = []
        actors, concepts, corpus = self._actors, self._concepts, self._corpus
        for referral in gathered:
            frame, texts, occasions = referral.frame, referral.texts, referral.occasions
            found.append(
                (
                    actors[referral.sender],
                    actors[referral.receiver],
                    self._offers[referral.receiver, referral.offer] if referral.offer else -1,
                    *self._conditions(frame),
                    concepts[referral.handover] if referral.handover else -1,
                    concepts[referral.responsibility] if referral.responsibility else -1,
                    frame.polarity,
                    *(map(texts.get, _REFERRAL_TEXTS, _NOTHING_SAID) if texts else _NOTHING_SAID),
                    "; ".join(occasions) if occasions else "",
                    frame.since,
                    frame.until,
                    corpus.evidence(referral.rows),
                    corpus.checked(referral.rows),
                )
            )
        table = ColumnRows.of(_REFERRAL, united(found))
        del found  # what it is made into takes a tenth of its memory
        return encode({"referral": table}, {"referral": LAYOUT["referral"]})["referral"]

    def presences(self, demand: Demand, kind: str) -> list[Row]:
        """Return the door or the guide table."""
        return once(
            {
                "actor": self._actors[key.actor],
                "audience": self.concept(key.audience),
                "region": self._regions[key.region],
                "note": demand.note(said, "note", "comment", "footnote"),
                **self._said(said),
            }
            for key, said in sorted(demand.presences.items())
            if key.kind == kind
        )

    def needs(self, demand: Demand) -> list[Row]:
        """Return the need table."""
        return once(
            {
                "audience": self.concept(key.audience),
                "theme": self._concepts[key.theme],
                "region": self._regions[key.region],
                "kind": key.kind,
                "weight": demand.weight(said),
                "note": demand.note(said, "note", "comment", "footnote"),
                **self._said(said),
            }
            for key, said in sorted(demand.needs.items())
        )

    def accepted(self, demand: Demand) -> list[Row]:
        """Return the table of accepted gaps."""
        return once(
            {
                "kind": key.kind,
                "audience": self.concept(key.audience),
                "theme": self._concepts[key.theme],
                "region": self._regions[key.region],
                "owner": demand.note(said, "owner"),
                "review_on": demand.review_on(said),
                "reason": demand.note(said, "reason", "note"),
                "evidence": self._corpus.evidence(said),
            }
            for key, said in sorted(demand.accepted.items())
        )

    def conflict_rows(self, conflicts: Iterable[Conflict]) -> list[Row]:
        """Return the conflict table."""
        return [
            {
                "what": conflict.what,
                "one": self._corpus.evidence(conflict.one),
                "other": self._corpus.evidence(conflict.other),
                "settled": conflict.settled,
            }
            for conflict in sorted({*conflicts, *self.conflicts})
        ]

    def _conditions(self, frame: Frame) -> tuple[Values, Values, Values, Values]:
        """Return groups, how they are named, themes and regions as rows; equal lists are one."""
        named, themes, regions = frame[:3]
        audiences = self._groups.get(named)
        if audiences is None:
            audiences = self._groups[named] = self._audiences(frame)
        return (*audiences, self._concepts.listed(themes), self._regions.listed(regions))

    def _audiences(self, frame: Frame) -> tuple[Values, Values]:
        groups: dict[int, int] = {}
        for group, naming in frame.audiences:
            row = self.concept(group)
            groups[row] = max(naming, groups.get(row, 0)) if naming else groups.get(row, 0)
        rows = tuple(sorted(groups))
        return rows, tuple([groups[row] for row in rows])

    def _terms(self, draft: Draft, levels: Sequence[Level]) -> tuple[Values, tuple[int, ...]]:
        """Return access, cost, hours ... of a provision: said beside its marks, else by the nearest level."""
        vocabulary = self._meaning.vocabulary
        beside = {
            name: [(part, row) for part in value.split("; ") for row in draft.frame.rows[:1]]
            for name, value in draft.frame.terms
        }
        used: set[int] = set()
        chosen = {}
        for column in ("access", "cost", "hours", "format", "languages", "capacity"):
            values = beside.get(column)
            if not values:
                values = list(next((level.literals[column] for level in levels if column in level.literals), ()))
                values = list(best(values, self._corpus, draft.provider))
                used.update(rows(values))
            chosen[column] = values
        entry, conflicts = access(chosen["access"], self._meaning, self._label(draft))
        self.conflicts += conflicts
        kind = text(chosen["format"])
        found = (
            entry,
            text(chosen["cost"]),
            text(chosen["hours"]),
            shown(kind, "format", vocabulary),
            shown(text(chosen["languages"]), "language", vocabulary),
            text(chosen["capacity"]),
            int(is_online(kind, vocabulary)),
        )
        return found, tuple(used)

    def _own(self, provider: str, supply: Supply, actors: Actors) -> tuple[int, Level, Level | None, int]:
        """Return a provider's row and when its run time ends, with what it says of itself as a whole.

        That comes twice if it is what its remarks are about.
        """
        level = supply.row_level(provider)
        is_event = self._corpus.links.entities[provider].kind == "event"  # an event is itself what people go to
        return self._actors[provider], level, level if is_event else None, actors.known[provider].runs_until

    def _time(self, frame: Frame, offer: Offer | None) -> tuple[int, int]:
        since, until = frame.since, frame.until
        if offer and offer.said.literals:
            since = later(since, max(self._dates(offer.said, "since"), default=-1))
            until = earlier(until, min(self._dates(offer.said, "until", last=True), default=-1))
        return since, until

    def _dates(self, level: Level, column: str, *, last: bool = False) -> list[int]:
        found = (self._meaning.day(row, value, last=last) for value, row in level.literals.get(column, ()))
        return [number for number in found if number >= 0]

    def _said(self, said: Iterable[int]) -> Row:
        said = list(said)
        return {"checked": self._corpus.checked(said), "evidence": self._corpus.evidence(said)}

    def _side_by_side(self, said: Iterable[int], words: Callable[[Statement], Iterable[str]]) -> str:
        """Return what several statements say, each word once, sorted."""
        return "; ".join(sorted({word for row in said for word in words(self._corpus.statements[row]) if word}))

    def _label(self, draft: Draft) -> str:
        entity = self._corpus.links.entities[draft.provider]
        return f"{entity.label} · {draft.offer} · access" if draft.offer else f"{entity.label} · access"


_CONDITIONS = ("audiences", "namings", "themes", "regions")
_TERMS = ("access", "cost", "hours", "format", "languages", "capacity", "online")
_NO_TERMS: Values = ("unknown", "", "", "", "", "", 0)
_REFERRAL_TEXTS = ("feedback", "cost_bearer", "follow_up", "capacity", "contact", "agreement", "legal_basis", "note")
_NOTHING_SAID = ("",) * len(_REFERRAL_TEXTS)
_ACTOR = (
    "id", "label", "names", "kind", "types", "unit_of", "regions", "places", "reached_by", "runs_from", "runs_until",
    "remark", *BASIS,
)  # fmt: skip
_OFFER = ("id", "label", "provider", "type", "themes", "evidence")
_PROVISION = (
    "provider", "offer", *_CONDITIONS, "combined", "polarity", *_TERMS, "valid_from", "valid_until", "note", *BASIS,
)  # fmt: skip
_REFERRAL = (
    "sender", "receiver", "offer", *_CONDITIONS, "handover", "responsibility", "polarity", *_REFERRAL_TEXTS,
    "occasion", "valid_from", "valid_until", *BASIS,
)  # fmt: skip


def _notes(statement: Statement) -> Iterator[str]:
    return (value for name in ("note", "comment", "footnote") for value in statement.detail(name))


def _note(frame: Frame, level: Level | None) -> str:
    several = len(frame.audiences) > 1
    notes = {f"{about}: {note}" if about and several else note for about, note in frame.notes}
    if level:
        for column in ("remark", "status", "legalBasis"):
            notes.update(value for value, _ in level.literals.get(column, ()))
    return "; ".join(sorted(notes))


def used_concepts(
    drafts: Iterable[Draft], referrals: Iterable[Referral], demand: Demand, actors: Actors, offers: Iterable[Offer]
) -> Iterator[str]:
    """Yield the ids of all concepts the facts need."""
    frames = _frames(drafts, referrals)
    yield from map(itemgetter(0), {*chain.from_iterable(_different(map(attrgetter("audiences"), frames)))})
    yield from {*chain.from_iterable(_different(map(attrgetter("themes"), frames)))}
    yield from (presence.audience for presence in demand.presences if presence.audience)
    yield from (name for need in demand.needs for name in (need.audience, need.theme) if name)
    yield from (name for gap in demand.accepted for name in (gap.audience, gap.theme) if name)
    for actor in actors.known.values():
        yield from actor.types
    for offer in offers:
        yield from (*offer.types, *offer.themes)


def used_regions(
    drafts: Iterable[Draft], referrals: Iterable[Referral], demand: Demand, actors: Actors
) -> Iterator[str]:
    """Yield the ids of all regions the facts need."""
    yield from {*chain.from_iterable(_different(map(attrgetter("regions"), _frames(drafts, referrals))))}
    yield from (presence.region for presence in demand.presences if presence.region)
    yield from (need.region for need in demand.needs if need.region)
    yield from (gap.region for gap in demand.accepted if gap.region)
    for actor in actors.known.values():
        yield from (*actor.regions, *actor.places)


def _frames(drafts: Iterable[Draft], referrals: Iterable[Referral]) -> list[Frame]:
    frame = attrgetter("frame")
    return [*map(frame, drafts), *map(frame, referrals)]


def _different(lists: Iterable[Values]) -> Iterable[Values]:
    """Return lists that many frames share once each."""
    return {id(found): found for found in lists}.values()
