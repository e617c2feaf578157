"""Rows of the sheet of offers: one per statement of what somebody offers, for whom, on what, where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.statement import Literal, Mention, Statement
from loaders.template.cells import join
from loaders.template.narrowing import aged
from loaders.template.rows.offer import EACH, KINDS, ORDER, TERMS
from loaders.template.ways import access
from loaders.template.words import YES, any_provider, word
from ontology.vocabulary import load
from verweisnetz.workbook.drafts.draft import Draft, answer, filled, left
from verweisnetz.workbook.drafts.shown import Shown

_ABOUT = {"offers": "offer", "forAudience": "audience", "onTheme": "theme", "inRegion": "region"}
_AGES = frozenset({"age_min", "age_above", "age_max", "age_below"})
_TERMS = {**{predicate: role for role, predicate in TERMS.items()}, "access": "access", "lastChecked": "checked"}

MOST_IN_A_CELL = 12
"""More names in one cell nobody reads."""


def offers(statements: Sequence[Statement], shown: Shown) -> list[Draft]:
    """Return the rows of all statements that have one, and the terms written into them."""
    drafts: list[Draft] = []
    of_offer: dict[tuple[Mention, str, str], list[Draft]] = {}
    for alike in _alike(statements):
        draft = _draft(alike, shown)
        if draft is not None:
            drafts.append(draft)
            if alike[0].polarity != "no":
                of_offer.setdefault(_place(alike[0]), []).append(draft)
    drafts = _joined(drafts, of_offer, shown.language)
    for said in statements:
        if said.predicate in _TERMS and _is_plain(said):
            _put(said, of_offer.get(_place(said), ()), shown.language)
    for draft in drafts:
        if draft.row.get("checked") == draft.row.get("since"):
            draft.row.pop("since", None)
    return drafts


def _alike(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Yield what goes into one row: an offer by itself, a few groups, themes or regions that differ in nothing else."""
    found: dict[object, list[Statement]] = {}
    for number, said in enumerate(statements):
        same = (
            said.subject,
            said.predicate,
            said.conditions,
            said.details,
            said.polarity,
            said.modality,
            said.last_verified,
        )
        several = said.predicate in _ABOUT and said.predicate != "offers"
        found.setdefault(same if several else number, []).append(said)
    for alike in found.values():
        yield from (alike[at : at + MOST_IN_A_CELL] for at in range(0, len(alike), MOST_IN_A_CELL))


def _joined(
    drafts: Sequence[Draft], of_offer: dict[tuple[Mention, str, str], list[Draft]], language: str
) -> list[Draft]:
    """Return the rows with groups, themes and regions that belong to an offer as such in the row of that offer."""
    gone: set[int] = set()
    for rows in of_offer.values():
        base = next((row for row in rows if row.says[0].predicate == "offers" and _is_base(row.says[0])), None)
        for row in list(rows) if base else ():
            said, role = row.says[0], _ABOUT.get(row.says[0].predicate, "")
            if base and role != "offer" and _is_part(said) and role not in base.row:
                base.row |= {role: row.row[role], "says": word("says", EACH, language)}
                base.says.extend(row.says)
                gone.add(id(row))
                rows.remove(row)
    return [draft for draft in drafts if id(draft) not in gone]


def _is_plain(said: Statement) -> bool:
    return (said.polarity, said.modality) == YES


def _is_base(said: Statement) -> bool:
    """Return whether a statement says that somebody has an offer, whatever group, theme or region."""
    return (
        said.subject.kind != "OfferType" and _is_plain(said) and not any(name in ORDER for name, _ in said.conditions)
    )


def _is_part(said: Statement) -> bool:
    """Return whether a statement says nothing but a group, a theme or a region of an offer."""
    only = len(said.conditions) == 1 and said.conditions[0][0] == "offer"
    return said.subject.kind != "OfferType" and _is_plain(said) and only and not said.details


def _place(said: Statement) -> tuple[Mention, str, str]:
    return said.subject, _offer(said), said.last_verified


def _offer(said: Statement) -> str:
    """Return the one offer a statement is about, as the key under which its terms look for a row."""
    if said.subject.kind == "OfferType":
        return said.subject.label
    named = [said.object.label] if said.predicate == "offers" and isinstance(said.object, Mention) else []
    labels = {*named, *said.condition("offer")}
    return labels.pop() if len(labels) == 1 else ""


def _draft(alike: list[Statement], shown: Shown) -> Draft | None:
    said = alike[0]
    first = _ABOUT.get(said.predicate, "")
    instrument = said.subject.kind == "OfferType"
    if instrument and said.predicate == "label" and isinstance(said.object, Literal) and not said.conditions:
        return Draft("offers", _row(said, "", {"offer": join([said.object.value])}, shown), [said])
    if not first or not isinstance(said.object, Mention) or said.object.kind != KINDS[first]:
        return None
    named = {first: join(one.object.label for one in alike if isinstance(one.object, Mention))}
    if instrument:
        named["offer"] = join([said.subject.label])
    elif not shown.name(said.subject):
        return None
    return Draft("offers", _row(said, first, named, shown), alike)


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
