"""What narrows a row: age, legal basis, dates and words, as conditions of what it says."""

from __future__ import annotations

import re

from loaders.matrix import restrictions
from loaders.template import cells
from loaders.template.cells import Pairs
from loaders.template.line import NO_AGE, Line
from ontology.text import fold

_AGE = re.compile(r"(?P<word>[a-zü]*)\.?\s*(?P<years>\d{1,3})(?:\s*(?:jahren?|j\.?|years?))?")
_FROM = {
    "": "age_min",
    "ab": "age_min",
    "from": "age_min",
    "ueber": "age_above",
    "ue": "age_above",
    "over": "age_above",
}
_TO = {"": "age_max", "bis": "age_max", "to": "age_max", "unter": "age_below", "u": "age_below", "under": "age_below"}
PLACED = ("age_min", "age_above", "age_max", "age_below", "legal_basis", "restriction", "valid_from", "valid_until")
"""The conditions that have columns of their own on the sheet of offers."""


def ages(line: Line) -> Pairs:
    """Return the limits of age of a row; a cell that names none is reported."""
    found: list[tuple[str, str]] = []
    for role, known in (("age_from", _FROM), ("age_to", _TO)):
        for said in line.several(role):
            match = _AGE.fullmatch(fold(said))
            name = known.get(match["word"], "") if match else ""
            if match and name:
                found.append((name, str(int(match["years"]))))
            else:
                line.report(NO_AGE, role)
    return tuple(found)


def aged(pairs: Pairs, language: str) -> dict[str, str]:
    """Return the cells that say some limits of age, by role."""
    over, under = {"de": ("über", "unter"), "en": ("over", "under")}[language]
    said = {"age_min": ("age_from", ""), "age_above": ("age_from", f"{over} "), "age_max": ("age_to", ""),
            "age_below": ("age_to", f"{under} ")}  # fmt: skip
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in said:
            role, word = said[name]
            found.setdefault(role, []).append(word + value)
    return {role: cells.join(values) for role, values in found.items()}


def restriction(line: Line) -> tuple[Pairs, Pairs]:
    """Return conditions and details of a restriction in words; what is not wholly understood stays in its own words."""
    said = line.text("restriction")
    if not said:
        return (), ()
    found = restrictions.parse(said)
    if found.outcome == "narrows" and not found.left and found.conditions:
        return found.conditions, (*found.details, ("note", said))
    return (("restriction", said),), ()


def narrowed(line: Line) -> tuple[Pairs, Pairs]:
    """Return everything that narrows a row of offers, and what is to be told beside it."""
    limits, beside = restriction(line)
    legal = tuple(("legal_basis", label) for label in line.several("legal"))
    days = line.days(valid_from="valid_from", valid_until="valid_until")
    return (*ages(line), *legal, *limits, *days, *line.conditions()), beside
