"""Events, boards and projects that nothing but the labels below their name tells: "Fachkräftetag Südharz / Datum: …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from loaders.prose.data import folded as sections
from loaders.prose.extract import NodeKind
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.keys import key
from loaders.prose.rules.reading import Reading
from loaders.prose.rules.relation_labels import labels_for
from ontology.text import fold

_OTHER = frozenset({"Region", "Theme", "TargetGroup"})
"""Kinds whose names may stand within that of an event."""
_RANK = 3


def labelled(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield what the lines above labels name, where no other rule has found anything there."""
    taken = {at for claim in claims if claim.kind not in _OTHER for at in range(claim.first, claim.end)}
    lines = _lines(reading)
    for number, ((first, end), (below, _)) in enumerate(pairwise(lines)):
        block = reading.block(first)
        plain = block.kind in ("heading", "paragraph") and number > 0 and not taken & set(range(first, end))
        if not plain or reading.block(below).kind != "label" or not _is_name(reading, first, end):
            continue
        kind = _kind(reading, _labels(reading, lines[number + 1 :]), reading.words[end - 1].folded)
        if kind is not None:
            text = reading.text(first, end)
            yield Claim(
                first, end, kind, "labelled", key(text), label=text, head=reading.words[first].folded, rank=_RANK
            )


def is_event_label(reading: Reading, claim: Claim) -> bool:
    """Return whether words only say what stands behind them about an event: the first of "Termin: 18. November"."""
    word = reading.words[claim.first].folded
    single = claim.kind == "Event" and claim.end - claim.first == 1
    return single and any(word in entry["labels"] for entry in load("labelled")["kind"] if entry["kind"] == "Event")


def _lines(reading: Reading) -> list[tuple[int, int]]:
    """Return the first and last-plus-one word of every block."""
    starts = [at for at in range(len(reading.words)) if at == 0 or reading.blocks[at] != reading.blocks[at - 1]]
    return list(pairwise([*starts, len(reading.words)]))


def _is_name(reading: Reading, first: int, end: int) -> bool:
    """Return whether a line is a name: a few words from a capital on, no sentence and no list."""
    text = reading.document.read(reading.block(first)).strip()
    return (
        end - first <= int(load("labelled")["longest"])
        and text[:1].isupper()
        and not text.endswith((".", ":", "?", "!", ","))
        and "\n" not in text
        and not any(reading.words[at].folded in words_of("titles", "verbs") for at in range(first + 1, end))
        and words_of("titles", "generic").isdisjoint(reading.words[at].folded for at in range(first, end))
        and not reading.words[end - 1].folded.endswith(tuple(words_of("titles", "generic_ends")))
        and fold(reading.text(first, end)) not in sections("cues", "sections")
        and not _is_section(reading, first, end)
    )


def _is_section(reading: Reading, first: int, end: int) -> bool:
    """Return whether a line only says what stands below it: "Ansprechpersonen", "Eckdaten"."""
    return end - first == 1 and labels_for(reading.words[first].text) != ()


def _labels(reading: Reading, following: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the first words of the label lines that follow each other."""
    for first, _ in following:
        if reading.block(first).kind != "label":
            return
        yield reading.words[first].folded


def _kind(reading: Reading, labels: Iterator[str], last: str) -> NodeKind | None:
    said = set(labels)
    if not said.isdisjoint(load("labelled")["naming"]):
        return None
    for entry in load("labelled")["kind"]:
        if not said.isdisjoint(entry["labels"]) and _fits(entry, last):
            kind: NodeKind = entry["kind"]
            return kind
    return None


def _fits(entry: Mapping[str, Any], last: str) -> bool:
    return "words" not in entry or last.endswith(tuple(entry["words"]))
