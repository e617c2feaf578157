"""What a sentence says about a referral besides who refers to whom: for whom, on what, how, and who stays responsible."""

from __future__ import annotations

import re

from loaders.matrix.restrictions import handover, responsibility
from loaders.prose.rules.relation_context import Standing
from loaders.prose.rules.relation_passages import Sentence
from loaders.prose.rules.relation_slots import Scene

_RESPONSIBLE = re.compile(r"(?i)verantwort|zuständig|fallführ|federführ|rückmeld")
"""What a cell of its own column says in a word, a sentence must say with one of these."""
Pairs = tuple[tuple[str, str], ...]

_CONDITION = {"TargetGroup": "audience", "Theme": "theme", "Offer": "offer"}


def about_referral(sentence: Sentence, scene: Scene, subject: Standing, target: Standing) -> tuple[Pairs, Pairs]:
    """Return the conditions and the details of a referral said in a sentence."""
    reading = scene.context.reading
    text = reading.document.text[sentence.start : sentence.end]
    found = set()
    for group in scene.clause.groups:
        for naming in group.members:
            name = _CONDITION.get(reading.kind(naming))
            if name and naming.node not in (subject.node, target.node) and not group.is_attribute:
                found.add((name, reading.nodes[naming.node].label))
    for opened in sentence.clauses:  # "Wer Grundbildung braucht, wird an … weitergegeben"
        if opened.subordinating in ("wer", "wenn", "sofern", "falls"):
            for naming in (naming for group in opened.groups for naming in group.members):
                name = _CONDITION.get(reading.kind(naming))
                if name and naming.node not in (subject.node, target.node):
                    found.add((name, reading.nodes[naming.node].label))
    details = {("handover", handover(text))}
    if _RESPONSIBLE.search(text):
        details.add(("responsibility", responsibility(text)))
    return tuple(sorted(found)), tuple(sorted(pair for pair in details if pair[1]))
