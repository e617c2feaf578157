"""The network map as a still picture for paper: the page map's positions and signs, in black on white."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from verweisnetz.maps.network_map import COLORS, SIGNS, short_label
from verweisnetz.maps.paper_layout import paper_positions
from verweisnetz.maps.picture import Node, Picture, groups, words
from verweisnetz.maps.svg import drawing, element, words_in_lines

LABEL = 23
"""Size of a label in units of the layout."""
SIGN = 13
WIDTHS = (2.0, 2.8, 3.8, 5.0)
MOST = 160
"""Actors whose names can be read on paper; of larger networks the best connected are drawn."""


def drawn_map(picture: Picture, title: str, told: str, name: str = "map") -> Markup:
    """Return the map of a picture; the same picture gives the same text."""
    shown = best_connected(picture)
    sizes = {node.id: _size(node) for node in shown.nodes}
    place = paper_positions(shown, sizes)
    if not place:
        return Markup("")
    left = round(min(x - sizes[one][0] / 2 for one, (x, _) in place.items()))
    right = round(max(x + sizes[one][0] / 2 for one, (x, _) in place.items()))
    top, bottom = min(y for _, y in place.values()), max(y for _, y in place.values())
    box = (left - 10, top - 30, right - left + 20, bottom - top + 30 + 4 * LABEL)
    parts = [*_arrowheads(name), *_edges(shown, place, name), *_nodes(shown, place)]
    return drawing(parts, box, name, title, told)


def best_connected(picture: Picture, most: int = MOST) -> Picture:
    """Return the actors with the most connections and what connects them; small pictures whole."""
    if len(picture.nodes) <= most:
        return picture
    degree = dict.fromkeys((node.id for node in picture.nodes), 0)
    for edge in picture.edges:
        degree[edge.source] += 1
        degree[edge.target] += 1
    inside = set(sorted(degree, key=lambda one: (-degree[one], one))[:most])
    return Picture(
        tuple(node for node in picture.nodes if node.id in inside),
        tuple(edge for edge in picture.edges if edge.source in inside and edge.target in inside),
    )


def map_legend(picture: Picture, language: str) -> list[tuple[Markup, str]]:
    """Return sign and words of everything that is drawn: kinds of actors, then kinds of connections."""
    kinds = {node.group for node in picture.nodes}
    signs = [
        (_small(Markup(SIGNS[group["shape"]]), fill=group["color"], stroke="#1b1b1b"), str(group[language]))
        for group in groups()
        if group["name"] in kinds
    ]
    text = words(language)
    lines = sorted({edge.kind for edge in picture.edges} - {"unit"})
    return signs + [
        (
            _small(
                Markup('<path d="M0 10H20"/>'),
                fill="none",
                stroke=COLORS.get(kind, "#6b6b6b"),
                stroke_width="2.5",
                **_dash(kind),
            ),
            text[kind],
        )
        for kind in lines
    ]


def _small(inside: Markup, **attributes: object) -> Markup:
    return element("svg", inside, width="14", height="14", viewBox="0 0 20 20", aria_hidden="true", **attributes)


def _arrowheads(name: str) -> Iterator[Markup]:
    heads = Markup("").join(
        element(
            "marker",
            element("path", d="M0 0 10 5 0 10Z", fill=color),
            id=f"{name}-{kind}",
            viewBox="0 0 10 10",
            refX="9",
            refY="5",
            markerWidth="13",
            markerHeight="13",
            markerUnits="userSpaceOnUse",
            orient="auto-start-reverse",
        )
        for kind, color in sorted(COLORS.items())
    )
    yield element("defs", heads)


def _edges(picture: Picture, place: Mapping[str, tuple[int, int]], name: str) -> Iterator[Markup]:
    """Yield one line per pair and kind: the warmest handover decides its width, both ways make two heads."""
    strongest: dict[tuple[str, str, str], int] = {}
    for edge in picture.edges:
        if edge.source != edge.target:
            key = (edge.source, edge.target, edge.kind)
            strongest[key] = max(strongest.get(key, 0), edge.strength)
    for (source, target, kind), strength in sorted(strongest.items()):
        back = strongest.get((target, source, kind))
        if back is not None and source > target:
            continue
        wide = max(strength, back or 0)
        (x1, y1), (x2, y2) = _shortened(place[source], place[target])
        heads = {"marker_end": f"url(#{name}-{kind})"} if kind in COLORS else {}
        if back is not None and kind in COLORS:
            heads["marker_start"] = f"url(#{name}-{kind})"
        yield element(
            "path",
            d=f"M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}",
            stroke=COLORS.get(kind, "#6b6b6b"),
            stroke_width=f"{WIDTHS[wide]:g}",
            stroke_opacity="0.45" if kind == "refers" else "0.6",
            fill="none",
            **heads,
            **_dash(kind),
        )


def _dash(kind: str) -> dict[str, str]:
    found = {"member": "5 8", "coordinates": "16 8", "partner": "5 8", "unit": "3 6"}.get(kind)
    return {"stroke_dasharray": found} if found else {}


def _shortened(start: tuple[int, int], end: tuple[int, int]) -> tuple[tuple[float, float], tuple[float, float]]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    away = math.hypot(dx, dy) or 1.0
    gap = min(SIGN + 5.0, away / 3)
    ux, uy = dx / away * gap, dy / away * gap
    return (start[0] + ux, start[1] + uy), (end[0] - ux, end[1] - uy)


def _nodes(picture: Picture, place: Mapping[str, tuple[int, int]]) -> Iterator[Markup]:
    looks: Mapping[str, Any] = {group["name"]: group for group in groups()}
    for node in picture.nodes:
        yield _sign(node, place[node.id], looks[node.group])
    for node in picture.nodes:
        x, y = place[node.id]
        lines = short_label(node.label).split("\n")
        yield words_in_lines(
            "", x, y + SIGN + LABEL, LABEL, lines, text_anchor="middle", fill="#111", stroke="#fff", stroke_width="5",
            stroke_linejoin="round", paint_order="stroke",
        )  # fmt: skip


def _size(node: Node) -> tuple[float, float]:
    """Return width and height of a sign with its name, a little room included."""
    lines = short_label(node.label).split("\n")
    return max(map(len, lines)) * LABEL * 0.56 + 12, 2 * SIGN + len(lines) * LABEL * 1.1 + 12


def _sign(node: Node, at: tuple[int, int], look: Mapping[str, Any]) -> Markup:
    scale = SIGN / 8
    inside = element("title", escape(node.label)) + Markup(SIGNS[look["shape"]])
    move = f"translate({at[0] - 10 * scale:.1f} {at[1] - 10 * scale:.1f}) scale({scale:.2f})"
    return element("g", inside, transform=move, fill=look["color"], stroke="#1b1b1b", stroke_width="1")
