"""The backend ``import``: a file of notes as an extractor, with the issues of the file itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.issue import Issue
from loaders import gate
from loaders.limits import MEGABYTE, Limits
from loaders.prose.document import Document
from loaders.prose.extract import Extract
from loaders.prose.noted import jsons, table
from loaders.prose.noted.note import Finding, Noted
from loaders.prose.noted.place import placed
from ontology.errors import LoadError

VERSION = "1"
_LARGEST = 8 * MEGABYTE


@dataclass(frozen=True, slots=True)
class NotedExtractor:
    """Reads what people noted beside a document.

    Args:
        source: what issues call the file.
    """

    path: Path
    source: str
    limits: Limits | None = None

    @property
    def name(self) -> str:
        """The backend and its version."""
        return f"import@{VERSION}"

    def extract(self, document: Document) -> Extract:
        """Return what the notes say of a document."""
        return self.read(document)[0]

    def read(self, document: Document) -> tuple[Extract, tuple[Issue, ...]]:
        """Return what the notes say of a document, and what in their file was not understood."""
        extract, findings = placed(self._noted(), document)
        return extract, tuple(self._issues(findings))

    def _noted(self) -> Noted:
        if self.path.suffix.casefold() != ".json":
            try:
                return table.read(gate.read(self.path, source=self.source, limits=self.limits))
            except LoadError as error:
                return Noted(findings=(Finding("VN8307", error.de, params=(("de", error.de), ("en", error.en))),))
        try:
            with self.path.open("rb") as file:
                data = file.read(_LARGEST + 1)
            if len(data) > _LARGEST:
                return Noted(findings=(Finding("VN8305", f"> {_LARGEST} Byte"),))
            return jsons.read(data.decode("utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            return Noted(findings=(Finding("VN8305", str(error)),))

    def _issues(self, findings: tuple[Finding, ...]) -> Iterator[Issue]:
        for one in findings:
            params = tuple(sorted({*one.params, ("value", one.value)}))
            yield Issue(one.code, self.source, one.place, one.value, params, "warning" if one.where else "error")
