"""A row of the sheet of referrals: who refers to whom, when, and how."""

from __future__ import annotations

from loaders.template.line import ITSELF, MISSING, Line
from loaders.template.names import Names
from loaders.template.rows.offer import ORDER
from loaders.template.ways import handover, responsibility

WORDED = ("feedback", "note")
"""Columns whose text is a detail of the same name."""


def referral(line: Line, names: Names) -> None:
    """Say what a row says."""
    senders, receivers = line.several("from"), line.several("to")
    if not senders or not receivers:
        line.refuse(MISSING, "to" if senders else "from")
        return
    if not line.answers():
        return
    about = [(role, label) for role in (*ORDER, "occasion") for label in line.several(role)]
    conditions = (*about, *line.days(valid_from="valid_from", valid_until="valid_until"), *line.conditions())
    day = line.day("checked")
    details = (
        *handover(line.text("handover")), *responsibility(line.text("responsibility")),
        *line.days(agreed_on="agreed_on"), *(("contact", text) for text in line.several("contact")),
        *((role, text) for role in WORDED if (text := line.text(role))),
        *((("checked", day),) if day else ()), *line.pairs("details"),
    )  # fmt: skip
    verified = line.verified(day)
    for sender in map(names.of, senders):
        for receiver in map(names.of, receivers):
            if sender == receiver:
                line.report(ITSELF, "to")
            else:
                line.say(sender, "refersTo", receiver, "to", verified=verified, conditions=conditions, details=details)
