"""Handovers that pass on data about the client without a basis somebody reviewed: the data-protection officer's list."""

from __future__ import annotations

from collections.abc import Iterator

from graph.view import View
from queries.agreed_graph import AgreedGraph
from queries.client import ANYTHING, Need
from queries.finding import Finding, Kind
from queries.passing import Passing, Passings
from queries.references import References


def data_passed_on(view: View, agreed: AgreedGraph, refer: References) -> Iterator[Finding]:
    """Yield every referral that holds and whose handover needs the client's consent, rests on a basis nobody reviewed, or is unknown."""
    referrals = agreed.index.referrals
    handovers, themes, proofs = referrals.ints("handover"), referrals.lists("themes"), referrals.lists("evidence")
    known: dict[Need, Passings] = {}
    for row in agreed.holding():
        needs = [Need(theme) for theme in themes[row]] or [ANYTHING]
        found = {_of(known, view, agreed, need).of(row) for need in needs}
        kind = _kind(found)
        if kind:
            receiver, handover = refer.actor(agreed.receivers[row]), refer.concept(handovers[row])
            yield Finding(
                kind,
                refer.actor(agreed.senders[row]),
                (receiver,) if receiver else (),
                refer.offer(referrals.ints("offer")[row]),
                "; ".join(sorted({one.basis for one in found if one.basis})) or (handover.de if handover else ""),
                refer.evidence(proofs[row]),
            )


def _of(known: dict[Need, Passings], view: View, agreed: AgreedGraph, need: Need) -> Passings:
    found = known.get(need)
    if found is None:
        found = known[need] = Passings(view, agreed.index, need)
    return found


def _kind(found: set[Passing]) -> Kind | None:
    """The gravest of the themes counts: an exchange by law for one of them covers no other."""
    kinds = {one.kind for one in found}
    if "consent" in kinds:
        return "basis_unreviewed" if all(one.basis for one in found if one.kind == "consent") else "consent_needed"
    return "handover_unknown" if "unknown" in kinds else None
