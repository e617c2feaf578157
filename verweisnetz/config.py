"""A region's ``verweisnetz.toml``: what it may hold, read strictly, with a clear word about every slip."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loaders.limits import Limits
from loaders.prose.choices import CHOICES
from ontology.errors import RegionError

if TYPE_CHECKING:
    from loaders.prose.llm.endpoint import Endpoint

FILE = "verweisnetz.toml"
STATE = ".verweisnetz"
"""The folder of generations and caches inside a region; may be deleted, the next build makes it again."""
KINDS = ("matrix", "description", "needs", "doors", "accepted_gaps", "interchange")
EXPECTABLE = ("actors", "offers", "referrals", "statements")
LANGUAGES = ("de", "en")
MOST = 1200
"""Months, days or generations: a hundred years of months are no plan but a slip of the keyboard."""
MOST_LIMIT = 1 << 40
LONGEST_SHOWN = 80

_SECTIONS: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "region": {"name": str, "space": str, "language": str, "horizon": (datetime.date, str)},
    "freshness": {"contacts_months": int, "projects_months": int, "capacity_days": int, "facts_months": int},
    "build": {"keep_generations": int},
    "gaps": {"accompanied": list},
    "limits": {field.name: int for field in fields(Limits)},
    "llm": {
        "url": str,
        "model": str,
        "key_env": str,
        "seconds": int,
        "attempts": int,
        "chunk": int,
        "plain_http": bool,
    },
}
_SOURCE: Mapping[str, type | tuple[type, ...]] = {
    "path": str,
    "kind": str,
    "publisher": str,
    "stated_on": (datetime.date, str),
    "profile": str,
    "expect": dict,
    "ignore": bool,
    "persons": bool,
    "extractor": str,
}


@dataclass(frozen=True, slots=True)
class SourceRule:
    """What the configuration says about the files a glob matches (relative to ``sources/``).

    Args:
        persons: whether people a description names may stand in contacts; nobody becomes a node either way.
        extractor: what reads a description, of `loaders.prose.choices.CHOICES`.
    """

    path: str
    kind: str = ""
    publisher: str = ""
    stated_on: str = ""
    profile: str = ""
    expect: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    ignore: bool = False
    persons: bool = False
    extractor: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """A region's settings with their defaults (DESIGN §4: freshness limits by kind of fact).

    Args:
        accompanied: groups to whom information alone is no way; None for those of ``queries/accompaniment.toml``.
    """

    name: str = ""
    space: str = ""
    language: str = "de"
    horizon: str = ""
    contacts_months: int = 12
    projects_months: int = 6
    capacity_days: int = 14
    facts_months: int = 12
    keep_generations: int = 5
    accompanied: tuple[str, ...] | None = None
    limits: Limits = field(default_factory=Limits)
    llm: Endpoint | None = None
    sources: tuple[SourceRule, ...] = ()


def read_settings(folder: Path) -> Settings:
    """Read ``folder/verweisnetz.toml``; without one every setting has its default.

    Raises:
        RegionError: the folder is none; or file, line or key, and what is allowed there.
    """
    if not folder.is_dir():
        raise RegionError(
            f"{folder}: no such folder. `verweisnetz init FOLDER` makes one.",
            de=f"{folder}: diesen Ordner gibt es nicht. `verweisnetz init ORDNER` legt einen an.",
        )
    path = folder / FILE
    if not path.exists():
        return Settings(name=folder.resolve().name)
    raw = _parsed(path)
    _known(raw, {*_SECTIONS, "source"})
    merged: dict[str, Any] = {}
    for section, keys in _SECTIONS.items():
        values = _section(raw.get(section, {}), keys, f"[{section}]")
        if section in ("limits", "llm"):
            values = {section: Limits(**values) if section == "limits" else _endpoint(values)}
        merged.update(values)
    if merged.get("language", "de") not in LANGUAGES:
        raise _wrong(
            "[region] language",
            f"{_shown(merged['language'])} is not de or en.",
            f"{_shown(merged['language'])} ist nicht de oder en.",
        )
    rules = raw.get("source", [])
    if not isinstance(rules, list):
        raise _wrong("[[source]]", "is written with two brackets.", "wird mit zwei Klammern geschrieben.")
    return Settings(
        **{"name": folder.resolve().name, **merged},
        sources=tuple(_rule(rule, number, model=merged.get("llm") is not None) for number, rule in enumerate(rules, 1)),
    )


def _parsed(path: Path) -> dict[str, Any]:
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise _wrong(
            f"line {line}",
            "is not UTF-8 text; save the file as UTF-8.",
            "ist kein UTF-8-Text; die Datei als UTF-8 speichern.",
            f"Zeile {line}",
        ) from error
    except (ValueError, RecursionError) as error:
        lines = text.split("\n")
        found = re.search(r"at line (\d+)", str(error))
        number = int(found[1]) if found else len(lines)
        said = _shown(lines[number - 1].strip()) if 0 < number <= len(lines) else ""
        raise _wrong(
            f"line {number}",
            f"cannot be read: {said} ({error}). Each line is `key = value`; text stands in quotes.",
            f'ist nicht lesbar: {said}. Jede Zeile heißt `Schlüssel = Wert`; Text steht in Anführungszeichen "…".',
            f"Zeile {number}",
        ) from error


def _section(raw: Any, keys: Mapping[str, type | tuple[type, ...]], where: str) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise _wrong(
            where,
            "must be a section: its name in brackets on a line of its own.",
            "muss ein Abschnitt sein: der Name in Klammern in einer eigenen Zeile.",
        )
    _known(raw, set(keys), where)
    most = MOST_LIMIT if where in ("[limits]", "[llm]") else MOST
    return {key: _value(raw[key], keys[key], f"{where} {key}", most) for key in raw}


def _endpoint(values: dict[str, Any]) -> Endpoint | None:
    """Return where a language model answers; no section is none."""
    if not values:
        return None
    from loaders.prose.llm.endpoint import Endpoint

    for name in ("url", "model"):
        if not values.get(name):
            raise _wrong("[llm]", f"lacks `{name}`.", f"fehlt `{name}`.")
    try:
        return Endpoint(**values)
    except RegionError as error:
        raise RegionError(f"{FILE}, {error.en}", de=f"{FILE}, {error.de}") from error


def _rule(raw: Any, number: int, *, model: bool) -> SourceRule:
    where = f"[[source]] {number}"
    values = _section(raw, _SOURCE, where)
    if not values.get("path"):
        raise _wrong(where, 'lacks `path`, e.g. path = "matrix.xlsx".', 'fehlt `path`, z. B. path = "matrix.xlsx".')
    kind = values.get("kind", "matrix")
    if kind not in KINDS:
        known = ", ".join(KINDS)
        raise _wrong(
            f"{where} kind",
            f"{_shown(kind)} is unknown; one of {known}.",
            f"{_shown(kind)} ist unbekannt; möglich: {known}.",
        )
    extractor = values.get("extractor", "rules")
    if extractor not in CHOICES:
        known = ", ".join(CHOICES)
        raise _wrong(
            f"{where} extractor",
            f"{_shown(extractor)} is unknown; one of {known}.",
            f"{_shown(extractor)} ist unbekannt; möglich: {known}.",
        )
    if "llm" in extractor and not model:
        raise _wrong(
            f"{where} extractor",
            "asks a language model; say which in a section [llm] with url and model.",
            "fragt ein Sprachmodell; welches, steht in einem Abschnitt [llm] mit url und model.",
        )
    expect = values.pop("expect", {})
    _known(expect, set(EXPECTABLE), f"{where} expect")
    return SourceRule(**values, expect={key: _bounds(expect[key], f"{where} expect.{key}") for key in sorted(expect)})


def _bounds(raw: Any, where: str) -> tuple[int, int]:
    if isinstance(raw, list) and len(raw) == 2 and all(type(bound) is int for bound in raw) and raw[0] <= raw[1]:
        return raw[0], raw[1]
    raise _wrong(where, "write minimum and maximum, e.g. [20, 60].", "Minimum und Maximum angeben, z. B. [20, 60].")


_NAMES = {
    str: ("text in quotes", "Text in Anführungszeichen"),
    int: ("a whole number", "eine ganze Zahl"),
    bool: ("true or false", "true oder false"),
    list: ('a list of texts such as ["Geflüchtete"]', 'eine Liste von Texten wie ["Geflüchtete"]'),
    dict: ("a table such as { actors = [20, 60] }", "eine Tabelle wie { actors = [20, 60] }"),
}


def _value(raw: Any, wanted: type | tuple[type, ...], where: str, most: int) -> Any:
    if isinstance(wanted, tuple):
        return _day(raw, where)
    if type(raw) is not wanted or (isinstance(raw, list) and not all(type(one) is str for one in raw)):
        en, de = _NAMES[wanted]
        raise _wrong(where, f"{_shown(raw)} is not {en}.", f"{_shown(raw)} ist nicht {de}.")
    if isinstance(raw, int) and wanted is int and not 1 <= raw <= most:
        en, de = f"is not between 1 and {most}.", f"liegt nicht zwischen 1 und {most}."
        raise _wrong(where, f"{_shown(raw)} {en}", f"{_shown(raw)} {de}")
    return tuple(raw) if isinstance(raw, list) else raw


def _day(raw: Any, where: str) -> str:
    try:
        day = raw if type(raw) is datetime.date else datetime.date.fromisoformat(raw)
    except (ValueError, TypeError) as error:
        raise _wrong(
            where,
            f"{_shown(raw)} is no date; write 2026-09-30.",
            f"{_shown(raw)} ist kein Datum; so schreiben: 2026-09-30.",
        ) from error
    return day.isoformat()


def _known(raw: Mapping[str, Any], allowed: set[str], where: str = "") -> None:
    for key in raw:
        if key not in allowed:
            import difflib

            near = difflib.get_close_matches(key, sorted(allowed), n=1)
            known = ", ".join(sorted(allowed))
            advice = (
                (f"did you mean `{near[0]}`?", f"gemeint `{near[0]}`?")
                if near
                else (f"known are {known}.", f"möglich: {known}.")
            )
            raise _wrong(where, f"{_shown(key)} is unknown; {advice[0]}", f"{_shown(key)} ist unbekannt; {advice[1]}")


def _wrong(where: str, en: str, de: str, where_de: str = "") -> RegionError:
    """Return the error that names the file, the line or key, and what is allowed there."""
    place = f", {where}" if where else ""
    place_de = f", {where_de or where}" if where else ""
    return RegionError(f"{FILE}{place}: {en}", de=f"{FILE}{place_de}: {de}")


def _shown(value: Any) -> str:
    """Return a value as the file writes it, on one line and cut where it is long."""
    if isinstance(value, int):
        text = str(value).lower() if value.bit_length() < MOST else "…"
    elif isinstance(value, (dict, list)):
        text = "{ … }" if isinstance(value, dict) else "[ … ]"
    else:
        text = "".join(char if char.isprintable() else "…" for char in str(value))
    return f"`{text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + '…'}`"
