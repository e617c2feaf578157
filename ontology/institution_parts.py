"""Takes a name of an institution apart: forms, places, legal form, further words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ontology.institution_forms import Form, Grammar, grammar, spans, undotted
from ontology.place_names import Word, words
from ontology.regions import Region, gazetteer
from ontology.text import clean

_FOOTNOTE = re.compile(r"[*†‡¹²³⁰⁴-⁹]+(?=\s|$|[),;])")
_BRACKET = re.compile(r"\(([^()\s]+)\)")


@dataclass(frozen=True, slots=True)
class Found:
    """A form at its place among the words; ``short`` if only an abbreviation said it."""

    form: Form
    first: int
    end: int
    own: tuple[str, ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """A label taken apart.

    Args:
        text: the cleaned label without footnote marks and bracketed acronyms.
        label: its words, joining words ("und") left out.
        joined: numbers of the words before which a joining word stood.
        forms: in order of place.
        places: with the words they take.
        rest: numbers of the words that are left and carry identity.
    """

    text: str
    label: tuple[Word, ...]
    joined: frozenset[int]
    forms: tuple[Found, ...]
    places: tuple[tuple[Region, int, int], ...]
    rest: tuple[int, ...]
    legal: bool
    acronyms: tuple[str, ...]

    def tokens(self, first: int = 0, end: int | None = None) -> tuple[str, ...]:
        """Return the remaining words from one word of the label up to another."""
        last = len(self.label) if end is None else end
        return tuple(self.label[number].folded for number in self.rest if first <= number < last)

    def between(self, first: int, second: int) -> str:
        """Return what stands between two words of the label."""
        return self.text[self.label[first].end : self.label[second].start]


def read_parts(label: str) -> Parts:
    """Return the parts of a label."""
    known = grammar()
    text, acronyms = _without_acronyms(clean(_FOOTNOTE.sub(" ", undotted(label))))
    everything = words(text)
    kept = tuple(word for word in everything if not _joins(word, known))
    joined = _joined_before(everything, known)
    used = [False] * len(kept)
    forms = list(_named(kept, used, known))
    _take(used, ((found.first, found.end) for found in forms))
    legal = _take(used, _legal(kept, used, known))
    for number, word in enumerate(kept):
        form = None if used[number] else known.ending(word.folded)
        if form:
            forms.append(Found(form, number, number + 1, (word.folded,)))
            used[number] = True
    homonym = frozenset(kind for found in forms for kind in found.form.homonym)
    places = list(_places(kept, used, homonym, known))
    _take(used, ((first, end) for _, first, end in places))
    rest = [number for number, word in enumerate(kept) if not used[number] and not _weightless(word, known, places)]
    short = _short(text, kept, rest, known)
    if short:
        forms, rest = [*forms, *short], []
    forms.sort(key=lambda found: found.first)
    return Parts(text, kept, joined, tuple(forms), tuple(places), tuple(rest), legal, acronyms)


def _without_acronyms(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the label without bracketed abbreviations of itself, and these: "Regionales Bildungsbüro (RBB)"."""
    found: list[str] = []

    def check(match: re.Match[str]) -> str:
        acronym = "".join(word.folded for word in words(match[1]))
        named = [word.folded for word in words(text[: match.start()])]
        if gazetteer().places_in(words(match[1]), any_case=True) or not _abbreviates(acronym, named):
            return match[0]
        found.append(acronym)
        return " "

    return clean(_BRACKET.sub(check, text)), tuple(sorted(found))


def _abbreviates(acronym: str, named: list[str]) -> bool:
    """Return whether an acronym's letters occur in order in some words, the first of them at a word's start."""
    if not 2 <= len(acronym) <= 8 or not acronym.isalpha():
        return False
    starts = (number for number, word in enumerate(named) if word[0] == acronym[0])
    return any(_in_order(acronym, "".join(named[number:])) for number in starts)


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _joins(word: Word, known: Grammar) -> bool:
    """Return whether a word only joins others; the river in "IHK Frankfurt (Oder)" does not."""
    return word.folded in known.joining and word.text != "Oder"


def _joined_before(everything: tuple[Word, ...], known: Grammar) -> frozenset[int]:
    found, number = set(), 0
    for word in everything:
        if _joins(word, known):
            found.add(number)
        else:
            number += 1
    return frozenset(found)


def _take(used: list[bool], taken: Iterable[tuple[int, int]]) -> bool:
    """Mark words as used; return whether there were any."""
    anything = False
    for first, end in taken:
        used[first:end] = [True] * (end - first)
        anything = True
    return anything


def _legal(kept: tuple[Word, ...], used: list[bool], known: Grammar) -> list[tuple[int, int]]:
    found = [
        (start + first, start + end)
        for start, stop in _runs(used)
        for first, end, _ in spans(known.legal, kept[start:stop])
    ]
    last = len(kept) - 1
    if last > 0 and not used[last] and kept[last].folded in known.legal_last:
        found.append((last, last + 1))
    return found


def _runs(used: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words that are free."""
    start = None
    for number, taken in enumerate([*used, True]):
        if taken and start is not None:
            yield start, number
            start = None
        elif not taken and start is None:
            start = number


def _named(kept: tuple[Word, ...], used: list[bool], known: Grammar) -> Iterator[Found]:
    for start, stop in _runs(used):
        for first, end, number in spans(known.names, kept[start:stop]):
            form = known.forms[int(number)]
            own = tuple(word.folded for word in kept[start + first : start + end]) if form.generic else ()
            yield Found(form, start + first, start + end, own)


def _places(
    kept: tuple[Word, ...], used: list[bool], homonym: frozenset[str], known: Grammar
) -> Iterator[tuple[Region, int, int]]:
    for start, stop in _runs(used):
        while stop - start > 1 and kept[stop - 1].folded in known.fillers:  # "Jobcenter Essen (fiktiv)"
            stop -= 1
        before = kept[start - 1] if start else None
        for place in gazetteer().places_in(kept[start:stop], any_case=True, kinds=homonym, before=before):
            yield place.region, start + place.first, start + place.end


def _weightless(word: Word, known: Grammar, places: list[tuple[Region, int, int]]) -> bool:
    return word.folded in known.fillers or (bool(places) and word.folded in known.beside_place)


def _short(text: str, kept: tuple[Word, ...], rest: list[int], known: Grammar) -> list[Found]:
    """Return the forms that abbreviations say, if they are all that remains and begin the label or a part of it."""
    left = tuple(kept[number] for number in rest)
    found = spans(known.short, left)
    if not found or sum(end - first for first, end, _ in found) < len(left):
        return []
    starts = [rest[first] for first, _, _ in found]
    if any(start > 0 and not _opens_part(text, kept, start, known) for start in starts):
        return []
    ends = [rest[end - 1] + 1 for _, end, _ in found]
    if any(end < len(kept) and text[kept[end - 1].end : kept[end].start] == "-" for end in ends):
        return []  # "KI-Beratung"
    return [Found(known.forms[int(ids)], rest[first], rest[end - 1] + 1, (), True) for first, end, ids in found]


def _opens_part(text: str, kept: tuple[Word, ...], start: int, known: Grammar) -> bool:
    """Return whether a word follows "der" or a comma: "BBiE der AA Hagen", "BBiE, AA Hagen"."""
    return kept[start - 1].folded in known.about or text[kept[start - 1].end : kept[start].start].strip() == ","
