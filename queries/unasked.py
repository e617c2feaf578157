"""Handovers that pass on data about the client without a basis somebody reviewed: the data-protection officer's list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from graph.view import View
from queries.agreed_graph import AgreedGraph
from queries.client import ANYTHING, Need
from queries.enumeration import Enumeration
from queries.finding import Finding, Kind
from queries.passing import Passing, Passings
from queries.references import References


def data_passed_on(view: View, agreed: AgreedGraph, refer: References) -> Iterator[Finding]:
    """Yield every referral that holds and whose handover needs the client's consent, rests on a basis nobody reviewed, or is unknown."""
    referrals = agreed.index.referrals
    handovers, offers, proofs = referrals.ints("handover"), referrals.ints("offer"), referrals.lists("evidence")
    judge = _Judge(view, agreed)
    for row in agreed.holding:
        kind, basis = judge.of(row)
        if kind:
            receiver = refer.actor(agreed.receivers[row])
            yield Finding(
                kind,
                refer.actor(agreed.senders[row]),
                (receiver,) if receiver else (),
                refer.offer(offers[row]),
                basis,
                None if basis else refer.concept(handovers[row]),
                refer.cited(partial(proofs.__getitem__, row)),
            )


class _Judge:
    """Judges referrals; between bodies of the same types, what is alike in terms is judged once for each theme."""

    def __init__(self, view: View, agreed: AgreedGraph) -> None:
        self._view, self._agreed = view, agreed
        referrals = agreed.index.referrals
        self._themes, self._handover = referrals.lists("themes"), referrals.ints("handover")
        self._basis, self._types = Enumeration(referrals.text("legal_basis")), agreed.index.actors.lists("types")
        self._passings: dict[Need, Passings] = {}
        self._known: dict[tuple[object, ...], Passing] = {}

    def of(self, row: int) -> tuple[Kind | None, str]:
        """Return what is the matter with a referral, if anything, and the bases named."""
        needs = [Need(theme) for theme in self._themes[row]] or [ANYTHING]
        types = [tuple(self._types[end]) for end in (self._agreed.senders[row], self._agreed.receivers[row])]
        terms = (self._handover[row], self._basis[row], *types)
        found = {self._passing(need, row, terms) for need in needs}
        return _kind(found), "; ".join(sorted({one.basis for one in found if one.basis}))

    def _passing(self, need: Need, row: int, terms: tuple[object, ...]) -> Passing:
        key = (need.concept, *terms)
        found = self._known.get(key)
        if found is None:
            if need not in self._passings:
                self._passings[need] = Passings(self._view, self._agreed.index, need)
            found = self._known[key] = self._passings[need].of(row)
        return found


def _kind(found: set[Passing]) -> Kind | None:
    """The gravest of the themes counts: an exchange by law for one of them covers no other."""
    kinds = {one.kind for one in found}
    if "consent" in kinds:
        return "basis_unreviewed" if all(one.basis for one in found if one.kind == "consent") else "consent_needed"
    return "handover_unknown" if "unknown" in kinds else None
