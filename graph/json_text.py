"""JSON of short texts and pairs, written by hand: the bytes of `json.dumps` without its cost per call."""

from __future__ import annotations

from collections.abc import Iterable
from json.encoder import encode_basestring as quoted

__all__ = ["pairs", "quoted"]


def pairs(values: Iterable[tuple[str, str]]) -> str:
    """Return a list of pairs as JSON without spaces."""
    return "[" + ",".join([f"[{quoted(name)},{quoted(value)}]" for name, value in values]) + "]"
