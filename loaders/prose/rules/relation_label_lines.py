"""Relations a label line states: "Träger: Kammer", also below a heading that says what its lines are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_hosts import host_of
from loaders.prose.rules.relation_items import Bounds, fills, line_of, listed_in
from loaders.prose.rules.relation_labels import labels_for
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_stated import doubted, partly, quoted, spoken, stated

_LABELLED = re.compile(r"\n(?=[^\W\d_][\w ]{2,30}:\s)")
_NEXT = re.compile(r"[,;|]\s+([^\W\d_][\w-]+(?: [\w-]+){0,2}):\s")
_ROWS = frozenset({"partners", "members of a board", "refers to", "targets of referrals", "refers from", "bringer"})


def label_line(reading: Reading, passage: Passage, name: Bounds, values: Sequence[Bounds]) -> Iterator[Relation]:
    """Yield what a label says of what stands beside and under it."""
    text = reading.document.text
    if not labels_for(text[slice(*name)]):
        yield from _section(reading, passage, name, values)
    for meaning in labels_for(text[slice(*name)]):
        host = host_of(reading, passage, meaning, name[0])
        if host is None:
            continue
        for value in map(partial(_own, text), values):
            for naming in listed_in(reading, passage, value):
                for relation in stated(
                    reading, meaning, host, naming, quoted(reading, name, value), text[slice(*name)]
                ):
                    said = partly(spoken(reading, relation, naming, value), fills(reading, naming, value))
                    yield doubted(said, host)


def _section(reading: Reading, passage: Passage, name: Bounds, values: Sequence[Bounds]) -> Iterator[Relation]:
    """Yield what a heading says of lines like "IHK Olpe: Prüfungen" below "Partner", "Schulden: Caritas" below "Wohin"."""
    above = passage.heading
    if above is None or above.block.start < reading.opening:
        return
    said = reading.document.read(above.block).strip("#* \t:?!.0123456789")
    at = above.block.start + reading.document.read(above.block).find(said)
    for meaning in labels_for(said) or labels_for(said.split(" ")[0], whole=True):
        host = host_of(reading, above, meaning, at) if meaning.name in _ROWS else None
        items = list(reading.within(*name)) if meaning.value == "subject" else []
        bounds = [name] if items else [_own(reading.document.text, value) for value in values]
        for value in bounds if host else ():
            assert host is not None
            for naming in listed_in(reading, passage, value):
                quotes = quoted(reading, (at, at + len(said)), line_of(reading, passage, naming))
                for relation in stated(reading, meaning, host, naming, quotes, said):
                    whole = fills(reading, naming, value)
                    yield doubted(partly(replace(relation, rule=f"{relation.rule}/section"), whole), host)


def _own(text: str, value: Bounds) -> Bounds:
    """Return a value up to the next label in it: what follows "entschuldigt:" is no guest."""
    following = _LABELLED.search(text, *value)
    return (value[0], next_label(text, value[0], following.start() if following else value[1]))


def next_label(text: str, start: int, stop: int) -> int:
    """Return where the next label of a line begins: "Veranstalter: IHK, Partner: VHS"; ``stop`` without one."""
    found = (match for match in _NEXT.finditer(text, start, stop) if labels_for(match[1], whole=True))
    return next((match.start() for match in found), stop)
