"""What an extractor proposes: nodes with their mentions, and relations between them with the words they stand on.

Every backend (rules, a language model, a person's file) yields this, one validator tests it, and one function turns
it into statements. Ids hold within one document only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from graph.evidence import Span
from graph.statement import Modality, Polarity, Tier
from loaders.prose.document import Document

NodeKind = Literal["Actor", "Project", "Network", "Board", "Event", "Offer", "TargetGroup", "Theme", "Region", "Person"]


@dataclass(frozen=True, slots=True)
class Node:
    """One thing the document speaks of.

    Args:
        label: its full name in this document ("Agentur für Arbeit Iserlohn"), also where a mention is elliptic.
        mentions: where it is named, sorted; flat: no two mentions of a document overlap.
        type: id of a concept (``actor-type/jobcenter``, ``theme/…``, ``target-group/…``) or a region, or empty.
        aliases: further names the document itself gives it, such as an acronym in brackets.
        generic: a class of institutions with a role ("Kammern"), never one actor of the graph.
        starts, ends: ISO dates of an event or a run time, or empty.
        rule: the recorded rule that made it.
    """

    id: str
    kind: NodeKind
    label: str
    mentions: tuple[Span, ...]
    type: str = ""
    aliases: tuple[str, ...] = ()
    generic: bool = False
    starts: str = ""
    ends: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """One assertion of the document about two of its nodes.

    Args:
        predicate: one of ontology/predicates.ttl (``refersTo``, ``forAudience``, ``inRegion``, …).
        evidence: the sentences, label lines or headings that together prove it, sorted.
        tier: ``high`` from a rule that has proved right between things surely named, ``medium`` from other layout, cues
            and slots, ``low`` from typed co-occurrence and the topic alone.
        conditions, details: as of a statement.
        rule: the recorded rule that made it.
    """

    subject: str
    predicate: str
    object: str
    evidence: tuple[Span, ...]
    modality: Modality = "asserted"
    polarity: Polarity = "yes"
    tier: Tier = "low"
    conditions: tuple[tuple[str, str], ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """Everything one extractor proposes about one document; ``topic`` is the id of its main node, or empty.

    Args:
        notes: what it could not use, as coded lines (`loaders.notes`).
    """

    nodes: tuple[Node, ...] = ()
    relations: tuple[Relation, ...] = ()
    topic: str = ""
    notes: tuple[str, ...] = ()


class Extractor(Protocol):
    """One way to read a document."""

    @property
    def name(self) -> str:
        """The backend and its version, as it stands in a statement's ``method``."""
        ...

    def extract(self, document: Document) -> Extract:
        """Return what the document says; the same for the same document."""
        ...
