"""Printed lines become paragraphs, items and headings; words that a line's end cut in two become whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from loaders.prose.document import BlockKind
from loaders.prose.headings import reads_like_one
from loaders.prose.labels import label_in
from loaders.prose.lines import continues, unfinished
from loaders.prose.markers import marker
from loaders.prose.printed_lines import PrintedLine

_LARGER = 1.12
_OTHER_SIZE = 0.1
_GAP = 1.35
_SLACK = 0.03
_SAME_EDGE = 4.0
_PART_LEFT_OUT = re.compile(r"(?:und|oder|bzw\.?|sowie|u\.)\b")
_LONGEST_HEADING, _MOST_LINES = 250, 4
_STOPS = (".", "!", "?", ":", "…")


@dataclass(slots=True)
class Printed:
    """Lines that belong together, and what they are."""

    lines: list[PrintedLine]
    kind: BlockKind = "paragraph"
    level: int = 0

    @property
    def text(self) -> str:
        """Its words; one cut at a line's end is joined, a name's own hyphen stays."""
        pieces = [self.lines[0].text]
        for line in self.lines[1:]:
            before = pieces[-1]
            pieces[-1:] = rejoined(before, line.text)
        return "".join(pieces)

    @property
    def size(self) -> float:
        """Height of its letters."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


def rejoined(line: str, rest: str) -> tuple[str, str]:
    """Return two lines as they continue each other: "Regional-" and "agentur", "Siegen-" and "Wittgenstein", "KI-" and "gestützt", "Aus-" and "und"."""
    if _is_cut(line) and rest[:1].isalpha():
        if rest[0].isupper() or line[-2].isupper():
            return line, rest
        if not _PART_LEFT_OUT.match(rest):
            return line[:-1], rest
    return line, f" {rest}"


def _is_cut(line: str) -> bool:
    """Return whether a line ends within a word, or behind a name's own hyphen."""
    return line.endswith("-") and line[-2:-1].isalpha()


class Typography:
    """What is usual in a document: the size of its text, the distance of its lines, the sizes of its headings."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        sizes = Counter[float]()
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
        self.body = sizes.most_common(1)[0][0] if sizes else 0.0
        steps = [
            b.box.top - a.box.top
            for a, b in pairwise(lines)
            if a.page == b.page and 0 < b.box.top - a.box.top < 2.5 * max(a.size, 1.0) and _rounded(a.size) == self.body
        ]
        self.step = median(steps) if steps else 1.2 * self.body
        larger = sorted((size for size in sizes if size >= _LARGER * self.body), reverse=True)
        self._levels = {size: min(at, 6) for at, size in enumerate(larger, 1)}

    def heading_level(self, size: float) -> int:
        """Return how deep a heading of a size is, 0 where text of it is none."""
        return self._levels.get(_rounded(size), 0)

    @property
    def deepest(self) -> int:
        """The depth of headings that are only bold."""
        return max(self._levels.values(), default=1) + 1


def paragraphs(lines: Sequence[PrintedLine], usual: Typography) -> Iterator[Printed]:
    """Yield what the lines of a document say, in their order."""
    now: Printed | None = None
    items: list[float] = []
    for line in lines:
        if now is not None and not _begins(now, line, usual):
            now.lines.append(line)
            continue
        if now is not None:
            yield _settled(now, usual)
        now = Printed([line])
        opening = marker(line.text)
        if opening is not None and (not opening.number or items or not reads_like_one(line.text) or not line.bold):
            while items and line.indent < items[-1] - _SAME_EDGE:
                items.pop()
            if not items or line.indent > items[-1] + _SAME_EDGE:
                items.append(line.indent)
            now.kind, now.level = "bullet", len(items)
        elif items and line.indent <= items[0] + _SAME_EDGE:
            items = []
        elif items:
            now.level = len(items)
    if now is not None:
        yield _settled(now, usual)


def _begins(now: Printed, line: PrintedLine, usual: Typography) -> bool:
    """Return whether a line begins something new."""
    above = now.lines[-1]
    if abs(line.size - above.size) > _OTHER_SIZE * max(above.size, line.size) or line.bold != above.bold:
        return True
    said = above.text
    goes_on = _is_cut(said) or unfinished(said) or continues(line.text)
    closed = said.endswith(_STOPS)
    fits = line.first + 0.3 * line.size < above.room - _SLACK * (above.right - above.left)
    if above.page != line.page or line.box.top < above.box.top:  # the next column or page
        return bool(marker(line.text)) or closed or (fits and not goes_on)
    if line.box.top - above.box.top > _GAP * max(usual.step, 1.1 * above.size):
        return True
    opening = marker(line.text)
    if opening and (
        closed or fits or opening.kind != "-" or (now.kind == "bullet" and now.lines[0].text[0] == line.text[0])
    ):
        return True
    if label_in(line.text) and (closed or fits or "\t" in line.text):
        return True
    if goes_on and not closed:
        return False
    indented = line.box.left > above.box.left + line.size and now.kind != "bullet"
    return fits or (indented and closed)


def _settled(done: Printed, usual: Typography) -> Printed:
    """Return a paragraph as a heading, where its letters are larger or bold and its words read like one."""
    level = usual.heading_level(done.size)
    if len(done.lines) > _MOST_LINES:
        return done
    short = len(done.text) <= _LONGEST_HEADING
    if level and short and (done.kind == "paragraph" or marker(done.text)):
        return _as_heading(done, level)
    bold = done.bold and done.kind == "paragraph" and not done.level and label_in(done.text) is None
    if bold and len(done.lines) <= 2 and reads_like_one(done.text):
        return _as_heading(done, usual.deepest)
    return done


def _as_heading(done: Printed, level: int) -> Printed:
    done.kind, done.level = "heading", level
    return done


def _rounded(size: float) -> float:
    return round(size * 2) / 2
