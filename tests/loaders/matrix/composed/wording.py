"""Who and what the composed matrices are about: pools kept as data files, drawn for one invented network."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

FOLDER = Path(__file__).parent / "wording"


@cache
def pool(name: str) -> dict[str, Any]:
    """Return the content of one data file."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def plain(label: str) -> str:
    """Return a label without its places to break."""
    return label.replace("|", "")


def broken(rng: Random, label: str) -> str:
    """Return a label as a narrow column shows it: one hyphen and line break, or one line break between words."""
    parts = label.split("|")
    if len(parts) == 1:
        return label
    at = rng.randrange(1, len(parts))
    head, tail = "".join(parts[:at]), "".join(parts[at:])
    if head.endswith(" "):
        return f"{head.rstrip()}\n{tail}"
    return f"{head}\n{tail}" if head.endswith("-") else f"{head}-\n{tail}"


@dataclass(frozen=True, slots=True)
class Actor:
    """A provider and what kind of provider it is."""

    name: str
    type: str
    section: str


class Words:
    """The words of one network: an area, its actors and its places, no name drawn twice."""

    def __init__(self, rng: Random, writable: str | None) -> None:
        self.rng = rng
        self.writable = writable
        self.area = rng.choice(pool("areas")["area"])
        self._kinds = [
            (kind["names"], rng.choice(kind["types"]), rng.choice(kind["sections"])) for kind in pool("actors")["kind"]
        ]
        self._taken: set[str] = set()
        self._line = rng.randint(100, 300)

    def can_write(self, text: str) -> bool:
        """Whether the encoding of the file has all letters of a text."""
        if self.writable is None:
            return True
        try:
            text.encode(self.writable)
        except UnicodeEncodeError:
            return False
        return True

    def one(self, file: str, key: str) -> str:
        """Return any word of a pool that can be written."""
        return str(self.rng.choice([word for word in pool(file)[key] if self.can_write(word)]))

    def header(self, kind: str) -> str:
        """Return one of the ways to head a column of a kind."""
        return self.one("headers", kind)

    def text(self, key: str) -> str:
        """Return something that stands in a column of that kind."""
        return self.one("labels", key)

    def place(self) -> str:
        """Return a town of the area."""
        return str(self.rng.choice(self.area["orte"]))

    def actors(self, count: int) -> list[Actor]:
        """Return new actors of the area, of every kind."""
        found: list[Actor] = []
        while len(found) < count:
            names, kind, section = self.rng.choice(self._kinds)
            name = self.rng.choice(names).format(
                ort=self.place(), kreis=self.rng.choice(self.area["kreise"]),
                area=self.area["name"], ihk=self.area["ihk"], hwk=self.area["hwk"],
            )  # fmt: skip
            if name not in self._taken and self.can_write(name):
                self._taken.add(name)
                found.append(Actor(name, kind, section))
        return found

    def labels(self, kind: str, count: int) -> list[str]:
        """Return new offers, audiences, themes or regions, with their places to break."""
        choice = [*self.area["kreise"], *self.area["orte"]] if kind == "regions" else pool("labels")[kind]
        free = [word for word in choice if plain(word).casefold() not in self._taken and self.can_write(word)]
        drawn = self.rng.sample(free, min(count, len(free)))
        self._taken.update(plain(word).casefold() for word in drawn)
        return drawn

    def phone(self) -> str:
        """Return a new number of the range reserved for fiction."""
        self._line += self.rng.randint(1, 7)
        style = self.rng.choice(
            ["0221 4710-{}", "0221/4710-{}", "+49 221 4710-{}", "(0221) 4710 - {}", "0221 4710{}", "0221.4710.{}"]
        )
        return style.format(self._line)

    def mail(self, actor: str) -> str:
        """Return a new address of a role."""
        self._line += 1
        host = "".join(letter for letter in actor.split(" (")[0].lower() if letter.isascii() and letter.isalnum())
        box = self.rng.choice(["info", "kontakt", "beratung", "service", "weiterbildung", "team"])
        return f"{box}{self._line % 40 or ''}@{host[:16]}.example.org"

    def website(self, actor: str) -> str:
        """Return an invented page."""
        host = "".join(letter for letter in actor.split(" (")[0].lower() if letter.isascii() and letter.isalnum())
        return self.rng.choice(
            ["https://www.{}.example.org", "www.{}.example.org", "https://{}.example.org/beratung"]
        ).format(host[:16])

    def address(self) -> str:
        """Return a street and a town."""
        return f"{self.text('streets')}, {self.rng.randint(10000, 99000)} {self.place()}"
