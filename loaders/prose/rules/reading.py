"""A document's words, with the sentence and block each stands in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from graph.evidence import Span
from loaders.prose.document import Block, Document
from loaders.prose.sentences import of_block
from ontology.place_names import Word
from ontology.text import fold

_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[̀-ͯ\u00ad\u200b]|(?<=[a-zäöüß])-\n[ \t]*(?=[a-zäöüß])(?!(?:und|oder|bzw|sowie|bis|u)\b))*(?:(?:[*:_·]|/-?|\(-?)(?:innen|in|r|n)\b\)?)?"
)
"""A word with its gender mark, "Teilnehmer*innen", "Bürger/-innen", or cut at the end of a line: "Weiter-⏎bildung"."""
_CUT = re.compile(r"-\n[ \t]*(?=[a-zäöüß])(?!(?:und|oder|bzw|sowie|bis|u)\b)")
_BREAK = re.compile(r"-\s*\n\s*")
"""A hyphen at the end of a line behind which a part with a capital follows: it belongs to the word."""
_ABBREVIATED = re.compile(r"(?:\be\.[ \u00a0]?V|\b[A-Z]\.[A-Z]\.[A-Z]|\be\.[ \u00a0]?G)$")
_PAIRS = (("„", '“”"'), ("»", "«"), ("(", ")"))
_LINE, _CAPITALS = 8, 0.7
"""Letters of a line, and the share of capitals with which all of it is set in capitals."""
_CAMEL = re.compile(r"(?<=[a-zäöüß])In(?:nen)?$")


@dataclass(frozen=True)
class Reading:
    """A document as a row of words; spans of the rules are numbers of words, half open.

    Args:
        blocks, sentences: for each word the number of its block and of its sentence.
    """

    document: Document
    words: tuple[Word, ...]
    blocks: tuple[int, ...]
    sentences: tuple[int, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False)

    def gap(self, at: int) -> str:
        """Return what stands between a word and the one before it; a line break between blocks."""
        if at <= 0 or at >= len(self.words) or self.blocks[at] != self.blocks[at - 1]:
            return "\n"
        return self.document.text[self.words[at - 1].end : self.words[at].start]

    def joined(self, at: int) -> bool:
        """Return whether a hyphen joins a word to the one before: the second of "IHK-Bildungszentrum"."""
        gap = self.gap(at)
        return gap in {"-", "‐", "‑", "\u00ad"} or (gap[:1] == "-" and self._breaks(at, gap))

    def _breaks(self, at: int, gap: str) -> bool:
        """Return whether a line ends with the hyphen of a name: "Ostmecklenburg-⏎Vorpommern"."""
        same = 0 < at < len(self.words) and self.blocks[at] == self.blocks[at - 1]
        return same and bool(_BREAK.fullmatch(gap)) and self.words[at].text[0].isupper()

    def close(self, at: int) -> bool:
        """Return whether nothing but space or a hyphen stands before a word."""
        gap = self.gap(at)
        return self.joined(at) or (gap.strip(" \u00a0") == "" and "\n" not in gap) or self._wrapped(at, gap)

    def _wrapped(self, at: int, gap: str) -> bool:
        return (
            0 < at < len(self.words)
            and self.blocks[at] == self.blocks[at - 1]
            and gap.strip() == ""
            and gap.count("\n") == 1
        )

    def opens(self, at: int) -> bool:
        """Return whether a word is the first of its sentence."""
        return at == 0 or self.sentences[at] != self.sentences[at - 1]

    def unit(self, at: int) -> tuple[int, int]:
        """Return the hyphenated word a word belongs to."""
        first, end = at, at + 1
        while self.joined(first):
            first -= 1
        while end < len(self.words) and self.joined(end):
            end += 1
        return first, end

    def whole(self, first: int, end: int) -> str:
        """Return some words folded, as one: "kigestuetztentools"."""
        return "".join(word.folded for word in self.words[first:end])

    def text(self, first: int, end: int) -> str:
        """Return the words as written, with what stands between them but no ends of lines."""
        start, stop = self.bounds(first, end)
        return _whole(self.document.text[start:stop])

    def span(self, first: int, end: int) -> Span:
        """Return the place of some words."""
        return self.document.quote(*self.bounds(first, end))

    def bounds(self, first: int, end: int) -> tuple[int, int]:
        """Return the characters of some words, with the marks that belong to them: "e. V.", "Kurs „A“", "Halle (Saale)"."""
        text, start, stop = self.document.text, self.words[first].start, self.words[end - 1].end
        if text[stop : stop + 1] == "." and _ABBREVIATED.search(text, start, stop):
            stop += 1
        if text[stop : stop + 1] in ("!", "?") and text[stop + 1 : stop + 2] in ("“", "”", '"', "«", "‘"):
            stop += 1  # "Gemeinsam digital!"
        for opening, closing in _PAIRS:
            inside = text[start:stop]
            if opening in inside and not any(sign in inside[inside.rindex(opening) + 1 :] for sign in closing):
                found = next((at for at in range(stop, min(stop + 3, len(text))) if text[at] in closing), -1)
                stop = found + 1 if found >= 0 else stop
        return start, stop

    def at(self, offset: int) -> int:
        """Return the number of the first word that starts at or behind a character."""
        return bisect_left(self._starts, offset)

    def block(self, at: int) -> Block:
        """Return the block of a word."""
        return self.document.blocks[self.blocks[at]]

    def sentence_end(self, at: int) -> int:
        """Return the number of the word behind a word's sentence."""
        end = at + 1
        while end < len(self.words) and not self.opens(end):
            end += 1
        return end

    def sentence_start(self, at: int) -> int:
        """Return the number of the first word of a word's sentence."""
        while not self.opens(at):
            at -= 1
        return at

    def is_capital(self, at: int) -> bool:
        """Return whether a word begins with a capital or is a number."""
        return self.words[at].text[0].isupper()

    @cached_property
    def quoted(self) -> Mapping[int, int]:
        """Where quoted words begin, each with the word behind them."""
        from loaders.prose.rules.quotes import quotes

        return {one.first: one.end for one in quotes(self) if not one.bold}

    @cached_property
    def shouted(self) -> frozenset[int]:
        """The numbers of the blocks that are set in capitals as a whole."""
        return frozenset(number for number in dict.fromkeys(self.blocks) if _is_loud(self.document, number))

    @cached_property
    def by_sentence(self) -> tuple[tuple[int, int], ...]:
        """The first and last-plus-one word of every sentence."""
        starts = [at for at in range(len(self.words)) if self.opens(at)]
        return tuple(pairwise([*starts, len(self.words)])) if starts else ()


def _whole(text: str) -> str:
    """Return words without the ends of the lines they stand in."""
    if "\n" not in text:
        return text
    return " ".join(_BREAK.sub(_hyphen, _CUT.sub("", text)).split())


def _hyphen(found: re.Match[str]) -> str:
    """Return the hyphen of a name, or that of "Fort- und" with its space."""
    following = found.string[found.end() : found.end() + 1]
    return "-" if following.isupper() else "- "


def _is_loud(document: Document, number: int) -> bool:
    letters = [sign for sign in document.read(document.blocks[number]) if sign.isalpha()]
    return len(letters) > _LINE and sum(sign.isupper() for sign in letters) > _CAPITALS * len(letters)


def read(document: Document) -> Reading:
    """Return the words of everything a document says; boilerplate says nothing."""
    found: list[Word] = []
    blocks: list[int] = []
    sentences: list[int] = []
    number = 0
    for index, block in enumerate(document.blocks):
        if block.kind == "boilerplate":
            continue
        for start, end in of_block(document, block):
            for match in _WORD.finditer(document.text, start, end):
                text = _CUT.sub("", match[0])
                found.append(Word(text, fold(_CAMEL.sub("*innen", text)), match.start(), match.end()))
                blocks.append(index)
                sentences.append(number)
            number += 1
    starts = tuple(word.start for word in found)
    return Reading(document, tuple(found), tuple(blocks), tuple(sentences), starts)
