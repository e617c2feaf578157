"""Referrals that end somewhere: actors from whom a client does not go on, and actors that never refer back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from queries.agreed_graph import AgreedGraph
from queries.finding import Finding
from queries.references import ActorRef, Cited, References


def dead_ends(agreed: AgreedGraph, refer: References) -> Iterator[Finding]:
    """Yield actors that clients are sent to, that have no offer of their own and refer to nobody."""
    refers = {sender for sender, _ in agreed.edges}
    for row, senders in agreed.into.items():
        if row not in refers and not _offers(agreed, row):
            yield Finding(
                "dead_end", refer.actor(row), _actors(refer, senders), evidence=_said(agreed, refer, row, senders)
            )


def one_sided(agreed: AgreedGraph, refer: References) -> Iterator[Finding]:
    """Yield actors that are referred to by some to whom they never refer, with those."""
    for row, into in agreed.into.items():
        senders = [sender for sender in into if (row, sender) not in agreed.edges]
        if senders:
            yield Finding(
                "one_sided", refer.actor(row), _actors(refer, senders), evidence=_said(agreed, refer, row, senders)
            )


def _offers(agreed: AgreedGraph, row: int) -> bool:
    """Return whether an actor, or a project or event it answers for, offers anything."""
    groups = agreed.index.coordinated.get(row, ())
    return any(True for actor in (row, *groups) for _ in agreed.offered(actor))


def _actors(refer: References, rows: Iterable[int]) -> tuple[ActorRef, ...]:
    return tuple(sorted((actor for row in rows if (actor := refer.actor(row))), key=lambda actor: actor.id))


def _said(agreed: AgreedGraph, refer: References, receiver: int, senders: Sequence[int]) -> Cited:
    proofs = agreed.index.referrals.lists("evidence")

    def places() -> Iterator[int]:
        rows = (row for sender in senders for row in agreed.edges[sender, receiver])
        return (place for row in rows for place in proofs[row])

    return refer.cited(places)
