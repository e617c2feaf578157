"""What a German word is without its case and number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.prose.rules.data import load

_SHORTEST = 4
_TIMES = 2
"""A stem may itself end like a suffix ("Transformation"): what is cut from its plural is cut from it as well."""


@dataclass(frozen=True, slots=True)
class Inflection:
    """The data of ``inflection.toml``."""

    changed: tuple[tuple[str, str], ...]
    suffixes: tuple[str, ...]
    genitive: frozenset[str]
    plural_s: tuple[str, ...]


@cache
def inflection() -> Inflection:
    """Return the data, read once."""
    data = load("inflection")
    changed = sorted(((end, base) for end, base in data["changed"]), key=lambda pair: -len(pair[0]))
    return Inflection(tuple(changed), tuple(data["suffixes"]), frozenset(data["genitive"]), tuple(data["plural_s"]))


@lru_cache(maxsize=1 << 15)
def bases(folded: str) -> tuple[str, ...]:
    """Return what a folded word may be the case or plural of: itself first, then the likelier."""
    known = inflection()
    found = [folded]
    found += [folded[: -len(end)] + base for end, base in known.changed if folded.endswith(end)]
    found += [
        folded[: -len(suffix)]
        for suffix in ("s", "es", "n", "en", "e")
        if folded.endswith(suffix) and len(folded) - len(suffix) >= _SHORTEST
    ]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1 << 15)
def stem(folded: str) -> str:
    """Return what all cases of a folded word share: "agentur" of "agenturen", "maerkisch" of "maerkischer"."""
    known = inflection()
    for end, base in known.changed:
        if folded.endswith(end):
            folded = folded[: -len(end)] + base
            break
    for _ in range(_TIMES):
        folded = next((folded[: -len(end)] for end in known.suffixes if _ends(folded, end)), folded)
    return folded


def _ends(folded: str, suffix: str) -> bool:
    return folded.endswith(suffix) and len(folded) - len(suffix) >= _SHORTEST


def is_plural(folded: str, base: str) -> bool:
    """Return whether a word is a plural of a base: neither the base itself nor its genitive."""
    known = inflection()
    ends = folded.removeprefix(base)
    genitive = ends in known.genitive or (ends == "ses" and base.endswith("nis"))  # "des Bündnisses"
    return folded != base and (not genitive or (ends == "s" and base.endswith(known.plural_s)))
