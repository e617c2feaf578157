"""Names a region's tables already use: what stands in a matrix is no riddle in a text.

Tables are read first. The names of their institutions, projects, boards and events are passed on to whoever reads the
region's texts; a name that might as well be an ordinary word is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.statement import Mention, Statement
from loaders.prose.naming import INSTITUTIONS
from ontology.institutions import institution
from ontology.lexicon import is_ordinary
from ontology.text import clean, fold

Names = tuple[tuple[str, str], ...]
"""Name and kind, sorted."""

_TAG = re.compile(r"\s*\([^()]*\)\s*$")
_LEGAL = re.compile(r",?\s+(?:e\. ?V\.?|gGmbH|GmbH|gUG|UG|eG|AöR|mbH)\s*$")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4


def names_of(statements: Iterable[Statement]) -> Names:
    """Return what some statements call institutions, as texts would: without tags, with and without legal form."""
    found: dict[str, str] = {}
    for statement in statements:
        for mention in (statement.subject, statement.object):
            if isinstance(mention, Mention) and mention.kind in INSTITUTIONS:
                for name in _spelled(mention.label):
                    known = found.get(name)
                    found[name] = mention.kind if known in (None, "Actor") else known
    return tuple(sorted(found.items()))


def _spelled(label: str) -> Iterable[str]:
    name = _TAG.sub("", clean(label))
    return {one for one in (name, _LEGAL.sub("", name)) if _is_name(one)}


def _is_name(name: str) -> bool:
    words = [fold(word) for word in _WORD.findall(name)]
    if len(name) < _SHORTEST or not words:
        return False
    if len(words) == 1:
        return not is_ordinary(words[0])
    return not institution(name).bare or not all(is_ordinary(word) or len(word) < _SHORTEST for word in words)
