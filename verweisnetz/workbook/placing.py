"""Which statement goes into which row: drafted, read back, and drafted more plainly where reading says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from graph.evidence import Cell
from graph.statement import Statement
from loaders.template import read
from loaders.template.cells import whole
from loaders.template.form import Column, form
from loaders.template.ways import concept
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
    first = _sound(
        [*actors(statements, shown), *offers(statements, shown), *referrals(statements, shown)], statements, shown
    )
    missing = _missing(first, statements)
    # Names are read from the sheet of actors: a plain row is read beside all others.
    rows = _sound([*(row.draft for row in first), *(facts(said, shown) for said in missing)], statements, shown)
    return Placed(_book(row.draft for row in rows), tuple(_missing(rows, statements)))


@dataclass(frozen=True, slots=True)
class _Read:
    """A row and what a reader takes from it."""

    draft: Draft
    said: tuple[Statement, ...]


def _book(drafts: Iterable[Draft]) -> Book:
    book = Book(normalised=True)
    for draft in drafts:
        cells = {role: _cell(form()[draft.sheet].column(role), text) for role, text in draft.row.items()}
        book.rows[draft.sheet].append({**cells, "origin": _origin(draft.says)})
    return book


def _cell(column: Column, text: str) -> str:
    """Return a text as it is written: one that looks like a sign in quotation marks."""
    return whole(text) if column.form in {"label", "text"} and not concept(column.pick, text) else text


def _origin(says: Iterable[Statement]) -> str:
    places = list(dict.fromkeys(str(place) for said in says for place in said.evidence))
    return ", ".join(places[:_PLACES]) + (" …" if len(places) > _PLACES else "")


def _sound(drafts: Sequence[Draft], statements: Sequence[Statement], shown: Shown) -> list[_Read]:
    """Return the rows a reader takes something from, and nothing but what the source says."""
    drafts = [draft for draft in drafts if all(map(_storable, draft.row.values()))]
    sheets = grids(_book(drafts), shown.language)
    names = {grid.name: sheet for sheet, grid in zip(Book().rows, sheets, strict=False)}
    found: dict[tuple[str, int], list[Statement]] = {}
    for said in read(sheets, statements[0].source if statements else "").statements:
        cell = said.evidence[0]
        assert isinstance(cell, Cell)
        found.setdefault((names[cell.sheet], int(cell.ref.lstrip(ascii_uppercase))), []).append(said)
    known = {said.key: said for said in statements}
    kept = []
    numbers = dict.fromkeys(Book().rows, FIRST_ROW)
    for draft in drafts:
        spoken = found.get((draft.sheet, numbers[draft.sheet]), [])
        if spoken and all(_within(said, known.get(said.key)) for said in spoken):
            kept.append(_Read(draft, tuple(spoken)))
        numbers[draft.sheet] += 1
    return kept


def _within(said: Statement, meant: Statement | None) -> bool:
    return meant is not None and {*said.details} <= {*meant.details} and said.last_verified <= meant.last_verified


def _storable(text: str) -> bool:
    """Return whether a cell of a workbook can hold a text."""
    return len(text) <= LONGEST and not any("\ud800" <= char <= "\udfff" or char in "\ufffe\uffff" for char in text)


def _missing(rows: Iterable[_Read], statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements the rows do not say in full."""
    found: dict[str, tuple[set[tuple[str, str]], str]] = {}
    for said in (said for row in rows for said in row.said):
        details, verified = found.setdefault(said.key, (set(), ""))
        details.update(said.details)
        found[said.key] = (details, max(verified, said.last_verified))
    return [said for said in statements if found.get(said.key) != ({*said.details}, said.last_verified)]
