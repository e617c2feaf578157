"""Limits inside the name of a group: "Jugendliche u25" is young people below 25."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from graph.limits import limit_of
from ontology.text import clean

_LEFT_OVER = " ,;:-–()/"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    import tomllib

    said = tomllib.loads(files("graph").joinpath("limits.toml").read_text(encoding="utf-8"))
    return tuple((re.compile(line["search"], re.IGNORECASE), line["condition"]) for line in said["limit"])


def without_limits(label: str) -> tuple[str, str]:
    """Return a label without the limits it names, and these limits as facets; nothing where it names none."""
    rest, found = clean(label), []
    for pattern, condition in _patterns():
        match = pattern.search(rest)
        if match:
            found.append((condition, match[1]))
            rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    return (clean(rest).strip(_LEFT_OVER), limit_of(found)) if found else (label, "")
