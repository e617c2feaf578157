"""Taking erased names, numbers and addresses out of texts, records and tables: what is left says where they stood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from graph.column_rows import ColumnRows
from graph.columns import Rows
from graph.erasures import MAIL, PHONE, WORD, Erasure, digest_of, digits_of
from graph.evidence import Span
from graph.issue import Issue
from graph.layout import LAYOUT
from graph.records import Record, from_record, issue_of, to_record
from graph.statement import Statement
from graph.stored_text import StoredText
from graph.view import View
from ontology.text import fold

MARK = "[gelöscht]"
"""What stands where something was erased."""

MASK = "█"
"""What stands for each character that was erased from a stored text: the places in it must go on counting."""

Thing = TypeVar("Thing", bound=Record | Issue)


class Redaction:
    """Applies some erasures; nothing where there are none."""

    def __init__(self, erasures: Iterable[Erasure]) -> None:
        self._erasures = tuple(sorted(set(erasures)))
        self._known: dict[str, str] = {}
        self._digests = frozenset((one.kind, one.digest) for one in self._erasures)
        self._salts = sorted({one.salt for one in self._erasures})
        self._sizes = sorted({one.words for one in self._erasures if one.kind == "words"}, reverse=True)

    def __bool__(self) -> bool:
        return bool(self._erasures)

    @property
    def key(self) -> str:
        """What stands for these erasures in the key of a cache."""
        return "|".join(one.digest for one in self._erasures)

    def text(self, text: str) -> str:
        """Return a text without what was erased; the rest stays letter by letter."""
        if not self._erasures or not text:
            return text
        found = self._known.get(text)
        if found is None:
            found = text
            for start, end in reversed(self._spans(text)):
                found = found[:start] + MARK + found[end:]
            self._known[text] = found
        return found

    def masked(self, text: str) -> str:
        """Return a text of the same length, every character of what was erased masked."""
        found = text
        for start, end in self._spans(text) if self._erasures else ():
            found = found[:start] + MASK * (end - start) + found[end:]
        return found

    def stored(self, text: StoredText) -> StoredText:
        """Return a document's text without what was erased, every place in it as before."""
        return replace(text, text=self.masked(text.text))

    def holds(self, text: str) -> bool:
        """Return whether a text holds something that was erased."""
        return self.text(text) != text

    def record(self, thing: Thing, *, keep: Collection[str] = ()) -> Thing:
        """Return a source, statement, link, decision or issue without what was erased.

        Args:
            keep: fields that stay as they are.
        """
        if not self._erasures:
            return thing
        said = to_record(thing)
        told = {key: value if key == "record" or key in keep else self._plain(value) for key, value in said.items()}
        if told == said:
            return thing
        made: Any = issue_of(told) if isinstance(thing, Issue) else from_record(told)
        return made  # type: ignore[no-any-return]

    def rows(self, view: View, keys: Mapping[str, str]) -> Rows:
        """Return the tables of a view without what was erased.

        Args:
            keys: new key of every statement whose key changed.
        """
        found: dict[str, ColumnRows] = {}
        for name, columns in LAYOUT.items():
            table = view.table(name)
            found[name] = ColumnRows(
                {
                    column: list(map(self.text, table.text(column)))
                    if kind == "text"
                    else [tuple(values) for values in table.lists(column)]
                    if kind == "ints"
                    else list(table.ints(column))
                    for column, kind in columns.items()
                }
            )
        evidence = dict(zip(LAYOUT["evidence"], (found["evidence"].column(c) for c in LAYOUT["evidence"]), strict=True))
        renamed = [keys.get(key, key) for key in evidence["statement"] or ()]
        found["evidence"] = ColumnRows(
            {**{name: values or () for name, values in evidence.items()}, "statement": renamed}
        )
        return found

    def _plain(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self._plain(one) for one in value]
        if isinstance(value, dict):
            return {key: self._plain(one) for key, one in value.items()}
        return value

    def _spans(self, text: str) -> list[tuple[int, int]]:
        found = [
            *(match.span() for match in MAIL.finditer(text) if self._is("mail", fold(match[0]))),
            *(match.span() for match in PHONE.finditer(text) if self._is("phone", digits_of(match[0]))),
            *self._names(text),
        ]
        spans: list[tuple[int, int]] = []
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if not spans or start >= spans[-1][1]:
                spans.append((start, end))
        return spans

    def _names(self, text: str) -> Iterator[tuple[int, int]]:
        if not self._sizes:
            return
        words = list(WORD.finditer(text))
        folded = [fold(word[0]) for word in words]
        at = 0
        while at < len(words):
            size = next((size for size in self._sizes if self._begins(folded, at, size)), 0)
            if size:
                yield words[at].start(), words[at + size - 1].end()
            at += size or 1

    def _begins(self, folded: list[str], at: int, size: int) -> bool:
        return at + size <= len(folded) and self._is("words", " ".join(folded[at : at + size]))

    def _is(self, kind: str, plain: str) -> bool:
        return any((kind, digest_of(kind, plain, salt)) in self._digests for salt in self._salts)


def redacted_statements(
    redaction: Redaction,
    said: Iterable[Statement],
    *,
    keep: Collection[str] = (),
    texts: Mapping[str, StoredText] | None = None,
) -> tuple[list[Statement], dict[str, str]]:
    """Return statements without what was erased, and the new key of each whose key changed.

    Args:
        texts: the texts of documents without what was erased, by source; quotes are what stands there now.
    """
    found: list[Statement] = []
    keys: dict[str, str] = {}
    for statement in said:
        told = quoting(redaction.record(statement, keep=keep), (texts or {}).get(statement.source))
        if told is not statement:
            keys[statement.key] = told.key
        found.append(told)
    return found, keys


def quoting(statement: Statement, text: StoredText | None) -> Statement:
    """Return a statement whose quotes are what its document's text says at their places."""
    if text is None:
        return statement
    evidence = tuple(
        replace(place, quote=text.text[place.start : place.end]) if isinstance(place, Span) else place
        for place in statement.evidence
    )
    return statement if evidence == statement.evidence else replace(statement, evidence=evidence)
