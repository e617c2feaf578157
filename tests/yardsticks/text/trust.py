"""Weigh what makes a statement sure in texts whose truth is known, and write ``relation_weights.toml``.

::

    python -m tests.yardsticks.text.trust [GOLD_FOLDER_OR_FILE …]

Without arguments the opened folders of ``tests/fixtures/prose`` are weighed, so that the file can be made again. Elsewhere a
text lies beside its gold or in the folder ``GOLD_TEXT_DIR`` names. Texts that measure how well unseen texts are read must
not be weighed. Printed is how right the sure statements of each folder are, each text judged by the others.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import Any

from loaders.prose.document import Document
from loaders.prose.extract import Node
from loaders.prose.read import read_document
from loaders.prose.rules import relation_trust
from loaders.prose.rules.nodes import Named, find_nodes
from loaders.prose.rules.relation_marks import marks
from loaders.prose.rules.relation_passages import read
from loaders.prose.rules.relations import told
from tests.yardsticks.text.crosswalk import entity, relation
from tests.yardsticks.text.weighing import Case, Scales, Weights, bars, figures, highest_bar

Triple = tuple[str, str, str]

FIXTURES = Path(__file__).parents[2] / "fixtures" / "prose"
OPENED = ("seen", "held", "more", "fresh", "second", "third", "fourth", "fifth")
WEIGHTS = Path(relation_trust.__file__).with_name("relation_weights.toml")

_RECALL = 0.27
"""So much of what is true must be sure where each text is judged by the others; the bar is as high as that allows."""


def cases(text: int, document: Document, named: Named, gold: Mapping[str, Any]) -> Iterator[Case]:
    """Yield each way in which a text asserts something that is no mere guess, and whether it is true."""
    reading = read(document, named.nodes, named.topic)
    meant = {node.id: _meant(node, gold) for node in named.nodes}
    true = set(_true(gold))
    for said in told(reading):
        row = relation(0, said)
        if row is None or said.tier == "low" or (said.modality, said.polarity) != ("asserted", "yes"):
            continue
        triple = _turned(meant[said.subject], str(row["predicate"]), meant[said.object])
        sure = relation_trust.may_be_sure(reading, said)
        yield Case(text, triple, marks(reading, said), triple in true, sure)


def _meant(node: Node, gold: Mapping[str, Any]) -> str:
    """Return the id of the true thing most of a node's mentions overlap, or an id nothing has."""
    kind = entity(node)["type"]
    found: Counter[str] = Counter()
    for span in node.mentions:
        for thing in gold["entities"]:
            overlaps = any(m["start"] < span.end and span.start < m["end"] for m in thing["mentions"])
            if thing["type"] == kind and overlaps:
                found[thing["id"]] += 1
                break
    best, count = next(iter(found.most_common(1)), ("", 0))
    return best if count * 2 >= len(node.mentions) else f"?{node.id}"


def _true(gold: Mapping[str, Any]) -> Iterator[Triple]:
    for row in gold["relations"]:
        yield _turned(row["subject"], row["predicate"], row["object"])
        yield from (_turned(*other) for other in row.get("alt", ()))


def _turned(subject: str, predicate: str, target: str) -> Triple:
    first, second = sorted((subject, target)) if predicate == "cooperatesWith" else (subject, target)
    return first, predicate, second


def written(bar: float, weights: Weights, known: Sequence[Case]) -> str:
    """Return the data file: each mark with its weight and how often statements that bear it were right and wrong."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for *_, ok, mark in sorted({(c.text, c.told, c.right, mark) for c in known for mark in c.marks}):
        (right if ok else wrong)[mark] += 1
    lines = [
        "# What makes a statement sure (tier high): written by `python -m tests.yardsticks.text.trust`, never by hand.",
        "# Its marks are added up as log-odds, beginning with `start`; what is right at least as likely as `bar` is sure.",
        f"bar = {bar:.2f}",
        f"start = {weights.start:.2f}",
        "",
        "# A mark: what it adds, and how many statements with it were right and wrong in the texts counted.",
        "[weights]",
        *(f'"{m}" = [{w:.2f}, {right[m]}, {wrong[m]}]' for m, w in sorted(weights.of.items()) if abs(w) >= 0.005),
    ]
    return "\n".join(lines) + "\n"


def main(places: Sequence[Path], target: Path) -> None:
    """Weigh, print how right what is sure would be, and write the data file."""
    files = sorted(f for place in places for f in (place.glob("*.json") if place.is_dir() else [place]))
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    known: list[Case] = []
    for number, (path, gold) in enumerate(zip(files, golds, strict=True)):
        document = read_document(_text_of(path))
        known += cases(number, document, find_nodes(document, persons=True), gold)
    true = [len(gold["relations"]) for gold in golds]
    scales = Scales(known)
    likely = scales.judged()
    bar = highest_bar(known, likely, sum(true), _RECALL)
    for tried, precision, recall in bars(known, likely, sum(true)):
        print(f"bar {tried:.2f}{'*' if tried == bar else ' '} precision {precision:.3f} recall {recall:.3f}")
    for line in report(files, true, partial(figures, known, likely, bar)):
        print(line)
    target.write_text(written(bar, scales.weights(), known), encoding="utf-8")


def report(files: Sequence[Path], true: Sequence[int], sure: Callable[[Set[int]], tuple[int, int]]) -> Iterator[str]:
    """Yield for each folder how right what is sure is, and how much of what is true it finds."""
    for folder in (*dict.fromkeys(path.parent for path in files), None):
        texts = {number for number, path in enumerate(files) if folder in (path.parent, None)}
        found, right = sure(texts)
        share, recall = right / max(1, found), right / max(1, sum(true[number] for number in texts))
        name = folder.name if folder else "all"
        yield f"{name}: {right} of {found} sure statements right ({share:.3f}), recall {recall:.3f}"


def _text_of(gold: Path) -> Path:
    beside = gold.with_suffix(".txt")
    return beside if beside.exists() else Path(os.environ.get("GOLD_TEXT_DIR", ".")) / beside.name


if __name__ == "__main__":
    asked = [Path(argument) for argument in sys.argv[1:]]
    main(asked or [FIXTURES / name for name in OPENED], WEIGHTS)
