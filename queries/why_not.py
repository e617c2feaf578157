"""Why the obvious alternatives do not fit: the nearest misses, what fails, and what would have to change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import groupby, islice, zip_longest

from graph.view import View
from queries.dates import written
from queries.index import index_of
from queries.lifetimes import Lifetimes
from queries.misses import ORDER, Distance, Miss, Ring
from queries.phrases import filled, phrase
from queries.questions import Question, in_words
from queries.references import ActorRef, EvidenceRef, OfferRef, day, references_of


@dataclass(frozen=True, slots=True)
class Failure:
    """One condition that fails, in words, and what would have to change."""

    condition: str
    de: str
    en: str
    change_de: str
    change_en: str

    def text(self, language: str) -> str:
        """Return what fails."""
        return self.en if language == "en" else self.de

    def change(self, language: str) -> str:
        """Return what would have to change."""
        return self.change_en if language == "en" else self.change_de


@dataclass(frozen=True, slots=True)
class WhyNot:
    """A provision that does not fit, with every condition at which it fails."""

    target: ActorRef | None
    offer: OfferRef | None
    failed: tuple[Failure, ...]
    open_questions: tuple[Question, ...]
    evidence: tuple[EvidenceRef, ...] = field(default=())


def nearest(view: View, rings: Iterable[Ring], limit: int) -> tuple[WhyNot, ...]:
    """Return the misses with the fewest failing conditions, one per offer, equals in the order of ids.

    What may have to do with something else altogether is no near miss. The rings are read no further than needed.
    """
    keys = _Keys(view)
    known: list[Miss] = []
    chosen: list[Miss] = []
    for ring in rings:
        known += ring.misses
        known.sort(key=_how_far)
        chosen = _first(keys, known, limit)
        if len(chosen) >= limit and chosen[-1].distance < ring.next:
            break
    return tuple(_explain(view, miss) for miss in chosen)


def by_turns(needs: Sequence[Sequence[WhyNot]], limit: int) -> tuple[WhyNot, ...]:
    """Return the first of every need, then the second of every need, each offer once."""
    found: dict[tuple[str, str], WhyNot] = {}
    for turn in zip_longest(*needs):
        for miss in turn:
            if miss is not None:
                key = (miss.target.id if miss.target else "", miss.offer.id if miss.offer else "")
                found.setdefault(key, miss)
    return tuple(islice(found.values(), limit))


def _how_far(miss: Miss) -> Distance:
    return miss.distance


def _first(keys: _Keys, ordered: list[Miss], limit: int) -> list[Miss]:
    """Return the first misses of different offers.

    Ids are read only of those as far away as others that may be chosen: misses may be thousands.
    """
    chosen: dict[tuple[str, str], Miss] = {}
    for _, equals in groupby(ordered, key=_how_far):
        offers: dict[tuple[str, str], list[Miss]] = {}
        for miss in equals:
            offers.setdefault(keys.offer(miss.provision), []).append(miss)
        for offer in nsmallest(limit - len(chosen), offers.keys() - chosen.keys()):
            chosen[offer] = min(offers[offer], key=lambda miss: keys.evidence(miss.provision))
        if len(chosen) >= limit:
            break
    return list(chosen.values())


class _Keys:
    def __init__(self, view: View) -> None:
        provisions = view.table("provision")
        self._providers, self._offers = provisions.ints("provider"), provisions.ints("offer")
        self._actor_ids, self._offer_ids = view.table("actor").text("id"), view.table("offer").text("id")
        self._evidence, self._statements = provisions.lists("evidence"), view.table("evidence").text("statement")

    def offer(self, provision: int) -> tuple[str, str]:
        """Return ids of provider and offer."""
        provider, offer = self._providers[provision], self._offers[provision]
        return self._actor_ids[provider] if provider >= 0 else "", self._offer_ids[offer] if offer >= 0 else ""

    def evidence(self, provision: int) -> tuple[str, ...]:
        """Return the keys of the statements behind a provision."""
        return tuple(sorted(self._statements[row] for row in self._evidence[provision]))


def _explain(view: View, miss: Miss) -> WhyNot:
    provisions, references = view.table("provision"), references_of(view)
    row = miss.provision
    verdict = miss.judge(row)
    return WhyNot(
        references.actor(provisions.ints("provider")[row]),
        references.offer(provisions.ints("offer")[row]),
        tuple(_failure(view, row, condition) for condition in sorted(verdict.failed, key=ORDER.index)),
        in_words(view, verdict.asks),
        references.evidence(provisions.lists("evidence")[row]),
    )


def _failure(view: View, row: int, condition: str) -> Failure:
    return Failure(
        condition,
        filled("fails", condition, "de", _Said(view, row, "de")),
        filled("fails", condition, "en", _Said(view, row, "en")),
        phrase("fails", condition, "change_de"),
        phrase("fails", condition, "change_en"),
    )


class _Said(dict[str, str]):
    """What a provision says of itself, for filling in phrases: a phrase names one thing of a dozen, read when it does."""

    def __init__(self, view: View, row: int, language: str) -> None:
        super().__init__()
        self._view, self._row, self._language = view, row, language

    def __missing__(self, name: str) -> str:
        """Read one thing; a dash where nothing is said."""
        return self._read(name) or "–"

    def _read(self, name: str) -> str:
        view, row, index = self._view, self._row, index_of(self._view)
        provisions, references = view.table("provision"), references_of(view)
        if name in ("audiences", "themes"):
            rows = provisions.lists("audiences")[row] if name == "audiences" else index.themes(row)
            return _joined(one.label(self._language) for one in references.concepts(rows))
        if name == "regions":
            regions = (references.region(region) for region in index.area(row)[0])
            return _joined(sorted(region.label for region in regions if region))
        if name in ("start", "until"):
            span = Lifetimes(index).provision(row)
            return _date(span.start if name == "start" else span.end, self._language)
        return str(provisions.text(name)[row])


def _joined(labels: Iterable[str]) -> str:
    return ", ".join(labels)


def _date(ordinal: int, language: str) -> str:
    return written(day(ordinal), language)
