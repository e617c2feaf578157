"""Offers nobody leads to, and actors nobody can reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from graph.columns import ListColumn
from graph.view import View
from queries.agreed_graph import AgreedGraph
from queries.finding import Finding
from queries.incoming import Incoming
from queries.references import References
from queries.shared_clients import SharedClients

NONE = -1
_REACHING = frozenset({"phone", "mail", "web", "address"})
"""Kinds of contact by which a client or an adviser gets somewhere; a name alone does not do."""


def orphan_offers(view: View, agreed: AgreedGraph, refer: References, shared: SharedClients) -> Iterator[Finding]:
    """Yield offers that are to be had by referral only and that no known referral leads to, and offers of projects
    and events for which nobody answers."""
    index, provisions = agreed.index, agreed.index.provisions
    access, offers, proofs = provisions.text("access"), provisions.ints("offer"), provisions.lists("evidence")
    for provider in index.actors:
        if not agreed.alive(provider):
            continue
        rows = list(agreed.offered(provider))
        if not rows:
            continue
        headless = index.is_group(provider) and index.kinds[provider] != "team" and index.reached_by[provider] == NONE
        closed = {offers[row] for row in rows} - {offers[row] for row in rows if access[row] != "referral"}
        if headless:
            unled = {offers[row] for row in rows}
        elif closed:
            nobody = {offer for _, offer, _ in Incoming(view, provider, agreed.day, shared).unsent()}
            unled = closed & nobody
        else:
            continue
        for offer in unled:
            about = [row for row in rows if offers[row] == offer]
            said = refer.cited(partial(_all, proofs, about))
            yield Finding("orphan_offer", refer.actor(provider), offer=refer.offer(offer), evidence=said)


def without_contact(view: View, agreed: AgreedGraph, refer: References) -> Iterator[Finding]:
    """Yield actors that people are to reach though neither they nor whoever they belong to has a known contact.

    People are to reach who offers something, refers, is referred to, or is a door; a mere funder or member is not.
    """
    index = agreed.index
    needed = {actor for pair in agreed.edges for actor in pair}
    needed.update(*(view.table(name).ints("actor") for name in ("door", "guide")))
    needed.update(actor for actor in index.actors if any(True for _ in agreed.offered(actor)))
    kinds, unit_of = view.table("contact").text("kind"), index.actors.ints("unit_of")
    evidence = index.actors.lists("evidence")

    def reached(row: int) -> bool:
        return any(kinds[contact] in _REACHING for contact in index.contacts_of[row])

    for row in index.actors:
        through = [one for one in (row, unit_of[row], index.reached_by[row]) if one != NONE]
        if row in needed and agreed.alive(row) and index.kinds[row] != "event" and not any(map(reached, through)):
            yield Finding("no_contact", refer.actor(row), evidence=refer.cited(partial(evidence.__getitem__, row)))


def _all(proofs: ListColumn, rows: Iterable[int]) -> Iterator[int]:
    return (place for row in rows for place in proofs[row])
