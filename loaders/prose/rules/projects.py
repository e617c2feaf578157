"""Projects, programmes and networks: by their head nouns, quoted, coined, or known all over the country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.prose.extract import NodeKind
from loaders.prose.rules.actor_openings import hangs
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.determiners import determiner
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.keys import key, key_of
from loaders.prose.rules.names import Names
from loaders.prose.rules.nouns import Heads, Noun
from loaders.prose.rules.places import Places
from loaders.prose.rules.proper import coined, name_behind
from loaders.prose.rules.quotes import Quoted, quotes
from loaders.prose.rules.reading import Reading
from ontology.institutions import institution

_GLUED = re.compile(r"(?<=[a-zäöüß])(?=\d{4}\b)")
"""Between a name and a year written together: "AutoFit2030" is AutoFit 2030."""


def projects(reading: Reading, places: Places) -> list[Claim]:
    """Return the projects and networks of a reading."""
    said = quotes(reading)
    found = list(_known_names(reading))
    for noun in _heads("networks").all_in(reading):
        found += _network(reading, places, noun, said)
    for noun in _heads("projects").all_in(reading):
        found += _project(reading, places, noun, said)
    found += _agreements(reading, said)
    found += _coined(reading, places)
    return found


def _agreements(reading: Reading, said: list[Quoted]) -> Iterator[Claim]:
    """Yield agreements, which are named with their kind: "Kooperationsvereinbarung „Bildung am Meer“"."""
    for at, word in enumerate(reading.words):
        if word.folded not in words_of("projects", "agreements") or reading.unit(at) != (at, at + 1):
            continue
        quoted = next((one for one in said if one.first == at + 1), None)
        if quoted:
            text = reading.text(at, quoted.end)
            yield Claim(at, quoted.end, "Project", "agreement", key(text), head=word.folded, label=text, rank=4)


@cache
def _heads(name: str) -> Heads:
    return Heads(load("projects")[name])


@cache
def _known() -> Names[str]:
    found: Names[str] = Names()
    for name in load("projects")["known"]:
        found.add(name, key(name))
    return found


@cache
def _written_small() -> frozenset[str]:
    return frozenset(key(name) for name in load("projects")["known"] if name.islower())


def _known_names(reading: Reading) -> Iterator[Claim]:
    for first, end, known in _known().all_in(reading):
        text = reading.text(first, end)
        if text[0].isupper() or known in _written_small():
            if reading.joined(end) or reading.joined(first):
                continue  # "ESF-Projekt"
            same = {"esf": "europaeisch sozialfond", "esf plus": "europaeisch sozialfond plus"}.get(known, known)
            yield Claim(first, end, "Project", "known programme", same, label=text, head="programm", rank=2)


def _network(reading: Reading, places: Places, noun: Noun, said: list[Quoted]) -> Iterator[Claim]:
    first = _attribute(reading, noun, places)
    quoted = _quoted_behind(reading, noun.end, said)
    if quoted:
        yield Claim(
            quoted.first,
            quoted.end,
            "Network",
            "quoted",
            key(reading.text(quoted.first, quoted.end)),
            head=noun.base,
            rank=3,
        )
        return
    end, named = name_behind(reading, places, noun.end)
    if not (named or noun.plural) and _has_acronym(reading, noun.end):
        named, end = True, noun.end
        first = noun.first - 2 if hangs(reading, noun.first) else first
    compound = noun.base in _heads("network_compounds") or _own(reading, first, noun)
    if named and not noun.plural:
        text = reading.text(first, end)
        yield Claim(first, end, "Network", "network", key(text), head=noun.base, label=text, rank=2)
    elif compound or noun.base in ("bildungsraum", "weiterbildungsraum"):
        label = reading.text(first, noun.end)
        yield Claim(
            first,
            noun.end,
            "Network",
            "network",
            head=noun.base,
            short=True,
            label=label,
        )
    elif determiner(reading, noun.first) in grammar().definite and not noun.plural:
        yield Claim(noun.first, noun.end, "Network", "short form", head=noun.base, short=True, sure=False)


def _has_acronym(reading: Reading, end: int) -> bool:
    """Return whether an abbreviation in brackets makes a compound a name: "Ausbildungsnetzwerk (FAN)"."""
    gap = reading.gap(end).strip()
    return gap == "(" and reading.words[end].text.isupper() and reading.gap(end + 1).strip().startswith(")")


def _own(reading: Reading, first: int, noun: Noun) -> bool:
    """Return whether a network's noun carries a name: an inner capital ("PflegeNetz")."""
    return bool(re.search(r"[a-zäöüß][A-ZÄÖÜ]", reading.text(noun.first, noun.end)))


def _attribute(reading: Reading, noun: Noun, places: Places) -> int:
    """Return where the adjective of a network's name begins: "Vernetzter Bildungsraum", "Südwestfälisches Netzwerk"."""
    at = noun.first - 1
    if at < 0 or not reading.close(noun.first):
        return noun.first
    word = reading.words[at]
    if word.folded.startswith(("vernetzte", "vernetze")) or places.adjective(at):
        return at
    capital = word.text[0].isupper() and grammar().may_be_adjective(word.folded)
    return at if capital and (not reading.opens(at) or word.folded.endswith(("er", "es"))) else noun.first


def _project(reading: Reading, places: Places, noun: Noun, said: list[Quoted]) -> Iterator[Claim]:
    kind: NodeKind = "Project"
    quoted = _quoted_behind(reading, noun.end, said)
    if quoted:
        sentence = reading.sentence_end(noun.first)
        listed = [one for one in said if noun.end <= one.first < sentence] if noun.plural else [quoted]
        for one in listed:
            text = reading.text(one.first, one.end)
            rule = (
                "quoted programme"
                if noun.head.endswith(("programm", "richtlinie", "fonds", "foerderlinie", "aufruf"))
                else "quoted"
            )
            yield Claim(one.first, one.end, kind, rule, key(text), head=noun.base, label=text, rank=3)
        return
    long = _long_title(reading, noun)
    if long:
        text = reading.text(noun.first, long)
        yield Claim(noun.first, long, kind, "guideline", key(text), head=noun.base, label=text, rank=3)
        return
    start = noun.end
    if start < len(reading.words) and reading.gap(start).strip() == ":":
        start = noun.end  # "Projekt: QualiBrücke"
    end, named = name_behind(reading, places, start, colon=True)
    placed = places.behind(start) if named and start == noun.end and reading.close(start) else None
    if placed and placed[0] == end:
        start = noun.first  # "Landesprogramm Hessen": a place alone names no project
    if named and start < len(reading.words) and reading.words[start].folded in ("des", "der"):
        named = False  # "ein Projekt des Landkreises"
    direct = named and not noun.plural and reading.close(noun.end)
    whole = direct and start == noun.end and _is_whole(reading, noun, end)
    plain = key(reading.text(start, end)) if named else ""  # by which "rehapro" alone is the "Bundesprogramm rehapro"
    start = _placed_first(reading, noun, places) if whole else start
    funding = start <= noun.first and noun.head.endswith(("programm", "richtlinie", "fonds"))
    if named and not noun.plural:
        text = reading.text(start, end)
        yield Claim(start, end, kind, "programme" if funding else "project", plain, head=noun.base, label=text, rank=2)
    elif noun.base.replace("-", "") in _heads("project_compounds") or (
        noun.compound and noun.head in _sure_heads() and not noun.plural
    ):
        first = _placed_first(reading, noun, places)
        label = reading.text(first, noun.end)
        yield Claim(first, noun.end, kind, "project", head=noun.base, short=True, label=label)
    elif noun.compound and determiner(reading, noun.first) in grammar().definite and not noun.plural:
        yield Claim(noun.first, noun.end, kind, "short form", head=noun.head, short=True, sure=False)


def _is_whole(reading: Reading, noun: Noun, end: int) -> bool:
    """Return whether a compound for a programme is part of its name: "Landesprogramm Arbeit", but "Bundesprogramm STARK"."""
    said = reading.text(noun.end, end)
    ends = words_of("projects", "whole")
    return noun.base.endswith(tuple(ends)) and noun.base not in ends and not said.isupper()


def _placed_first(reading: Reading, noun: Noun, places: Places) -> int:
    """Return where "Thüringer Fachkräftestrategie" begins."""
    before = noun.first - 1
    return before if before >= 0 and reading.close(noun.first) and places.adjective(before) else noun.first


def _long_title(reading: Reading, noun: Noun) -> int:
    """Return the word behind the title of a guideline: "Richtlinie zur Förderung von …", up to its date or a stop."""
    end = noun.end
    if (
        noun.head not in ("richtlinie", "foerderrichtlinie")
        or end >= len(reading.words)
        or reading.words[end].folded not in ("zur", "zum", "ueber")
    ):
        return 0
    while end < len(reading.words) and end - noun.end < 30 and not reading.opens(end):
        gap = reading.gap(end).strip()
        if gap not in ("", "-", ",") or reading.words[end].folded in (
            "vom",
            "soll",
            "wird",
            "werden",
            "ist",
            "ergeben",
            "gefoerdert",
            "kann",
        ):
            break
        end += 1
    while end > noun.end and not reading.is_capital(end - 1):
        end -= 1
    return end if end - noun.end > 2 else 0


@cache
def _sure_heads() -> frozenset[str]:
    return words_of("projects", "sure")


def _quoted_behind(reading: Reading, at: int, said: list[Quoted]) -> Quoted | None:
    """Return the quoted name that follows a head directly, or behind its genitive: "Projekte des Bündnisses X „A“"."""
    end = reading.sentence_end(at - 1) if at > 0 else at
    following = next((one for one in said if at <= one.first < end), None)
    if following is None:
        return None
    between = reading.document.text[reading.words[at - 1].end : reading.words[following.first].start]
    direct = following.first == at and not any(sign in between for sign in ".!?;")
    genitive = (
        following.first - at <= 4
        and reading.words[at].folded in ("des", "der", "mit", "namens", "unter", "fuer")
        and "," not in between
    )
    return following if direct or genitive else None


def _is_office(reading: Reading, places: Places, first: int, end: int) -> bool:
    """Return whether an abbreviation stands before a place: "BTU Cottbus" is an institution, "LebensLinie Aalen" a project."""
    place = places.behind(first + 1) if end - first > 1 else None
    known = institution(reading.text(first, end)).type
    before = reading.words[first - 1].folded if first and reading.close(first) else ""
    house = before == "im" or (before == "der" and first > 1 and reading.words[first - 2].folded in ("in", "an", "auf"))
    named = reading.words[first].text.isupper() or house
    return not known and named and place is not None and place[0] == end


def _coined(reading: Reading, places: Places) -> Iterator[Claim]:
    for first, end in coined(reading, places):
        text = reading.text(first, end)
        dotted = "." in text and end - first > 1
        if _is_office(reading, places, first, end):
            yield Claim(first, end, "Actor", "abbreviation of a place", key_of(text), label=text)
            continue
        yield Claim(
            first, end, "Project", "coined name", key(_GLUED.sub(" ", text)), label=text, rank=3 if dotted else 1
        )
