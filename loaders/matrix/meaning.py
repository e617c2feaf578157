"""What one cell of a matrix answers: yes, partly, no, nothing, or a question that stays open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Literal as Choice

from graph.statement import Polarity
from loaders.grid import GridCell
from loaders.matrix import kinds, marks, restrictions
from loaders.matrix.legend import Legend
from loaders.matrix.mojibake import repair
from loaders.matrix.restrictions import Pairs
from loaders.matrix.words import pattern
from ontology.text import clean, fold

Outcome = Choice["yes", "no", "silent", "open", "ditto"]
"""``no`` is said in words; ``silent`` is a bare sign that says nothing."""

_CODES = re.compile(r"\s*[/,;+&]\s*|\s+und\s+|\s+")

_LONGEST_SIGN = 4


@dataclass(frozen=True, slots=True)
class Meaning:
    """The answer of one cell; ``code`` names the issue where it stays open."""

    outcome: Outcome
    polarity: Polarity = "yes"
    planned: bool = False
    conditions: Pairs = ()
    details: Pairs = ()
    code: str = ""


OPEN, CONTRADICTORY, NO_DATE, UNREAD, ERROR, STRUCK, HALF_NO = (
    "VN2101", "VN2102", "VN2103", "VN2104", "VN2105", "VN2106", "VN2107",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one sheet with what the file's legend says; equal cells are read once."""

    legend: Legend
    sheet: str
    memory: dict[tuple[GridCell, bool], Meaning] = field(default_factory=dict, repr=False, compare=False)

    def read(self, cell: GridCell, *, numeric: bool = False) -> Meaning:
        """Return what a cell answers; ``numeric`` columns count something."""
        key = (cell, numeric)
        known = self.memory.get(key)
        if known is None:
            known = self.memory[key] = self._read(cell, numeric)
        return known

    def _read(self, cell: GridCell, numeric: bool) -> Meaning:
        if cell.strike:
            return Meaning("open", code=STRUCK)
        if cell.kind == "error":
            return Meaning("open", code=ERROR)
        text = clean(repair(marks.shown(cell.text, cell.font)))
        said = self._text(text, numeric) if text else Meaning("silent")
        colour = self.legend.colour(cell.fill)
        if colour:
            said = self._coloured(said, self._legend(colour), has_text=bool(text))
        if cell.comment:
            said = replace(said, details=(*said.details, ("comment", clean(cell.comment))))
        return said

    def words_beside(self, text: str) -> Meaning:
        """Return what words in brackets behind a name say about it; footnote marks are resolved."""
        base, notes = marks.footnotes(f"x {text}")
        said = self._words(base) if base != "x" else Meaning("yes")
        for note in notes:
            said = both(said, self.footnote(note)) if said.outcome == "yes" else said
        return said

    def _coloured(self, said: Meaning, colour: Meaning, *, has_text: bool) -> Meaning:
        if said.outcome in {"open", "ditto"}:
            return said
        if said.outcome == "silent" and not has_text:
            return colour
        if said.outcome in {"silent", "no"}:
            return said if colour.outcome in {"no", "silent"} else Meaning("open", code=CONTRADICTORY)
        if colour.outcome == "no":
            return Meaning("open", code=CONTRADICTORY)
        if colour.outcome == "open":
            return colour
        return both(said, colour)

    def _text(self, text: str, numeric: bool) -> Meaning:
        base, notes = marks.footnotes(text)
        said = self._base(base, numeric)
        if said.outcome == "yes":
            for note in notes:
                said = both(said, self.footnote(note))
        return said

    def footnote(self, mark: str) -> Meaning:
        """Return what a footnote mark adds to an answer."""
        text = self.legend.note(self.sheet, mark) or self.legend.sign(self.sheet, mark)
        if not text:
            return Meaning("yes", details=(("footnote", mark),))
        narrowed = restrictions.parse(text, kinds.named_inside)
        left = (("restriction", text),) if narrowed.left and "exclusive" in dict(narrowed.details) else ()
        conditions = (*narrowed.conditions, *left) if narrowed.outcome == "narrows" else ()
        return Meaning("yes", "yes", False, conditions, (("footnote", text), *_plain(narrowed.details)))

    def _base(self, text: str, numeric: bool) -> Meaning:
        legend = self.legend.sign(self.sheet, text)
        if legend:
            return self._legend(legend)
        sign = marks.sign(text)
        value = marks.number(text)
        if value is not None and (numeric or sign not in {"positive", "silent"}):
            return Meaning("yes", details=(("count", text),)) if numeric and value else _silent_number(value)
        if (sign == "partly" and text[:1].isalpha()) or marks.is_noted(text):
            return replace(_signed(sign), details=(("note", text),))
        if sign:
            return _signed(sign)
        codes = self._codes(text)
        return codes if codes else self._words(text)

    def _codes(self, text: str) -> Meaning | None:
        """Read several legend signs in one cell, such as ``W/K``, or one with a remark in brackets."""
        parts = [part for part in _CODES.split(text) if part]
        meanings = [self.legend.sign(self.sheet, part) for part in parts]
        if len(parts) > 1 and all(meanings):
            read = [self._legend(said) for said in meanings]
            if len({one.outcome for one in read}) > 1:
                return Meaning("open", code=CONTRADICTORY)
            first = read[0]
            for other in read[1:]:
                first = both(first, other)
            return first
        match = re.match(r"^(\S{1,6})\s*(?:[(\[](.+)[)\]]|[:,;–-]\s+(.+))$", text)
        legend = self.legend.sign(self.sheet, match[1]) if match else ""
        if match and legend:
            return both(self._legend(legend), self._words(match[2] or match[3]), strict=True)
        sign, _, words = text.partition(" ")
        legend = self.legend.sign(self.sheet, sign) if words and len(sign) <= _LONGEST_SIGN else ""
        if legend and restrictions.parse(words, kinds.named_inside).outcome == "narrows":
            return both(self._legend(legend), self._words(words), strict=True)  # below each other in one cell
        return None

    def _words(self, text: str) -> Meaning:
        sign, words = marks.split(text)
        if sign and not words:
            return _signed(marks.sign(sign))
        if marks.sign(words) in {"open", "refused", "silent"}:
            return Meaning("open", code=CONTRADICTORY if sign else OPEN)
        narrowed = restrictions.parse(words, kinds.named_inside)
        if narrowed.outcome == "open":
            planned = pattern("restrictions", "words", "planned").search(fold(words))
            return Meaning("open", code=NO_DATE if planned else OPEN)
        if narrowed.outcome == "refuses":
            return Meaning("open", code=HALF_NO)
        if narrowed.outcome == "unread" and not sign:
            return Meaning("open", code=UNREAD)
        left = (("restriction", words),) if narrowed.left else ()
        uncertain = (("uncertain", "true"),) if marks.sign(sign) == "uncertain" else ()
        return Meaning(
            "yes", "partly" if narrowed.partly else "yes", narrowed.planned,
            (*narrowed.conditions, *left), (("note", words), *narrowed.details, *uncertain),
        )  # fmt: skip

    def _legend(self, text: str) -> Meaning:
        return _meant(text)


@lru_cache(maxsize=4096)
def _meant(text: str) -> Meaning:
    """Return what the words of a legend answer."""
    folded = text.casefold()
    if fold(text) == "ja":
        return Meaning("yes", details=(("meaning", text),))
    if fold(text) == "nein":
        return _signed("refused")
    if fold(text) in {"nichts", "nothing"}:
        return Meaning("silent")
    if pattern("marks", "meaning", "open").search(folded) and not restrictions.parse(text).conditions:
        return Meaning("open", code=OPEN)
    if pattern("marks", "meaning", "no").search(folded) and not pattern("marks", "meaning", "yes").search(folded):
        return Meaning("no")
    narrowed = restrictions.parse(text, kinds.named_inside)
    partly = narrowed.partly or bool(pattern("marks", "meaning", "partly").search(folded))
    conditions = narrowed.conditions if narrowed.outcome == "narrows" else ()
    details = _plain(narrowed.details) if narrowed.outcome == "narrows" else ()
    handover = restrictions.handover(text)
    ways = (("handover", handover),) if handover else ()
    return Meaning(
        "yes", "partly" if partly else "yes", narrowed.planned, conditions, (("meaning", text), *details, *ways)
    )


def _plain(details: Pairs) -> Pairs:
    return tuple((key, value) for key, value in details if key != "note")


def _silent_number(value: float) -> Meaning:
    return Meaning("silent") if value == 0 else Meaning("open", code=UNREAD)


@cache
def _signed(sign: str) -> Meaning:
    answers = {
        "positive": Meaning("yes"),
        "uncertain": Meaning("yes", details=(("uncertain", "true"),)),
        "partly": Meaning("yes", "partly"),
        "refused": Meaning("no"),
        "silent": Meaning("silent"),
        "ditto": Meaning("ditto"),
    }
    return answers.get(sign, Meaning("open", code=OPEN))


def both(one: Meaning, other: Meaning, *, strict: bool = False) -> Meaning:
    """Return an answer with what another adds; ``strict``: what the other leaves open, both leave open."""
    if strict and other.outcome != "yes":
        return Meaning("open", code=other.code or CONTRADICTORY)
    polarity: Polarity = "partly" if "partly" in (one.polarity, other.polarity) else one.polarity
    conditions, details = (*one.conditions, *other.conditions), (*one.details, *other.details)
    return Meaning(
        one.outcome,
        polarity,
        one.planned or other.planned,
        tuple(dict.fromkeys(conditions)),
        tuple(dict.fromkeys(details)),
    )
