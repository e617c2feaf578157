"""The JSON Schemas of answers, published beside the questions: what a program may rely on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

_HERE = "#/$defs/"
_FILE = ".schema.json"


def schema(question: str, package: str = "queries") -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a question's answer as ``to_dict()`` and ``--format json`` give it.

    It is complete in itself: what its file refers to in the schemas of other questions (what answers have in common
    is described where routes are) is written into it.

    Args:
        package: whose folder ``schemas`` holds it.
    """
    found = _read(question, package)
    own: dict[str, Any] = found.get("$defs", {})
    taken: dict[str, Any] = {}
    ahead = list(_elsewhere(found))
    while ahead:
        file, name = ahead.pop()
        if name not in taken:
            taken[name] = there = _read(file)["$defs"][name]
            ahead += _elsewhere(there, file)
    if not taken:
        return found
    return {**_within(found), "$defs": {**_within(own), **{name: _within(taken[name]) for name in sorted(taken)}}}


def _elsewhere(node: Any, file: str = "") -> Iterator[tuple[str, str]]:
    """Yield file and name of what a schema refers to in another file; within a file taken from, also in that one."""
    for reference in _references(node):
        where, _, name = reference.partition(_HERE)
        if where or file:
            yield where.removesuffix(_FILE) or file, name


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
    """Return a schema whose references stay within it."""
    if isinstance(node, dict):
        return {
            key: _HERE + value.rpartition("/")[2] if key == "$ref" else _within(value) for key, value in node.items()
        }
    return [_within(value) for value in node] if isinstance(node, list) else node
