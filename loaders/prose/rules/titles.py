"""The names that titles and headings give to projects, where the lines below say that they are some."""

from __future__ import annotations

from itertools import pairwise

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import words_of
from loaders.prose.rules.keys import key
from loaders.prose.rules.places import Places
from loaders.prose.rules.proper import is_typographic
from loaders.prose.rules.reading import Reading

_FIRST, _BELOW, _LONGEST = 3, 40, 9
"""Blocks in which a title stands, words below it that may say "Projekt", and words a title has."""


def titles(reading: Reading, places: Places) -> list[Claim]:
    """Return the projects that headings name: "WegZeit – gesund zurück in Arbeit", "2.1 Faire Integration Nord"."""
    return [*_title(reading), *_sections(reading)]


def _sections(reading: Reading) -> list[Claim]:
    """Return the part projects of a document: its headings below which a carrier or a run time stands."""
    found: list[Claim] = []
    parts = 0  # how deep the heading lies that leads to part projects
    lines = _all_lines(reading)
    for (first, end), (below, _) in pairwise(lines):
        block = reading.block(first)
        if block.kind != "heading" or (reading.words[first].text.isdigit() and end - first < 2):
            continue
        said = {word.folded for word in reading.words[first:end]}
        if parts and block.level <= parts:
            parts = 0
        if not parts and not said.isdisjoint(words_of("titles", "parts")):
            parts = block.level
        elif parts and reading.block(below).kind == "label" and _tells_project(reading, below):
            start = next((at for at in range(first, end) if reading.words[at].text[0].isalpha()), first)
            label = reading.text(start, end)
            found.append(Claim(start, end, "Project", "part project", key(label), label=label, rank=3))
    return found


def _tells_project(reading: Reading, at: int) -> bool:
    """Return whether a label line says who carries a project, or how long it runs."""
    return reading.words[at].folded.endswith(tuple(words_of("titles", "labels")))


def _title(reading: Reading) -> list[Claim]:
    for first, end in _lines(reading):
        block = reading.block(first)
        said = [word.folded for word in reading.words[first:end]]
        if (
            block.kind not in ("title", "heading", "paragraph")
            or end - first > _LONGEST
            or not words_of("titles", "generic").isdisjoint(said)
            or any(word.endswith(tuple(words_of("titles", "generic_ends"))) for word in said)
        ):
            continue
        text = reading.document.read(block).rstrip()
        if (
            text.endswith((".", ":", "?", ","))
            or not reading.is_capital(first)
            or any(word in words_of("titles", "heads") for word in said)
            or _is_sentence(reading, first, end)
        ):
            continue
        below = [word.folded for word in reading.words[end : end + _BELOW]]
        name = _name(reading, first, end)
        if name and any(word.startswith(tuple(words_of("titles", "says"))) for word in below):
            label = reading.text(first, end)
            return [Claim(first, end, "Project", "title", key(reading.text(*name)), label=label, rank=2)]
    return []


def _is_sentence(reading: Reading, first: int, end: int) -> bool:
    """Return whether a title says something instead of naming it: "Das Netz gibt den Startschuss für WegZeit"."""
    dash = any(reading.gap(at).strip() in ("–", "—", "|", ":") for at in range(first + 1, end))
    return not dash and any(reading.words[at].folded in words_of("titles", "verbs") for at in range(first + 1, end - 1))


def _lines(reading: Reading) -> list[tuple[int, int]]:
    return _all_lines(reading)[:_FIRST]


def _all_lines(reading: Reading) -> list[tuple[int, int]]:
    if not reading.words:
        return []
    starts = [at for at in range(len(reading.words)) if at == 0 or reading.blocks[at] != reading.blocks[at - 1]]
    return list(pairwise([*starts, len(reading.words)]))


def _name(reading: Reading, first: int, end: int) -> tuple[int, int] | None:
    """Return the words of a title that name: those before its dash, if they are typographic or set in capitals."""
    stop = next(
        (
            at
            for at in range(first + 1, end)
            if reading.gap(at).strip() in ("–", "-", ":", "—", "|") and not reading.joined(at)
        ),
        end,
    )
    words = [reading.words[at].text for at in range(first, stop)]
    capitals = all(word.isupper() or word.isdigit() or len(word) < 2 for word in words) and any(
        len(word) > 3 for word in words
    )
    return (first, stop) if capitals or any(map(is_typographic, words)) else None
