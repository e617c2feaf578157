"""Which columns say what a row is about: actors, offers, groups, themes, places, types."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.matrix import headers, kinds, lists
from loaders.matrix.columns import Look, answers, is_actor, majority, may_answer, role_said
from loaders.matrix.hints import hint
from loaders.matrix.names import bare_label
from loaders.matrix.surface import Surface
from ontology.text import fold

SUBJECTS = ("actor", "sender")
_NAMED = 0.6
"""So large a part of the listed texts must be institutions for a column to name who does something."""
_ABOUT = frozenset({"offer", "audience", "theme"})
_DIMENSIONS = ("actor", "offer", "audience", "theme", "region", "type")


def row_stubs(surface: Surface, looks: Sequence[Look], title: str) -> list[tuple[Look, str]]:
    """Return the columns that say what a row is about, with their kinds."""
    told = [one for one in looks if one.counts["quiet"] < one.filled]  # what is open everywhere names no row
    texts = [one for one in told if not answers(surface, one) and not _is_values(one)]
    marky = [one for one in looks if (answers(surface, one) or (one.empty and one.label)) and may_answer(one)]
    found: dict[str, Look] = {}
    named = _naming(surface, texts)
    marks_end = max((one.index for one in marky if one.signs), default=0)
    for one in texts:
        role = "" if one in named or _is_office(one, texts, marks_end) else role_said(one)
        if role in SUBJECTS and role not in found:
            found[role] = one
    if "sender" in found and "actor" in found:
        found = {"sender": found["sender"]}
    if surface.sheet.turned and not found and texts:
        found["actor"] = _heads(surface, texts)
    if "actor" not in found and "sender" not in found and texts:
        partners = next((one for one in texts if role_said(one) == "cooperatesWith"), None)
        if partners is not None and partners.index <= min(one.index for one in texts) + 1:
            found["actor"] = partners  # "Kooperationspartner" are the network's own where nobody else is named
    if "actor" not in found and "sender" not in found:
        by_content = _actor_by_content(surface, texts)
        if (
            by_content is not None
            and by_content not in named
            and not (by_content.label and _is_office(by_content, texts, marks_end))
        ):
            found["actor"] = by_content
    names = not ("actor" in found or "sender" in found)
    if marky or names:
        for kind in ("offer", "audience", "theme", "region"):
            other = next(
                (o for o in texts if role_said(o) == kind and o not in found.values() and o.names(surface) < _NAMED),
                None,
            )  # what names institutions is answered by them, whatever the offer above it is called
            if other is not None and _lists(other, kind):
                continue
            if other is not None and (kind == "offer" or (names and not found)):
                found[kind] = other
    if "actor" in found and found["actor"].heads_blocks(surface):
        found = {_kind_below(one) if role == "actor" else role: one for role, one in found.items()}
    above = {fold(bare_label(text)) for one in looks for _, text in one.groups}
    bands = [one for one in texts if one not in found.values() and _is_band(one, found.get("actor"), above)]
    if bands and marky:
        found.setdefault("type", bands[0])
    if not ({"actor", "sender", "offer", "audience", "theme", "region"} & set(found)) and texts:
        first = next((one for one in texts if not headers.exact(one.label) or one.tag), texts[0])
        found[_kind_of_stub(surface, first, title)] = first
    if "actor" in found and "offer" not in found and marky:
        second = next(
            (o for o in texts if o not in found.values() and not hint(o.label) and majority(o) == "offer"),
            None,
        )
        if second is not None and second.index < min(o.index for o in marky):
            found["offer"] = second
    return [(one, role) for role, one in found.items()]


def _kind_below(one: Look) -> str:
    """Return what the lines below actors' own lines name: what the header says beside the actor, else by their words."""
    said = next((role for role in headers.sides(one.label) if role in headers.ENTITIES), "")
    return said or kinds.majority(map(bare_label, one.beside), headers.ENTITIES) or "offer"


def _is_office(one: Look, texts: Sequence[Look], marks_end: int = 0) -> bool:
    """Return whether a column says whom to ask about what the rows are, rather than who they are.

    It stands behind a column that says outright what they are, and only hints at institutions, or follows the answers.
    """
    behind = 0 < marks_end < one.index and headers.exact(one.label) == "actor"
    left = [o for o in texts if o.index < one.index]
    before = any(headers.exact(o.label) in _ABOUT for o in left) or (
        behind and any(majority(o) in _ABOUT for o in left)
    )
    return before and not one.tag and (behind or not headers.exact(one.label))


def _naming(surface: Surface, texts: Sequence[Look]) -> list[Look]:
    """Return the columns that name who does what the rows are about: several such beside a column of offers or groups."""
    first = next((one for one in texts if headers.exact(one.label) not in {"running", "total"}), None)
    if first is None or hint(first.label) not in headers.ENTITIES or first.names(surface) >= 0.5:
        return []
    sure = {"actor", "receiver", *(["sender"] if any(headers.exact(o.label) == "receiver" for o in texts) else [])}
    found = [o for o in texts if o is not first and headers.exact(o.label) not in sure and o.names(surface) >= 0.4]
    return found if len(found) > 1 else []


def _heads(surface: Surface, texts: Sequence[Look]) -> Look:
    """Return the line that names the actors of a turned table, whatever its corner says about the other axis."""
    corners = {"", "attribute", "actor", *headers.ENTITIES}
    heads = [one for one in texts if headers.exact(one.label) in corners] or list(texts)
    return max(heads, key=lambda one: (sum(_is_single(surface, text) for text in one.texts), -one.index))


def _lists(one: Look, kind: str) -> bool:
    """Return whether most cells of a column list several things: then it tells of the row, not which row it is."""
    several = [len(lists.split(text, lambda part: kinds.known(kind, bare_label(part)))) > 1 for text in one.texts]
    return sum(several) >= 0.5 * len(several)


def _is_values(one: Look) -> bool:
    contact = one.counts["contactMail"] + one.counts["contactPhone"] + one.counts["website"] + one.counts["date"]
    return contact >= 0.5 * one.filled or one.counts["number"] + one.counts["one"] >= 0.6 * one.filled


def _actor_by_content(surface: Surface, texts: Sequence[Look]) -> Look | None:
    """Return the column most of whose cells are single institutions: the one with most names, the leftmost of equals."""
    found: list[Look] = []
    for one in texts:
        role = hint(one.label)
        if role not in {"", "contact", "contactName", "type", "receiver"}:
            continue
        if any(kinds.known(kind, bare_label(one.label)) for kind in headers.ENTITIES):
            continue
        single = [text for text in one.texts if _is_single(surface, text)]
        if len(single) >= 0.5 * len(one.texts) and (not role or one is texts[0]):
            found.append(one)
    about = bool(texts) and hint(texts[0].label) in headers.ENTITIES and not texts[0].names(surface) >= 0.5
    if about and sum(not hint(o.label) and o.names(surface) >= 0.4 for o in texts[1:]) > 1:
        return None  # the rows are about something else, and several columns name who does it
    return max(found, key=lambda one: (len(set(one.texts)), -one.index), default=None)


def _is_single(surface: Surface, text: str) -> bool:
    label = text.replace("\n", " ")
    return (
        is_actor(surface, label)
        and len(lists.split(text, lambda part: is_actor(surface, part) and "," not in part)) == 1
    )


def _is_band(one: Look, actor: Look | None, above: set[str]) -> bool:
    """Return whether a column without a header groups the actors beside it: types, or few labels for many rows."""
    labels = set(map(bare_label, one.texts))
    if not labels or one.label:
        return False
    groups = actor is not None and one.index < actor.index and len(labels) <= 0.7 * len(set(actor.texts))
    if sum(fold(label) in above for label in labels) >= 0.5 * len(labels):
        return True  # the same words head the columns
    return groups or sum(kinds.known("type", label) for label in labels) >= 0.5 * len(labels)


def _kind_of_stub(surface: Surface, one: Look, title: str) -> str:
    beside, _ = headers.corner(one.label)
    if beside:
        return beside
    role = hint(one.label)
    if role in _DIMENSIONS:
        return role
    found = majority(one)
    if found:
        return found
    return "actor"
