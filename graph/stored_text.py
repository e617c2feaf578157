"""The plain text a document was read as, kept with the generation: what every span of its statements counts in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.evidence import Span


@dataclass(frozen=True, slots=True)
class StoredText:
    """One document's text.

    Args:
        blocks: start, end (half open) and kind of every stretch: ``heading``, ``paragraph``, ``bullet`` …, sorted.
    """

    source: str
    text: str
    blocks: tuple[tuple[int, int, str], ...] = ()

    @property
    def sha256(self) -> str:
        """The digest of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def says(self, span: Span) -> bool:
        """Return whether the text holds the words of a span at its place."""
        return 0 <= span.start < span.end and self.text[span.start : span.end] == span.quote

    def paragraph(self, span: Span) -> tuple[int, int]:
        """Return the bounds of the blocks a span lies in, of the span itself where it lies in none."""
        within = [(start, end) for start, end, _ in self.blocks if start < span.end and span.start < end]
        return (within[0][0], within[-1][1]) if within else (span.start, span.end)

    def line(self) -> str:
        """Return the text as one line of JSON: the same text gives the same line."""
        said = {"source": self.source, "sha256": self.sha256, "text": self.text, "blocks": list(map(list, self.blocks))}
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def text_of(said: Mapping[str, Any]) -> StoredText:
    """Return the text a line of JSON holds.

    Raises:
        ValueError: it is not the text its digest was made of.
    """
    blocks = tuple((int(start), int(end), str(kind)) for start, end, kind in said["blocks"])
    found = StoredText(str(said["source"]), str(said["text"]), blocks)
    if found.sha256 != said["sha256"]:
        raise ValueError(f"the text of {found.source} is not the one that was stored")
    return found
