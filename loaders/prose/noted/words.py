"""The words of notes: German, English, ours and those of the yardstick, each as ours."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from loaders.matrix.kinds import body
from loaders.prose.extract import NodeKind
from loaders.prose.fit import KINDS, OF_PEOPLE
from ontology.crosswalk import words as crosswalk
from ontology.institutions import looks_like_institution
from ontology.text import fold
from ontology.vocabulary import load


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def meanings(section: str) -> Mapping[str, str]:
    """Return our word by every folded word for it: of ``columns``, ``kinds``, ``modality``, ``polarity`` or ``tier``."""
    return {fold(word): ours for ours, named in _data()[section].items() for word in named}


def meaning(section: str, word: str) -> str:
    """Return our word for a person's, or theirs where nobody knows it: the validator then names it."""
    return meanings(section).get(fold(word), word.strip())


@cache
def predicates() -> Mapping[str, str]:
    """Return our predicate by every name for it."""
    found = {fold(theirs): ours for ours, theirs in crosswalk("text").items()}
    for name, predicate in load().predicates.items():
        found |= {fold(label): name for label in predicate.labels.values()} | {fold(name): name}
    return found


def predicate(word: str) -> str:
    """Return our predicate for a person's word, or theirs where nobody knows it."""
    return predicates().get(fold(word), word.strip())


def kind_of(label: str, end: str, predicate_: str) -> str:
    """Return the kind of a thing by its name and by the end (``subject`` or ``object``) it has in a relation."""
    known = load().predicates.get(predicate_)
    allowed = (known.domain if end == "subject" else known.range) if known else frozenset()
    able = [
        kind for kind in KINDS if kind in allowed or (end == "subject" and kind == "Person" and predicate_ in OF_PEOPLE)
    ]
    if len(able) == 1:
        return able[0]
    named: NodeKind | str = body(label)
    if named in able:
        return named
    if "Actor" in able and looks_like_institution(label):
        return "Actor"
    usual = str(_data()["usual"].get(end, {}).get(predicate_, ""))
    return usual if usual in able else able[0] if able else "Actor"
