"""Practical needs against what an offer says of itself: hours, format, language, cost ...; unknown means ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from graph.view import View
from ontology.text import fold
from queries.enumeration import Enumeration
from queries.names import spellings
from queries.spoken import says
from queries.verdict import YES, Ask, Verdict, ask, every, no
from queries.wishes import CLOCK, PRESENCE, Wish, amount, levels, words

__all__ = ["Practical", "least_level", "presence", "says"]

COLUMNS: dict[str, tuple[str, ...]] = {
    "format": ("format",),
    "language": ("languages", "note"),
    "cost": ("cost",),
    "hours": ("hours",),
    "child_care": ("note", "hours"),
    "accessibility": ("note", "format"),
    "interpreter": ("languages", "note"),
}
"""Practical need to the columns of a provision that may speak of it; the first is what an open question quotes."""


class Practical:
    """The practical needs of one client against the provisions of one view."""

    def __init__(self, view: View, wanted: Iterable[Wish]) -> None:
        provisions = view.table("provision")
        self._concepts = view.table("concept")
        self._wanted = tuple(wanted)
        self._columns = {
            column: Enumeration(provisions.text(column)) for wish in self._wanted for column in COLUMNS[wish.name]
        }
        self._known: dict[tuple[Wish, tuple[str, ...]], Verdict] = {}
        self._spelt: dict[str, list[tuple[int, tuple[str, ...]]]] = {}

    def verdicts(self, provision: int) -> list[Verdict]:
        """Return one verdict per practical need."""
        return [self._one(wish, provision) for wish in self._wanted]

    def _one(self, wish: Wish, provision: int) -> Verdict:
        key = (wish, tuple(self._columns[column][provision] for column in COLUMNS[wish.name]))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._compare(*key)
        return found

    def _compare(self, wish: Wish, texts: tuple[str, ...]) -> Verdict:
        unknown = ask(Ask(wish.name, "" if wish.name in PRESENCE else texts[0]))
        said = tuple(map(fold, texts))
        if wish.name == "language":
            return self._language(wish, texts, said, unknown)
        if wish.name == "format":
            return self._concept(wish, said[0]) or unknown
        read: Callable[[Wish, str], Verdict | None] = presence if wish.name in PRESENCE else _READ[wish.name]
        return read(wish, " ; ".join(filter(None, said))) or unknown

    def _language(self, wish: Wish, texts: tuple[str, ...], said: tuple[str, ...], unknown: Verdict) -> Verdict:
        """Language of counselling, interpreter and the least level needed are three facts."""
        spoken = self._concept(wish, said[0]) or unknown
        everything = " ; ".join(filter(None, said))
        if spoken.outcome == "no" and presence(Wish("interpreter", ()), everything) is YES:
            spoken = ask(Ask("interpreter", next(text for text in reversed(texts) if text)))
        if not wish.level or spoken.outcome == "no":
            return spoken
        return every((spoken, least_level(wish.level, everything) or ask(Ask("level", texts[0]))))

    def _concept(self, wish: Wish, said: str) -> Verdict | None:
        """Compare with the names of formats or languages; naming only others is a no."""
        if not said:
            return None
        named = {row for row, names in self._names(wish.name) if says(said, names)}
        if not named.isdisjoint(wish.concepts):
            return YES
        lists = self._concepts.lists
        near = {row for one in wish.concepts for way in ("broader", "narrower") for row in lists(way)[one]}
        return no(wish.name) if named and near.isdisjoint(named) else None

    def _names(self, scheme: str) -> list[tuple[int, tuple[str, ...]]]:
        found = self._spelt.get(scheme)
        if found is None:
            schemes = Enumeration(self._concepts.text("scheme"))
            rows = (row for row in self._concepts if schemes[row] == scheme)
            found = self._spelt[scheme] = [(row, spellings(self._concepts, row)) for row in rows]
        return found


def presence(wish: Wish, said: str) -> Verdict | None:
    """Return whether something is there, as far as a note says so; a denial is looked for first."""
    data = words()[wish.name]
    if says(said, data["no"]):
        return no(wish.name)
    return YES if says(said, data["yes"]) else None


def _cost(wish: Wish, said: str) -> Verdict | None:
    data = words()["cost"]
    if not said or says(said, data["conditional"]):
        return None
    if says(said, data["free"]):
        return YES
    limits = [limit for word in wish.words if (limit := amount(word)) is not None]
    asked = re.search(str(data["amount"]), said)
    if limits and asked:
        least = amount(asked[0])
        if least is None or says(said, data["rate"]):
            return None
        return YES if least <= max(limits) else no("cost")
    return no("cost") if not limits and (asked or says(said, data["paid"])) else None


def _hours(wish: Wish, said: str) -> Verdict | None:
    """Return yes where the hours said and those wanted share something; other hours may be agreed: ask."""
    if not said:
        return None
    if says(said, wish.words):
        return YES
    data = words()
    for listed in data["hours"].values():
        if any(says(word, listed) for word in wish.words) and says(said, listed):
            return YES
    wanted = [span for word in wish.words for span in _spans(word)]
    held = _spans(said)
    shared = any(max(one[0], other[0]) < min(one[1], other[1]) for one in wanted for other in held)
    return YES if shared else None


def _spans(text: str) -> list[tuple[int, int]]:
    """Return the hours of the day a text names, by the clock or as morning, afternoon, evening."""
    data = words()
    found = [(int(start), int(end)) for start, end in CLOCK.findall(text)]
    named = (
        data["clock"][name] for name, listed in data["hours"].items() if name in data["clock"] and says(text, listed)
    )
    return [*found, *((start, end) for start, end in named)]


_READ: dict[str, Callable[[Wish, str], Verdict | None]] = {"cost": _cost, "hours": _hours}


def least_level(level: str, said: str) -> Verdict | None:
    """Return whether a level suffices; a level named without "from" or "at least" leaves that open."""
    rank = {fold(one): at for at, one in enumerate(levels())}
    data = words()["level"]
    least = "|".join(re.escape(word) for word in data["least"])
    found = re.findall(rf"(?<!\w)(?:{least})\.?\s+(?:\w+\s+)?({'|'.join(rank)})(?!\w)", said)
    if not found:
        return None
    return YES if max(rank[one] for one in found) <= rank[fold(level)] else no("level")
