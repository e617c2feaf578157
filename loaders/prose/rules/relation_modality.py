"""How a clause means what it says: as a fact, a plan, a possibility, a duty; or denied."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from re import Pattern
from typing import Any

from graph.statement import Modality, Polarity
from loaders.prose.rules.relation_verbs import particles
from loaders.prose.rules.relation_words import Word
from ontology.text import fold

_NAME = "*"
_ORDER: tuple[Modality, ...] = ("possible", "normative", "planned")


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _any(kind: str, name: str) -> Pattern[str]:
    words = sorted(_data()[kind][name], key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w-])")


@cache
def _duty() -> Pattern[str]:
    """Return what says a duty by its form: "hat … hinzuweisen", "sind … zuzuleiten"."""
    opening = "|".join(_data()["normative"]["opening"])
    parting = "|".join(sorted(particles()))
    return re.compile(rf"\b(?:{opening})\b[^,;.]{{1,90}}\b(?:zu \w+e?n|(?:{parting})zu\w{{3,}}n)\b")


def modality_of(words: Sequence[Word], *, able: bool = False, heading: str = "") -> Modality:
    """Return how some words mean what they say.

    Args:
        able: "can" is no doubt here: what people can use is there ("Frauen können sich beraten lassen").
        heading: the heading above, which may announce plans.
    """
    said = _said(words)
    for kind in _ORDER:
        found = [match[0] for match in _any(kind, "words").finditer(said)]
        if kind == "possible" and able:
            found = [word for word in found if word not in _data()["possible"]["ability"]]
        if found or (kind == "normative" and _duty().search(said)):
            return kind
    return "planned" if heading and _any("planned", "headings").search(fold(heading)) else "asserted"


def _said(words: Sequence[Word]) -> str:
    """Return some words without the names among them: "Betriebe, die ausbilden wollen" are no plan."""
    return " ".join(word.low if word.naming is None else _NAME for word in words)


def polarity_of(words: Sequence[Word]) -> Polarity:
    """Return ``no`` where a clause denies what it says."""
    said = _said(words)
    said = _any("denied", "except").sub(" ", said)
    return "no" if _any("denied", "words").search(said) else "yes"
