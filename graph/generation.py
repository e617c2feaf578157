"""One build's result on disk: files named by their content, complete or not there at all.

``.verweisnetz/generations/<hash>/`` holds sources, statements, links, issues, ledger, the texts of documents, snapshot
and a manifest that vouches for them. No file holds a clock, a path of this machine or a run's number: same input, same bytes.
"""

from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from graph.atomic import Written, sync_folder, write_lines, write_new
from graph.columns import map_file
from graph.decisions import Decisions
from graph.issue import Issue
from graph.lines import statement_line
from graph.records import DecisionRecord, LinkRecord, Record, SourceRecord, dumps, issue_of, link_order, loads
from graph.statement import Statement
from graph.stored_text import StoredText, text_of
from graph.view import View
from ontology.errors import StoreError

FORMAT = 1
MANIFEST = "manifest.json"
SNAPSHOT = "snapshot.bin"
Line = TypeVar("Line")

_PLANNED = b'"modality":"planned"'
"""As `graph.lines` writes it; within a text the quotation marks would be escaped."""


@dataclass(frozen=True, slots=True)
class GenerationContent:
    """What a build hands over to be kept.

    Args:
        statements: sorted by key; may be an iterator, it is read once; or they are being written (`graph.statement_file`).
        links: labels and the entities they mean; ``decisions``: what people said about that.
        ledger: counts of cells by class, by source.
        snapshot: the packed fact tables.
        texts: what the spans of statements count in, a text per document.
    """

    sources: Sequence[SourceRecord]
    statements: Iterable[Statement]
    links: Iterable[LinkRecord]
    issues: Iterable[Issue]
    snapshot: bytes
    ledger: Mapping[str, Any]
    decisions: Decisions = field(default_factory=Decisions)
    texts: Sequence[StoredText] = ()


class Generation:
    """One generation, open for reading; it stays readable while newer ones are written.

    Args:
        folder: the generation's own folder; its name is the generation's id.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.id = folder.name
        self.manifest = _manifest(folder)
        self._snapshot = _mapped(folder / SNAPSHOT)

    def __repr__(self) -> str:
        return f"Generation({self.id!r})"

    @cached_property
    def view(self) -> View:
        """The facts, mapped into memory."""
        return View(self._snapshot)

    def statements(self) -> Iterator[Statement]:
        """Yield the statements, sorted by key."""
        return (record for record in self._records("statements.jsonl") if isinstance(record, Statement))

    def plans(self) -> Iterator[Statement]:
        """Yield the statements about something planned; the others, nearly all there are, are not taken apart."""
        lines = self._read("statements.jsonl", lambda line: line if _PLANNED in line else None)
        yield from (one for line in lines if line and isinstance(one := loads(line), Statement))

    def sources(self) -> tuple[SourceRecord, ...]:
        """Return the sources, sorted by id."""
        return tuple(record for record in self._records("sources.jsonl") if isinstance(record, SourceRecord))

    def links(self) -> Iterator[LinkRecord]:
        """Yield which label means which entity."""
        return (record for record in self._records("links.jsonl") if isinstance(record, LinkRecord))

    def decisions(self) -> Decisions:
        """Return what people had decided when this was built."""
        found = (record for record in self._records("links.jsonl") if isinstance(record, DecisionRecord))
        return Decisions.of_records(found)

    def issues(self) -> Iterator[Issue]:
        """Yield what could not be read or does not hold."""
        return self._read("issues.jsonl", lambda line: issue_of(json.loads(line)))

    def texts(self) -> Mapping[str, StoredText]:
        """Return the text every document was read as, by source."""
        if "texts.jsonl" not in self.manifest["files"]:
            return {}  # built before documents were read
        return {text.source: text for text in self._read("texts.jsonl", lambda line: text_of(json.loads(line)))}

    def ledger(self) -> Mapping[str, Any]:
        """Return what became of every input cell."""
        try:
            found: Mapping[str, Any] = json.loads((self.folder / "ledger.json").read_bytes())
        except (OSError, ValueError) as error:
            raise self._damaged("ledger.json") from error
        return found

    def verify(self) -> tuple[str, ...]:
        """Return the names of files that are not what the manifest says; nothing if all is well."""
        wrong = [name for name, said in self.manifest["files"].items() if said["sha256"] != _hash(self.folder / name)]
        return (*wrong, MANIFEST) if _id_of(self.manifest) != self.id else tuple(wrong)

    def require_sound(self) -> None:
        """Look at every file.

        Raises:
            StoreError: naming those that are not what the manifest says.
        """
        if wrong := self.verify():
            raise self._damaged(*wrong)

    def _records(self, name: str) -> Iterator[Record]:
        return self._read(name, loads)

    def _read(self, name: str, parse: Callable[[bytes], Line]) -> Iterator[Line]:
        try:
            with (self.folder / name).open("rb") as lines:
                yield from map(parse, lines)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._damaged(name) from error

    def _damaged(self, *names: str) -> StoreError:
        listed = ", ".join(names)
        return StoreError(
            f"{listed} of generation {self.id} cannot be read; run `verweisnetz build` again",
            de=f"{listed} der Fassung {self.id} ist nicht lesbar; `verweisnetz build` stellt sie wieder her",
        )


def write_files(folder: Path, content: GenerationContent) -> str:
    """Write a generation's files into an empty folder and return the id it must be named by."""
    links: list[Record] = [*content.decisions.records(), *sorted(content.links, key=link_order)]
    written = {
        "sources.jsonl": write_lines(folder / "sources.jsonl", map(dumps, sorted(content.sources))),
        "statements.jsonl": _statements(folder / "statements.jsonl", content.statements),
        "links.jsonl": write_lines(folder / "links.jsonl", map(dumps, links)),
        "issues.jsonl": write_new(folder / "issues.jsonl", _once(content.issues)),
        "texts.jsonl": write_new(
            folder / "texts.jsonl", [_text_line(one) for one in sorted(content.texts, key=_by_source)]
        ),
        "ledger.json": write_new(folder / "ledger.json", [_json(content.ledger)]),
        SNAPSHOT: write_new(folder / SNAPSHOT, [content.snapshot]),
    }
    files = {name: _described(name, said) for name, said in sorted(written.items())}
    manifest = {"format": FORMAT, "files": files}
    write_new(folder / MANIFEST, [_json(manifest)])
    sync_folder(folder)
    return _id_of(manifest)


def _by_source(text: StoredText) -> str:
    return text.source


def _text_line(text: StoredText) -> bytes:
    return text.line().encode("utf-8") + b"\n"


def _statements(path: Path, statements: Iterable[Statement]) -> Written:
    from graph.statement_file import StatementFile  # not for those who only read

    if isinstance(statements, StatementFile):
        return statements.move(path)
    return write_lines(path, map(statement_line, statements))


def _once(issues: Iterable[Issue]) -> list[bytes]:
    """Return the line of each issue once, in the order of their text."""
    return sorted({dumps(issue).encode("utf-8") + b"\n" for issue in issues})


def _described(name: str, said: Written) -> dict[str, Any]:
    described: dict[str, Any] = {"sha256": said.sha256, "bytes": said.bytes}
    return {**described, "records": said.lines} if name.endswith(".jsonl") else described


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _id_of(manifest: Mapping[str, Any]) -> str:
    return hashlib.sha256(_json(manifest)).hexdigest()[:32]


def _manifest(folder: Path) -> Mapping[str, Any]:
    try:
        manifest: Mapping[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        known = manifest["format"] == FORMAT
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"generation {folder.name} has no readable manifest; run `verweisnetz build` again",
            de=f"die Fassung {folder.name} hat kein lesbares Manifest; `verweisnetz build` stellt sie wieder her",
        ) from error
    if not known:
        raise StoreError(
            f"generation {folder.name} was written by another version (format {manifest['format']}); "
            "run `verweisnetz build` again",
            de=f"die Fassung {folder.name} stammt von einer anderen Programmversion (Format {manifest['format']}); "
            "`verweisnetz build` macht eine neue",
        )
    return manifest


def _mapped(path: Path) -> mmap.mmap:
    try:
        return map_file(path)
    except ValueError as error:
        raise StoreError(
            "the snapshot is empty; run `verweisnetz build` again",
            de="die Fassung ist leer; `verweisnetz build` stellt sie wieder her",
        ) from error


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
