"""Boards: a head noun with its name or number, else the head alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.determiners import determiner
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.keys import key
from loaders.prose.rules.nouns import Heads, Noun
from loaders.prose.rules.places import Places
from loaders.prose.rules.proper import name_behind
from loaders.prose.rules.quotes import Quoted, quotes
from loaders.prose.rules.reading import Reading
from ontology.nouns import kinds_of
from ontology.text import fold


def boards(reading: Reading, places: Places) -> list[Claim]:
    """Return the boards of a reading."""
    said = quotes(reading)
    found = [claim for noun in _nouns(reading) for claim in _board(reading, places, noun, said)]
    return found


def _nouns(reading: Reading) -> Iterator[Noun]:
    yield from _heads().all_in(reading)
    for at, word in enumerate(reading.words):
        if word.folded in words_of("boards", "named") and word.text.isupper() and not reading.joined(at + 1):
            yield Noun(at, at + 1, word.folded, word.folded, False, False)
        following = reading.words[at + 1].folded if at + 1 < len(reading.words) and reading.close(at + 1) else ""
        round_table = word.text in ("Runder", "Runden", "Runde") and following in ("tisch", "tisches", "tische")
        if round_table:
            yield Noun(at, at + 2, "rundertisch", "rundertisch", following == "tische", False)


def _board(reading: Reading, places: Places, noun: Noun, said: list[Quoted]) -> Iterator[Claim]:
    quoted = next((one for one in said if one.first == noun.end), None)
    end, named = name_behind(reading, places, noun.end)
    if named and _is_other(reading, noun, end):
        end, named = noun.end, False
    if quoted and reading.gap(noun.end).strip() in ("„", '"', "»", "“"):
        end, named = quoted.end, True
    elif not named:
        end = _number(reading, noun.end)
        named = end > noun.end
    end = _listed(reading, end) if named else end
    short = fold(noun.head) in words_of("boards", "named")
    if named and not noun.plural:
        text = reading.text(noun.first, end)
        yield Claim(
            noun.first,
            end,
            "Board",
            "board",
            f"{_same(noun.base)} {key(reading.text(noun.end, end))}",
            head=_same(noun.base),
            label=text,
            rank=2,
        )
        return
    if short:
        return
    vague = noun.base in _vague()
    said_before = determiner(reading, noun.first)
    if vague and not (said_before in grammar().definite and not noun.plural):
        return
    label = reading.text(noun.first, noun.end)
    yield Claim(
        noun.first,
        noun.end,
        "Board",
        "board",
        head=_same(noun.base),
        short=True,
        label=label,
        generic=noun.plural,
        sure=not vague,
    )


def _is_other(reading: Reading, noun: Noun, end: int) -> bool:
    """Return whether what follows is no name but another institution: "Lenkungskreis Regionalagentur"."""
    from ontology.institutions import looks_like_institution

    return looks_like_institution(reading.text(noun.end, end)) and not noun.head.startswith("ag")


def _number(reading: Reading, at: int) -> int:
    """Return the word behind a number: "Arbeitsgruppe 1", "AG II"."""
    if at < len(reading.words) and reading.close(at):
        text = reading.words[at].text
        if (text.isdigit() and len(text) < 3) or text in ("I", "II", "III", "IV", "A", "B", "C"):
            return at + 1
    return at


def _listed(reading: Reading, end: int) -> int:
    """Return the word behind "& Beschäftigungsfähigkeit" where a name goes on."""
    if end < len(reading.words) and reading.gap(end).strip() in ("&", "+", "/") and reading.is_capital(end):
        return reading.unit(end)[1]
    topic = end + 1
    if (
        end < len(reading.words)
        and reading.words[end].folded == "und"
        and reading.close(end)
        and topic < len(reading.words)
        and reading.is_capital(topic)
    ):
        kinds = kinds_of(reading.words[topic].folded)
        if "theme" in kinds and not kinds.keys() & {"institution", "audience"}:
            return reading.unit(topic)[1]
    return end


@cache
def _heads() -> Heads:
    return Heads([name for name in load("boards")["heads"] if " " not in name] + ["task force"])


@cache
def _vague() -> frozenset[str]:
    return words_of("boards", "vague")


@cache
def _same(base: str) -> str:
    """Return the first of the heads by which texts call one body."""
    for row in load("boards")["same"]:
        names = [fold(name).replace(" ", "") for name in row]
        if base in names:
            return names[0]
    return base
