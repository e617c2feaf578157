"""How far the name of an offer reaches behind its noun: a purpose, a whole heading, a whole cell."""

from __future__ import annotations

from dataclasses import replace

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.concepts import concept
from loaders.prose.rules.data import words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.keys import key
from loaders.prose.rules.reading import Reading

_LONGEST = 8
"""Words of a heading or a cell that is the name of an offer."""
_CELLS = "|"


def lengthened(reading: Reading, claim: Claim) -> Claim:
    """Return an offer with all of its name: "Vorbereitungskurs auf den Hauptschulabschluss"."""
    if claim.short:
        return claim
    end = _line(reading, claim) or _aim(reading, claim) or _manner(reading, claim)
    if end <= claim.end:
        return claim
    label = reading.text(claim.first, end)
    return replace(claim, end=end, label=label, key=key(label), type=claim.type or concept("offer-type", label))


def _line(reading: Reading, claim: Claim) -> int:
    """Return the word behind a heading, a cell or an item of a list that begins with an offer and says nothing else, or 0."""
    first, block = claim.first, reading.block(claim.first)
    cell = _opens_cell(reading, first)
    while not cell and first and reading.blocks[first - 1] == reading.blocks[first] and _is_number(reading, first - 1):
        first -= 1  # "3. Beratung zur Personalentwicklung"
    opens = first == 0 or reading.blocks[first - 1] != reading.blocks[first]
    if not (cell or (opens and (block.kind in ("heading", "title") or _names(reading, claim)))):
        return 0
    end = claim.end
    while end < len(reading.words) and reading.blocks[end] == reading.blocks[claim.first] and end - first <= _LONGEST:
        gap = reading.gap(end)
        if _CELLS in gap or "\n" in gap:
            break
        if gap.strip() not in ("", "-", "/") or not _may_stand(reading, end) or _is_where(reading, end):
            return 0
        end += 1
    closes = end >= len(reading.words) or reading.blocks[end] != reading.blocks[claim.first]
    closes = closes or _CELLS in reading.gap(end) or "\n" in reading.gap(end)
    sentence = reading.document.text[reading.words[end - 1].end : reading.words[end - 1].end + 1] in (".", "?", ":")
    return end if closes and not sentence and reading.is_capital(end - 1) else 0


def _names(reading: Reading, claim: Claim) -> bool:
    """Return whether a line without a full stop stands above a label line: the name of what the labels tell of."""
    end = next(
        (at for at in range(claim.end, len(reading.words)) if reading.blocks[at] != reading.blocks[claim.first]), 0
    )
    return bool(end) and reading.block(claim.first).kind == "paragraph" and reading.block(end).kind == "label"


def _opens_cell(reading: Reading, at: int) -> bool:
    return reading.block(at).kind == "table" and (_CELLS in reading.gap(at) or reading.opens(at))


def _is_number(reading: Reading, at: int) -> bool:
    return reading.words[at].text.isdigit()


def _may_stand(reading: Reading, at: int) -> bool:
    """Return whether a word may be part of a name that fills a line: no verb, no day, no hour."""
    word = reading.words[at]
    small = grammar().is_small(word.folded) or grammar().may_be_adjective(word.folded)
    return not word.text[0].isdigit() and (reading.is_capital(at) or small)


def _is_where(reading: Reading, at: int) -> bool:
    """Return whether a preposition says in which area an offer is given: "Bildungsberatung im Landkreis Olpe"."""
    from ontology.regions import gazetteer

    if reading.words[at].folded not in ("in", "im", "aus", "bei", "fuer"):
        return False
    areas = words_of("regions", "areas") | words_of("regions", "administrations")
    ends = tuple(words_of("regions", "administrative_ends"))
    following = [reading.words[n] for n in range(at + 1, min(at + 4, len(reading.words))) if reading.is_capital(n)]
    return any(
        word.folded in areas or word.folded.endswith(ends) or gazetteer().is_place(word.text) for word in following
    )


def _aim(reading: Reading, claim: Claim) -> int:
    """Return the word behind "zur Funktionsweberei", "auf die Kenntnisprüfung", "im Bereich Lager", or 0."""
    words, at = reading.words, claim.end
    if at + 1 >= len(words) or not reading.close(at) or not reading.close(at + 1):
        return 0
    if words[at].folded == "im" and words[at + 1].folded in ("bereich", "berufsfeld", "fach"):
        named = at + 2 < len(words) and reading.close(at + 2) and reading.is_capital(at + 2)
        return reading.unit(at + 2)[1] if named else 0
    head = words[claim.end - 1].folded
    towards = words[at].folded == "auf" and head.startswith("vorbereitung")
    about = words[at].folded == "zur" and head.endswith(tuple(words_of("offers", "with_aim")))
    if not (towards or about):
        return 0
    end = at + 1
    end += words[end].folded in ("den", "die", "das", "eine", "einen")
    while end < len(words) and reading.close(end) and not reading.is_capital(end):
        if not grammar().may_be_adjective(words[end].folded):
            return 0
        end += 1
    return reading.unit(end)[1] if end < len(words) and reading.close(end) and reading.is_capital(end) else 0


def _manner(reading: Reading, claim: Claim) -> int:
    """Return the word behind "vor Ort", "in Teilzeit", "am Abend", or 0: how an offer is given is part of its name."""
    end = claim.end + 2
    if end > len(reading.words) or not all(reading.close(at) for at in range(claim.end, end)):
        return 0
    said = " ".join(word.folded for word in reading.words[claim.end : end])
    return end if said in words_of("offers", "manners") else 0
