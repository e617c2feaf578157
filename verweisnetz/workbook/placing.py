"""Which statement goes into which row: drafted, read back, and drafted more plainly where reading says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from graph.evidence import Cell
from graph.statement import Statement
from loaders.template import read
from verweisnetz.workbook.book import FIRST_ROW, Book, grids
from verweisnetz.workbook.drafts import Draft, Shown, actors, facts, offers, referrals

LONGEST = 32767
"""So many characters a cell of a spreadsheet holds."""

_PLACES = 6
"""So many places of origin are written beside a row."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A book that says what some statements say.

    Args:
        left: the statements no row of it says.
    """

    book: Book
    left: tuple[Statement, ...]


def place(statements: Sequence[Statement], language: str) -> Placed:
    """Return a book from which a reader takes just these statements, each with equal details and dates.

    Args:
        statements: united, in the order in which their rows are to stand.
    """
    shown = Shown.of(statements, language)
    drafts = [*actors(statements, shown), *offers(statements, shown), *referrals(statements, shown)]
    drafts = _sound(drafts, statements, language)
    missing = _missing(drafts, statements, language)
    drafts = _sound([*drafts, *(facts(said, shown) for said in missing)], statements, language)
    book = _book(drafts)
    return Placed(book, tuple(_missing(drafts, statements, language)))


def _book(drafts: Iterable[Draft]) -> Book:
    book = Book(normalised=True)
    for draft in drafts:
        book.rows[draft.sheet].append({**draft.row, "origin": _origin(draft.says)})
    return book


def _origin(says: Iterable[Statement]) -> str:
    places = list(dict.fromkeys(str(place) for said in says for place in said.evidence))
    return ", ".join(places[:_PLACES]) + (" …" if len(places) > _PLACES else "")


def _said(drafts: Sequence[Draft], statements: Sequence[Statement], language: str) -> list[Statement]:
    source = statements[0].source if statements else ""
    return list(read(grids(_book(drafts), language), source).statements)


def _sound(drafts: Sequence[Draft], statements: Sequence[Statement], language: str) -> list[Draft]:
    """Return the rows a reader takes nothing from but what the source says."""
    known = {said.key: said for said in statements}
    names = {grid.name: sheet for sheet, grid in zip(Book().rows, grids(_book(drafts), language), strict=False)}
    right: dict[tuple[str, int], bool] = {}
    for said in _said(drafts, statements, language):
        place = said.evidence[0]
        assert isinstance(place, Cell)
        row = (names[place.sheet], int(place.ref.lstrip(ascii_uppercase)))
        right[row] = right.get(row, True) and _within(said, known.get(said.key))
    kept = []
    numbers = dict.fromkeys(Book().rows, FIRST_ROW)
    for draft in drafts:
        if right.get((draft.sheet, numbers[draft.sheet]), False) and all(map(_storable, draft.row.values())):
            kept.append(draft)
        numbers[draft.sheet] += 1
    return kept


def _within(said: Statement, meant: Statement | None) -> bool:
    return meant is not None and {*said.details} <= {*meant.details} and said.last_verified <= meant.last_verified


def _storable(text: str) -> bool:
    """Return whether a cell of a workbook can hold a text."""
    return len(text) <= LONGEST and not any("\ud800" <= char <= "\udfff" or char in "\ufffe\uffff" for char in text)


def _missing(drafts: Sequence[Draft], statements: Sequence[Statement], language: str) -> list[Statement]:
    """Return the statements the rows do not say in full."""
    found: dict[str, Statement] = {}
    for said in _said(drafts, statements, language):
        other = found.get(said.key, said)
        details = tuple(sorted({*other.details, *said.details}))
        found[said.key] = replace(said, details=details, last_verified=max(other.last_verified, said.last_verified))
    return [
        said for said in statements
        if (one := found.get(said.key)) is None or (one.details, one.last_verified) != (said.details, said.last_verified)
    ]  # fmt: skip
