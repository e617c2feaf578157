"""The map and the heatmap, each with the table that says the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from queries.coverage import CellCover
from queries.phrases import word
from queries.references import EvidenceRef
from verweisnetz.report.cells import parts
from verweisnetz.report.citing import Citations
from verweisnetz.report.first import first_rows
from verweisnetz.report.material import Asked, Footing
from verweisnetz.report.model import Block, Drawing, Line, Section, Table
from verweisnetz.report.words import Words

MOST_RECEIVERS = 20
MOST_ROWS = 400
"""Rows of a table on paper; what has a gap comes first."""


Agreed = tuple[str, list[str], tuple[EvidenceRef, ...]]
"""Who refers, to whom, and where it is said."""


def map_section(asked: Asked, footing: Footing, words: Words, cite: Citations) -> Section:
    """Return the map with who refers to whom."""
    told = footing.referrals()
    drawing = Drawing("map", words("map_title", name=asked.region.settings.name), _described(told, asked, words))
    if not len(asked.region.view.table("actor")):
        return Section("map", words("map"), cite.lines(words("map_none")))
    if not told:
        return Section("map", words("map"), cite.lines(words("map_empty")), (drawing,))
    return Section("map", words("map"), cite.lines(words("map_intro")), (drawing,))


def heatmap_section(asked: Asked, words: Words, cite: Citations) -> Section:
    """Return the heatmap with its cells."""
    cells = asked.coverage.cells
    title = words("heatmap")
    if not cells:
        return Section("heatmap", title, cite.lines(words("no_cells")))
    states = Counter(_state(cell, words) for cell in cells)
    counts = ", ".join(f"{number} {state}" for state, number in states.most_common())
    drawing = Drawing(
        "heatmap",
        words("heatmap_title"),
        words("heatmap_told", cells=words.count("shown", len(cells)), counts=counts),
    )
    intro = "heatmap_intro" if asked.coverage.source == "needs" else "heatmap_intro_occurring"
    return Section("heatmap", title, cite.lines(words(intro)), (drawing,))


def annex_section(asked: Asked, footing: Footing, words: Words, cite: Citations) -> Section:
    """Return what the pictures show as tables, with the evidence."""
    blocks: list[Block] = []
    if asked.coverage.cells:
        blocks.append(_table(asked.coverage.cells, words, cite))
    told = footing.referrals()
    if told:

        def row(one: Agreed) -> tuple[Line, ...]:
            sender, receivers, evidence = one
            return cite.line(sender), cite.line(words.listed(receivers, MOST_RECEIVERS), evidence)

        rows = first_rows(told, row, words, MOST_ROWS)
        blocks.append(Table(words("referrals_caption"), (words("from"), words("to")), rows, widths=(34, 66)))
    intro = cite.lines(words("annex_intro") if blocks else words("annex_none"))
    return Section("annex", words("annex"), intro, tuple(blocks))


def _table(cells: tuple[CellCover, ...], words: Words, cite: Citations) -> Table:
    def row(cell: CellCover) -> tuple[Line, ...]:
        group, theme, place = parts(cell, words)
        state = cite.line(_state(cell, words), cell.evidence)
        return cite.line(group), cite.line(theme), cite.line(place), state, Line(str(cell.providers))

    heads = tuple(map(words, ("audience", "theme", "region", "state", "providers")))
    ordered = cells if len(cells) <= MOST_ROWS else _worst_first(cells)
    rows = first_rows(ordered, row, words, MOST_ROWS)
    return Table(words("heatmap_caption"), heads, rows, widths=(26, 27, 17, 20, 10))


def _worst_first(cells: tuple[CellCover, ...]) -> list[CellCover]:
    order = ("unknown", "refused", "contradictory", "partly", "served")
    return sorted(cells, key=lambda cell: (order.index(cell.state), -cell.weight, cell.key))


def _state(cell: CellCover, words: Words) -> str:
    state = word(cell.state, words.language)
    return words("depth_inherited", state=state) if cell.state == "served" and cell.depth == "inherited" else state


def _described(told: Sequence[tuple[str, list[str], object]], asked: Asked, words: Words) -> str:
    ends = Counter(name for sender, receivers, _ in told for name in (*[sender] * len(receivers), *receivers))
    most = [name for name, _ in sorted(ends.items(), key=lambda one: (-one[1], one[0]))]
    return words(
        "map_told",
        nodes=words.count("node", asked.figures.actors),
        edges=words.count("edge", sum(len(receivers) for _, receivers, _ in told)),
        most=words.listed(most, 3) or words("nothing"),
    )
