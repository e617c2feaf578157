"""Areas that act: "der Landkreis Olpe fördert", "die Agentur und der Kreis Olpe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases
from loaders.prose.rules.keys import key_of
from loaders.prose.rules.reading import Reading
from ontology.regions import gazetteer

TYPES = {
    "district": "actor-type/kreis",
    "city": "actor-type/stadt",
    "municipality": "actor-type/stadt",
    "land": "actor-type/land",
}
"""The actor type of the administration of an area."""


def actors_by_company(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, areas as administrations where they stand among actors or act themselves."""
    found = list(claims)
    for number in (*reversed(range(len(found))), *range(len(found))):
        claim = found[number]
        if claim.kind != "Region" or claim.rule not in ("place", "listed place"):
            continue
        first = _from_type(reading, claim.first)
        if claim.rule == "listed place":
            first = claim.first
        said = [word.folded for word in reading.words[first : claim.end]]
        administration = (
            claim.rule == "listed place"
            or any(set(bases(word)) & words_of("regions", "administrations") for word in said)
            or said[-1].endswith(tuple(words_of("regions", "administrative_ends")))
        )
        actor = TYPES.get(_kind_of(claim.type), "")
        if not administration or not actor:
            continue
        if _acts(reading, found, number, first):
            label = reading.text(first, claim.end)
            found[number] = replace(
                claim,
                first=first,
                kind="Actor",
                rule="acting administration",
                key=key_of(label),
                label=label,
                type=actor,
                head=_head_of(said),
            )
    return found


def _head_of(said: Sequence[str]) -> str:
    return next(
        (
            bases(word)[-1] if word.endswith("es") else word
            for word in said
            if word in words_of("regions", "administrations")
        ),
        said[-1],
    )


def _from_type(reading: Reading, first: int) -> int:
    """Return where "Stadt" before a place begins."""
    before = reading.words[first - 1].folded if first and reading.close(first) else ""
    return (
        first - 1
        if before in words_of("regions", "administrations")
        or any(base in words_of("regions", "administrations") for base in bases(before))
        else first
    )


def _acts(reading: Reading, claims: Sequence[Claim], number: int, first: int) -> bool:
    words, claim = reading.words, claims[number]
    label = reading.block(claim.first)
    if label.kind == "label" and words[reading.sentence_start(claim.first)].folded in words_of(
        "regions", "acting_labels"
    ):
        return True
    before = [words[at].folded for at in range(max(reading.sentence_start(first), first - 2), first)]
    if before and before[-1] in words_of("regions", "acting_labels") and words[first - 1].text[0].isupper():
        return True  # "Kofinanzierung Kreis Olpe"
    if before and (
        before[-1] in words_of("regions", "acting")
        or (
            len(before) > 1
            and before[-1] in ("der", "dem", "den", "das")
            and before[-2] in words_of("regions", "acting")
        )
    ):
        return True
    if (
        claim.end < len(words)
        and words[claim.end].folded in words_of("regions", "verbs")
        and reading.opens(max(reading.sentence_start(first), first - len(before)))
    ):
        return words[claim.end].folded not in ("ist", "sind", "wird", "hat") or _has_done(reading, claim.end)
    previous = claims[number - 1] if number else None
    following = claims[number + 1] if number + 1 < len(claims) else None
    if _is_subject(reading, first, claim.end) or _stands_among(reading, claims, number, first):
        return True
    if _joins_others(reading, first):
        return True
    beside_before = (
        previous is not None
        and (previous.kind in ("Actor", "Network") or previous.rule == "known programme")
        and _beside(reading, previous.end, first)
    )
    in_bracket = previous is not None and previous.kind == "Person" and reading.gap(first).strip() == "("
    beside_after = following is not None and following.kind == "Actor" and _beside(reading, claim.end, following.first)
    genitive = (
        previous is not None
        and previous.kind in ("Actor", "Offer")
        and first - previous.end == 1
        and words[first - 1].folded in ("des", "der")
    )
    return beside_before or beside_after or genitive or in_bracket


def _joins_others(reading: Reading, first: int) -> bool:
    """Return whether a sentence says who does something together, and an administration is one of them.

    "Im Netzwerk arbeiten der Landkreis Olpe und die Stadt Hagen zusammen"; what stands behind "in" or "für" is a place.
    """
    start, end = reading.sentence_start(first), reading.sentence_end(first)
    said = {reading.words[at].folded for at in range(start, end) if not reading.is_capital(at) or at == start}
    if said.isdisjoint(words_of("regions", "together")):
        return False
    at = first - 2  # what stands before the article
    before = reading.words[at].folded if at >= start else ""
    articled = first > start and reading.words[first - 1].folded in _ARTICLES
    return articled and before not in words_of("regions", "places_behind")


def _stands_among(reading: Reading, claims: Sequence[Claim], number: int, first: int) -> bool:
    """Return whether a line names nothing but an administration, and one beside it a body: a list of members."""
    claim = claims[number]
    if not _is_whole_line(reading, first, claim.end):
        return False
    beside = [claims[at] for at in (number - 1, number + 1) if 0 <= at < len(claims)]
    return any(
        one.kind == "Actor"
        and abs(reading.blocks[one.first] - reading.blocks[claim.first]) <= 1
        and (_is_whole_line(reading, one.first, one.end) or reading.block(one.first).kind == "bullet")
        for one in beside
    )


def _is_whole_line(reading: Reading, first: int, end: int) -> bool:
    """Return whether some words are a line or an item of a list, but for a bracket behind them."""
    while first > 0 and reading.blocks[first - 1] == reading.blocks[first] and _is_marker(reading, first - 1):
        first -= 1  # "a) der Landkreis Olpe,"
    opens = first == 0 or reading.blocks[first - 1] != reading.blocks[first] or "\n" in reading.gap(first)
    closes = end >= len(reading.words) or reading.blocks[end] != reading.blocks[first] or "\n" in reading.gap(end)
    return opens and (closes or reading.gap(end).strip().startswith("("))


def _is_marker(reading: Reading, at: int) -> bool:
    """Return whether a word is the letter of an item or an article."""
    return reading.words[at].folded in _ARTICLES or len(reading.words[at].text) == 1


def _is_subject(reading: Reading, first: int, end: int) -> bool:
    """Return whether an administration does something: "Der Landkreis Olpe berät", "die Stadt Olpe schießt zu"."""
    words = reading.words
    if first == 0 or words[first - 1].folded not in ("der", "die", "das"):
        return False
    if first > 1 and _is_named_by(reading, first):
        return True
    if end >= len(words) or not reading.close(end):
        return False
    if words[first - 1].folded in ("der", "das") and first > 1 and _is_finite(reading, first - 2):
        return True  # "Seit 2021 baut der Kreis Olpe …"
    opens = (
        reading.opens(first - 1)
        or reading.gap(first - 1).strip() in (";", ":")
        or words[first - 2].folded in words_of("regions", "before_subject")
        or (words[first - 2].folded == "auch" and reading.opens(first - 2))
    )
    clause = words[first - 2].folded in words_of("regions", "clauses")
    return (opens and (_is_finite(reading, end) or _has_done(reading, end))) or clause


def _is_named_by(reading: Reading, first: int) -> bool:
    """Return whether a verb or a role before an administration tells what it does: "stellt die Stadt …", "Trägerin ist die …"."""
    verb = reading.words[first - 2].folded
    if reading.is_capital(first - 2) or reading.opens(first - 1):
        return False
    role = reading.words[first - 3].folded if first > 2 and reading.is_capital(first - 3) else ""
    roles = words_of("regions", "acting_labels") | words_of("regions", "acting_roles")
    return verb in words_of("regions", "verbs") - words_of("regions", "being") or (
        verb in ("ist", "sind") and role in roles
    )


def _has_done(reading: Reading, at: int) -> bool:
    """Return whether a sentence goes on with "hat … gestellt"."""
    if reading.words[at].folded not in ("hat", "haben"):
        return False
    last = reading.words[reading.sentence_end(at) - 1].folded
    return last.endswith(("t", "en")) and "ge" in last


def _is_finite(reading: Reading, at: int) -> bool:
    """Return whether a word is the verb of what somebody does."""
    verb = reading.words[at].folded
    finite = verb.endswith(("t", "en")) and not reading.is_capital(at) and not grammar().is_small(verb)
    return finite and verb not in words_of("regions", "being")


_ARTICLES = frozenset({"der", "die", "das", "dem", "den", "beiden"})
_LINK = re.compile(r"^(?:,|und|sowie|bzw\.|&|, und|, sowie)\s*(?:der|die|das|den|dem|des)?$")


def _beside(reading: Reading, end: int, first: int) -> bool:
    """Return whether two claims stand in one row: "die Agentur und der Kreis Olpe"."""
    if first <= end - 1 or first - end > 2 or reading.blocks[end - 1] != reading.blocks[first]:
        return False
    text = reading.document.text[reading.words[end - 1].end : reading.words[first].start].strip(" \n\t")
    return bool(_LINK.match(text))


def _kind_of(region_id: str) -> str:
    region = gazetteer().get(region_id)
    return region.kind if region else ""
