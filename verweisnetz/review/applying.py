"""Decisions from a list a person filled in: what `review --format csv` printed comes back from Excel or Calc.

All of it is written down or nothing: a row that cannot be understood is told with its line, so that it can be
corrected and the file be given again. Rows without decision are passed over, rows decided already are too.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from graph.anchors import described, keys_like
from graph.decisions import NOTHING, LinkDecision, Review
from graph.statement import Statement
from loaders.gate import read
from loaders.grid import Grid
from loaders.readers.csv import unguarded
from ontology.errors import QuestionError, StatementError, VerweisnetzError
from ontology.text import clean, fold
from ontology.vocabulary import load
from verweisnetz.review.answer import COLUMNS
from verweisnetz.review.deciding import DECISIONS, Decider, linked, reviewed
from verweisnetz.review.listing import Listing
from verweisnetz.review.words import listed, word

LANGUAGES = ("de", "en")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: 0?0:00(?::00)?)?")
SAID = ("subject", "predicate", "object", "conditions", "polarity", "modality")
"""Columns in which a person may change what was read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row nobody can act on: its line in the file, and why."""

    line: int
    en: str
    de: str


@dataclass(frozen=True, slots=True)
class Applied:
    """What a list decides.

    Args:
        unchanged: rows that say what is decided already. blank: rows without decision.
    """

    reviews: tuple[Review, ...] = ()
    links: tuple[LinkDecision, ...] = ()
    problems: tuple[Problem, ...] = ()
    unchanged: int = 0
    blank: int = 0

    def error(self) -> QuestionError:
        """Return all problems as one message."""
        told = {
            language: "\n  "
            + "\n  ".join(
                word("problem_row", language).format(one.line, getattr(one, language)) for one in self.problems
            )
            for language in LANGUAGES
        }
        return QuestionError(word("problems", "en").format(told["en"]), de=word("problems", "de").format(told["de"]))


class _Unclear(Exception):
    """A row that cannot be acted on: a key of the words, what fills it, and the columns it is about."""

    def __init__(self, key: str, *values: str, columns: Iterable[str] = ()) -> None:
        self._key, self._values, self._columns = key, values, tuple(columns)
        super().__init__(key)

    def text(self, language: str) -> str:
        """Return what is wrong."""
        named = ", ".join(word(f"column_{name.removeprefix('to_')}", language) for name in self._columns)
        return word(self._key, language).format(*self._values, *([named] if named else []))


def decisions_in(listing: Listing, file: Path, who: Decider) -> Applied:
    """Return what a list in a spreadsheet or CSV file decides; nothing is written yet.

    Raises:
        LoadError: the file cannot be read; QuestionError: it is no list of the review.
    """
    names = _names()
    for grid in read(file, source=file.name):
        header = _header(grid, names)
        if header:
            row, columns = header
            return _Reading(listing, who).read(_rows(grid, row, columns))
    raise QuestionError(word("problem_columns", "en"), de=word("problem_columns", "de"))


@contextmanager
def given(file: str, stdin: IO[bytes]) -> Iterator[Path]:
    """Yield a file by its name; ``-`` is what comes in on standard input."""
    if file != "-":
        yield Path(file)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stdin"
        path.write_bytes(stdin.read())
        yield path


def _names() -> Mapping[str, str]:
    """Return the columns by what they may be called."""
    return {
        fold(name): column
        for column in COLUMNS
        for name in (column, *(word(f"column_{column}", language) for language in LANGUAGES))
    }


def _header(grid: Grid, names: Mapping[str, str]) -> tuple[int, dict[int, str]] | None:
    rows: dict[int, dict[int, str]] = {}
    for row, column in grid.filled():
        name = names.get(fold(grid.text(row, column)))
        if name and name not in rows.setdefault(row, {}).values():
            rows[row][column] = name
    found = ((row, columns) for row, columns in rows.items() if {"key", "decision"} <= set(columns.values()))
    return next(found, None)


def _rows(grid: Grid, header: int, columns: Mapping[int, str]) -> Iterator[tuple[int, dict[str, str]]]:
    for row in sorted({row for row, _ in grid.filled() if row > header}):
        yield row, {name: clean(grid.text(row, column)) for column, name in columns.items()}


class _Reading:
    """Makes decisions of rows."""

    def __init__(self, listing: Listing, who: Decider) -> None:
        self._listing, self._who = listing, who
        self._reviews: dict[str, tuple[int, Review]] = {}
        self._links: list[LinkDecision] = []
        self._problems: list[Problem] = []
        self._unchanged = self._blank = 0

    def read(self, rows: Iterator[tuple[int, dict[str, str]]]) -> Applied:
        """Return what all rows decide."""
        for line, said in rows:
            try:
                self._row(line, said)
            except _Unclear as unclear:
                self._problems.append(Problem(line, en=unclear.text("en"), de=unclear.text("de")))
            except VerweisnetzError as error:
                self._problems.append(Problem(line, error.en, error.de))
        reviews = tuple(review for _, review in self._reviews.values())
        return Applied(reviews, tuple(self._links), tuple(self._problems), self._unchanged, self._blank)

    def _row(self, line: int, said: Mapping[str, str]) -> None:
        decision = _decision(said["decision"])
        who = replace(self._who, note=said.get("note", "") or self._who.note)
        if said.get("predicate") == "sameAs":
            self._pair(decision, said, who)
            return
        key = self._key(said)
        changed = _changed(self._listing.by_key[key], said)
        if not decision:
            if changed:
                raise _Unclear("problem_undecided", columns=changed)
            self._blank += 1
        elif decision not in DECISIONS:
            raise _Unclear("problem_pair")
        elif changed and decision != "edit":
            raise _Unclear("problem_changed", columns=changed)
        else:
            self._statement(line, key, reviewed(self._listing, key, DECISIONS[decision], who, changed))

    def _statement(self, line: int, key: str, review: Review) -> None:
        known = self._listing.decided.get(key)
        if known and _content(known) == _content(review):
            self._unchanged += 1
        elif known:
            raise _Unclear("problem_decided", key[:8], known.decision, known.by or "–", known.on or "–")
        elif key in self._reviews and _content(self._reviews[key][1]) != _content(review):
            raise _Unclear("problem_twice", key[:8], str(self._reviews[key][0]))
        else:
            self._reviews[key] = (line, review)

    def _pair(self, decision: str, said: Mapping[str, str], who: Decider) -> None:
        if not decision:
            self._blank += 1
            return
        if decision in DECISIONS:
            raise _Unclear("problem_statement")
        line = linked(self._listing, decision, said.get("subject", ""), said.get("object", ""), who)
        known = self._listing.anchored.decisions.links
        if any((one.decision, one.left, one.right) == (line.decision, line.left, line.right) for one in known):
            self._unchanged += 1
        else:
            self._links.append(line)

    def _key(self, said: Mapping[str, str]) -> str:
        """Return the key of a row's statement; one that a spreadsheet mangled is found by the words."""
        key = said["key"]
        if key in self._listing.by_key:
            return key
        described_as = {name: said.get(name, "") for name in ("source", "quote", *SAID)}
        found = keys_like(Review(key, "", **described_as), self._listing.statements)
        if len(found) != 1:
            raise _Unclear("problem_key", key or "–")
        return found[0]


def _decision(text: str) -> str:
    """Return what a person's word decides: accept, reject, edit, same, different or nothing."""
    if not text:
        return ""
    for language in LANGUAGES:
        for decision, words in listed("decide", language).items():
            if fold(text) in {fold(one) for one in words.split("|")}:
                return decision
    raise _Unclear("problem_decision", text)


def _changed(statement: Statement, said: Mapping[str, str]) -> dict[str, str]:
    """Return what a person wrote in place of what was read, by column of the table of reviews."""
    was = described(statement, "")
    found: dict[str, str] = {}
    for name in SAID:
        before, now = getattr(was, name), said.get(name)
        if now is not None and name == "predicate":
            now = _predicate(now)
        if now is None or _as_read(now, before):
            continue
        if not now and name != "conditions":
            raise _Unclear("problem_emptied", columns=[name])
        found[f"to_{name}"] = now or NOTHING
    return found


def _as_read(now: str, before: str) -> bool:
    """Return whether a cell still says what was read: a spreadsheet turns days, zeros and signs into its own."""
    day = _DAY.fullmatch(now)
    spelled = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if day else unguarded(now)
    return before in (now, spelled) or (before.isdigit() and now == before.lstrip("0"))


def _predicate(text: str) -> str:
    """Return the predicate a person means by its name or a label."""
    known = load().predicates
    if text in known or not text:
        return text
    named = [name for name, one in known.items() if fold(text) in map(fold, one.labels.values())]
    if len(named) != 1:
        raise StatementError(f"there is no predicate “{text}”", de=f"das Prädikat „{text}“ gibt es nicht")
    return named[0]


def _content(review: Review) -> Review:
    """Return what a review decides, whoever took it when."""
    beside = ("by", "on", "note", "source", "quote", *SAID)
    return replace(review, **dict.fromkeys(beside, ""))
