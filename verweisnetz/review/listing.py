"""What there is to decide in a region: looked up in its current generation and in the decisions as they stand now."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from graph.anchors import Anchored, anchor, quote_of
from graph.decision_files import Seen, seen
from graph.decisions import Review, read_decisions
from graph.link import Proposal
from graph.links import Links, link
from graph.plans import OverduePlan, overdue
from graph.said import place_order
from graph.statement import Literal, Mention, Statement, unite
from graph.stored_text import StoredText
from ontology.text import fold
from verweisnetz.region import Region
from verweisnetz.review.answer import Candidate, Effect, Lost, Pair, ReviewAnswer, Term
from verweisnetz.review.effects import Effects
from verweisnetz.review.passages import passages

DECISIONS_FOLDER = "decisions"
MEASURED = 40
"""So many effects of each kind are worked out where nobody says otherwise: some ten seconds for a region."""
FIRST = ("refersTo", "offers", "forAudience", "onTheme", "coordinates", "organises", "access", "inRegion", "reaches")
"""Predicates in the order in which their effects are worked out: what makes routes and fills gaps comes first."""

Progress = Callable[[int, int], None]
"""Called before each measure with its number and how many there are."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of what there is to decide.

    Args:
        source, predicate: only statements of this source, of this predicate.
        limit: how many of each section; 0 for all.
        measure: how many effects of each section are worked out.
    """

    day: date
    source: str = ""
    predicate: str = ""
    limit: int = 0
    measure: int = MEASURED


class Listing:
    """What can be decided about one generation of a region."""

    def __init__(self, region: Region) -> None:
        self.region = region
        read = list(region.statements())
        # Looked at before it is read: what changes in between is noticed when something is written.
        self.seen: Seen = seen(region.folder / DECISIONS_FOLDER)
        self.anchored: Anchored = anchor(read_decisions(region.folder / DECISIONS_FOLDER), read)
        more = self.anchored.corrections
        self.statements: Sequence[Statement] = unite([*read, *more]) if more else read

    @cached_property
    def by_key(self) -> Mapping[str, Statement]:
        """Every statement by its key."""
        return {statement.key: statement for statement in self.statements}

    @cached_property
    def links(self) -> Links:
        """What the labels mean, with every decision taken so far."""
        return link(self.statements, self.anchored.decisions, sources=self.region.sources())

    @cached_property
    def decided(self) -> Mapping[str, Review]:
        """The review of every statement somebody decided on."""
        return {review.key: review for review in self.anchored.decisions.reviews if review.key in self.by_key}

    def answer(self, wanted: Wanted, progress: Progress | None = None) -> ReviewAnswer:
        """Return what there is to decide, what would change most first."""
        reviews = self.decided.values()
        plans = [plan for plan in overdue(self.statements, wanted.day, reviews) if _is(plan, wanted)]
        later = {id(plan.statement) for plan in plans}
        open_ = [
            (key, statement)
            for key, statement in self.by_key.items()
            if _waits(statement) and key not in self.decided and id(statement) not in later
        ]
        ranked = sorted((one for one in open_ if _is(one[1], wanted)), key=_rank)
        pairs = () if wanted.source or wanted.predicate else self.pairs()
        measure = _Measure(self, wanted, progress, ranked, pairs)
        statements = sorted(((measure.statements.get(key), key, one) for key, one in ranked), key=_order)
        matched = sorted((replace(pair, effect=measure.pairs.get(pair.key)) for pair in pairs), key=_pair_order)
        most = wanted.limit or None
        return ReviewAnswer(
            wanted.day,
            tuple(self.candidate(one, effect=effect) for effect, _, one in statements[:most]),
            tuple(matched[:most]),
            tuple(self.candidate(plan.statement, due=plan.due) for plan in plans[:most]),
            tuple(map(_lost, self.anchored.lost)),
            len(measure.statements) + len(measure.pairs),
            len(self.decided),
            len(statements) + len(matched) + len(plans),
        )

    def candidate(self, statement: Statement, effect: Effect | None = None, due: date | None = None) -> Candidate:
        """Return a statement as it is shown."""
        return Candidate(
            statement.key,
            statement.source,
            _term(statement.subject),
            statement.predicate,
            _term(statement.object),
            statement.conditions,
            statement.polarity,
            statement.modality,
            statement.tier,
            statement.method,
            quote_of(statement),
            passages(statement, self._texts),
            effect,
            due,
        )

    def pairs(self) -> tuple[Pair, ...]:
        """Return the labels that may mean one actor, each with a key of its own."""
        labels: dict[str, set[str]] = {}
        places: dict[str, set[str]] = {}
        for (source, _, label), entity in self.links.actors.items():
            labels.setdefault(fold(label), set()).add(entity)
            places.setdefault(entity, set()).add(source)
        return tuple(_pair(proposal, labels, places) for proposal in self.links.proposals)

    @cached_property
    def _texts(self) -> Mapping[str, StoredText]:
        return self.region.texts()


class _Measure:
    """Works out effects, those that are likely to matter first."""

    def __init__(
        self,
        listing: Listing,
        wanted: Wanted,
        progress: Progress | None,
        ranked: Iterable[tuple[str, Statement]],
        pairs: Sequence[Pair],
    ) -> None:
        self.statements: dict[str, Effect] = {}
        self.pairs: dict[str, Effect] = {}
        asserted = [key for key, statement in ranked if statement.modality == "asserted"][: wanted.measure]
        measured = pairs[: wanted.measure]
        if not asserted and not measured:
            return
        region = listing.region
        effects = Effects(
            listing.statements, region.sources(), listing.anchored.decisions, wanted.day,
            horizon=region.last_day, limits=region.limits,
        )  # fmt: skip
        count = len(asserted) + len(measured)
        for number, key in enumerate(asserted, 1):
            if progress:
                progress(number, count)
            self.statements[key] = effects.of_statement(key)
        for number, pair in enumerate(measured, len(asserted) + 1):
            if progress:
                progress(number, count)
            self.pairs[pair.key] = effects.of_pair(pair.left_id, pair.right_id)


def _waits(statement: Statement) -> bool:
    """Return whether a statement makes no fact before a person accepts it; that something is named so says nothing."""
    return statement.tier == "low" and statement.predicate != "label"


def _is(about: Statement | OverduePlan, wanted: Wanted) -> bool:
    statement = about.statement if isinstance(about, OverduePlan) else about
    return wanted.source in ("", statement.source) and wanted.predicate in ("", statement.predicate)


def _rank(entry: tuple[str, Statement]) -> tuple[object, ...]:
    key, statement = entry
    name = statement.predicate
    rank = FIRST.index(name) if name in FIRST else len(FIRST)
    return statement.modality != "asserted", rank, place_order(statement), key


def _order(entry: tuple[Effect | None, str, Statement]) -> tuple[object, ...]:
    effect, key, statement = entry
    return (*_weight(effect), *_rank((key, statement)))


def _pair_order(pair: Pair) -> tuple[object, ...]:
    return (*_weight(pair.effect), -pair.score, pair.left, pair.right, pair.key)


def _weight(effect: Effect | None) -> tuple[int, ...]:
    """Return what sorts the largest change first, whichever way it goes; what was not measured comes last."""
    if effect is None:
        return 1, 0, 0, 0, 0
    gaps = len(effect.closed) + len(effect.opened)
    return 0, -abs(effect.weight), -gaps, -effect.ways, -(effect.referrals + effect.provisions)


def _term(term: Mention | Literal) -> Term:
    return Term(term.value) if isinstance(term, Literal) else Term(term.label, term.kind)


def _pair(proposal: Proposal, labels: Mapping[str, set[str]], places: Mapping[str, set[str]]) -> Pair:
    ids = (proposal.left_id, proposal.right_id)
    digest = hashlib.blake2b("\0".join(sorted(ids)).encode("utf-8"), digest_size=8).hexdigest()
    sources = sorted({source for entity in ids for source in places.get(entity, ())})
    left, right = (
        label if labels.get(fold(label)) == {entity} else entity
        for label, entity in ((proposal.left, ids[0]), (proposal.right, ids[1]))
    )
    return Pair(f"p{digest}", left, right, *ids, proposal.score, proposal.reason, tuple(sources))


def _lost(review: Review) -> Lost:
    said = f"{review.subject} – {review.predicate} – {review.object}" if review.predicate else ""
    return Lost(review.key, review.decision, review.by, review.on, said, review.quote)
