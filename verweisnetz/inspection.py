"""How one file is read: the tables found, what became of its cells, and the profile that says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.issue import Issue
from loaders.gate import read
from loaders.limits import Limits
from loaders.matrix import Profile, dump_profile, interpret, propose, read_profile
from loaders.source import Ledger


@dataclass(frozen=True, slots=True)
class Inspection:
    """The reading of one file.

    Args:
        profile: as proposed, or as given; ``text`` is its YAML.
        predicates: how many statements there are of each kind.
    """

    source: str
    profile: Profile
    text: str
    ledger: Ledger
    predicates: dict[str, int]
    actors: tuple[str, ...]
    issues: tuple[Issue, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain data."""
        ledger = {
            name: getattr(self.ledger, name) for name in ("cells", "statement", "negative", "reported", "structure")
        }
        return {
            "source": self.source,
            "tables": [{"sheet": table.sheet, "fingerprint": table.fingerprint} for table in self.profile.tables],
            "ledger": {**ledger, "dropped": self.ledger.dropped},
            "statements": self.predicates,
            "actors": list(self.actors),
            "profile": self.text,
        }


def inspect(path: Path, profile: Path | None = None, limits: Limits | None = None) -> Inspection:
    """Read one file as a build would and say how.

    Raises:
        LoadError: the file or the profile cannot be read at all.
    """
    grids = read(path, source=path.name, limits=limits)
    chosen = read_profile(profile) if profile else propose(grids)
    found = interpret(grids, path.name, chosen)
    predicates = Counter(statement.predicate for statement in found.statements)
    return Inspection(
        path.name,
        chosen,
        dump_profile(chosen),
        found.ledger,
        dict(sorted(predicates.items())),
        tuple(actor.label for actor in found.actors),
        found.issues,
    )
