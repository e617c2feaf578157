"""What texts may say and nobody has confirmed: edges a map shows dashed, and no route ever takes."""

from __future__ import annotations

from collections.abc import Iterator

from graph.accepted import is_accepted
from graph.facts.actors import ROLES
from graph.statement import Mention, Statement
from ontology.vocabulary import load
from verweisnetz.maps.picture import Edge
from verweisnetz.region import Region

KIND = "unreviewed"


def unreviewed(region: Region, language: str = "de") -> tuple[Edge, ...]:
    """Return one edge per doubtful statement between two known actors that nobody has accepted or rejected."""
    decisions = region.generation.decisions()
    accepted, rejected = decisions.accepted, decisions.rejected
    known = set(region.view.table("actor").text("id"))
    entities = {
        (link.source, link.mention.scope, link.mention.label): link.entity
        for link in region.generation.links()
        if link.entity in known
    }

    def edges() -> Iterator[Edge]:
        for statement in region.statements():
            if statement.tier != "low" or statement.modality != "asserted" or statement.polarity == "no":
                continue
            if statement.predicate not in ("refersTo", *ROLES) or is_accepted(
                statement, key := statement.key, accepted
            ):
                continue
            ends = [_entity(entities, statement, end) for end in (statement.subject, statement.object)]
            if key not in rejected and all(ends) and ends[0] != ends[1]:
                yield Edge(ends[0], ends[1], KIND, _said(statement.predicate, language), 0, _place(statement))

    return tuple(sorted(set(edges()), key=lambda edge: (edge.source, edge.target, edge.note, edge.place)))


def _entity(entities: dict[tuple[str, str, str], str], statement: Statement, end: object) -> str:
    return entities.get((statement.source, end.scope, end.label), "") if isinstance(end, Mention) else ""


def _said(predicate: str, language: str) -> str:
    return load().predicates[predicate].labels[language]


def _place(statement: Statement) -> str:
    return f"{statement.source}!{statement.evidence[0]}" if statement.evidence else statement.source
