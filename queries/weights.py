"""Weights as people write them: kept in thousandths, so that sums are exact, and written with the reader's comma."""

from __future__ import annotations


def weighed(thousandths: int, language: str, *, signed: bool = False) -> str:
    """Return a weight: ``2``, ``0,5`` in German, ``0.5`` in English; ``+2`` where a difference is meant."""
    whole, rest = divmod(abs(thousandths), 1000)
    part = f"{rest:03}".rstrip("0")
    sign = "-" if thousandths < 0 else "+" if signed else ""
    comma = "." if language == "en" else ","
    return f"{sign}{whole}{comma + part if part else ''}"
