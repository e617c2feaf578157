"""Further places of a plural: "Arbeitsagenturen Hagen und Iserlohn"."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.prose.extract import NodeKind
from loaders.prose.rules.actor_names import Name
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.determiners import determiner
from loaders.prose.rules.heads import Head
from loaders.prose.rules.keys import key_of
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading


def may_be_plural(reading: Reading, head: Head) -> bool:
    """Return whether a head that has no plural of its own may be one: "die Jobcenter Hagen und Unna"."""
    same = head.base.endswith(("er", "en"))
    if not same:
        return False
    before = determiner(reading, head.first)
    return before in ("die", "den", "der", "beiden", "zwei", "drei") or (not before and reading.opens(head.first))


def further(reading: Reading, places: Places, head: Head, name: Name, kind: NodeKind) -> Iterator[Claim]:
    """Yield the conjuncts that only name their place: "Arbeitsagenturen Hagen und Iserlohn"."""
    at = name.end
    while at < len(reading.words):
        joined = reading.words[at].folded in ("und", "sowie") and reading.close(at)
        start = at + 1 if joined else at
        if start >= len(reading.words) or not (joined or reading.gap(at).strip() in (",", "/", "&")):
            return
        found = places.behind(start) or _capital_unit(reading, start)
        if not found or (found[0] < len(reading.words) and reading.joined(found[0])):
            return
        end = found[0]
        label = f"{nominative(reading, head)} {reading.text(start, end)}"
        yield Claim(start, end, kind, "conjunct", key_of(label), head=head.noun, label=label, type=head.type, rank=2)
        at = end


def _capital_unit(reading: Reading, at: int) -> tuple[int, None] | None:
    first, end = reading.unit(at)
    whole = reading.words[end - 1].folded
    return (end, None) if first == at and whole.endswith("kreis") and reading.is_capital(at) else None


def nominative(reading: Reading, head: Head) -> str:
    """Return the kind an institution is of as one alone is called."""
    if head.form and not head.form.generic and head.form.names:
        return head.form.names[0]
    text = reading.text(head.first, head.end)
    return text if not head.plural else text[: max(4, len(head.base))]
