"""The words that say what kind of institution a name is of, wherever they stand in a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.inflection import bases, is_plural, stem
from loaders.prose.rules.names import Names
from loaders.prose.rules.reading import Reading
from ontology.institution_forms import Form, undotted
from ontology.institution_forms import grammar as institution_grammar
from ontology.lexicon import is_ordinary
from ontology.nouns import STRONG, kinds_of
from ontology.place_names import words
from ontology.text import fold

_ENDINGS = frozenset({"", "s", "es", "n", "en", "e"})
_SHORT_NAME = 4
"""Letters of the longest name written small: "vhs", "verdi" stands with its dot."""


@dataclass(frozen=True, slots=True)
class Head:
    """Words that say a kind of institution.

    Args:
        base: the head noun without case and number, folded.
        plural: they surely speak of several.
        form: the form of ``ontology/institutions.toml``, or nothing where only the noun's end tells an institution.
        short: an abbreviation that means other things elsewhere.
        known: a name of its own, with its type.
        own: the head itself names one institution: "DRK-Kreisverband".
    """

    first: int
    end: int
    base: str
    plural: bool = False
    form: Form | None = None
    short: bool = False
    known: str | None = None
    own: bool = False

    @property
    def noun(self) -> str:
        """The head by which short forms find it: the usual name of its kind where names are synonyms ("VHS")."""
        synonyms = self.form is not None and self.form.alone and not self.form.generic and self.form.names
        return fold(self.form.names[0]) if self.form is not None and synonyms else self.base

    @property
    def type(self) -> str:
        """The actor type, or empty."""
        return self.form.type if self.form else self.known or ""


def heads(reading: Reading, at: int = 0, end: int | None = None) -> Iterator[Head]:
    """Yield the heads of a reading, or of its words ``at`` up to ``end``, in order, without overlaps."""
    while at < min(end or len(reading.words), len(reading.words)):
        found = _head(reading, at)
        if found:
            yield found
        at = found.end if found else at + 1


def _head(reading: Reading, at: int) -> Head | None:
    first, end = reading.unit(at)
    if end - first == 1 and reading.words[at].folded in words_of("actors", "no_words"):
        return None
    named = _names().match(reading, at)
    if named and named[0] < end and named[1][0] is not None and first == at and _is_branch(reading, end - 1):
        base = bases(reading.whole(first, end))[-1]  # "DRK-Kreisverband", "DGB-Bildungswerk"
        return Head(first, end, base, False, named[1][0], own=True)
    if (
        named
        and named[1][0] is not None
        and reading.words[at].text[0].islower()
        and len(reading.words[at].text) > _SHORT_NAME
    ):
        named = None  # an adjective; only abbreviations are written small
    if named and (first == at or named[1][2] or named[0] >= end) and _is_whole(reading, at, named[0]):
        stop, (form, base, known) = named
        plural = known is None and _is_plural_name(reading, at, stop, base)
        if first < at and not known:
            at = first
        return Head(at, stop, base, plural, form, known=known)
    if at != end - 1 or not reading.is_capital(first):
        return _short(reading, at)
    whole, last = reading.whole(first, end), reading.words[at].folded
    for base in (*_singular_first(whole), *_singular_first(last)):
        form = institution_grammar().ending(base)
        if form:
            plural = is_plural(whole, base) if whole.startswith(base[:3]) else is_plural(last, base)
            return Head(first, end, base, plural, form)
    for base in _singular_first(last):
        if (
            (kinds_of(base).get("institution") == STRONG or base in _classes())
            and not is_place_like(base)
            and base not in words_of("actors", "no_heads")
            and not base.endswith(tuple(words_of("actors", "no_head_ends")))
        ):
            return Head(first, end, _whole_base(whole, last, base), is_plural(last, base))
    return _short(reading, at)


def _is_branch(reading: Reading, at: int) -> bool:
    """Return whether a word is the branch of an institution whose name stands before its hyphen."""
    word = reading.words[at].folded
    return any(base.endswith(tuple(words_of("actors", "branches"))) for base in bases(word))


def is_place_like(base: str) -> bool:
    """Return whether a word's end names places as well: "Rudolstadt"."""
    return base.endswith(("stadt", "kreis"))


def _singular_first(word: str) -> tuple[str, ...]:
    """Return what a word may be a plural of, before the word itself: plurals stand in the lists as well."""
    itself, *others = bases(word)
    return (*sorted(others, key=len), itself)


def _whole_base(whole: str, last: str, base: str) -> str:
    return whole[: len(whole) - len(last)] + base


def _is_plural_name(reading: Reading, first: int, end: int, base: str) -> bool:
    """Return whether the noun of a name is a plural: "Agenturen für Arbeit"; adjectives say nothing."""
    said = [reading.words[at] for at in range(first, end)]
    one = [word.folded for word in words(base)]
    if len(said) != len(one):
        return False
    noun = next(
        (at for at, word in enumerate(said) if word.text[0].isupper() and not is_adjective_pair(word.folded, one[at])),
        None,
    )
    return noun is not None and is_plural(said[noun].folded, one[noun])


def is_adjective_pair(said: str, base: str) -> bool:
    """Return whether two words are one adjective in two cases: "Technischen", "Technische"."""
    return (
        base.endswith(("e", "er", "es"))
        and stem(said) == stem(base)
        and base.endswith(("ische", "ischer", "isches", "ale", "ales", "aler", "liche", "licher"))
    )


def _is_whole(reading: Reading, first: int, end: int) -> bool:
    """Return whether a name ends where its hyphenated word does: an "IHK-Kurs" is no IHK."""
    unit_end = reading.unit(end - 1)[1]
    return unit_end == end or not any(
        reading.words[n].folded.isalpha() and is_ordinary(reading.words[n].folded) for n in range(end, unit_end)
    )


def _short(reading: Reading, at: int) -> Head | None:
    text = reading.words[at].text
    form = _shorts().get(text)
    return Head(at, at + 1, fold(text), False, form, short=True) if form and reading.unit(at) == (at, at + 1) else None


@cache
def _classes() -> frozenset[str]:
    return frozenset(map(fold, load("actors")["classes"]))


@cache
def _names() -> Names[tuple[Form | None, str, str | None]]:
    found: Names[tuple[Form | None, str, str | None]] = Names()
    for name, kind in load("actors")["known"].items():
        found.add(name, (None, fold(name), str(kind)))
    for name in load("actors")["companies"]:
        found.add(name, (None, fold(name), "actor-type/unternehmen"))
    for form in institution_grammar().forms:
        for name in sorted(form.names, key=len):
            if name != "Unternehmen" and name != "Betrieb":
                found.add(undotted(name), (form, _singular(form, name), None))
    return found


def _singular(form: Form, name: str) -> str:
    """Return the name of a form that a plural or case of it belongs to: its first, unless names are no synonyms."""
    if form.generic:
        return fold(name)
    longest = fold(name)
    shorter = (fold(one) for one in form.names if longest.startswith(fold(one)))
    return next((one for one in shorter if longest.removeprefix(one) in _ENDINGS), longest)


@cache
def _shorts() -> dict[str, Form]:
    return {name: form for form in institution_grammar().forms for name in form.short}
