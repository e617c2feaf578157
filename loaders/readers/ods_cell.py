"""One ods cell as it streams by: paragraphs, comment, link, and the value behind the displayed text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.grid import GridCell
from loaders.readers.number_format import ERRORS, general, parse_number
from loaders.readers.ods_styles import CALC, OFFICE, TABLE, TEXT, XLINK, Styles
from loaders.readers.sheet import Look, symbol_text

_BLANK = re.compile(r"[ \t\r\n]+")
_LINK_FORMULA = re.compile(r'(?:\w+:)?=\s*HYPERLINK\(\s*"((?:[^"]|"")+)"', re.IGNORECASE)
_TIME = re.compile(r"PT(\d+)H(\d+)M")
_ERROR = re.compile(r"#[\w/ÄÖÜ]+[!?]?|Err:\d+|Fehler:\d+")
_LEADING_ZERO = re.compile(r"\s*0\d")
_WORDY = re.compile(r"[^\W\d_]{2,}")


class CellText:
    """Gathers what stands inside a ``table:table-cell``; drawings anchored to it are left out."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.clear()

    def clear(self) -> None:
        """Begin a new cell."""
        self.paragraphs: list[list[str]] = []
        self.remarks: list[list[str]] = []
        self.link = ""
        self._struck: list[bool] = []
        self._spans: list[bool] = []
        self._in_comment = False
        self._open = False
        self._drawing = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element inside the cell."""
        if self._drawing or name.startswith("draw:"):
            self._drawing += 1
        elif name in ("text:p", "text:h"):
            (self.remarks if self._in_comment else self.paragraphs).append([])
            self._open = True
        elif name == "office:annotation":
            self._in_comment = True
        elif name == "text:s":
            self._add(" " * min(int(attributes.get(TEXT + "c", "1")), 1000))
        elif name == "text:tab":
            self._add("\t")
        elif name == "text:line-break":
            self._add("\n")
        elif name == "text:span":
            self._spans.append(self._styles.strikes("text", attributes.get(TEXT + "style-name", "")))
        elif name == "text:a" and not self._in_comment:
            self.link = self.link or attributes.get(XLINK + "href", "")

    def end(self, name: str) -> None:
        """Close an element inside the cell."""
        if self._drawing:
            self._drawing -= 1
        elif name in ("text:p", "text:h"):
            self._open = False
        elif name == "office:annotation":
            self._in_comment = False
        elif name == "text:span" and self._spans:
            self._spans.pop()

    def text(self, data: str) -> None:
        """Take characters of a paragraph."""
        if self._open and not self._drawing:
            self._add(_BLANK.sub(" ", data))
            if data.strip() and not self._in_comment:
                self._struck.append(any(self._spans))

    def cell(self, attributes: Mapping[str, str], look: Look) -> GridCell:
        """Return the finished cell."""
        shown = "\n".join("".join(paragraph) for paragraph in self.paragraphs)
        formula = attributes.get(TABLE + "formula", "")
        text, kind = _value(attributes, shown, bool(formula))
        target = _LINK_FORMULA.match(formula)
        link = self.link or (target[1].replace('""', '"') if target else "")
        return GridCell(
            text=symbol_text(text) if look.font else text,
            kind=kind if text else "empty",
            fill=look.fill,
            font=look.font if text else "",
            bold=look.bold and bool(text),
            strike=bool(text) and (look.strike or (bool(self._struck) and all(self._struck))),
            comment="\n".join("".join(paragraph) for paragraph in self.remarks).strip(),
            link="" if link.startswith("#") else link,
            formula=bool(formula),
        )

    def _add(self, text: str) -> None:
        if self._open:
            (self.remarks if self._in_comment else self.paragraphs)[-1].append(text)


def _value(attributes: Mapping[str, str], shown: str, formula: bool) -> tuple[str, str]:
    kind = attributes.get(OFFICE + "value-type", "")
    if attributes.get(CALC + "value-type") == "error" or (formula and _ERROR.fullmatch(shown.strip())):
        return ERRORS.get(shown.strip(), shown.strip()), "error"
    if kind == "boolean":
        return ("WAHR" if attributes.get(OFFICE + "boolean-value") == "true" else "FALSCH"), "bool"
    if kind == "date":
        day, _, time = attributes.get(OFFICE + "date-value", "").partition("T")
        if not day:
            return shown, "text"
        return (f"{day} {time[:5]}" if time and time[:5] != "00:00" else day), "date"
    if kind == "time":
        clock = _TIME.match(attributes.get(OFFICE + "time-value", ""))
        return (f"{int(clock[1]):02d}:{clock[2]}" if clock else shown), "text"
    if kind == "percentage":
        return re.sub(r"(\d)[ \u00a0]*%", r"\1 %", shown), "number"
    if kind in ("float", "currency"):
        return _number(attributes.get(OFFICE + "value", ""), shown, kind)
    return shown or attributes.get(OFFICE + "string-value", ""), "text"


def _number(stored: str, shown: str, kind: str) -> tuple[str, str]:
    if shown and (kind == "currency" or _LEADING_ZERO.match(shown) or _WORDY.search(shown)):
        return shown, "text" if _WORDY.search(shown) else "number"
    try:
        return general(parse_number(stored)), "number"
    except ValueError:
        return shown, "text"
