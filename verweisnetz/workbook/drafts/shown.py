"""Under which name each actor stands in the template: its own, with an addition where two bear one name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.statement import Mention, Statement
from loaders.template.names import ACTORS, Names
from loaders.template.words import YES, word


@dataclass(frozen=True, slots=True)
class Shown:
    """The names of the sheet of actors.

    Args:
        listed: the actors a source names as such, and the name each stands under.
        names: what a reader will make of the names.
    """

    listed: dict[Mention, str]
    names: Names
    language: str

    @classmethod
    def of(cls, statements: Iterable[Statement], language: str) -> Shown:
        """Return the names for the actors of some statements, in their order."""
        listed: dict[Mention, None] = {}
        bearers: dict[str, set[Mention]] = {}
        for said in statements:
            for mention in (said.subject, said.object):
                if isinstance(mention, Mention) and mention.kind in ACTORS:
                    bearers.setdefault(mention.label, set()).add(mention)
            if said.predicate == "label" and said.subject.kind in ACTORS and is_plain(said):
                listed.setdefault(said.subject)
        names: dict[Mention, str] = {}
        for mention in listed:
            names[mention] = _name(mention, bearers, {*names.values()}, language)
        return cls(names, Names({name: mention for mention, name in names.items()}), language)

    def name(self, mention: Mention) -> str:
        """Return the name an actor goes by on every sheet; nothing for one no name alone can mean."""
        if mention in self.listed:
            return self.listed[mention]
        return mention.label if self.names.of(mention.label) == mention else ""


def is_plain(said: Statement) -> bool:
    """Return whether a statement says yes, now and under no conditions, as a row of the sheet of actors does."""
    return not said.conditions and (said.polarity, said.modality) == YES


def _name(mention: Mention, bearers: dict[str, set[Mention]], taken: set[str], language: str) -> str:
    plain = Mention(mention.label, "Actor")
    same = bearers[mention.label]
    if len(same) == 1 or mention == plain:
        return mention.label
    addition = mention.scope or word("kinds", mention.kind, language)
    name, number = f"{mention.label} ({addition})", 1
    while name in taken or name in bearers:
        number += 1
        name = f"{mention.label} ({addition} {number})"
    return name
