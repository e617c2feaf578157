"""What sources contradict each other about: who says yes, who says no, and in which words people read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from queries.phrases import phrase
from queries.references import EvidenceRef

Disputed = Literal["need", "offer"]
"""Whether there is (still) a need, or whether somebody serves it."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Both sides of one question nobody has settled.

    Args:
        yes, no: where each side is said; as many places as an answer cites.
    """

    about: Disputed
    yes: Sequence[EvidenceRef]
    no: Sequence[EvidenceRef]

    def text(self, language: str) -> str:
        """Return the question with both sides."""
        return phrase("contradictions", self.about, language, yes=_listed(self.yes), no=_listed(self.no))


def _listed(places: Sequence[EvidenceRef]) -> str:
    return ", ".join(map(str, places)) or "–"
