"""The JSON Schemas of answers, published beside the questions: what a program may rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

SHARED = "routes.schema.json#/$defs/"
"""What the answers have in common is described where routes are."""
_HERE = "#/$defs/"


def schema(question: str, package: str = "queries") -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a question's answer as ``to_dict()`` and ``--format json`` give it.

    It is complete in itself: what its file refers to in the schema of routes is written into it.

    Args:
        package: whose folder ``schemas`` holds it.
    """
    found = _read(question, package)
    if question == "routes":
        return found
    shared = _read("routes")["$defs"]
    own: dict[str, Any] = found.get("$defs", {})
    ahead = [name.removeprefix(SHARED) for name in _references(found) if name.startswith(SHARED)]
    taken: dict[str, Any] = {}
    while ahead:
        name = ahead.pop()
        if name not in taken:
            taken[name] = shared[name]
            ahead += [other.removeprefix(_HERE) for other in _references(shared[name])]
    return {**_within(found), "$defs": {**_within(own), **dict(sorted(taken.items()))}}


def _read(question: str, package: str = "queries") -> dict[str, Any]:
    text = files(package).joinpath(f"schemas/{question}.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        yield from (name for value in node.values() for name in _references(value))
    elif isinstance(node, list):
        yield from (name for value in node for name in _references(value))


def _within(node: Any) -> Any:
    """Return a schema whose references to the shared part stay within it."""
    if isinstance(node, dict):
        return {key: value.replace(SHARED, _HERE) if key == "$ref" else _within(value) for key, value in node.items()}
    return [_within(value) for value in node] if isinstance(node, list) else node
