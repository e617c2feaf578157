"""Umlauts that were read in the wrong encoding once, put right."""

from __future__ import annotations

import re

_SUSPECT = re.compile(
    "Ã[\u0080-\u00bf\u0178\u0152\u0153\u0160\u0161\u017d\u017e\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]|â€|Â[\u00a0-\u00bf]"
)


def repair(text: str) -> str:
    """Return the text with double-encoded UTF-8 undone where the whole text allows it, else unchanged."""
    if not _SUSPECT.search(text):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text
