"""A region's ``verweisnetz.toml``: what it may hold, read strictly, with a clear word about every slip."""

from __future__ import annotations

import datetime
import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ontology.errors import RegionError

FILE = "verweisnetz.toml"
KINDS = ("matrix", "needs", "doors", "accepted_gaps", "interchange")
EXPECTABLE = ("actors", "offers", "referrals", "statements")

_SECTIONS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "region": {"name": str, "space": str, "language": str, "horizon": (datetime.date, str)},
    "freshness": {"contacts_months": int, "projects_months": int, "capacity_days": int, "facts_months": int},
    "build": {"keep_generations": int},
}
_SOURCE: Mapping[str, type | tuple[type, ...]] = {
    "path": str,
    "kind": str,
    "publisher": str,
    "stated_on": (datetime.date, str),
    "profile": str,
    "expect": dict,
    "ignore": bool,
}


@dataclass(frozen=True, slots=True)
class SourceRule:
    """What the configuration says about the files a glob matches (relative to ``sources/``)."""

    path: str
    kind: str = ""
    publisher: str = ""
    stated_on: str = ""
    profile: str = ""
    expect: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    ignore: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """A region's settings with their defaults (DESIGN §4: freshness limits by kind of fact)."""

    name: str = ""
    space: str = ""
    language: str = "de"
    horizon: str = ""
    contacts_months: int = 12
    projects_months: int = 6
    capacity_days: int = 14
    facts_months: int = 12
    keep_generations: int = 5
    sources: tuple[SourceRule, ...] = ()


def read_settings(folder: Path) -> Settings:
    """Read ``folder/verweisnetz.toml``; without one every setting has its default.

    Raises:
        RegionError: names file, line or key, and what is allowed there.
    """
    path = folder / FILE
    if not path.exists():
        return Settings(name=folder.resolve().name)
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise RegionError(f"{FILE}: {error}. Each line is `key = value`; text stands in quotes.") from error
    except UnicodeDecodeError as error:
        raise RegionError(f"{FILE}: not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    _known(raw, {*_SECTIONS, "source"}, "section")
    merged: dict[str, Any] = {}
    for section, keys in _SECTIONS.items():
        merged.update(_section(raw.get(section, {}), keys, f"[{section}]"))
    rules = raw.get("source", [])
    if not isinstance(rules, list):
        raise RegionError(f"{FILE}: sources are written [[source]], with two brackets.")
    return Settings(
        **{"name": folder.resolve().name, **merged},
        sources=tuple(_rule(rule, number) for number, rule in enumerate(rules, 1)),
    )


def _section(raw: Any, keys: Mapping[str, type | tuple[type, ...]], where: str) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise RegionError(f"{FILE} {where}: must be a section, written {where} on a line of its own.")
    _known(raw, set(keys), "key", where)
    return {key: _value(raw[key], keys[key], f"{where} {key}") for key in raw}


def _rule(raw: Any, number: int) -> SourceRule:
    where = f"[[source]] number {number}"
    values = _section(raw, _SOURCE, where)
    if not values.get("path"):
        raise RegionError(f'{FILE} {where}: `path` is missing, e.g. path = "matrix.xlsx".')
    if values.get("kind", "matrix") not in KINDS:
        raise RegionError(f"{FILE} {where}: kind {values['kind']!r} is unknown; one of {', '.join(KINDS)}.")
    expect = values.pop("expect", {})
    _known(expect, set(EXPECTABLE), "expectation", where)
    return SourceRule(**values, expect={key: _bounds(expect[key], f"{where} expect.{key}") for key in sorted(expect)})


def _bounds(raw: Any, where: str) -> tuple[int, int]:
    if isinstance(raw, list) and len(raw) == 2 and all(type(bound) is int for bound in raw) and raw[0] <= raw[1]:
        return raw[0], raw[1]
    raise RegionError(f"{FILE} {where}: write minimum and maximum, e.g. [20, 60].")


def _value(raw: Any, wanted: type | tuple[type, ...], where: str) -> Any:
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    if type(raw) not in kinds:
        names = " or ".join({str: "text in quotes", int: "a whole number", bool: "true or false"}.get(kind, kind.__name__) for kind in kinds)
        raise RegionError(f"{FILE} {where}: {raw!r} is not {names}.")
    if datetime.date in kinds:
        return _day(raw, where)
    if type(raw) is int and raw < 1:
        raise RegionError(f"{FILE} {where}: {raw} must be at least 1.")
    return raw


def _day(raw: Any, where: str) -> str:
    try:
        return (raw if isinstance(raw, datetime.date) else datetime.date.fromisoformat(raw)).isoformat()
    except ValueError as error:
        raise RegionError(f"{FILE} {where}: {raw!r} is no date; write 2026-09-30.") from error


def _known(raw: Mapping[str, Any], allowed: set[str], what: str, where: str = "") -> None:
    for key in raw:
        if key not in allowed:
            near = difflib.get_close_matches(key, sorted(allowed), n=1)
            advice = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(sorted(allowed))}."
            raise RegionError(f"{FILE} {where + ' ' if where else ''}{what} `{key}` is unknown; {advice}")
