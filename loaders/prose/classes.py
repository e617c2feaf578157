"""Classes of institutions in a text ("Kammern", "Bildungsträger"): what is said of them is kept, and makes no actor.

Nobody knows which chambers sit on the board. The statement is about the board, or whatever single thing the class is
connected with: ``other`` with the class as its value and the predicate as its column, as for a column no property fits.
It is found wherever statements are searched, and engines make neither node nor route of it.
"""

from __future__ import annotations

from graph.statement import Literal, Statement
from loaders.prose.extract import Node, Relation
from loaders.prose.naming import Naming
from loaders.prose.voice import Voice

FROM, TO = "from", "to"
"""Whether the class is the subject or the object of what is said."""


def of_a_class(relation: Relation, subject: Node, target: Node, naming: Naming, voice: Voice) -> Statement:
    """Return what a relation with a class of institutions at one end, or at both, says."""
    about, other, direction = (
        (target, subject, FROM) if subject.generic and not target.generic else (subject, target, TO)
    )
    details = (("column", relation.predicate), ("direction", direction), ("rule", relation.rule), *relation.details)
    return voice.say(
        naming.mention(about), "other", Literal(other.label), relation.evidence,
        conditions=relation.conditions, details=details,
        modality=relation.modality, polarity=relation.polarity, tier=relation.tier,
    )  # fmt: skip
