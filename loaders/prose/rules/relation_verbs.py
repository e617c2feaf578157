"""Which words of a sentence are verbs, and what they can be in it."""

from __future__ import annotations

from functools import cache

from loaders.prose.rules.conjugation import forms
from loaders.prose.rules.relation_frames import verbs
from loaders.prose.rules.relation_grammar import listed, prepositions
from loaders.prose.rules.relation_words import Word


@cache
def _opening() -> frozenset[str]:
    known = [forms(verb) for verb in verbs()]
    auxiliaries = listed("passive") | listed("being") | listed("having") | listed("modal") | listed("finite")
    found = frozenset().union(auxiliaries, *(form.finite | form.joined for form in known))
    return found - prepositions().keys()  # "seit 2021" is no form of "seien"


@cache
def _closing() -> frozenset[str]:
    known = [forms(verb) for verb in verbs()]
    return frozenset().union(*(form.infinitives | {form.participle} for form in known))


def may_open(word: Word) -> bool:
    """Return whether a word may be a clause's finite verb."""
    return word.naming is None and word.low in _opening() and (word.text[:1].islower() or word.text.istitle())


def may_close(word: Word) -> bool:
    """Return whether a word may be a participle or infinitive at the end of a clause."""
    return word.naming is None and word.text[:1].islower() and (word.low in _closing() or word.low in listed("passive"))


@cache
def _participles() -> frozenset[str]:
    return frozenset(forms(verb).participle for verb in verbs())


def is_participle(word: str) -> bool:
    """Return whether a folded word is a participle of a verb the frames know."""
    return word in _participles()


def may_be_participle(word: Word) -> bool:
    """Return whether a word may be what "haben" or "sein" wait for; "dort sitzen" is not."""
    return word.naming is None and word.text[:1].islower() and word.low in _participles()


@cache
def particles() -> frozenset[str]:
    """Return what parts from a verb and ends a main clause: "weiter", "an"."""
    return frozenset(form.particle for form in map(forms, verbs()) if form.particle)
