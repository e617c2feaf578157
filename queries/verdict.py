"""Whether something fits: yes, ask or no, with what is open and which conditions fail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Outcome = Literal["yes", "ask", "no"]
Whom = Literal["client", "provider"]


class Ask(NamedTuple):
    """A question that is still open.

    Args:
        about: what is unknown; a key of the ``asks`` in ``phrases.toml``.
        detail: the facet, the quoted words or the id of the concept it is about.
        whom: who can answer it.
    """

    about: str
    detail: str = ""
    whom: Whom = "provider"


class Verdict(NamedTuple):
    """Three-valued: ``asks`` are what makes it ask, ``failed`` the conditions that make it no."""

    outcome: Outcome
    asks: tuple[Ask, ...] = ()
    failed: tuple[str, ...] = ()


YES = Verdict("yes")


def ask(*asks: Ask) -> Verdict:
    """Return the verdict that waits for some answers."""
    return Verdict("ask", tuple(sorted(set(asks))))


def no(condition: str) -> Verdict:
    """Return the verdict that one condition fails."""
    return Verdict("no", (), (condition,))


def every(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the conjunction: all must fit; open questions and failing conditions add up."""
    told = [verdict for verdict in verdicts if verdict is not YES]
    if len(told) < 2:
        return told[0] if told else YES
    asks = tuple(sorted({one for verdict in told for one in verdict.asks}))
    failed = tuple(dict.fromkeys(condition for verdict in told for condition in verdict.failed))
    if failed:
        return Verdict("no", asks, failed)
    return Verdict("ask", asks) if asks else YES


def either(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the best alternative (yes before ask, then the fewest questions), or None if all say no."""
    best: Verdict | None = None
    for verdict in verdicts:
        if verdict.outcome == "yes":
            return YES
        if verdict.outcome == "ask" and (
            best is None or (len(verdict.asks), verdict.asks) < (len(best.asks), best.asks)
        ):
            best = verdict
    return best
