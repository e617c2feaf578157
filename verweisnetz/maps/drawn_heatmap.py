"""The coverage heatmap as still pictures for paper: as many panels as it takes to keep the words readable."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product

from markupsafe import Markup

from verweisnetz.maps.heatmap import COLORS, INK, STATES, Square
from verweisnetz.maps.picture import words
from verweisnetz.maps.svg import drawing, element, words_in_lines

ROWS, COLUMNS = 26, 16
"""How many groups and themes one panel holds."""
BOX, HEIGHT, SIZE = 50, 30, 14
TILT = 40
"""Degrees by which the names of themes rise."""
LETTER = 0.6 * SIZE
"""About as wide as a letter is, a little more than less."""
LONGEST = 42
HATCHED = ("unknown", "refused")


def panels(squares: Sequence[Square]) -> list[list[Square]]:
    """Return the squares by panel: themes beside each other, groups below each other, none without a square."""
    audiences, themes = sorted({one.audience for one in squares}), sorted({one.theme for one in squares})
    found = []
    for some, others in product(_cut(audiences, ROWS), _cut(themes, COLUMNS)):
        inside = [one for one in squares if one.audience in some and one.theme in others]
        if inside:
            found.append(inside)
    return found


def drawn_heatmap(squares: Sequence[Square], title: str, told: str, name: str = "heatmap") -> Markup:
    """Return one panel; a gap has a thick border and a word, so that it is seen without colours."""
    frame = _Frame(sorted({one.audience for one in squares}), sorted({one.theme for one in squares}))
    parts = [*_heads(frame), *_boxes(squares, frame)]
    return drawing(parts, (0, 0, frame.width, frame.height), name, title, told)


class _Frame:
    """Where the squares of a panel begin: its names decide how much room is left of and above them."""

    def __init__(self, audiences: Sequence[str], themes: Sequence[str]) -> None:
        self.audiences, self.themes = audiences, themes
        tilt = math.radians(TILT)
        lengths = [len(_short(theme)) * LETTER for theme in themes]
        self.left = round(max(len(_short(one)) for one in audiences) * LETTER) + 16
        self.top = round(max(lengths) * math.sin(tilt)) + 2 * SIZE
        ends = (BOX * (column + 0.5) + length * math.cos(tilt) for column, length in enumerate(lengths))
        self.width = self.left + round(max(BOX * len(themes), *ends)) + SIZE
        self.height = self.top + HEIGHT * len(audiences) + 12


def heatmap_legend(language: str) -> list[tuple[Markup, str]]:
    """Return sign and words of every state, the best first."""
    text = words(language)
    return [
        (
            element("svg", _box(1, 1, 18, 16, state), width="20", height="18", viewBox="0 0 20 18", aria_hidden="true"),
            text[state],
        )
        for state in reversed(STATES)
    ]


def _cut(names: Sequence[str], size: int) -> list[Sequence[str]]:
    """Return names in parts of nearly equal size."""
    parts = -(-len(names) // size) or 1
    step = -(-len(names) // parts) or 1
    return [names[at : at + step] for at in range(0, len(names), step)]


def _heads(frame: _Frame) -> Iterator[Markup]:
    left, top = frame.left, frame.top
    for row, name in enumerate(frame.audiences):
        y = top + HEIGHT * row + HEIGHT / 2 + SIZE * 0.36
        yield words_in_lines(_short(name), left - 8, y, SIZE, text_anchor="end", fill="#111")
        yield _rule(f"M{left} {top + HEIGHT * row}H{left + BOX * len(frame.themes)}")
    for column, name in enumerate(frame.themes):
        x = left + BOX * column + BOX / 2
        label = words_in_lines(_short(name), 0, 0, SIZE, fill="#111")
        yield element("g", label, transform=f"translate({x:g} {top - 8}) rotate(-{TILT})")
        yield _rule(f"M{left + BOX * column} {top}V{top + HEIGHT * len(frame.audiences)}")


def _rule(path: str) -> Markup:
    return element("path", d=path, stroke="#ddd", stroke_width="1", fill="none")


def _boxes(squares: Sequence[Square], frame: _Frame) -> Iterator[Markup]:
    for one in squares:
        x = frame.left + BOX * frame.themes.index(one.theme)
        y = frame.top + HEIGHT * frame.audiences.index(one.audience)
        told = element("title", f"{one.audience} · {one.theme}: {'; '.join(one.told)}")
        size = 13 if one.text.isdigit() else 11.5
        text = words_in_lines(
            one.text, x + BOX / 2, y + HEIGHT / 2 + 4.5, size, text_anchor="middle", font_weight="600",
            fill=INK.get(one.state, "#000000"),
        )  # fmt: skip
        yield element("g", told + _box(x + 2, y + 2, BOX - 4, HEIGHT - 4, one.state) + text)


def _box(x: float, y: float, width: float, height: float, state: str) -> Markup:
    more: dict[str, str] = {"stroke": "#5a5a5a", "stroke_width": "1"}
    if state in HATCHED:
        more = {"stroke": "#8a3600", "stroke_width": "3"}
    if state == "unknown":
        more["stroke_dasharray"] = "5 3"
    if state == "inherited":
        more = {"stroke": "#0072B2", "stroke_width": "2", "stroke_dasharray": "2 2"}
    return element("rect", x=f"{x:g}", y=f"{y:g}", width=f"{width:g}", height=f"{height:g}", fill=_FILL[state], **more)


_FILL = {**COLORS, "refused": "#F4B183"}


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
