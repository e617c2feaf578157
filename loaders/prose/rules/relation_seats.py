"""Where something is, as texts write it outside of sentences: addresses, and places with their hours."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from re import Pattern
from typing import Any

from graph.evidence import Span
from loaders.prose.extract import Relation
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_hosts import host_of
from loaders.prose.rules.relation_labels import labels_for
from loaders.prose.rules.relation_modality import modality_of
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_words import Naming, words_of

_PLACE = "Ort"
_ABOVE = 4
"""So many lines above an address may name whose it is."""
_OPENING = 3
_LONGEST = 200


def seats(reading: Reading) -> Iterator[Relation]:
    """Yield where bodies and offers are by their addresses and by lists of places."""
    for number, passage in enumerate(reading.passages):
        if passage.block.kind == "caption":
            continue
        above = reading.passages[max(0, number - _ABOVE) : number]
        for naming in passage.namings:
            if reading.kind(naming) == "Region":
                yield from _addressed(reading, passage, naming, above)
        yield from _open_at(reading, passage)


def _addressed(reading: Reading, passage: Passage, town: Naming, above: tuple[Passage, ...]) -> Iterator[Relation]:
    """Yield whose address a town stands in: "VHS Olpe, Musterweg 3, Olpe"."""
    text = reading.document.text
    found = _street().search(text, max(passage.block.start, town.start - _LONGEST), town.start)
    if found is None:
        return
    own = [n for n in passage.namings if n.end <= found.start() and reading.kind(n) == "Actor"]
    whose = own[-1] if own else _lined_above(reading, passage, above)
    if whose is not None and whose.node != town.node:
        span = reading.document.quote(found.start(), town.end)
        name = reading.document.quote(whose.start, whose.end)
        yield Relation(
            whose.node, "locatedIn", town.node, tuple(sorted({name, span})), tier="medium", rule="layout/address/town",
        )  # fmt: skip


def _lined_above(reading: Reading, passage: Passage, above: tuple[Passage, ...]) -> Naming | None:
    """Return the body named first in the lines right above an address."""
    found: Naming | None = None
    below = passage
    for line in reversed(above):
        if reading.document.text.count("\n", line.block.end, below.block.start) > 1:
            break
        first = next(iter(line.namings), None)
        if first is not None and line.block.end - first.end < _LONGEST and reading.kind(first) == "Actor":
            found = first
        below = line
    return found


def _open_at(reading: Reading, passage: Passage) -> Iterator[Relation]:
    """Yield where something is open when: "Meppen: Kreishaus, montags 9 bis 12 Uhr" below "Standorte"."""
    first = next(iter(passage.namings), None)
    if first is None or reading.kind(first) != "Region" or first.start - passage.block.start > _OPENING:
        return
    if not re.match(r"\s*[:,(–-]", reading.document.text[first.end :]) or not _is_place_line(reading, passage, first):
        return
    meaning = labels_for(_PLACE)[0]
    about = passage.heading or passage
    host = host_of(reading, about, meaning, about.block.start)
    house = next((n for n in passage.namings[1:] if reading.kind(n) == "Actor"), None)
    ends = [(host.node, first), *([(host.node, house)] if house else [])] if host is not None else []
    for subject, place in [*ends, *([(house.node, first)] if house else [])]:
        if subject != place.node and may_be("locatedIn", reading.nodes[subject].kind, reading.kind(place)):
            evidence = host.evidence if host is not None and subject == host.node else None
            yield _placed(reading, passage, subject, place, evidence)


def _is_place_line(reading: Reading, passage: Passage, first: Naming) -> bool:
    """Return whether a line is one of a list of places: its heading says so, or it tells the hours."""
    line = reading.document.read(passage.block)
    heading = passage.heading
    told = reading.document.read(heading.block).strip("#* \t:?!.") if heading is not None else ""
    places = any(label.name == "place" for label in labels_for(told)) if told else False
    hours = bool(_pattern("hours").search(line, first.end - passage.block.start))
    return len(line) < _LONGEST and (places or hours)


def _placed(reading: Reading, passage: Passage, subject: str, place: Naming, evidence: Span | None) -> Relation:
    own = reading.document.quote(passage.block.start, passage.block.end)
    words = words_of(reading.document.text, own.start, own.end, [])
    return Relation(
        subject, "locatedIn", place.node, tuple(sorted({own, *([evidence] if evidence else [])})),
        modality=modality_of(words, able=True), tier="medium", rule="layout/places/hours",
    )  # fmt: skip


@cache
def _street() -> Pattern[str]:
    streets = "|".join(_data()["street"])
    return re.compile(
        rf"(?:(?:^|(?<=[,;|·•:\n(]\s)|(?<=[,;|·•:\n(]))(?:{streets}){_data()['towards_town']}|{_data()['post_code']})\Z",
        re.M,
    )


@cache
def _pattern(name: str) -> Pattern[str]:
    return re.compile(_data()[name])


@cache
def _data() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return found
