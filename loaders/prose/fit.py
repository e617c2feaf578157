"""Which kinds of things a predicate connects in a text: the closed list of the ontology, and what people do in it."""

from __future__ import annotations

from typing import get_args

from loaders.prose.extract import NodeKind
from ontology.vocabulary import Vocabulary

KINDS: tuple[NodeKind, ...] = get_args(NodeKind)

OF_PEOPLE = frozenset({"affiliatedWith", "coordinates", "memberOf", "organises", "participatesIn"})
"""What a text may say of a person; it becomes a fact about the organisation, never a node (`loaders.prose.people`)."""

SCHEME_OF = {
    "Actor": "actor-type", "Board": "actor-type", "Network": "actor-type", "Project": "actor-type", "Event": "actor-type",
    "TargetGroup": "audience", "Theme": "theme", "Offer": "offer-type",
}  # fmt: skip
"""The vocabulary a node's type is a concept of; a region's type is the id of a region."""


def fits(predicate: str, subject: str, target: str, vocabulary: Vocabulary) -> bool:
    """Return whether a predicate of the closed list may connect two kinds of nodes."""
    known = vocabulary.predicates.get(predicate)
    if known is None or target not in known.range:
        return False
    return subject in known.domain or (subject == "Person" and predicate in OF_PEOPLE)


def is_type(kind: str, type_: str, vocabulary: Vocabulary) -> bool:
    """Return whether an id is a concept or region a node of this kind can be of."""
    if kind == "Region":
        from ontology.regions import gazetteer

        return type_ in gazetteer()
    return type_.partition("/")[0] == SCHEME_OF.get(kind) and vocabulary.concept(type_) is not None
