"""What titles, captions, corners and sheet names say about a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.matrix import headers, kinds
from loaders.matrix.captions import about, entity_in
from loaders.matrix.hints import hint
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Column
from loaders.matrix.surface import Area, Surface
from loaders.matrix.words import pattern
from ontology.text import fold


def title_of(surface: Surface, area: Area) -> str:
    """Return the text of the line right above a table's header, empty if there is none."""
    if not area.caption:
        return ""
    row = surface.sheet.rows.get(area.caption, {}) if not surface.sheet.turned else {}
    own = [
        column for column in row if surface.left <= column <= surface.right
    ]  # tables beside each other have their own
    texts = [surface.sheet.text(area.caption, column) for column in own or row]
    if surface.sheet.turned:
        texts = [cell.text for (number, _), cell in surface.sheet.grid.cells.items() if number == area.caption]
    return next((text for text in texts if text), "")


def direction_in_corner(label: str) -> str:
    """Return who refers to whom in a corner such as ``von \\ an``: what comes first stands at the side."""
    parts = [part for part in re.split(r"[\\/|↓→↘>\s]+", fold(label)) if part]
    roles = [role for part in parts if (role := headers.exact(part)) in {"sender", "receiver"}]
    return {"sender": "column", "receiver": "row"}.get(roles[0], "") if len(roles) > 1 else ""


def kinds_in_title(surface: Surface, title: str) -> list[str]:
    """Return the kinds that title and sheet name speak of, in their order."""
    if headers.exact(title) in headers.ENTITIES:
        return [headers.exact(title)]
    folded = fold(f"{title} {surface.sheet.name}")
    said = [
        (match.start(), kind) for kind in headers.ENTITIES if (match := pattern("axes", "titles", kind).search(folded))
    ]
    return [kind for _, kind in sorted(said)]


def said_by_title(surface: Surface, title: str, columns: Sequence[Column]) -> tuple[tuple[str, str], ...]:
    """Return what sheet name and title name that holds for the whole table."""
    used = {
        column.role for column in columns if column.form in {"mark", "names", "stub"} or column.role in headers.ENTITIES
    }
    found: dict[str, str] = {}
    twice = _said_twice(surface.sheet.name, title)
    if twice and twice not in used:
        found[twice] = bare_label(surface.sheet.name)
    for text in (surface.sheet.name, title):
        label, kind = entity_in(text)
        label = _as_sheet(surface.sheet.name, label)
        if kind == "actor" and kinds.body(label) == "Board":
            continue  # a working group above a table filled it in; what the table says is not about it
        if kind and kind not in used and kind not in found:
            found[kind] = label
    return tuple(found.items())


def _as_sheet(name: str, label: str) -> str:
    """Return what a title names without the words before it that its sheet's name does not have."""
    short = bare_label(name)
    return short if short and not hint(short) and fold(label).endswith(f" {fold(short)}") else label


def _said_twice(name: str, title: str) -> str:
    """Return the kind of what sheet name and title both name: then it need not be known, only look like one."""
    label = bare_label(name)
    if fold(about(title)) != fold(label) or hint(label):
        return ""
    weights = kinds.weights(label)
    return next((kind for kind in ("audience", "region", "theme") if kind in weights), "")
