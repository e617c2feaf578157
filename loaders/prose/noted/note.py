"""One note of a person, before its words have a place in the document."""

from __future__ import annotations

from dataclasses import dataclass

from graph.evidence import Cell

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the document; ``start`` and ``end`` where the note says so, else -1."""

    words: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class NotedNode:
    """A thing somebody noted; without quotes it stands wherever its names do.

    Args:
        where: the place of the note in its file, as messages name it.
    """

    id: str
    kind: str
    label: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    generic: bool = False
    starts: str = ""
    ends: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class NotedRelation:
    """A relation somebody noted; ``subject`` and ``object`` are ids of nodes."""

    subject: str
    predicate: str
    object: str
    quotes: tuple[Quote, ...]
    modality: str = "asserted"
    polarity: str = "yes"
    tier: str = "high"
    conditions: Pairs = ()
    details: Pairs = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a file of notes that was not understood: the code of its message, where, and what fills it."""

    code: str
    value: str
    where: str = ""
    params: Pairs = ()

    @property
    def place(self) -> Cell | None:
        """The cell of a table, or the path of a JSON file as if it were one."""
        sheet, _, ref = self.where.rpartition("!")
        return Cell(sheet, ref) if ref else None


@dataclass(frozen=True, slots=True)
class Noted:
    """Everything one file notes; ``topic`` is the id of the document's main node, or empty."""

    nodes: tuple[NotedNode, ...] = ()
    relations: tuple[NotedRelation, ...] = ()
    findings: tuple[Finding, ...] = ()
    topic: str = ""
