"""Rows of the sheet of offers: one per statement of what somebody offers, for whom, on what, where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.statement import Literal, Mention, Statement
from loaders.template.cells import join
from loaders.template.narrowing import aged
from loaders.template.rows.offer import KINDS, ORDER, TERMS
from loaders.template.ways import access
from loaders.template.words import any_provider, word
from ontology.vocabulary import load
from verweisnetz.workbook.drafts.draft import Draft, answer, filled, left
from verweisnetz.workbook.drafts.shown import Shown

_ABOUT = {"offers": "offer", "forAudience": "audience", "onTheme": "theme", "inRegion": "region"}
_AGES = frozenset({"age_min", "age_above", "age_max", "age_below"})
_TERMS = {**{predicate: role for role, predicate in TERMS.items()}, "access": "access", "lastChecked": "checked"}


def offers(statements: Sequence[Statement], shown: Shown) -> list[Draft]:
    """Return the rows of all statements that have one, and the terms written into them."""
    drafts: list[Draft] = []
    of_offer: dict[tuple[Mention, str, str], list[Draft]] = {}
    for said in statements:
        draft = _draft(said, shown)
        if draft is not None:
            drafts.append(draft)
            if said.polarity != "no":
                of_offer.setdefault((said.subject, _offer(said), said.last_verified), []).append(draft)
    for said in statements:
        if said.predicate in _TERMS and (said.polarity, said.modality) == ("yes", "asserted"):
            _put(said, of_offer.get((said.subject, _offer(said), said.last_verified), ()), shown.language)
    for draft in drafts:
        if draft.row.get("checked") == draft.row.get("since"):
            draft.row.pop("since", None)
    return drafts


def _offer(said: Statement) -> str:
    """Return the one offer a statement is about, as the key under which its terms look for a row."""
    if said.subject.kind == "OfferType":
        return said.subject.label
    named = [said.object.label] if said.predicate == "offers" and isinstance(said.object, Mention) else []
    labels = {*named, *said.condition("offer")}
    return labels.pop() if len(labels) == 1 else ""


def _draft(said: Statement, shown: Shown) -> Draft | None:
    first = _ABOUT.get(said.predicate, "")
    instrument = said.subject.kind == "OfferType"
    if instrument and said.predicate == "label" and isinstance(said.object, Literal) and not said.conditions:
        return Draft("offers", _row(said, "", {"offer": join([said.object.value])}, shown), [said])
    if not first or not isinstance(said.object, Mention) or said.object.kind != KINDS[first]:
        return None
    named = {first: join([said.object.label])}
    if instrument:
        named["offer"] = join([said.subject.label])
    elif not shown.name(said.subject):
        return None
    return Draft("offers", _row(said, first, named, shown), [said])


def _row(said: Statement, first: str, named: dict[str, str], shown: Shown) -> dict[str, str]:
    language, conditions, details = shown.language, left(said.conditions), left(said.details)
    instrument = said.subject.kind == "OfferType"
    for role in ORDER:
        if role not in named:
            named[role] = conditions.all(role)
    ages = aged(tuple(pair for pair in said.conditions if pair[0] in _AGES), language)
    conditions.pairs = [pair for pair in conditions.pairs if pair[0] not in _AGES]
    usual = next((role for role in (ORDER[1:] if instrument else ORDER) if named[role]), "")
    row = {
        "actor": any_provider(language) if instrument else join([shown.name(said.subject)]),
        **named,
        **ages,
        "kind": conditions.all("kind") if named["offer"] else "",
        "legal": conditions.all("legal_basis"),
        "restriction": conditions.one("restriction"),
        "valid_from": conditions.day("valid_from"),
        "valid_until": conditions.day("valid_until"),
        "answer": answer(said, language),
        "note": details.one("note"),
        "says": word("says", first, language) if first != usual else "",
        "conditions": conditions.rest(language),
        "details": details.rest(language),
        "since": said.last_verified,
    }
    return filled(row)


def _put(said: Statement, drafts: Sequence[Draft], language: str) -> None:
    """Write a statement on the terms of an offer into the first of its rows that has room."""
    role, value = _TERMS[said.predicate], said.object.value if isinstance(said.object, Literal) else ""
    text = _way(said, value, language) if role == "access" else value if not said.details else ""
    told = said.subject.kind == "OfferType" or bool(said.conditions)
    if not text or not told or any(name != "offer" for name, _ in said.conditions):
        return
    if role == "checked":
        free = drafts
    elif role == "format":
        free = drafts[:1]
        text = "; ".join(filter(None, (drafts[0].row.get(role, ""), join([text])))) if drafts else ""
    else:
        free = [draft for draft in drafts if role not in draft.row][:1]
    for draft in free:
        draft.row[role] = text
        draft.says.append(said)


def _way(said: Statement, value: str, language: str) -> str:
    """Return the text from which a reader takes just this way of access, or nothing."""
    concept = load().scheme("access").get(f"access/{value}")
    texts: Iterator[str] = iter((*((concept.label(language),) if concept else ()), *said.detail("note"), value))
    return next((text for text in texts if access(text) == (value, said.details)), "")
