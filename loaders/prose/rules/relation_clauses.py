"""A sentence in clauses: main ones parted by their verbs, relative ones with what they tell about."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.prose.rules.relation_grammar import listed, prepositions
from loaders.prose.rules.relation_groups import Group, groups_of
from loaders.prose.rules.relation_verbs import may_close, may_open
from loaders.prose.rules.relation_words import Naming, Word

_CLOSING = frozenset(".!?“”\"'»«)…")
_FURTHEST = 4  # commas inside one relative clause: "die Frauen, Mädchen und Familien beraten"


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
    """Return the clauses of a sentence: main clauses first, each relative clause after them."""
    stretches, main = _stretches(words)
    found: list[Clause] = []
    for number, part in enumerate(_coordinated(main)):
        opener = next((word.low for word in part[:2] if word.low in listed("subordinating")), "")
        found.append(
            Clause(tuple(part), tuple(groups_of(part, kind, may_open)), leader=number - 1, subordinating=opener)
        )
    for before, stretch in stretches:
        found.append(_relative(before, stretch, found, kind))
    return found


def _stretches(words: Sequence[Word]) -> tuple[list[tuple[int, list[Word]]], list[Word]]:
    """Return the relative clauses, each with the offset it follows, and the words outside of them."""
    main: list[Word] = []
    relatives: list[tuple[int, list[Word]]] = []
    at = 0
    while at < len(words):
        end = _relative_end(words, at, main)
        if end:
            relatives.append((words[at].start, list(words[at + 1 : end])))
            at = end + 1 if end < len(words) and words[end].low == "," and _resumes(words, end + 1) else end
        else:
            main.append(words[at])
            at += 1
    return relatives, main


def _resumes(words: Sequence[Word], at: int) -> bool:
    """Return whether the comma behind a relative clause only closes it, as before the main verb."""
    return at < len(words) and (may_open(words[at]) or words[at].low in ("und", "oder", "sowie"))


def _relative_end(words: Sequence[Word], at: int, main: Sequence[Word]) -> int:
    """Return where the relative clause that opens at a comma ends, 0 if none does."""
    if words[at].low != "," or at + 2 >= len(words):
        return 0
    first = at + 1 + (words[at + 1].low in prepositions() and words[at + 2].low in listed("relative"))
    if words[first].low not in listed("relative") or words[first].naming is not None:
        return 0
    commas = 0
    for end in range(first + 1, len(words) + 1):
        closes = end == len(words) or words[end].low in (",", ";", ":", "–", "-") or words[end].text in _CLOSING
        if not closes:
            continue
        if _is_verbal(words[end - 1]) and end - 1 > first:
            return 0 if _is_open(main) and may_close(words[end - 1]) and not may_open(words[end - 1]) else end
        commas += 1
        if end == len(words) or words[end].low != "," or commas > _FURTHEST:
            return 0
    return 0


def _is_verbal(word: Word) -> bool:
    if word.naming is not None or not word.text[:1].islower():
        return False
    return may_open(word) or may_close(word) or word.low.endswith(("t", "ten", "te", "eren", "ssen", "ehen", "eben"))


def _is_open(main: Sequence[Word]) -> bool:
    """Return whether a main clause still waits for its participle or infinitive."""
    bracket = listed("passive") | listed("being") | listed("having") | listed("modal")
    for word in reversed(main):
        if word.low in bracket:
            return True
        if may_close(word):
            return False
    return False


def _coordinated(words: list[Word]) -> list[list[Word]]:
    """Return the main clauses, cut before what leads to each further verb."""
    verbs = _verbs(words)
    cuts = [0]
    for previous, verb in itertools.pairwise(verbs):
        cut = next((i for i in range(verb - 1, previous, -1) if words[i].low in _PARTING), None)
        if cut is not None:
            cuts.append(cut)
    return [words[start:end] for start, end in zip(cuts, [*cuts[1:], len(words)], strict=True) if words[start:end]]


_PARTING = frozenset({",", ";", ":", "und", "oder", "aber", "doch", "sondern", "denn", "sowie", "–", "-"})


def _verbs(words: Sequence[Word]) -> list[int]:
    """Return where a clause's verb stands; a participle with its auxiliary counts once."""
    found: list[int] = []
    waiting = False
    bracket = listed("passive") | listed("being") | listed("having") | listed("modal")
    for at, word in enumerate(words):
        if word.naming is not None or word.aside or not word.text[:1].islower():
            if not (at == 0 and may_open(word)):
                continue
        if found and at - found[-1] == 1 and (word.low in bracket or may_close(word)):
            found[-1] = at
            waiting = False
        elif word.low in bracket:
            found.append(at)
            waiting = True
        elif waiting and may_close(word):
            waiting = False
        elif may_open(word) and not _attributive(words, at):
            found.append(at)
    return found


def _attributive(words: Sequence[Word], at: int) -> bool:
    return (
        at + 1 < len(words)
        and words[at + 1].naming is not None
        and words[at].low.endswith("en")
        and at > 0
        and (words[at - 1].low in ("den", "der", "des", "dem", "die"))
    )


def _relative(before: int, stretch: list[Word], clauses: Sequence[Clause], kind: Callable[[Naming], str]) -> Clause:
    preposition = prepositions().get(stretch[0].low, "") if stretch[0].low not in listed("relative") else ""
    pronoun = stretch[1].low if preposition else stretch[0].low
    body = stretch[2:] if preposition else stretch[1:]
    return Clause(
        tuple(body), tuple(groups_of(body, kind, may_open)), pronoun, preposition, _antecedent(before, pronoun, clauses)
    )


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
