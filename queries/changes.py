"""The steering meeting's question: what is different since last time, or between two regions?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Any, Literal

from graph.pause import collector_paused
from graph.view import View
from queries.change import Change, ChangesAnswer, Detail, GapChange, How
from queries.gaps import Gaps
from queries.recorded import Item, Key, Said, recorded
from queries.references import References

EVERY_GAP = Gaps()


@dataclass(frozen=True, slots=True)
class Changes:
    """The question, asked of the later state.

    Rows are compared by what they are about (an actor by its id, a referral by its two ends and its offer, with what
    it says); row numbers and the order of sources decide nothing.

    Args:
        before: the earlier state.
        names: what the two states are called in the answer.
        gaps: the question for gaps, asked of both; None leaves gaps out.
    """

    before: View
    names: tuple[str, str] = ("", "")
    gaps: Gaps | None = EVERY_GAP
    day: date | None = None

    def answer(self, view: View) -> ChangesAnswer:
        """Return what is new, gone or different."""
        day = self.day or date.today()
        with collector_paused():
            earlier, later = _filed(self.before), _filed(view)
        refer = References(self.before), References(view)
        # Nearly all of two states is the same: only what is not is put in order and compared closely.
        keys = sorted(key for key in {*earlier, *later} if _said(earlier.get(key, [])) != _said(later.get(key, [])))
        found = [change for key in keys for change in _compared(earlier.get(key, []), later.get(key, []), *refer)]
        gaps = tuple(self._gaps(view, day)) if self.gaps else ()
        return ChangesAnswer(day, *self.names, tuple(found), gaps, () if found or gaps else ("nothing_changed",))

    def _gaps(self, view: View, day: date) -> Iterator[GapChange]:
        """Yield the gaps that differ: told apart by their keys, and only those put into words."""
        asked: Any = replace(self.gaps, day=day) if self.gaps else None
        before, after = asked.found(self.before), asked.found(view)
        earlier, later = before.by_key(), after.by_key()
        for key in sorted({*earlier, *later}):
            one, other = earlier.get(key), later.get(key)
            if one is None and other is not None:
                yield GapChange("opened", after.writer.write(other), 0, other.weight)
            elif one is not None and other is None:
                yield GapChange("closed", before.writer.write(one), one.weight, 0)
            elif one is not None and other is not None and one.weight != other.weight:
                how: Literal["heavier", "lighter"] = "heavier" if other.weight > one.weight else "lighter"
                yield GapChange(how, after.writer.write(other), one.weight, other.weight)


def _filed(view: View) -> dict[Key, list[Item]]:
    found: dict[Key, list[Item]] = {}
    for key, item in recorded(view):
        found.setdefault(key, []).append(item)
    return found


def _said(items: list[Item]) -> list[Said]:
    return [item.said for item in items]


def _compared(before: list[Item], after: list[Item], earlier: References, later: References) -> Iterator[Change]:
    """Yield how the things under one key differ: those that say the same are the same, the others are paired in order."""
    common = Counter(item.said for item in before) & Counter(item.said for item in after)
    gone, new = _without(before, common), _without(after, common)
    for was, now in zip_longest(gone, new):
        if was is None:
            yield _change("new", now, later, tuple(Detail(name, "", value) for name, value in now.said))
        elif now is None:
            yield _change("gone", was, earlier, tuple(Detail(name, value, "") for name, value in was.said))
        else:
            one, other = dict(was.said), dict(now.said)
            different = (name for name in sorted({*one, *other}) if one.get(name) != other.get(name))
            details = tuple(Detail(name, one.get(name, ""), other.get(name, "")) for name in different)
            yield _change("changed", now, later, details)


def _without(items: list[Item], common: Counter[Said]) -> list[Item]:
    left, rest = Counter(common), []
    for item in sorted(items, key=lambda item: item.said):
        if left[item.said]:
            left[item.said] -= 1
        else:
            rest.append(item)
    return rest


def _change(how: How, item: Item, refer: References, details: tuple[Detail, ...]) -> Change:
    return Change(how, item.what, item.actor, item.other, item.offer, item.about, details, refer.evidence(item.places))
