"""Which actor a name on any sheet means: the row of the sheet of actors that bears it, else an actor of that name."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.statement import Mention
from ontology.regions import gazetteer

ACTORS = ("Actor", "Network", "Board", "Project", "Event", "Team")
"""Kinds of mentions that the sheet of actors lists."""


@dataclass(slots=True)
class Names:
    """The actors of a workbook by the name in their first column.

    Other spellings of a name are other mentions: linking knows whether they mean the same.
    """

    known: dict[str, Mention] = field(default_factory=dict)

    def add(self, name: str, mention: Mention) -> Mention:
        """Note what a name means, the first time; return what it means."""
        return self.known.setdefault(name, mention)

    def of(self, name: str) -> Mention:
        """Return the actor a name means."""
        return self.known.get(name) or Mention(name, "Actor")

    def meant(self, label: str, kind: str, scope: str, allowed: frozenset[str]) -> Mention:
        """Return what a name means where it may be more than an actor.

        Args:
            kind: the kind its row states; else it is a region known by this name, or an actor, if one may stand here,
                else the only kind that may (what a name means is not "anything").
        """
        if not kind and "Region" in allowed and gazetteer().find(label):
            return Mention(label, "Region", scope)
        if (kind or "Actor") in ACTORS and (kind or not allowed.isdisjoint(ACTORS)):
            known = self.of(label)
            return known if not scope and kind in {"", known.kind} else Mention(label, kind or "Actor", scope)
        return Mention(label, kind or ("Offer" if "Offer" in allowed else min(allowed - {"Any"} or allowed)), scope)
