"""Which entity the header of a column names, and what kind of thing its cells list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.matrix import headers, kinds, lists, marks, restrictions
from loaders.matrix.captions import about, entity_in
from loaders.matrix.columns import Look, is_actor, role_said
from loaders.matrix.hints import hint, is_word
from loaders.matrix.names import bare_label
from loaders.matrix.plan import Column
from loaders.matrix.surface import Surface
from loaders.matrix.words import texts
from ontology.text import fold

_PREPOSITION = re.compile(
    r"^(?:zu[rm]?|für|bei[m]?|im|in|nach|mit|von|vom|über|während|vor|ohne|am|an)\s", re.IGNORECASE
)


_UNFINISHED = re.compile(r"\s(?:zu[rm]?|für|bei[m]?|im|in|nach|mit|von|über|ohne|am|an|der|des|die|den)\s*[:…]*$")
"""A group header that is the beginning of what stands below it."""
_TO = re.compile(r"^zu[rm]?\s")
_LEVEL = re.compile(r"^[ABC][12](?:[.+-]\w*)?(?:\s*(?:-|–|/|bis)\s*[ABC][12])?$")
_NESTED = frozenset({"offer", "region"})
"""Kinds of which the inner of two group headers says it all: "Praktika" below "Qualifizierung"."""
_ALSO_THEMES = frozenset({"language", "mode", "occasion", "format", "fundedBy", "legalBasis"})
"""Words that ask for a value, and where signs stand below name a theme or an offer: ``Sprache``, ``Form``."""


def entity(surface: Surface, one: Look, said: str, group: str, fallback: str) -> tuple[str, str]:
    """Return kind and label of a column whose header names one entity, an empty kind if it does not."""
    role, rest = headers.prefixed(one.label)
    label = rest or bare_label(one.label)
    if not label:
        return "", ""
    label = _completed(one, label)
    if role:
        return role, label
    long = surface.legend.name(surface.sheet.name, label)
    if (
        said
        and said not in {*headers.ENTITIES, "actor", "receiver", "type"}
        and not (said in _ALSO_THEMES and one.signs >= 0.8 * one.filled)
        and not (group in headers.ENTITIES and one.marky)
    ):
        return "", ""
    if group and group not in {"contact", "running"} and group not in headers.PEOPLE:
        return group, label
    if fallback == "actor" and (is_actor(surface, label) or not kinds.weights(long)):
        return "actor", label
    if said and not one.marky:
        return "", ""
    explained = surface.legend.kind(label)
    if explained in {*headers.ENTITIES, "actor"}:
        return explained, label
    own = {kind: weight for kind, weight in kinds.weights(long).items() if kind != "type"}
    way = dict(restrictions.parse(label.rstrip("?! ")).details) if not own else {}
    practical = next((key for key in ("cost", "format", "access") if key in way), "")
    if practical:
        return practical, label.rstrip("?! ") if practical == "access" else way[practical]
    if not own or own.get(fallback) == max(own.values()):
        return fallback, label
    return max(own, key=lambda kind: (own[kind], kind in headers.ENTITIES, -kinds.KINDS.index(kind))), label


def _completed(one: Look, label: str) -> str:
    """Return a partial label with the group's word: "Beratung" above "zu Fördermitteln", "Beratung zu" above "Recht"."""
    if one.groups and _UNFINISHED.search(bare_label(one.groups[-1][1])):
        return f"{bare_label(one.groups[-1][1])} {label}"
    group = bare_label(one.groups[-1][1]) if one.groups else ""
    if not group or is_word(group):
        return label
    if _PREPOSITION.match(label) and headers.loose(group) not in {"audience", "theme", "region", "actor"}:
        return f"{group} {label}"
    return f"{group} {label}" if _is_part(label, group) else label


def _is_part(label: str, group: str) -> bool:
    """Return whether a label says nothing without its group: "einzeln", "B1" below a course, "u25" below a group of people."""
    narrowed = restrictions.parse(label)
    limit = any(name.startswith("age_") for name, _ in narrowed.conditions) and not narrowed.left
    if limit and kinds.known("audience", group):
        return True
    small = label[:1].islower() and not kinds.weights(label) and bool({"offer", "theme"} & kinds.weights(group).keys())
    return small or (bool(_LEVEL.match(label)) and "offer" in kinds.weights(group))


def told_apart(columns: Sequence[Column]) -> list[Column]:
    """Complete labels that stand below several groups of their own kind: "Frauen" below "Arbeitslose" and "Beschäftigte"."""
    counts = Counter((c.role, c.within, fold(c.label)) for c in columns if c.form in {"mark", "names"})
    return [
        replace(column, label=f"{bare_label(column.groups[-1][1])} {column.label}")
        if counts[column.role, column.within, fold(column.label)] > 1 and _of_own_kind(column)
        else column
        for column in columns
    ]


def _of_own_kind(column: Column) -> bool:
    group = bare_label(column.groups[-1][1]) if column.groups else ""
    return bool(group) and column.role in kinds.weights(group) and not is_word(group)


def kind_held(surface: Surface, one: Look) -> str:
    """Return the kind of thing that most cells list, such as offers or their abbreviations."""
    known = [entry for text in one.texts for entry in lists.split(text, lambda part: _known_thing(surface, part) != "")]
    found = [_known_thing(surface, entry) for entry in known if marks.sign(entry) not in {"open", "silent", "refused"}]
    best = max(set(found), key=lambda kind: (found.count(kind), kind), default="")
    return best if best and len(found) > 1 and found.count(best) >= 0.6 * len(found) else ""


def _known_thing(surface: Surface, text: str) -> str:
    label = bare_label(text)
    long = surface.legend.name(surface.sheet.name, label)
    return (
        next((kind for kind in ("offer", "audience", "theme") if kinds.known(kind, long)), "")
        if not marks.sign(label)
        else ""
    )


def names_actors(surface: Surface, rest: Sequence[Look]) -> bool:
    """Return whether the cells of a table without actors at its side name actors, rather than answering yes or no."""
    free = [
        one for one in rest if one.filled and role_said(one) in {"", "actor", "sender", "receiver", *headers.ENTITIES}
    ]
    texts = [text for one in free for text in one.texts if marks.sign(text) not in {"open", "silent", "refused"}]
    signs = sum(marks.sign(text) != "" for text in texts)
    pooled = Look(0, texts=texts)
    return bool(texts) and signs <= 0.2 * len(texts) and pooled.names(surface) >= 0.4


def with_groups(column: Column, columns: Sequence[Column]) -> Column:
    """Add what group headers say that name an entity: a target group above offers."""
    said: list[tuple[str, str]] = []
    for label in _groups(column):
        kind, rest = headers.prefixed(label)
        if not kind and about(label):
            rest, kind = entity_in(label)  # "Angebote für Frauen"; "Beratung zu Schulden" is one thing
            kind = "" if kind == "theme" else kind
        found = (kind, rest) if kind else (_entity_of_group(column, label), label)
        if found[0] and found[0] != column.role:
            outer = found[0] in _NESTED and any(other == found[0] for other, _ in said)
            said = [pair for pair in said if not (outer and pair[0] == found[0])] + [found]
    return replace(column, within=tuple(said))


def _groups(column: Column) -> Sequence[str]:
    """Return the group headers of a column, outermost first; "zu Förderung" below "Beratung" is one with it."""
    found: list[str] = []
    for _, text in column.groups:
        bare = bare_label(text)
        label = _without_preposition(bare)
        if found and _TO.match(bare) and not is_word(found[-1]):
            found[-1] = f"{found[-1]} {bare}"
        elif not _UNFINISHED.search(label):  # else part of the column's own label
            found.append(label)
    return found


def _without_preposition(label: str) -> str:
    """Return what a group header such as ``Für Betriebe`` names."""
    rest = _PREPOSITION.sub("", label, count=1)
    known = rest != label and any(kinds.known(kind, rest) for kind in ("audience", "region", "theme"))
    return rest if known else label


def _entity_of_group(column: Column, label: str) -> str:
    if column.form not in {"mark", "names"}:
        return ""
    if column.role == "actor" and fold(label) not in texts("axes", "titles", "anybody"):
        return "region" if kinds.known("region", label) else "type"
    if hint(label) and (hint(label) not in headers.ENTITIES or is_word(label)):
        return ""
    sure = {kind: weight for kind, weight in kinds.weights(label).items() if kind != column.role}
    if column.role in kinds.weights(label):
        return ""
    sure.pop("type", None)
    return max(sure, key=lambda kind: sure[kind]) if sure else ""
