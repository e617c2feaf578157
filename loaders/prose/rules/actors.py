"""Institutions by the grammar of their names: the kind, then what belongs to the name before and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.prose.extract import NodeKind
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import folded, load
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.heads import Head, heads
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from ontology.institutions import institution
from ontology.lexicon import is_ordinary
from ontology.nouns import kinds_of
from ontology.text import fold

_QUOTE = "„“”»«\"‚‘"
_LONGEST_NAME = 4
_SPECIAL = 13
"""Letters of a compound that names one office of a region even alone: "Grundbildungszentrum"."""
_COINED = re.compile(r"[a-zäöüß][A-ZÄÖÜ]|^[A-ZÄÖÜ]{2,}\d*$|\d[A-Z]|[A-Z]\d")


@dataclass(frozen=True, slots=True)
class Name:
    """How far a name reaches, and what makes it the name of one institution."""

    first: int
    end: int
    placed: bool = False
    named: bool = False


def actors(reading: Reading, places: Places) -> list[Claim]:
    """Return the institutions of a reading: named ones, short forms, classes, and further places of a plural."""
    found: list[Claim] = []
    for head in heads(reading):
        kind = _kind(head)
        if kind and not (found and found[-1].end > head.first):
            found += _of_head(reading, places, head, kind)
    found = _classes_in_rows(reading, found)
    spoken_of = {claim.type for claim in found if not claim.short}
    return [claim for claim in found if claim.rule != "short name" or claim.type in spoken_of]


def _kind(head: Head) -> NodeKind | None:
    kind: NodeKind | None = load("kinds")["kind"].get(head.type, "Actor")
    if head.type == "actor-type/iq-netzwerk" and head.base.endswith(("stelle", "beratung")):
        return "Actor"
    return kind or None


def _classes_in_rows(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """Return the claims, words of one form for one and several as a class beside other classes: "Jobcenter, Kammern"."""
    found = list(claims)
    for number, claim in enumerate(found):
        if not claim.short or claim.rule != "short form" or claim.kind != "Actor" or determiner(reading, claim.first):
            continue
        beside = [found[other] for other in (number - 1, number + 1) if 0 <= other < len(found)]
        if any(one.rule == "class" and _in_row(reading, *sorted((claim, one), key=lambda each: each.first)) for one in beside):
            found[number] = replace(claim, short=False, rule="class", generic=True, key=f"class {claim.head}")
    return found


def _in_row(reading: Reading, one: Claim, two: Claim) -> bool:
    between = reading.document.text[reading.words[one.end - 1].end : reading.words[two.first].start].strip(" \n")
    return between in (",", "und", "sowie", "oder", "/", "und/oder")


def _is_offer(head: Head) -> bool:
    """Return whether a head is an offer wherever no place makes it an office: "Sozialberatung", "Suchtberatung Aalen"."""
    return head.form is not None and head.form.part and head.base.endswith(tuple(load("actors")["offer_ends"]))


def _of_head(reading: Reading, places: Places, head: Head, kind: NodeKind) -> Iterator[Claim]:
    name = _name(reading, places, head)
    if _is_offer(head) and not name.placed:
        return
    unique = bool(head.own or head.known is not None or (head.form and (head.form.unique or head.form.place)))
    if head.short and not name.placed:
        yield Claim(head.first, head.end, kind, "short name", head=head.base, short=True, type=head.type, sure=False)
        return
    if not (name.placed or name.named or unique):
        yield from _unnamed(reading, head, kind)
        return
    if head.plural and not name.placed and not name.named:
        return
    label = _said_alone(reading, head, name)
    yield Claim(name.first, name.end, kind, "institution", key_of(label), head=head.base, label=label, type=head.type, rank=1 if kind == "Actor" else 2)
    if head.plural or _may_be_plural(reading, head):
        yield from _further(reading, places, head, name, kind)


def _said_alone(reading: Reading, head: Head, name: Name) -> str:
    """Return a name in the nominative of one institution: "Fachbereich Bildung" of "des Fachbereichs Bildung"."""
    before = reading.text(name.first, head.end)[: -len(reading.text(head.first, head.end))] if name.first < head.first else ""
    behind = reading.text(name.first, name.end)[len(reading.text(name.first, head.end)) :]
    own = reading.text(head.first, head.end)
    last = reading.words[head.end - 1]
    base = head.base.rpartition(" ")[2]
    if head.plural and head.form and not head.form.generic and head.form.names:
        own = head.form.names[0]
    elif last.folded != base and last.folded.startswith(base[-len(last.folded) :]) and last.folded.removeprefix(base) in ("s", "es", "n", "en"):
        own = own[: -len(last.folded.removeprefix(base))]
    elif last.folded.endswith(("s", "es")) and len(own) > 4 and fold(own)[:-1] == head.base:
        own = own[:-1]
    elif last.folded.endswith("es") and fold(own)[:-2] == head.base:
        own = own[:-2]
    return f"{before}{own}{behind}"


def key_of(label: str) -> str:
    """Return what tells institutions of a document apart: kind, places and the stems of further words."""
    key = institution(label)
    kind = key.type or "institution"
    tokens = sorted({stem(token) for token in key.tokens} | ({stem(t) for t in key.unit_of.tokens} if key.unit_of else set()))
    return " ".join([kind, *key.places, *tokens])


# --- how far a name reaches ----------------------------------------------------------------------------------------
def _name(reading: Reading, places: Places, head: Head) -> Name:
    end, placed, named = head.end, False, False
    words = reading.words
    while end < len(words):
        step = places.behind(end) if reading.close(end) else None
        step = step or (places.linked(end) if not (head.plural and words[end].folded == "der") else None)
        if not step and head.form and head.form.alone and not head.form.generic:
            step = _within_area(reading, places, end)
        if step:
            end, placed = step[0], True
            continue
        quoted = _quoted(reading, end)
        further = quoted or _for(reading, head, end) or _of(reading, head, end)
        if not further and not head.plural:
            further = _proper(reading, end) or _apposed(reading, head, end) or _beside(reading, places, head, end)
        if not further:
            break
        end, named = further, True
        if end - head.end > 12:
            break
    end, legal = _legal(reading, end)
    first, adjective, before = _before(reading, places, head)
    return Name(first, end, placed or adjective, named or legal or before)


def _within_area(reading: Reading, places: Places, at: int) -> tuple[int, object] | None:
    """Return the place behind "im Kreis": "Jobcenter im Kreis Borken"."""
    words = reading.words
    if at + 2 < len(words) and words[at].folded == "im" and words[at + 1].folded in ("kreis", "landkreis") and reading.close(at):
        return places.behind(at + 2) or places.behind(at + 1)
    return None


def _quoted(reading: Reading, at: int) -> int:
    """Return the word behind a quoted name: "Beratungsstelle „Sonnenhof“"."""
    gap = reading.gap(at).strip()
    if len(gap) != 1 or gap not in _QUOTE:
        return 0
    for end in range(at + 1, min(at + 8, len(reading.words))):
        if any(sign in _QUOTE for sign in reading.gap(end)):
            return end
    return 0


def _for(reading: Reading, head: Head, at: int) -> int:
    """Return the word behind "für Forschung, Training und Projekte"."""
    words = reading.words
    if head.plural or words[at].folded != "fuer" or not reading.close(at) or not head.base.endswith(tuple(_set("with_for"))):
        return 0
    return _nouns(reading, at + 1)


def _of(reading: Reading, head: Head, at: int) -> int:
    """Return the word behind "der Hessischen Wirtschaft"."""
    words = reading.words
    if words[at].folded not in ("der", "des") or not reading.close(at) or not head.base.endswith(tuple(_set("with_of"))):
        return 0
    end = _nouns(reading, at + 1)
    what = {stem(word) for word in _set("of_what")}
    return end if end and any(stem(words[n].folded).endswith(tuple(what)) for n in range(at + 1, end)) else 0


def _nouns(reading: Reading, at: int) -> int:
    """Return the word behind a row of nouns with their adjectives: "Arbeit, Gesundheit und Soziales"."""
    words, end, last = reading.words, at, 0
    while end < len(words) and not (reading.gap(end).strip() not in ("", "-", ",", "&", "- ") and end > at):
        comma = end > at and reading.gap(end).strip() == ","
        if comma and not _row_goes_on(reading, end):
            break
        word = words[end].folded
        if reading.is_capital(end):
            last = end + 1
            following = last < len(words) and (words[last].folded in ("und", "sowie") or reading.gap(last).strip() in (",", "&", "-"))
            if not following:
                break
        elif not (word in ("und", "sowie") or grammar().may_be_adjective(word) or (end == at and word in ("den", "die", "das"))):
            break
        end += 1
        if end - at > 9:
            break
    return last


def _row_goes_on(reading: Reading, at: int) -> bool:
    """Return whether a row of nouns with commas ends in "und Noun" without another article."""
    words = reading.words
    for end in range(at, min(at + 6, len(words) - 1)):
        if words[end].folded in ("und", "sowie") or reading.gap(end + 1).strip() == "&":
            return reading.is_capital(end + 1) and words[end + 1].folded not in grammar().definite
        if not reading.is_capital(end) or (end > at and reading.gap(end).strip() not in (",", "")):
            return False
    return False


def _proper(reading: Reading, at: int) -> int:
    """Return the word behind proper names that follow a kind: "Group Academy", an unknown town."""
    end = at
    while end < len(reading.words) and end - at < _LONGEST_NAME and reading.close(end) and _is_proper(reading, end):
        end += 1
    return end if end > at else 0


def _apposed(reading: Reading, head: Head, at: int) -> int:
    """Return the word behind nouns set directly behind an office: "Beratungsstelle Frau & Arbeit", "Servicestelle Migra-Pflege"."""
    offices = head.form is None or head.form.named or head.form.generic or head.type == "actor-type/zukunftszentrum"
    if not offices or not head.base.endswith(tuple(_set("apposing"))):
        return 0
    end = at
    while end < len(reading.words) and end - at < _LONGEST_NAME and "\n" not in reading.gap(end):
        if not (reading.close(end) or (end > at and reading.gap(end).strip() in ("&", "+"))) or not _may_name(reading, end):
            break
        end = reading.unit(end)[1]
    return end if end > at else 0


def _may_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word.text[0].isupper() and word.folded not in _set("no_part") - {"frau"} and not grammar().is_small(word.folded) and not word.text.isdigit()


def _beside(reading: Reading, places: Places, head: Head, at: int) -> int:
    """Return the word behind "am Rheinufer", where a house is named by where it stands."""
    words = reading.words
    end = at + 1
    if end >= len(words) or words[at].folded not in ("am", "an") or not head.base.endswith(tuple(_set("houses"))) or not (reading.close(at) and reading.close(end)):
        return 0
    end += words[end].folded in ("der", "dem")
    if end >= len(words) or not reading.is_capital(end) or places.behind(end) or "institution" in kinds_of(words[end].folded):
        return 0
    return reading.unit(end)[1]


def _is_proper(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if not word.text[0].isupper() or word.folded in _set("no_part"):
        return False
    coined = bool(_COINED.search(word.text))
    return coined or not (is_ordinary(word.folded) or is_ordinary(stem(word.folded)) or grammar().is_small(word.folded) or _ends_ordinarily(word.folded))


def _ends_ordinarily(word: str) -> bool:
    return word.endswith(("ung", "ungen", "keit", "heit", "schaft", "tion", "ment", "erin", "innen", "ische", "ischen", "ischer"))


def _legal(reading: Reading, end: int) -> tuple[int, bool]:
    """Return the word behind a legal form."""
    found = _legal_form().match(reading.document.text, reading.words[end - 1].end)
    if not found:
        return end, False
    stop = end
    while stop < len(reading.words) and reading.words[stop].start < found.end():
        stop += 1
    return stop, True


@cache
def _legal_form() -> re.Pattern[str]:
    forms = sorted(load("actors")["legal"], key=lambda form: -len(form))
    return re.compile(r",?[ \u00a0](?:" + "|".join(re.escape(form).replace(r"\ ", r"[ \u00a0]?") for form in forms) + r")(?![\w])")


def _before(reading: Reading, places: Places, head: Head) -> tuple[int, bool, bool]:
    """Return where a name begins, whether a town's adjective opens it, and whether another word of its own does."""
    first, placed, named = head.first, False, False
    if _hangs(reading, first):
        return first - 2, False, False
    while first > 0 and reading.gap(first).strip() == "" and reading.close(first) and first > head.first - _LONGEST_NAME:
        at = first - 1
        word = reading.words[at]
        if not word.text[0].isupper() or word.folded in _set("no_part") or (reading.opens(at) and stem(word.folded) in _set("free_adjectives")):
            break
        if places.adjective(at):
            first, placed = at, True
            continue
        adjective = grammar().may_be_adjective(word.folded) and not is_noun(word.folded)
        unit = reading.unit(at)[0]
        own = not head.plural and (not reading.opens(at) or word.folded.endswith(("er", "es")))
        if adjective and own and reading.unit(at)[1] == at + 1:
            first, named = unit, True
        elif word.text in load("persons")["first_names"]:
            first, named = at, True
        elif not adjective and _is_proper(reading, at) and (_COINED.search(word.text) or _begins(reading, unit)):
            first, named = unit, True
        else:
            break
    return first, placed, named


def _begins(reading: Reading, at: int) -> bool:
    """Return whether a name may begin at a word: behind an article, a comma, a bracket; not behind "zum"."""
    if reading.opens(at):
        return False
    before = reading.words[at - 1].folded
    return not reading.close(at) or before in ("der", "die", "das", "den", "dem", "des", "und", "sowie", "vom", "beim") or reading.is_capital(at - 1)


def is_noun(word: str) -> bool:
    """Return whether a folded word surely is a noun, by its end."""
    from ontology.nouns import kinds_of

    return bool(kinds_of(word))


def _hangs(reading: Reading, at: int) -> bool:
    """Return whether a head shares its end with a word before: "Bildungs- und Beschäftigungsträger"."""
    return (
        at > 1
        and reading.words[at - 1].folded in ("und", "oder", "sowie")
        and reading.gap(at - 1).strip() == "-"
        and reading.close(at)
        and reading.is_capital(at - 2)
    )


# --- without a name ------------------------------------------------------------------------------------------------
def _unnamed(reading: Reading, head: Head, kind: NodeKind) -> Iterator[Claim]:
    first = head.first - 2 if _hangs(reading, head.first) else head.first
    base, type = _class_of(head)
    label = reading.text(first, head.end)
    text = reading.words[head.end - 1].text
    abbreviation = head.end - head.first == 1 and text.isupper()
    said = determiner(reading, first)
    if kind != "Actor":
        if not head.plural:
            yield Claim(first, head.end, kind, "short form", head=head.base, short=True, label=label, type=head.type, sure=False)
        return
    definite = said in grammar().definite
    if head.plural or said in grammar().indefinite:
        if type or head.form is not None and head.form.alone:
            yield Claim(first, head.end, kind, "class", f"class {base}", head=head.base, label=label, type=type or head.type, generic=True)
    elif type or head.form is not None or abbreviation or definite:
        special = (len(head.base) >= _SPECIAL or " " in head.base) and (definite or head.form is not None)
        sure = bool(type) or (head.form is not None and head.form.alone) or special
        generic = not definite
        yield Claim(first, head.end, kind, "short form", head=head.base, short=True, label=label, type=type or head.type, generic=generic, sure=sure)


def _class_of(head: Head) -> tuple[str, str]:
    """Return the class of institutions a head names alone, and its type."""
    classes: dict[str, str] = {fold(name): kind for name, kind in load("actors")["classes"].items()}
    if head.base in classes:
        return head.base, classes[head.base]
    if head.form and head.form.alone:
        return head.form.type, head.form.type
    ends = [name for name in classes if head.base.endswith(name)]
    longest = max(ends, key=len, default="")
    return (head.base, classes[longest]) if longest else (head.base, "")


def determiner(reading: Reading, at: int) -> str:
    """Return the article or its like before a noun, across its adjectives; empty if there is none."""
    at -= 1
    while at >= 0 and reading.close(at + 1):
        word = reading.words[at].folded
        if word in grammar().definite or word in grammar().indefinite:
            return word
        if not (grammar().may_be_adjective(word) or word in grammar().adverbs) or reading.is_capital(at):
            return ""
        at -= 1
    return ""


# --- further places of a plural ------------------------------------------------------------------------------------
def _may_be_plural(reading: Reading, head: Head) -> bool:
    """Return whether a head that has no plural of its own may be one: "die Jobcenter Hagen und Unna"."""
    same = head.base.endswith(("er", "en"))
    return same and determiner(reading, head.first) in ("die", "den", "der", "beiden", "zwei", "drei")


def _further(reading: Reading, places: Places, head: Head, name: Name, kind: NodeKind) -> Iterator[Claim]:
    """Yield the conjuncts that only name their place: "Arbeitsagenturen Hagen und Iserlohn"."""
    at = name.end
    while at < len(reading.words):
        joined = reading.words[at].folded in ("und", "sowie") and reading.close(at)
        start = at + 1 if joined else at
        if start >= len(reading.words) or not (joined or reading.gap(at).strip() in (",", "/", "&")):
            return
        found = places.behind(start) or _capital_unit(reading, start)
        if not found or (found[0] < len(reading.words) and reading.joined(found[0])):
            return
        end = found[0]
        label = f"{nominative(reading, head)} {reading.text(start, end)}"
        yield Claim(start, end, kind, "conjunct", key_of(label), head=head.base, label=label, type=head.type, rank=2)
        at = end


def _capital_unit(reading: Reading, at: int) -> tuple[int, None] | None:
    first, end = reading.unit(at)
    whole = reading.words[end - 1].folded
    return (end, None) if first == at and whole.endswith("kreis") and reading.is_capital(at) else None


def nominative(reading: Reading, head: Head) -> str:
    """Return the kind an institution is of as one alone is called."""
    if head.form and not head.form.generic and head.form.names:
        return head.form.names[0]
    text = reading.text(head.first, head.end)
    return text if not head.plural else text[: max(4, len(head.base))]


@cache
def _set(name: str) -> frozenset[str]:
    entries = folded(load("actors")[name])
    return frozenset(map(stem, entries)) if name == "free_adjectives" else entries


def with_place(claim: Claim, place: str) -> Claim:
    """Return a short form as the institution of a place: the first of "Kammer A und Kammer B Hagen"."""
    label = f"{claim.label} {place}"
    return replace(claim, short=False, key=key_of(label), label=label, generic=False, sure=True, rule="shared place")
