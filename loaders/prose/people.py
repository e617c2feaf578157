"""What a document says of persons: their organisation and function stay, their names only where a region wants contacts.

Nobody becomes a node. "Erika Mustermann, Projektleitung, Regionalagentur" says that the agency can be reached at
"Projektleitung"; that she sits in the Beirat says, until a person confirms it, that her organisation does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.evidence import Span
from graph.statement import Literal, Statement
from loaders.prose.align import Quotable
from loaders.prose.dropped import Dropped
from loaders.prose.extract import Node, Relation
from loaders.prose.naming import Naming
from loaders.prose.voice import Voice

_FOR_AN_ORGANISATION = frozenset({"coordinates", "memberOf", "organises", "participatesIn"})
ROLE = "role"


@dataclass(frozen=True, slots=True)
class People:
    """The persons of one document and the organisations it says they belong to.

    Args:
        wanted: whether names may stand in contacts.
    """

    naming: Naming
    voice: Voice
    wanted: bool = False

    def said(self, relations: Sequence[Relation], nodes: Mapping[str, Node]) -> Iterator[Statement | Dropped]:
        """Yield what relations of persons say of their organisations, and what says nothing without the name."""
        belonging = {
            relation.subject: relation
            for relation in reversed(relations)
            if relation.predicate == "affiliatedWith" and nodes[relation.subject].kind == "Person"
        }
        for relation in relations:
            if nodes[relation.subject].kind != "Person":
                continue
            person, home = nodes[relation.subject], belonging.get(relation.subject)
            if relation.predicate == "affiliatedWith" and not nodes[relation.object].generic:
                found = self._contact(person, relation, nodes[relation.object])
                yield found or Dropped("VN8201", nodes[relation.object].label, None, (("predicate", "affiliatedWith"),))
            elif home is not None and relation.predicate in _FOR_AN_ORGANISATION:
                yield from self._seat(relation, home, nodes)
            else:
                params = (("predicate", relation.predicate),)
                yield Dropped("VN8201", nodes[relation.object].label, None, params)

    def _contact(self, person: Node, relation: Relation, home: Node) -> Statement | None:
        roles = tuple(value for name, value in relation.details if name == ROLE)
        if self.wanted:
            details = tuple(("contact", role) for role in roles)
            return self.voice.say(
                self.naming.mention(home), "contactName", Literal(person.label), relation.evidence,
                details=details, tier=relation.tier, modality=relation.modality, named=True,
            )  # fmt: skip
        evidence = list(self._words(roles, relation.evidence))
        if not evidence:
            return None
        return self.voice.say(
            self.naming.mention(home), "contactName", Literal(roles[0]), evidence,
            tier=relation.tier, modality=relation.modality,
        )  # fmt: skip

    def _words(self, roles: Sequence[str], evidence: Sequence[Span]) -> Iterator[Span]:
        for span in evidence:
            for role in roles[:1]:
                for start, end in Quotable(span.quote).all(role)[:1]:
                    yield self.voice.document.quote(span.start + start, span.start + end)

    def _seat(self, relation: Relation, home: Relation, nodes: Mapping[str, Node]) -> Iterator[Statement]:
        """Yield what a person does as the organisation's own; that is an inference, and a person has to confirm it."""
        organisation, body = nodes[home.object], nodes[relation.object]
        if organisation.generic or body.generic or organisation.kind != "Actor":
            return
        yield self.voice.say(
            self.naming.mention(organisation), relation.predicate, self.naming.mention(body),
            (*relation.evidence, *home.evidence),
            details=(*relation.details, ("rule", "person")),
            modality=relation.modality, polarity=relation.polarity, tier="low",
        )  # fmt: skip
