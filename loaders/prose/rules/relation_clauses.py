"""A sentence in clauses: main ones parted by their verbs, relative ones with what they tell about."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.prose.rules.relation_embedded import Embedded, without_embedded
from loaders.prose.rules.relation_grammar import listed, prepositions
from loaders.prose.rules.relation_groups import Group, groups_of
from loaders.prose.rules.relation_verbs import may_be_participle, may_close, may_open
from loaders.prose.rules.relation_words import Naming, Word


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence with one verb.

    Args:
        groups: its mentions; word numbers count within the clause.
        pronoun: relative pronoun it opens with, and its preposition; else empty.
        antecedent: what a relative clause tells about.
        leader: number of the clause whose subject it shares when it has none; -1 without.
        subordinating: the word that opens it ("wer", "wenn"), or empty.
    """

    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    pronoun: str = ""
    preposition: str = ""
    antecedent: tuple[Naming, ...] = ()
    leader: int = -1
    subordinating: str = ""


def clauses_of(words: Sequence[Word], kind: Callable[[Naming], str]) -> list[Clause]:
    """Return the clauses of a sentence: the main clauses first, then those within them."""
    main, embedded = without_embedded(words)
    found = [
        Clause(tuple(part), tuple(groups_of(part, kind, may_open)), leader=number - 1)
        for number, part in enumerate(_coordinated(main))
    ]
    for clause in embedded:
        found.append(_embedded(clause, found, kind))
    return found


def _coordinated(words: list[Word]) -> list[list[Word]]:
    """Return the main clauses, cut before what leads to each further verb."""
    verbs = _verbs(words)
    cuts = [0]
    for previous, verb in itertools.pairwise(verbs):
        cut = next((i for i in range(verb - 1, previous, -1) if words[i].low in _PARTING), None)
        if cut is not None:
            cuts.append(cut)
    parts = [words[start:end] for start, end in zip(cuts, [*cuts[1:], len(words)], strict=True) if words[start:end]]
    return [piece for part in parts for piece in _gapped(part)]


def _gapped(words: list[Word]) -> list[list[Word]]:
    """Return a clause in two where its verb counts for both: "die eine wird von A geleitet, die andere von B"."""
    auxiliary = next((word for word in words if word.low in listed("passive")), None)
    for at in range(2, len(words) - 3) if auxiliary else ():
        rest = words[at + 1 :]
        parts = words[at].low in _PARTING and may_close(words[at - 1]) and not any(map(_is_verbal, rest))
        by = next((n for n, word in enumerate(rest) if prepositions().get(word.low) in ("von", "durch")), 0)
        both = any(word.naming for word in rest[:by]) and any(word.naming for word in rest[by:])
        if parts and both and auxiliary is not None:
            end = len(rest) - (rest[-1].text in ".!?")
            return [words[:at], [*rest[:end], words[at - 1], auxiliary]]
    return [words]


def _is_verbal(word: Word) -> bool:
    return may_open(word) or may_close(word)


_PARTING = frozenset({",", ";", ":", "und", "oder", "aber", "doch", "sondern", "denn", "sowie", "–", "-"})


def _verbs(words: Sequence[Word]) -> list[int]:
    """Return where a clause's verb stands; a participle with its auxiliary counts once."""
    found: list[int] = []
    waiting: Callable[[Word], bool] | None = None
    bracket = listed("passive") | listed("being") | listed("having") | listed("modal")
    for at, word in enumerate(words):
        if word.low in (":", ";"):
            waiting = None
        capital = not word.text[:1].islower() and not (at == 0 and may_open(word))
        if word.naming is not None or word.aside or capital:
            continue
        if found and at - found[-1] == 1 and (word.low in bracket or may_close(word)):
            found[-1] = at
            waiting = None
        elif word.low in bracket:
            found.append(at)
            perfect = word.low in listed("having")
            waiting = may_be_participle if perfect else may_close
        elif waiting is not None and (waiting(word) or _is_with_zu(words, at)):
            waiting = None
        elif may_open(word) and not _attributive(words, at):
            found.append(at)
    return found


def _is_with_zu(words: Sequence[Word], at: int) -> bool:
    """Return whether an infinitive stands behind "zu": "haben sie zu melden"."""
    return at > 0 and words[at - 1].low == "zu" and may_close(words[at])


def _attributive(words: Sequence[Word], at: int) -> bool:
    return (
        at + 1 < len(words)
        and words[at + 1].naming is not None
        and words[at].low.endswith("en")
        and at > 0
        and (words[at - 1].low in ("den", "der", "des", "dem", "die"))
    )


def _embedded(inner: Embedded, clauses: Sequence[Clause], kind: Callable[[Naming], str]) -> Clause:
    words = inner.words
    opener = next((word.low for word in words[:2] if word.low in listed("subordinating") and word.naming is None), "")
    if opener and not any(word.low in listed("relative") for word in words[:1]):
        return Clause(words, tuple(groups_of(words, kind, may_open)), subordinating=opener)
    preposition = prepositions().get(words[0].low, "") if words[0].low not in listed("relative") else ""
    body = words[2:] if preposition else words[1:]
    pronoun = words[1].low if preposition else words[0].low
    groups = tuple(groups_of(body, kind, may_open))
    return Clause(body, groups, pronoun, preposition, _antecedent(inner.before, pronoun, clauses))


def _antecedent(before: int, pronoun: str, clauses: Sequence[Clause]) -> tuple[Naming, ...]:
    groups = [
        (naming.end, group, naming)
        for clause in clauses for group in clause.groups for naming in group.members if naming.end <= before
    ]  # fmt: skip
    if not groups:
        return ()
    _, group, naming = max(groups, key=lambda found: found[0])
    plural = pronoun in ("die", "denen", "deren", "welche", "welchen")
    return tuple(m for m in group.members if m.end <= before) if plural else (naming,)
