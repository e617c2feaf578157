"""What one mark says of an offer, in one form: for whom, on what, where, from when to when, on which terms.

``P offers O {audience X}``, ``P forAudience X {offer O}`` and ``P onTheme T {audience X, offer O}`` say the same kind
of thing in three forms; as frames they can be merged, met and compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal as Choice
from typing import NamedTuple

from graph.facts.days import earlier, later
from graph.limits import both, narrow
from graph.statement import Polarity

NAMED, PRIORITY, EXCLUSIVE = 0, 1, 2

Pairs = tuple[tuple[str, str], ...]
Mark = Choice["themes", "regions"]
What = Choice["audiences", "themes", "regions"]


class Frame(NamedTuple):
    """Joint conditions. Lists are alternatives; an empty one is "not stated".

    A tuple, for a build makes several of each statement and a frozen dataclass takes three times as long to make.

    Args:
        audiences: pairs of a group's id and how it is named (0 named, 1 priority, 2 exclusive), sorted.
        limit: facets that hold whatever the group (``graph.limits``).
        since, until: days, -1 where not said.
        terms: access, cost, hours ... said beside the mark.
        notes: pairs of the groups a remark is about (or nothing) and the remark.
        rows: the statements that say it.
    """

    audiences: tuple[tuple[str, int], ...] = ()
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    limit: str = ""
    since: int = -1
    until: int = -1
    polarity: Polarity = "yes"
    terms: Pairs = ()
    notes: Pairs = ()
    rows: tuple[int, ...] = ()

    def of(self, *rows: int) -> Frame:
        """Return the frame as said by some statements."""
        return Frame._make((*self[:-1], rows))

    @property
    def groups(self) -> tuple[str, ...]:
        """The ids of the groups alone."""
        return tuple([group for group, _ in self.audiences])

    @property
    def conditioned(self) -> bool:
        """Whether anything beside the groups is stated jointly."""
        return bool(self.themes or self.regions or self.limit or self.terms or self.since >= 0 or self.until >= 0)

    def only(self, what: Mark) -> bool:
        """Whether it is a mark of themes (or regions) and of nothing else, though perhaps for a time or on terms."""
        return not (self.audiences or (self.regions if what == "themes" else self.themes) or self.limit)

    @property
    def bare(self) -> bool:
        """Whether nothing but the offer itself is said."""
        return not (self.audiences or self.conditioned)

    def but(self, what: What) -> tuple[object, ...]:
        """Return what must be equal for two frames to be merged in one list: all else that is claimed."""
        return (
            bool(self.audiences) if what == "audiences" else self.audiences,
            bool(self.themes) if what == "themes" else self.themes,
            bool(self.regions) if what == "regions" else self.regions,
            self.limit,
            self.since,
            self.until,
            self.polarity,
            self.terms,
        )

    def stated(self, what: Mark) -> tuple[str, ...]:
        """Return the themes or the regions."""
        return self.themes if what == "themes" else self.regions

    def filled(self, what: Mark, mark: Frame) -> Frame | None:
        """Return the frame with the themes (or regions) of a mark where both hold at some time."""
        themes, regions = (mark.themes, self.regions) if what == "themes" else (self.themes, mark.regions)
        if mark[_AFTER_LIMIT:-1] == _UNMARKED:
            return Frame._make((self[0], themes, regions, *self[_LIMIT:]))
        since, until = joint_time(self, mark)
        if 0 <= until < since:
            return None
        polarity, terms = weaker(self.polarity, mark.polarity), joint_terms(self.terms, mark.terms)
        notes = joint_notes(self, mark)
        return Frame(self.audiences, themes, regions, self.limit, since, until, polarity, terms, notes, self.rows)

    def claim(self) -> tuple[object, ...]:
        """Return what is claimed, without how strongly and by whom: what a refusal must equal to contradict it."""
        return self.groups, self.themes, self.regions, self.limit, self.since, self.until


_LIMIT = Frame._fields.index("limit")
_AFTER_LIMIT = _LIMIT + 1
_UNMARKED = Frame()[_AFTER_LIMIT:-1]
"""What a mark says that holds at any time, on no terms and without remarks."""


def named(groups: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Return groups sorted, each once with its strongest naming."""
    groups = tuple(groups)
    if len(groups) < 2:
        return groups
    found: dict[str, int] = {}
    for group, naming in groups:
        found[group] = max(naming, found.get(group, NAMED))
    return tuple(sorted(found.items()))


def limited(frame: Frame) -> Frame:
    """Return the frame with its limit put on its groups (on everybody, where none is named)."""
    if not frame.limit:
        return frame
    groups = frame.audiences or (("", NAMED),)
    return frame._replace(audiences=named((narrow(group, frame.limit), naming) for group, naming in groups), limit="")


def together(frames: Iterable[Frame]) -> Frame:
    """Return the union of frames that differ in one list only, and in remarks and rows."""
    frames = list(frames)
    first = frames[0]
    if len(frames) == 1:
        return first
    return first._replace(
        audiences=named(pair for frame in frames for pair in frame.audiences),
        themes=_union(frame.themes for frame in frames),
        regions=_union(frame.regions for frame in frames),
        notes=_pairs(frame.notes for frame in frames),
        rows=rows_of(frames),
    )


def rows_of(frames: Iterable[Frame]) -> tuple[int, ...]:
    """Return the statements behind some frames, ascending."""
    return tuple(sorted({row for frame in frames for row in frame.rows}))


def rows_together(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    """Return the statements of two lists, ascending; each list is."""
    return tuple(sorted({*one, *other})) if one and other else one or other


def merged(frames: Iterable[Frame], what: What = "audiences") -> list[Frame]:
    """Return frames that differ in one list only as one each; "not stated" is never merged with a value."""
    frames = list(frames)
    if len(frames) < 2:
        return frames
    found: dict[tuple[object, ...], list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.but(what), []).append(frame)
    return [together(same) for _, same in sorted(found.items())]


def joint_limit(one: Frame, other: Frame) -> str:
    """Return the limit that holds where both frames hold."""
    return one.limit if not other.limit else both(one.limit, other.limit)


def joint_time(one: Frame, other: Frame) -> tuple[int, int]:
    """Return when both frames hold."""
    return later(one.since, other.since), earlier(one.until, other.until)


def weaker(*polarities: Polarity) -> Polarity:
    """Return ``partly`` if any is."""
    return "partly" if "partly" in polarities else "yes"


def joint_terms(first: Pairs, second: Pairs) -> Pairs:
    """Return terms of both; the first frame's word counts where both speak."""
    if not second:
        return first
    spoken = {name for name, _ in first}
    return tuple(sorted((*first, *(pair for pair in second if pair[0] not in spoken))))


def joint_notes(one: Frame, other: Frame) -> Pairs:
    """Return the remarks of both."""
    return _pairs((one.notes, other.notes)) if other.notes else one.notes


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({value for values in lists for value in values}))


def _pairs(lists: Iterable[Pairs]) -> Pairs:
    return tuple(sorted({pair for pairs in lists for pair in pairs}))
