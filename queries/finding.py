"""What an answer about the state of the graph itself consists of: findings, each with evidence and something to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from queries.naming import listed
from queries.phrases import phrase
from queries.references import ActorRef, ConceptRef, EvidenceRef, OfferRef
from queries.tabled import Tabled

Kind = Literal[
    "dead_end", "carousel", "one_sided", "orphan_offer", "no_contact", "contradiction", "duplicate", "overdue_plan",
    "consent_needed", "basis_unreviewed", "handover_unknown",
]  # fmt: skip
"""``dead_end``: clients are sent there and nobody goes on · ``carousel``: a client may be sent round in a circle in
which nobody has an offer · ``one_sided``: an actor is referred to and never refers back · ``orphan_offer``: to be had by referral only, and nobody leads there ·
``no_contact``: no telephone, mail or page is known · ``contradiction``: sources disagree · ``duplicate``: two names
may mean one actor · ``overdue_plan``: planned for a day that has passed · ``consent_needed``: data about the client
are passed on and nobody names a basis · ``basis_unreviewed``: a basis is named that nobody has reviewed ·
``handover_unknown``: what is passed on is not agreed."""

COLUMNS = ("finding", "who", "what", "to_do", "evidence")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at.

    Args:
        actor: whom it concerns most. others: the further ones, in order (along a carousel, of a pair, senders).
        what: words of a source or of a check, empty where kind, actors and offer say all.
        handover: how it is handed over, where a source says so.
    """

    kind: Kind
    actor: ActorRef | None
    others: tuple[ActorRef, ...] = ()
    offer: OfferRef | None = None
    what: str = ""
    handover: ConceptRef | None = None
    evidence: Sequence[EvidenceRef] = ()

    def who(self) -> str:
        """Return the actors, along a carousel or a referral with arrows."""
        sign = " → " if self.kind in _ALONG else ", "
        first = [self.actor] if self.actor else []
        senders = self.kind == "one_sided"
        return sign.join(actor.label for actor in (*first, *(() if senders else self.others)))

    def text(self, language: str, most: int = 0) -> str:
        """Return what is the matter in one sentence.

        Args:
            most: how many others it names before it only counts them; 0: all.
        """
        said = {
            "offer": self.offer.label if self.offer else "",
            "others": listed([actor.label for actor in self.others], language, most),
            "what": self.what_in(language),
        }
        return phrase("hygiene", self.kind, language, **said)

    def what_in(self, language: str) -> str:
        """Return what is said: words of a source or a check, or the kind of handover in the reader's language."""
        return self.handover.label(language) if self.handover and not self.what else self.what


_ALONG = ("carousel", "consent_needed", "basis_unreviewed", "handover_unknown")


@dataclass(frozen=True, slots=True)
class HygieneAnswer(Tabled):
    """The answer; ``counts`` by kind.

    Args:
        complete: whether all circles of referrals were looked at.
        unread: kinds that were not looked for, because only statements or the build know of them.
    """

    headings: ClassVar[tuple[str, ...]] = COLUMNS
    day: date
    findings: tuple[Finding, ...]
    complete: bool = True
    unread: tuple[Kind, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each kind that has some."""
        return dict(sorted(Counter(str(finding.kind) for finding in self.findings).items()))

    def to_rows(self, language: str = "de") -> list[dict[str, str | int]]:
        """Return one row per finding."""
        return [
            {
                "finding": phrase("hygiene_kinds", finding.kind, language),
                "who": finding.who(),
                "what": finding.text(language),
                "to_do": phrase("hygiene_todo", finding.kind, language),
                "evidence": "; ".join(map(str, finding.evidence)),
            }
            for finding in self.findings
        ]
