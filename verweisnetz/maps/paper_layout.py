"""Where nodes stand on paper: the map's layout, with room for every name and small groups below the large one."""

from __future__ import annotations

from collections.abc import Mapping

from verweisnetz.maps.layout import Positions, components, positions
from verweisnetz.maps.picture import Picture

GAP = 60
ROUNDS = 150
FLATTER = 0.72
"""Paper is wider than the map of a screen; what comes too close is pushed apart again."""
_WIDEST = 2.0
"""Proportions of a page on its side."""

Sizes = Mapping[str, tuple[float, float]]


def paper_positions(picture: Picture, sizes: Sizes) -> Positions:
    """Return whole-number coordinates for every node; of two boxes of ``sizes`` (width, height) none hides another."""
    large, rest = _parted(picture)
    placed = _apart(positions(large), sizes) if large.nodes else {}
    height = float(max((y for _, y in placed.values()), default=-GAP * 2))
    width = max((x for x, _ in placed.values()), default=0)
    for row in _rows(rest, sizes, max(width, 1600)):
        height += GAP + max(sizes[one][1] for one in row)
        x = 0.0
        for one in row:
            x += sizes[one][0] / 2
            placed[one] = (round(x), round(height))
            x += sizes[one][0] / 2 + GAP / 2
    return placed


def _parted(picture: Picture) -> tuple[Picture, list[list[str]]]:
    """Return the largest connected part, and the others, each with its nodes side by side."""
    parts = components(picture)
    inside = set(parts[0]) if parts and len(parts[0]) > 1 else set[str]()
    large = Picture(
        tuple(node for node in picture.nodes if node.id in inside),
        tuple(edge for edge in picture.edges if edge.source in inside and edge.target in inside),
    )
    return large, parts[1:] if inside else parts


def _rows(parts: list[list[str]], sizes: Sizes, width: float) -> list[list[str]]:
    rows: list[list[str]] = []
    left = 0.0
    for part in parts:
        wide = sum(sizes[one][0] + GAP / 2 for one in part)
        if not rows or left + wide > width:
            rows.append([])
            left = 0.0
        rows[-1] += part
        left += wide
    return rows


def _apart(place: Positions, sizes: Sizes) -> dict[str, tuple[int, int]]:
    """Push boxes apart that hide each other, along the shorter way; the picture keeps its shape."""
    names = sorted(place)
    x, y = [float(place[name][0]) for name in names], [place[name][1] * FLATTER for name in names]
    wide, high = [sizes[name][0] for name in names], [sizes[name][1] for name in names]
    for _ in range(ROUNDS):
        moved = False
        for i in range(len(names)):
            for j in range(i + 1, len(names)):
                over_x = (wide[i] + wide[j]) / 2 - abs(x[i] - x[j])
                over_y = (high[i] + high[j]) / 2 - abs(y[i] - y[j])
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                if over_x < over_y * _WIDEST:
                    push = over_x / 2 + 0.5 if x[i] <= x[j] else -over_x / 2 - 0.5
                    x[i], x[j] = x[i] - push, x[j] + push
                else:
                    push = over_y / 2 + 0.5 if y[i] <= y[j] else -over_y / 2 - 0.5
                    y[i], y[j] = y[i] - push, y[j] + push
        if not moved:
            break
    left, top = min(x), min(y)
    return {name: (round(x[i] - left), round(y[i] - top)) for i, name in enumerate(names)}
