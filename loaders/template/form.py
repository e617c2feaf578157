"""The sheets of the template and their columns, as its data files describe them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal as Choice
from typing import cast

LANGUAGES = ("de", "en")
FOLDER = Path(__file__).parent / "sheets"
DATA = ("actors", "offers", "referrals", "facts")
"""The sheets whose rows say something, in the order in which people fill them."""

Form = Choice["label", "labels", "text", "texts", "day", "age", "answer", "word", "pairs", "ignored"]
"""What a cell of a column holds.

``label``, ``text``: one name, one text as it stands · ``labels``, ``texts``: several, between semicolons ·
``day``: a date · ``age``: a number of years or "unter 25" · ``answer``: yes, partly, no, planned · ``word``: one of a
closed list · ``pairs``: lines of "name: value" · ``ignored``: nothing that is read.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Args:
        pick: name of the list its cells are offered, or empty.
        expert: filled by the program; people need not look at it.
    """

    role: str
    form: Form
    titles: tuple[str, ...]
    hints: tuple[str, ...]
    examples: tuple[str, ...]
    width: int
    pick: str = ""
    expert: bool = False

    def title(self, language: str) -> str:
        """Return the heading."""
        return self.titles[LANGUAGES.index(language)]

    def hint(self, language: str) -> str:
        """Return what is to be entered."""
        return self.hints[LANGUAGES.index(language)]

    def example(self, language: str) -> str:
        """Return what could stand in a cell."""
        return self.examples[LANGUAGES.index(language)]


@dataclass(frozen=True, slots=True)
class SheetForm:
    """One sheet of the template.

    Args:
        needs: columns without which no row says anything.
    """

    id: str
    columns: tuple[Column, ...]
    needs: tuple[str, ...]
    leads: tuple[str, ...]

    def lead(self, language: str) -> str:
        """Return the sentence above the header."""
        return self.leads[LANGUAGES.index(language)]

    def column(self, role: str) -> Column:
        """Return the column of a role."""
        return next(column for column in self.columns if column.role == role)


@cache
def form() -> Mapping[str, SheetForm]:
    """Return the sheets with rows by id, ``open`` included."""
    shared = _read("common")["columns"]
    return {name: _sheet(name, shared) for name in (*DATA, "open")}


def _read(name: str) -> dict[str, dict[str, dict[str, object]]]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _sheet(name: str, shared: Mapping[str, Mapping[str, object]]) -> SheetForm:
    said: Mapping[str, object] = _read(name)
    own = cast(Mapping[str, Mapping[str, object]], said["columns"])
    columns = tuple(_column(role, own.get(role) or shared[role]) for role in _texts(said["order"]))
    return SheetForm(name, columns, _texts(said["needs"]), _texts(said["lead"]))


def _column(role: str, said: Mapping[str, object]) -> Column:
    return Column(
        role,
        cast(Form, said["form"]),
        _texts(said["title"]),
        _texts(said["hint"]),
        _texts(said["example"]),
        int(str(said["width"])),
        str(said.get("pick", "")),
        bool(said.get("expert", False)),
    )


def _texts(said: object) -> tuple[str, ...]:
    return tuple(map(str, cast(list[object], said)))
