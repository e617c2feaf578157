"""What the columns of facts and the fields of statements are called in RDF. Only names, no logic."""

from __future__ import annotations

from collections.abc import Mapping

from graph.fact_records import TABLES
from ontology.namespaces import DCTERMS, NS, ORG, PROV, RDF, RDFS, SKOS

OA = "http://www.w3.org/ns/oa#"
XSD = "http://www.w3.org/2001/XMLSchema#"
CONDITION = "https://verweisnetz.example/ns/condition#"
"""Before the name of a statement's condition: ``condition:age_below``."""
DETAIL = "https://verweisnetz.example/ns/detail#"
"""Before the name of a statement's detail: ``detail:note``."""

PREFIXES: Mapping[str, str] = {
    "vn": NS, "condition": CONDITION, "detail": DETAIL, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "org": ORG,
    "prov": PROV, "oa": OA, "dcterms": DCTERMS, "xsd": XSD,
}  # fmt: skip

CLASSES: Mapping[str, str] = {table: NS + table.capitalize() for table in TABLES} | {
    "concept": SKOS + "Concept",
    "contact": NS + "ContactPoint",
    "membership": ORG + "Membership",
    "accepted": NS + "AcceptedGap",
}
"""The class of every fact table; a fact read back is of the table whose class it has."""

SPECIAL_CLASSES: Mapping[tuple[str, str, str], str] = {
    ("actor", "kind", "network"): NS + "Network",
    ("actor", "kind", "board"): NS + "Board",
    ("actor", "kind", "project"): NS + "Project",
    ("actor", "kind", "event"): NS + "Event",
    ("actor", "kind", "team"): NS + "Team",
    ("concept", "scheme", "audience"): NS + "TargetGroup",
    ("concept", "scheme", "theme"): NS + "Theme",
    ("concept", "scheme", "offer-type"): NS + "OfferType",
    ("concept", "scheme", "actor-type"): NS + "ActorType",
}
"""Classes a fact has besides, by table, column and value."""

_EVERYWHERE = {
    "label": RDFS + "label",
    "themes": NS + "onTheme",
    "theme": NS + "onTheme",
    "regions": NS + "inRegion",
    "region": NS + "inRegion",
    "audiences": NS + "forTargetGroup",
    "audience": NS + "forTargetGroup",
    "priority": NS + "priorityFor",
    "exclusive": NS + "exclusivelyFor",
    "checked": NS + "lastConfirmed",
    "evidence": PROV + "wasDerivedFrom",
    "hours": NS + "openingHours",
    "languages": NS + "language",
}
_OF_TABLE = {
    "concept": {
        "scheme": SKOS + "inScheme", "label_de": SKOS + "prefLabel", "label_en": SKOS + "prefLabel",
        "broader": SKOS + "broaderTransitive", "narrower": SKOS + "narrowerTransitive",
    },
    "region": {"key": NS + "officialKey", "atoms": NS + "comprises"},
    "actor": {"types": NS + "type", "places": NS + "locatedIn"},
    "contact": {"actor": NS + "contactOf", "value": RDF + "value"},
    "membership": {"member": ORG + "member", "body": ORG + "organization"},
    "offer": {"provider": NS + "offeredBy", "type": NS + "offerType"},
    "referral": {"sender": NS + "fromActor", "receiver": NS + "toActor", "offer": NS + "toOffer"},
    "door": {"actor": NS + "atActor"},
    "guide": {"actor": NS + "byActor"},
    "conflict": {"one": NS + "oneSide", "other": NS + "otherSide"},
    "evidence": {"source": DCTERMS + "source", "original": PROV + "value", "about": DCTERMS + "subject"},
}  # fmt: skip


def property_of(table: str, column: str) -> str:
    """Return the property of a column of a fact table; most are called like the column."""
    first, *others = column.split("_")
    camel = NS + first + "".join(map(str.capitalize, others))
    return _OF_TABLE.get(table, {}).get(column) or _EVERYWHERE.get(column) or camel


LANGUAGES: Mapping[str, str] = {"label_de": "de", "label_en": "en"}
"""Columns whose texts are in one language."""

SOURCE_PROPERTIES: Mapping[str, str] = {
    "id": DCTERMS + "identifier",
    "path": NS + "path",
    "kind": NS + "kind",
    "publisher": DCTERMS + "publisher",
    "stated_on": NS + "statedOn",
    "sha256": NS + "sha256",
}
"""The property of every field of a source record."""

STATEMENT_PROPERTIES: Mapping[str, str] = {
    "polarity": NS + "polarity",
    "modality": NS + "modality",
    "tier": NS + "tier",
    "original": PROV + "value",
    "method": NS + "method",
    "last_verified": NS + "lastVerified",
}
"""The property of every plain field of a statement."""
