"""The coverage heatmap: target groups by themes, readable without colour, as a table or a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from queries.dates import written
from verweisnetz.maps.page import asset, render
from verweisnetz.maps.picture import words

if TYPE_CHECKING:
    from queries.coverage import CellCover, CoverageAnswer

STATES = ("unknown", "refused", "contradictory", "inherited", "partly", "served")
"""From worst to best: of several regions the worst is shown, the others stand in the text."""

COLORS = {
    "unknown": "#ffffff",
    "refused": "#D55E00",
    "contradictory": "#F0E442",
    "inherited": "#E3EEF5",
    "partly": "#A9D6F2",
    "served": "#0072B2",
}
INK = {"refused": "#000000", "served": "#ffffff"}


@dataclass(frozen=True, slots=True)
class Square:
    """One square of the heatmap: the worst state of its regions and a line for each."""

    audience: str
    theme: str
    state: str
    text: str
    told: tuple[str, ...]


def squares(answer: CoverageAnswer, language: str, most: int = 0) -> list[Square]:
    """Return the squares, one per group and theme that matter together.

    Args:
        most: how many regions a square tells of, the worst, before it counts the others; 0: all.
    """
    found: dict[tuple[str, str], list[CellCover]] = {}
    for cell in answer.cells:
        found.setdefault((_label(cell.audience, language), _label(cell.theme, language)), []).append(cell)
    return [_square(audience, theme, cells, language, most) for (audience, theme), cells in sorted(found.items())]


def _label(concept: Any, language: str) -> str:
    return concept.label(language) if concept else words(language)["any"]


def _square(audience: str, theme: str, cells: Sequence[CellCover], language: str, most: int) -> Square:
    text = words(language)
    told: list[tuple[int, str]] = []
    worst = max(STATES, key=STATES.index)
    providers = 0
    for cell in cells:
        state = "inherited" if cell.state == "served" and cell.depth == "inherited" else cell.state
        worst = min(worst, state, key=STATES.index)
        providers = max(providers, cell.providers)
        where = cell.region.label if cell.region else text["any"]
        told.append((STATES.index(state), f"{where}: {text[state]}, {cell.providers}"))
    shown = text["gap"] if worst in ("unknown", "refused") else str(providers)
    lines = [line for _, line in told]
    if most and len(told) > most:
        lines = [line for _, line in sorted(told)[:most]]
        lines.append(text["more"].format(more=len(told) - most))
    return Square(audience, theme, worst, shown, tuple(lines))


def heatmap_page(answer: CoverageAnswer, title: str, language: str) -> str:
    """Return a self-contained page with the heatmap as a table; the same answer gives the same text."""
    grid = squares(answer, language)
    text = words(language)
    return render(
        "heatmap.html.j2",
        styles=[asset("heatmap.css")],
        scripts=[],
        values={
            "lang": language,
            "title": title,
            "words": text,
            "themes": sorted({square.theme for square in grid}),
            "audiences": sorted({square.audience for square in grid}),
            "grid": {(square.audience, square.theme): square for square in grid},
            "states": [(state, text[state]) for state in reversed(STATES)],
            "day": written(answer.day, language),
        },
    )


def chart(answer: CoverageAnswer, title: str, language: str, format_: str) -> bytes:
    """Return the heatmap as a PNG or SVG picture, drawn without a browser or a network."""
    import altair
    import vl_convert

    text = words(language)
    values = [
        {
            "audience": square.audience,
            "theme": square.theme,
            "state": text[square.state],
            "text": square.text,
            "ink": INK.get(square.state, "#000000"),
        }
        for square in squares(answer, language)
    ]
    base = altair.Chart(altair.Data(values=values)).encode(
        x=altair.X("theme:N", title=text["theme"], axis=altair.Axis(labelAngle=-40, labelLimit=260, orient="top")),
        y=altair.Y("audience:N", title=text["audience"], axis=altair.Axis(labelLimit=320)),
    )
    shown = [text[state] for state in reversed(STATES)]
    colors = altair.Scale(domain=shown, range=[COLORS[state] for state in reversed(STATES)])
    boxes = base.mark_rect(stroke="#5a5a5a", strokeWidth=1).encode(
        color=altair.Color("state:N", scale=colors, legend=altair.Legend(title=None, symbolStrokeColor="#5a5a5a"))
    )
    labels = base.mark_text(fontSize=11).encode(text="text:N", color=altair.Color("ink:N", scale=None))
    drawn = (boxes + labels).properties(title=title, width=altair.Step(58), height=altair.Step(26))
    specification = drawn.configure_title(fontSize=18, anchor="start").to_dict()
    if format_ == "svg":
        return str(vl_convert.vegalite_to_svg(specification)).encode("utf-8")
    return bytes(vl_convert.vegalite_to_png(specification, scale=2))
