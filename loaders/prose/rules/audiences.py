"""Target groups: people and companies with what restricts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept
from loaders.prose.rules.data import folded, load
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases, stem
from loaders.prose.rules.places import Places
from loaders.prose.rules.projects import key
from loaders.prose.rules.reading import Reading
from ontology.labels import forms, loose
from ontology.nouns import STRONG, kinds_of
from ontology.text import fold

_LONGEST_CLAUSE = 14
_FILLERS = ("menschen", "personen", "leute")
_SHORT_FORM = re.compile(r"\s*\([^)]*\)$")


def audiences(reading: Reading, places: Places) -> list[Claim]:
    """Return the groups of a reading; a group with a relative clause is claimed with and without it."""
    found: list[Claim] = []
    at = 0
    while at < len(reading.words):
        first, end = reading.unit(at)
        if reading.words[at].folded in ("alle", "allen", "diejenigen", "denjenigen", "jene") and (clause := _clause(reading, end)):
            found.append(_claim(reading, first, clause, "relative clause"))
        kind = _kind(reading, first, end)
        claims = list(_group(reading, first, end, kind)) if kind else []
        found += claims
        at = max([end, *(claim.end for claim in claims if claim.rule != "relative clause")])
    return found


def _kind(reading: Reading, first: int, end: int) -> str:
    """Return whether a word names people or companies: ``person``, ``company``, ``attribute`` or nothing."""
    last = reading.words[end - 1]
    if last.folded == "betrieben" and end < len(reading.words) and reading.words[end].folded.startswith(("w", "ist", "sind")):
        return ""  # "Betrieben wird sie von …"
    if not (reading.is_capital(first) or (end - first > 1 and last.text[0].isupper())):
        return ""
    return _of_word(last.folded if end - first > 1 else last.folded)


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> str:
    if word in _set("never") or word.removesuffix("*innen") in _set("never") or (word.endswith("innen") and word.removesuffix("innen") in _set("never")) or any(base in _set("never") for base in bases(word)[:1]):
        return ""
    found = bases(word)
    if word in _set("attribute") or any(base in _set("attribute") for base in found):
        return "attribute"
    if word.endswith(tuple(_set("companies"))) or any(base.endswith(tuple(_set("companies"))) for base in found):
        return "company"
    if word in _set("people") or any(base in _set("people") for base in found):
        return "person"
    return "person" if _by_end(word) else ""


def _by_end(word: str) -> bool:
    kinds = kinds_of(word)
    if word.endswith(("ende", "enden")) and not word.endswith(tuple(_set("participles"))):
        return False
    if kinds.get("audience") == STRONG and set(kinds) == {"audience"}:
        return True
    return any(word.endswith(end) for end in ("innen",)) and kinds_of(word).get("audience", 0) > 0 and "offer" not in kinds_of(word)


def _group(reading: Reading, first: int, end: int, kind: str) -> Iterator[Claim]:
    start, restricted = _before(reading, first)
    end = _pair(reading, end)
    start, hung = _hung(reading, start)
    stop = _behind(reading, end)
    restricted = restricted or hung or stop > end
    clause = _clause(reading, stop) if _takes_clause(reading, first, end) else 0
    if kind == "attribute" and not (restricted or clause):
        return
    yield _claim(reading, start, stop, "group")
    if clause:
        yield _claim(reading, start, clause, "relative clause")


def _takes_clause(reading: Reading, first: int, end: int) -> bool:
    """Return whether a relative clause restricts a group: "Menschen, die …"; other groups it only describes."""
    word = reading.words[end - 1].folded
    return word in _set("clause") or any(base in _set("clause") for base in bases(word))


def _claim(reading: Reading, first: int, end: int, rule: str) -> Claim:
    text = reading.text(first, end)
    known = concept("audience", _SHORT_FORM.sub("", text))
    return Claim(first, end, "TargetGroup", rule, known or _plain(text), label=text, type=known)


def _plain(text: str) -> str:
    neutral = forms(text)[-1] if len(forms(text)) > 1 else fold(text)
    return loose(neutral) or key(text)


def _before(reading: Reading, first: int) -> tuple[int, bool]:
    """Return where the adjectives of a group begin, and whether one of them restricts it."""
    at, restricted = first, False
    while at > 0 and first - at < 5 and reading.close(at):
        word = reading.words[at - 1]
        lower = word.folded
        capital = word.text[0].isupper()
        joins = lower in ("und", "oder") and at < first and at > 1 and grammar().may_be_adjective(reading.words[at - 2].folded) and not reading.is_capital(at - 2)
        adverb = at < first and lower in grammar().adverbs
        adjective = grammar().may_be_adjective(lower) and (not capital or reading.opens(at - 1)) and not (capital and kinds_of(lower).get("audience"))
        if stem(lower) in _set("free") or lower in _set("free") or not (joins or adverb or adjective):
            break
        restricted = restricted or adjective
        at -= 1
    return at, restricted


def _pair(reading: Reading, end: int) -> int:
    """Return the word behind the second of "Arbeitnehmerinnen und Arbeitnehmer"."""
    if end + 1 >= len(reading.words) or not reading.close(end):
        return end
    link = reading.words[end].folded
    if link not in ("und", "oder", "bzw", "beziehungsweise"):
        return end
    second = end + 1
    one, two = reading.words[end - 1].folded, reading.words[second].folded
    male, female = (two, one) if "innen" in one else (one, two)
    root = female.removesuffix("innen")
    return second + 1 if "innen" in female and male.startswith(root[: max(4, len(root) - 2)]) and reading.is_capital(second) else end


def _hung(reading: Reading, start: int) -> tuple[int, bool]:
    """Return where "An- und Ungelernte" begins."""
    if start > 1 and reading.words[start - 1].folded in ("und", "oder", "sowie") and reading.gap(start - 1).strip() == "-" and reading.close(start):
        return start - 2, True
    return start, False


def _behind(reading: Reading, end: int) -> int:
    """Return the word behind what restricts a group: "mit Fluchterfahrung", "unter 35 Jahren", "in Elternzeit"."""
    words = reading.words
    while end + 1 < len(words) and reading.close(end) and words[end].folded in _set("restricting"):
        stop = _phrase(reading, end)
        if stop <= end:
            break
        end = stop
    return end


def _phrase(reading: Reading, at: int) -> int:
    words = reading.words
    link = words[at].folded
    if link in ("unter", "ueber", "ab", "zwischen", "bis", "von"):
        return _age(reading, at)
    noun = _noun(reading, at + 1)
    if not noun:
        return at
    last = reading.unit(noun - 1)
    if link in ("mit", "ohne") and any(base in _set("not_with") for base in bases(words[last[1] - 1].folded)):
        return at
    whole = words[last[1] - 1].folded
    if link in ("mit", "ohne"):
        return _more(reading, noun)
    known = whole in _set("into") or any(base in _set("into") for base in bases(whole)) or whole.endswith(("klasse", "berufen", "lage", "lagen", "branche", "branchen", "industrie", "phase", "bezug"))
    return _more(reading, _sgb(reading, noun)) if known and (link not in ("in", "im") or whole != "region") else at


def _sgb(reading: Reading, end: int) -> int:
    """Return the word behind the number of a code of law: "SGB II"."""
    while end < len(reading.words) and reading.close(end) and re.fullmatch(r"[IVX]+|\d{1,2}|[a-z]", reading.words[end].text):
        end += 1
    return end


def _age(reading: Reading, at: int) -> int:
    words, end = reading.words, at + 1
    if end < len(words) and words[end].folded == "klasse" and end + 1 < len(words) and words[end + 1].text.isdigit():
        return end + 2
    if end >= len(words) or not words[end].text.isdigit():
        return at
    end += 1
    while end < len(words) and reading.close(end) and (words[end].folded in ("und", "bis", "jahre", "jahren") or words[end].text.isdigit()):
        end += 1
    return end - 1 if words[end - 1].folded in ("und", "bis") else end


def _noun(reading: Reading, at: int) -> int:
    """Return the word behind the noun phrase that begins at a word, or 0."""
    words, end = reading.words, at
    while end < len(words) and reading.close(end) and not reading.is_capital(end) and end - at < 6:
        word = words[end].folded
        if not (grammar().may_be_adjective(word) or word in grammar().adverbs or word.isdigit() or (word in ("dem", "der", "den") and words[at - 1].folded not in ("mit", "ohne")) or word in ("einem", "einer", "als", "mehr", "weniger", "oder", "und", "eigenen", "seltenen")):
            return 0
        end += 1
    if end >= len(words) or not reading.close(end) or not reading.is_capital(end):
        return 0
    return reading.unit(end)[1]


def _more(reading: Reading, end: int) -> int:
    """Return the word behind "und Fluchterfahrung", "Lese- und Schreibkenntnissen", "Jahr Berufserfahrung"."""
    words = reading.words
    while end + 1 < len(words) and (reading.close(end) or reading.gap(end).strip() == "-"):
        word = words[end].folded
        hangs = reading.gap(end).strip() == "-"
        if word in ("und", "oder", "bzw") and reading.is_capital(end + 1) and (hangs or _goes_on(reading, end + 1)):
            end = reading.unit(end + 1)[1]
        elif hangs and reading.is_capital(end):
            end = reading.unit(end)[1]
        elif reading.is_capital(end) and words[end - 1].folded in ("jahr", "jahre", "jahren", "sgb"):
            end += 1
        else:
            break
    return end


def _goes_on(reading: Reading, at: int) -> bool:
    """Return whether a noun behind "und" still restricts the group instead of naming another."""
    word = reading.words[reading.unit(at)[1] - 1].folded
    return word.endswith(("erfahrung", "geschichte", "hintergrund", "bedarf", "abschluss", "kenntnisse", "kenntnissen", "pflichten", "aufgaben", "erkrankung", "erkrankungen", "einschraenkungen", "problemen", "schwierigkeiten", "duldung", "kindern", "behinderung", "behinderungen"))


def _clause(reading: Reading, end: int) -> int:
    """Return the word behind a relative clause, or 0: "Menschen, die ihren Beruf im Ausland gelernt haben"."""
    words = reading.words
    if end + 2 >= len(words) or reading.gap(end).strip() != "," or words[end].folded not in grammar().relative:
        return 0
    stop = end + 1
    while stop < len(words) and not reading.opens(stop) and not any(sign in ",;:–()" for sign in reading.gap(stop)):
        stop += 1
    return stop if stop - end <= _LONGEST_CLAUSE and not reading.is_capital(stop - 1) else 0


@cache
def _set(name: str) -> frozenset[str]:
    entries = folded(load("audiences")[name])
    return entries | frozenset(map(stem, entries)) if name == "free" else entries
