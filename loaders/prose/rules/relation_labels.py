"""What a label or a heading announces: the relation in which all that stands under it is to what the passage is about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.statement import Tier
from ontology.text import fold

ANY = "*"
_ANY = "-"
"""Among the prepositions of a stem: it needs none."""
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_GENDER = re.compile(r"[*:_/](?:innen|in|r)\b")
_FILLER = frozenset(
    {
        "die",
        "der",
        "das",
        "unsere",
        "unser",
        "und",
        "weitere",
        "regionale",
        "alle",
        "des",
        "im",
        "vom",
        "projekts",
        "projektes",
        "netzwerks",
        "netzwerkes",
        "verbundes",
        "verbunds",
        "aktuelle",
        "zentrale",
        "wichtige",
        "beteiligten",
        "sind",
        "ist",
        "…",
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """One meaning of a label; the fields are those of the data file."""

    name: str
    predicates: Mapping[str, str]
    value: str
    hosts: frozenset[str]
    kinds: frozenset[str]
    tier: Tier
    stems: tuple[str, ...] = ()
    leading: frozenset[str] = frozenset()
    told: bool = False
    near: bool = False

    def predicate(self, host: str) -> str:
        """Return the relation for a host of this kind, or an empty text."""
        if host not in self.hosts:
            return ""
        return self.predicates.get(host) or self.predicates.get(ANY, "")


@cache
def labels_for(name: str, *, whole: bool = False) -> tuple[Label, ...]:
    """Return what a name before a colon or above a list may mean: whole, without fillers, by its first or last word.

    Args:
        whole: the words are no line of their own: only a name known as it stands counts.
    """
    said = _GENDER.sub("", fold(_BRACKETS.sub(" ", name)))
    words = _WORD.findall(said)
    if not words or len(words) > 6:
        return ()
    plain = [word for word in words if word not in _FILLER]
    for candidate in (" ".join(words), " ".join(plain)):
        if candidate in _whole():
            return _whole()[candidate]
    if found := _by_stem(words):
        return found
    if whole:
        return _ending(plain[0]) if len(plain) == 1 else ()
    for word in (plain[-1:] + plain[:1]) if len(words) <= 4 else plain[:1]:
        if found := _whole().get(word) or _ending(word):
            return found
    return _whole().get(" ".join(words[-2:]), ())  # "Beratungsstellen im Netzwerk"


def _ending(word: str) -> tuple[Label, ...]:
    if word.endswith(_unlike()):  # "Begleitung" is no "Leitung"
        return ()
    fitting = [end for end in _ends() if word.endswith(end) and len(word) > len(end) + 2]
    return _ends()[max(fitting, key=len)] if fitting else ()


def _by_stem(words: list[str]) -> tuple[Label, ...]:
    """Return what a word in any of its forms means with the preposition beside it: "Verweist weiter an", "Vermittelt von"."""
    for label, _ in _labels():
        stemmed = [word for word in words if word.startswith(label.stems)] if label.stems else []
        others = {word for word in words if word not in stemmed} - _FILLER
        if (
            len(stemmed) == 1
            and others <= label.leading | _small()
            and (others & label.leading or _ANY in label.leading)
        ):
            return (label,)
    return ()


def ways_on() -> frozenset[str]:
    """Return nouns for where people go on to, which only beside a word of referral say that they are sent there."""
    return frozenset(_data()["ways_on"])


def referring() -> tuple[str, ...]:
    """Return how words of referral begin."""
    return tuple(_data()["referring"])


@cache
def _unlike() -> tuple[str, ...]:
    return tuple(_data()["unlike"])


@cache
def _small() -> frozenset[str]:
    return frozenset(_data()["small"])


@cache
def _whole() -> Mapping[str, tuple[Label, ...]]:
    return _indexed(False)


@cache
def _ends() -> Mapping[str, tuple[Label, ...]]:
    return _indexed(True)


def _indexed(ends: bool) -> dict[str, tuple[Label, ...]]:
    found: dict[str, tuple[Label, ...]] = {}
    for label, words in _labels():
        for word in words:
            if word.startswith("*") == ends:
                found[word.lstrip("*")] = (*found.get(word.lstrip("*"), ()), label)
    return found


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _labels() -> tuple[tuple[Label, tuple[str, ...]], ...]:
    entries = _data()["label"]
    return tuple(
        (
            Label(
                entry["name"],
                {ANY: entry["predicate"]} if isinstance(entry["predicate"], str) else entry["predicate"],
                entry["value"], frozenset(entry["hosts"]), frozenset(entry.get("kinds", ())), entry.get("tier", "medium"),
                tuple(entry.get("stems", ())), frozenset(entry.get("leading", ())),
                bool(entry.get("told", False)), bool(entry.get("near", False)),
            ),
            tuple(entry["words"]),
        )
        for entry in entries
    )  # fmt: skip
