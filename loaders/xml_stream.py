"""XML of a stranger as a stream of events: no tree, no document type, no entity, short names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from loaders.refusal import Refusal

_CHUNK = 1 << 16


class Stream(Protocol):
    """Anything that yields bytes."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end."""
        ...


class Handler(Protocol):
    """What listens to a part; names are shortened as `parse` was told."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, name: str) -> None:
        """An element ends."""
        ...

    def text(self, data: str) -> None:
        """Characters, possibly in several pieces."""
        ...


class Names(dict[str, str]):
    """Short names by full ones, made once per distinct name."""

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        super().__init__()
        self._namespaces = namespaces

    def __missing__(self, full: str) -> str:
        """Shorten a name met for the first time."""
        space, _, local = full.rpartition(" ")
        short = self[full] = self._namespaces.get(space, f"{space} " if space else "") + local
        return short


def careful_parser(place: str) -> expat.XMLParserType:
    """Return a parser that refuses a document type; ``place`` is the part's name for messages."""

    def on_doctype(*_: object) -> None:
        raise Refusal("broken", "VN1018", place)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = _CHUNK
    parser.StartDoctypeDeclHandler = on_doctype
    return parser


def parse(stream: Stream, handler: Handler, namespaces: Mapping[str, str], place: str) -> None:
    """Send a document's events to a handler.

    Args:
        namespaces: prefix to put before the local name, by namespace; names of other namespaces keep their address.
        place: name of the part, for messages.
    """
    names = Names(namespaces)
    start, end = handler.start, handler.end
    parser = careful_parser(place)

    def on_start(name: str, attributes: dict[str, str]) -> None:
        start(names[name], attributes)

    def on_end(name: str) -> None:
        end(names[name])

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CharacterDataHandler = handler.text
    try:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refusal("broken", "VN1020", place, line=str(error.lineno)) from error
