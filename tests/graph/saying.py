"""Says statements in few words: what tests of links, facts and generations are written with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.decisions import Decisions
from graph.derive import Facts, derive
from graph.evidence import Cell
from graph.links import Links, link
from graph.records import SourceRecord
from graph.statement import Literal, Mention, Statement
from graph.view import View

KINDS = {
    "offers": "Offer", "forAudience": "TargetGroup", "reaches": "TargetGroup", "guides": "TargetGroup",
    "onTheme": "Theme", "needed": "Theme", "covered": "Theme", "noNeed": "Theme", "gapAccepted": "Theme",
    "inRegion": "Region", "locatedIn": "Region", "type": "ActorType", "coordinates": "Project", "organises": "Event",
}  # fmt: skip
LITERAL = frozenset(
    [
        "alias",
        "label",
        "contactName",
        "contactPhone",
        "contactMail",
        "website",
        "address",
        "cost",
        "capacity",
        "format",
        "language",
        "openingHours",
        "status",
        "legalBasis",
        "access",
        "remark",
        "lastChecked",
        "runsFrom",
        "runsUntil",
        "other",
    ]
)
DETAILS = frozenset(
    [
        "note",
        "handover",
        "responsibility",
        "meaning",
        "mode",
        "exclusive",
        "priority",
        "weight",
        "owner",
        "review_on",
        "reason",
        "role",
        "rhythm",
        "footnote",
        "contact",
        "feedback",
        "cost_bearer",
        "follow_up",
        "agreement",
        "agreed_on",
        "comment",
        "count",
    ]
)
FIELDS = frozenset(("polarity", "modality", "tier", "last_verified"))


class Sayings:
    """Collects statements; every one stands in a cell of its own."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.sources: dict[str, SourceRecord] = {}

    def source(self, name: str, publisher: str = "", stated_on: str = "") -> Sayings:
        """Describe a source."""
        self.sources[name] = SourceRecord(name, publisher=publisher, stated_on=stated_on)
        return self

    def say(
        self, subject: str, predicate: str, target: str, kind: str = "Actor", source: str = "a", **said: Any
    ) -> Sayings:
        """Add a statement; keywords are conditions, details or fields, a list repeats a condition."""
        scope = said.pop("scope", "")
        place = said.pop("cell", f"B{len(self.statements) + 2}")
        target_kind = said.pop("target_kind", KINDS.get(predicate, "Actor"))
        named = Literal(target) if predicate in LITERAL else Mention(target, target_kind, scope)
        self.statements.append(
            Statement(
                source=source,
                subject=Mention(subject, kind, scope),
                predicate=predicate,
                object=named,
                conditions=_pairs(said, lambda name: name not in DETAILS | FIELDS),
                details=_pairs(said, DETAILS.__contains__),
                evidence=(Cell("Blatt", place),),
                original="x",
                method="test",
                **{name: value for name, value in said.items() if name in FIELDS},
            )
        )
        return self

    def links(self, decisions: Decisions | None = None) -> Links:
        """Link what was said."""
        return link(self.statements, decisions, sources=self.sources.values())

    def facts(self, decisions: Decisions | None = None) -> Facts:
        """Derive the facts of what was said."""
        sources = self.sources.values()
        return derive(self.statements, self.links(decisions), sources=sources, decisions=decisions)

    def read(self, decisions: Decisions | None = None) -> Read:
        """Return the facts in words."""
        return Read(self.facts(decisions))


def _pairs(said: Mapping[str, Any], wanted: Any) -> tuple[tuple[str, str], ...]:
    found = []
    for name, value in said.items():
        if wanted(name):
            found += [(name, one) for one in (value if isinstance(value, list) else [value])]
    return tuple(sorted(found))


class Read:
    """The fact tables with ids instead of row numbers, so that tests can say what they expect."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.view = View.of(facts.rows)

    def codes(self) -> list[str]:
        """Return the codes of the issues."""
        return [issue.code for issue in self.facts.issues]

    def ids(self, table: str, rows: Sequence[int]) -> list[str]:
        """Return the ids (of places: the cells) of rows."""
        column = self.view.table(table).text("place" if table == "evidence" else "id")
        return [column[row] for row in rows]

    def rows(self, table: str, **wanted: Any) -> list[dict[str, Any]]:
        """Return the rows of a table, references turned into ids, that have certain values."""
        found = [self._row(table, row) for row in self.facts.rows[table]]
        return [row for row in found if all(row[name] == value for name, value in wanted.items())]

    def row(self, table: str, **wanted: Any) -> dict[str, Any]:
        """Return the only row of a table that has certain values."""
        (row,) = self.rows(table, **wanted)
        return row

    def provisions(self, **wanted: Any) -> list[tuple[Any, ...]]:
        """Return provisions as provider, offer, groups, themes, regions, combined, polarity."""
        shown = ("provider", "offer", "audiences", "themes", "regions", "combined", "polarity")
        return [tuple(row[name] for name in shown) for row in self.rows("provision", **wanted)]

    def _row(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        from graph.fact_records import REFERENCES

        read: dict[str, Any] = {}
        for name, value in row.items():
            target = REFERENCES.get(table, {}).get(name)
            if target is None:
                read[name] = list(value) if isinstance(value, list | tuple) else value
            elif isinstance(value, int):
                read[name] = self.ids(target, [value])[0] if value >= 0 else ""
            else:
                read[name] = self.ids(target, value)
        return read
