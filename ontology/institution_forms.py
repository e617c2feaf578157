"""The data of ``institutions.toml``: forms of institution names and words without weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ontology.place_names import NameIndex, Word, words
from ontology.text import clean, fold

_DOTTED = re.compile(r"\b[^\W\d_](?:\.\s?[^\W\d_])+\b(?:\.(?!\w))?")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say what kind of institution is meant; the comments in the data file say what each field means."""

    type: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    token: str = ""
    place: str = ""
    within: str = ""
    unique: bool = False
    wide: bool = False
    part: bool = False
    alone: bool = True
    generic: bool = False
    named: bool = False
    homonym: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """All forms, found by name, short name or ending, and the words that carry no identity."""

    forms: tuple[Form, ...]
    names: NameIndex
    short: NameIndex
    endings: Mapping[str, int]
    legal: NameIndex
    legal_last: frozenset[str]
    fillers: frozenset[str]
    beside_place: frozenset[str]
    joining: frozenset[str]
    about: frozenset[str]
    acting: frozenset[str]
    areas: frozenset[str]
    helps: tuple[str, ...]
    place_ends: tuple[str, ...]
    no_places: frozenset[str]
    administrative: tuple[str, ...]
    administrations: Mapping[str, str]
    refined: Mapping[tuple[str, str], str]

    def ending(self, folded: str) -> Form | None:
        """Return the form whose ending a word has; the longest ending wins, and a short name is no ending."""
        if folded in self.short.longest:
            return None
        return next(
            (self.forms[self.endings[folded[at:]]] for at in range(len(folded)) if folded[at:] in self.endings), None
        )


@cache
def grammar() -> Grammar:
    """Return the grammar, read once."""
    import tomllib
    from pathlib import Path

    data = tomllib.loads(Path(__file__).with_name("institutions.toml").read_text(encoding="utf-8"))
    forms = tuple(_form(row) for row in data["form"])
    weightless: Mapping[str, list[str]] = data["words"]
    joining = frozenset(map(fold, weightless["joining"]))
    names, short = NameIndex(), NameIndex()
    for number, form in enumerate(forms):
        for name in form.names:
            names.add(" ".join(word.text for word in words(undotted(name)) if word.folded not in joining), str(number))
        for name in form.short:
            short.add(name, str(number))
    endings = [(fold(end), number) for number, form in enumerate(forms) for end in form.endings]
    return Grammar(
        forms,
        names,
        short,
        dict(sorted(endings, key=lambda ending: (-len(ending[0]), ending[1]))),
        _index(weightless["legal"]),
        frozenset(map(fold, weightless["legal_last"])),
        frozenset(map(fold, weightless["fillers"])),
        frozenset(map(fold, weightless["beside_place"])),
        joining,
        frozenset(map(fold, weightless["about"])),
        frozenset(map(fold, weightless["acting"])),
        frozenset(map(fold, weightless["areas"])),
        tuple(map(fold, weightless["helps"])),
        tuple(map(fold, weightless["place_ends"])),
        frozenset(map(fold, weightless["no_places"])),
        tuple(map(fold, weightless["administrative"])),
        {fold(word): kind for word, kind in data["administrations"].items()},
        {(row["type"], within): row["becomes"] for row in data["refined"] for within in row["within"]},
    )


def _form(row: Mapping[str, object]) -> Form:
    return Form(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})  # type: ignore[arg-type]


def _index(names: Iterable[str]) -> NameIndex:
    index = NameIndex()
    for name in names:
        index.add(name, name)
    return index


def undotted(label: str) -> str:
    """Return the cleaned label with dotted abbreviations as one word: ``F.B.Z.`` is ``FBZ``, ``e. V.`` is ``eV``."""
    return _DOTTED.sub(lambda found: "".join(filter(str.isalpha, found[0])), clean(label))


def spans(index: NameIndex, label: tuple[Word, ...]) -> list[tuple[int, int, str]]:
    """Return where names of an index stand among some words, each with its first id."""
    return [(first, end, ids[0]) for first, end, ids in index.within(label)]
