"""Long lists of like elements, read in runs by pattern where they are plain and by the parser where they are not.

The parser stays the judge: it reads the document up to the list, every item that is not plain, and all that follows.
Only between two items of the list, where it has nothing pending, may whole items be taken out of its sight; so the
outcome is the same as if it had seen them. A document in another encoding than UTF-8 is left to it altogether.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from loaders.refusal import Refusal
from loaders.xml_stream import Handler, Names, Stream, careful_parser

_CHUNK = 1 << 18
_LONGEST = 1 << 20
"""An item longer than this is given to the parser piece by piece."""

_TRIES = 16
"""After so many items of one piece of which not one in four was plain the rest is not tried."""


class Runs(Protocol):
    """What knows the plain items of a list.

    Args:
        around: short name of the list's element, written without a prefix.
        closing: how an item ends, such as ``</row>``.
    """

    around: str
    closing: bytes

    def take(self, items: bytes) -> bool:
        """Read whole items as the handler would have; return False, and do nothing, where not all are plain."""
        ...

    def learn(self, item: bytes) -> None:
        """Take note of one item that the parser has just found well-formed."""
        ...


def parse_runs(stream: Stream, handler: Handler, namespaces: Mapping[str, str], place: str, runs: Runs) -> None:
    """Send a document's events to a handler, but plain items of a list to ``runs``; else like `xml_stream.parse`."""
    reading = _Reading(handler, namespaces, place, runs)
    try:
        pending = b""
        while chunk := stream.read(_CHUNK):
            pending += chunk
            end = pending.rfind(runs.closing) + len(runs.closing)
            if end >= len(runs.closing):
                reading.items(pending[:end])
                pending = pending[end:]
            if len(pending) > _LONGEST:
                reading.feed(pending)
                pending = b""
        reading.feed(pending)
        reading.finish()
    except expat.ExpatError as error:
        raise Refusal("broken", "VN1020", place, line=str(error.lineno + reading.lines)) from error


class _Reading:
    """The parser, and where in the document it stands."""

    def __init__(self, handler: Handler, namespaces: Mapping[str, str], place: str, runs: Runs) -> None:
        self.lines = 0
        self._handler = handler
        self._names = Names(namespaces)
        self._runs = runs
        self._opening = b"<" + runs.around.encode()
        self._readable = True
        self._fed = 0
        self._after_item = -1  # how many bytes had been fed where the last item of the list ended
        self._depth = 0
        self._list = -1  # depth of the open list
        self._parser = careful_parser(place)
        self._parser.XmlDeclHandler = self._on_declaration
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.CharacterDataHandler = handler.text

    def items(self, data: bytes) -> None:
        """Read on, up to the end of what looks like an item."""
        if self._take(data):
            return
        closing = self._runs.closing
        start = tried = taken = 0
        while start < len(data):
            if tried >= _TRIES and taken * 4 < tried:
                self.feed(data[start:])
                return
            end = data.index(closing, start) + len(closing)
            tried += 1
            if self._take(data[start:end]):
                taken += 1
            else:
                self._judge(data[start:end])
            start = end

    def feed(self, data: bytes) -> None:
        """Give bytes to the parser."""
        self._fed += len(data)
        self._parser.Parse(data, False)

    def finish(self) -> None:
        """Tell the parser that this was all."""
        self._parser.Parse(b"", True)

    @property
    def _between_items(self) -> bool:
        return self._after_item == self._fed and self._depth == self._list

    def _judge(self, item: bytes) -> None:
        """Have the parser read what looks like one item."""
        between = self._between_items
        self.feed(item)
        if between and self._between_items:
            self._runs.learn(item)

    def _take(self, items: bytes) -> bool:
        if not (self._between_items and self._runs.take(items)):
            return False
        self.lines += items.count(b"\n")
        return True

    def _on_declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        self._readable = encoding is None or encoding.casefold() == "utf-8"

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        short = self._names[name]
        if short == self._runs.around and self._readable and self._list < 0:
            # written without a prefix, so that its items without one are of the same namespace
            context = self._parser.GetInputContext() or b""
            if context.startswith((self._opening + b" ", self._opening + b">")):
                self._list = self._depth
        self._handler.start(short, attributes)

    def _on_end(self, name: str) -> None:
        self._handler.end(self._names[name])
        self._depth -= 1
        if self._depth == self._list:
            self._after_item = self._parser.CurrentByteIndex + len(self._runs.closing)
        elif self._depth < self._list:
            self._list = -1
