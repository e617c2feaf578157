"""Which stretches of a sentence are clauses within another: relative ones, and those "dass", "wenn" or "wer" opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.prose.rules.relation_grammar import determiners, listed, prepositions
from loaders.prose.rules.relation_verbs import may_close, may_open
from loaders.prose.rules.relation_words import Word

_CLOSING = frozenset(".!?“”\"'»«)…")
_PARTS = frozenset({",", ";", ":", "–", "-"})
_VERBAL = ("t", "ten", "te", "eren", "ssen", "ehen", "eben")
_DEEPEST = 3  # clauses within clauses
_FURTHEST = 4  # commas inside one clause: "die Frauen, Mädchen und Familien beraten"


@dataclass(frozen=True, slots=True)
class Embedded:
    """A clause taken out of a sentence: the offset it follows, and its words without the comma before it."""

    before: int
    words: tuple[Word, ...]


def without_embedded(words: Sequence[Word]) -> tuple[list[Word], list[Embedded]]:
    """Return the words outside of embedded clauses, and these in the order of the text, each without those inside it."""
    main: list[Word] = []
    found: list[Embedded] = []
    at = 0
    while at < len(words):
        first = _opening(words, at)
        end = _end(words, first, main) if first else 0
        if end and not _has_verb(main) and not _has_verb(words[end:]):
            end = 0  # "die VHS, der Kreis und die Kammer tagen": the verb is the sentence's own
        if not end:
            main.append(words[at])
            at += 1
            continue
        begin = 0 if first == 1 and at == 0 and words[0].low != "," else at + 1
        own, inner = without_embedded([_NOTHING, *words[begin:end]])
        if inner and not _is_verbal(own[-1]):  # what looked like a clause was the end of a list
            own, inner = [_NOTHING, *words[begin:end]], []
        found += [Embedded(words[at].start, tuple(own[1:])), *inner]
        at = end + 1 if end < len(words) and words[end].low == "," and _resumes(words, end + 1) else end
    return main, found


_NOTHING = Word(0, 0, "", "")


def _opening(words: Sequence[Word], at: int) -> int:
    """Return where the words of a clause go on behind what opens it, 0 if none opens here."""
    if at == 0 and words[0].low in listed("subordinating") and len(words) > 3:
        return 1
    if words[at].low != "," or at + 2 >= len(words):
        return 0
    first = at + 1
    if words[first].low in listed("joining") and words[first].low in ("auch", "und", "oder"):
        first += 1
    if words[first].low in prepositions() and first + 1 < len(words) and words[first + 1].low in listed("relative"):
        first += 1
    if first + 1 >= len(words) or words[first].naming is not None or _goes_on_listing(words, at, first):
        return 0
    opens = words[first].low in listed("relative") or words[first].low in listed("subordinating")
    return first + 1 if opens else 0


def _goes_on_listing(words: Sequence[Word], at: int, first: int) -> bool:
    """Return whether an article behind a comma goes on with a list of names: "die IHK, die IG Metall und zwei Werften"."""
    if first != at + 1 or at < 2 or first + 2 >= len(words):
        return False
    named = words[at - 1].naming is not None and words[first + 1].naming is not None
    return named and words[at - 2].low in determiners() and words[first + 2].low in (",", "und", "sowie")


def _end(words: Sequence[Word], first: int, main: Sequence[Word]) -> int:
    """Return where a clause ends: behind its verb, and behind those of the clauses inside it."""
    commas, depth = 0, 0
    for end in range(first, len(words) + 1):
        if end < len(words) and words[end].low not in _PARTS and words[end].text not in _CLOSING:
            continue
        verbal = _is_verbal(words[end - 1]) and end - 1 >= first
        last = end == len(words) or words[end].low != ","  # behind a list: "dem die Kammer, die Stadt angehören"
        if verbal and (last or not depth):
            unsure = words[first - 1].low in listed("relative")  # an article as well: the verb may be the main clause's
            needed = _is_open(main) and may_close(words[end - 1]) and not any(may_close(word) for word in words[end:])
            return 0 if unsure and needed and not _is_closed(words, end) else end
        if last:
            return 0
        depth -= verbal
        if not verbal and _opening(words, end):
            depth += 1
        elif not verbal:
            commas += 1
        if commas > _FURTHEST or depth > _DEEPEST:
            return 0
    return 0


def _is_closed(words: Sequence[Word], end: int) -> bool:
    """Return whether verbs stand as only a clause within another has them: "…, das von der Kammer koordiniert wird"."""
    auxiliary = listed("passive") | listed("being") | listed("having")
    return words[end - 1].low in auxiliary and may_close(words[end - 2])


def _resumes(words: Sequence[Word], at: int) -> bool:
    """Return whether the comma behind a clause only closes it, as before the main verb."""
    return at < len(words) and (may_open(words[at]) or words[at].low in ("und", "oder", "sowie"))


def _has_verb(words: Sequence[Word]) -> bool:
    return any(may_open(word) for word in words) or not words or words[0] is _NOTHING


def _is_verbal(word: Word) -> bool:
    if word.naming is not None or not word.text[:1].islower() or word.low in prepositions():
        return False
    return may_open(word) or may_close(word) or word.low.endswith(_VERBAL)


def _is_open(main: Sequence[Word]) -> bool:
    """Return whether a main clause still waits for its participle or infinitive."""
    bracket = listed("passive") | listed("being") | listed("having") | listed("modal")
    for word in reversed(main):
        if word.low in bracket:
            return True
        if may_close(word) or word.low in (":", ";"):
            return False
    return False
