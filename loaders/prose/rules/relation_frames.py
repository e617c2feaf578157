"""Frames: which words say that one thing stands in a relation to another, and in which slots both stand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from loaders.prose.rules.conjugation import attributive, forms

How = Literal["finite", "infinitive", "participle", "attributive", "noun", "role"]
Voice = Literal["", "active", "passive"]
Number = Literal["", "one", "several"]
"""How many bodies must stand in the subject's slot."""

FILES = ("cues_referral", "cues_roles", "cues_offers")
ANY = "*"
PROGRAMME = "programme"
"""What a funding programme is called where a frame says something else of it than of any project."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a clause: ``pp`` with its prepositions, ``head`` with its nouns; ``kinds`` narrows what may fill it."""

    name: str
    words: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One way of saying a relation; the fields are those of the data files (``cues_referral.toml``)."""

    name: str
    predicates: Mapping[str, str]
    subject: tuple[Slot, ...]
    object: tuple[Slot, ...]
    needs: frozenset[str]
    unless: frozenset[str]
    voice: Voice
    audience: bool
    behind: frozenset[str]
    spread: bool
    gather: bool
    number: Number

    def predicate(self, kind: str) -> str:
        """Return what the relation is for an object of this kind, or an empty text."""
        own = self.predicates.get(kind) or (self.predicates.get("Project") if kind == PROGRAMME else None)
        return own or self.predicates.get(ANY, "")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may open a frame; ``particle`` must stand further on in the clause."""

    frame: Frame
    how: How
    particle: str = ""


@cache
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """Return every cue by its folded word, in the order of the files."""
    found: dict[str, list[Cue]] = {}
    for entry in _entries():
        frame = _frame(entry)
        for verb in entry.get("verbs", ()):
            _add_verb(found, frame, verb)
        for noun in entry.get("nouns", ()):
            found.setdefault(noun, []).append(Cue(frame, "noun"))
        for noun in entry.get("roles", ()):
            found.setdefault(noun, []).append(Cue(frame, "role"))
    return {word: tuple(dict.fromkeys(several)) for word, several in found.items()}


@cache
def nouns() -> frozenset[str]:
    """Return the noun cues, of which compounds are cues too: "Netzwerkkoordination"."""
    return frozenset(word for word, several in cues().items() if several[0].how in ("noun", "role") and len(word) > 5)


@cache
def verbs() -> tuple[str, ...]:
    """Return the infinitive of every verb the frames know."""
    return tuple(sorted({verb for entry in _entries() for verb in entry.get("verbs", ())}))


def _add_verb(found: dict[str, list[Cue]], frame: Frame, verb: str) -> None:
    known = forms(verb)
    ways: list[tuple[frozenset[str], How, str]] = [
        (known.finite, "finite", known.particle),
        (known.joined, "finite", ""),
        (known.infinitives, "infinitive", ""),
        (frozenset({known.participle}), "participle", ""),
        (attributive(known.participle), "attributive", ""),
    ]
    for words, how, particle in ways:
        for word in sorted(words):
            cue = Cue(frame, how, particle)
            if cue not in found.setdefault(word, []):
                found[word].append(cue)


@cache
def _entries() -> tuple[Mapping[str, Any], ...]:
    folder = Path(__file__).parent
    texts = (folder.joinpath(name + ".toml").read_text(encoding="utf-8") for name in FILES)
    return tuple(entry for text in texts for entry in tomllib.loads(text)["frame"])


def _frame(entry: Mapping[str, Any]) -> Frame:
    said = entry["predicate"]
    return Frame(
        entry["name"],
        {ANY: said} if isinstance(said, str) else dict(said),
        tuple(map(_slot, entry["subject"])),
        tuple(map(_slot, entry["object"])),
        frozenset(entry.get("needs", ())),
        frozenset(entry.get("unless", ())),
        entry.get("voice", ""),
        bool(entry.get("audience", False)),
        frozenset(entry.get("behind", ())),
        bool(entry.get("spread", False)),
        bool(entry.get("gather", False)),
        entry.get("number", ""),
    )


def _slot(text: str) -> Slot:
    said, _, kinds = text.partition("@")
    name, _, words = said.partition(":")
    return Slot(name, frozenset(words.split(",")) - {""}, frozenset(kinds.split(",")) - {""})
