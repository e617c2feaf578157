"""What a model answered, taken apart with suspicion: each item is of the asked form, or it is left out and counted."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from graph.statement import Modality, Polarity
from loaders.prose.extract import NodeKind
from loaders.prose.fit import KINDS
from ontology.text import clean

MOST = {"nodes": 500, "relations": 1000, "quotes": 60, "conditions": 20}
LONGEST = 2000
"""Items of an answer, and characters of one text, beyond which nobody meant it."""
CONDITIONS = frozenset({"audience", "theme", "offer", "region"})
_FENCE = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing the model says the text names."""

    id: str
    kind: NodeKind
    label: str
    quotes: tuple[str, ...]
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the model says the text says about two of them; the first quote is the sentence that does."""

    subject: str
    predicate: str
    object: str
    quotes: tuple[str, ...]
    modality: Modality = "asserted"
    polarity: Polarity = "yes"
    conditions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; ``malformed`` counts the items that are not of the asked form."""

    nodes: tuple[Named, ...] = ()
    relations: tuple[Claimed, ...] = ()
    malformed: int = 0


@dataclass
class _Reader:
    malformed: Counter[str] = field(default_factory=Counter)

    def items(self, said: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
        found = said.get(name, [])
        if not isinstance(found, list):
            self.malformed[name] += 1
            return
        self.malformed[name] += max(0, len(found) - MOST[name])
        for item in found[: MOST[name]]:
            if isinstance(item, Mapping):
                yield item
            else:
                self.malformed[name] += 1

    def named(self, item: Mapping[str, Any]) -> Named | None:
        texts = [_text(item.get(name)) for name in ("id", "label")]
        quotes = self._quotes(item.get("quotes", []))
        if item.get("kind") not in KINDS or not all(texts) or quotes is None:
            self.malformed["nodes"] += 1
            return None
        return Named(texts[0], cast("NodeKind", item["kind"]), clean(texts[1]), quotes, item.get("generic") is True)

    def claimed(self, item: Mapping[str, Any]) -> Claimed | None:
        texts = [_text(item.get(name)) for name in ("subject", "predicate", "object", "quote")]
        further = self._quotes(item.get("further_quotes", []))
        modality, polarity = item.get("modality", "asserted"), item.get("polarity", "yes")
        sure = modality in get_args(Modality) and polarity in get_args(Polarity)
        if not all(texts) or further is None or not sure:
            self.malformed["relations"] += 1
            return None
        subject, predicate, target, quote = texts
        return Claimed(subject, predicate, target, (quote, *further), modality, polarity, self._conditions(item))

    def _quotes(self, said: Any) -> tuple[str, ...] | None:
        if not isinstance(said, list):
            return None
        found = [_text(one) for one in said[: MOST["quotes"]]]
        self.malformed["quotes"] += sum(not one for one in found)
        return tuple(dict.fromkeys(filter(None, found)))

    def _conditions(self, item: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        found = set()
        for one in self.items(item, "conditions"):
            name, value = one.get("name"), clean(_text(one.get("value")))
            if name in CONDITIONS and value:
                found.add((str(name), value))
            else:
                self.malformed["conditions"] += 1
        return tuple(sorted(found))


def parse(text: str) -> Answer | None:
    """Return what an answer holds, or None where it is no JSON object: cut off, or something else altogether."""
    said = _object(text)
    if said is None or not ({"nodes", "relations"} & said.keys()):
        return None
    reader = _Reader()
    nodes = tuple(node for item in reader.items(said, "nodes") if (node := reader.named(item)))
    relations = tuple(one for item in reader.items(said, "relations") if (one := reader.claimed(item)))
    return Answer(nodes, relations, sum(reader.malformed.values()))


def _object(text: str) -> Mapping[str, Any] | None:
    """Return the JSON object of an answer, which some models wrap in words or a fence."""
    fenced = _FENCE.search(text)
    for said in (text, fenced.group(1) if fenced else "", text[text.find("{") :] if "{" in text else ""):
        try:
            found, _ = json.JSONDecoder().raw_decode(said.strip())
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    return None


def _text(value: Any) -> str:
    """Return a text of sensible length without half a character, or nothing."""
    if not isinstance(value, str) or len(value) > LONGEST:
        return ""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return ""
    return value.strip()
