"""A body named after a region that the text tells of is there for it: "Bildungsraum Ostfriesland" (tier low)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_passages import Reading
from ontology.text import fold

_BRACKET = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_BODIES = ("Project", "Network")


def namesakes(reading: Reading) -> Iterator[Relation]:
    """Yield which region the document's topic is there for by its name, where the text names that region by itself."""
    topic = reading.nodes.get(reading.topic)
    if topic is None or topic.kind not in _BODIES or not topic.mentions:
        return
    said = set(_words(topic.label))
    for region in reading.nodes.values():
        named = _words(region.label) if region.kind == "Region" and region.mentions else ()
        if named and said.issuperset(named) and may_be("inRegion", topic.kind, region.kind):
            evidence = tuple(sorted({topic.mentions[0], region.mentions[0]}))
            yield Relation(topic.id, "inRegion", region.id, evidence, tier="low", rule="namesake/region")


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(_BRACKET.sub(" ", name))))
