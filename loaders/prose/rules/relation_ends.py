"""Which kinds a predicate connects, as the closed list declares it, and what that means for persons."""

from __future__ import annotations

from functools import cache

from ontology.vocabulary import load

_LIKE_ACTORS = frozenset({"memberOf", "coordinates", "affiliatedWith", "participatesIn", "organises"})
"""What persons do in a text as institutions do; elsewhere they have no relations."""


_ALSO = {
    "refersTo": ({"Offer"}, {"Offer"}),  # "die Sprachberatung verweist an …": its provider does
    "locatedIn": ({"Offer"}, {"Actor"}),  # a venue: "im Haus der Kammer"
}


@cache
def may_be(predicate: str, subject: str, object_: str) -> bool:
    """Return whether a predicate may connect two kinds of node."""
    said = load().predicates.get(predicate)
    if said is None or object_ == "Person":
        return False
    if predicate == "partOf" and object_ == "Region" and subject != "Region":
        return False  # a body lies in a region
    if (predicate, subject, object_) == ("coordinates", "Board", "Board"):
        return False  # a board has people at its head
    if predicate == "affiliatedWith" and subject != "Person":
        return False
    if subject == "Person":
        return predicate in _LIKE_ACTORS and object_ in said.range
    domain, range_ = _ALSO.get(predicate, (set(), set()))
    return subject in said.domain | domain and object_ in said.range | range_
