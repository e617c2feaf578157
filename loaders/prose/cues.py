"""What a line says that is no content: menus, notices, photo credits; and what stands under a picture."""

from __future__ import annotations

import re

from loaders.prose.data import folded, pattern
from ontology.text import fold

_AROUND = " \t\u00a0|>»›«‹<←→↑↓▲▼◄►•·-–—*#[]()/\\…."
_BETWEEN = re.compile(r"\s*[|·•›»/]\s*|\s{2,}|\t")
_LONGEST = 300
"""Notices longer than this are read as what they say."""
_LEADER = re.compile(r"\S(?:\s*\.){3,}\s*\d{1,4}$|\S(?:\t+|\s…+\s?|\s{3,})\d{1,4}$")
_FROM_MARKUP = re.compile(r"</?[a-z]+>")


def is_boilerplate(words: str) -> bool:
    """Return whether a line belongs to the page and not to what it tells."""
    if len(words) > _LONGEST:
        return False
    bare = words.strip(_AROUND)
    return (
        not any(char.isalnum() for char in words)
        or fold(bare) in folded("cues", "boilerplate")
        or _is_menu(words)
        or pattern("cues", "boilerplate_patterns").search(words) is not None
        or (not is_caption(words) and pattern("cues", "credits").search(words) is not None)
    )


def _is_menu(words: str) -> bool:
    """Return whether a line holds several entries of a menu side by side."""
    entries = [fold(entry.strip(_AROUND)) for entry in _BETWEEN.split(words)]
    known = [entry in folded("cues", "boilerplate") for entry in entries if entry]
    return (
        len(known) > 1
        and any(known)
        and all(entry in folded("cues", "boilerplate") | folded("cues", "menu_words") for entry in entries if entry)
    )


def is_caption(words: str) -> bool:
    """Return whether a line tells what a picture, a drawing or a table shows."""
    if pattern("cues", "captions").search(words[:_LONGEST]) is None:
        return False
    return len(words) > _LONGEST or pattern("cues", "credits").search(words) is None or len(words.split()) > 8


def is_contents_line(words: str) -> bool:
    """Return whether a line is one of a table of contents: words, then the number of a page."""
    return len(words) <= _LONGEST and _LEADER.search(_FROM_MARKUP.sub("", words)) is not None
