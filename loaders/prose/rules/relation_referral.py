"""What a sentence says about a referral besides who refers to whom: for whom, on what, how, and who stays responsible."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.matrix.restrictions import handover, responsibility
from loaders.prose.rules.relation_context import Standing
from loaders.prose.rules.relation_passages import Sentence
from loaders.prose.rules.relation_slots import Scene

_RESPONSIBLE = re.compile(r"(?i)verantwort|zuständig|fallführ|federführ|rückmeld")
"""What a cell of its own column says in a word, a sentence must say with one of these."""
Pairs = tuple[tuple[str, str], ...]

_CONDITIONAL = ("wer", "wenn", "sofern", "falls")
_LONGEST = 2000  # no sentence of a person is longer
_CONDITION = {"TargetGroup": "audience", "Theme": "theme", "Offer": "offer"}


def about_referral(sentence: Sentence, scene: Scene, subject: Standing, target: Standing) -> tuple[Pairs, Pairs]:
    """Return the conditions and the details of a referral said in a sentence."""
    reading = scene.context.reading
    named = [n for group in scene.clause.groups if not group.is_attribute for n in group.members]
    for opened in sentence.clauses:  # "Wer Grundbildung braucht, wird an … weitergegeben"
        if opened.subordinating in _CONDITIONAL:
            named += [naming for group in opened.groups for naming in group.members]
    found = {
        (_CONDITION[reading.kind(naming)], reading.nodes[naming.node].label)
        for naming in named
        if reading.kind(naming) in _CONDITION and naming.node not in (subject.node, target.node)
    }
    return tuple(sorted(found)), _manner(reading.document.text[sentence.start : sentence.end][:_LONGEST])


@lru_cache(maxsize=256)
def _manner(text: str) -> Pairs:
    """Return how somebody is handed over and who stays responsible, as far as a sentence says it."""
    details = {("handover", handover(text))}
    if _RESPONSIBLE.search(text):
        details.add(("responsibility", responsibility(text)))
    return tuple(sorted(pair for pair in details if pair[1]))
