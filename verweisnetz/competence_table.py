"""A region's own rules of competence: ``tables/competence.csv`` beside the sources, read when a question needs them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ontology.errors import OntologyError, RegionError
from queries.competence_rules import PLACES, ROLES, Rule, Text, known_rules, with_own

FILE = "tables/competence.csv"
COLUMNS = (
    "id", "role", "task", "task_en", "types", "parents", "actor", "whom", "topics", "sole", "place", "area", "within",
    "without", "ask", "ask_en", "unasked", "norm", "valid_from", "valid_until", "source", "checked", "note", "note_en",
)  # fmt: skip
LISTS = {"types": ("actor-type",), "parents": ("actor-type",), "topics": ("theme", "offer-type"), "sole": ("theme",)}
"""Columns of vocabulary words and their schemes; several words are separated by ``|``."""
PLAIN_LISTS = ("area", "within", "without")
YES = {"yes": True, "ja": True, "x": True, "1": True, "true": True, "": False, "no": False, "nein": False, "0": False,
       "false": False}  # fmt: skip
_ID = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)?")


def rules_of(folder: Path) -> tuple[Rule, ...]:
    """Return the rules in force in a region: those of the program, replaced or extended by its table.

    A row with the id of a known rule replaces it; a row with nothing but that id takes it away.

    Raises:
        RegionError: which line cannot be read, and why.
    """
    path = folder / FILE
    if not path.is_file():
        return known_rules()
    return with_own(known_rules(), [_read(line, row) for line, row in _rows(path)])


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RegionError(f"{FILE}: is not UTF-8 text", de=f"{FILE}: ist kein UTF-8-Text") from error
    reader = csv.DictReader(io.StringIO(text), delimiter=";", restkey="")
    unknown = sorted(set(reader.fieldnames or ()) - set(COLUMNS))
    if unknown or "id" not in (reader.fieldnames or ()):
        named = ", ".join(f"`{name}`" for name in unknown) or "no `id`"
        raise RegionError(
            f"{FILE}: unknown columns: {named}; there may be {', '.join(COLUMNS)}",
            de=f"{FILE}: unbekannte Spalten: {named}; möglich: {', '.join(COLUMNS)}",
        )
    return [
        (reader.line_num, {name: (value or "").strip() for name, value in row.items() if name})
        for row in reader
        if any(isinstance(value, str) and value.strip() for value in row.values())
    ]


def _read(line: int, row: Mapping[str, str]) -> Rule | str:
    said = {name: value for name, value in row.items() if value}
    rule_id = said.pop("id", "")
    if not rule_id:
        _wrong(line, "lacks an id", "fehlt die Kennung (id)")
    if not said:
        return rule_id
    if not said.get("task") or not (said.get("types") or said.get("actor")):
        _wrong(line, "needs `task` and `types` or `actor`", "braucht `task` und `types` oder `actor`")
    values: dict[str, Any] = {name: said[name] for name in ("actor", "norm", "source") if name in said}
    values |= {name: Text(said.get(name, ""), said.get(f"{name}_en", "")) for name in ("task", "ask", "note")}
    values |= {name: _words(line, said.get(name, ""), schemes) for name, schemes in LISTS.items()}
    values |= {name: _listed(said.get(name, "")) for name in PLAIN_LISTS}
    values |= {name: _day(line, said[name]) for name in ("valid_from", "valid_until") if name in said}
    values |= {name: _flag(line, said.get(name, "")) for name in ("checked", "unasked")}
    return Rule(
        id=rule_id,
        role=_one_of(line, "role", said.get("role", ROLES[0]), ROLES),
        place=_one_of(line, "place", said.get("place", "none"), PLACES),
        whom=_whom(line, said.get("whom", "")),
        **values,
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"\s*\|\s*", text) if part)


def _words(line: int, text: str, schemes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_word(line, word, schemes) for word in _listed(text))


def _word(line: int, word: str, schemes: tuple[str, ...]) -> str:
    """Return the id of a vocabulary word (for actor types its end); an id is taken as it is."""
    if _ID.fullmatch(word):
        return word.removeprefix("actor-type/")
    from ontology.vocabulary import load

    found = next((concept for name in schemes if (concept := load().schemes[name].find(word))), None)
    if found is None:
        _wrong(line, f"the vocabularies have no “{word}”", f"„{word}“ ist den Vokabularen nicht bekannt")
    return str(found.id).removeprefix("actor-type/")


def _whom(line: int, text: str) -> str:
    from ontology.facets import parse

    try:
        return parse(text).text()
    except OntologyError as error:
        _wrong(line, error.en, error.de)


def _day(line: int, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        _wrong(line, f"“{text}” is no date; write 2025-01-01", f"„{text}“ ist kein Datum; so schreiben: 2025-01-01")


def _flag(line: int, text: str) -> bool:
    found = YES.get(text.casefold())
    if found is None:
        _wrong(line, f"“{text}” is neither yes nor no", f"„{text}“ ist weder ja noch nein")
    return found


def _one_of(line: int, name: str, text: str, allowed: tuple[str, ...]) -> Any:
    if text not in allowed:
        known = ", ".join(allowed)
        _wrong(line, f"{name} “{text}” is none of {known}", f"{name} „{text}“ ist keines von {known}")
    return text


def _wrong(line: int, en: str, de: str) -> NoReturn:
    raise RegionError(f"{FILE}, line {line}: {en}", de=f"{FILE}, Zeile {line}: {de}")
