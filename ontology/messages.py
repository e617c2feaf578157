"""What the program tells people: one sentence and one hint per stable code, in German and English.

The words stand in ``messages/VNn.toml``, one file per part of the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ontology.errors import OntologyError

FOLDER = Path(__file__).parent / "messages"
LANGUAGES = ("de", "en")


def sentence(code: str, language: str, params: Mapping[str, str] | None = None) -> str:
    """Return what a code says. A word nobody filled in becomes ``…``; a code of a newer version says its number."""
    return _text(code, language, params or {}, "") or code


def hint(code: str, language: str, params: Mapping[str, str] | None = None) -> str:
    """Return what a person can do about it, or an empty text."""
    return _text(code, language, params or {}, "hint_")


def codes() -> tuple[str, ...]:
    """Return every code there is, sorted."""
    return tuple(sorted(_catalogue()))


class _Words(dict[str, str]):
    """The words that fill a sentence, with an ellipsis for one that is missing."""

    def __missing__(self, name: str) -> str:
        return "…"


def _text(code: str, language: str, params: Mapping[str, str], prefix: str) -> str:
    entry = _catalogue().get(code, {})
    text = entry.get(prefix + language) or entry.get(prefix + LANGUAGES[0], "")
    return text.format_map(_Words(params)) if text else ""


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    import tomllib

    found: dict[str, Mapping[str, str]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise OntologyError(f"{path.name}: {error}") from error
        for code, entry in entries.items():
            if code in found:
                raise OntologyError(f"{path.name}: {code} is defined twice")
            found[code] = entry
    return MappingProxyType(found)
