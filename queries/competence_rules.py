"""Rules of competence (Zuständigkeit): who decides, advises or visits, for whom and where; data, not code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Role = Literal["decides", "advises", "visits"]
WhichPlace = Literal["residence", "workplace", "company_site", "none"]

ROLES: tuple[Role, ...] = ("decides", "advises", "visits")
PLACES: tuple[WhichPlace, ...] = ("residence", "workplace", "company_site", "none")


@dataclass(frozen=True, slots=True)
class Text:
    """A text in German and English; one falls back to the other."""

    de: str = ""
    en: str = ""

    def text(self, language: str) -> str:
        """Return the text in one language."""
        return (self.en or self.de) if language == "en" else (self.de or self.en)

    def __bool__(self) -> bool:
        """Return whether anything is said."""
        return bool(self.de or self.en)


NOTHING_SAID = Text()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``queries/competence.toml`` says what each field means."""

    id: str
    task: Text
    role: Role = "decides"
    types: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    actor: str = ""
    whom: str = ""
    topics: tuple[str, ...] = ()
    sole: tuple[str, ...] = ()
    place: WhichPlace = "none"
    area: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    ask: Text = field(default=NOTHING_SAID)
    unasked: bool = False
    norm: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""
    checked: bool = False
    note: Text = field(default=NOTHING_SAID)

    def holds_on(self, day: date) -> bool:
        """Return whether the rule is in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@cache
def known_rules() -> tuple[Rule, ...]:
    """Return the rules of ``competence.toml``, read once."""
    import tomllib

    data = tomllib.loads(files("queries").joinpath("competence.toml").read_text(encoding="utf-8"))
    return tuple(_rule(row) for row in data["rule"])


def _rule(row: Mapping[str, Any]) -> Rule:
    """Return one rule; a key the dataclass does not know is an error in the data file."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    values.update({key: Text(**row[key]) for key in ("task", "ask", "note") if key in row})
    return Rule(**values)


def with_own(rules: Iterable[Rule], own: Iterable[Rule | str]) -> tuple[Rule, ...]:
    """Return rules with a region's own: one of the same id replaces, a bare id takes that rule away."""
    found = {rule.id: rule for rule in rules}
    for one in own:
        if isinstance(one, str):
            found.pop(one, None)
        else:
            found[one.id] = one
    return tuple(found.values())
