"""Target groups: people and companies with what restricts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.prose.rules.audience_reach import before, behind, clause, hung, pair
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept, same
from loaders.prose.rules.data import words_of
from loaders.prose.rules.inflection import bases
from loaders.prose.rules.keys import key
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from ontology.labels import forms, loose
from ontology.nouns import STRONG, kinds_of
from ontology.text import fold

_SHORT_FORM = re.compile(r"\s*\([^)]*\)$")


def audiences(reading: Reading, places: Places) -> list[Claim]:
    """Return the groups of a reading; a group with a relative clause is claimed with and without it."""
    found: list[Claim] = []
    at = 0
    while at < len(reading.words):
        first, end = reading.unit(at)
        if reading.words[at].folded in ("alle", "allen", "diejenigen", "denjenigen", "jene") and (
            stop := clause(reading, end)
        ):
            found.append(_claim(reading, first, stop, "relative clause"))
        kind = _kind(reading, first, end)
        claims = list(_group(reading, first, end, kind)) if kind else []
        found += claims
        at = max([end, *(claim.end for claim in claims if claim.rule != "relative clause")])
    return found


def _kind(reading: Reading, first: int, end: int) -> str:
    """Return whether a word names people or companies: ``person``, ``company``, ``attribute`` or nothing."""
    last = reading.words[end - 1]
    if last.folded in ("betrieb", "unternehmen") and first > 0 and reading.words[first - 1].folded == "im":
        return ""  # where something happens
    if (
        last.folded.endswith("bildenden")
        and end < len(reading.words)
        and reading.close(end)
        and reading.is_capital(end)
    ):
        return ""  # "Berufsbildenden Schulen"
    if (
        last.folded == "betrieben"
        and end < len(reading.words)
        and reading.words[end].folded.startswith(("w", "ist", "sind"))
    ):
        return ""  # "Betrieben wird sie von …"
    if not (reading.is_capital(first) or (end - first > 1 and last.text[0].isupper())):
        return ""
    return _of_word(last.folded)


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> str:
    if (
        word in words_of("audiences", "never")
        or word.removesuffix("*innen") in words_of("audiences", "never")
        or (word.endswith("innen") and word.removesuffix("innen") in words_of("audiences", "never"))
        or any(base in words_of("audiences", "never") for base in bases(word)[:1])
    ):
        return ""
    found = bases(word)
    if word in words_of("audiences", "attribute") or any(base in words_of("audiences", "attribute") for base in found):
        return "attribute"
    if word.endswith(tuple(words_of("audiences", "companies"))) or any(
        base.endswith(tuple(words_of("audiences", "companies"))) for base in found
    ):
        return "company"
    if word in words_of("audiences", "people") or any(base in words_of("audiences", "people") for base in found):
        return "person"
    return "person" if _by_end(word) else ""


def _by_end(word: str) -> bool:
    kinds = kinds_of(word)
    if word.endswith(("ende", "enden")) and not word.endswith(tuple(words_of("audiences", "participles"))):
        return False
    if kinds.get("audience") == STRONG and set(kinds) == {"audience"}:
        return True
    return (
        any(word.endswith(end) for end in ("innen",))
        and kinds_of(word).get("audience", 0) > 0
        and "offer" not in kinds_of(word)
    )


def _group(reading: Reading, first: int, end: int, kind: str) -> Iterator[Claim]:
    start, restricted = before(reading, first)
    end = pair(reading, end)
    start, elliptic = hung(reading, start)
    stop = behind(reading, end)
    restricted = restricted or elliptic or stop > end
    said = clause(reading, stop) if _takes_clause(reading, first, end) else 0
    if kind == "attribute" and not (restricted or said):
        return
    yield _claim(reading, start, stop, "group")
    if said:
        yield _claim(reading, start, said, "relative clause")


def _takes_clause(reading: Reading, first: int, end: int) -> bool:
    """Return whether a relative clause restricts a group: "Menschen, die …"; other groups it only describes."""
    word = reading.words[end - 1].folded
    return word in words_of("audiences", "clause") or any(
        base in words_of("audiences", "clause") for base in bases(word)
    )


def _claim(reading: Reading, first: int, end: int, rule: str) -> Claim:
    text = reading.text(first, end)
    known = concept("audience", _SHORT_FORM.sub("", text))
    return Claim(first, end, "TargetGroup", rule, same("audience", _SHORT_FORM.sub("", text)), label=text, type=known)


def _plain(text: str) -> str:
    neutral = forms(text)[-1] if len(forms(text)) > 1 else fold(text)
    return loose(neutral) or key(text)
