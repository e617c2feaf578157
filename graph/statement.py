"""A statement: what one source says in one place, never changed, only read again.

The model follows followthemoney's statements: identity (who is who) is kept apart from what is said.
The key holds neither cell nor row number nor clock nor canonical id, so that an inserted Excel row or a
person's merge decision changes no key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal as Choice

from graph.evidence import Locator
from graph.json_text import pairs, quoted

Polarity = Choice["yes", "partly", "no"]
Modality = Choice["asserted", "planned", "possible", "normative"]
Tier = Choice["high", "medium", "low"]

ANY = "*"
"""Label of a mention that stands for "any": the blank cell of a needs or doors table."""

CONDITIONS = (
    "audience", "theme", "offer", "region", "age_below", "age_max", "age_min", "age_above",
    "legal_basis", "restriction", "valid_from", "valid_until", "occasion", "kind",
)  # fmt: skip
"""What may narrow a statement; part of its identity. ``restriction`` is a limit in the source's own words
that nobody could parse: it makes every fit ask."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """An entity as the source names it; ``scope`` is the sheet (or region) within which the label holds."""

    label: str
    kind: str
    scope: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A value that is no entity: text, ISO date, number, e-mail address."""

    value: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says in one place (DESIGN §3).

    Args:
        conditions: sorted pairs of a name from `CONDITIONS` and a label or value; equal names may repeat.
        details: sorted pairs that describe but do not identify: ``note``, ``handover``, ``meaning``, ...
        evidence: sorted places in the source; equal keys unite theirs.
        last_verified: ISO date on which the source vouches for it, or empty. A file's date is not that.
    """

    source: str
    subject: Mention
    predicate: str
    object: Mention | Literal
    conditions: tuple[tuple[str, str], ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    polarity: Polarity = "yes"
    modality: Modality = "asserted"
    evidence: tuple[Locator, ...] = ()
    original: str = ""
    method: str = ""
    tier: Tier = "high"
    last_verified: str = ""
    _key: str = field(default="", init=False, repr=False, compare=False)

    @property
    def key(self) -> str:
        """The statement's identity: 32 hexadecimal digits, the same for the same assertion everywhere.

        Hashed at the first call and kept: a build asks for it when statements are united, ordered and reviewed.
        """
        if not self._key:
            object.__setattr__(self, "_key", self._hashed())
        return self._key

    def _hashed(self) -> str:
        said = (
            f"[{quoted(self.source)},{_identity(self.subject)},{quoted(self.predicate)},{_identity(self.object)},"
            f'"{self.polarity}","{self.modality}",{pairs(self.conditions) if self.conditions else "[]"}]'
        )
        return hashlib.blake2b(said.encode("utf-8"), digest_size=16).hexdigest()

    def condition(self, name: str) -> tuple[str, ...]:
        """Return every value of one condition, in order."""
        return tuple(value for key, value in self.conditions if key == name)

    def detail(self, name: str) -> tuple[str, ...]:
        """Return every value of one detail, in order."""
        return tuple(value for key, value in self.details if key == name)


def _identity(term: Mention | Literal) -> str:
    if isinstance(term, Mention):
        return f'["m",{quoted(term.label)},{quoted(term.kind)},{quoted(term.scope)}]'
    return f'["l",{quoted(term.value)}]'


def unite(statements: Iterable[Statement]) -> list[Statement]:
    """Return one statement per key, evidence and details united, sorted by key.

    Details that differ stay side by side (``detail`` then returns several values); the caller reports them. The surer
    reading gives tier and method. A reading of low confidence adds its place to a better one, but no details: nobody
    has accepted those.
    """
    found: dict[str, Statement] = {}
    for statement in statements:
        key = statement.key
        known = found.get(key)
        found[key] = _united(known, statement) if known else statement
    return [found[key] for key in sorted(found)]


_TIERS = ("high", "medium", "low")


def _details(one: Statement, other: Statement) -> tuple[tuple[str, str], ...]:
    if (one.tier == "low") != (other.tier == "low"):
        return (other if one.tier == "low" else one).details
    return tuple(sorted({*one.details, *other.details}))


def _united(one: Statement, other: Statement) -> Statement:
    evidence = sorted({*one.evidence, *other.evidence}, key=lambda place: (type(place).__name__, str(place)))
    better = min(one, other, key=lambda said: (_TIERS.index(said.tier), said.method))
    return replace(
        one,
        evidence=tuple(evidence),
        details=_details(one, other),
        original=min(one.original, other.original),
        last_verified=max(one.last_verified, other.last_verified),
        tier=better.tier,
        method=better.method,
    )
