"""How long projects and networks run: the dates of a label line ("Laufzeit:") or of a sentence that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.prose.document import Document
from loaders.prose.extract import Node
from loaders.prose.labels import Label, labels
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.dates import dates, period
from loaders.prose.sentences import Bounds, of_block
from ontology.text import fold

_RUNNING = frozenset({"Project", "Network"})
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 24
Times = tuple[str, str]


def with_run_times(document: Document, nodes: Sequence[Node], topic: str) -> tuple[Node, ...]:
    """Return the nodes, projects and networks with the run time the document gives them; a label line comes first."""
    able = {node.id: node for node in nodes if node.kind in _RUNNING and not node.generic}
    found: dict[str, Times] = {}
    for at, times in (*_of_labels(document), *_of_sentences(document)):
        node = _meant(document, at, able, topic)
        if node and node not in found and any(times):
            found[node] = times
    return tuple(
        replace(node, starts=found[node.id][0], ends=found[node.id][1])
        if node.id in found and not (node.starts or node.ends)
        else node
        for node in nodes
    )


def _of_labels(document: Document) -> Iterator[tuple[Bounds, Times]]:
    for label in labels(document):
        name = fold(document.text[slice(*label.name)])
        ours = any(word.endswith(tuple(load("run_times")["labels"])) for word in _WORD.findall(name))
        if ours and words_of("run_times", "other_labels").isdisjoint(_WORD.findall(name)):
            yield from _of_label(document, label, name)


def _of_label(document: Document, label: Label, name: str) -> Iterator[tuple[Bounds, Times]]:
    for start, end in label.values[:1]:
        yield (label.block.start, label.block.end), _times(document.text, start, end, name)


def _of_sentences(document: Document) -> Iterator[tuple[Bounds, Times]]:
    for block in document.content():
        if block.kind not in ("paragraph", "bullet"):
            continue
        for start, end in of_block(document, block):
            words = set(_WORD.findall(fold(document.text[start:end])))
            if words & words_of("run_times", "running") and not words & words_of("run_times", "not_yet"):
                yield (start, end), _times(document.text, start, end, "")


def _times(text: str, start: int, end: int, name: str) -> Times:
    """Return first and last day; a single date is the one or the other by the word before it, or by the label's name."""
    named = dates(text, start, end)
    if not named:
        return "", ""
    first, last = period(text, start, end)
    if len(named) > 1 and last == named[-1].last and last != named[0].last:
        return first, last
    before = [fold(word) for word in _WORD.findall(text, max(start, named[0].start - _BEFORE), named[0].start)][-2:]
    if words_of("run_times", "until") & {*before} or name.endswith("ende"):
        return "", named[0].last
    if words_of("run_times", "since") & {*before} or name.endswith(("beginn", "start")):
        return named[0].first, ""
    return (first, last) if name and first != last else (first, "") if name else ("", "")


def _meant(document: Document, at: Bounds, able: dict[str, Node], topic: str) -> str:
    """Return whose run time is said: what the sentence names, what the heading above names, else the topic."""
    inside = [(m.start, n.id) for n in able.values() for m in n.mentions if at[0] <= m.start < at[1]]
    if inside:
        return min(inside)[1]
    above = [block for block in document.blocks if block.end <= at[0] and block.kind in ("heading", "title")]
    for block in above[-1:]:
        named = [(m.start, n.id) for n in able.values() for m in n.mentions if block.start <= m.start < block.end]
        if named:
            return min(named)[1]
    return topic if topic in able else ""
