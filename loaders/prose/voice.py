"""Whose words statements are and how they came about: what every statement of one reading of a document shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.evidence import Span
from graph.statement import Literal, Mention, Modality, Polarity, Statement, Tier
from loaders.prose.document import Document

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Makes statements of one document.

    Args:
        method: backend and version. tier: of what the names of things say (that they exist, their kind, their days).
        stated_on: the day the region's configuration says the document is of; a date in a text is not that.
        people: where persons are named; no statement quotes these words, but a contact that may.
    """

    document: Document
    method: str
    tier: Tier = "medium"
    stated_on: str = ""
    people: tuple[Span, ...] = ()

    def say(
        self, subject: Mention, predicate: str, said: Mention | Literal, evidence: Iterable[Span], *,
        conditions: Pairs = (), details: Pairs = (), modality: Modality = "asserted", polarity: Polarity = "yes",
        tier: Tier | None = None, named: bool = False,
    ) -> Statement:  # fmt: skip
        """Return a statement.

        Args:
            named: the evidence may name a person.
        """
        places = tuple(sorted({place for span in evidence for place in ([span] if named else self._unnamed(span))}))
        return Statement(
            self.document.source, subject, predicate, said, tuple(sorted(set(conditions))),
            tuple(sorted({pair for pair in details if pair[1]})), polarity, modality, places,
            " … ".join(" ".join(place.quote.split()) for place in places), self.method, tier or self.tier, self.stated_on,
        )  # fmt: skip

    def _unnamed(self, span: Span) -> Iterator[Span]:
        """Yield what of a place names no person: a name has its one place, and that can be taken out."""
        inside = [name for name in self.people if name.start < span.end and name.end > span.start]
        if not inside:
            yield span
            return
        start = span.start
        for name in inside:
            yield from self._part(start, name.start)
            start = name.end
        yield from self._part(start, span.end)

    def _part(self, start: int, end: int) -> Iterator[Span]:
        text = self.document.text[start:end]
        if any(char.isalnum() for char in text):
            start += len(text) - len(text.lstrip())
            yield self.document.quote(start, start + len(text.strip()))
