"""Whose sitting an event is: by its name ("5. Sitzung der Steuerungsrunde"), its sentence, its heading, the sitting before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.prose.extract import Node, Relation
from loaders.prose.rules.inflection import stem
from loaders.prose.rules.relation_grammar import listed
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_words import Naming
from ontology.text import fold

_BRACKET = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_][\w-]*")


def sittings(reading: Reading) -> Iterator[Relation]:
    """Yield of which board each sitting is that a document tells of."""
    known: Naming | None = None
    for passage in reading.passages:
        for event in passage.namings if passage.block.kind != "caption" else ():
            if not _is_sitting(reading, event):
                continue
            named, beside = named_in(reading, event), _beside(reading, passage, event)
            board = named.id if named else beside.node if beside else known.node if known else ""
            if board:
                spans = {reading.document.quote(event.start, event.end)}
                where = beside if not named else None
                where = where or (known if not named else None)
                spans |= {reading.document.quote(where.start, where.end)} if where else set()
                way = "named" if named else "beside" if beside else "before"
                yield Relation(
                    event.node, "partOf", board, tuple(sorted(spans)),
                    tier="low" if way == "before" else "medium", rule=f"sitting/{way}/of",
                )  # fmt: skip
                known = known or beside


def named_in(reading: Reading, event: Naming) -> Node | None:
    """Return the board a sitting names itself: "5. Sitzung der Steuerungsrunde"."""
    if not _is_sitting(reading, event):
        return None
    said = _stems(reading.document.text[event.start : event.end])
    boards = (node for node in reading.nodes.values() if node.kind == "Board")
    return next(
        (board for board in boards if any(_stems(name) <= said for name in (board.label, *board.aliases))), None
    )


def _is_sitting(reading: Reading, event: Naming) -> bool:
    said = _stems(reading.document.text[event.start : event.end])
    return reading.kind(event) == "Event" and any(word.endswith(tuple(listed("sittings"))) for word in said)


def _beside(reading: Reading, passage: Passage, event: Naming) -> Naming | None:
    """Return the board nearest before a sitting: in its sentence, else in its passage, its lead or its headings."""
    own = [n for s in passage.sentences if s.start <= event.start < s.end for n in s.namings]
    above = [p for p in (passage.lead, passage.host, *passage.headings) if p is not None]
    for namings in (own, *(p.namings for p in above)):
        boards = [naming for naming in namings if reading.kind(naming) == "Board"]
        if boards:
            return max(boards, key=lambda naming: (naming.start < event.start, -abs(naming.start - event.start)))
    return None


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(fold(_BRACKET.sub(" ", name))))
