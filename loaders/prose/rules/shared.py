"""A place said once for several institutions: "die Agentur für Arbeit und das Jobcenter Hagen"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.prose.rules.actors import with_place
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading

_REACH = 2
"""Words that may stand between: "und das"."""


def shared_places(reading: Reading, places: Places, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, short forms before a placed institution as the ones of that place.

    Only where the document names no institution of that kind: else the short form stands for that one.
    """
    known = {
        claim.type for claim in claims if claim.kind == "Actor" and not claim.short and not claim.generic and claim.type
    }
    found: list[Claim] = []
    place = ""
    following: Claim | None = None
    for claim in reversed(claims):
        if following is None or not _coordinated(reading, claim, following):
            place = ""
        if (
            claim.kind == "Actor"
            and claim.short
            and place
            and claim.type not in known
            and claim.type != (following.type if following else "")
        ):
            claim = with_place(claim, place)
        elif claim.kind == "Actor" and not claim.short and not claim.generic:
            place = _place(reading, places, claim)
        elif claim.kind != "Actor":
            place = ""
        found.append(claim)
        following = claim
    return found[::-1]


def _coordinated(reading: Reading, one: Claim, two: Claim) -> bool:
    between = [word.folded for word in reading.words[one.end : two.first]]
    return len(between) <= _REACH and bool(between) and between[0] in ("und", "sowie")


def _place(reading: Reading, places: Places, claim: Claim) -> str:
    for at in range(claim.first + 1, claim.end):
        found = places.behind(at)
        if found and found[0] == claim.end:
            return reading.text(at, claim.end)
    return ""
