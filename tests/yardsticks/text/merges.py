"""Which things of a text are united wrongly, and which are told twice: the check behind "false merges 0, duplicates ≤ 4 %".

::

    python -m tests.yardsticks.text.merges GOLD_DIR TEXT_DIR
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.prose.extract import Node
from loaders.prose.read import read_document
from loaders.prose.rules.nodes import find_nodes
from tests.yardsticks.text.crosswalk import entity

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Merges:
    """What is wrong in one text.

    Args:
        united: nodes of ours that stand for several things of the truth, each with the ids of these.
        told_twice: things of the truth that several nodes of ours stand for.
        things: how many things the truth holds.
    """

    united: Mapping[str, frozenset[str]]
    told_twice: Mapping[str, int]
    things: int


def merges(gold: Path, text: Path) -> Merges:
    """Return what is united and what is told twice in a text; only mentions that agree to the letter count."""
    said = json.loads(gold.read_text(encoding="utf-8"))
    true = {(m["start"], m["end"], e["type"]): e["id"] for e in said["entities"] for m in e["mentions"]}
    united: dict[str, frozenset[str]] = {}
    nodes: defaultdict[str, set[str]] = defaultdict(set)
    for node in find_nodes(read_document(text), persons=True).nodes:
        meant = frozenset(true[span] for span in _spans(node) if span in true)
        if len(meant) > 1:
            united[node.label] = meant
        for one in meant:
            nodes[one].add(node.id)
    twice = {one: len(found) for one, found in nodes.items() if len(found) > 1}
    return Merges(united, twice, len(said["entities"]))


def _spans(node: Node) -> Iterator[Span]:
    kind = str(entity(node)["type"])
    return ((mention.start, mention.end, kind) for mention in node.mentions)


def main(golds: Path, texts: Path) -> None:
    """Print what is wrong in the texts of a folder, and the share of duplicates."""
    twice = things = united = 0
    for gold in sorted(golds.glob("*.json")):
        source = json.loads(gold.read_text(encoding="utf-8"))["source"]
        found = merges(gold, texts / Path(source).name)
        twice, things, united = twice + len(found.told_twice), things + found.things, united + len(found.united)
        for label, ids in found.united.items():
            print(f"{gold.stem}: „{label}“ unites {', '.join(sorted(ids))}")
    print(f"{united} united, {twice} of {things} told twice ({twice / max(things, 1):.1%})")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m tests.yardsticks.text.merges GOLD_DIR TEXT_DIR")
    main(*map(Path, sys.argv[1:]))
