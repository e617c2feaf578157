"""How far the day of a contact is trusted."""

from __future__ import annotations

from collections.abc import Iterable

from queries.freshness import Limits, state
from queries.references import ContactRef


def judged(contacts: Iterable[ContactRef], day: int, limits: Limits) -> tuple[ContactRef, ...]:
    """Return contacts with their state on a day."""
    return tuple(
        ContactRef(
            one.kind,
            one.value,
            one.whose,
            one.checked,
            state(one.checked.toordinal() if one.checked else -1, day, limits.contact),
        )
        for one in contacts
    )
