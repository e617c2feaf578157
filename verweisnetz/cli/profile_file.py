"""A client's profile from a JSON file or standard input, checked; what it says is repeated in no message."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from ontology.errors import QuestionError

LARGEST = 1 << 20
"""Bytes of a profile at most."""


def read_profile(file: str) -> dict[str, Any]:
    """Return the checked content of a profile file; ``-`` is standard input.

    Raises:
        QuestionError: what is wrong with it, by line or key; never a value from it.
    """
    data = _bytes(file)
    try:
        values = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except QuestionError:
        raise
    except UnicodeDecodeError as error:
        raise QuestionError(
            "the profile is not UTF-8 text; save it as UTF-8",
            de="das Profil ist kein UTF-8-Text; bitte als UTF-8 speichern",
        ) from error
    except json.JSONDecodeError as error:
        raise QuestionError(
            f"the profile is no JSON (line {error.lineno}, column {error.colno})",
            de=f"das Profil ist kein JSON (Zeile {error.lineno}, Spalte {error.colno})",
        ) from error
    except (ValueError, RecursionError) as error:
        raise QuestionError("the profile is no usable JSON", de="das Profil ist kein brauchbares JSON") from error
    if not isinstance(values, dict):
        example = '{"needs": ["Anerkennung"], "residence": "Hagen"}'
        raise QuestionError(
            f"the profile must be a JSON object such as {example}",
            de=f"das Profil muss ein JSON-Objekt sein wie {example}",
        )
    for key, value in values.items():
        _check(key, value)
    return values


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's members; a key that stands there twice would lose one of its values without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next((name for name in KEYS if names.count(name) > 1), "")  # any other may be what the client said
        raise QuestionError(
            f"the profile's {twice} stands there twice" if twice else "a key of the profile stands there twice",
            de=f"im Profil steht {twice} doppelt da" if twice else "ein Schlüssel des Profils steht doppelt da",
        )
    return found


def _bytes(file: str) -> bytes:
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as source:
            data = source.read(LARGEST + 1)  # whatever is piped in may never end
    except FileNotFoundError as error:
        raise QuestionError(f"{file}: no such profile file", de=f"{file}: diese Profildatei gibt es nicht") from error
    if len(data) > LARGEST:
        raise QuestionError(
            "the profile is larger than 1 MiB; it describes one client: shorten it",
            de="das Profil ist größer als 1 MiB; es beschreibt eine Person oder einen Betrieb: bitte kürzen",
        )
    return data


def _check(key: str, value: Any) -> None:
    if key not in KEYS:
        raise QuestionError(
            "the profile has a key that is unknown", tuple(KEYS), de="das Profil hat einen unbekannten Schlüssel"
        )
    right, en, de = KEYS[key]
    if not right(value):
        raise QuestionError(f"the profile's {key} must be {en}", de=f"im Profil muss {key} {de} sein")


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _pairs(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_text, value.values()))


def _day(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except (ValueError, TypeError):
        return False


_TEXT = (_text, "text", "ein Text")
_TEXTS = (_texts, "a list of texts", "eine Liste von Texten")
KEYS: Mapping[str, tuple[Callable[[Any], bool], str, str]] = {
    "facts": _TEXT,
    "groups": _TEXTS,
    "needs": _TEXTS,
    "residence": _TEXT,
    "workplace": _TEXT,
    "company_site": _TEXT,
    "practical": (_pairs, 'an object such as {"language": "en"}', 'ein Objekt wie {"language": "en"}'),
    "day": (_day, "a date such as 2026-11-23", "ein Datum wie 2026-11-23"),
    "start": _TEXT,
}
"""What a profile may hold: whether a value is right, and what it must be in English and German."""
