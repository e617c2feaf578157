"""Makes statements out of what a table says, each with the cell it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.evidence import Locator
from graph.statement import CONDITIONS, Literal, Mention, Modality, Polarity, Statement
from loaders.matrix import kinds
from loaders.matrix.ledger import Gathering, Read
from loaders.matrix.legend import Legend
from loaders.matrix.meaning import Meaning
from loaders.matrix.names import bare_label
from loaders.matrix.passing import Reason
from loaders.matrix.restrictions import Pairs
from loaders.matrix.sheet import Sheet

METHOD = "matrix/1"

KIND_OF = {
    "actor": "Actor", "sender": "Actor", "receiver": "Actor", "offer": "Offer", "instrument": "OfferType",
    "audience": "TargetGroup", "theme": "Theme", "region": "Region", "type": "ActorType", "memberOf": "Network",
    "fundedBy": "Actor", "cooperatesWith": "Actor", "coordinates": "Actor", "organises": "Actor",
}  # fmt: skip
"""Kind of a mention for each role of a column."""

PREDICATE_OF = {
    "offer": "offers", "audience": "forAudience", "theme": "onTheme", "region": "inRegion", "actor": "refersTo",
    "receiver": "refersTo", "type": "type",
}  # fmt: skip
"""What a mark in a column of this role says about the row's subject; other roles are predicates themselves."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says things about one sheet.

    Args:
        scope: region the sheet stands for; abbreviations and bare institution types hold only within it.
        verified: ISO date the sheet itself gives for all it says.
    """

    sheet: Sheet
    legend: Legend
    gathering: Gathering
    scope: str = ""
    verified: str = ""

    def mention(self, role: str, label: str) -> Mention:
        """Return an entity as the sheet names it, abbreviations resolved."""
        long = self.legend.name(self.sheet.name, bare_label(label))
        kind = KIND_OF[role]
        scope = self.scope if kind == "Actor" and self.scope and kinds.bare(long) else ""
        return Mention(long, kind, scope)

    def actor(self, label: str, row: int, column: int, kind: str = "Actor") -> Mention:
        """Return an actor and say that it exists, with its label's cell as evidence."""
        found = replace(self.mention("actor", label), kind=kind)
        self.gathering.actors.setdefault(found)
        details = [("original_label", bare_label(label))] if bare_label(label) != found.label else []
        self.say(found, "label", Literal(found.label), row, column, details=tuple(details), original=label)
        return found

    def say(
        self, subject: Mention, predicate: str, said: Mention | Literal, row: int, column: int, *,
        conditions: Pairs = (), details: Pairs = (), meaning: Meaning | None = None, polarity: Polarity = "yes",
        verified: str = "", original: str = "", also: Iterable[Locator] = (),
    ) -> None:  # fmt: skip
        """Say one thing read from a cell."""
        modality: Modality = "asserted"
        if meaning is not None:
            if any(name == "audience" for name, _ in conditions):
                meaning = replace(meaning, conditions=tuple(map(limit_to_group, meaning.conditions)))
            conditions, details = (*conditions, *meaning.conditions), (*details, *meaning.details)
            polarity = "no" if meaning.outcome == "no" else meaning.polarity
            modality = "planned" if meaning.planned else "asserted"
        if self.sheet.hidden(row, column):
            details = (*details, ("hidden", "true"))
        if conditions:
            conditions = tuple(sorted({pair for pair in conditions if pair[0] in CONDITIONS and pair[1]}))
        if details:
            details = tuple(sorted({pair for pair in details if pair[1]}))
        found: Read = "negative" if polarity == "no" else "statement"
        self.gathering.statements.append(
            Statement(
                self.gathering.source, subject, predicate, said, conditions, details, polarity, modality,
                (self.sheet.evidence(row, column), *also),
                original or self.sheet.lines(row, column), METHOD, "high", verified or self.verified,
            )
        )  # fmt: skip
        self.place(row, column, found)

    def place(self, row: int, column: int, found: Read) -> None:
        """Note the class of the cell shown at a place."""
        self.gathering.place(self.sheet.name, *self.sheet.origin(row, column), found)

    def pass_over(self, row: int, column: int, reason: Reason) -> None:
        """Note that the cell shown at a place is structure, if it can be for this reason."""
        text = self.sheet.text(row, column)
        self.gathering.pass_over(self.sheet.name, *self.sheet.origin(row, column), reason, text)

    def report(self, code: str, row: int, column: int) -> None:
        """Report the cell shown at a place."""
        text = self.sheet.lines(row, column) or "(Farbe)"
        self.gathering.report(code, self.sheet.name, *self.sheet.origin(row, column), text)


def limit_to_group(pair: tuple[str, str]) -> tuple[str, str]:
    """A group a cell narrows another group to ("nur Frauen" below "Eltern") is a limit to it, not a second group."""
    return ("restriction", f"nur {pair[1]}") if pair[0] == "audience" else pair
