"""Themes: what a text presents as its topic or field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import same
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.names import Names
from loaders.prose.rules.places import Places
from loaders.prose.rules.quotes import quotes
from loaders.prose.rules.reading import Reading
from loaders.prose.rules.theme_lists import listed_themes
from loaders.prose.rules.theme_phrases import topic_phrase
from loaders.prose.rules.theme_rows import row, theme_claim
from ontology.labels import loose
from ontology.nouns import STRONG, kinds_of
from ontology.text import fold

_NEAR, _SHORT_LINE, _ROW = 7, 5, 2


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
                told = word.folded.startswith(tuple(words_of("themes", "telling")))
                found += row(reading, end, strict, rank=2 if told and not strict else 1)
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
    claim = theme_claim(reading, begin, end, "theme of the field", 2 if end - first > 1 else 1)
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
            yield from row(reading, end, strict, rank=1 if strict else 2)


def _around(reading: Reading, at: int) -> tuple[int, bool]:
    for size in (4, 3, 2):
        end = at + size
        if end < len(reading.words) and all(reading.close(n) for n in range(at + 1, end + 1)):
            said = " ".join(word.folded for word in reading.words[at:end])
            if said in words_of("themes", "around"):
                return end, said in words_of("themes", "known_only")
    return 0, False


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
            for claim in row(reading, at + 1, False):
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
                yield from row(reading, colon, False, rank=2)


def _below_heading(reading: Reading) -> Iterator[Claim]:
    """Yield the topics that stand one a line below "Handlungsfelder"."""
    below = False
    for first, end in reading.by_sentence:
        if first and reading.blocks[first] == reading.blocks[first - 1]:
            continue
        said = {word.folded for word in reading.words[first:end]}
        whole = end >= len(reading.words) or reading.blocks[end] != reading.blocks[first]
        if below and whole and end - first <= _SHORT_LINE and (found := topic_phrase(reading, first)):
            yield theme_claim(reading, *found, "theme below a heading", 2)
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
            yield theme_claim(reading, at - 2, at - 1, "made a topic")
            if at > 3 and reading.words[at - 3].folded == "und" and reading.is_capital(at - 4):
                yield theme_claim(reading, at - 4, at - 3, "made a topic")


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
            yield theme_claim(reading, one.first, one.end, "quoted theme", 3)


@cache
def _always() -> Names[str]:
    found: Names[str] = Names()
    for name in load("themes")["always"]:
        found.add(name, loose(fold(name)))
    return found
