"""Bytes to text: a ladder of encodings that German offices really send, saying which step it took."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from loaders.notes import note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OFFICE = ("cp1252", "iso-8859-15", "cp850", "mac_roman")
_GERMAN = "äöüÄÖÜß"
_USUAL = frozenset(_GERMAN + "éèêáàâóòôúùûíìîçñëïÉÈÀ€§–—„“”‚‘’•…°²³½¼×·«»´¹✓")
_RARE = frozenset("¤ŸšŽžŒƒˆ‰‹›¦¨¯¸¬¢¥ÐÞþðµ¶ÆæØøﬁﬂ√∫≈∆◊∏∑π∂Ω≤≥≠∞‡†˜˙˚˛˝ˇı")
_WRONG_WORD = re.compile(r"(?<=[a-zäöüß])[ÄÖÜ]|[\x80-\x9f\ufffd\u2500-\u259f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was read in and what is worth telling about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of a file: byte order mark, strict UTF-8, UTF-16 by its NULs, then the office code pages."""
    text, encoding, sure = _ladder(data)
    notes: list[str] = []
    if not sure:
        notes.append(note("VN1101", severity="info", encoding=encoding))
    if "\0" in text:
        notes.append(note("VN1105", count=str(text.count("\0"))))
        text = text.replace("\0", "")
    return Decoded(text, encoding, tuple(notes))


def _ladder(data: bytes) -> tuple[str, str, bool]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding, True
    wide = _wide(data)
    if wide:
        try:
            return data.decode(wide), wide, False
        except UnicodeDecodeError:
            pass  # NULs at every second place by chance: an eight-bit file with holes
    try:
        return data.decode("utf-8"), "utf-8", True
    except UnicodeDecodeError:
        pass
    office = _office(data)
    lines = data.split(b"\n")
    kept = [_utf8_line(line) for line in lines]
    if any(line is not None for line in kept):
        # Somebody pasted two exports together: each line keeps its own encoding.
        text = "\n".join(
            line.decode(office, "replace") if good is None else good for line, good in zip(lines, kept, strict=True)
        )
        return text, f"utf-8 + {office}", False
    return data.decode(office, "replace"), office, False


def _wide(data: bytes) -> str:
    head = data[:4096]
    if len(head) < 4 or 0 not in head:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.15 and even < odd / 8:
        return "utf-16-le"
    if even > len(head) * 0.15 and odd < even / 8:
        return "utf-16-be"
    return ""


def _utf8_line(line: bytes) -> str | None:
    """Return a line that is beyond doubt UTF-8: it has characters outside ASCII and all of them are well formed."""
    if line.isascii():
        return None
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _office(data: bytes) -> str:
    sample = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:200_000]
    scores: dict[str, int] = {}
    for encoding in _OFFICE:
        text = sample.decode(encoding, "replace")
        good = sum(3 if char in _GERMAN else 1 if char in _USUAL else 0 for char in text if char > "\x7f")
        bad = sum(2 for char in text if char in _RARE) + 4 * len(_WRONG_WORD.findall(text))
        scores[encoding] = good - bad
    return max(_OFFICE, key=lambda encoding: scores[encoding])
