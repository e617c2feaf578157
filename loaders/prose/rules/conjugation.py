"""The forms of a German verb: which words of a sentence may belong to it, and as what."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Forms:
    """What one verb looks like, folded.

    Args:
        finite: present and past; of a parting verb without its particle.
        joined: the same with the particle in front, as at the end of a subordinate clause; else empty.
        infinitives: also with "zu". participle: as it closes a perfect or passive.
        particle: what parts ("weiter"), or empty.
    """

    finite: frozenset[str]
    joined: frozenset[str]
    infinitives: frozenset[str]
    participle: str
    particle: str


@cache
def _grammar() -> Mapping[str, object]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _strong() -> Mapping[str, tuple[str, str, str]]:
    table = _grammar()["strong"]
    assert isinstance(table, dict)
    return {base: (forms[0], forms[1], forms[2]) for base, forms in table.items()}


@cache
def _inseparable() -> tuple[str, ...]:
    prefixes = _grammar()["inseparable"]
    assert isinstance(prefixes, list)
    return tuple(sorted(prefixes, key=lambda prefix: (-len(prefix), prefix)))


@cache
def forms(verb: str) -> Forms:
    """Return the forms of a verb given by its folded infinitive; ``weiter|leiten`` parts at the bar."""
    particle, _, base = verb.rpartition("|")
    finite, participle = _conjugate(base)
    joined = frozenset(particle + form for form in finite | {base}) if particle else frozenset()
    infinitives = {particle + base, f"{particle}zu{base}"} if particle else {base}
    return Forms(finite | {base}, joined, frozenset(infinitives), particle + participle, particle)


def _conjugate(base: str) -> tuple[frozenset[str], str]:
    for prefix in ("", *_inseparable()):
        strong = _strong().get(base.removeprefix(prefix)) if base.startswith(prefix) else None
        if strong:
            present, past, participle = (prefix + form for form in strong)
            participle = prefix + strong[2].removeprefix("ge") if prefix else strong[2]
            spoken = _spoken(prefix + (base.removeprefix(prefix)), present.removesuffix("t"))
            return frozenset({present, past, past + ("n" if past.endswith("e") else "en")}) | spoken, participle
    stem = base.removesuffix("n").removesuffix("e") if base.endswith("en") else base.removesuffix("n")
    link = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn")) else ""
    finite = frozenset(stem + link + end for end in ("t", "te", "ten"))
    kept = base.endswith("ieren") or base.startswith(_inseparable())
    return finite | _spoken(base, stem + link), ("" if kept else "ge") + stem + link + "t"


def _spoken(base: str, stem: str) -> frozenset[str]:
    """Return how a verb is said of who speaks and is spoken to: "verweise", "bekommst"."""
    first = {base.removesuffix("n")} if base.endswith("en") else set()
    return frozenset(first | ({stem + "st"} if not stem.endswith("s") else set()))


def attributive(participle: str) -> frozenset[str]:
    """Return how a participle stands before a noun: "geförderte", "geförderten" …"""
    return frozenset(participle + end for end in ("e", "en", "er", "es", "em"))
