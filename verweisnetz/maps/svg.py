"""Drawings as SVG text: presentation attributes only, every word escaped, nothing a strict policy would refuse."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def element(name: str, inside: str | Markup = "", **attributes: object) -> Markup:
    """Return one element; ``_`` in an attribute's name stands for ``-``, a trailing one is dropped."""
    said = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items()
    )
    return Markup("<{}{}>{}</{}>").format(Markup(name), said, inside, Markup(name))


def drawing(parts: Iterable[Markup], box: tuple[int, int, int, int], name: str, title: str, told: str) -> Markup:
    """Return a whole drawing with title and description for those who do not see it.

    Args:
        name: begins the ids within; of one page each drawing has another.
    """
    head = element("title", escape(title), id=f"{name}-title") + element("desc", escape(told), id=f"{name}-desc")
    x, y, width, height = box
    return element(
        "svg",
        head + Markup("\n").join(parts),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{x} {y} {width} {height}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif",
    )


def words_in_lines(text: str, x: float, y: float, size: float, lines: Iterable[str] = (), **more: object) -> Markup:
    """Return text whose lines stand below each other."""
    spans = Markup("").join(
        element("tspan", escape(line), x=f"{x:g}", dy=f"{0 if not number else size * 1.08:g}")
        for number, line in enumerate(lines or [text])
    )
    return element("text", spans, x=f"{x:g}", y=f"{y:g}", font_size=f"{size:g}", **more)
