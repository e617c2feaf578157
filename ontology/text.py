"""How labels are compared: one folding for vocabularies, institutions and questions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_TRANSLITERATION = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "–": "-", "—": "-"})
# A hyphen at a line's end is a break, unless it stands for a part left out: "Industrie-\nund Handelskammer".
_HYPHEN_BREAK = re.compile(r"(?<=\w)-\s*\n\s*(?!(?:und|oder|bzw|sowie|u)\b)(?=[a-zäöüß])")
# Before a capital it is no break but part of the word: "Aufstiegs-BAföG-\nBeratung".
_HYPHEN_KEPT = re.compile(r"(?<=\w)-\s*\n\s*(?=[A-ZÄÖÜ])")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 15)
def clean(label: str) -> str:
    """Return the label as a person would retype it: NFC, no soft hyphen or NBSP, hyphen breaks joined, one space."""
    text = unicodedata.normalize("NFC", label).replace("\u00ad", "").replace("\u200b", "").replace("\u00a0", " ")
    if "\n" in text:
        text = _HYPHEN_KEPT.sub("-", _HYPHEN_BREAK.sub("", text))
    return " ".join(text.split())


@lru_cache(maxsize=1 << 15)
def fold(label: str) -> str:
    """Return the form in which labels are equal: cleaned, case-folded, umlauts written out."""
    return clean(label).casefold().translate(_TRANSLITERATION)


def fold_all(labels: Iterable[str]) -> list[str]:
    """Return cleaned labels folded in one go, where thousands are read at once."""
    return "\n".join(labels).casefold().translate(_TRANSLITERATION).split("\n")


@lru_cache(maxsize=1 << 15)
def slug(label: str) -> str:
    """Return a stable ASCII identifier part, e.g. ``jobcenter-maerkischer-kreis``; never empty."""
    plain = unicodedata.normalize("NFKD", fold(label)).encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", plain).strip("-") or "x" + format(abs(_stable_hash(label)), "x")


def _stable_hash(label: str) -> int:
    import hashlib

    return int.from_bytes(hashlib.sha256(label.encode("utf-8")).digest()[:6], "big")
