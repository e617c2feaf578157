"""Themes: what a text presents as its topic or field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept, same
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.names import Names
from loaders.prose.rules.places import Places
from loaders.prose.rules.quotes import quotes
from loaders.prose.rules.reading import Reading
from loaders.prose.rules.theme_lists import listed_themes
from ontology.labels import loose
from ontology.nouns import STRONG, kinds_of
from ontology.text import fold

_LONGEST_LIST, _NEAR, _SHORT_LINE, _ROW = 6, 7, 5, 2


def themes(reading: Reading, places: Places) -> list[Claim]:
    """Return the themes of a reading."""
    found = [_of_field(reading, *place) for *place, _ in _always().all_in(reading) if _whole(reading, *place)]
    for at, word in enumerate(reading.words):
        if word.folded in words_of("themes", "cues") and word.text[0].isupper():
            strict = word.folded in words_of("themes", "known_only")
            found += _behind_cue(reading, at + 1, strict)
        else:
            end, strict = _around(reading, at)
            if end:
                found += _row(reading, end, strict)
    found += _of_offers(reading)
    found += _quoted(reading)
    found += _after_colon(reading)
    found += _made_topic(reading)
    found += _below_heading(reading)
    found += listed_themes(reading)
    return found


def _of_field(reading: Reading, first: int, end: int) -> Claim:
    """Return a theme of the field; one with a row of adjectives is that of its noun."""
    begin = _adjectives(reading, first)
    claim = _claim(reading, begin, end, "theme of the field", 2 if end - first > 1 else 1)
    return claim if begin == first else replace(claim, key=same("theme", reading.text(first + 1, end)))


def _adjectives(reading: Reading, first: int) -> int:
    """Return where a row of adjectives begins of which a theme has the last: "digitale, demografische und ökologische …"."""
    words = reading.words
    ending = words[first].folded[-2:]
    if reading.is_capital(first) or first < _ROW or words[first - 1].folded not in ("und", "sowie"):
        return first
    at = first - 2
    while at >= 0 and _is_like(reading, at, ending) and (at == first - 2 or reading.gap(at + 1).strip() == ","):
        at -= 1
    return at + 1 if at + 1 < first - 1 else first


def _is_like(reading: Reading, at: int, ending: str) -> bool:
    """Return whether a word is an adjective in the case of another: both end in "-e", "-er", "-en"."""
    word = reading.words[at].folded
    small = not reading.is_capital(at) and not grammar().is_small(word)
    return small and grammar().may_be_adjective(word) and word[-1:] == ending[-1:]


def _whole(reading: Reading, first: int, end: int) -> bool:
    return not reading.joined(first) and not reading.joined(end) and any(s.isupper() for s in reading.text(first, end))


def _behind_cue(reading: Reading, at: int, strict: bool) -> Iterator[Claim]:
    """Yield the topics behind "Themen": skips what links, "wie", "sind", a colon."""
    end = at
    if (
        at < len(reading.words)
        and reading.words[at - 1].folded in words_of("themes", "of_something")
        and reading.words[at].folded in grammar().genitive
    ):
        return
    while end < len(reading.words) and end - at < 5 and not reading.opens(end):
        if reading.is_capital(end) or reading.words[end].folded not in words_of("themes", "between"):
            break
        end += 1
    if end < len(reading.words) and not (reading.opens(end) and reading.blocks[end] != reading.blocks[at - 1]):
        gap = reading.gap(end).strip()
        if gap in ("", ":", "„", '"', "»", "–", "-"):
            yield from _row(reading, end, strict, rank=1 if strict else 2)


def _around(reading: Reading, at: int) -> tuple[int, bool]:
    for size in (4, 3, 2):
        end = at + size
        if end < len(reading.words) and all(reading.close(n) for n in range(at + 1, end + 1)):
            said = " ".join(word.folded for word in reading.words[at:end])
            if said in words_of("themes", "around"):
                return end, said in words_of("themes", "known_only")
    return 0, False


def _row(reading: Reading, at: int, strict: bool, *, rank: int = 1) -> Iterator[Claim]:
    """Yield the topics of a row "A, B und C"."""
    for _ in range(_LONGEST_LIST):
        found = _topic(reading, at)
        if not found:
            return
        first, end = found
        if not strict or _concept(reading.text(first, end)):
            yield _claim(reading, first, end, "theme after a cue", rank)
        if end >= len(reading.words) or reading.opens(end):
            return
        gap, word = reading.gap(end).strip(), reading.words[end].folded
        if word in ("und", "oder", "sowie") and gap in ("", ","):
            at = end + 1
        elif gap in (",", ";", "/", "&"):
            at = end + 1 if word in ("um", "zu") else end  # "um Recht, um Geld"
        else:
            return


def _topic(reading: Reading, at: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins at a word, as far as it is a topic."""
    words, first = reading.words, at
    while first < len(words) and words[first].folded in grammar().definite and first - at < 1:
        first += 1
    end = first
    while end < len(words) and _describes(reading, end) and end - first < 4 and (end == first or reading.close(end)):
        word = words[end].folded
        if not (
            grammar().may_be_adjective(word) or word in grammar().adverbs or (word in ("und", "oder") and end > first)
        ):
            return None
        end += 1
    if end >= len(words) or not reading.is_capital(end) or words[end].text[0].isdigit():
        return None
    if words[end].folded.startswith("uebergang") and end + 2 < len(words) and reading.is_capital(end + 1):
        linked = reading.gap(end + 2).strip() in ("-", "–", "") and reading.is_capital(end + 2)
        return (first, end + 3) if linked and reading.close(end + 1) else (first, end + 1)
    end = _placed(reading, _hanging(reading, reading.unit(end)[1]))
    head = words[end - 1].folded
    end = _versioned(reading, end)
    kinds = kinds_of(head)
    if (
        head in words_of("themes", "never")
        or head.endswith(("gesetz", "gesetzbuch", "verordnung"))
        or "audience" in kinds
        or "institution" in kinds
        or (len(head) < 3 and not words[end - 1].text.isupper())
    ):
        return None
    return first, end


def _versioned(reading: Reading, end: int) -> int:
    """Return the word behind "4.0" of "Logistik 4.0"."""
    words = reading.words
    number = end + 1 < len(words) and words[end].text.isdigit() and words[end + 1].text == "0"
    return end + 2 if number and reading.close(end) and reading.gap(end + 1) == "." else end


def _describes(reading: Reading, at: int) -> bool:
    """Return whether a word stands before the noun of a topic: small, or an adjective with a capital."""
    capital = reading.is_capital(at)
    following = at + 1 < len(reading.words) and reading.close(at + 1) and reading.is_capital(at + 1)
    adjective = capital and following and grammar().may_be_adjective(reading.words[at].folded)
    return not capital or (adjective and not kinds_of(reading.words[at].folded))


def _placed(reading: Reading, end: int) -> int:
    """Return the word behind "im Büro", "ohne Abitur", where the row or the sentence then goes on."""
    words, at = reading.words, end
    if (
        at + 1 >= len(words)
        or not reading.close(at)
        or words[at].folded not in ("im", "in", "am", "auf", "ohne", "mit", "zwischen")
    ):
        return end
    at += 1
    at += words[at].folded in ("der", "den", "dem") and at + 1 < len(words)
    if not (reading.close(at) and reading.is_capital(at)):
        return end
    stop = reading.unit(at)[1]
    closes = (
        stop >= len(words)
        or reading.opens(stop)
        or reading.gap(stop).strip() in (",", ";", ".")
        or words[stop].folded in ("und", "sowie", "oder", "gibt")
    )
    return stop if closes else end


def _hanging(reading: Reading, end: int) -> int:
    """Return the word behind "Fort- und Weiterbildung" or "Anerkennung ausländischer Abschlüsse"."""
    words = reading.words
    if (
        end + 1 < len(words)
        and reading.gap(end).strip() == "-"
        and words[end].folded in ("und", "oder")
        and reading.is_capital(end + 1)
    ):
        end = reading.unit(end + 1)[1]
    genitive = end
    while (
        genitive < len(words)
        and genitive - end < 2
        and reading.close(genitive)
        and not reading.is_capital(genitive)
        and words[genitive].text.endswith("er")
        and grammar().may_be_adjective(words[genitive].folded)
    ):
        genitive += 1
    if genitive > end and genitive < len(words) and reading.is_capital(genitive) and reading.close(genitive):
        return reading.unit(genitive)[1]
    return end


def _of_offers(reading: Reading) -> Iterator[Claim]:
    """Yield what an offer or event is "zu": "ein Kurs, zum Beispiel zu CNC-Technik oder Robotik"."""
    for at, word in enumerate(reading.words[:-1]):
        if word.folded not in ("zu", "zur", "zum") or not reading.close(at + 1):
            continue
        start = max(reading.sentence_start(at), at - _NEAR)
        if any(
            "offer" in kinds_of(reading.words[before].folded)
            for before in range(start, at)
            if reading.is_capital(before)
        ):
            for claim in _row(reading, at + 1, False):
                head = reading.words[claim.end - 1].folded
                if claim.type or kinds_of(head).get("theme") == STRONG:
                    yield claim


def _after_colon(reading: Reading) -> Iterator[Claim]:
    """Yield the topics behind a line that begins with a cue: "Themen unserer Reihe: A, B und C"."""
    for start, end in reading.by_sentence:
        if reading.words[start].folded in words_of("themes", "cues") and reading.words[start].folded not in words_of(
            "themes", "known_only"
        ):
            colon = next(
                (
                    at
                    for at in range(start + 1, min(end, start + 9))
                    if reading.gap(at).strip().endswith(":") or reading.gap(at).strip() in ("“:", ":")
                ),
                0,
            )
            if colon > start + 1:
                yield from _row(reading, colon, False, rank=2)


def _below_heading(reading: Reading) -> Iterator[Claim]:
    """Yield the topics that stand one a line below "Handlungsfelder"."""
    below = False
    for first, end in reading.by_sentence:
        if first and reading.blocks[first] == reading.blocks[first - 1]:
            continue
        said = {word.folded for word in reading.words[first:end]}
        whole = end >= len(reading.words) or reading.blocks[end] != reading.blocks[first]
        if below and whole and end - first <= _SHORT_LINE and (found := _topic(reading, first)):
            yield _claim(reading, *found, "theme below a heading", 2)
        else:
            short = whole and end - first <= _SHORT_LINE
            below = short and not said.isdisjoint(words_of("themes", "headings"))


def _made_topic(reading: Reading) -> Iterator[Claim]:
    """Yield what is made a topic: "die Bildung und Beruf zum Thema haben"."""
    for at in range(2, len(reading.words)):
        if (
            reading.words[at].folded == "thema"
            and reading.words[at - 1].folded == "zum"
            and reading.is_capital(at - 2)
            and reading.close(at - 1)
        ):
            yield _claim(reading, at - 2, at - 1, "made a topic")
            if at > 3 and reading.words[at - 3].folded == "und" and reading.is_capital(at - 4):
                yield _claim(reading, at - 4, at - 3, "made a topic")


def _quoted(reading: Reading) -> Iterator[Claim]:
    """Yield what stands in quotation marks behind a cue: "zum Thema „Bewerben mit Lücke“"."""
    for one in quotes(reading):
        if (
            one.first
            and not one.bold
            and any(
                reading.words[at].folded in ("thema", "themen", "themenfeld", "schwerpunkt", "themenabend")
                for at in range(max(0, one.first - 2), one.first)
            )
        ):
            yield _claim(reading, one.first, one.end, "quoted theme", 3)


def _claim(reading: Reading, first: int, end: int, rule: str, rank: int = 1) -> Claim:
    text = reading.text(first, end)
    known = _concept(text)
    return Claim(first, end, "Theme", rule, same("theme", text), label=text, type=known, rank=rank)


def _concept(text: str) -> str:
    return concept("theme", text)


@cache
def _always() -> Names[str]:
    found: Names[str] = Names()
    for name in load("themes")["always"]:
        found.add(name, loose(fold(name)))
    return found
