"""Label lines: ``Veranstalter: IHK``, a name before a colon, and the words it is the name of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.prose.data import folded
from loaders.prose.document import Block, Document
from loaders.prose.markers import skip
from ontology.text import fold

_LABEL = re.compile(
    r"(?:\*\*|__)?(?P<name>[^\W\d_][^:;\n\t]{0,70}?)\s?(?:\*\*|__)?(?:(?P<colon>:)(?:\*\*|__)?(?=\s|$)|(?P<tab>[ \u00a0]*\t))\s*"
)
_WORD = re.compile(r"[^\W\d_][\w.-]*")
_BRACKETS = re.compile(r"\([^()]*\)")
_MOST_WORDS, _MOST_KNOWN_WORDS = 4, 7
_LONGEST_VALUE = 240
_STOP_INSIDE = re.compile(r"[^\W\d]{4,}[.!?]\s")
_SENTENCE_END = re.compile(r"[^\W\d]{3,}[.!?]\s+[^\W\d_a-zäöüß]")


@dataclass(frozen=True, slots=True)
class Label:
    """A label line and what stands under it.

    Args:
        name: bounds of the words before the colon.
        values: bounds of what it names: the rest of the line, or the lines and items that follow it.
        block: the label line itself.
    """

    name: tuple[int, int]
    values: tuple[tuple[int, int], ...]
    block: Block


def label_in(words: str, *, item: bool = False) -> tuple[int, int, int] | None:
    """Return where a line's label begins and ends and its value begins, nothing where it is no label line.

    Args:
        item: the words open an item of a list; there only known names are labels, others are its first words.
    """
    at = skip(words) if item else 0
    found = _LABEL.match(words, at)
    if found is None:
        return None
    name = found["name"].strip()
    rest = words[found.end() :]
    if _STOP_INSIDE.search(name) or name.count("(") != name.count(")"):
        return None
    known = all(map(is_known, name.split(",")))
    if found["tab"]:
        plain = known
    elif known:
        plain = True
    else:
        plain = not item and _names_something(name) and len(rest) <= _LONGEST_VALUE and not _SENTENCE_END.search(rest)
    return (found.start("name"), found.start("name") + len(name), found.end()) if plain else None


def labels(document: Document) -> Iterator[Label]:
    """Yield the label lines of a document with what they name."""
    blocks = document.blocks
    for at, block in enumerate(blocks):
        if block.kind != "label":
            continue
        found = label_in(document.read(block), item=True) or label_in(document.read(block))
        if found is None:
            continue
        begin, end, value = (block.start + place for place in found)
        values = ((value, block.end),) if value < block.end else tuple(_below(document.text, blocks, at))
        yield Label((begin, end), values, block)


@cache
def is_known(name: str) -> bool:
    """Return whether words before a colon are a name that labels have in German project descriptions."""
    words = _WORD.findall(fold(_BRACKETS.sub(" ", name)).replace("*innen", "").replace(":innen", ""))
    if not words or len(words) > _MOST_KNOWN_WORDS:
        return False
    if " ".join(words) in folded("labels", "names") or (len(words) == 1 and _names(words[0])):
        return True
    if len(words) == 1:
        return False
    if _speaks(words) or words[-1] in folded("lines", "unfinished"):
        return False
    return _names(words[-1]) or (_joins(words[1]) and _names(words[0]))


def _names(word: str) -> bool:
    """Return whether a word is a name of labels, or a compound that ends in one."""
    return word in folded("labels", "names") or any(len(word) > len(end) and word.endswith(end) for end in _ends())


def _joins(word: str) -> bool:
    """Return whether a word belongs to what follows it: "Zielgruppe des Projekts" is one, "Netzwerk Nord" a name."""
    return word in folded("lines", "unfinished") or word in folded("lines", "particles")


@cache
def _ends() -> tuple[str, ...]:
    return tuple(sorted(name[1:] for name in folded("labels", "names") if name.startswith("*")))


def _names_something(name: str) -> bool:
    """Return whether an unknown name is one: few words, a capital first, no verb."""
    words = _WORD.findall(_BRACKETS.sub(" ", name))
    spoken = [fold(word) for word in words]
    return (
        0 < len(words) <= _MOST_WORDS
        and name[0].isupper()
        and not _speaks(spoken)
        and spoken[-1] not in folded("lines", "unfinished")
    )


def _speaks(words: Sequence[str]) -> bool:
    return len(words) > 1 and not folded("labels", "sentence_words").isdisjoint(words)


def _below(text: str, blocks: Sequence[Block], at: int) -> Iterator[tuple[int, int]]:
    """Yield what stands under a label alone on its line: all items of the list, or the lines up to a gap."""
    label, first = blocks[at], ""
    for before, block in zip(blocks[at:], blocks[at + 1 :], strict=False):
        if block.kind == "boilerplate":
            continue
        gap = text.count("\n", before.end, block.start) > 1
        if block.kind == "bullet" and first in ("", "bullet") and block.level > label.level:
            first = "bullet"
            yield block.start + skip(text[block.start : block.end]), block.end
        elif block.kind == "paragraph" and first in ("", "paragraph") and not (first and gap):
            first = "paragraph"
            yield block.start, block.end
        else:
            return
