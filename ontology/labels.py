"""Under which keys a label is looked up: as written, without gender and footnote marks, without inflection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.text import clean, fold

_FOOTNOTE = re.compile(r"\s*(?:[¹²³⁰⁴-⁹]+\)?|[*†‡]+|(?<=\D)\d{1,2}\)|\[\d{1,2}\])$")
_MWD = re.compile(r"\s*\(\s*[mwdfx](?:\s*[/,|]\s*[mwdfxi*]+)+\s*\)", re.IGNORECASE)
_OPTIONAL_ENDING = re.compile(r"(?<=[a-zäöüß])\((en|n|e|s)\)")
_GENDER_PLURAL = re.compile(r"(?<=[a-zäöüß])(?:en|e|n)?(?:\s?/\s?-?innen|[:*_·’'.]innen|\(-?innen\)|Innen)\b")
_GENDER_SINGULAR = re.compile(r"(?<=[a-zäöüß])e?(?:\s?/\s?-?in\b|[:*_·]in\b|\(-?in\)|In\b)")
_EITHER_ENDING = re.compile(r"(?<=e)(?:\s?/\s?-?[rn]\b|[:*_·][rn]\b|\([rn]\))")
_MALE_ENDINGS = ("", "en", "n", "e")
_BETWEEN = r"\s*(?:\bund\b|\boder\b|\bbzw\b\.?|\bu\.|&|/)\s*"
_FEMALE_FIRST = re.compile(rf"\b(\w{{3,}})innen{_BETWEEN}(-?)(\w{{3,}})\b")
_MALE_FIRST = re.compile(rf"\b(\w{{3,}}){_BETWEEN}(-?)(\w{{3,}})innen\b")
_SHORT_WORDS = {"&": "und", "u": "und", "bzw": "und", "oder": "und", "m": "mit", "o": "ohne", "f": "fuer"}
_FILLERS = frozenset(
    {"menschen", "personen", "person", "leute", "personengruppe", "personengruppen", "zielgruppe", "zielgruppen"}
    | {"fuer", "an", "die", "der", "den", "das", "des", "dem", "people", "persons", "for", "the", "of"}
)
_INFLECTION = ("en", "es", "n", "e", "s")
_WORD = re.compile(r"[^\s/,;()]+")
_NOT_ALNUM = re.compile(r"[^a-z0-9+<>=]+")


@lru_cache(maxsize=1 << 14)
def forms(label: str) -> tuple[str, ...]:
    """Return the folded forms of a label, the literal one first; later ones drop gender and footnote marks."""
    plain = _FOOTNOTE.sub("", _MWD.sub("", clean(label)))
    plain = _OPTIONAL_ENDING.sub(r"\1", _EITHER_ENDING.sub("", plain))
    literal = fold(label)
    return (literal, *dict.fromkeys(form for form in _neutral(plain) if form and form != literal))


def _neutral(label: str) -> Iterator[str]:
    yield fold(label)
    yield _one_of_both(fold(label))
    for mark in (_GENDER_PLURAL, _GENDER_SINGULAR):
        if mark.search(label):
            for ending in _MALE_ENDINGS:
                yield fold(mark.sub(ending, label))


def _one_of_both(folded: str) -> str:
    """Return the label with "Arbeitnehmerinnen und Arbeitnehmer", either order, made "Arbeitnehmer"."""

    def from_female_first(found: re.Match[str]) -> str:
        female, _, male = found.groups()
        return _male(female, male) or found.group()

    def from_male_first(found: re.Match[str]) -> str:
        male, _, female = found.groups()
        return male if _male(female, male) or _male(male, female) else found.group()

    return _MALE_FIRST.sub(from_male_first, _FEMALE_FIRST.sub(from_female_first, folded))


def _male(female_stem: str, male: str) -> str:
    """Return the whole male word if it belongs to the female stem ("existenzgruender", "gruender"), else nothing."""
    for length in range(len(male), max(2, len(male) - 3), -1):
        if female_stem.endswith(male[:length]):
            return female_stem + male[length:]
    return ""


@lru_cache(maxsize=1 << 14)
def loose(form: str) -> str:
    """Return the key of a folded form without inflection, fillers ("Menschen mit ..."), spaces and hyphens."""
    if form.isalnum() and form.isascii() and form.islower() and form not in _SHORT_WORDS:  # one plain word, as most are
        return _stem(form).replace("selbstaend", "selbststaend")
    words = [_SHORT_WORDS.get(word.rstrip("."), word) for word in _WORD.findall(form)]
    kept = [word for word in words if word not in _FILLERS] or words
    return "".join(_stem(_NOT_ALNUM.sub("", word)) for word in kept).replace("selbstaend", "selbststaend")


def _stem(word: str) -> str:
    for ending in _INFLECTION:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
