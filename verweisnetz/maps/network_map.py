"""The network map: pyvis's network with our own template, offline, searchable, with a table beside it."""

from __future__ import annotations

import html
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from verweisnetz.maps.layout import positions
from verweisnetz.maps.page import asset, render
from verweisnetz.maps.picture import Edge, Node, Picture, groups, words

WIDTHS = (1.0, 1.6, 2.4, 3.4)
COLORS = {
    "refers": "#3b3b3b",
    "member": "#D55E00",
    "coordinates": "#D55E00",
    "serves": "#8a8a8a",
    "unit": "#0072B2",
    "unreviewed": "#8a8a8a",
}
DASHES = {"member": [2, 4], "coordinates": [8, 4], "partner": [2, 4], "unit": [1, 3], "unreviewed": [8, 6]}
LABEL_LIMIT = 34


def network_page(picture: Picture, title: str, language: str = "de", focus: str = "") -> str:
    """Return the page of a picture: the same picture gives the same text."""
    net = _pyvis(picture, focus)
    text = words(language)
    return render(
        "map.html.j2",
        styles=[_vis("vis-network.css"), asset("map.css")],
        scripts=[_vis("vis-network.min.js"), asset("map.js")],
        values={
            "lang": language,
            "title": title,
            "words": text,
            "nodes": picture.nodes,
            "node_count": sum(node.group != "audience" for node in picture.nodes),
            "edges": _table(picture, text),
            "legend": _legend(picture, language),
            "kinds": _kinds(picture, text),
            "data": {"nodes": net.nodes, "edges": net.edges, "words": text, "focus": focus},
        },
    )


def _pyvis(picture: Picture, focus: str) -> Any:
    from pyvis.network import Network

    net = Network(directed=True, notebook=False, cdn_resources="local")
    place, looks = positions(picture), {group["name"]: group for group in groups()}
    degree = dict.fromkeys((node.id for node in picture.nodes), 0)
    for edge in picture.edges:
        degree[edge.source] += 1
        degree[edge.target] += 1
    for node in picture.nodes:
        look, (x, y) = looks[node.group], place[node.id]
        net.add_node(
            node.id,
            label=short_label(node.label),
            shape=look["shape"],
            color=look["color"],
            size=round(11 + min(degree[node.id], 30) ** 0.5 * 3.5, 1),
            borderWidth=4 if node.id == focus else 1.5,
            x=x,
            y=y,
            fullLabel=node.label,
            note=node.note,
            category=node.group,
        )
    for number, edge in enumerate(picture.edges):
        net.add_edge(
            edge.source,
            edge.target,
            id=number,
            width=WIDTHS[edge.strength],
            color=COLORS.get(edge.kind, "#6b6b6b"),
            dashes=DASHES.get(edge.kind, [6, 5] if edge.kind == "refers" and edge.strength == 0 else False),
            kind=edge.kind,
            note=edge.note,
        )
    return net


def short_label(label: str) -> str:
    """Break long labels into at most two lines: a map is read from a wall."""
    if len(label) <= LABEL_LIMIT // 2 + 3:
        return label
    cut = label if len(label) <= 2 * LABEL_LIMIT else label[: 2 * LABEL_LIMIT - 1] + "…"
    middle = len(cut) // 2
    spaces = [i for i, char in enumerate(cut) if char in " -/"]
    if not spaces:
        return cut
    at = min(spaces, key=lambda i: abs(i - middle))
    return cut[: at + 1].rstrip() + "\n" + cut[at + 1 :].lstrip()


def _vis(name: str) -> str:
    return files("pyvis").joinpath(f"templates/lib/vis-9.1.2/{name}").read_text(encoding="utf-8")


def _table(picture: Picture, text: dict[str, str]) -> list[dict[str, str]]:
    label = {node.id: node.label for node in picture.nodes}
    return [
        {
            "source": label[edge.source],
            "kind": text[edge.kind],
            "target": label[edge.target],
            "note": edge.note,
            "place": edge.place,
        }
        for edge in picture.edges
    ]


def _legend(picture: Picture, language: str) -> list[dict[str, Any]]:
    counts = _count(node.group for node in picture.nodes)
    return [
        {"name": group["name"], "label": group[language], "count": counts[group["name"]], "sign": _sign(group)}
        for group in groups()
        if group["name"] in counts
    ]


def _kinds(picture: Picture, text: dict[str, str]) -> list[dict[str, Any]]:
    counts = _count(edge.kind for edge in picture.edges)
    return [
        {"name": kind, "label": text[kind], "count": counts[kind], "sign": _stroke(kind)} for kind in sorted(counts)
    ]


def _count(names: Any) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return counts


SIGNS = {
    "square": '<rect x="3" y="3" width="14" height="14"/>',
    "diamond": '<path d="M10 1 19 10 10 19 1 10Z"/>',
    "triangle": '<path d="M10 2 19 18H1Z"/>',
    "triangleDown": '<path d="M10 18 1 2h18Z"/>',
    "dot": '<circle cx="10" cy="10" r="8"/>',
    "hexagon": '<path d="M5 2h10l5 8-5 8H5L0 10Z"/>',
    "star": '<path d="m10 1 2.6 6.1 6.6.6-5 4.3 1.5 6.5L10 15l-5.7 3.5 1.5-6.5-5-4.3 6.6-.6Z"/>',
    "box": '<rect x="1" y="5" width="18" height="10" rx="2"/>',
}


def _sign(group: dict[str, Any]) -> Markup:
    shape = Markup(SIGNS[group["shape"]])
    color = html.escape(group["color"])
    return Markup('<svg width="20" height="20" aria-hidden="true" fill="{}" stroke="#1b1b1b">{}</svg>').format(
        color, shape
    )


def _stroke(kind: str) -> Markup:
    dashes = " ".join(str(part) for part in DASHES.get(kind, []))
    return Markup(
        '<svg width="26" height="12" aria-hidden="true"><path d="M0 6h25" fill="none" stroke="{}" '
        'stroke-width="2.4" stroke-dasharray="{}"/></svg>'
    ).format(COLORS.get(kind, "#6b6b6b"), dashes)


__all__ = ["Edge", "Node", "network_page"]
