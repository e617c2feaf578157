"""Bytes to text: a ladder of encodings that German offices really send, saying which step it took."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from loaders.notes import note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OFFICE = ("cp1252", "iso-8859-15", "cp850", "cp437", "mac_roman")
_WINDOWS = ("cp1252", "iso-8859-15")
_GERMAN = "äöüÄÖÜß"
_USUAL = frozenset(_GERMAN + "éèêáàâóòôúùûíìîçñëïÉÈÀ€§–—„“”‚‘’•…°²³½¼×·«»´¹✓")
_RARE = frozenset("¤ŸŒƒˆ‰‹›¦¨¯¸¬¢¥ÐÞþðµ¶ÆæØøﬁﬂ√∫≈∆◊∏∑π∂Ω≤≥≠∞‡†˜˙˚˛˝ˇı")
_WRONG_WORD = re.compile(
    r"(?<=[a-zäöüß])[ÄÖÜŠŽŸ]|[äöüß](?=[A-Z])|[ÄÖÜ](?=[aeioäöü])|[äöü](?=[aoäöü])|[\x80-\x9f\ufffd\u2500-\u259f]"
    r"|(?<=[a-zA-Zäöüß])[„”“‚•…³²¹÷×¼½·«»´õΣⁿ](?=[a-zäöüß])"
)
_DOUBTFUL = re.compile(f"[{''.join(sorted(_RARE))}]|{_WRONG_WORD.pattern}")
_DECLARABLE = re.compile(r"(?:utf-?8|us-ascii|ascii|(?:iso|windows|cp|ibm|latin|mac|koi8)[\w-]*)", re.IGNORECASE)
_WESTERN = frozenset(("iso8859-1", "ascii"))
_PASTED = ("cp1252", "cp850")
_A_GERMAN_LETTER = 3
_UTF8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_FOREIGN_LINE = re.compile(rb"[^\n\x80-\xff]*[\x80-\xff][^\n]{0,2000}")
_SAMPLE_LINES = 2_000
_DRAWN = re.compile(rb"[\xc4\xcd]{5,}")
"""A line drawn with the box characters of DOS; anywhere else it would be a row of capital umlauts."""
_LINES_NAMED = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read in and what is worth telling about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """Return the text of a file: byte order mark, strict UTF-8, UTF-16 by its NULs, then the office code pages.

    Args:
        declared: the encoding the file itself names; believed where its bytes allow it and are not plainly UTF-8.
    """
    text, encoding, notes = _ladder(data, declared)
    if "\0" in text:
        notes = (*notes, note("VN1105", count=str(text.count("\0"))))
        text = text.replace("\0", "")
    return Decoded(text, encoding, notes)


def _ladder(data: bytes, declared: str) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, ()
    wide = _wide(data)
    if wide:
        try:
            return data.decode(wide), wide, _guessed(wide)
        except UnicodeDecodeError:
            pass  # NULs at every second place by chance: an eight-bit file with holes
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        pass
    named = _named(declared)
    if named:
        try:
            return data.decode(named), named, ()
        except UnicodeDecodeError:
            pass  # it is not what it says
    return _eight_bit(data)


def _guessed(encoding: str) -> tuple[str, ...]:
    return (note("VN1101", severity="info", encoding=encoding),)


def _named(declared: str) -> str:
    if not _DECLARABLE.fullmatch(declared):
        return ""
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return ""
    return "cp1252" if name in _WESTERN else name  # whoever says Latin-1 means what Windows takes for it


def _wide(data: bytes) -> str:
    head = data[:4096]
    if len(head) < 4 or 0 not in head:
        return ""
    fourths = [head[at::4].count(0) * 4 for at in range(4)]
    full = len(head) * 0.9
    if len(data) % 4 == 0 and min(fourths[2:]) >= full and min(fourths[:2]) < full:
        return "utf-32-le"
    if len(data) % 4 == 0 and min(fourths[:2]) >= full and min(fourths[2:]) < full:
        return "utf-32-be"
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.15 and even < odd / 8:
        return "utf-16-le"
    if even > len(head) * 0.15 and odd < even / 8:
        return "utf-16-be"
    return ""


def _eight_bit(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Read a file in no encoding of its own: the likeliest code page, each line that is clearly another as that one."""
    foreign = (match[0] for match in islice(_FOREIGN_LINE.finditer(data), _SAMPLE_LINES))
    sample = b"\n".join(line for line in foreign if not _is_utf8(line))
    drawn = bool(_DRAWN.search(data))
    office = "cp850" if drawn else _office(sample)
    text = data.decode(office, "replace")
    if not _UTF8.search(data) and (drawn or not _DOUBTFUL.search(text)):
        return text, office, _guessed(office)
    lines = data.split(b"\n")
    texts = text.split("\n")
    others: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if line.isascii():
            continue
        page = _page_of_line(line, texts[at], office, drawn=drawn)
        if page != office:
            others.setdefault(page, []).append(at + 1)
            texts[at] = line.decode(page, "replace")
    if not others:
        return text, office, _guessed(office)
    # Somebody pasted several exports together: each line keeps its own encoding.
    notes = tuple(
        note("VN1113", encoding=page, rest=office, count=str(len(numbers)), lines=_few(numbers))
        for page, numbers in sorted(others.items())
    )
    return "\n".join(texts), " + ".join([*sorted(others, reverse=True), office]), notes


def _few(numbers: Sequence[int]) -> str:
    more = ", …" if len(numbers) > _LINES_NAMED else ""
    return ", ".join(map(str, numbers[:_LINES_NAMED])) + more


def _office(sample: bytes) -> str:
    scores = {page: _score(sample, page) for page in _OFFICE}
    return max(_OFFICE, key=lambda page: scores[page])


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _page_of_line(line: bytes, usual_text: str, usual: str, *, drawn: bool) -> str:
    """Return the encoding of one line: UTF-8 where it is well formed, else the file's page.

    Another page only where the file's makes nonsense of the line and the other one German.
    """
    if _is_utf8(line):
        return "utf-8"
    if drawn or not _DOUBTFUL.search(usual_text) or _score(line, usual) > 0:
        return usual
    best = max(_PASTED, key=lambda page: _score(line, page))
    return best if _score(line, best) >= _A_GERMAN_LETTER else usual


def _score(data: bytes, page: str) -> int:
    """Return how much like German some bytes read; other accents speak only for the page most files are in."""
    text = data.decode(page, "replace")
    usual = 1 if page in _WINDOWS else 0
    good = sum(
        _A_GERMAN_LETTER if char in _GERMAN else usual if char in _USUAL else 0 for char in text if char > "\x7f"
    )
    bad = sum(2 for char in text if char in _RARE) + 4 * len(_WRONG_WORD.findall(text))
    return good - bad
