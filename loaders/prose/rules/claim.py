"""What one rule claims some words to be, and the choice among claims that overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.prose.extract import NodeKind


@dataclass(frozen=True, slots=True)
class Claim:
    """Words ``first`` up to, not including, ``end`` name a thing of a kind.

    Args:
        key: what tells things of a kind apart; claims with one key are one node. Empty for a short form.
        head: the head noun without case and number, folded; a short form stands for a node with this head.
        short: "der Verbund": the resolution finds the node it stands for.
        label: the full name, where the words are elliptic or inflected.
        rank: of overlapping claims the higher ranked stays, then the longer.
        sure: whether a short form nothing is found for makes a node of its own.
    """

    first: int
    end: int
    kind: NodeKind
    rule: str
    key: str = ""
    head: str = ""
    short: bool = False
    label: str = ""
    type: str = ""
    generic: bool = False
    rank: int = 1
    sure: bool = True
    starts: str = ""
    ends: str = ""


def choose(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that stay, in order: no two share a word."""
    taken: set[int] = set()
    kept: list[Claim] = []
    for claim in sorted(claims, key=_order):
        if taken.isdisjoint(range(claim.first, claim.end)):
            taken.update(range(claim.first, claim.end))
            kept.append(claim)
    return sorted(kept, key=lambda claim: claim.first)


def _order(claim: Claim) -> tuple[int, int, bool, int, str, str]:
    vague = claim.short and not claim.sure
    return (-claim.rank, claim.first - claim.end, vague, claim.first, claim.kind, claim.rule)
