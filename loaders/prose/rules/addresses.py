"""Where a text gives addresses: nothing in them names anything."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.reading import Reading

_ADDRESS = re.compile(
    r"(?<!\S)\S*(?:@|://|www\.)\S*|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.(?:de|org|com|net|eu|info)\b\S*"
)


def addresses(text: str) -> list[tuple[int, int]]:
    """Return the mail and web addresses of a text."""
    return [(found.start(), found.end()) for found in _ADDRESS.finditer(text)]


def outside(reading: Reading, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that lie in no address."""
    inside = {at for start, end in addresses(reading.document.text) for at in range(reading.at(start), reading.at(end))}
    return [claim for claim in claims if inside.isdisjoint(range(claim.first, claim.end))]
