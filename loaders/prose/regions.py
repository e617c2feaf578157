"""Which region of a web page an element opens: its content, what stands around it, or nothing anybody sees."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Literal

from loaders.prose.data import texts
from loaders.readers.markup import Tag

Region = Literal["", "main", "article", "content", "outside", "around", "beside", "unseen"]
"""``outside`` by what an element is, ``around`` by what somebody called it; the latter errs at times."""

_OPENED_BY = re.compile(
    r"""(?:aria-controls|data-(?:bs-)?target|data-toggle-id|href)\s*=\s*["']?#?([\w:.-]{1,80})""", re.IGNORECASE
)
_UNSEEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WORD = re.compile(r"[a-zäöüß0-9]+")
_NEVER = ("html", "body", "h1", "h2", "h3", "h4", "h5", "h6", "main", "article")
"""The classes of these tell about the whole page or the article."""


def opened(page: str) -> frozenset[str]:
    """Return the ids of elements that something on a page opens: what is folded away there is content all the same."""
    return frozenset(_OPENED_BY.findall(page))


def region_of(tag: Tag, folded_away: AbstractSet[str]) -> Region:
    """Return the region an element opens, empty where it stays in the one it stands in."""
    name, attributes = tag.name, tag.attributes
    if not attributes:
        return _by_element(name)
    role = attributes.get("role", "").lower()
    names = _names(attributes.get("class", ""), attributes.get("id", ""))
    if role in _listed("outside_roles"):
        return "outside"
    if name not in _NEVER and any(map(_is_outside, names)):
        return "around"
    if _is_unseen(tag, names, folded_away):
        return "unseen"
    if role in _listed("main_roles"):
        return "main"
    if role in _listed("beside_roles") or (name not in _NEVER and any(map(_is_beside, names))):
        return "beside"
    found = _by_element(name)
    if not found and not _listed("content_names").isdisjoint(names):
        return "content"
    return found


def is_silent(name: str) -> bool:
    """Return whether nobody reads the text of an element."""
    return name in _listed("silent_elements")


def _by_element(name: str) -> Region:
    if name in _listed("outside_elements"):
        return "outside"
    if name in _listed("main_elements"):
        return "main"
    if name in _listed("beside_elements"):
        return "beside"
    if name in ("article", "form"):
        return "article" if name == "article" else "around"
    return ""


def within(outer: Region, own: Region) -> Region:
    """Return the region of what stands in an element, by the one the element stands in."""
    if outer == "unseen" or (own in ("", "content", "beside") and outer in ("outside", "around")):
        return outer
    if outer == "outside" and own not in ("main", "unseen"):
        return outer
    if (own == "article" and outer == "main") or (own == "content" and outer in ("main", "article")):
        return outer
    return own or outer


def _is_unseen(tag: Tag, names: AbstractSet[str], folded_away: AbstractSet[str]) -> bool:
    attributes = tag.attributes
    unseen = (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or _UNSEEN_STYLE.search(attributes.get("style", "")) is not None
        or not _listed("unseen_names").isdisjoint(names)
    )
    return unseen and attributes.get("id", "") not in folded_away


def _names(classes: str, own: str) -> frozenset[str]:
    return frozenset(f"{classes[:2000]} {own[:200]}".lower().split())


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(texts("regions", key))


def _is_outside(name: str) -> bool:
    return name in _listed("outside_names") or _first(name) in _listed("outside_words")


def _is_beside(name: str) -> bool:
    return _first(name) in _listed("beside_words")


def _first(name: str) -> str:
    found = _WORD.match(name)
    return found[0] if found else ""
