"""What people decided: which labels mean the same, and which statements hold. Taking a line back undoes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.evidence import Cell
from graph.issue import Issue
from graph.records import DecisionRecord
from ontology.text import clean, fold

LINK_COLUMNS = ("decision", "left", "right", "source", "scope", "by", "on", "note")
REVIEW_COLUMNS = ("key", "decision", "by", "on", "note")
LINK_DECISIONS = frozenset({"same", "different", "is"})
REVIEWS = frozenset({"accepted", "rejected"})


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
    """One line of ``decisions/reviews.csv``: a person accepted or rejected the statement with this key."""

    key: str
    decision: str
    by: str = ""
    on: str = ""
    note: str = ""


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
        """Keys of the statements a person rejected; a key that is in both is rejected."""
        return frozenset(review.key for review in self.reviews if review.decision == "rejected")

    def records(self) -> tuple[DecisionRecord, ...]:
        """Return the decisions as the records that generations and interchange files hold."""
        links = (DecisionRecord("links", _pairs(line, LINK_COLUMNS)) for line in sorted(self.links))
        reviews = (DecisionRecord("reviews", _pairs(line, REVIEW_COLUMNS)) for line in sorted(self.reviews))
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
    links, link_issues = parse_links(_text(folder / "links.csv"), f"{folder.name}/links.csv")
    reviews, review_issues = parse_reviews(_text(folder / "reviews.csv"), f"{folder.name}/reviews.csv")
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
            issues.append(Issue("VN4002", source, Cell("", f"A{record}"), ";".join(values)))
    return tuple(sorted(found)), tuple(issues)


def write_links(decisions: Iterable[LinkDecision]) -> str:
    """Return the table `parse_links` reads."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(LINK_COLUMNS)
    writer.writerows([getattr(line, column) for column in LINK_COLUMNS] for line in sorted(decisions))
    return out.getvalue()


def _pairs(line: LinkDecision | Review, columns: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((column, value) for column in columns if (value := getattr(line, column)))


def _text(path: Path) -> str:
    """Return a table's text, as UTF-8 or as a German Excel saves it."""
    if not path.is_file():
        return ""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _rows(text: str) -> Iterator[list[str]]:
    """Yield the rows; one that cannot be read, such as a quotation mark that never closes, is the last."""
    try:
        yield from csv.reader(io.StringIO(text), delimiter=";", strict=True)
    except csv.Error as error:
        yield [str(error)]


def _records(text: str, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield record number and values in the order of ``columns``, whatever order the header has."""
    rows = _rows(text.lstrip("\ufeff"))
    header = [fold(name) for name in next(rows, [])]
    for record, row in enumerate(rows, start=2):
        if any(value.strip() for value in row):
            said = dict(zip(header, map(clean, row), strict=False))
            yield record, [said.get(column, "") for column in columns]
