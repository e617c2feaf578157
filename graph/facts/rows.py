"""The fact tables: every gathered fact with its ids turned into row numbers and its evidence beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

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
        self.conflicts: list[Conflict] = []

    def concept(self, name: str) -> int:
        """Return a concept's row."""
        return self._concepts[self._same.get(name, name)]

    def actors(self, gathered: Actors) -> list[Row]:
        """Return the actor table."""
        entities = self._corpus.links.entities
        return [
            {
                "id": name,
                "label": entities[name].label,
                "names": " | ".join(entities[name].names),
                "kind": entities[name].kind,
                "types": self._concepts.many(actor.types),
                "unit_of": self._actors[actor.unit_of],
                "regions": self._regions.many(actor.regions),
                "places": self._regions.many(actor.places),
                "reached_by": self._actors[actor.reached_by],
                "runs_from": actor.runs_from,
                "runs_until": actor.runs_until,
                "remark": gathered.remark(actor),
                "checked": self._corpus.checked(actor.rows),
                "evidence": self._corpus.evidence(actor.rows),
            }
            for name, actor in sorted(gathered.known.items())
        ]

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

    def offers(self, numbered: Iterable[Offer]) -> list[Row]:
        """Return the offer table and remember its numbers."""
        found: list[Row] = []
        for offer in numbered:
            self._offers[offer.provider, offer.key] = len(found)
            scheme = self._meaning.vocabulary.scheme("offer-type")
            carried = {theme for kind in offer.types if kind in scheme for theme in scheme[kind].themes}
            found.append(
                {
                    "id": offer.id,
                    "label": offer.label,
                    "provider": self._actors[offer.provider],
                    "type": self._concepts[offer.types[0]] if offer.types else -1,
                    "themes": self._concepts.many({*offer.themes, *carried}),
                    "evidence": self._corpus.evidence(offer.rows),
                }
            )
        return found

    def provisions(self, drafts: Iterable[Draft], supply: Supply, provisions: Provisions, actors: Actors) -> list[Row]:
        """Return the provision table."""
        found: list[Row] = []
        for draft in drafts:
            offer = supply.offers.known[draft.provider, draft.offer] if draft.offer else None
            levels = [supply.row_level(draft.provider)]
            if offer:
                levels = [offer.said, provisions.instrument(offer), *levels]
            terms, term_rows = self._terms(draft, levels)
            row = {
                "provider": self._actors[draft.provider],
                "offer": self._offers[draft.provider, draft.offer] if offer else -1,
                **self._conditions(draft.frame),
                "combined": draft.combined,
                "polarity": draft.frame.polarity,
                **terms,
                **self._time(draft, offer, actors),
                "checked": self._corpus.checked(draft.frame.rows),
                "note": _note(draft.frame, offer),
                "evidence": self._corpus.evidence({*draft.frame.rows, *draft.support, *term_rows}),
            }
            found.append(row)
        return _once(found)

    def referrals(self, gathered: Iterable[Referral]) -> list[Row]:
        """Return the referral table."""
        found: list[Row] = []
        for referral in gathered:
            frame = referral.frame
            row = {
                "sender": self._actors[referral.sender],
                "receiver": self._actors[referral.receiver],
                "offer": self._offers[referral.receiver, referral.offer] if referral.offer else -1,
                **self._conditions(frame),
                "handover": self._concepts[referral.handover],
                "responsibility": self._concepts[referral.responsibility],
                "polarity": frame.polarity,
                **{name: referral.texts.get(name, "") for name in _REFERRAL_TEXTS},
                "occasion": "; ".join(referral.occasions),
                "valid_from": frame.since,
                "valid_until": frame.until,
                **self._said(referral.rows),
            }
            found.append(row)
        return _once(found)

    def presences(self, demand: Demand, kind: str) -> list[Row]:
        """Return the door or the guide table."""
        return _once(
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
        return _once(
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
        return _once(
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

    def _conditions(self, frame: Frame) -> Row:
        groups: dict[int, int] = {}
        for group, naming in frame.audiences:
            row = self.concept(group)
            groups[row] = max(naming, groups.get(row, 0))
        ordered = sorted(groups.items())
        return {
            "audiences": [row for row, _ in ordered],
            "namings": [naming for _, naming in ordered],
            "themes": self._concepts.many(frame.themes),
            "regions": self._regions.many(frame.regions),
        }

    def _terms(self, draft: Draft, levels: Iterable[Level]) -> tuple[Row, tuple[int, ...]]:
        """Return access, cost, hours ... of a provision: said beside its marks, else by the nearest level."""
        vocabulary = self._meaning.vocabulary
        levels = [level for level in levels if level.literals]
        if not levels and not draft.frame.terms:
            return dict(_NO_TERMS), ()
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
        found = {
            "access": entry,
            "cost": text(chosen["cost"]),
            "hours": text(chosen["hours"]),
            "format": shown(kind, "format", vocabulary),
            "languages": shown(text(chosen["languages"]), "language", vocabulary),
            "capacity": text(chosen["capacity"]),
            "online": int(is_online(kind, vocabulary)),
        }
        return found, tuple(used)

    def _time(self, draft: Draft, offer: Offer | None, actors: Actors) -> Row:
        since, until = draft.frame.since, draft.frame.until
        if offer:
            since = later(since, max(self._dates(offer.said, "since"), default=-1))
            until = earlier(until, min(self._dates(offer.said, "until", last=True), default=-1))
        provider = actors.known[draft.provider]
        return {"valid_from": since, "valid_until": earlier(until, provider.runs_until)}

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


_NO_TERMS: Row = {
    "access": "unknown", "cost": "", "hours": "", "format": "", "languages": "", "capacity": "", "online": 0,
}  # fmt: skip
_REFERRAL_TEXTS = ("feedback", "cost_bearer", "follow_up", "capacity", "contact", "agreement", "legal_basis", "note")


def _once(found: Iterable[Row]) -> list[Row]:
    """Return facts sorted by what they say, however their statements came in; equal ones unite their evidence."""
    kept: list[Row] = []
    last: list[Any] = []
    for said, row in sorted(((_said(row), row) for row in found), key=lambda entry: (entry[0], entry[1]["evidence"])):
        if kept and said == last:
            evidence = tuple(sorted({*kept[-1]["evidence"], *row["evidence"]}))
            checked = {"checked": max(kept[-1]["checked"], row["checked"])} if "checked" in row else {}
            kept[-1] = {**row, **checked, "evidence": evidence}
        else:
            kept.append(row)
            last = said
    return kept


def _said(row: Row) -> list[Any]:
    return [value for name, value in row.items() if name not in ("evidence", "checked")]


def _notes(statement: Statement) -> Iterator[str]:
    return (value for name in ("note", "comment", "footnote") for value in statement.detail(name))


def _note(frame: Frame, offer: Offer | None) -> str:
    several = len(frame.audiences) > 1
    notes = {f"{about}: {note}" if about and several else note for about, note in frame.notes}
    if offer:
        for column in ("remark", "status", "legalBasis"):
            notes.update(value for value, _ in offer.said.literals.get(column, ()))
    return "; ".join(sorted(notes))


def used_concepts(
    drafts: Iterable[Draft], referrals: Iterable[Referral], demand: Demand, actors: Actors, offers: Iterable[Offer]
) -> Iterator[str]:
    """Yield the ids of all concepts the facts need."""
    for frame in [*(draft.frame for draft in drafts), *(referral.frame for referral in referrals)]:
        yield from frame.groups
        yield from frame.themes
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
    for frame in [*(draft.frame for draft in drafts), *(referral.frame for referral in referrals)]:
        yield from frame.regions
    yield from (presence.region for presence in demand.presences if presence.region)
    yield from (need.region for need in demand.needs if need.region)
    yield from (gap.region for gap in demand.accepted if gap.region)
    for actor in actors.known.values():
        yield from (*actor.regions, *actor.places)
