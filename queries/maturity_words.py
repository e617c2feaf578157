"""Where sources speak in words of their own: remarks, notes and agreements, and whether they hold a cue."""

from __future__ import annotations

from collections.abc import Iterator

from graph.columns import Table
from graph.lookups import GROUP_KINDS
from ontology.text import fold
from queries.maturity_criteria import cues
from queries.maturity_seen import Seen
from queries.spoken import says


def says_so(text: str, name: str) -> bool:
    """Return whether a text holds a cue and nothing beside it that takes it back."""
    if not text:
        return False
    return says(fold(text), cues(name)) and not takes_back(text)


def takes_back(text: str) -> bool:
    """Return whether a text says that something is not there, or not yet."""
    return says(fold(text), cues("unless"))


def named_in(note: str, label: str) -> bool:
    """Return whether a note names a body: in full, or by the word in its name that says what kind of body it is."""
    folded, name = fold(note), fold(label)
    return says(folded, [name, *(word for word in cues("bodies") if says(name, [word]))])


def texts(seen: Seen) -> Iterator[tuple[Table, int, tuple[int, ...], str]]:
    """Yield table, row, actors and words of everything said of groups, memberships and referrals, in order of ids."""
    actors, members, referrals = seen.index.actors, seen.view.table("membership"), seen.index.referrals
    found = [
        *((actors, row, (row,), actors.text("remark")[row]) for row in seen.alive(GROUP_KINDS)),
        *(
            (members, row, (members.ints("body")[row],), members.text(column)[row])
            for column in ("occasion", "note")
            for row in members
        ),
        *(
            (referrals, row, (seen.agreed.senders[row], seen.agreed.receivers[row]), referrals.text(column)[row])
            for column in ("agreement", "note")
            for row in seen.referrals
        ),
    ]
    ids = seen.agreed.ids
    spoken = (one for one in found if one[3])
    yield from sorted(spoken, key=lambda one: ([ids[row] for row in one[2] if row >= 0], one[3]))
