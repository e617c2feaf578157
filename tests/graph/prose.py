"""Texts whose sentences are statements: what tests of decisions read again and again."""

from __future__ import annotations

import re

from graph.evidence import Span
from graph.statement import Mention, Modality, Statement, Tier

SENTENCE = re.compile(r"(?P<subject>[^\s.][^.\n]*?) (?P<verb>verweist|arbeitet)\s+(?:an|mit)\s+(?P<object>[^.]+)\.")
VERBS = {"verweist": "refersTo", "arbeitet": "cooperatesWith"}


def read(
    text: str, source: str = "projekt.txt", tier: Tier = "low", modality: Modality = "asserted"
) -> list[Statement]:
    """Return one statement per sentence "A verweist an B." or "A arbeitet mit B.", as an extractor would."""
    return [
        Statement(
            source,
            Mention(" ".join(found["subject"].split()), "Actor"),
            VERBS[found["verb"]],
            Mention(" ".join(found["object"].split()), "Actor"),
            evidence=(Span(found.start(), found.end(), found.group()),),
            original=found.group(),
            method="test@1",
            tier=tier,
            modality=modality,
        )
        for found in SENTENCE.finditer(text)
    ]
