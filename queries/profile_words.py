"""A profile said in keywords, as notebooks and the Python API say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypedDict, Unpack

from queries.profile import Profile


class ProfileWords(TypedDict, total=False):
    """The fields of `queries.profile.Profile`; lists and dictionaries may be of any kind."""

    start: str
    groups: Iterable[str]
    needs: Iterable[str]
    residence: str
    workplace: str
    company_site: str
    facts: str
    practical: Mapping[str, str] | Iterable[tuple[str, str]] | None
    day: date | None


def profile(**words: Unpack[ProfileWords]) -> Profile:
    """Return the profile some keywords say."""
    practical = words.get("practical") or ()
    pairs = practical.items() if isinstance(practical, Mapping) else practical
    return Profile(
        facts=words.get("facts", ""),
        groups=tuple(words.get("groups", ())),
        needs=tuple(words.get("needs", ())),
        residence=words.get("residence", ""),
        workplace=words.get("workplace", ""),
        company_site=words.get("company_site", ""),
        practical=tuple(sorted(pairs)),
        day=words.get("day"),
        start=words.get("start", ""),
    )
