"""The closed lists of words the template speaks, both ways and in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from graph.statement import Modality, Polarity
from loaders.matrix import marks
from loaders.template.form import LANGUAGES
from ontology.text import fold

Answer = tuple[Polarity, Modality]
YES: Answer = ("yes", "asserted")
_POLARITIES: tuple[Polarity, ...] = ("yes", "partly", "no")
_MODALITIES: tuple[Modality, ...] = ("planned", "possible", "normative")


@cache
def words() -> Mapping[str, Mapping[str, list[str]]]:
    """Return every list by name: key to the German and the English word."""
    data = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    predicates = _predicates()
    return {**{name: said for name, said in data.items() if isinstance(said, dict)}, "facts": predicates}


@cache
def single(name: str) -> object:
    """Return a value that is no list of words: the version, the marker, the words for any provider."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))[name]


def _predicates() -> dict[str, list[str]]:
    from ontology.vocabulary import load

    return {name: [said.labels["de"], said.labels["en"]] for name, said in load().predicates.items()}


@cache
def _keys(name: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key, said in words()[name].items():
        for word in (*said, key):
            found.setdefault(fold(word), key)
    return found


def key(name: str, word: str) -> str:
    """Return the key a word of a list stands for, empty if it is none."""
    return _keys(name).get(fold(word), "")


def word(name: str, key: str, language: str) -> str:
    """Return the word for a key, the key itself where the list does not have it."""
    said = words()[name].get(key)
    return said[LANGUAGES.index(language)] if said else key


def means_any_provider(label: str) -> bool:
    """Return whether an actor's cell says that the row holds for a kind of offer, whoever provides it."""
    said = single("any_provider")
    return isinstance(said, list) and fold(label) in map(fold, said)


def any_provider(language: str) -> str:
    """Return the words for a row about a kind of offer."""
    said = single("any_provider")
    assert isinstance(said, list)
    return str(said[LANGUAGES.index(language)])


def answer(text: str) -> Answer | None:
    """Return what an answer says: its words, or the sign people use instead; nothing where it says neither."""
    polarity: Polarity | None = None
    modality: Modality | None = None
    for part in filter(None, fold(text).replace(",", " ").replace(";", " ").split()):
        said, kind = key("polarity", part), key("modality", part)
        found = next((one for one in _POLARITIES if one == said), None)
        other = next((one for one in _MODALITIES if one == kind), None)
        if (found is None or polarity is not None) and (other is None or modality is not None):
            return _signed(text)
        polarity, modality = found or polarity, other or modality
    return polarity or "yes", modality or "asserted"


def _signed(text: str) -> Answer | None:
    said: dict[str, Answer] = {
        "positive": YES,
        "partly": ("partly", "asserted"),
        "refused": ("no", "asserted"),
    }
    return said.get(marks.sign(text))


def answered(polarity: Polarity, modality: Modality, language: str) -> str:
    """Return the words of an answer."""
    parts: Iterable[str] = (
        word("polarity", polarity, language) if polarity != "yes" or modality == "asserted" else "",
        word("modality", modality, language) if modality != "asserted" else "",
    )
    return ", ".join(filter(None, parts))
