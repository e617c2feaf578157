"""The steering meeting's question: what is different since last time, or between two regions?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from graph.pause import collector_paused
from graph.view import View
from queries.change import Change, ChangesAnswer, Detail, GapChange, GapHow, How
from queries.compared import Compared, compared
from queries.gap import Gap, GapsAnswer
from queries.gaps import Gaps
from queries.overtaken import overtaken, questioned
from queries.recorded import Item, Key, Said, recorded
from queries.references import References

EVERY_GAP = Gaps()
GapKey = tuple[str, str, str, str, str]
"""Kind, reason, and the ids of the cell."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The question, asked of the later state.

    Rows are compared by what they are about (an actor by its id, a referral by its two ends and its offer, with what
    it says); row numbers and the order of sources decide nothing.

    Args:
        before: the earlier state.
        names: what the two states are called in the answer.
        gaps: the question for gaps, asked of both; None leaves gaps out.
        regions: they are two regions, not two states of one: each is asked about what matters to it.
    """

    before: View
    names: tuple[str, str] = ("", "")
    gaps: Gaps | None = EVERY_GAP
    day: date | None = None
    regions: bool = False

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
        notes = () if found or gaps else ("nothing_changed",)
        return ChangesAnswer(day, *self.names, tuple(found), gaps, notes, "regions" if self.regions else "states")

    def _gaps(self, view: View, day: date) -> Iterator[GapChange]:
        asked = replace(self.gaps or EVERY_GAP, day=day)
        if self.regions:
            yield from _between(asked.answer(self.before), asked.answer(view))
            return
        both = compared(asked, self.before, view)
        earlier, later = _by_key(both.before.gaps), _by_key(both.after.gaps)
        once, since = _by_key(both.before.accepted), _by_key(both.after.accepted)
        gone = [gap for key, gap in earlier.items() if key not in later]
        worse = (gap for key, gap in later.items() if key not in earlier or earlier[key].weight < gap.weight)
        moot = _by_key(overtaken(gone, worse))
        asked_now, asked_once = _in_question(gone, both.after), _in_question(_new(later, earlier), both.before)
        for key in sorted({*earlier, *later}):
            one, other = earlier.get(key), later.get(key)
            if one is None and other is not None:
                opened: GapHow = "confirmed" if key in asked_once else _opened(key, once, both)
                yield GapChange(opened, other, 0, other.weight)
            elif one is not None and other is None and key in asked_now and key not in moot and key not in since:
                yield GapChange("questioned", asked_now[key], one.weight, 0)
            elif one is not None and other is None:
                how: GapHow = "overtaken" if key in moot else _closed(key, since, both)
                yield GapChange(how, since.get(key, one), one.weight, 0)
            elif one is not None and other is not None and one.weight != other.weight:
                yield GapChange("heavier" if other.weight > one.weight else "lighter", other, one.weight, other.weight)


def _opened(key: GapKey, once: Mapping[GapKey, Gap], both: Compared) -> GapHow:
    if key in once:
        return "reopened"
    return "opened" if key[2:] in both.asked_before else "asked"


def _closed(key: GapKey, since: Mapping[GapKey, Gap], both: Compared) -> GapHow:
    if key in since:
        return "accepted"
    return "closed" if key[2:] in both.asked_after else "dropped"


def _between(one: GapsAnswer, other: GapsAnswer) -> Iterator[GapChange]:
    """Yield the gaps one of two regions has and the other has not, and those that weigh differently."""
    here, there = _by_key(one.gaps), _by_key(other.gaps)
    asked_here, asked_there = _in_question(_new(there, here), one), _in_question(_new(here, there), other)
    for key in sorted({*here, *there}):
        left, right = here.get(key), there.get(key)
        if left is None and right is not None:
            yield GapChange("confirmed" if key in asked_here else "opened", right, 0, right.weight)
        elif left is not None and right is None:
            yield GapChange("questioned" if key in asked_there else "closed", left, left.weight, 0)
        elif left is not None and right is not None and left.weight != right.weight:
            how: GapHow = "heavier" if right.weight > left.weight else "lighter"
            yield GapChange(how, right, left.weight, right.weight)


def _new(gaps: Mapping[GapKey, Gap], known: Mapping[GapKey, Gap]) -> list[Gap]:
    return [gap for key, gap in gaps.items() if key not in known]


def _in_question(gaps: Iterable[Gap], answer: GapsAnswer) -> dict[GapKey, Gap]:
    """Return of gaps that are not among those of an answer the question it has in their place."""
    return {gap.key: question for gap, question in questioned(gaps, answer.apart)}


def _by_key(gaps: Iterable[Gap]) -> dict[GapKey, Gap]:
    return {gap.key: gap for gap in gaps}


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
