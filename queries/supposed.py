"""What somebody thinks away, adds or lets end: a few plain steps, from a small file or from words."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Literal, NoReturn, get_args

from ontology.errors import QuestionError
from ontology.text import fold
from queries.dates import day_said, written
from queries.phrases import phrase
from queries.plain import members

What = Literal["remove", "add", "end"]
WORDS: Mapping[str, What] = {
    "remove": "remove", "entfernen": "remove", "faellt weg": "remove", "weg": "remove",
    "add": "add", "neu": "add", "hinzufuegen": "add", "dazu": "add",
    "end": "end", "ende": "end", "endet": "end",
}  # fmt: skip
"""What may stand in the column ``change``, folded."""
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "change": ("Änderung",),
    "actor": ("Stelle", "Akteur", "Einrichtung", "von"),
    "to": ("an", "verweist an"),
    "offer": ("Angebot",),
    "audience": ("Zielgruppe",),
    "theme": ("Thema",),
    "region": ("Gebiet",),
    "handover": ("Übergabe",),
    "access": ("Zugang",),
    "on": ("am", "letzter Tag"),
}
"""What may head a column of a table of changes, beside the names of the fields of `Step`."""
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")


@dataclass(frozen=True, slots=True)
class Step:
    """One change.

    Args:
        actor: who is removed, added or ends; who refers, if ``to`` is given; who offers, if only ``offer`` is.
        to: the receiver of a referral. offer: of the actor, or (with ``to``) of the receiver.
        audience, theme, region: conditions of what is added; several are separated by ``|``.
        on: the last day of a project that ends.
        where: the place in a file it was read from, in English and German; empty for words of the command line.
    """

    change: What
    actor: str
    to: str = ""
    offer: str = ""
    audience: str = ""
    theme: str = ""
    region: str = ""
    handover: str = ""
    access: str = ""
    on: date | None = None
    where: tuple[str, str] = field(default=("", ""), compare=False)

    @property
    def kind(self) -> str:
        """What is changed: an actor, an offer or a referral."""
        return "referral" if self.to else "offer" if self.offer else "actor"

    def text(self, language: str) -> str:
        """Return the step in one language."""
        offer = f" ({self.offer})" if self.offer else ""
        conditions = ", ".join(part for part in (self.audience, self.theme, self.region) if part)
        return phrase(
            "steps",
            self.change if self.change == "end" else f"{self.change}_{self.kind}",
            language,
            what=f"{self.actor} → {self.to}{offer}" if self.to else self.actor + offer,
            on=written(self.on, language),
            conditions=f" [{conditions}]" if conditions else "",
        )

    def to_dict(self) -> dict[str, object]:
        """Return plain data, with the step in words."""
        said = {name: value for name, value in members(self).items() if name != "where"}
        return {**said, "text": {"de": self.text("de"), "en": self.text("en")}}

    def refused(self, error: QuestionError) -> QuestionError:
        """Return why the step cannot be taken, with its place."""
        en, de = (f"{place}: " if place else "" for place in self.where)
        return QuestionError(f"{en}{error.en}", error.near, de=f"{de}{error.de}")


@dataclass(frozen=True, slots=True)
class Change:
    """Several steps, all at once."""

    steps: tuple[Step, ...] = ()


_COLUMNS = tuple(column.name for column in fields(Step) if column.name != "where")


def from_words(what: What, kind: str, words: Iterable[str]) -> list[Step]:
    """Return steps from short words: ``Actor``, ``Actor: Offer``, ``Actor -> Actor`` or ``Project: 2026-12-31``.

    Raises:
        QuestionError: for a word that has not the form of its kind.
    """
    return [_from_word(what, kind, word.strip()) for word in words]


def _from_word(what: What, kind: str, word: str) -> Step:
    if kind == "actor" and word:
        return Step(what, word)
    if kind == "referral":
        parts = _ARROW.split(word)
        if len(parts) == 2 and all(parts):
            return Step(what, parts[0], parts[1])
        _refuse(f"“{word}”: write a referral as “Actor -> Actor”", f"„{word}“: ein Verweis heißt „Stelle -> Stelle“")
    name, _, rest = (part.strip() for part in word.rpartition(":"))
    if name and rest and kind == "offer":
        return Step(what, name, offer=rest)
    if name and rest and kind == "end":
        return Step("end", name, on=_day(rest, word))
    if kind == "end":
        _refuse(f"“{word}”: write “Project: 2026-12-31”", f"„{word}“: so schreiben: „Projekt: 31.12.2026“")
    _refuse(f"“{word}”: write an offer as “Actor: Offer”", f"„{word}“: ein Angebot heißt „Stelle: Angebot“")


def from_csv(text: str, where: str) -> Change:
    """Return the change a table with the columns of `Step`, or `HEADINGS`, describes; ``;`` or ``,`` separates."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    delimiter = ";" if ";" in lines.partition("\n")[0] else ","
    reader = csv.DictReader(io.StringIO(lines), delimiter=delimiter, restkey="")
    try:
        reader.fieldnames = [_NAMES.get(fold(head), head) for head in reader.fieldnames or ()]
        _known(reader.fieldnames, where)
        rows = [(reader.line_num, row) for row in reader if any(_filled(value) for value in row.values())]
    except csv.Error as error:
        _refuse(f"{where}: cannot be read as a table ({error})", f"{where}: ist keine lesbare Tabelle ({error})")
    return Change(
        tuple(
            _step(f"{where}, line {line}", f"{where}, Zeile {line}", {name: row.get(name) or "" for name in _COLUMNS})
            for line, row in rows
        )
    )


_NAMES = {fold(word): name for name, words in HEADINGS.items() for word in (name, *words)}


def _filled(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def from_toml(text: str, where: str) -> Change:
    """Return the change a file of ``[[remove]]``, ``[[add]]`` and ``[[end]]`` describes.

    Raises:
        QuestionError: where it cannot be read, and why.
    """
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        _refuse(f"{where}: cannot be read as TOML ({error})", f"{where}: ist kein lesbares TOML ({error})")
    steps: list[Step] = []
    for name, entries in data.items():
        if name not in get_args(What) or not isinstance(entries, list):
            _refuse(
                f"{where}: there may be [[remove]], [[add]] and [[end]], not “{name}”",
                f"{where}: möglich sind [[remove]], [[add]] und [[end]], nicht „{name}“",
            )
        for number, entry in enumerate(entries, 1):
            place = f"{where}, [[{name}]] {number}"
            if not isinstance(entry, dict):
                _refuse(f"{place}: must be a table", f"{place}: muss eine Tabelle sein")
            _known(entry, place)
            steps.append(_step(place, place, {"change": name, **{key: str(value) for key, value in entry.items()}}))
    return Change(tuple(steps))


def _known(names: Iterable[str], where: str) -> None:
    unknown = sorted(set(names) - set(_COLUMNS))
    if unknown:
        _refuse(
            f"{where}: “{unknown[0]}” is unknown; there may be {', '.join(_COLUMNS)}",
            f"{where}: „{unknown[0]}“ ist unbekannt; möglich: {', '.join(f'{name} ({HEADINGS[name][0]})' for name in _COLUMNS)}",
        )


def _step(en: str, de: str, row: Mapping[str, str]) -> Step:
    said = {name: value.strip() for name, value in row.items() if value.strip()}
    what = WORDS.get(fold(said.pop("change", "")))
    if what is None:
        _refuse(f"{en}: change is none of remove, add, end", f"{de}: change ist keines von remove, add, end")
    if not said.get("actor"):
        _refuse(f"{en}: names no actor", f"{de}: nennt keine Stelle (actor)")
    day = said.pop("on", "")
    if what == "end" and not day:
        _refuse(f"{en}: an end needs the day (on)", f"{de}: ein Ende braucht den Tag (on)")
    return Step(what, **said, on=_day(day, en) if day else None, where=(en, de))


def _day(text: str, where: str) -> date:
    found = day_said(text)
    if found is None:
        _refuse(f"{where}: “{text}” is no date; write 2026-12-31", f"{where}: „{text}“ ist kein Datum; so: 31.12.2026")
    return found


def _refuse(en: str, de: str) -> NoReturn:
    raise QuestionError(en, de=de)
