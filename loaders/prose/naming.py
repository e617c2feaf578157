"""How statements call the things of a document: by their full names, with the region they stand for where one is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.statement import Mention
from loaders.prose.extract import Extract, Node
from loaders.prose.fit import SCHEME_OF
from ontology.institution_looks import head_of
from ontology.institution_parts import read_parts
from ontology.institutions import institution
from ontology.lexicon import is_ordinary
from ontology.region import Region
from ontology.regions import gazetteer
from ontology.text import fold
from ontology.vocabulary import Vocabulary

INSTITUTIONS = ("Actor", "Network", "Board", "Project", "Event")
_PLACES = frozenset({"municipality", "city", "district"})
"""An institution of which every district has its own is of the document's region only where that is one of these."""
_COMMON_KINDS = frozenset({"Board", "Event", "Network", "Project"})
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
_ADJECTIVE = ("e", "en", "er", "es", "em")
_WHERE = ("inRegion", "locatedIn")


@dataclass(frozen=True, slots=True)
class Naming:
    """Names nodes as links expect them.

    Args:
        source: id of the document.
        region: what the document's topic is about, where it names one region and no more.
        topic: what the document is about, where that is a name and no mere word ("Weiterbildungsverbund").
    """

    vocabulary: Vocabulary
    source: str = ""
    region: Region | None = None
    topic: str = ""

    @classmethod
    def of(cls, extract: Extract, vocabulary: Vocabulary, source: str = "") -> Naming:
        """Return the naming of a document: its region is where its topic says that it is."""
        nodes = {node.id: node for node in extract.nodes}
        said = {
            region.id: region
            for relation in extract.relations
            if relation.subject == extract.topic and relation.predicate in _WHERE
            if (relation.modality, relation.polarity) == ("asserted", "yes") and relation.tier != "low"
            if (region := _region(nodes[relation.object])) is not None
        }
        topic = nodes.get(extract.topic)
        named = topic.label if topic and topic.kind in INSTITUTIONS and not _is_common(topic) else ""
        return cls(vocabulary, source, next(iter(said.values())) if len(said) == 1 else None, named)

    @classmethod
    def united(cls, namings: Iterable[Naming]) -> Naming:
        """Return the one naming of a document that several backends have read: what they agree on, or only one knows."""
        several = list(namings)
        regions = {one.region.id: one.region for one in several if one.region}
        topics = {one.topic for one in several if one.topic}
        return replace(
            several[0],
            region=next(iter(regions.values())) if len(regions) == 1 else None,
            topic=topics.pop() if len(topics) == 1 else next((one.topic for one in several if one.topic), ""),
        )

    def mention(self, node: Node) -> Mention:
        """Return how statements name a node; a kind of institution without a place is that of the document's region."""
        if node.generic:
            return Mention(node.label, "ActorType")
        if node.kind == "Region":
            return Mention(_region_name(node), "Region")
        scope = self.region.label if node.kind == "Actor" and self.region and self._is_of_region(node.label) else ""
        return Mention(self.name(node), node.kind, scope)

    def name(self, node: Node) -> str:
        """Return a node's name; a mere word for a board, event or project is told apart from that of other documents.

        "Steuerkreis" is "Steuerkreis (Weiterbildungsverbund Vogtland)", an event without a name has its day as well.
        """
        if node.kind not in _COMMON_KINDS or not _is_common(node):
            return node.label
        of = (
            self.topic if self.topic and self.topic != node.label else self.region.label if self.region else self.source
        )
        day = ".".join(reversed(node.starts.split("-"))) if node.kind == "Event" and node.starts else ""
        told = ", ".join(part for part in (of, day) if part)
        return f"{node.label} ({told})" if told else node.label

    def concept(self, node: Node) -> str:
        """Return the label of the concept a node is of, where its own name does not already mean it."""
        scheme = self.vocabulary.schemes.get(SCHEME_OF.get(node.kind, ""))
        concept = scheme.get(node.type) if scheme else None
        if (
            scheme is None or concept is None or any(char.isdigit() for char in node.label)
        ):  # "unter 35" is read by links
            return ""
        found = scheme.find(node.label)
        return "" if found and found.id == concept.id else concept.label("de")

    def _is_of_region(self, label: str) -> bool:
        if self.region is None or not institution(label).bare:
            return False
        head = head_of(read_parts(label))
        wide = head is not None and head.form.wide
        there = institution(label, scope=self.region.label)
        one_of_a_kind = not there.bare and not there.tokens  # a district has one Jobcenter, and many a Sportverein
        return one_of_a_kind and wide == (self.region.kind not in _PLACES)


def _is_common(node: Node) -> bool:
    """Return whether a label is no name: a kind of body without more, or one noun (with a number or an adjective) anybody may use."""
    key = institution(node.label)
    if key.places:
        return False
    said = [word for word in _WORD.findall(node.label) if len(word) >= _SHORTEST]
    words = [
        fold(word) for word in said if word[0].isupper() or not word.endswith(_ADJECTIVE)
    ]  # "Minijob plus" is a name
    return key.bare or (len(words) == 1 and (node.kind == "Board" or is_ordinary(words[0])))


def _region(node: Node) -> Region | None:
    return gazetteer().get(node.type) if node.type else gazetteer().find(node.label)


def _region_name(node: Node) -> str:
    known = gazetteer().get(node.type) if node.type else None
    found = gazetteer().find(node.label)
    return known.label if known and (found is None or found.id != known.id) else node.label


def own_aliases(nodes: Mapping[str, Node]) -> Iterator[tuple[Node, str]]:
    """Yield the further names of each node that no other node of the document has: "die Agentur" may be either."""
    bearers: dict[str, set[str]] = {}
    for node in nodes.values():
        for name in {node.label, *node.aliases}:
            bearers.setdefault(name.casefold(), set()).add(node.id)
    for node in nodes.values():
        yield from ((node, name) for name in node.aliases if name != node.label and len(bearers[name.casefold()]) == 1)
