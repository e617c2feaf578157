"""What people decided: which labels mean the same, and which statements hold. Taking a line back undoes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.decision_rows import DecisionRows, read_text
from graph.evidence import Cell
from graph.issue import Issue
from graph.records import DecisionRecord
from ontology.text import fold

LINKS, REVIEWED = "links.csv", "reviews.csv"
LINK_COLUMNS = ("decision", "left", "right", "source", "scope", "by", "on", "note")
REVIEW_COLUMNS = (
    "key", "decision", "by", "on", "note",
    "source", "subject", "predicate", "object", "conditions", "polarity", "modality", "quote",
    "to_subject", "to_subject_kind", "to_predicate", "to_object", "to_object_kind", "to_conditions", "to_polarity",
    "to_modality",
)  # fmt: skip
"""The first five are enough; the next eight say what was decided on, so that it is found again; the last, how to edit."""
LINK_DECISIONS = frozenset({"same", "different", "is"})
REVIEWS = frozenset({"accepted", "rejected", "edited"})
NOTHING = "-"
"""In a column ``to_...``: leave out what was read there."""


@dataclass(frozen=True, slots=True, order=True)
class LinkDecision:
    """One line of ``decisions/links.csv``.

    Args:
        decision: ``same`` (two labels mean one actor) | ``different`` | ``is`` (a label means a concept or region).
        left: a label, read in ``source`` and ``scope`` where these are given, else everywhere.
        right: a label or an entity id; for ``is`` a concept's id or label.
    """

    decision: str
    left: str
    right: str
    source: str = ""
    scope: str = ""
    by: str = ""
    on: str = ""
    note: str = ""

    def concerns(self, source: str, scope: str, label: str) -> bool:
        """Return whether the left side means this label of this source."""
        return (
            fold(label) == fold(self.left)
            and self.source in ("", source)
            and (not self.scope or fold(self.scope) == fold(scope))
        )


@dataclass(frozen=True, slots=True, order=True)
class Review:
    """One line of ``decisions/reviews.csv``: a person accepted, rejected or edited the statement with this key.

    Args:
        source, subject, predicate, object, conditions, polarity, modality, quote: what the statement said when it was
            decided on (`graph.anchors`); empty in lines written by hand.
        to_subject, ...: for ``edited`` what it should say instead; empty is as read, ``-`` is nothing.
    """

    key: str
    decision: str
    by: str = ""
    on: str = ""
    note: str = ""
    source: str = ""
    subject: str = ""
    predicate: str = ""
    object: str = ""
    conditions: str = ""
    polarity: str = ""
    modality: str = ""
    quote: str = ""
    to_subject: str = ""
    to_subject_kind: str = ""
    to_predicate: str = ""
    to_object: str = ""
    to_object_kind: str = ""
    to_conditions: str = ""
    to_polarity: str = ""
    to_modality: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything people decided, with what could not be read."""

    links: tuple[LinkDecision, ...] = ()
    reviews: tuple[Review, ...] = ()
    issues: tuple[Issue, ...] = field(default=(), compare=False)

    @property
    def accepted(self) -> frozenset[str]:
        """Keys of the statements a person accepted."""
        return frozenset(review.key for review in self.reviews if review.decision == "accepted")

    @property
    def rejected(self) -> frozenset[str]:
        """Keys of the statements a person rejected as they were read; a key that is in both is rejected."""
        return frozenset(review.key for review in self.reviews if review.decision in ("rejected", "edited"))

    def records(self) -> tuple[DecisionRecord, ...]:
        """Return the decisions as the records that generations and interchange files hold."""
        links = (DecisionRecord("links", pairs_of(line)) for line in sorted(self.links))
        reviews = (DecisionRecord("reviews", pairs_of(line)) for line in sorted(self.reviews))
        return (*links, *reviews)

    @classmethod
    def of_records(cls, records: Iterable[DecisionRecord]) -> Decisions:
        """Return the decisions some records hold; a table nobody knows is left out."""
        links, reviews = set[LinkDecision](), set[Review]()
        for record in records:
            said = dict(record.values)
            if record.table == "links":
                links.add(LinkDecision(*(said.get(column, "") for column in LINK_COLUMNS)))
            elif record.table == "reviews":
                reviews.add(Review(*(said.get(column, "") for column in REVIEW_COLUMNS)))
        return cls(tuple(sorted(links)), tuple(sorted(reviews)))


def read_decisions(folder: Path) -> Decisions:
    """Return the decisions of a region's ``decisions`` folder; missing files are empty ones."""
    links, link_issues = parse_links(read_text(folder / LINKS), f"{folder.name}/{LINKS}")
    reviews, review_issues = parse_reviews(read_text(folder / REVIEWED), f"{folder.name}/{REVIEWED}")
    return Decisions(links, reviews, (*link_issues, *review_issues))


def parse_links(text: str, source: str = "decisions/links.csv") -> tuple[tuple[LinkDecision, ...], tuple[Issue, ...]]:
    """Return the link decisions of a table, sorted, and an issue per line that is none."""
    found, issues = set[LinkDecision](), []
    for record, values in _records(text, LINK_COLUMNS):
        if values[0] in LINK_DECISIONS and values[1] and values[2]:
            found.add(LinkDecision(*values))
        else:
            issues.append(Issue("VN4001", source, Cell("", f"A{record}"), ";".join(values)))
    return tuple(sorted(found)), tuple(issues)


def parse_reviews(text: str, source: str = "decisions/reviews.csv") -> tuple[tuple[Review, ...], tuple[Issue, ...]]:
    """Return the reviews of a table, sorted, and an issue per line that is none."""
    found, issues = set[Review](), []
    for record, values in _records(text, REVIEW_COLUMNS):
        if values[0] and values[1] in REVIEWS:
            found.add(Review(*values))
        else:
            issues.append(Issue("VN4002", source, Cell("", f"A{record}"), ";".join(values).rstrip(";")))
    return tuple(sorted(found)), tuple(issues)


def pairs_of(line: LinkDecision | Review) -> tuple[tuple[str, str], ...]:
    """Return what a line says, column by column, without empty ones."""
    columns = LINK_COLUMNS if isinstance(line, LinkDecision) else REVIEW_COLUMNS
    return tuple((column, value) for column in columns if (value := getattr(line, column)))


def _records(text: str, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield number and values of the rows; where one cannot be read, its place is that of the last."""
    table = DecisionRows.parse(text)
    yield from table.said(columns)
    if table.broken:
        yield len(table.rows) + 2, [table.broken, *[""] * (len(columns) - 1)]
