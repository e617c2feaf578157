"""The words of one sentence, with the nodes it names as single words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.prose.extract import Node
from loaders.prose.rules.relation_grammar import is_small, joining_phrases
from ontology.text import fold

_WORD = re.compile(r"[^\W_]+(?:[-.*:/&’'][^\W_]+)*[-.]?|\S")
_ABBREVIATED = re.compile(r"^(?:[^\W\d_]\.|[^\W\d_]{1,4}\.[^\W\d_].*|bzw\.|ggf\.|ca\.|etc\.|u\.a\.|z\.B\.)$")


@dataclass(frozen=True, slots=True, order=True)
class Naming:
    """One mention of a node, by its place in the text."""

    start: int
    end: int
    node: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a sign, or a whole mention; ``aside`` when it stands in brackets."""

    start: int
    end: int
    text: str
    low: str
    naming: Naming | None = None
    aside: bool = False

    @property
    def is_noun(self) -> bool:
        """Whether it is written like a noun and names no node."""
        return self.naming is None and self.text[:1].isupper() and not is_small(self.low)


def words_of(text: str, start: int, end: int, namings: Sequence[Naming]) -> list[Word]:
    """Return the words between two offsets; namings must lie within them and not overlap."""
    found: list[Word] = []
    at = start
    for naming in namings:
        found.extend(_plain(text, at, naming.start))
        said = text[naming.start : naming.end]
        found.append(Word(naming.start, naming.end, said, fold(said), naming))
        at = naming.end
    found.extend(_plain(text, at, end))
    return _bracketed(_phrased(text, found))


def _plain(text: str, start: int, end: int) -> list[Word]:
    found = []
    for match in _WORD.finditer(text, start, end):
        said, stop = match[0], match.end()
        if said.endswith(".") and not _ABBREVIATED.match(said):
            said, stop = said[:-1], stop - 1
            found.append(Word(match.start(), stop, said, fold(said)))
            found.append(Word(stop, stop + 1, ".", "."))
        else:
            found.append(Word(match.start(), stop, said, fold(said)))
    return found


def _phrased(text: str, words: list[Word]) -> list[Word]:
    """Return the words with phrases that only join as one: "zum Beispiel"."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        phrases = joining_phrases().get(words[at].low, ())
        length = next((len(p) for p in phrases if tuple(word.low for word in words[at : at + len(p)]) == p), 0)
        if length:
            start, end = words[at].start, words[at + length - 1].end
            found.append(Word(start, end, text[start:end], "auch"))
        else:
            found.append(words[at])
        at += length or 1
    return found


def _bracketed(words: list[Word]) -> list[Word]:
    depth, found = 0, []
    for word in words:
        if word.text in "([" and word.naming is None:
            depth += 1
        found.append(Word(word.start, word.end, word.text, word.low, word.naming, True) if depth else word)
        if word.text in ")]" and word.naming is None:
            depth = max(0, depth - 1)
    return found


def namings_of(nodes: Sequence[Node]) -> list[Naming]:
    """Return every mention of some nodes, in the order of the text."""
    return sorted(Naming(span.start, span.end, node.id) for node in nodes for span in node.mentions)
