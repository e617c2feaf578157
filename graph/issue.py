"""A bad value in a source, as data: where it stands, what it is, what to do. The catalogue holds the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal as Choice

from graph.evidence import Locator

Severity = Choice["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding about one place of one source; the sentence comes from the catalogue by its code.

    Args:
        code: stable code, ``VN`` and four digits (``ontology/messages.toml`` holds de and en sentences).
        source: the source's id.
        place: the cell or span, where known.
        value: the raw text that was not understood (cut to 200 characters by whoever prints it).
        params: sorted pairs that fill the sentence.
    """

    code: str
    source: str
    place: Locator | None = None
    value: str = ""
    params: tuple[tuple[str, str], ...] = ()
    severity: Severity = "warning"

    def where(self) -> str:
        """Return ``file!Sheet!C7``, as far as known."""
        return f"{self.source}!{self.place}" if self.place else self.source
