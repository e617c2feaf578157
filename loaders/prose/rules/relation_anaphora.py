"""What stands for something named before: "das Projekt", "die zweite", "letztere"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from loaders.prose.extract import Node
from loaders.prose.rules.relation_words import Naming, Word
from ontology.text import fold

_PRONOUNS = {"er": "m", "es": "n", "sie": "f", "ihm": "mn", "ihn": "m", "ihr": "f"}
_FARTHEST = 4
"""Words between an article and its name: "das neue regionale Projekt"."""
_NUMBERS = ("first", "second", "third")


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def resolved(
    words: Sequence[Word], earlier: Sequence[Naming], told: Sequence[Naming], nodes: Mapping[str, Node]
) -> list[Word]:
    """Return the words with those that stand for a node as its mentions.

    Args:
        earlier: what was named before, the last first; then what the passage is about.
        told: what the sentence before names, in its order.
    """
    found = list(words)
    for at, word in enumerate(words):
        if word.naming is not None or word.aside:
            continue
        node = _numbered(words, at, told, nodes) or _general(words, at, earlier, nodes)
        if node:
            found[at] = replace(word, naming=Naming(word.start, word.end, node))
    return found


def _general(words: Sequence[Word], at: int, earlier: Sequence[Naming], nodes: Mapping[str, Node]) -> str:
    kinds: Sequence[str] = _data()["general"].get(words[at].low, ())
    if not kinds or not words[at].text[:1].isupper() or at == 0:
        return ""
    if words[at - 1].low not in _data()["words"]["definite"] or _is_specified(words, at):
        return ""
    before = list(_within(words[:at]))
    candidates = [*reversed(before), *earlier]
    return next((n.node for kind in kinds for n in candidates if nodes[n.node].kind == kind), "")


def _within(words: Sequence[Word]) -> Iterator[Naming]:
    return (word.naming for word in words if word.naming is not None)


def _is_specified(words: Sequence[Word], at: int) -> bool:
    """Return whether a name or genitive follows that says which one is meant: "das Projekt AnkerPlatz"."""
    following = words[at + 1 : at + 3]
    if not following:
        return False
    first = following[0]
    opens = first.naming is not None or first.text in '„“"‚«»' or first.low in ("des", "der") or first.is_noun
    return opens or first.text in ("-", "–")


def _numbered(words: Sequence[Word], at: int, told: Sequence[Naming], nodes: Mapping[str, Node]) -> str:
    numerals = _data()["numerals"]
    low = words[at].low
    if at + 1 < len(words) and (words[at + 1].is_noun or words[at + 1].naming is not None):
        return ""
    bare = low.startswith(("erster", "letzter"))
    if not bare and (at == 0 or words[at - 1].low not in ("der", "die", "das", "den", "dem")):
        return ""
    several = _several(told, nodes)
    if len(several) < 2:
        return ""
    if low in numerals["last"] and (bare or len(several) == 2):
        return several[-1]
    return next((several[n] for n, name in enumerate(_NUMBERS) if low in numerals[name] and n < len(several)), "")


def _several(told: Sequence[Naming], nodes: Mapping[str, Node]) -> list[str]:
    """Return the nodes of one kind the sentence before names last, or those it counts: "zwei Arbeitsgruppen"."""
    if not told:
        return []
    kind = nodes[told[-1].node].kind
    return list(dict.fromkeys(naming.node for naming in told if nodes[naming.node].kind == kind))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    found = [(ending, gender) for gender, endings in _data()["genders"].items() for ending in endings]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def genders_of(words: Sequence[Word], at: int) -> str:
    """Return which genders a name may have by the article before it: "ein Lerncafé" → "mn"; empty without."""
    articles: Mapping[str, str] = _data()["articles"]
    for word in reversed(words[max(0, at - _FARTHEST) : at]):
        if word.naming is not None or (word.text[:1].isupper() and word.low not in articles):
            return ""
        if word.low in articles:
            return articles[word.low]
    return ""


def agree(pronoun: str, genders: str) -> bool:
    """Return whether a pronoun may stand for what has one of some genders; without any it may."""
    wanted = _PRONOUNS.get(pronoun, "")
    return not wanted or not genders or not set(wanted).isdisjoint(genders)


def may_mean(pronoun: str, label: str) -> bool:
    """Return whether a pronoun may stand for what has this name, as far as its name tells the gender."""
    wanted, gender = _PRONOUNS.get(pronoun), gender_of(label)
    return not wanted or not gender or gender in wanted


@lru_cache(maxsize=1 << 14)
def gender_of(name: str) -> str:
    """Return the gender of a body as far as its name tells, or an empty text."""
    words = re.findall(r"[^\W\d_]+", fold(re.sub(r"\([^()]*\)", " ", name)))
    return next((g for word in words[:1] + words[-1:] for ending, g in _endings() if word.endswith(ending)), "")
