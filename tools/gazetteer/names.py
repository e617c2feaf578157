"""Takes the names of a statistical table apart: the official name, what only tells namesakes apart, the kind."""

from __future__ import annotations

import re
from collections.abc import Mapping

_KINDS = {"St": "Stadt", "GKSt": "Stadt", "M": "Markt", "Flecken": "Flecken", "Klosterflecken": "Flecken"}
_TOWN = re.compile(r"(?i)stadt\b")
_NO_NAME = re.compile(r"(?i)^(?:verbandsfr\. Gemeinde|Kurort|Kirchspiel|Zuckerdorf|Region Hannover|Kr .*|b\.? .*)$")
_BESIDE = re.compile(r"\s+b\s+[A-ZÄÖÜ].*$|\s+Kr\s+[A-ZÄÖÜ].*$")
_FREE = re.compile(r"(?i)gem\.?fr\.|gemeindefrei")


def is_unincorporated(key: str, name: str) -> bool:
    """Return whether an area belongs to no municipality: forests, lakes; in Bavaria their numbers begin at 444."""
    return bool(_FREE.search(name)) or (key.startswith("09") and int(key[5:]) >= 444)


def taken_apart(name: str, additions: Mapping[str, str]) -> tuple[str, str, str]:
    """Return name, addition and kind: "Halle, Westf" is Halle with the addition Westf., "Zell, M" is a Markt.

    The table adds to names whatever tells them apart ("Burbach, Siegerl", "Halle b Neuenhaus"); only what stands in
    brackets or after a slash belongs to the official name.
    """
    plain, *rest = [part.strip() for part in name.split(",")]
    plain = re.sub(r"\b(St|Hl)\.(?=[A-ZÄÖÜ])", r"\1. ", plain)
    plain = re.sub(r"(?<=\S)\(", " (", _BESIDE.sub("", plain))
    kind = addition = ""
    for part in rest:
        if part in _KINDS or _TOWN.search(part):
            kind = kind or _KINDS.get(part, "Stadt")
        elif not _NO_NAME.match(part):
            addition = additions.get(part, part)
    return plain, addition, kind
