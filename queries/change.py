"""What an answer about two states of a graph consists of: what is new, gone or different, in words for a meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from queries.dates import rewritten
from queries.figure import role
from queries.gap import Gap
from queries.phrases import known, phrase, word
from queries.references import ActorRef, EvidenceRef, OfferRef
from queries.relabelled import relabelled
from queries.tabled import Tabled
from queries.weights import weighed

What = Literal["actor", "offer", "provision", "referral", "membership", "contact", "need", "door", "guide"]
How = Literal["new", "gone", "changed"]
GapHow = Literal[
    "opened", "asked", "reopened", "confirmed", "closed", "overtaken", "questioned", "accepted", "dropped",
    "heavier", "lighter",
]  # fmt: skip
NEW: frozenset[GapHow] = frozenset({"opened", "asked", "reopened", "confirmed"})
GONE: frozenset[GapHow] = frozenset({"closed", "overtaken", "accepted", "dropped"})
"""How a gap is no longer among the open ones."""
DAYS = ("runs_from", "runs_until", "valid_from", "valid_until")
"""Properties whose values are days."""
COLUMNS = ("change", "thing", "who", "before", "after", "evidence")


@dataclass(frozen=True, slots=True)
class Detail:
    """One property of something that changed; ``name`` is a key of the phrases ``properties``."""

    name: str
    before: str
    after: str

    def words(self, side: Literal["before", "after"], language: str) -> str:
        """Return what was said, or is now; words of our own in the language of the reader."""
        value: str = getattr(self, side)
        key = f"{self.name}_{value}"
        found = known("property_values", key, language)
        if found != key:
            return found
        if self.name == "weight" and language != "en":
            value = value.replace(".", ",")
        return (rewritten(value, language) if self.name in DAYS else relabelled(value, self.name, language)) or "–"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is new, gone or different.

    Args:
        actor: whose it is. other: whom it leads to, or the body somebody sits in.
        details: what is different; of what is new or gone what it says. Values of contacts are not repeated.
        evidence: where it is said now; of what is gone, where it was said.
    """

    how: How
    what: What
    actor: ActorRef | None
    other: ActorRef | None = None
    offer: OfferRef | None = None
    about: str = ""
    details: tuple[Detail, ...] = ()
    evidence: tuple[EvidenceRef, ...] = ()

    def who(self, language: str = "de") -> str:
        """Return the things it is about."""
        sign = " → " if self.what == "referral" else " · "
        ends = sign.join(part.label for part in (self.actor, self.other) if part)
        about = self._about(language)
        return " · ".join(filter(None, (ends, self.offer.label if self.offer else "", about)))

    def _about(self, language: str) -> str:
        if self.what == "contact":
            return known("contact_kinds", self.about, language)
        if self.what == "membership":
            return role(self.about, language)
        return relabelled(self.about, "about", language)

    def side(self, side: Literal["before", "after"], language: str) -> str:
        """Return what was said, or is now."""
        said = ((phrase("properties", detail.name, language), detail.words(side, language)) for detail in self.details)
        return "; ".join(f"{name}: {value}" for name, value in said)


@dataclass(frozen=True, slots=True)
class GapChange:
    """A gap that opened, closed, or weighs more or less than before.

    Args:
        how: ``overtaken``: gone only because a worse one took its place; ``accepted``, ``reopened``: it is there in both
            states, and people have accepted it since, or no longer do; ``asked``, ``dropped``: whether it was there
            before, or still is, nobody knows, because only one needs table speaks of the cell; ``questioned``,
            ``confirmed``: it is a question now, or was one before, because sources contradict each other or say too
            little.
    """

    how: GapHow
    gap: Gap
    weight_before: int = 0
    weight_after: int = 0


@dataclass(frozen=True, slots=True)
class ChangesAnswer(Tabled):
    """The answer; ``before`` and ``after`` say what was compared, ``between`` whether two states or two regions."""

    headings: ClassVar[tuple[str, ...]] = COLUMNS
    day: date
    before: str
    after: str
    changes: tuple[Change, ...]
    gaps: tuple[GapChange, ...]
    notes: tuple[str, ...] = field(default=())
    between: Literal["states", "regions"] = "states"

    def title(self, language: str) -> str:
        """Return what was compared."""
        names = {"before": rewritten(self.before, language), "after": rewritten(self.after, language)}
        return phrase("change_words", "title" if self.between == "states" else "title_regions", language, **names)

    def how(self, how: How | GapHow, language: str) -> str:
        """Return how something changed; between two regions nothing changes, it is here or there."""
        if self.between == "states":
            return phrase("change_how", how, language)
        return phrase("compare_how", how, language, before=self.before, after=self.after)

    @property
    def counts(self) -> dict[str, int]:
        """How many changes there are, by ``<what>.<how>``."""
        return dict(sorted(Counter(f"{change.what}.{change.how}" for change in self.changes).items()))

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per change, then one per gap that opened or closed."""
        return list(self._rows(language))

    def _rows(self, language: str) -> Iterator[dict[str, str | int]]:
        for change in self.changes:
            yield {
                "change": self.how(change.how, language),
                "thing": phrase("change_what", change.what, language),
                "who": change.who(language),
                "before": "" if change.how == "new" else change.side("before", language),
                "after": "" if change.how == "gone" else change.side("after", language),
                "evidence": "; ".join(map(str, change.evidence)),
            }
        for found in self.gaps:
            gap = found.gap
            cell = [part.label(language) if part else word("any", language) for part in (gap.audience, gap.theme)]
            yield {
                "change": self.how(found.how, language),
                "thing": phrase("change_what", "gap", language),
                "who": " · ".join([gap.kind, *cell, gap.region.label if gap.region else word("any", language)]),
                "before": "" if found.how in NEW else weighed(found.weight_before, language),
                "after": gap.text(language) if found.how not in GONE else "",
                "evidence": "; ".join(map(str, gap.evidence)),
            }
