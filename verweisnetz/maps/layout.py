"""Where nodes stand: seeded, component by component, so that the same picture always looks the same."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from verweisnetz.maps.picture import Picture

SPACING = 230.0
SEED = 7
WIDER = 1.9

Positions = Mapping[str, tuple[int, int]]


def positions(picture: Picture) -> Positions:
    """Return whole-number coordinates for every node.

    Each connected component is laid out by Fruchterman and Reingold (1991); components stand side by side, larger
    first, and unconnected nodes in rows below: an isolated node must not squash the rest.
    """
    parts = components(picture)
    placed: dict[str, tuple[int, int]] = {}
    x = height = 0.0
    for component in [part for part in parts if len(part) > 1]:
        spread = _spread(component, picture)
        width = max(left for left, _ in spread.values()) + SPACING
        for node, (left, top) in spread.items():
            placed[node] = (round(x + left), round(top))
            height = max(height, top)
        x += width
    single = [part[0] for part in parts if len(part) == 1]
    columns = max(4, math.ceil(math.sqrt(len(single) * 2)), round(x / (SPACING * 1.2)))
    for number, node in enumerate(single):
        row, column = divmod(number, columns)
        placed[node] = (round(column * SPACING * 1.2), round(height + SPACING + row * SPACING * 0.6))
    return placed


def components(picture: Picture) -> list[list[str]]:
    """Return the connected parts of a picture, the larger first, each sorted by id."""
    neighbours: dict[str, set[str]] = {node.id: set() for node in picture.nodes}
    for edge in picture.edges:
        neighbours[edge.source].add(edge.target)
        neighbours[edge.target].add(edge.source)
    seen: set[str] = set()
    found = []
    for node in sorted(neighbours):
        if node in seen:
            continue
        component, front = [], [node]
        seen.add(node)
        while front:
            here = front.pop()
            component.append(here)
            fresh = sorted(neighbours[here] - seen)
            seen.update(fresh)
            front += fresh
        found.append(sorted(component))
    return sorted(found, key=lambda part: (-len(part), part[0]))


def _spread(component: Sequence[str], picture: Picture) -> dict[str, tuple[float, float]]:
    import rustworkx

    graph: rustworkx.PyGraph[str, None] = rustworkx.PyGraph()
    index = dict(zip(component, graph.add_nodes_from(list(component)), strict=True))
    pairs = sorted(
        {tuple(sorted((e.source, e.target))) for e in picture.edges if e.source in index and e.source != e.target}
    )
    graph.add_edges_from_no_data([(index[one], index[other]) for one, other in pairs])
    drawn = rustworkx.spring_layout(graph, seed=SEED, num_iter=300, k=1.6 / math.sqrt(len(component)))
    scale = SPACING * math.sqrt(len(component)) * 0.36
    raw = {node: (drawn[index[node]][0] * scale, drawn[index[node]][1] * scale) for node in component}
    raw = _apart(_widened(_drawn_in(raw)))
    left, top = min(x for x, _ in raw.values()), min(y for _, y in raw.values())
    return {node: (x - left, y - top) for node, (x, y) in raw.items()}


def _drawn_in(raw: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Give the crowded middle room at the cost of far ends: distances from the middle shrink the more the longer."""
    middle = [sum(values) / len(raw) for values in zip(*raw.values(), strict=True)]
    away = {name: math.hypot(x - middle[0], y - middle[1]) for name, (x, y) in raw.items()}
    most = max(away.values()) or 1.0
    factor = {name: (distance / most) ** 0.62 * most / (distance or 1.0) for name, distance in away.items()}
    return {name: ((x - middle[0]) * factor[name], (y - middle[1]) * factor[name]) for name, (x, y) in raw.items()}


def _widened(raw: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Stretch a layout to the proportions of screens and walls; labels are wider than high, too."""
    width, height = (max(values) - min(values) for values in zip(*raw.values(), strict=True))
    stretch = min(max(WIDER * height / (width or 1.0), 1.0), 2 * WIDER)
    return {name: (x * stretch, y) for name, (x, y) in raw.items()}


def _apart(raw: dict[str, tuple[float, float]], rounds: int = 120) -> dict[str, tuple[float, float]]:
    """Push nodes whose labels would overlap apart; a label is wide, so x counts less than y."""
    if len(raw) > 600:
        return raw
    names = sorted(raw)
    x, y = [raw[name][0] for name in names], [raw[name][1] for name in names]
    for _ in range(rounds):
        moved = False
        for i in range(len(names)):
            for j in range(i + 1, len(names)):
                dx, dy = (x[j] - x[i]) / 1.9, y[j] - y[i]
                distance = math.hypot(dx, dy)
                if distance >= SPACING * 0.52:
                    continue
                push = (SPACING * 0.52 - distance) / 2 / max(distance, 1.0)
                ux, uy = (dx, dy) if distance > 1 else (1.0, float(i % 3 - 1))
                x[i], y[i], x[j], y[j] = x[i] - ux * push, y[i] - uy * push, x[j] + ux * push, y[j] + uy * push
                moved = True
        if not moved:
            break
    return {name: (x[i], y[i]) for i, name in enumerate(names)}
