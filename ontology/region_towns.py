"""The municipalities, some ten thousand: read and indexed when a name is none of a larger area's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ontology.region_data import Area
from ontology.region_spelling import Spelling

_BOROUGH = "Bezirk"


@dataclass(frozen=True, slots=True)
class Town:
    """One municipality as its row says; ``addition`` tells it from namesakes, ``type`` is empty where no source says."""

    key: str
    name: str
    addition: str
    type: str

    @property
    def kind(self) -> str:
        """Return the kind of region it is: ``municipality``, or ``borough`` in Berlin and Hamburg."""
        return "borough" if self.type == _BOROUGH else "municipality"

    @property
    def stem(self) -> str:
        """Return the name without an addition in brackets."""
        return self.name.partition(" (")[0]

    @property
    def id(self) -> str:
        """Return the id of its region."""
        return f"region/{self.key}"


class Towns:
    """Municipalities by key and by name.

    Args:
        lines: as in ``municipalities.csv``, sorted.
        city: the name of the city a borough belongs to, by the key of its Land: "Berlin Mitte".
    """

    def __init__(self, lines: Sequence[str], spelling: Spelling, city: Callable[[str], str]) -> None:
        self._lines, self._spelling, self._city = lines, spelling, city

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._lines)

    def keys(self) -> list[str]:
        """Return all keys in order."""
        return [line[:8] for line in self._lines]

    def at(self, row: int) -> Town:
        """Return the municipality of a row."""
        key, name, addition, kind = self._lines[row].split(",")
        return Town(key, name, addition, kind)

    def get(self, key: str) -> Town | None:
        """Return a municipality by its key."""
        row = bisect_left(self._lines, key)
        found = self.at(row) if row < len(self._lines) else None
        return found if found and found.key == key else None

    def named(self, key: str) -> tuple[int, ...]:
        """Return the rows of those that bear a name, given as the key of a spelling."""
        return self._index.get(key, ())

    def in_city(self, town: Town) -> str:
        """Return the name of a borough with that of its city: "Berlin-Mitte"."""
        city = self._city(town.key[:2])
        return f"{city}-{town.name.removeprefix(city).strip('- ')}"

    def reach(self, first: str) -> int:
        """Return of how many words the longest name consists that begins with a word."""
        return self._reach.get(first, 0)

    @cached_property
    def _index(self) -> dict[str, tuple[int, ...]]:
        rows = [line.split(",") for line in self._lines]
        index: dict[str, tuple[int, ...]] = {}
        for row, key in enumerate(self._spelling.keys(fields[1] for fields in rows)):
            index[key] = (*index[key], row) if key in index else (row,)
        further = [(row, name) for row, fields in enumerate(rows) if _is_long(fields) for name in self._further(fields)]
        keys = self._spelling.keys(name for _, name in further)
        for (row, _), key in zip(further, keys, strict=True):
            known = index.get(key, ())
            if row not in known:
                index[key] = (*known, row)
        return index

    def _further(self, fields: Sequence[str]) -> Iterator[str]:
        key, name, addition, kind = fields
        short = self._spelling.short(name)
        if short != name:
            yield short
        if addition:
            yield f"{name} {addition}"
        if kind == _BOROUGH:
            yield self.in_city(Town(key, name, addition, kind))

    @cached_property
    def _reach(self) -> dict[str, int]:
        reach: dict[str, int] = {}
        for key in self._index:
            first, space, _ = key.partition(" ")
            size = key.count(" ") + 1 if space else 1
            if size > reach.get(first, 0):
                reach[first] = size
        return reach


def _is_long(fields: Sequence[str]) -> bool:
    """Return whether there is more to a name than its first word: one in six has further names."""
    _, name, addition, kind = fields
    return " " in name or "/" in name or bool(addition) or kind == _BOROUGH


def area(town: Town, label: str) -> Area:
    """Return a municipality as an area with the label it shall have."""
    names = tuple(dict.fromkeys((town.name, town.stem)))
    return Area(town.id, label, town.kind, (town.key,), town.type, town.stem, names, key=town.key)
