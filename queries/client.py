"""A profile read against one view: what is known of the client, and whether a group, a theme or a place fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from graph.view import View
from ontology.errors import OntologyError, QuestionError
from ontology.facet_count import NO, EdgeError, count_open, known_of
from ontology.facets import ContradictionError, Group, Knowledge, fit, know, known, more, parse, parse_conjunction
from queries.fewest import UNUSABLE, Level, counted, one_by_one
from queries.index import Index, index_of
from queries.names import Names, names_of
from queries.profile import Profile
from queries.verdict import YES, Ask, Verdict, ask, either, no
from queries.wishes import Wish, known_level, wishes

OUTSIDE, REGION_UNKNOWN = no("outside"), ask(Ask("region"))
MOST_WORLDS = 64
"""Groups with alternatives multiply; a profile that leaves more readings open than this says too little."""


@dataclass(frozen=True, slots=True)
class Need:
    """What is wanted: a row of a theme or of an offer type; -1 for anything."""

    concept: int = -1
    by_type: bool = False


ANYTHING = Need()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the client lives, works or has the company: ``role`` is a field of the profile."""

    role: str
    region: int


class Client:
    """Answers, for one profile and one day, whether a single condition fits; remembers every answer."""

    def __init__(
        self,
        view: View,
        day: int,
        worlds: tuple[Knowledge, ...],
        groups: tuple[int, ...] = (),
        places: tuple[Place, ...] = (),
        practical: tuple[Wish, ...] = (),
    ) -> None:
        self.index: Index = index_of(view)
        self.day = day
        self.places = places
        self.practical = practical
        self.groups = groups
        self._worlds, self._known = worlds, known_of(worlds)
        concepts = self.index.concepts
        self._belongs = frozenset(groups).union(*(concepts.lists("broader")[group] for group in groups))
        self._ids = concepts.text("id")
        self._groups: dict[int, Verdict] = {}
        self._named: dict[tuple[tuple[int, ...], tuple[int, ...]], Verdict] = {}
        self._themes: dict[tuple[Need, tuple[int, ...], int], Verdict] = {}

    @classmethod
    def of(cls, view: View, profile: Profile) -> Client:
        """Read a profile's words.

        Raises:
            QuestionError: for a word nobody knows, and for facts that contradict each other (it names both).
        """
        names = names_of(view)
        groups = tuple(names.audience(word) for word in profile.groups)
        wanted = wishes(view, profile.practical)
        level = known_level(wanted, view)
        worlds = _worlds(view, " & ".join(filter(None, (profile.facts.strip(), level))), groups)
        places = _places(profile, names, worlds)
        return cls(view, profile.asked_on.toordinal(), worlds, groups, places, wanted)

    @classmethod
    def standing_for(cls, view: View, day: int, group: int) -> Client:
        """Return a client of whom nothing is known but a target group; -1: nothing at all."""
        groups = (group,) if group >= 0 else ()
        return cls(view, day, _worlds(view, "", groups), groups)

    def group(self, concept: int) -> Verdict:
        """Return whether the client belongs to one target group: by name, by facets, or to be asked."""
        found = self._groups.get(concept)
        if found is None:
            found = self._groups[concept] = self._belongs_to(concept)
        return found

    def questions(self, concept: int) -> int:
        """Return how many questions `group` leaves open, or `UNUSABLE`: told without words where numbers suffice."""
        if concept in self._belongs:
            return 0
        group = self.index.countable(concept)
        if group.touched.isdisjoint(self._known):
            return group.untold
        try:
            found = count_open(self._worlds, group.alternatives)
        except EdgeError:
            return counted(self.group(concept))
        return UNUSABLE if found == NO else found

    def judge(self, groups: int) -> Iterator[Level]:
        """Yield how many questions some groups (bits of concepts) leave open: those that fit, each in one level."""
        untold = self.index.untold
        told = untold.touched(groups, self._known)
        for group in self._belongs:
            told |= groups & 1 << group
        yield from one_by_one(self.questions)(told)
        yield from untold.levels(groups & ~told)

    def _belongs_to(self, concept: int) -> Verdict:
        if concept in self._belongs:
            return YES
        group = self.index.group(concept)
        unnamed = ask(Ask("group", self._ids[concept], "client"))
        return (self.described(group) or unnamed) if group else unnamed

    def described(self, group: Group) -> Verdict | None:
        """Return whether the client belongs to a group described by facets; None if only its name could tell."""
        fits = [fit(world, group) for world in self._worlds]
        if len(fits) == 1 and fits[0].outcome == "ask" and not fits[0].edges:  # the usual case, hundreds a question
            return ask(*(Ask("facet", name, "client") for name in fits[0].ask)) if fits[0].ask else None
        if all(found.outcome == "yes" for found in fits):
            return YES
        if all(found.outcome == "no" for found in fits):
            return no("not_named")
        asks: set[Ask] = set()
        for found in fits:
            settled = {limit.facet for edge in found.edges for limit in parse_conjunction(edge)}
            asks.update(Ask("facet", name, "client") for name in found.ask if name not in settled)
            asks.update(Ask("edge", edge) for edge in found.edges)
        return ask(*asks) if asks else None

    def named(self, audiences: Sequence[int], namings: Sequence[int]) -> Verdict:
        """Return whether one of the named groups fits; none stated is an open question."""
        if not audiences:
            return ask(Ask("audience"))
        key = (tuple(audiences), tuple(namings))
        found = self._named.get(key)
        if found is None:
            found = either(self.group(concept) for concept in key[0])
            if found is None:
                found = no("excluded" if 2 in key[1] else "not_named")
            self._named[key] = found
        return found

    def wants(self, need: Need, themes: Sequence[int], offer_type: int) -> Verdict:
        """Return whether an offer with these themes and this type meets a need."""
        if need.concept < 0:
            return YES
        key = (need, tuple(themes), offer_type)
        found = self._themes.get(key)
        if found is None:
            found = self._themes[key] = self._meets(need, key[1], offer_type)
        return found

    def _meets(self, need: Need, themes: tuple[int, ...], offer_type: int) -> Verdict:
        wanted = need.concept
        broader, narrower = self.index.closure(wanted, "broader"), self.index.closure(wanted, "narrower")
        if need.by_type:
            if offer_type == wanted or offer_type in narrower:
                return YES
            if offer_type in broader:
                return ask(Ask("narrower_type", self._ids[wanted]))
            if offer_type >= 0:
                return no("theme")
            carried = tuple(self.index.concepts.lists("themes")[wanted])
            related = set(carried).union(*(self._family(theme) for theme in carried))
            if themes and related.isdisjoint(themes):
                return no("theme")
            return ask(Ask("type", self._ids[wanted]))
        if not themes:
            return ask(Ask("theme", self._ids[wanted]))
        if wanted in themes or not broader.isdisjoint(themes):
            return YES
        if not narrower.isdisjoint(themes):
            return ask(Ask("narrower_theme", self._ids[wanted]))
        return no("theme")

    def agreed_for(self, need: Need, themes: Sequence[int]) -> Verdict:
        """Return whether an agreement on these themes holds for a need; a type is meant with the themes it carries."""
        if not need.by_type:
            return self.wants(need, themes, -1)
        carried = self.index.concepts.lists("themes")[need.concept]
        met = [self.wants(Need(theme), themes, -1) for theme in carried]
        return (either(met) or no("theme")) if met else ask(Ask("theme", self._ids[need.concept]))

    def _family(self, concept: int) -> frozenset[int]:
        return self.index.closure(concept, "broader") | self.index.closure(concept, "narrower")

    def reached(self, regions: tuple[int, ...]) -> Verdict:
        """Return whether one of the stated regions covers the place that counts; none stated is an open question."""
        if not regions:
            return REGION_UNKNOWN
        if not self.places:
            return ask(Ask("where", "", "client"))
        first, *others = self.places
        relation = self.index.areas.relation(regions, first.region)
        if relation == "covers":
            return YES
        if relation == "overlaps":
            return ask(Ask("place", first.role, "client"))
        if relation == "unclear":
            return REGION_UNKNOWN
        if any(self.index.areas.relation(regions, other.region) != "outside" for other in others):
            return ask(Ask("which_place"))
        return OUTSIDE


@cache
def _company() -> Group:
    return parse("person=company")


def _places(profile: Profile, names: Names, worlds: Iterable[Knowledge]) -> tuple[Place, ...]:
    """The place that counts comes first: where a company is, where a person lives."""
    is_company = all(fit(world, _company()).outcome == "yes" for world in worlds)
    roles = ("residence", "workplace", "company_site")
    words = ((role, getattr(profile, role)) for role in (reversed(roles) if is_company else roles))
    return tuple(Place(role, names.region(word)) for role, word in words if word)


def _worlds(view: View, facts: str, groups: tuple[int, ...]) -> tuple[Knowledge, ...]:
    """Return every reading of what is known: the facts, and one alternative of each group."""
    labels, alternatives = view.table("concept").text("label_de"), view.table("concept").text("alternatives")
    try:
        worlds: tuple[Knowledge, ...] = (know(facts),)
    except ContradictionError as error:
        raise QuestionError(
            f"the profile contradicts itself: {error.one} and {error.other}",
            de=f"das Profil widerspricht sich: {error.one} und {error.other}",
        ) from error
    except OntologyError as error:
        raise QuestionError(error.en, de=error.de) from error
    for group in groups:
        if not alternatives[group]:
            worlds = _by_wider_groups(view, worlds, group)
            continue
        before, worlds = worlds, _among(worlds, alternatives[group])
        if not worlds:
            one, other = _clash(before, alternatives[group])
            raise QuestionError(
                f"the profile contradicts itself: it cannot belong to “{labels[group]}” ({one} and {other})",
                de=f"das Profil widerspricht sich: zu „{labels[group]}“ kann die Person damit nicht gehören "
                f"({one} und {other})",
            )
        if len(worlds) > MOST_WORLDS:
            raise QuestionError(
                f"the groups of the profile leave too much open; say more than “{labels[group]}”",
                de=f"die Zielgruppen des Profils lassen zu viel offen; bitte mehr sagen als „{labels[group]}“",
            )
    return worlds


def _by_wider_groups(view: View, worlds: tuple[Knowledge, ...], group: int) -> tuple[Knowledge, ...]:
    """A group nobody described by facets is still part of wider ones, as far as these say anything together."""
    concepts = view.table("concept")
    texts = {concepts.text("alternatives")[wider] for wider in concepts.lists("broader")[group]}
    for text in sorted(texts - {""}):
        met = _among(worlds, text)
        worlds = met if 0 < len(met) <= MOST_WORLDS else worlds
    return worlds


def _among(worlds: tuple[Knowledge, ...], alternatives: str) -> tuple[Knowledge, ...]:
    """Return the readings under which somebody also belongs to a group."""
    readings = [known(alternative) for alternative in parse(alternatives).alternatives]
    met = (_met(world, reading) for world, reading in product(worlds, readings))
    return tuple({world.text(): world for world in met if world is not None}.values())


def _clash(worlds: tuple[Knowledge, ...], alternatives: str) -> tuple[str, str]:
    """Return what is known and what a group asks for, of the first two that cannot both hold."""
    for world, alternative in product(worlds, parse(alternatives).alternatives):
        try:
            more(world, known(alternative))
        except ContradictionError as error:
            return error.one, error.other
    raise ValueError("nothing contradicts")


def _met(one: Knowledge, other: Knowledge) -> Knowledge | None:
    try:
        return more(one, other)
    except ContradictionError:
        return None
