"""What a region's folder says about a file, and what came of reading it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.issue import Issue
from graph.statement import Statement

if TYPE_CHECKING:
    from graph.records import DecisionRecord, LinkRecord, SourceRecord
    from graph.stored_text import StoredText
    from loaders.prose.llm.endpoint import ModelAccess


@dataclass(frozen=True, slots=True)
class SourceSpec:
    """A file and what the region's configuration says about it.

    Args:
        id: path relative to the folder of sources, with ``/`` on every system; stays in statements and messages.
        kind: ``matrix``, ``description``, ``needs``, ``doors``, ``accepted_gaps`` or empty: found by name and content.
        stated_on: ISO date for which its publisher vouches; a file's own date is not that.
        profile: how to read it, where the automatic reading errs.
        others: profiles of other files; the one whose headers this file has is used where it has none of its own.
        notes: what people noted beside a document (`loaders.prose.noted`), each with the id messages call it.
        persons: whether a document's people may stand in contacts.
        known: names of institutions that the region's tables use, with their kinds, for who reads a text.
        extractor: what reads a document (`loaders.prose.backends`): ``rules``, ``llm``, ``notes`` (only what people noted).
        model: the language model, where one is configured.
    """

    id: str
    path: Path
    kind: str = ""
    publisher: str = ""
    stated_on: str = ""
    profile: Path | None = None
    others: tuple[Path, ...] = ()
    notes: tuple[tuple[str, Path], ...] = ()
    persons: bool = False
    extractor: str = ""
    model: ModelAccess | None = None
    known: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every non-empty cell of a source in exactly one class: the first of these that applies to any part of it."""

    cells: int = 0
    reported: int = 0
    negative: int = 0
    statement: int = 0
    structure: int = 0

    @property
    def dropped(self) -> int:
        """How many cells nobody accounts for: 0, or the reader has a fault."""
        return self.cells - self.reported - self.negative - self.statement - self.structure

    @property
    def balanced(self) -> bool:
        """Whether every cell is accounted for exactly once."""
        return self.dropped == 0

    def __add__(self, other: Ledger) -> Ledger:
        """Return the account of both."""
        return Ledger(
            self.cells + other.cells,
            self.reported + other.reported,
            self.negative + other.negative,
            self.statement + other.statement,
            self.structure + other.structure,
        )


@dataclass(frozen=True, slots=True)
class TextLedger:
    """Every block of a document in exactly one class: the first of these that applies to any part of it.

    Args:
        statement: a statement quotes it. reported: something in it was proposed and not taken over, or not read.
        table: a line of a table that was read as one; its cells are in the other ledger.
        boilerplate: menus and the like. silent: read, and nothing was found in it.
        unread: characters, not blocks, that lie in no block; 0, or the reader has a fault.
    """

    blocks: int = 0
    statement: int = 0
    reported: int = 0
    table: int = 0
    boilerplate: int = 0
    silent: int = 0
    unread: int = 0

    @property
    def balanced(self) -> bool:
        """Whether every block is accounted for exactly once and no character lies outside."""
        counted = self.statement + self.reported + self.table + self.boilerplate + self.silent
        return counted == self.blocks and not self.unread


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one source says: its record, statements sorted by key, issues, and the account of its cells.

    Args:
        sources, links, decisions: what an interchange file holds beside statements; empty for other files.
        text, blocks: of a document, what its spans count in and the account of its blocks; ``ledger`` is of its tables.
        passing: something outside of the source failed; reading it again may give more, so that this is not kept.
    """

    source: Mapping[str, str]
    statements: tuple[Statement, ...] = ()
    issues: tuple[Issue, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    sources: tuple[SourceRecord, ...] = ()
    links: tuple[LinkRecord, ...] = ()
    decisions: tuple[DecisionRecord, ...] = ()
    text: StoredText | None = None
    blocks: TextLedger | None = None
    passing: bool = False


def record(spec: SourceSpec, kind: str) -> dict[str, str]:
    """Return the source's record: what it is called, what its bytes were, who vouches for it since when."""
    with spec.path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "id": spec.id,
        "sha256": digest,
        "kind": kind,
        "publisher": spec.publisher,
        "stated_on": spec.stated_on,
    }
