"""Lines that several answers print alike: wrapped text, places in sources, and why something does not fit."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from queries.phrases import phrase
from queries.references import EvidenceRef
from queries.why_not import WhyNot

if TYPE_CHECKING:
    from queries.route import Unreachable

WIDTH = 112
MOST_PLACES = 4
WHY_NOT = {"de": "Warum nicht?", "en": "Why not?"}


def wrapped(text: str, indent: str) -> list[str]:
    """Return a text as lines of a terminal."""
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "   ") or [""]


def places(evidence: Sequence[EvidenceRef]) -> str:
    """Return the first places in sources; the answer as data holds them all."""
    found = list(dict.fromkeys(map(str, evidence)))
    more = f" (+{len(found) - MOST_PLACES})" if len(found) > MOST_PLACES else ""
    return "; ".join(found[:MOST_PLACES]) + more


def why_not_lines(misses: Iterable[WhyNot], language: str) -> Iterator[str]:
    """Yield near misses with what fails, what would have to change, and where it is said."""
    for number, miss in enumerate(misses):
        if not number:
            yield f"\n{WHY_NOT[language]}"
        name = " – ".join(part.label for part in (miss.target, miss.offer) if part)
        failed = "; ".join(failure.text(language) for failure in miss.failed)
        change = " ".join(failure.change(language) for failure in miss.failed)
        where = f" ({miss.evidence[0]})" if miss.evidence else ""
        yield from wrapped(f"· {name}: {failed}. {change}{where}", "  ")


def barred_lines(barred: Iterable[Unreachable], language: str) -> Iterator[str]:
    """Yield what fits and is not reached: why, what would have to change, and where the offer is said."""
    for one in barred:
        name = " – ".join(part.label for part in (one.target, one.offer) if part)
        reason, change = (phrase("unreachable", one.reason, f"{kind}{language}") for kind in ("", "change_"))
        where = f" ({one.evidence[0]})" if one.evidence else ""
        yield from wrapped(f"· {name}: {reason}. {change}{where}", "  ")
