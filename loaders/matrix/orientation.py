"""Which way round a table stands: actors at the side, or above."""

from __future__ import annotations

from loaders.matrix import headers
from loaders.matrix.columns import Look, is_actor
from loaders.matrix.surface import Area, Surface

_SAMPLE = 200
"""So many labels at the side tell what stands there; long lists are not asked line by line."""


def stands_turned(surface: Surface, area: Area) -> bool:
    """Return whether actors stand in columns: institutions above, attributes and entities at the side."""
    stub = _stub_column(surface, area)
    above = _header_labels(surface, area, stub)
    side = [text for row in range(area.first, area.last + 1) if (text := surface.sheet.text(row, stub))][:_SAMPLE]
    if not above or not side:
        return False
    actors_above = sum(is_actor(surface, label) for label in above) / len(above)
    actors_beside = sum(is_actor(surface, label) for label in side) / len(side)
    words_above = sum(bool(headers.exact(label)) for label in above) / len(above)
    words_beside = [role for label in side if (role := headers.exact(label))]
    corner = headers.exact(surface.sheet.text(area.header[-1], stub))
    if corner == "attribute" and not any(map(headers.exact, above)):
        return True
    if corner in headers.ENTITIES and _names_within(surface, area, stub):
        return False
    told_above = {headers.exact(label) for label in above} - {"", "total", "running", "actor"}
    if corner in headers.ENTITIES and told_above and not set(words_beside) - {"total", *headers.ENTITIES}:
        return False  # rows are offers or groups; some columns are institutions, others tell of the row
    if _groups_beside(surface, area, stub) and not any(headers.exact(label) in headers.ENTITIES for label in above):
        return True
    if corner in {"actor", "sender"} and actors_beside >= actors_above / 2:
        return False
    if actors_above >= 0.5 and actors_beside < 0.3 and words_above < 0.3:
        return True
    form = len(words_beside) >= 3 and len(words_beside) >= 0.4 * len(side) and words_above < 0.3
    return form and corner not in {"actor"} and (actors_above > 0 or "actor" in words_beside)


def _names_within(surface: Surface, area: Area, stub: int) -> bool:
    """Return whether the cells of several columns name institutions: then neither side has to."""
    rows = range(area.first, area.last + 1)
    columns = [
        Look(c, texts=[t for r in rows if (t := surface.sheet.lines(r, c))]) for c in range(stub + 1, area.right + 1)
    ]
    return sum(column.names(surface) >= 0.5 for column in columns) > 1


def _groups_beside(surface: Surface, area: Area, stub: int) -> bool:
    """Return whether words such as "Angebote" and "Zielgruppen" group the rows: as a band beside, or as lines of their own."""
    said = set()
    for row in range(area.first, area.last + 1):
        columns = surface.filled(row)
        band = [column for column in columns if column < stub]
        for column in band or (columns if len(columns) == 1 else []):
            said.add(headers.exact(surface.sheet.text(row, column)))
    return len(said & {*headers.ENTITIES, "contact"}) >= 2


def turn(surface: Surface, area: Area) -> tuple[Surface, Area]:
    """Return a table with rows and columns exchanged."""
    top = area.header[0] if area.header else area.first
    turned = Surface(surface.sheet.turned_view, surface.legend, top, area.last)
    if area.form:
        body = (area.left + 1, area.right, area.first, area.last, area.caption)
        return turned, Area((area.left,), *body, form=True, continues=area.continues)
    leaf = area.header[-1]
    first = next(
        (c for c in range(_stub_column(surface, area) + 1, area.right + 1) if surface.sheet.text(leaf, c)),
        area.left + 1,
    )
    stubs = [
        c for c in range(area.left, first) if any(surface.sheet.text(r, c) for r in range(area.first, area.last + 1))
    ]
    header = tuple(stubs) or (area.left,)
    return turned, Area(header, first, area.right, area.header[0], area.last, area.caption)


def _stub_column(surface: Surface, area: Area) -> int:
    """Return the column that names the rows: of the leading columns of texts one of institutions, or of most different ones."""
    found: dict[int, tuple[bool, int]] = {}
    for column in range(area.left, area.right + 1):
        label = surface.sheet.text(area.header[-1], column)
        rows = [row for row in range(area.first, area.last + 1) if surface.sheet.text(row, column)]
        if found and is_actor(surface, label):
            break
        if not rows or headers.exact(label) in {"running", "total"}:
            continue
        if sum(surface.is_value(row, column) for row in rows) > len(rows) / 2:
            break
        texts = [surface.sheet.text(row, column) for row in rows]
        named = sum(is_actor(surface, text) for text in texts[:_SAMPLE]) >= 0.6 * len(texts[:_SAMPLE])
        found[column] = (named, len(set(texts)))
    return max(found, key=lambda column: (*found[column], -column), default=area.left)


def _header_labels(surface: Surface, area: Area, stub: int) -> list[str]:
    row = area.header[-1]
    if headers.tag(surface.sheet.text(row, stub)) and len(area.header) > 1:
        row = area.header[-2]
    labels = (surface.sheet.text(row, column) for column in range(stub + 1, area.right + 1))
    return [label for label in labels if label]
