"""Which office somebody holds by what stands beside their name: "(Leitung des Netzwerks)", ", Verbundkoordination"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_hosts import headed_by
from loaders.prose.rules.relation_labels import labels_for
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_words import Naming

_BRACKET = re.compile(r"\s*\(([^()\n]{3,80})\)")
_COMMA = re.compile(r"\s*,\s*([^,;()\n.]{3,60})(?=$|[\n,;.])")
_OF = re.compile(r"\s(?:des|der|im|für|von|vom|in)\s")
_HOLDERS = ("Actor", "Person")
_OFFICES = ("carrier",)


def offices(reading: Reading) -> Iterator[Relation]:
    """Yield what offices a document gives to institutions and persons."""
    for passage in reading.passages:
        if passage.block.kind == "caption":
            continue
        for naming in passage.namings:
            if reading.kind(naming) in _HOLDERS:
                yield from _held(reading, passage, naming)


def _held(reading: Reading, passage: Passage, holder: Naming) -> Iterator[Relation]:
    text = reading.document.text
    found = _BRACKET.match(text, holder.end, passage.block.end) or _COMMA.match(text, holder.end, passage.block.end)
    if found is None:
        return
    start = found.start(1)
    for part in found[1].split(","):
        office = _OF.split(part, maxsplit=1)[0].strip()
        if any(label.name in _OFFICES for label in labels_for(office, whole=True)):
            of = [
                n for n in reading.within(start, start + len(part)) if may_be("coordinates", "Actor", reading.kind(n))
            ]
            own = "" if _OF.search(part) and not _is_general(part) else _body(reading, passage, holder)
            target = of[0].node if of else own
            if target and target != holder.node:
                yield Relation(
                    holder.node, "coordinates", target, (reading.document.quote(holder.start, found.end()),),
                    tier="medium", details=(("role", office),), rule="layout/office" if of else "layout/office/body",
                )  # fmt: skip
        start += len(part) + 1


def _body(reading: Reading, passage: Passage, holder: Naming) -> str:
    """Return in which body somebody listed holds an office: the board whose members are listed, else the topic."""
    boards = [n.node for n in passage.namings if n.end <= holder.start and reading.kind(n) == "Board"]
    if not boards and passage.lead is not None and passage.lead.block.kind == "paragraph":
        boards = [
            n.node for n in passage.lead.namings if reading.kind(n) == "Board"
        ]  # "Der Beirat tagt. Mitglieder sind:"
    above = [h for h in (passage.lead, *passage.lines, *passage.headings) if h is not None]
    boards = boards or [n.node for h in reversed(above) for n in headed_by(reading, h) if reading.kind(n) == "Board"]
    return boards[-1] if boards else reading.topic


def _is_general(part: str) -> bool:
    """Return whether an office is of the document's own body: "Leitung des Netzwerks"."""
    return bool(re.search(r"(?i)netzwerk|verbund|bündnis|projekt|vorhaben|netz(?:es)?\b|initiative", part))
