"""Lists that say they are of topics: every item is one as it stands.

"Handlungsfelder: Mobilität im ländlichen Raum; Gesundheit", "Inhalte sind Erkennen von Lernbedarf und Arbeitssicherheit",
bullets below "zu den Themen".
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept, same
from loaders.prose.rules.data import words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.reading import Reading
from loaders.prose.rules.relation_labels import labels_for
from ontology.nouns import STRONG, kinds_of

_LONGEST = 7
_LABEL = 4
"""Words before the colon of a label."""
_PARTS = frozenset({",", ";", "/", "|", "·", "•"})
_OTHER = frozenset({"institution", "audience"})


def listed_themes(reading: Reading) -> Iterator[Claim]:
    """Yield the themes that label lines list."""
    at = 0
    while at < len(reading.words):
        first, block = at, reading.blocks[at]
        while at < len(reading.words) and reading.blocks[at] == block:
            at += 1
        if reading.block(first).kind == "label" and (colon := _colon(reading, first, at)):
            yield from _items(reading, colon, at)
    yield from _told(reading)
    yield from _bullets(reading)


def _told(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says to be the topics: "Themen sind …", "Der Kurs behandelt …"."""
    for at in range(1, len(reading.words)):
        if reading.opens(at) or not _tells(reading, at):
            continue
        yield from _items(reading, at + 1, reading.sentence_end(at), told=True)


def _tells(reading: Reading, at: int) -> bool:
    verb, before = reading.words[at].folded, reading.words[at - 1]
    if verb in words_of("themes", "copulas"):
        return before.folded in words_of("themes", "subjects") and reading.is_capital(at - 1)
    if verb not in words_of("themes", "treating"):
        return False
    said = range(reading.sentence_start(at), at)
    return any(kinds_of(reading.words[n].folded).get("offer") for n in said if reading.is_capital(n))


def _bullets(reading: Reading) -> Iterator[Claim]:
    """Yield the items of a list below a line that ends in "Themen"."""
    below = False
    for at in range(1, len(reading.words)):
        if reading.blocks[at] == reading.blocks[at - 1]:
            continue
        if reading.block(at).kind != "bullet":
            below = False
        elif reading.block(at - 1).kind != "bullet":
            below = reading.words[at - 1].folded in words_of("themes", "leading") and reading.is_capital(at - 1)
        if below:
            end = next((n for n in range(at + 1, len(reading.words)) if reading.blocks[n] != reading.blocks[at]), None)
            stop = next((n for n in range(at + 1, end or len(reading.words)) if "\n" in reading.gap(n)), None)
            yield from _items(reading, at, stop or end or len(reading.words), told=True)


def _colon(reading: Reading, first: int, end: int) -> int:
    """Return the word behind the colon of a line whose label says that themes follow, or 0."""
    colon = next(
        (at for at in range(first + 1, min(end, first + _LABEL + 1)) if reading.gap(at).strip().endswith(":")), 0
    )
    said = [label.name for label in labels_for(reading.text(first, colon))] if colon else []
    return colon if said[:1] == ["themes"] else 0


def _items(reading: Reading, first: int, end: int, *, told: bool = False) -> Iterator[Claim]:
    """Yield the items of a row.

    Args:
        told: a sentence names them, so that articles and "zum Beispiel" may stand before each.
    """
    start = first
    for at in range(first + 1, end + 1):
        stops = at < end and reading.gap(at).strip()[:1] in {"."} and reading.opens(at)
        if at == end or stops or reading.gap(at).strip() in _PARTS or _joins(reading, at):
            stop = at
            begin = start + (reading.words[start].folded in ("und", "sowie") and start + 1 < stop)
            begin = _bare(reading, begin, stop) if told else begin
            if _is_theme(reading, begin, stop) and not (told and _has_verb(reading, begin, stop)):
                text = reading.text(begin, stop)
                yield Claim(
                    begin, stop, "Theme", "listed theme", same("theme", text), label=text,
                    type=concept("theme", text), rank=2,
                )  # fmt: skip
            start = at
            if stops:
                return


def _bare(reading: Reading, first: int, end: int) -> int:
    """Return where an item begins behind articles and "zum Beispiel"."""
    while first + 1 < end and reading.words[first].folded in words_of("themes", "before_items"):
        first += 1
    return first


def _has_verb(reading: Reading, first: int, end: int) -> bool:
    """Return whether an item holds a verb or ends in a small word: a sentence, no topic."""
    if any(reading.words[at].folded in words_of("themes", "verbs") for at in range(first, end)):
        return True
    last = reading.unit(end - 1)[1] - 1
    return not reading.is_capital(last) and reading.words[last].folded not in (
        "lernen",
        "gestalten",
        "schreiben",
        "lesen",
    )


def _joins(reading: Reading, at: int) -> bool:
    """Return whether the last item of a row begins: "und Gesundheit"."""
    joins = reading.words[at].folded in ("und", "sowie") and reading.close(at) and at + 1 < len(reading.words)
    following = at + 1
    while joins and following + 1 < len(reading.words) and _leads(reading, following):
        following += 1
    return joins and reading.is_capital(following) and not reading.gap(at).strip()


def _leads(reading: Reading, at: int) -> bool:
    """Return whether a small word may stand before the noun of an item: an article, an adjective."""
    word = reading.words[at].folded
    small = not reading.is_capital(at) and reading.close(at + 1)
    return small and (word in words_of("themes", "before_items") or grammar().may_be_adjective(word))


def _is_theme(reading: Reading, first: int, end: int) -> bool:
    """Return whether an item is a noun phrase that no other family reads: no body, no group of people."""
    if not 0 < end - first <= _LONGEST or any("\n" in reading.gap(at) for at in range(first + 1, end)):
        return False
    noun = next((at for at in range(first, end) if reading.is_capital(at) and not _is_adjective(reading, at, end)), -1)
    if noun < 0 or any(sign in reading.text(first, end) for sign in "(„:@"):
        return False
    kinds = kinds_of(reading.words[reading.unit(noun)[1] - 1].folded)
    return not any(kinds.get(kind) for kind in _OTHER) or kinds.get("theme") == STRONG


def _is_adjective(reading: Reading, at: int, end: int) -> bool:
    return at + 1 < end and reading.is_capital(at + 1) and grammar().may_be_adjective(reading.words[at].folded)
