"""Annotated texts as documents with nodes, so that relations are measured apart from the finding of nodes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from graph.evidence import Span
from loaders.prose.blocks import document_of
from loaders.prose.document import Document
from loaders.prose.extract import Node, NodeKind

_WEIGHTS = {"Project": 1.0, "Actor": 0.8, "Offer": 0.8}
_NETWORK = ("netzwerk", "verbund", "bündnis", "allianz", "bildungsr", "netz")


def document(path: Path) -> Document:
    """Return the text beside an annotation."""
    return document_of(path.read_bytes().decode("utf-8"), path.stem)


def annotation(path: Path) -> dict[str, Any]:
    """Return one annotation file."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def nodes(gold: dict[str, Any], text: str) -> tuple[Node, ...]:
    """Return the annotated nodes with their mentions."""
    return tuple(
        Node(
            entity["id"],
            _kind(entity),
            entity["canonical"],
            tuple(
                Span(mention["start"], mention["end"], text[mention["start"] : mention["end"]])
                for mention in sorted(entity["mentions"], key=lambda mention: int(mention["start"]))
            ),
            generic=bool(entity.get("generic")),
        )
        for entity in gold["entities"]
    )


def topic(gold: dict[str, Any]) -> str:
    """Return what most relations tell about, the earlier in the text where two have as many.

    That is a project as a rule; an institution only where far more is told about it than about any project.
    """
    counts = Counter(end for relation in gold["relations"] for end in (relation["subject"], relation["object"]))
    hosts = [entity for entity in gold["entities"] if entity["type"] in _WEIGHTS and entity["mentions"]]
    first = {entity["id"]: min(mention["start"] for mention in entity["mentions"]) for entity in hosts}
    weight = {entity["id"]: counts[entity["id"]] * _WEIGHTS[entity["type"]] for entity in hosts}
    return min(first, key=lambda found: (-weight[found], first[found]), default="")


def _kind(entity: dict[str, Any]) -> NodeKind:
    kind: NodeKind = entity["type"]
    if kind == "Project" and any(word in entity["canonical"].casefold() for word in _NETWORK):
        return "Network"
    return kind
