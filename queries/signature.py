"""What tells two equal rows apart whatever their row numbers: so that no answer depends on the order of rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from weakref import proxy

from graph.columns import Table
from graph.view import View
from queries.per_view import per_view

KEPT = 1 << 12
"""So many signatures of referrals are kept: the same parallel agreements are compared over and over."""


@per_view
def signatures_of(view: View) -> Signatures:
    """Return the signatures of a view, kept as long as the view."""
    return Signatures(proxy(view))


class Signatures:
    """The words and evidence of provisions and referrals, for breaking ties."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.referral: Callable[[int], tuple[str, ...]] = lru_cache(maxsize=KEPT)(self._referral)
        """Return how much a referral leaves unsaid (of two equals the fuller agreement is shown), its words and places."""

    def provision(self, row: int) -> tuple[str, ...]:
        """Return a provision's own words and where they stand."""
        table = self._view.table("provision")
        words = ("note", "access", "cost", "hours", "format", "languages", "capacity")
        return (*self._evidence(table, row), *(table.text(column)[row] for column in words), *self._lists(table, row))

    def _referral(self, row: int) -> tuple[str, ...]:
        table = self._view.table("referral")
        words = ("note", "contact", "agreement", "feedback", "occasion", "capacity", "legal_basis")
        concepts, offers = self._view.table("concept").text("id"), self._view.table("offer").text("id")
        named = [
            concepts[at] if (at := table.ints(column)[row]) >= 0 else "" for column in ("handover", "responsibility")
        ]
        offer = table.ints("offer")[row]
        agreed = (*named, *(table.text(column)[row] for column in ("feedback", "agreement", "contact")))
        return (
            str(sum(not said for said in agreed)),
            *self._evidence(table, row),
            *named,
            offers[offer] if offer >= 0 else "",
            *(table.text(column)[row] for column in words),
            *self._lists(table, row),
        )

    def _lists(self, table: Table, row: int) -> tuple[str, ...]:
        concepts, regions = self._view.table("concept").text("id"), self._view.table("region").text("id")
        days = (str(table.ints(column)[row]) for column in ("checked", "valid_from", "valid_until"))
        ids = (
            "|".join(sorted(names[at] for at in table.lists(column)[row]))
            for column, names in (("audiences", concepts), ("themes", concepts), ("regions", regions))
        )
        return (*days, *ids)

    def _evidence(self, table: Table, row: int) -> tuple[str, ...]:
        evidence = self._view.table("evidence")
        statements, places = evidence.text("statement"), evidence.text("place")
        return tuple(sorted(f"{statements[at]} {places[at]}" for at in table.lists("evidence")[row]))
