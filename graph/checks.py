"""What must hold in every build, in plain Python over the fact tables: findings, never a stop.

No clock is asked, so that the same input gives the same findings; what depends on the day is a question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from graph.columns import Table
from graph.evidence import Cell, Locator, Span
from graph.fact_records import DAYS, REFERENCES
from graph.issue import Issue, Severity
from graph.layout import LAYOUT
from graph.view import View

EARLIEST, LATEST = date(1950, 1, 1).toordinal(), date(2100, 12, 31).toordinal()
"""Days outside are mistyped: no programme of this field runs there."""

_PERIODS = (
    ("actor", "runs_from", "runs_until"),
    ("provision", "valid_from", "valid_until"),
    ("referral", "valid_from", "valid_until"),
)
_SPAN = re.compile(r"^(\d+)-(\d+)$")


def check(view: View) -> tuple[Issue, ...]:
    """Return everything about the facts that cannot be meant, sorted."""
    finder = _Finder(view)
    found = {*finder.dangling(), *finder.twice(), *finder.without_evidence()}
    if not found:  # what follows trusts the references
        found = set(_meant(finder))
    return tuple(sorted(found, key=lambda issue: (issue.code, issue.where(), issue.value, issue.params)))


def _meant(finder: _Finder) -> Iterable[Issue]:
    return (
        *finder.reversed_periods(),
        *finder.absurd_days(),
        *finder.own_partners(),
        *finder.circles(),
        *finder.ended(),
        *finder.undated_events(),
        *finder.weightless(),
        *finder.unowned(),
    )


class _Finder:
    """The single constraints over one view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._labels = view.table("actor").text("label")
        self._evidence = view.table("evidence")
        self._source_ids = view.table("source").text("id")

    def dangling(self) -> Iterator[Issue]:
        """A row names a row that is not there: the snapshot is not of this program's making."""
        for name, columns in REFERENCES.items():
            table = self._view.table(name)
            for column, target in columns.items():
                size = len(self._view.table(target))
                for row, values in enumerate(_rows(table, column)):
                    if any(not -1 <= value < size for value in values):
                        yield Issue("VN4201", "", None, f"{name}.{column}[{row}]", (), "error")

    def twice(self) -> Iterator[Issue]:
        """Two rows of a table have one id."""
        for name, columns in LAYOUT.items():
            if "id" in columns:
                counts = Counter(self._view.table(name).text("id"))
                yield from (
                    Issue("VN4202", "", None, f"{name}: {key}", (), "error") for key, n in counts.items() if n > 1
                )

    def without_evidence(self) -> Iterator[Issue]:
        """A fact nobody stated."""
        for name, columns in LAYOUT.items():
            if "evidence" in columns:
                lists = self._view.table(name).lists("evidence")
                yield from (
                    Issue("VN4203", "", None, f"{name}[{row}]", (), "error")
                    for row, said in enumerate(lists)
                    if not len(said)
                )

    def reversed_periods(self) -> Iterator[Issue]:
        """Something ends before it begins."""
        for name, start, end in _PERIODS:
            table = self._view.table(name)
            for row, (since, until) in enumerate(zip(table.ints(start), table.ints(end), strict=True)):
                if 0 <= until < since:
                    period = f"{date.fromordinal(since)} – {date.fromordinal(until)}"
                    yield self._at("VN4204", table, row, period, what=self._what(name, row))

    def absurd_days(self) -> Iterator[Issue]:
        """A day that was surely mistyped."""
        for name, columns in LAYOUT.items():
            table = self._view.table(name)
            for column in sorted(DAYS & set(columns)):
                for row, day in enumerate(table.ints(column)):
                    if day >= 0 and not EARLIEST <= day <= LATEST:
                        yield self._at(
                            "VN4205", table, row, str(date.fromordinal(max(day, 1))), what=self._what(name, row)
                        )

    def own_partners(self) -> Iterator[Issue]:
        """Somebody refers to, or takes part in, himself."""
        referrals, memberships = self._view.table("referral"), self._view.table("membership")
        for table, one, other, code in (
            (referrals, "sender", "receiver", "VN4206"),
            (memberships, "member", "body", "VN4207"),
        ):
            for row, (left, right) in enumerate(zip(table.ints(one), table.ints(other), strict=True)):
                if left == right:
                    yield self._at(code, table, row, self._labels[left])

    def circles(self) -> Iterator[Issue]:
        """A unit is a part of itself, at any distance."""
        actors = self._view.table("actor")
        parents = actors.ints("unit_of")
        for row in actors:
            seen, above = {row}, parents[row]
            while above >= 0 and above not in seen:
                seen.add(above)
                above = parents[above]
            if above == row:
                yield self._at("VN4208", actors, row, self._labels[row])

    def ended(self) -> Iterator[Issue]:
        """A referral was stated, or begins, when the project at one of its ends was over."""
        actors, referrals = self._view.table("actor"), self._view.table("referral")
        ends = actors.ints("runs_until")
        for row in referrals:
            begins = referrals.ints("valid_from")[row]
            for actor in (referrals.ints("sender")[row], referrals.ints("receiver")[row]):
                stated = max(
                    begins, referrals.ints("checked")[row], self._stated(referrals, row) if ends[actor] >= 0 else -1
                )
                if 0 <= ends[actor] < stated:
                    over = str(date.fromordinal(ends[actor]))
                    yield self._at(
                        "VN4209", referrals, row, self._what("referral", row), ended=over, name=self._labels[actor]
                    )

    def undated_events(self) -> Iterator[Issue]:
        """An event nobody can be sent to, because nobody says when it is."""
        actors = self._view.table("actor")
        kinds, starts, ends = actors.text("kind"), actors.ints("runs_from"), actors.ints("runs_until")
        for row in actors:
            if kinds[row] == "event" and max(starts[row], ends[row]) < 0:
                yield self._at("VN4210", actors, row, self._labels[row], severity="info")

    def weightless(self) -> Iterator[Issue]:
        """A need that weighs nothing is never shown."""
        needs = self._view.table("need")
        for row, weight in enumerate(needs.ints("weight")):
            if weight <= 0:
                yield self._at("VN4211", needs, row, str(weight / 1000))

    def unowned(self) -> Iterator[Issue]:
        """An accepted gap that nobody will look at again."""
        gaps = self._view.table("accepted")
        for row in gaps:
            if gaps.ints("review_on")[row] < 0 or not gaps.text("owner")[row]:
                yield self._at("VN4212", gaps, row, gaps.text("reason")[row], severity="info")

    def _at(
        self, code: str, table: Table, row: int, value: str, severity: Severity = "warning", **params: str
    ) -> Issue:
        said: Sequence[int] = table.lists("evidence")[row] if "evidence" in LAYOUT[table.name] else ()
        source, place = "", None
        if table.name == "source":
            source = self._source_ids[row]
        elif table.name == "evidence":
            source = self._source_ids[table.ints("source")[row]]
        elif len(said):
            source = self._source_ids[self._evidence.ints("source")[said[0]]]
            place = _locator(self._evidence.text("place")[said[0]])
        return Issue(code, source, place, value, tuple(sorted(params.items())), severity)

    def _what(self, name: str, row: int) -> str:
        table = self._view.table(name)
        if name == "referral":
            return f"{self._labels[table.ints('sender')[row]]} → {self._labels[table.ints('receiver')[row]]}"
        if name == "provision":
            return str(self._labels[table.ints("provider")[row]])
        return str(self._labels[row]) if name == "actor" else name

    def _stated(self, table: Table, row: int) -> int:
        sources = self._evidence.ints("source")
        stated = self._view.table("source").ints("stated_on")
        return max((stated[sources[said]] for said in table.lists("evidence")[row]), default=-1)


def _rows(table: Table, column: str) -> Iterable[Sequence[int]]:
    if LAYOUT[table.name][column] == "ints":
        return table.lists(column)
    return ((value,) for value in table.ints(column))


def _locator(place: str) -> Locator | None:
    """Return the place an evidence row names; its quote is not kept there."""
    if not place:
        return None
    span = _SPAN.match(place)
    if span:
        return Span(int(span[1]), int(span[2]), "")
    sheet, _, ref = place.rpartition("!")
    return Cell(sheet, ref)
