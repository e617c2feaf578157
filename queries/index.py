"""What every question looks up in a view, and what a row inherits: read where it is stored, never computed anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from graph.columns import ListColumn, Table
from graph.inheritance import Inheritance
from graph.lookups import GROUP_KINDS
from graph.view import View
from ontology.facet_count import Counted, countable
from ontology.facets import Group, parse
from queries.areas import Areas
from queries.concept_bits import ConceptBits
from queries.enumeration import Enumeration
from queries.per_view import per_view
from queries.untold import Untold

IMPLIED = 8
"""Bit of a provision's ``combined`` column: only a referral to the provider says so."""


@per_view
def index_of(view: View) -> Index:
    """Return the index of a view, made once and kept as long as the view."""
    return Index(view)


class Index:
    """Rows by what one looks for (`graph.lookups`), and what a row inherits (`graph.inheritance`)."""

    def __init__(self, view: View) -> None:
        # Tables only, no view: an index that held its own key would never be let go.
        self.actors: Table = view.table("actor")
        self.offers: Table = view.table("offer")
        self.provisions: Table = view.table("provision")
        self.referrals: Table = view.table("referral")
        self.concepts: Table = view.table("concept")
        self.areas = Areas(view)
        self._region_keys, self._region_ids = (view.table("region").text(name) for name in ("key", "id"))
        self.kinds = Enumeration(self.actors.text("kind"))
        self.reached_by = self.actors.ints("reached_by")
        self.schemes = Enumeration(self.concepts.text("scheme"))
        self.provision_polarity = Enumeration(self.provisions.text("polarity"))
        self.referral_polarity = Enumeration(self.referrals.text("polarity"))
        by_actor = view.table("by_actor")
        self.sent_by: ListColumn = by_actor.lists("sent_by")
        self.sent_to: ListColumn = by_actor.lists("sent_to")
        self.provided_by: ListColumn = by_actor.lists("provides")
        self.contacts_of: ListColumn = by_actor.lists("contacts")
        self._refuses: ListColumn = by_actor.lists("refuses")
        self.area_of: ListColumn = by_actor.lists("area")
        self.traits = by_actor.ints("traits")
        self.plain_provisions = view.table("by_provision").ints("plain")
        self.plain_referrals = view.table("by_referral").ints("plain")
        self._refuses_to: ListColumn = by_actor.lists("refuses_to")
        self.refused_at = self._refuses_to.offsets
        self.senders: Sequence[int] = self.referrals.ints("sender")
        self.receivers: Sequence[int] = self.referrals.ints("receiver")
        self.agreed_offers: Sequence[int] = self.referrals.ints("offer")
        self.offered_by: Sequence[int] = self.offers.ints("provider")
        self._alternatives = self.concepts.text("alternatives")
        self._groups: dict[int, Group] = {}
        self._countable: dict[int, Counted] = {}
        self.untold = Untold(self.countable)
        self._closures: dict[tuple[int, str], frozenset[int]] = {}
        inherited = Inheritance(view.column)
        self.offer_type, self.themes, self.area = inherited.offer_type, inherited.themes, inherited.area

    @cached_property
    def agreed_for(self) -> ConceptBits:
        """The target groups of referrals, by code."""
        return ConceptBits(self.referrals.coded("audiences"))

    @cached_property
    def agreed_on(self) -> ConceptBits:
        """The themes of referrals, by code."""
        return ConceptBits(self.referrals.coded("themes"))

    @cached_property
    def provided_for(self) -> ConceptBits:
        """The target groups of provisions, by code."""
        return ConceptBits(self.provisions.coded("audiences"))

    @cached_property
    def without_regions(self) -> int:
        """The code of the empty list among the regions of provisions, or -1."""
        lists = self.provisions.coded("regions").distinct
        return next((code for code, (one, other) in enumerate(pairwise(lists.offsets)) if one == other), -1)

    @cached_property
    def region_keys(self) -> Sequence[str]:
        """Official keys by region."""
        return tuple(self._region_keys)

    @cached_property
    def actor_ids(self) -> Mapping[int, str]:
        """Ids by actor, each read when first asked for: a search compares the same few hundred over and over."""
        return _Read(self.actors.text("id"))

    @cached_property
    def offer_ids(self) -> Mapping[int, str]:
        """Ids by offer, each read when first asked for."""
        return _Read(self.offers.text("id"))

    @cached_property
    def concept_ids(self) -> Mapping[int, str]:
        """Ids by concept, each read when first asked for."""
        return _Read(self.concepts.text("id"))

    @cached_property
    def region_ids(self) -> Sequence[str]:
        """Ids by region."""
        return tuple(self._region_ids)

    def refusals(self, provider: int) -> Sequence[int]:
        """Return the provisions of an actor with polarity ``no``."""
        return self._refuses[provider] if provider >= 0 else self._refused_by_nobody

    def refused_referrals(self, sender: int, receiver: int) -> Sequence[int]:
        """Return the referrals from one actor to another with polarity ``no``."""
        rows: Sequence[int] = self._refuses_to[sender] if sender >= 0 else ()
        return [row for row in rows if self.receivers[row] == receiver] if rows else ()

    @cached_property
    def _refused_by_nobody(self) -> tuple[int, ...]:
        providers, said = self.provisions.ints("provider"), self.provision_polarity
        return tuple(row for row, provider in enumerate(providers) if provider < 0 and said[row] == "no")

    def group(self, concept: int) -> Group:
        """Return what makes a target group, by facets."""
        found = self._groups.get(concept)
        if found is None:
            found = self._groups[concept] = parse(self._alternatives[concept])
        return found

    def countable(self, concept: int) -> Counted:
        """Return `group`, taken apart for counting."""
        found = self._countable.get(concept)
        if found is None:
            found = self._countable[concept] = countable(self.group(concept))
        return found

    def arrivals(self, provider: int) -> tuple[int, ...]:
        """Return the actors at whom one has reached a provider: itself, and who coordinates it if it is a group."""
        through = self.reached_by[provider]
        return (provider,) if through < 0 or not self.is_group(provider) else (provider, through)

    def is_group(self, actor: int) -> bool:
        """Return whether nobody can be sent to this actor directly (a project, an event, a network ...)."""
        return self.kinds[actor] in GROUP_KINDS

    @cached_property
    def coordinated(self) -> Mapping[int, tuple[int, ...]]:
        """The groups (projects, events ...) each actor answers for."""
        found: dict[int, list[int]] = {}
        for row in self.actors:
            through = self.reached_by[row]
            if through >= 0 and self.is_group(row):
                found.setdefault(through, []).append(row)
        return {actor: tuple(groups) for actor, groups in found.items()}

    def closure(self, concept: int, direction: str) -> frozenset[int]:
        """Return the ``broader`` or ``narrower`` concepts of one, without itself."""
        found = self._closures.get((concept, direction))
        if found is None:
            found = self._closures[concept, direction] = frozenset(self.concepts.lists(direction)[concept])
        return found

    def family(self, concept: int) -> tuple[int, ...]:
        """Return a concept with its broader and narrower ones."""
        return (concept, *sorted(self.closure(concept, "broader") | self.closure(concept, "narrower")))


class _Read(dict[int, str]):
    """Texts of a column by row, kept once they are read."""

    __slots__ = ("_column",)

    def __init__(self, column: Sequence[str]) -> None:
        super().__init__()
        self._column = column

    def __missing__(self, row: int) -> str:
        """Read a text."""
        found = self[row] = self._column[row]
        return found
