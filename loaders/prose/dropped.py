"""What a proposal lost on its way to a statement, and why: nothing disappears without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.evidence import Span
from graph.issue import Issue, Severity

_MOST_ALIKE = 20
"""So many findings of one kind are reported one by one; the rest of them in one issue."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A node, mention or relation that was not taken over.

    Args:
        code: why, as the catalogue says it. value: what, in words. place: where, if it stands in the text at all.
    """

    code: str
    value: str
    place: Span | None = None
    params: tuple[tuple[str, str], ...] = ()


def issues_of(dropped: Iterable[Dropped], source: str, severity: Severity = "info") -> Iterator[Issue]:
    """Yield an issue per finding, and one per kind of finding for those beyond the first twenty."""
    counts: Counter[str] = Counter()
    for one in sorted(dropped, key=lambda one: (one.code, one.place or Span(-1, -1, ""), one.value, one.params)):
        counts[one.code] += 1
        if counts[one.code] <= _MOST_ALIKE:
            params = tuple(sorted({*one.params, ("value", one.value)}))
            yield Issue(one.code, source, one.place, one.value, params, severity)
    for code, count in sorted(counts.items()):
        if count > _MOST_ALIKE:
            params = (("code", code), ("count", str(count - _MOST_ALIKE)))
            yield Issue("VN8120", source, None, "", params, severity)
