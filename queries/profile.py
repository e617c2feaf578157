"""Who the advisor has in front of them, in the advisor's words: never stored, never logged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PRACTICAL = ("format", "language", "cost", "hours", "child_care", "accessibility", "interpreter")
"""Practical needs; each can defeat a route, and what nobody says about one has to be asked."""


@dataclass(frozen=True, slots=True, repr=False)
class Profile:
    """A client (or a company as client) and what is wanted, in words or ids; see `queries.names`.

    Args:
        facts: what is known, as a facet conjunction: ``age=34 & sex=f & employment=marginal``.
        groups: target groups the client belongs to.
        needs: themes or offer types; none means any offer.
        residence, workplace, company_site: regions by name, AGS or id; three different facts.
        practical: pairs of a name from `PRACTICAL` and what is wanted, alternatives joined by ``|``:
            ``("language", "en|ar")``, ``("language", "de:B1")`` (the client's level), ``("cost", "free")``,
            ``("hours", "morning")``, ``("child_care", "yes")``.
        day: the day the question is asked for; today if left out.
        start: the actor who refers; without one, the doors of the group are the starts.
    """

    facts: str = ""
    groups: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    residence: str = ""
    workplace: str = ""
    company_site: str = ""
    practical: tuple[tuple[str, str], ...] = ()
    day: date | None = None
    start: str = ""

    def __repr__(self) -> str:
        """Return no client fact: a profile that ends up in a log or a traceback says nothing."""
        return "Profile(…)"

    @property
    def asked_on(self) -> date:
        """The day the answer holds for."""
        return self.day or date.today()
