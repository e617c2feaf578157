"""Which profiles a region has, and which one belongs to a file by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from graph.issue import Issue
from loaders.source import SourceSpec
from ontology.errors import LoadError, RegionError
from verweisnetz.config import FILE

FOLDER = "profiles"
_ENDINGS = (".yaml", ".yml")


def profiles(folder: Path) -> tuple[Path, ...]:
    """Return every profile of a region, sorted; what is hidden or linked is none."""
    root = folder / FOLDER
    found = (path for ending in _ENDINGS for path in root.rglob(f"*{ending}"))
    plain = (path for path in found if path.is_file() and not path.is_symlink())
    return tuple(sorted(path for path in plain if not _hidden(path.relative_to(root))))


def _hidden(inside: Path) -> bool:
    return any(part.startswith(".") for part in inside.parts)


def own_profile(folder: Path, name: str, wanted: str = "") -> Path | None:
    """Return the profile that is a file's own: the one the configuration names, else the one called like the file.

    Args:
        name: the source's id; ``kreis/matrix.xlsx`` looks for ``kreis/matrix.yaml``, then for ``matrix.yaml``.
        wanted: what the configuration names.

    Raises:
        RegionError: when the profile named is not there, or lies elsewhere.
    """
    root = folder / FOLDER
    if wanted:
        return _named(root, wanted)
    inside = PurePosixPath(name)
    tried = [root / place / f"{inside.stem}{ending}" for place in (inside.parent, "") for ending in _ENDINGS]
    return next((path for path in tried if path.is_file()), None)


def _named(root: Path, wanted: str) -> Path:
    path = root / wanted
    if not path.resolve().is_relative_to(root.resolve()):
        raise RegionError(
            f'{FILE}: profile "{wanted}" lies outside profiles/.',
            de=f'{FILE}: das Profil "{wanted}" liegt außerhalb von profiles/.',
        )
    if not path.is_file():
        raise RegionError(
            f'{FILE}: profile "{wanted}" is not in profiles/.',
            de=f'{FILE}: das Profil "{wanted}" liegt nicht in profiles/.',
        )
    return path


def unreadable(folder: Path, specs: Iterable[SourceSpec], code: str) -> Iterator[Issue]:
    """Yield an issue for every profile that cannot be read and is no file's own: where it is, the file's error says so."""
    from loaders.matrix import read_profile

    own = {spec.profile for spec in specs}
    for path in profiles(folder):
        if path not in own:
            try:
                read_profile(path)
            except LoadError as error:
                where = f"{error.place}: " if error.place else ""
                params = {"code": error.code, "de": where + error.de, "en": where + error.en}
                name = f"{FOLDER}/{path.relative_to(folder / FOLDER).as_posix()}"
                yield Issue(code, name, None, "", tuple(sorted(params.items())), "error")
