"""Which language the program speaks: ``--lang``, else VERWEISNETZ_LANG, else the region's own, else German."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

LANGUAGES = ("de", "en")
VARIABLE = "VERWEISNETZ_LANG"
_LANGUAGE = "verweisnetz.language"
_FOLDER = "verweisnetz.folder"


def spoken(context: click.Context) -> str:
    """Return the language of a call's messages; the region is looked at only when nobody said anything."""
    for said in (context.meta.get(_LANGUAGE), os.environ.get(VARIABLE)):
        if said in LANGUAGES:
            return str(said)
    return _of_region(context.meta.get(_FOLDER))


def remember_language(context: click.Context, words: Sequence[str]) -> None:
    """Note for later messages what ``--lang`` says, wherever it stands and whatever else is wrong with the call."""
    for word, following in zip(words, (*words[1:], ""), strict=False):
        if word == "--lang" or word.startswith("--lang="):
            context.meta[_LANGUAGE] = word.partition("=")[2] or following


def remember_folder(context: click.Context, _parameter: click.Parameter, value: Any) -> Any:
    """Note for later messages which region is asked."""
    context.meta[_FOLDER] = value
    return value


def _of_region(folder: str | None) -> str:
    from ontology.errors import RegionError
    from verweisnetz.config import read_settings

    try:
        return read_settings(Path(folder)).language if folder else "de"
    except (RegionError, OSError):
        return "de"
