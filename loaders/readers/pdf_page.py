"""What stands on the pages of a PDF: words, drawn lines, coloured areas, links. The only file that knows pdfium."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from loaders.limits import Limits
from loaders.readers.pdf_words import Box, Word, words
from loaders.readers.sheet import symbol_font
from loaders.refusal import Refusal

_THIN = 3.0
"""A filled area thinner than this is a line; so do most programs print the borders of cells."""
_STRAIGHT = 1.0
_MOST_SHAPES = 20_000
_DEEPEST = 4
_WHITE = 0xF8
_SMALLEST_DOT, _LARGEST_DOT = 1.5, 7.0
_HYPHENS = (0x02, 0xFFFE)
"""What pdfium makes of a hyphen at the end of a line."""
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_NO_LETTERS = (0xA0, 0xFEFF, 0xFFFF)
_PATH, _IMAGE, _FORM = 2, 3, 5
_MOVE, _CURVE = 2, 1
_UNMOVED = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Point = tuple[float, float]


@dataclass(slots=True)
class Page:
    """One page.

    Args:
        across, down: lines as (place, from, to): level ones at a height, upright ones at a distance.
        fills: coloured areas, later ones above earlier ones.
        dots: small round areas; browsers print the signs of lists so.
        crowded: too much is drawn on it for its lines to mean a table.
    """

    words: list[Word] = field(default_factory=list)
    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)
    fills: list[tuple[Box, str]] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    links: list[tuple[Box, str]] = field(default_factory=list)
    pictures: bool = False
    crowded: bool = False


def pages(data: bytes, limits: Limits) -> Iterator[Page]:
    """Yield the pages of a document.

    Raises:
        Refusal: it is encrypted, damaged, or holds more letters than the limits allow.
    """
    import pypdfium2

    left = limits.text_chars // 100
    try:
        document = pypdfium2.PdfDocument(data)
        for number in range(len(document)):
            source = document[number]
            reader = _Reader(source, pypdfium2.raw)
            left -= reader.count
            if left < 0:
                raise Refusal("too_large", "VN1016", f"S. {number + 1}")
            yield reader.page()
            source.close()
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Refusal("encrypted", "VN1003") from error
        raise Refusal("broken", "VN1034") from error


def title_of(data: bytes) -> str:
    """Return what a document says it is called, nothing where it does not say."""
    import pypdfium2

    try:
        return str(pypdfium2.PdfDocument(data).get_metadata_value("Title"))
    except pypdfium2.PdfiumError:
        return ""


class _Reader:
    def __init__(self, source: Any, raw: Any) -> None:
        self._source = source
        self._raw = raw
        self._turned = source.get_rotation()
        self._edges = source.get_mediabox()
        self._text = source.get_textpage()
        self._page = Page()
        self._shapes = 0
        self.count = self._text.count_chars()

    def page(self) -> Page:
        self._words()
        for at in range(min(self._raw.FPDFPage_CountObjects(self._source), _MOST_SHAPES + 1)):
            self._shape(self._raw.FPDFPage_GetObject(self._source, at), _UNMOVED, 0)
        self._page.crowded = self._shapes > _MOST_SHAPES
        self._links()
        return self._page

    def _point(self, x: float, y: float) -> Point:
        """Return a place as people see it, from the upper left corner of the page however it is turned."""
        left, bottom, right, top = self._edges
        if self._turned == 90:
            return y - bottom, x - left
        if self._turned == 180:
            return right - x, y - bottom
        if self._turned == 270:
            return top - y, right - x
        return x - left, top - y

    def _box(self, *corners: Point) -> Box:
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def _words(self) -> None:
        raw, text = self._raw, self._text
        name, flags = ctypes.create_string_buffer(64), ctypes.c_int()
        letters: list[Word] = []
        fonts: dict[bytes, tuple[str, bool]] = {}
        for at in range(self.count):
            code = raw.FPDFText_GetUnicode(text, at)
            if code in _HYPHENS:
                code = ord("-")
            elif code <= 32 or code in _NO_LETTERS or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
                continue
            raw.FPDFText_GetFontInfo(text, at, name, 64, flags)
            known = fonts.get(name.value)
            if known is None:
                called = name.value.decode("latin-1").rpartition("+")[2]
                known = fonts[name.value] = symbol_font(called), bool(_BOLD.search(called))
            left, bottom, right, top = text.get_charbox(at, loose=True)
            letters.append(Word(self._box(self._point(left, bottom), self._point(right, top)), chr(code), *known))
        text.close()
        self._page.words = words(letters)

    def _shape(self, shape: Any, outer: tuple[float, ...], depth: int) -> None:
        raw = self._raw
        self._shapes += 1
        if self._shapes > _MOST_SHAPES:
            return
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == _FORM and depth < _DEEPEST:
            inner = _times(self._matrix(shape), outer)
            for at in range(min(max(raw.FPDFFormObj_CountObjects(shape), 0), _MOST_SHAPES)):
                self._shape(raw.FPDFFormObj_GetObject(shape, at), inner, depth + 1)
        elif kind == _PATH:
            self._path(shape, _times(self._matrix(shape), outer))
        elif kind == _IMAGE:
            self._page.pictures = True

    def _matrix(self, shape: Any) -> tuple[float, ...]:
        found = self._raw.FS_MATRIX()
        if not self._raw.FPDFPageObj_GetMatrix(shape, found):
            return _UNMOVED
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _path(self, shape: Any, matrix: tuple[float, ...]) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(shape, fill, stroke)
        for corners in self._corners(shape, matrix):
            if stroke.value:
                for first, second in pairwise(corners):
                    self._line(self._box(first, second), _STRAIGHT)
            if fill.value and not (not stroke.value and self._line(self._box(*corners), _THIN)):
                self._filled(shape, self._box(*corners))

    def _corners(self, shape: Any, matrix: tuple[float, ...]) -> Iterator[list[Point]]:
        """Yield the corners of each part of a path; a part with a curve in it is a drawing and left out."""
        raw = self._raw
        a, b, c, d, e, f = matrix
        x, y = ctypes.c_float(), ctypes.c_float()
        corners: list[Point] = []
        curved = False
        for at in range(raw.FPDFPath_CountSegments(shape)):
            self._shapes += 1
            if self._shapes > _MOST_SHAPES:
                return
            part = raw.FPDFPath_GetPathSegment(shape, at)
            raw.FPDFPathSegment_GetPoint(part, x, y)
            kind = raw.FPDFPathSegment_GetType(part)
            if kind == _MOVE:
                if len(corners) > 1 and not curved:
                    yield corners
                self._dot(corners if curved else ())
                corners, curved = [], False
            curved = curved or kind == _CURVE
            corners.append(self._point(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
            if raw.FPDFPathSegment_GetClose(part):
                corners.append(corners[0])
        if len(corners) > 1 and not curved:
            yield corners
        self._dot(corners if curved else ())

    def _dot(self, corners: Sequence[Point]) -> None:
        if len(corners) > 3:
            box = self._box(*corners)
            if all(_SMALLEST_DOT <= side <= _LARGEST_DOT for side in (box.right - box.left, box.bottom - box.top)):
                self._page.dots.append(box)

    def _filled(self, shape: Any, box: Box) -> None:
        red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
        if self._raw.FPDFPageObj_GetFillColor(shape, red, green, blue, solid) and solid.value:
            parts = (red.value, green.value, blue.value)
            colour = "" if min(parts) >= _WHITE else "".join(f"{part:02X}" for part in parts)
            self._page.fills.append((box, colour))

    def _line(self, box: Box, thin: float) -> bool:
        wide, tall = box.right - box.left, box.bottom - box.top
        if tall <= thin < wide:
            self._page.across.append(((box.top + box.bottom) / 2, box.left, box.right))
        elif wide <= thin < tall:
            self._page.down.append(((box.left + box.right) / 2, box.top, box.bottom))
        return wide <= thin or tall <= thin

    def _links(self) -> None:
        raw = self._raw
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        for _ in range(_MOST_SHAPES):
            if not raw.FPDFLink_Enumerate(self._source, place, link):
                return
            area, action = raw.FS_RECTF(), raw.FPDFLink_GetAction(link)
            if not action or not raw.FPDFLink_GetAnnotRect(link, area):
                continue
            size = raw.FPDFAction_GetURIPath(self._source.pdf, action, None, 0)
            if 1 < size < 4096:
                address = ctypes.create_string_buffer(size)
                raw.FPDFAction_GetURIPath(self._source.pdf, action, address, size)
                corners = self._point(area.left, area.bottom), self._point(area.right, area.top)
                self._page.links.append((self._box(*corners), address.value.decode("utf-8", "replace").strip()))


def _times(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
