"""Count how often each way of reading is right where both ends are surely named: the table of ``relation_trust.toml``.

::

    python -m tests.yardsticks.text.trust GOLD_DIR …

Texts that measure how well unseen texts are read must not be counted.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loaders.prose.document import Document
from loaders.prose.extract import Extract, Node
from loaders.prose.read import read_document
from loaders.prose.rules.extractor import RulesExtractor
from loaders.prose.rules.relation_passages import read
from loaders.prose.rules.relation_trust import are_sure
from tests.yardsticks.text.crosswalk import entity, relation

Triple = tuple[str, str, str]


def cases(document: Document, extract: Extract, gold: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield for each asserted relation between things surely named its rule with its predicate, and whether it is true."""
    reading = read(document, extract.nodes, extract.topic)
    meant = {node.id: _meant(node, gold) for node in extract.nodes}
    true = set(_true(gold))
    for said in extract.relations:
        row = relation(0, said)
        if row is None or said.tier == "low" or (said.modality, said.polarity) != ("asserted", "yes"):
            continue
        if are_sure(reading, said):
            told = _turned(meant[said.subject], str(row["predicate"]), meant[said.object])
            yield f"{said.rule} {said.predicate}", told in true


def _meant(node: Node, gold: dict[str, Any]) -> str:
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


def _true(gold: dict[str, Any]) -> Iterator[Triple]:
    for row in gold["relations"]:
        yield _turned(row["subject"], row["predicate"], row["object"])
        yield from (_turned(*other) for other in row.get("alt", ()))


def _turned(subject: str, predicate: str, target: str) -> Triple:
    first, second = sorted((subject, target)) if predicate == "cooperatesWith" else (subject, target)
    return first, predicate, second


def main(folders: list[Path]) -> None:
    """Print the table."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for path in sorted(path for folder in folders for path in folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = read_document(path.with_suffix(".txt"))
        for name, ok in cases(document, RulesExtractor(persons=True).extract(document), gold):
            (right if ok else wrong)[name] += 1
    for name in sorted(right | wrong):
        print(f'"{name}" = [{right[name]}, {wrong[name]}]')


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python -m tests.yardsticks.text.trust GOLD_DIR …")
    main([Path(argument) for argument in sys.argv[1:]])
