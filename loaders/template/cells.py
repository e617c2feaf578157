"""Several values in one cell, and back: names between semicolons, lines of "name: value".

What stands in quotation marks is meant as it is: a name with a semicolon, one that looks like a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.matrix import marks
from loaders.template import words
from ontology.text import clean

Pairs = tuple[tuple[str, str], ...]

_QUOTED = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?=[;\n]|$)')
_PLAIN = re.compile(r"[^;\n]*")
_NEEDS_QUOTES = re.compile(r'^["#]|[;\n]')


def join(values: Iterable[str]) -> str:
    """Return values as one cell."""
    return "; ".join(quoted(value) if _NEEDS_QUOTES.search(value) or marks.sign(value) else value for value in values)


def whole(value: str) -> str:
    """Return a value as a cell that holds nothing else."""
    return quoted(value) if value[:1] in {'"', "#"} or marks.sign(value) else value


def quoted(value: str) -> str:
    """Return a value in quotation marks."""
    return '"' + value.replace('"', '""') + '"'


def one(text: str) -> str:
    """Return the value of a cell that holds nothing else, clean."""
    match = _QUOTED.fullmatch(text)
    return clean(match[1].replace('""', '"') if match else text)


def split(text: str) -> tuple[str, ...]:
    """Return the values of a cell, clean, each once."""
    found: list[str] = []
    at = 0
    while at <= len(text):
        match = _QUOTED.match(text, at)
        value = match[1].replace('""', '"') if match else ""
        if match is None:
            match = _PLAIN.match(text, at)
            assert match is not None
            value = match[0]
        found.append(clean(value))
        at = match.end() + 1
    return tuple(dict.fromkeys(filter(None, found)))


def join_pairs(pairs: Iterable[tuple[str, str]], language: str) -> str:
    """Return conditions or details line by line, under the names people read."""
    return "\n".join(f"{words.word('pairs', name, language)}: {value}" for name, value in pairs)


def split_pairs(text: str) -> Pairs | None:
    """Return the pairs a cell holds, nothing where a line is none."""
    found = []
    for line in filter(None, map(clean, text.split("\n"))):
        name, sign, value = line.partition(": ")
        if not (sign and name and value):
            return None
        found.append((words.key("pairs", name) or name, value))
    return tuple(found)
