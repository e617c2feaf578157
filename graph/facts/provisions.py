"""What a provider provides: each offer with its joint conditions, completed from what its actor says as a whole.

An offer's own word comes first, then what is said of the instrument it is one of, then its actor's row (flagged
``combined``). Marks of the row that no offer takes up stand for themselves, without an offer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.facts.frames import Frame, Mark, What, limited, merged, rows_of, rows_together, together, weaker
from graph.facts.meaning import Meaning
from graph.facts.meeting import Meeting, filled
from graph.facts.offers import Level, Offer
from graph.facts.places import Places
from graph.statement import Polarity
from ontology.scheme import Scheme

AUDIENCES, THEMES, REGIONS, IMPLIED = 1, 2, 4, 8
"""Bits of ``combined``: what was taken from the actor's row or instrument; 8: only a referral says so."""

_BESIDE = Frame._fields.index("terms")
"""Where in a frame begins what is said beside its conditions."""

_NOTHING = Level()


class Draft(NamedTuple):
    """A provision before it has a row.

    Args:
        offer: its key within the provider, or nothing.
        frame: the joint conditions; ``frame.rows`` are the statements that say it of this offer.
        support: statements of the actor's row or instrument that complete it.
    """

    provider: str
    offer: str
    frame: Frame
    combined: int = 0
    support: tuple[int, ...] = ()

    def with_more(self, frame: Frame, bits: int, rows: tuple[int, ...]) -> Draft:
        """Return the draft completed by further statements."""
        if not rows and not bits:
            return self if frame is self.frame else self._replace(frame=frame)
        support = rows_together(self.support, rows) if self.support else rows
        return Draft(self.provider, self.offer, frame, self.combined | bits, support)


_Whom = tuple[Frame, int, tuple[int, ...]]
"""Conditions with groups, what of them was taken from elsewhere (bits of ``combined``), and the statements it stands in."""


class _Spoken(NamedTuple):
    """Everything that is said of one offer: by its own lines, of its instrument, by its type, by its actor's row."""

    offer: Offer
    instrument: Level
    row: Level
    of_type: tuple[str, ...]

    def marks(self, what: Mark) -> Sequence[Frame]:
        """Return the themes (or regions) the offer's own lines state, else those of the instrument."""
        return self.offer.said.marks(what) or self.instrument.marks(what)

    def stated(self, what: Mark) -> tuple[str, ...]:
        """Return the themes (or regions) of the offer itself, as far as anybody says."""
        values = {value for mark in self.marks(what) for value in mark.stated(what)}
        return tuple(sorted(values)) or (self.of_type if what == "themes" else ())


class Provisions:
    """Drafts the provisions of providers."""

    def __init__(self, meaning: Meaning, places: Places, instruments: Mapping[str, Level]) -> None:
        self._meeting = Meeting(meaning, places)
        self._types: Scheme = meaning.vocabulary.scheme("offer-type")
        self._instruments = instruments

    def of(self, provider: str, row: Level, offers: Iterable[Offer]) -> list[Draft]:
        """Return everything one provider provides."""
        drafts: list[Draft] = []
        taken: set[int] = set()
        for offer in sorted(offers, key=lambda offer: offer.key):
            drafts += self._of_offer(provider, self._spoken(offer, row), taken)
        drafts += self._of_row(provider, row, drafts, taken)
        return compact(drafts)

    def implied(
        self, provider: str, offer: Offer | None, said: Frame, rows: tuple[int, ...], row: Level
    ) -> list[Draft]:
        """Return what a referral says of its receiver: that the offer (or the theme) is there for these groups."""
        draft = Draft(provider, offer.key if offer else "", Frame._make((*said[:_BESIDE], (), (), rows)), IMPLIED)
        return list(self._completed(draft, self._spoken(offer, row))) if offer else _from_row(draft, row)

    def instrument(self, offer: Offer) -> Level:
        """Return what is said of the instrument an offer is one of: by name, by type, by a broader type."""
        if not self._instruments:
            return _NOTHING
        types = [kind for kind in offer.types if kind in self._types]
        broader = sorted({wider for kind in types for wider in self._types.broader(kind)})
        found = (self._instruments.get(name) for name in (offer.key, *types, *broader))
        return next((level for level in found if level), _NOTHING)

    def _spoken(self, offer: Offer, row: Level) -> _Spoken:
        carried = (self._types[kind].themes for kind in offer.types if kind in self._types)
        of_type = {*offer.themes, *(theme for themes in carried for theme in themes)}
        return _Spoken(offer, self.instrument(offer), row, tuple(sorted(of_type)))

    def _of_offer(self, provider: str, spoken: _Spoken, taken: set[int]) -> Iterator[Draft]:
        offer = spoken.offer
        bases = _bases(offer)
        drafts = self._own(bases, offer.said.whom()) if offer.said.audiences else self._others(bases, spoken, taken)
        for frame, combined, support in drafts:
            whole = Draft(provider, offer.key, frame, combined, support)
            for found in self._completed(whole, spoken):
                yield found._replace(frame=limited(found.frame)) if found.frame.limit else found
        yield from (Draft(provider, offer.key, limited(frame)) for frame in merged(offer.said.refusals))

    def _own(self, bases: Sequence[Frame], audiences: Sequence[Frame]) -> Iterator[_Whom]:
        """Yield the offer's own groups where its other conditions hold; what meets nothing stands for itself."""
        met_bases: set[int] = set()
        for frame in audiences:
            alone = True
            for number, base in enumerate(bases):
                met = self._meeting.meet(frame, base)
                if met is not None:
                    alone = False
                    met_bases.add(number)
                    yield met, 0, ()
            if alone:
                yield frame, 0, ()
        yield from ((base, 0, ()) for number, base in enumerate(bases) if number not in met_bases and not base.bare)

    def _others(self, bases: Sequence[Frame], spoken: _Spoken, taken: set[int]) -> Iterator[_Whom]:
        """Yield an offer that names no groups for those of its instrument, else for those of its actor's row.

        A mark that is about another theme or place than the offer does not reach it.
        """
        met_bases: set[int] = set()
        refused = {group for frame in spoken.offer.said.refusals if not frame.conditioned for group in frame.groups}
        for other in spoken.instrument.whom() or spoken.row.whom():
            kept = other
            if refused:
                kept = other._replace(audiences=tuple(pair for pair in other.audiences if pair[0] not in refused))
            for number, base in enumerate(bases):
                met = self._meeting.meet(_anchored(base, kept, spoken), kept) if kept.audiences else None
                if met is not None:
                    met_bases.add(number)
                    taken.update(other.rows)
                    yield met._replace(rows=base.rows), _taken(base, kept, spoken), other.rows
        yield from ((base, 0, ()) for number, base in enumerate(bases) if number not in met_bases)

    def _completed(self, draft: Draft, spoken: _Spoken) -> Iterator[Draft]:
        """Yield a draft with the themes and regions it leaves open, from the nearest level that says some."""
        own = spoken.marks("regions")
        marks = own or spoken.row.marks("regions")
        for themed in self._themed(draft, spoken):
            for frame, rows in filled(themed.frame, "regions", marks):
                yield themed.with_more(frame, REGIONS if rows and not own else 0, rows)

    def _themed(self, draft: Draft, spoken: _Spoken) -> list[Draft]:
        if draft.frame.themes:
            return [draft]
        own = spoken.marks("themes")
        if spoken.of_type and not own:
            return [draft._replace(frame=draft.frame._replace(themes=spoken.of_type))]
        marks = own or spoken.row.marks("themes")
        return [
            draft.with_more(frame, THEMES if rows and not own else 0, rows)
            for frame, rows in filled(draft.frame, "themes", marks)
        ]

    def _of_row(self, provider: str, row: Level, drafts: Sequence[Draft], taken: set[int]) -> list[Draft]:
        """Return what the row says that no offer takes up, and its refusals."""
        given = [draft for draft in drafts if draft.frame.polarity != "no"]
        served = {group for draft in given for group in draft.frame.groups}
        found: list[Draft] = []
        for frame in row.whom():
            if not taken.issuperset(frame.rows):
                left = tuple(pair for pair in frame.audiences if frame.conditioned or pair[0] not in served)
                if left:
                    found += _from_row(Draft(provider, "", frame._replace(audiences=left)), row)
        for base in merged(row.bases):
            found += self._joined(provider, base, row)
        covered = {theme for draft in (*given, *found) for theme in draft.frame.themes}
        for frame in row.themes:
            if not any(self._meeting.covers(theme, covered) for theme in frame.themes):
                found += self._joined(provider, frame, row)
        return [*found, *_refusals(provider, row, drafts)]

    def _joined(self, provider: str, base: Frame, row: Level) -> Iterator[Draft]:
        """Yield a mark without groups for the groups of the row."""
        alone = True
        for frame in row.whom():
            met = self._meeting.meet(base, frame)
            if met is not None:
                alone = False
                yield from _from_row(Draft(provider, "", met._replace(rows=base.rows), AUDIENCES, frame.rows), row)
        if alone:
            yield from _from_row(Draft(provider, "", base), row)


def _from_row(draft: Draft, row: Level) -> list[Draft]:
    """Return what an actor does without saying with which offer, completed from its row."""
    found: list[Draft] = []
    for themed, theme_rows in filled(draft.frame, "themes", row.marks("themes")):
        for placed, region_rows in filled(themed, "regions", row.marks("regions")):
            bits = (THEMES if theme_rows else 0) | (REGIONS if region_rows else 0)
            frame = limited(placed) if placed.limit else placed
            found.append(draft.with_more(frame, bits, rows_together(theme_rows, region_rows)))
    return found


def _refusals(provider: str, row: Level, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what the actor refuses: for the offers that take after its row, else for the actor as such."""
    for frame in merged(row.refusals):
        bit = AUDIENCES if frame.audiences else THEMES if frame.themes else REGIONS
        offers = sorted({draft.offer for draft in drafts if draft.offer and draft.combined & bit})
        for offer in offers or [""]:
            yield Draft(provider, offer, limited(frame))


def _anchored(base: Frame, other: Frame, spoken: _Spoken) -> Frame:
    """Return an offer's conditions with its own themes and regions where the other frame states some, too."""
    themes = base.themes or (spoken.stated("themes") if other.themes else ())
    regions = base.regions or (spoken.stated("regions") if other.regions else ())
    return base if (themes, regions) == (base.themes, base.regions) else base._replace(themes=themes, regions=regions)


def _taken(base: Frame, other: Frame, spoken: _Spoken) -> int:
    """Return what an offer takes from another frame: its groups, and themes or regions it does not state itself."""
    themes = THEMES if other.themes and not (base.themes or spoken.stated("themes")) else 0
    regions = REGIONS if other.regions and not (base.regions or spoken.stated("regions")) else 0
    return AUDIENCES | themes | regions


def _bases(offer: Offer) -> list[Frame]:
    """Return an offer's conditions without groups; that it exists is no further one where others are stated."""
    if len(offer.said.bases) == 1:
        return offer.said.bases
    bases = merged(merged(offer.said.bases), "regions")
    stated = [base for base in bases if not base.bare]
    bare = [base for base in bases if base.bare]
    if not stated:
        return bare or _unsaid(offer)
    rows = rows_of(bare)
    weakest: Polarity = weaker(*(base.polarity for base in bare)) if bare else "yes"
    return [
        base._replace(rows=tuple(sorted({*base.rows, *rows})), polarity=weaker(base.polarity, weakest))
        for base in stated
    ]


def _unsaid(offer: Offer) -> list[Frame]:
    """Return the existence of an offer nobody states as such, but that other lines describe."""
    said = offer.said
    if said.audiences:
        return [Frame()]
    rows = {row for frame in (*said.themes, *said.regions) for row in frame.rows}
    rows.update(row for values in said.literals.values() for _, row in values)
    return [Frame(rows=tuple(sorted(rows)))] if rows else []


def compact(drafts: Iterable[Draft]) -> list[Draft]:
    """Return drafts that differ in one list only as one: first groups, then regions, then themes."""
    by_offer: dict[tuple[str, str], list[Draft]] = {}
    for draft in drafts:
        by_offer.setdefault((draft.provider, draft.offer), []).append(draft)
    return [draft for same in by_offer.values() for draft in (_compact(same) if len(same) > 1 else same)]


def _compact(drafts: list[Draft]) -> list[Draft]:
    lists: tuple[What, ...] = ("audiences", "regions", "themes")
    for what in lists:
        if _all_differ(drafts, what):
            continue
        found: dict[tuple[object, ...], list[Draft]] = {}
        for draft in drafts:
            found.setdefault((draft.combined, draft.frame.but(what)), []).append(draft)
        if len(found) == len(drafts):
            continue
        drafts = [_one(same) for same in found.values()]
    return drafts


def _all_differ(drafts: Sequence[Draft], what: What) -> bool:
    """Whether no two drafts can be merged in a list, for they differ in another one: that is seen sooner than all else."""
    others = (
        {draft.frame.audiences for draft in drafts} if what == "themes" else {draft.frame.themes for draft in drafts}
    )
    return len(others) == len(drafts)


def _one(same: list[Draft]) -> Draft:
    if len(same) == 1:
        return same[0]
    support = tuple(sorted({row for draft in same for row in draft.support}))
    return same[0]._replace(frame=together(draft.frame for draft in same), support=support)
