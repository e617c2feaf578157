"""What a model is asked, from data files: the words in German, the form of the answer as a JSON Schema."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from loaders.prose.fit import KINDS
from ontology.vocabulary import load

_TURNS = frozenset({"type", "label", "alias"})
"""Predicates that names themselves bear; a model is not asked for them."""


@dataclass(frozen=True)
class Prompt:
    """The task, the predicates with their meanings, and the form of the answer."""

    task: str
    asked: str
    schema: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """Stands for every word of it: another prompt is another reader."""
        said = json.dumps([self.task, self.asked, self.schema], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(said.encode("utf-8")).hexdigest()[:8]

    def messages(self, words: str) -> list[dict[str, str]]:
        """Return the messages that ask about some words of a document."""
        return [
            {"role": "system", "content": self.task},
            {"role": "user", "content": self.asked.replace("{text}", words)},
        ]


@cache
def prompt() -> Prompt:
    """Return the prompt that comes with the program."""
    folder = files("loaders.prose.llm")
    said = tomllib.loads(folder.joinpath("prompt.toml").read_text(encoding="utf-8"))
    schema = json.loads(folder.joinpath("answer.schema.json").read_text(encoding="utf-8"))
    names = sorted(_predicates())
    schema["properties"]["relations"]["items"]["properties"]["predicate"]["enum"] = names
    schema["properties"]["nodes"]["items"]["properties"]["kind"]["enum"] = list(_kinds())
    task = said["task"].replace("{predicates}", "\n".join(map(_described, names)))
    return Prompt(task.strip(), said["asked"], schema)


def _kinds() -> tuple[str, ...]:
    return tuple(kind for kind in KINDS if kind != "Person")


def _predicates() -> frozenset[str]:
    """Return the predicates between two things a text can name."""
    kinds = set(_kinds())
    known = load().predicates.items()
    return frozenset(name for name, one in known if one.range & kinds and one.domain & kinds) - _TURNS


def _described(name: str) -> str:
    known = load().predicates[name]
    kinds = set(_kinds())
    ends = (", ".join(sorted(end & kinds)) for end in (known.domain, known.range))
    return f"- {name} ({' → '.join(ends)}): {known.comments.get('de', known.labels.get('de', ''))}"
