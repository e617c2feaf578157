"""Rows of the sheet of referrals: one per statement that somebody refers to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.statement import Mention, Statement
from loaders.template.cells import join
from loaders.template.rows.offer import ORDER
from ontology.vocabulary import load
from verweisnetz.workbook.drafts.draft import Draft, Left, answer, filled, left
from verweisnetz.workbook.drafts.shown import Shown


def referrals(statements: Sequence[Statement], shown: Shown) -> Iterator[Draft]:
    """Yield one row per referral."""
    for said in statements:
        if said.predicate == "refersTo" and isinstance(said.object, Mention):
            sender, receiver = shown.name(said.subject), shown.name(said.object)
            if sender and receiver and sender != receiver:
                yield Draft("referrals", _row(said, sender, receiver, shown.language), [said])


def _row(said: Statement, sender: str, receiver: str, language: str) -> dict[str, str]:
    conditions, details = left(said.conditions), left(said.details)
    checked = details.day("checked")
    row = {
        "from": join([sender]),
        "to": join([receiver]),
        **{role: conditions.all(role) for role in (*ORDER, "occasion")},
        **{role: _worded(details, role, language) for role in ("handover", "responsibility")},
        "feedback": details.one("feedback"),
        "agreed_on": details.day("agreed_on"),
        "contact": details.all("contact"),
        "valid_from": conditions.day("valid_from"),
        "valid_until": conditions.day("valid_until"),
        "answer": answer(said, language),
        "note": details.one("note"),
        "checked": checked,
        "since": said.last_verified if said.last_verified != checked else "",
        "conditions": conditions.rest(language),
        "details": details.rest(language),
    }
    return filled(row)


def _worded(details: Left, name: str, language: str) -> str:
    """Take a detail that is a concept of a vocabulary as its label; a text of the source stays one."""
    value = next((value for one, value in details.pairs if one == name), "")
    concept = load().scheme(name).get(value)
    if concept:
        details.one(name)
        return concept.label(language)
    return details.one(name) if name == "responsibility" else ""
