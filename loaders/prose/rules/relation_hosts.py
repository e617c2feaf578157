"""What a label is about: what it names itself, its item, the line above, the heading, the topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.evidence import Span
from loaders.prose.rules.relation_labels import Label, labels_for
from loaders.prose.rules.relation_passages import HOSTS, Passage, Reading
from loaders.prose.rules.relation_sittings import named_in
from loaders.prose.rules.relation_words import Naming

_GATHERINGS = ("Board", "Event")
_OPENING = 12
"""Characters of a heading before what it names."""


@dataclass(frozen=True, slots=True)
class Host:
    """What a label is about, and the words that name it there.

    Args:
        far: something nearer seems to be meant that the label cannot be about, or that nobody knows.
    """

    node: str
    evidence: Span | None
    far: bool = False


def host_of(reading: Reading, passage: Passage, meaning: Label, before: int) -> Host | None:
    """Return what a label is about, the nearest that it can be about."""
    passed = False
    for naming, near in _candidates(reading, passage, meaning, before):
        if reading.kind(naming) not in HOSTS or reading.nodes[naming.node].generic:
            continue
        if meaning.predicate(reading.kind(naming)):
            return Host(naming.node, reading.document.quote(naming.start, naming.end), passed)
        board = named_in(reading, naming) if meaning.predicate("Board") else None
        if board is not None:
            return Host(board.id, reading.document.quote(naming.start, naming.end), passed)
        passed = passed or near
    if meaning.near and passed:
        return None
    topic = reading.nodes.get(reading.topic)
    if topic is not None and meaning.predicate(topic.kind):
        return Host(topic.id, topic.mentions[0] if topic.mentions else None, passed or passage.nameless)
    return None


def _candidates(reading: Reading, passage: Passage, meaning: Label, before: int) -> Iterator[tuple[Naming, bool]]:
    """Yield what a label may be about, the nearest first, and whether it stands so near that nothing else is meant."""
    if passage.block.kind == "label":
        name_end = passage.block.start + reading.document.read(passage.block).find(":")
        own = (naming for naming in passage.namings if naming.end <= name_end)
        yield from ((naming, False) for naming in own if not _is_label(reading, naming))
    if passage.host is not None:
        yield from ((naming, True) for naming in passage.host.namings[:1])
    if passage.block.kind == "paragraph":  # "Die Lotsenstelle bietet folgende Kurse:"
        yield from ((naming, False) for naming in [n for n in passage.namings if n.end <= before][:1])
    if meaning.told and passage.above is not None:
        yield from ((n, False) for n in passage.above.namings if reading.kind(n) in _GATHERINGS)
    for line in passage.lines:
        later = line.block.start >= reading.opening
        yield from ((n, later) for n in line.namings[:1] if later or _may_head(reading, n))
    own_heading = (passage,) if passage.block.kind in ("title", "heading") else ()  # "Mitglieder des Beirats"
    for heading in (h for h in (*own_heading, *passage.headings) if h.block.start >= reading.opening):
        yield from ((naming, False) for naming in headed_by(reading, heading))


def headed_by(reading: Reading, heading: Passage) -> list[Naming]:
    """Return what a heading is about: what opens it, or what its label is of ("Beteiligte im Beirat")."""
    first = [naming for naming in heading.namings if naming.start - heading.block.start < _OPENING][:1]
    if first:
        return first
    said = reading.document.read(heading.block).strip("#* \t").split(" ")[0]
    return [n for n in heading.namings if reading.kind(n) in HOSTS][:1] if labels_for(said, whole=True) else []


def _is_label(reading: Reading, naming: Naming) -> bool:
    """Return whether a name is the word of a label itself: "Weitervermittlung an: …"."""
    said = reading.document.text[naming.start : naming.end]
    return reading.kind(naming) == "Offer" and bool(labels_for(said) or labels_for(f"{said} an"))


def _may_head(reading: Reading, naming: Naming) -> bool:
    """Return whether labels at the beginning are about what a line names: the line below a title only tells its theme."""
    return reading.kind(naming) == "Event" or naming.node == reading.topic


def host_before(reading: Reading, passage: Passage, meaning: Label, at: int) -> Host | None:
    """Return what a label inside a passage is about: what stands before its bracket, or opens its item."""
    text = reading.document.text
    namings = [naming for naming in passage.namings if naming.end <= at]
    if not namings:
        return None
    fitting = [n for n in namings if reading.kind(n) in HOSTS and meaning.predicate(reading.kind(n))]
    bracketed = text.rfind("(", passage.block.start, at) > text.rfind(")", passage.block.start, at)
    if not fitting or (not bracketed and passage.block.kind == "label"):
        return None
    chosen = fitting[-1] if bracketed else fitting[0]
    return Host(chosen.node, reading.document.quote(chosen.start, chosen.end))
