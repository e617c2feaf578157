"""From when until when a project runs, where the text says so: "Laufzeit: 01.01.2024 bis 31.12.2026"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.prose.extract import Node
from loaders.prose.rules.data import words_of
from loaders.prose.rules.dates import period
from loaders.prose.rules.reading import Reading

_RUNNING = frozenset({"Project", "Network"})
_REACH = 12
"""Words behind "Laufzeit" in which its dates stand."""


def with_run_times(reading: Reading, nodes: Sequence[Node], topic: str) -> tuple[Node, ...]:
    """Return the nodes, projects with their run time: the one named in the sentence, else the document's topic."""
    found = {node.id: node for node in nodes}
    for at, word in enumerate(reading.words):
        if word.folded not in words_of("dates", "running"):
            continue
        end = min(at + _REACH, len(reading.words))
        stop = next((n for n in range(at + 1, end) if reading.blocks[n] != reading.blocks[at]), end)
        starts, ends = period(reading.document.text, word.end, reading.bounds(at, stop)[1])
        owner = _owner(reading, nodes, at, topic)
        if starts and owner and not found[owner].starts:
            found[owner] = replace(found[owner], starts=starts, ends=ends)
    return tuple(found.values())


def _owner(reading: Reading, nodes: Sequence[Node], at: int, topic: str) -> str:
    """Return the id of the project whose run time a word tells, or an empty text."""
    first, last = reading.sentence_start(at), reading.sentence_end(at) - 1
    start, end = reading.words[first].start, reading.words[last].end
    running = [node for node in nodes if node.kind in _RUNNING]
    here = [node.id for node in running if any(start <= mention.start < end for mention in node.mentions)]
    if len(here) == 1:
        return here[0]
    return topic if any(node.id == topic for node in running) else ""
