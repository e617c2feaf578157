"""Which files of a region's folder are sources, and as what they are read."""

from __future__ import annotations

import fnmatch
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from loaders.prose.llm.endpoint import ModelAccess
from loaders.source import SourceSpec
from ontology.errors import RegionError
from verweisnetz.config import FILE, STATE, Settings, SourceRule
from verweisnetz.profiles import own_profile, profiles

TABLES = {"needs.csv": "needs", "doors.csv": "doors", "accepted_gaps.csv": "accepted_gaps"}
_RESERVED = {"tables", "profiles", "decisions", ".verweisnetz"}
_LITTER = {"thumbs.db", "desktop.ini", "__macosx"}
"""What file managers leave behind."""
_NOTES = re.compile(r"(.+)\.(?:statements|aussagen)\.(?:json|csv|tsv|xlsx|ods)", re.IGNORECASE)
"""What people noted beside a document (`loaders.prose.noted`)."""
_NOT_SOURCES = {".toml", ".md", ".yaml", ".yml", ".html", ".png", ".svg", ".ttl", ".trig", ".nq", ".jsonld", ".json"}


def sources(folder: Path, settings: Settings, *, llm: bool = False) -> list[SourceSpec]:
    """Return every source of a region, sorted by id; ids are POSIX paths below ``sources/`` (or ``tables/``).

    A folder without ``sources/`` is a region too: the files in it are its sources (one matrix is enough).

    Args:
        llm: whether texts may be sent to the language model the configuration names.

    Raises:
        RegionError: when a rule of the configuration matches no file, or two files have one id.
    """
    root = folder / "sources" if (folder / "sources").is_dir() else folder
    found: dict[str, Path] = {}
    for path in _files(root, flat=root == folder):
        _once(found, readable(path.relative_to(root)), path)
    _every_rule_matches(settings, found)
    specs, known, beside = [], profiles(folder), notes_of(found)
    model = ModelAccess(settings.llm, llm, folder / STATE / "answers") if settings.llm else None
    noted = {name for names in beside.values() for name in names}
    for name, path in found.items():
        rule = rule_for(name, settings)
        if not rule.ignore and name not in noted:
            notes = tuple((note, found[note]) for note in beside.get(name, ()))
            spec = _spec(folder, name, path, rule, known, notes)
            specs.append(replace(spec, model=model) if "llm" in rule.extractor else spec)
    for table, kind in TABLES.items():
        path = folder / "tables" / table
        if path.is_file():
            _once(found, f"tables/{table}", path)
            specs.append(SourceSpec(id=f"tables/{table}", path=path, kind=kind))
    return sorted(specs, key=lambda spec: spec.id)


def notes_of(names: Iterable[str]) -> dict[str, list[str]]:
    """Return what people noted beside each document: ``projekt.pdf.statements.csv`` beside ``projekt.pdf``.

    ``projekt.statements.csv`` is of the document too, where only one has that name without its ending.

    Raises:
        RegionError: there is no such document, so that the notes would be lost without a word.
    """
    known = sorted(names)
    found: dict[str, list[str]] = {}
    for name in known:
        if not (match := _NOTES.fullmatch(name)):
            continue
        of = [other for other in known if other in (match[1], f"{match[1]}{Path(other).suffix}") and other != name]
        of = [match[1]] if match[1] in of else [other for other in of if not _NOTES.fullmatch(other)]
        if len(of) != 1:
            raise RegionError(
                f"{name}: notes beside a document, but {'no document' if not of else ', '.join(of)} is called {match[1]}; "
                "name them like the document, e.g. projekt.pdf.statements.csv.",
                de=f"{name}: Notizen neben einem Dokument, aber {'kein Dokument heißt' if not of else ', '.join(of) + ' heißen'} "
                f"{match[1]}; wie das Dokument nennen, z. B. projekt.pdf.aussagen.csv.",
            )
        found.setdefault(of[0], []).append(name)
    return found


def _once(found: dict[str, Path], name: str, path: Path) -> None:
    """Note a source under its id; a second file of that id would be lost without a word."""
    if name in found:
        raise RegionError(
            f"two files are called {name}: {found[name]} and {path}; rename one.",
            de=f"zweimal dieselbe Bezeichnung {name}: {found[name]} und {path}; eine der Dateien umbenennen.",
        )
    found[name] = path


def readable(inside: Path) -> str:
    """Return a file's name as an id: the same from a Mac (ü as u and ¨) as from elsewhere, and fit to be printed."""
    name = unicodedata.normalize("NFC", inside.as_posix())
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in name)


def _files(root: Path, *, flat: bool) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        hidden = any(part.startswith((".", "~$")) or part.lower() in _LITTER for part in inside.parts)
        if hidden or not path.is_file() or path.is_symlink():
            continue
        if flat and (inside.parts[0] in _RESERVED or path.suffix.lower() in _NOT_SOURCES or path.name == FILE):
            continue
        yield path


def rule_for(name: str, settings: Settings) -> SourceRule:
    """Return what the configuration says about one source: the first rule whose pattern matches."""
    for rule in settings.sources:
        if _matches(name, rule):
            return rule
    return SourceRule(name)


def _matches(name: str, rule: SourceRule) -> bool:
    """Return whether a rule means a source: by its very name (``Liste [neu].xlsx``) or by a pattern."""
    wanted = unicodedata.normalize("NFC", rule.path)
    return name == wanted or fnmatch.fnmatchcase(name, wanted)


def _every_rule_matches(settings: Settings, found: dict[str, Path]) -> None:
    for rule in settings.sources:
        if not any(_matches(name, rule) for name in found):
            have = ", ".join(sorted(found)) or "none"
            raise RegionError(
                f'{FILE}: no file matches path = "{rule.path}"; files there: {have}.',
                de=f'{FILE}: keine Datei passt auf path = "{rule.path}"; vorhanden: {have}.',
            )


def _spec(
    folder: Path, name: str, path: Path, rule: SourceRule, known: tuple[Path, ...], notes: tuple[tuple[str, Path], ...]
) -> SourceSpec:
    profile = own_profile(folder, name, rule.profile)
    kind = "" if rule.kind == "interchange" else rule.kind
    return SourceSpec(
        id=name, path=path, kind=kind, publisher=rule.publisher, stated_on=rule.stated_on, profile=profile,
        others=known if profile is None and rule.kind in ("", "matrix") and path.suffix.lower() != ".jsonl" else (),
        notes=notes, persons=rule.persons, extractor=rule.extractor,
    )  # fmt: skip
