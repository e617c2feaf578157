"""Tables that are drawn with lines: where lines cross are cells, where one is missing two cells are one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.grid import GridCell, Merge
from loaders.readers.page import Table
from loaders.readers.pdf_page import Page
from loaders.readers.pdf_words import Box, Word, cell_text, lines

_NEAR = 3.0
_MOST_LINES = 800
_MOST_FIELDS = 40_000
_MOST_LOOKS = 4_000_000
_COVERS = 0.6
Coloured = Sequence[tuple[Box, str]]
Rule = tuple[float, float, float]


@dataclass(slots=True)
class Frame:
    """The lines of one table: where its columns and rows end, and which borders are drawn."""

    xs: list[float]
    ys: list[float]
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The area it covers."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def frames(page: Page) -> list[Frame]:
    """Return the tables drawn on a page, from top to bottom; none where too much is drawn for that."""
    across, down = _joined(page.across), _joined(page.down)
    if page.crowded or len(across) > _MOST_LINES or len(down) > _MOST_LINES:
        return []
    groups = list(range(len(across) + len(down)))
    for first, (y, left, right) in enumerate(across):
        for second, (x, top, bottom) in enumerate(down, len(across)):
            if left - _NEAR <= x <= right + _NEAR and top - _NEAR <= y <= bottom + _NEAR:
                groups[_root(groups, first)] = _root(groups, second)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate([*across, *down]):
        members.setdefault(_root(groups, number), ([], []))[number >= len(across)].append(rule)
    found = [_frame(*lines) for lines in members.values()]
    return sorted((frame for frame in found if frame), key=lambda frame: (frame.ys[0], frame.xs[0]))


def _frame(across: list[Rule], down: list[Rule]) -> Frame | None:
    if not across or not down:
        return None
    xs = _distinct([x for x, _, _ in down] + [min(r[1] for r in across), max(r[2] for r in across)])
    ys = _distinct([y for y, _, _ in across] + [min(r[1] for r in down), max(r[2] for r in down)])
    if len(xs) < 2 or len(ys) < 2 or not 2 <= (len(xs) - 1) * (len(ys) - 1) <= _MOST_FIELDS:
        return None
    return Frame(xs, ys, across, down)


def table(frame: Frame, page: Page) -> Table:
    """Return the table within a frame."""
    rows, columns = len(frame.ys) - 1, len(frame.xs) - 1
    areas = _areas(frame, rows, columns)
    held: dict[int, list[Word]] = {}
    for word in page.words:
        if frame.box.holds(word.box):
            x, y = word.box.middle
            held.setdefault(areas[_between(frame.ys, y) * columns + _between(frame.xs, x)], []).append(word)
    boxes: dict[int, list[int]] = {}
    for number, area in enumerate(areas):
        row, column = divmod(number, columns)
        known = boxes.setdefault(area, [row, column, row, column])
        known[2], known[3] = max(known[2], row), max(known[3], column)
        known[1] = min(known[1], column)
    fills = page.fills if len(boxes) * len(page.fills) < _MOST_LOOKS else []
    found = Table()
    offset = _split_rows(boxes, held)
    found.rows = rows + sum(len(lines) - 1 for lines in offset.values())
    starts = [0]
    for row in range(rows):
        starts.append(starts[-1] + len(offset.get(row, (0,))))
    for area, (top, left, bottom, right) in sorted(boxes.items()):
        place = Box(frame.xs[left], frame.ys[top], frame.xs[right + 1], frame.ys[bottom + 1])
        for number, words in _pieces(held.get(area, []), offset.get(top) if top == bottom else None):
            _put(found, (starts[top] + number + 1, left + 1), words, place, fills, page.links)
        if (top, left) != (bottom, right) and not (top == bottom and top in offset):
            found.merges.append(Merge(starts[top] + 1, left + 1, starts[bottom + 1], right + 1))
    return found


def _put(found: Table, at: tuple[int, int], words: list[Word], place: Box, fills: Coloured, links: Coloured) -> None:
    text = cell_text(words, place.right - _NEAR)
    fonts = {word.font for word in words}
    middle = Box(place.left + _NEAR, place.top + _NEAR, place.right - _NEAR, place.bottom - _NEAR)
    fill = next((colour for box, colour in reversed(fills) if _covers(box, middle)), "")
    link = next((address for box, address in links[:_MOST_LINES] if place.holds(box)), "")
    if text or fill or link:
        font = fonts.pop() if len(fonts) == 1 else ""
        found.cells[at] = GridCell(text, "text" if text else "empty", fill, font, link=link)


def _split_rows(boxes: dict[int, list[int]], held: dict[int, list[Word]]) -> dict[int, list[float]]:
    """Return where rows without lines between them begin: several cells side by side with the same many lines."""
    beside: dict[int, list[int]] = {}
    for area, (top, _, bottom, _) in boxes.items():
        if top == bottom and held.get(area):
            beside.setdefault(top, []).append(area)
    found: dict[int, list[float]] = {}
    for row, areas in beside.items():
        heights = Counter[int]()
        for area in areas:
            heights.update({round(line[0].box.middle[1]) for line in lines(held[area])})
        shared = sorted(height for height, count in heights.items() if count > 1)
        if len(shared) > 3 and len(shared) * 10 >= len(heights) * 8:
            found[row] = [0.0, *((a + b) / 2 for a, b in pairwise(shared))]
    return found


def _pieces(words: list[Word], begins: Sequence[float] | None) -> Iterable[tuple[int, list[Word]]]:
    if begins is None:
        return [(0, words)]
    edges = [*begins, float("inf")]
    pieces: dict[int, list[Word]] = {number: [] for number in range(len(begins))}
    for word in words:
        pieces[_between(edges, word.box.middle[1])].append(word)
    return sorted(pieces.items())


def _areas(frame: Frame, rows: int, columns: int) -> list[int]:
    """Return for every field between lines the area it belongs to."""
    groups = list(range(rows * columns))
    upright, level = _by_edge(frame.down, frame.xs), _by_edge(frame.across, frame.ys)
    for row in range(rows):
        for column in range(columns):
            number = row * columns + column
            middle_x = (frame.xs[column] + frame.xs[column + 1]) / 2
            middle_y = (frame.ys[row] + frame.ys[row + 1]) / 2
            if column + 1 < columns and not _drawn(upright[column + 1], middle_y):
                groups[_root(groups, number + 1)] = _root(groups, number)
            if row + 1 < rows and not _drawn(level[row + 1], middle_x):
                groups[_root(groups, number + columns)] = _root(groups, number)
    return [_root(groups, number) for number in range(rows * columns)]


def _by_edge(rules: Iterable[Rule], edges: Sequence[float]) -> list[list[Rule]]:
    found: list[list[Rule]] = [[] for _ in edges]
    for rule in rules:
        nearest = min(bisect_right(edges, rule[0]), len(edges) - 1)
        before = max(nearest - 1, 0)
        at = before if abs(edges[before] - rule[0]) <= abs(edges[nearest] - rule[0]) else nearest
        if abs(edges[at] - rule[0]) <= _NEAR:
            found[at].append(rule)
    return found


def _drawn(rules: Iterable[Rule], at: float) -> bool:
    return any(begin - _NEAR <= at <= end + _NEAR for _, begin, end in rules)


def _covers(box: Box, inner: Box) -> bool:
    wide = min(box.right, inner.right) - max(box.left, inner.left)
    tall = min(box.bottom, inner.bottom) - max(box.top, inner.top)
    if wide <= 0 or tall <= 0:
        return False
    return wide * tall >= _COVERS * max((inner.right - inner.left) * (inner.bottom - inner.top), 1.0)


def _between(edges: Sequence[float], at: float) -> int:
    """Return between which two edges a place lies."""
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Return lines with those that continue each other made one."""
    found: list[Rule] = []
    for place, begin, end in sorted(rules):
        for at in range(len(found) - 1, max(len(found) - 40, -1), -1):
            known = found[at]
            if abs(known[0] - place) <= _NEAR / 2 and begin <= known[2] + _NEAR and end >= known[1] - _NEAR:
                found[at] = (known[0], min(known[1], begin), max(known[2], end))
                break
        else:
            found.append((place, begin, end))
    return found


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _root(groups: list[int], number: int) -> int:
    while groups[number] != number:
        groups[number] = groups[groups[number]]
        number = groups[number]
    return number
