"""Rows of the sheet of further facts: any statement at all, word for word."""

from __future__ import annotations

from graph.statement import Literal, Mention, Statement
from loaders.template.names import Names
from loaders.template.rows.offer import ORDER
from loaders.template.words import YES, word
from ontology.vocabulary import load
from verweisnetz.workbook.drafts.draft import Draft, answer, filled, left
from verweisnetz.workbook.drafts.shown import Shown


def facts(said: Statement, shown: Shown) -> Draft:
    """Return the row that says just this."""
    language, conditions, details = shown.language, left(said.conditions), left(said.details)
    predicate, names = load().predicates[said.predicate], shown.names
    row = {
        **_named("subject", said.subject, predicate.domain, shown, names),
        "fact": word("facts", said.predicate, language),
        **_value(said, predicate.range, shown, names),
        **{role: conditions.all(role) for role in ORDER},
        "valid_from": conditions.day("valid_from"),
        "valid_until": conditions.day("valid_until"),
        "answer": "" if (said.polarity, said.modality) == YES else answer(said, language),
        "note": details.one("note"),
        "checked": said.last_verified,
        "conditions": conditions.rest(language),
        "details": details.rest(language),
    }
    return Draft("facts", filled(row), [said])


def _value(said: Statement, allowed: frozenset[str], shown: Shown, names: Names) -> dict[str, str]:
    if isinstance(said.object, Literal):
        kind = "" if names.meant(said.object.value, "", "", allowed).kind == "Literal" else "Literal"
        return {"value": said.object.value, "value_kind": word("kinds", kind, shown.language) if kind else ""}
    return _named("value", said.object, allowed, shown, names)


def _named(role: str, mention: Mention, allowed: frozenset[str], shown: Shown, names: Names) -> dict[str, str]:
    """Return the cells from which a reader takes just this mention, kind and scope only where they are needed."""
    name = shown.listed.get(mention, mention.label)
    ways = ((name, "", ""), (name, mention.kind, ""), (mention.label, mention.kind, mention.scope))
    label, kind, scope = next((way for way in ways if names.meant(*way, allowed) == mention), ways[-1])
    kind = word("kinds", kind, shown.language) if kind else ""
    return {role: label, f"{role}_kind": kind, f"{role}_scope": scope}
