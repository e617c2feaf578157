"""Where two sets of joint conditions both hold, and how a frame is filled from a level that says more."""

from __future__ import annotations

from collections.abc import Sequence

from graph.facts.frames import (
    Frame,
    Mark,
    joint_limit,
    joint_notes,
    joint_terms,
    joint_time,
    rows_of,
    weaker,
)
from graph.facts.meaning import Meaning
from graph.facts.places import Places
from graph.limits import narrow
from ontology.scheme import Scheme


class Meeting:
    """Compares conditions by the vocabularies' hierarchies and by the sets regions are."""

    def __init__(self, meaning: Meaning, places: Places) -> None:
        self._meaning = meaning
        self._places = places
        self._themes = meaning.vocabulary.scheme("theme")

    def meet(self, first: Frame, second: Frame) -> Frame | None:
        """Return where both frames hold, on the first one's terms; None where they cannot. One of them has groups."""
        themes = self.themes(first.themes, second.themes)
        regions = self._places.meet(first.regions, second.regions)
        limit = joint_limit(first, second)
        since, until = joint_time(first, second)
        named = first.audiences or second.audiences
        groups = named
        if first.limit or second.limit:
            groups = tuple(pair for pair in named if not self._meaning.nobody(narrow(pair[0], limit)))
        if themes is None or regions is None or 0 <= until < since or (named and not groups):
            return None
        polarity = weaker(first.polarity, second.polarity)
        terms, notes = joint_terms(first.terms, second.terms), joint_notes(first, second)
        return Frame(groups, themes, regions, limit, since, until, polarity, terms, notes, rows_of((first, second)))

    def themes(self, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the themes both lists mean: the narrower of each related pair; None if they have nothing in common."""
        return meet_themes(one, other, self._themes)

    def covers(self, theme: str, covered: set[str]) -> bool:
        """Return whether a theme, or a broader one, is among some."""
        return theme in covered or (theme in self._themes and not self._themes.broader(theme).isdisjoint(covered))


def meet_themes(one: tuple[str, ...], other: tuple[str, ...], scheme: Scheme) -> tuple[str, ...] | None:
    """Return the themes both lists mean: the narrower of each related pair; None if they have nothing in common.

    Not stated (empty) leaves the other.
    """
    if not one or not other or one == other:
        return one or other
    found = {theme for theme in one if _within(theme, other, scheme)}
    found |= {theme for theme in other if _within(theme, one, scheme)}
    return tuple(sorted(found)) or None


def _within(theme: str, others: tuple[str, ...], scheme: Scheme) -> bool:
    return theme in others or (theme in scheme and not scheme.broader(theme).isdisjoint(others))


def filled(frame: Frame, what: Mark, marks: Sequence[Frame]) -> list[tuple[Frame, tuple[int, ...]]]:
    """Return a frame with a list it leaves open taken from marks; partial, timed or special marks stay apart.

    Args:
        marks: merged (`Level.marks`).
    """
    if not marks or (frame.themes if what == "themes" else frame.regions):
        return [(frame, ())]
    if len(marks) == 1:
        full, rows = frame.filled(what, marks[0]), marks[0].rows
        return [(frame, ())] if full is None else [(full, rows)]
    found = [(full, mark.rows) for mark in marks if (full := frame.filled(what, mark)) is not None]
    return found or [(frame, ())]
