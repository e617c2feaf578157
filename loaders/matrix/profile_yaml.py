"""YAML as a person wrote it: texts, lists and fields, each with its line; nothing is guessed to be a number or a date.

Built from the parser's events, so that neither aliases nor deep nesting can do harm, and no key is lost when it
stands there twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 12
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar; ``plain`` ones stand without quotation marks."""

    line: int
    value: str
    plain: bool = True

    @property
    def missing(self) -> bool:
        """Whether nothing stands there."""
        return self.plain and self.value in _NOTHING


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Keys and values in their order."""

    line: int
    pairs: tuple[tuple[Text, Node], ...]


Node = Text | Items | Fields


class Flaw(Exception):
    """The text is no YAML a profile may be written in.

    Args:
        line: where, 1-based; 0 if unknown.
        twice: the key that stands there twice, if that is what is wrong.
    """

    def __init__(self, line: int, twice: str = "") -> None:
        self.line = line
        self.twice = twice
        super().__init__(f"line {line} {twice}")


def parse(text: str) -> Node:
    """Return the only document of a text.

    Raises:
        Flaw: with the line that is wrong.
    """
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder().build(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Flaw(mark.line + 1 if mark else 0) from error


class _Builder:
    """Puts events together; ``open`` holds the lists and fields that have not ended yet."""

    def __init__(self) -> None:
        self.open: list[tuple[int, bool, list[Node]]] = []
        self.done: list[Node] = []

    def build(self, events: Iterator[Any]) -> Node:
        for event in events:
            self._take(type(event).__name__, event)
        if len(self.done) > 1:
            raise Flaw(self.done[1].line)
        return self.done[0] if self.done else Text(1, "")

    def _take(self, name: str, event: Any) -> None:
        line = event.start_mark.line + 1
        if name == "AliasEvent" or len(self.open) > _DEEPEST:
            raise Flaw(line)
        if name in {"MappingStartEvent", "SequenceStartEvent"}:
            self.open.append((line, name == "MappingStartEvent", []))
        elif name in {"MappingEndEvent", "SequenceEndEvent"}:
            begun, is_fields, parts = self.open.pop()
            self._put(self._fields(begun, parts) if is_fields else Items(begun, tuple(parts)))
        elif name == "ScalarEvent":
            self._put(Text(line, event.value, plain=event.style is None))

    def _put(self, node: Node) -> None:
        (self.open[-1][2] if self.open else self.done).append(node)

    def _fields(self, line: int, parts: list[Node]) -> Fields:
        pairs: list[tuple[Text, Node]] = []
        seen: set[str] = set()
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if not isinstance(key, Text):
                raise Flaw(key.line)
            if key.value in seen:
                raise Flaw(key.line, key.value)
            seen.add(key.value)
            pairs.append((key, value))
        return Fields(line, tuple(pairs))
