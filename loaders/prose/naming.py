"""How statements call the things of a document: by their full names, with the region they stand for where one is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.statement import Mention
from loaders.prose.extract import Extract, Node
from loaders.prose.fit import SCHEME_OF
from ontology.institution_looks import head_of
from ontology.institution_parts import read_parts
from ontology.institutions import institution
from ontology.region import Region
from ontology.regions import gazetteer
from ontology.vocabulary import Vocabulary

INSTITUTIONS = ("Actor", "Network", "Board", "Project", "Event")
_PLACES = frozenset({"municipality", "city", "district"})
"""An institution of which every district has its own is of the document's region only where that is one of these."""
_WHERE = ("inRegion", "locatedIn")


@dataclass(frozen=True, slots=True)
class Naming:
    """Names nodes as links expect them.

    Args:
        region: what the document's topic is about, where it names one region and no more.
    """

    vocabulary: Vocabulary
    region: Region | None = None

    @classmethod
    def of(cls, extract: Extract, vocabulary: Vocabulary) -> Naming:
        """Return the naming of a document: its region is where its topic says that it is."""
        nodes = {node.id: node for node in extract.nodes}
        said = {
            region.id: region
            for relation in extract.relations
            if relation.subject == extract.topic and relation.predicate in _WHERE
            if (relation.modality, relation.polarity) == ("asserted", "yes") and relation.tier != "low"
            if (region := _region(nodes[relation.object])) is not None
        }
        return cls(vocabulary, next(iter(said.values())) if len(said) == 1 else None)

    def mention(self, node: Node) -> Mention:
        """Return how statements name a node; a kind of institution without a place is that of the document's region."""
        if node.generic:
            return Mention(node.label, "ActorType")
        if node.kind == "Region":
            return Mention(_region_name(node), "Region")
        scope = self.region.label if node.kind == "Actor" and self.region and self._is_of_region(node.label) else ""
        return Mention(node.label, node.kind, scope)

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
