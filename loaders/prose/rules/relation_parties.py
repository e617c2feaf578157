"""Who concludes an agreement: the bodies listed behind "zwischen" below its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.prose.extract import Relation
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_items import listed_in
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_verbs import may_be_participle, may_open
from loaders.prose.rules.relation_words import Naming

_OPENS = re.compile(r"(?:zwischen|ZWISCHEN|Zwischen)\s*:?\s")
_GOES_ON = re.compile(r"\s*(?:[-–•*]|und\b|sowie\b|der\b|dem\b|den\b|die\b|\(?\d{1,2}[.)]|\(?[a-z]\))")
_MOST = 30
"""Lines one agreement may list its parties in."""


def parties(reading: Reading) -> Iterator[Relation]:
    """Yield who belongs to an agreement because it is concluded between them."""
    for number, passage in enumerate(reading.passages):
        if passage.block.kind in ("title", "heading", "caption") or _speaks(passage):
            continue
        agreement = _agreement(reading, passage) if _OPENS.match(reading.document.read(passage.block)) else None
        if agreement is None:
            continue
        title = reading.document.quote(agreement.start, agreement.end)
        for line in _lines(reading, reading.passages[number : number + _MOST]):
            for naming in listed_in(reading, line, (line.block.start, line.block.end)):
                if may_be("memberOf", reading.kind(naming), reading.kind(agreement)):
                    own = reading.document.quote(*_line_of(reading, naming))
                    yield Relation(
                        naming.node, "memberOf", agreement.node, tuple(sorted({title, own})),
                        tier="medium", rule="layout/parties/between",
                    )  # fmt: skip


def _agreement(reading: Reading, passage: Passage) -> Naming | None:
    """Return what the title above names that bodies can belong to, else the topic where it is first named."""
    above = [n for heading in passage.headings for n in heading.namings]
    topic = [n for n in reading.namings if n.node == reading.topic]
    return next((n for n in (*above, *topic) if may_be("memberOf", "Actor", reading.kind(n))), None)


def _lines(reading: Reading, passages: Sequence[Passage]) -> Iterator[Passage]:
    yield passages[0]
    for passage in passages[1:]:
        said = reading.document.read(passage.block)
        if (
            passage.block.kind in ("title", "heading")
            or not passage.namings
            or _speaks(passage)
            or not _GOES_ON.match(said)
        ):
            return
        yield passage


def _line_of(reading: Reading, naming: Naming) -> tuple[int, int]:
    text = reading.document.text
    end = text.find("\n", naming.end)
    return text.rfind("\n", 0, naming.start) + 1, end if end >= 0 else len(text)


def _speaks(passage: Passage) -> bool:
    words = (word for sentence in passage.sentences for word in sentence.words)
    return any(may_open(word) and not may_be_participle(word) for word in words)  # "vertreten durch den Landrat"
