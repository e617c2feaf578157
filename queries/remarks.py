"""What the notes of an agreement or an offer say that has a place of its own on a sheet: what to bring, who pays."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.text import fold
from queries.spoken import says

_PART = re.compile(r"\s*(?:[;\n]|\.(?=\s|$))\s*")


@dataclass(frozen=True, slots=True)
class Remarks:
    """Parts of notes, in the source's words; empty where nobody says it."""

    bring: str = ""
    cost_bearer: str = ""
    follow_up: str = ""


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads(files("queries").joinpath("remarks.toml").read_text(encoding="utf-8"))


def remarks(*notes: str) -> Remarks:
    """Return what some notes say about each matter."""
    parts = [part for note in notes for part in _PART.split(note) if part]
    return Remarks(**{matter: _said(matter, parts) for matter in _data()}) if parts else Remarks()


def _said(matter: str, parts: Iterable[str]) -> str:
    rules = _data()[matter]
    found = (_without(part, rules["cues"]) for part in parts if says(fold(part), rules["words"]))
    return "; ".join(dict.fromkeys(text for text in found if text))


def _without(part: str, cues: Iterable[str]) -> str:
    text = part
    for cue in cues:
        text = re.sub(rf"(?<!\w){re.escape(cue)}(?!\w)", "", text, flags=re.IGNORECASE)
    return re.sub(r"\s{2,}", " ", text).strip(" :,-–")
