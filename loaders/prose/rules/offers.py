"""Offers: compounds with a head that says a kind of help, learning, tool or funding, and known names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.determiners import determiner
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases, stem
from loaders.prose.rules.keys import key
from loaders.prose.rules.names import Names
from loaders.prose.rules.nouns import Heads, Noun
from loaders.prose.rules.offer_reach import lengthened
from loaders.prose.rules.places import Places
from loaders.prose.rules.quotes import Quoted, quotes
from loaders.prose.rules.reading import Reading
from ontology.nouns import kinds_of
from ontology.text import fold


def offers(reading: Reading, places: Places) -> list[Claim]:
    """Return the offers of a reading."""
    said = quotes(reading)
    found = [
        claim for first, end, _ in _known().all_in(reading) if (claim := _of_name(reading, places, first, end, said))
    ]
    for noun in heads().all_in(reading):
        found += _of_noun(reading, places, noun, said)
    return [lengthened(reading, claim) for claim in found if not _only_heads(reading, claim)]


def _only_heads(reading: Reading, claim: Claim) -> bool:
    """Return whether words only say what a passage is about: "Wege in die Beratung", "Verweisberatung" as a heading."""
    if reading.block(claim.first).kind not in ("heading", "title"):
        return False
    return claim.head in words_of("offers", "no_headings")


def _of_name(reading: Reading, places: Places, first: int, end: int, said: list[Quoted]) -> Claim | None:
    if first > 0 and reading.words[first - 1].folded in ("mit", "ohne") and reading.close(first):
        return None  # what comes with something else is no offer of its own
    if reading.joined(first) or reading.joined(end) or not any(sign.isupper() for sign in reading.text(first, end)):
        return None
    return _claim(reading, _attribute(reading, first), _named(reading, places, end, said), "known offer")


def _of_noun(reading: Reading, places: Places, noun: Noun, said: list[Quoted]) -> Iterator[Claim]:
    if noun.base in words_of("offers", "bare_kinds") and noun.end in reading.quoted:
        yield _claim(reading, noun.end, reading.quoted[noun.end], "quoted offer")
        return
    end = _named(reading, places, noun.end, said)
    hung = _hung(reading, noun.first)
    first = hung if hung < noun.first else _attribute(reading, noun.first)
    if noun.base in _never() and noun.base not in heads():
        return
    compound = noun.compound or heads().is_compound(noun.base)
    if noun.base in _never() or not compound:
        alone = fold(noun.base) in _bare()
        named = end > noun.end and not noun.plural
        purpose = _purpose(reading, noun)
        if purpose:
            yield _claim(reading, first, purpose, "offer for a purpose")
        elif named or first < noun.first or (not alone and noun.base not in _never()):
            yield _claim(reading, first, end, "offer")
        elif determiner(reading, noun.first) in grammar().definite and not noun.plural and not _goes_on(reading, end):
            yield Claim(noun.first, noun.end, "Offer", "short form", head=noun.base, short=True, sure=False)
        return
    yield _claim(reading, first, end, "offer")


def _goes_on(reading: Reading, end: int) -> bool:
    """Return whether a purpose says which help is meant, so that it is none named before: "der Beratung zu Fragen …"."""
    return end < len(reading.words) and reading.close(end) and reading.words[end].folded in ("zu", "zur", "zum", "von")


def _claim(reading: Reading, first: int, end: int, rule: str) -> Claim:
    text = reading.text(first, end)
    head = reading.whole(*reading.unit(end - 1)) if end - first == 1 else fold(text)
    return Claim(
        first,
        end,
        "Offer",
        rule,
        key(text),
        head=next(iter(_singulars(head))),
        label=text,
        type=concept("offer-type", text),
    )


def _named(reading: Reading, places: Places, end: int, said: list[Quoted]) -> int:
    """Return the word behind a quoted name or a place that belongs to an offer."""
    quoted = next((one for one in said if one.first == end), None)
    if quoted and reading.gap(end).strip() in ("„", '"', "»", "“"):
        return quoted.end
    apposed = end
    while (
        apposed < len(reading.words)
        and apposed - end < 2
        and reading.close(apposed)
        and "\n" not in reading.gap(apposed)
        and _may_name(reading, apposed)
    ):
        apposed = reading.unit(apposed)[1]
    if apposed > end:
        return apposed
    place = places.behind(end) if end < len(reading.words) and reading.close(end) else None
    return place[0] if place else end


def _may_name(reading: Reading, at: int) -> bool:
    """Return whether a noun set behind an offer is part of its name: "Weiterbildungsstudium Energie"."""
    word = reading.words[at]
    kinds = kinds_of(word.folded)
    return (
        word.text[0].isupper()
        and not grammar().is_small(word.folded)
        and not kinds.keys() & {"institution", "audience", "nothing"}
        and not word.text.isdigit()
    )


def _singulars(folded: str) -> tuple[str, ...]:
    itself, *others = bases(folded)
    return (*(one for one in others if one in heads()), itself)


def _hung(reading: Reading, first: int) -> int:
    """Return where "Informations- und Beratungsmöglichkeiten" begins."""
    at = first
    while at > 1 and reading.words[at - 1].folded in ("und", "oder", "sowie") and reading.gap(at - 1).strip() == "-":
        at -= 2
        while at > 0 and reading.gap(at).strip() == "-,":
            at -= 1
        break
    return at


def _attribute(reading: Reading, first: int) -> int:
    """Return where the adjective of an offer's name begins: "mobile Sprechstunde"."""
    if first > 0 and reading.close(first) and stem(reading.words[first - 1].folded) in _attributes():
        return first - 1
    return first


def _purpose(reading: Reading, noun: Noun) -> int:
    """Return the word behind "zur digitalen Pflegedokumentation" where a bare head opens a line or is one of a kind."""
    data = load("offers")
    words, at = reading.words, noun.end
    if noun.plural:
        return 0
    if (
        fold(noun.head) not in {fold(head) for head in data["with_purpose"]}
        or noun.compound
        or at >= len(words)
        or not reading.close(at)
    ):
        return 0
    block = reading.block(noun.first)
    opens = block.kind in ("bullet", "label", "heading") and reading.opens(noun.first)
    if words[at].folded not in {fold(word) for word in data["purposes"]} or not (
        opens or (words[at].folded in ("zu", "zur", "zum") and noun.head != "beratung")
    ):
        return 0
    end = at + 1
    while end < len(words) and reading.close(end) and not reading.is_capital(end) and end - at < 4:
        if not grammar().may_be_adjective(words[end].folded) and words[end].folded not in ("den", "dem", "der"):
            return 0
        end += 1
    return reading.unit(end)[1] if end < len(words) and reading.close(end) and reading.is_capital(end) else 0


@cache
def heads() -> Heads:
    """Return the nouns that say a kind of help, learning, tool or funding."""
    return Heads([*load("offers")["compound"], *load("offers")["elliptic"]])


@cache
def _known() -> Names[str]:
    found: Names[str] = Names()
    for name in load("offers")["known"]:
        found.add(name, key(name))
    return found


@cache
def _never() -> frozenset[str]:
    return frozenset(fold(name).replace("-", "") for name in load("offers")["never"])


@cache
def _bare() -> frozenset[str]:
    """Return the heads that are an offer only as part of a compound."""
    return _never() | frozenset(
        fold(name).replace("-", "") for name in (*load("offers")["compound"], *load("offers")["elliptic"])
    )


@cache
def _attributes() -> frozenset[str]:
    return frozenset(stem(f"{fold(word)}e") for word in load("offers")["attributes"])
