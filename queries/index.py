"""What every question needs to look up quickly in a view; each part is built once, when first asked for."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import cached_property
from typing import TypeVar
from weakref import WeakKeyDictionary

from graph.columns import Table
from graph.view import View
from queries.areas import Areas
from queries.enumeration import Enumeration
from queries.groups import Groups

K = TypeVar("K", bound=Hashable)

COMBINED_REGIONS, IMPLIED = 4, 8
"""Bits of a provision's ``combined`` column."""
GROUP_KINDS = frozenset({"network", "board", "project", "event", "team"})
"""Kinds of provider nobody can be sent to: they are reached through whoever coordinates or organises them."""

_indexes: WeakKeyDictionary[View, Index] = WeakKeyDictionary()


def index_of(view: View) -> Index:
    """Return the index of a view, made once and kept as long as the view."""
    found = _indexes.get(view)
    if found is None:
        found = _indexes[view] = Index(view)
    return found


class Index:
    """Rows by what one looks for, and what a row inherits (layout: an empty list is "not stated")."""

    def __init__(self, view: View) -> None:
        # Tables only, no view: an index that held its own key would never be let go.
        self.actors: Table = view.table("actor")
        self.offers: Table = view.table("offer")
        self.provisions: Table = view.table("provision")
        self.referrals: Table = view.table("referral")
        self.concepts: Table = view.table("concept")
        self._contacts: Table = view.table("contact")
        self.areas = Areas(view)
        self.kinds = Enumeration(self.actors.text("kind"))
        self.reached_by = self.actors.ints("reached_by")
        self.schemes = Enumeration(self.concepts.text("scheme"))
        self.provision_polarity = Enumeration(self.provisions.text("polarity"))
        self.referral_polarity = Enumeration(self.referrals.text("polarity"))
        self._providers = self.provisions.ints("provider")
        self._offers = self.provisions.ints("offer")
        self._combined = self.provisions.ints("combined")
        self._own_themes = self.provisions.lists("themes")
        self._own_regions = self.provisions.lists("regions")
        self._offer_themes = self.offers.lists("themes")
        self._offer_types = self.offers.ints("type")
        self._type_themes = self.concepts.lists("themes")
        self._works_in = self.actors.lists("regions")
        self._lies_in = self.actors.lists("places")

    @cached_property
    def sent_by(self) -> Groups:
        """Referrals by sender."""
        return Groups.by(self.referrals.ints("sender"), len(self.actors))

    @cached_property
    def sent_to(self) -> Groups:
        """Referrals by receiver."""
        return Groups.by(self.referrals.ints("receiver"), len(self.actors))

    @cached_property
    def contacts_of(self) -> Groups:
        """Contacts by actor."""
        return Groups.by(self._contacts.ints("actor"), len(self.actors))

    @cached_property
    def provided_by(self) -> Groups:
        """Provisions by provider."""
        return Groups.by(self._providers, len(self.actors))

    @cached_property
    def on_theme(self) -> Groups:
        """Provisions by each theme they have, however they came by it."""
        return Groups.by_many((self.themes(row) for row in self.provisions), len(self.concepts))

    @cached_property
    def of_type(self) -> Groups:
        """Provisions by the type of their offer."""
        return Groups.by((self.offer_type(row) for row in self.provisions), len(self.concepts))

    @cached_property
    def without_theme(self) -> tuple[int, ...]:
        """Provisions whose theme nobody stated."""
        return tuple(row for row in self.provisions if not self.themes(row))

    @cached_property
    def refusals(self) -> dict[int, tuple[int, ...]]:
        """Provisions with polarity ``no``, by provider."""
        return _grouped((self._providers[row], row) for row in self.provisions if self.provision_polarity[row] == "no")

    @cached_property
    def refused_referrals(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """Referrals with polarity ``no``, by sender and receiver."""
        senders, receivers = self.referrals.ints("sender"), self.referrals.ints("receiver")
        said_no = (row for row in self.referrals if self.referral_polarity[row] == "no")
        return _grouped(((senders[row], receivers[row]), row) for row in said_no)

    def offer_type(self, provision: int) -> int:
        """Return the offer-type concept of a provision, or -1."""
        offer = self._offers[provision]
        return self._offer_types[offer] if offer >= 0 else -1

    def themes(self, provision: int) -> tuple[int, ...]:
        """Return the themes of a provision: those stated with it, else its offer's, else its type's."""
        stated, offer = self._own_themes[provision], self._offers[provision]
        if not stated and offer >= 0:
            kind = self._offer_types[offer]
            stated = self._offer_themes[offer] or (self._type_themes[kind] if kind >= 0 else ())
        return tuple(stated)

    def area(self, provision: int) -> tuple[tuple[int, ...], bool]:
        """Return the regions of a provision (its own, else its actor's) and whether they are its own."""
        stated = tuple(self._own_regions[provision])
        if stated:
            combined = self._combined[provision]
            return stated, not (combined > 0 and combined & COMBINED_REGIONS)
        provider = self._providers[provision]
        if provider < 0:
            return (), False
        return tuple(self._works_in[provider]) or tuple(self._lies_in[provider]), False

    def arrivals(self, provider: int) -> tuple[int, ...]:
        """Return the actors at whom one has reached a provider: itself, and who coordinates it if it is a group."""
        through = self.reached_by[provider]
        return (provider, through) if through >= 0 and self.is_group(provider) else (provider,)

    def is_group(self, actor: int) -> bool:
        """Return whether nobody can be sent to this actor directly (a project, an event, a network ...)."""
        return self.kinds[actor] in GROUP_KINDS

    def closure(self, concept: int, direction: str) -> frozenset[int]:
        """Return the ``broader`` or ``narrower`` concepts of one, without itself."""
        return frozenset(self.concepts.lists(direction)[concept])


def _grouped(pairs: Iterable[tuple[K, int]]) -> dict[K, tuple[int, ...]]:
    found: dict[K, list[int]] = {}
    for key, row in pairs:
        found.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}
