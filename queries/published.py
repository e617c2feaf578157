"""The JSON Schemas of answers, published beside the questions: what a program may rely on."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def schema(question: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a question's answer as ``to_dict()`` and ``--format json`` give it."""
    text = files("queries").joinpath(f"schemas/{question}.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
