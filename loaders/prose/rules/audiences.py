"""Target groups: people and companies with what restricts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.prose.rules.audience_phrases import behind, clause, is_body
from loaders.prose.rules.audience_reach import aged, before, hung, pair
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
    if (
        last.folded in ("firma", "firmen")
        and end < len(reading.words)
        and reading.close(end)
        and reading.is_capital(end)
    ):
        return ""  # "die Firma PraxisBit"
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
        return "role" if words_of("audiences", "roles").intersection(_neutral(word)) else ""
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


def _neutral(word: str) -> tuple[str, ...]:
    """Return what a word may be a case or the female form of: "beratern", "beraterinnen" are "berater"."""
    male = word.removesuffix("*innen").removesuffix("innen")
    return (*bases(word), male, f"{male}e")


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
    start, elliptic = hung(reading, aged(reading, start))
    stop = behind(reading, end)
    restricted = restricted or elliptic or stop > end
    said = clause(reading, stop) if _takes_clause(reading, stop, kind) else 0
    if kind == "attribute" and not (restricted or said):
        return
    if kind == "role" and not (stop > end or _is_addressed(reading, start)):
        return
    if stop == end and _is_staff(reading, end):
        return
    yield _claim(reading, start, stop, "group")
    if said:
        yield _claim(reading, start, said, "relative clause")


def _is_addressed(reading: Reading, first: int) -> bool:
    """Return whether something is for those named: "Handreichung für Beraterinnen und Berater", "Zielgruppe: Meister"."""
    before = reading.words[first - 1].folded if first and reading.blocks[first - 1] == reading.blocks[first] else ""
    label = reading.words[reading.sentence_start(first)].folded
    return before == "fuer" or (
        reading.block(first).kind == "label" and label in words_of("audiences", "labels") and label != before
    )


def _is_staff(reading: Reading, end: int) -> bool:
    """Return whether people are those who work for a body that follows: "Integrationsfachkräfte des Jobcenters"."""
    at = end + 1
    if at >= len(reading.words) or reading.words[end].folded not in ("der", "des") or not reading.close(end):
        return False
    stop = reading.unit(at)[1]
    kinds = (kinds_of(base) for base in bases(reading.words[stop - 1].folded))
    return reading.close(at) and (is_body(reading, at, stop) or any("institution" in found for found in kinds))


def _takes_clause(reading: Reading, end: int, kind: str) -> bool:
    """Return whether a relative clause restricts a group: "Betriebe, die …"; behind "denen" it mostly only tells more.

    Those who have a name of their own are told more of as well: "Ukrainerinnen, denen …".
    """
    if end >= len(reading.words):
        return False
    return kind == "attribute" or reading.words[end].folded in ("die", "der", "deren", "welche")


def _claim(reading: Reading, first: int, end: int, rule: str) -> Claim:
    text = reading.text(first, end)
    known = concept("audience", _SHORT_FORM.sub("", text))
    return Claim(first, end, "TargetGroup", rule, same("audience", _SHORT_FORM.sub("", text)), label=text, type=known)


def _plain(text: str) -> str:
    neutral = forms(text)[-1] if len(forms(text)) > 1 else fold(text)
    return loose(neutral) or key(text)
