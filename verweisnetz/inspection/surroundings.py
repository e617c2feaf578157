"""The region a file lies in, if any: its profiles, its language, its limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from loaders.grid import Grid
from loaders.limits import Limits
from loaders.matrix.choose import Chosen, choose
from verweisnetz.config import FILE, read_settings
from verweisnetz.profiles import FOLDER, own_profile, profiles
from verweisnetz.sources import readable, rule_for


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a region says about one of its files.

    Args:
        name: the file's id in the region.
        own: its own profile; ``others``: those of other files.
    """

    name: str
    language: str = "de"
    limits: Limits = field(default_factory=Limits)
    stated_on: str = ""
    own: Path | None = None
    others: tuple[Path, ...] = ()

    def choose(self, grids: Sequence[Grid]) -> Chosen:
        """Return the profile a build would read the file with."""
        return choose(grids, self.name, self.own, self.others)


def surroundings(path: Path, folder: Path | None = None) -> Surroundings:
    """Return what the region says in which a file lies, or another one; nothing but defaults where there is none."""
    region = folder or _region_of(path)
    if region is None:
        return Surroundings(path.name)
    settings = read_settings(region)
    root = region / "sources" if (region / "sources").is_dir() else region
    absolute = path.resolve()
    inside = absolute.relative_to(root.resolve()) if absolute.is_relative_to(root.resolve()) else Path(path.name)
    name = readable(inside)
    rule = rule_for(name, settings)
    own = own_profile(region, name, rule.profile)
    others = () if own else profiles(region)
    return Surroundings(name, settings.language, settings.limits, rule.stated_on, own, others)


def _region_of(path: Path) -> Path | None:
    """Return the folder a build would be called with: the nearest that is configured, or has profiles beside sources."""
    for folder in path.resolve().parents:
        if (folder / FILE).is_file() or ((folder / FOLDER).is_dir() and _is_source(path, folder)):
            return folder
    return None


def _is_source(path: Path, folder: Path) -> bool:
    inside = path.resolve().relative_to(folder)
    return len(inside.parts) == 1 or inside.parts[0] == "sources"
