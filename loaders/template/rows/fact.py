"""A row of the sheet of further facts: any one thing that may be said."""

from __future__ import annotations

from graph.statement import Literal, Mention
from loaders.template.line import MISSING, Line
from loaders.template.names import Names
from loaders.template.rows.offer import ORDER
from ontology.vocabulary import load


def fact(line: Line, names: Names) -> None:
    """Say what a row says."""
    said = {role: line.text(role) for role in ("subject", "fact", "value")}
    missing = [role for role, text in said.items() if not text]
    predicate = line.word("fact", "facts")
    if missing:
        line.refuse(MISSING, *missing)
    if missing or not predicate or not line.answers():
        return
    about = [(role, label) for role in ORDER for label in line.several(role)]
    conditions = (*about, *line.days(valid_from="valid_from", valid_until="valid_until"), *line.conditions())
    note = line.text("note")
    known = load().predicates[predicate]
    who = _mention(line, names, "subject", known.domain)
    what = _mention(line, names, "value", known.range)
    line.say(
        who, predicate, Literal(what.label) if what.kind == "Literal" else what, "value",
        verified=line.verified(line.day("checked")), conditions=conditions,
        details=(*((("note", note),) if note else ()), *line.pairs("details")),
    )  # fmt: skip


def _mention(line: Line, names: Names, role: str, allowed: frozenset[str]) -> Mention:
    kind, scope = line.word(f"{role}_kind", "kinds"), line.text(f"{role}_scope")
    return names.meant(line.text(role), kind, scope, allowed)
