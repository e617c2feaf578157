"""Which short lines of a text are its headings, where nothing but their place and form says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.prose.cues import is_boilerplate
from loaders.prose.data import folded
from loaders.prose.document import Block
from loaders.prose.labels import is_known, label_in
from ontology.text import fold

_LONGEST, _MOST_WORDS = 120, 16
_MOST_TITLE_SENTENCES = 8
"""A title may be two short sentences: "Wieder einsteigen. Aber wie?"."""
_LONGEST_TITLE, _MOST_TITLE_WORDS = 240, 30
_NUMBERED = re.compile(r"(?:§\s*)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t\u00a0]+(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\.")
_OPENS = re.compile(r"§\s*\d|[\"„“»«›‹‚'(]*[^\W_a-zäöüß]|[\"„“»«›‹‚'(]*[a-z]\w*[A-ZÄÖÜ]")
_CLOSES = re.compile(r"(?:[.;,:…]|[-–—]|\bund|\boder|\bmit|\bder|\bdie|\bfür)$")
_NAME_WITH_STOP = re.compile(r"\b(?:e\.\s?V|u\.\s?a|Str|gGmbH i\.\s?G|i\.\s?G|a\.\s?D)\.$")
_ADDRESS = re.compile(r"@|https?:|www\.|\b\d{5}\s+[A-ZÄÖÜ]|(?:\d[\s/()-]*){6}|\bTel(?:efon|\.)|\d\s*€")
_STOP_INSIDE = re.compile(r"[^\W\d]{3,}[.!?]\s+[^\W\d_a-zäöüß]")
_COLUMNS, _COLUMNS_OF_A_TABLE = re.compile(r"\S[ \t]{3,}(?=\S)"), 2
_PROSE = 120
_TITLE_LINES = 3
"""So many lines of a title stand one below the other without a gap."""
_TIGHT = 0.1


def with_headings(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a plain text with paragraphs that are headings as such."""
    tight = _is_tight(text, blocks)
    found = list(blocks)
    spoken = [
        at
        for at, block in enumerate(blocks)
        if block.kind != "boilerplate" and not is_boilerplate(text[block.start : block.end])
    ]
    at = 0
    while at < len(spoken):
        run = 0
        while at + run < len(spoken) and _could_be(
            text, blocks, spoken, at + run, tight=tight, opens=at == 0 and run < _TITLE_LINES
        ):
            run += 1
        if run:
            for number, level in _levels(text, blocks, spoken, at, run):
                found[spoken[number]] = replace(blocks[spoken[number]], kind="heading", level=level)
        at += max(run, 1)
    return found


def numbering(words: str) -> int:
    """Return how deep the number in front of a heading counts ("2.1 Ziele": 2), 0 where there is none."""
    numbered = _NUMBERED.match(words)
    if numbered is None:
        return 0
    following = _WORD.match(words, numbered.end())
    if following and fold(following[0]) in folded("sentences", "after_ordinal"):
        return 0  # "5. Sitzung des Beirats"
    return numbered["number"].count(".") + 1


def reads_like_one(words: str, *, first: bool = False) -> bool:
    """Return whether words have the form of a heading: short, with a capital, without a full stop, no address.

    Args:
        first: nothing stands above; titles are longer than headings.
    """
    words = words.strip("*_")  # Markdown's emphasis
    return (
        0 < len(words) <= (_LONGEST_TITLE if first else _LONGEST)
        and len(words.split()) <= (_MOST_TITLE_WORDS if first else _MOST_WORDS)
        and _OPENS.match(words) is not None
        and (_CLOSES.search(words) is None or _NAME_WITH_STOP.search(words) is not None)
        and _ADDRESS.search(words) is None
        and (_STOP_INSIDE.search(words) is None or (first and len(words.split()) <= _MOST_TITLE_SENTENCES))
        and any(char.isalpha() for char in words)
        and len(_COLUMNS.findall(words)) < _COLUMNS_OF_A_TABLE
    )


def _could_be(text: str, blocks: Sequence[Block], spoken: Sequence[int], at: int, *, tight: bool, opens: bool) -> bool:
    block = blocks[spoken[at]]
    words = text[block.start : block.end]
    if block.kind not in ("paragraph", "label") or block.level or "\n" in words:
        return False
    label = label_in(words)
    if label and (at > 0 or is_known(words[label[0] : label[1]])):
        return False  # "Verbund Nord: gemeinsam lernen" can be a title, but no heading further down
    if not reads_like_one(words, first=at == 0) or _is_dated(words):
        return False
    return tight or opens or spoken[at] == 0 or _gap(text, blocks[spoken[at] - 1], block)


def _is_dated(words: str) -> bool:
    """Return whether a line says a date under a name without a colon: "Laufzeit 01.01.2024 bis 31.12.2026"."""
    name, _, rest = words.partition(" ")
    return _DATE.match(rest) is not None and is_known(name)


def _levels(
    text: str, blocks: Sequence[Block], spoken: Sequence[int], first: int, run: int
) -> Iterator[tuple[int, int]]:
    """Yield which lines of a run of short ones are headings, and how deep."""
    last = first + run - 1
    opens = first == 0
    led_in = not opens and text[: blocks[spoken[first - 1]].end].endswith(":")
    below = blocks[spoken[last + 1]] if last + 1 < len(spoken) else None
    chosen: list[int] = []
    if opens or (run > 1 and not led_in) or (run == 1 and below and not led_in and not _says_much(text, below)):
        chosen.append(first)
    if below and _says_much(text, below) and (not led_in or _gap_before(text, blocks, spoken, last)):
        if opens and run == 3:
            chosen.append(first + 1)
        chosen.append(last)
    if not led_in:
        chosen += [number for number in range(first, last + 1) if _names_a_section(text, blocks[spoken[number]])]
    for number in sorted(set(chosen)):
        words = text[blocks[spoken[number]].start : blocks[spoken[number]].end]
        deeper = number == last and run == 2 and not opens
        yield number, numbering(words) or (1 if opens and number == first else 3 if deeper else 2)


def _names_a_section(text: str, block: Block) -> bool:
    return fold(text[block.start : block.end]) in folded("cues", "sections")


def _says_much(text: str, block: Block) -> bool:
    words = text[block.start : block.end]
    if block.kind != "paragraph":
        return True
    return len(words) > _PROSE or (len(words.split()) > 5 and words.rstrip('"“”»)').endswith((".", "!", "?", ":")))


def _gap_before(text: str, blocks: Sequence[Block], spoken: Sequence[int], at: int) -> bool:
    return at == 0 or _gap(text, blocks[spoken[at] - 1], blocks[spoken[at]])


def _gap(text: str, before: Block, block: Block) -> bool:
    return len(text[before.end : block.start].splitlines()) > 2 or text.count("\n", before.end, block.start) > 1


def _is_tight(text: str, blocks: Sequence[Block]) -> bool:
    """Return whether a text has no blank lines to speak of."""
    gaps = sum(_gap(text, before, block) for before, block in pairwise(blocks))
    return gaps <= _TIGHT * max(len(blocks) - 1, 1)
