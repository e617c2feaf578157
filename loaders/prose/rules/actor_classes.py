"""Institutions without a name: classes ("die Kammern") and short forms ("die Kammer")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.prose.extract import NodeKind
from loaders.prose.rules.actor_openings import hangs
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.determiners import determiner
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.heads import Head
from loaders.prose.rules.reading import Reading
from loaders.prose.rules.resolve import class_key
from ontology.text import fold

_VAGUE, _SPECIAL = 8, 13
"""Letters of a compound that names one office of a region even alone: "Grundbildungszentrum"."""


def unnamed(reading: Reading, head: Head, kind: NodeKind) -> Iterator[Claim]:
    """Yield a head without a name as a class of institutions or as a short form."""
    first = head.first - 2 if hangs(reading, head.first) else head.first
    base, type = _class_of(head)
    label = reading.text(first, head.end)
    text = reading.words[head.end - 1].text
    abbreviation = head.end - head.first == 1 and text.isupper()
    said = determiner(reading, first)
    if kind != "Actor":
        if not head.plural:
            yield Claim(
                first, head.end, kind, "short form", head=head.noun, short=True, label=label, type=head.type, sure=False
            )
        return
    definite = said in grammar().definite
    if not said and not head.plural and type == "actor-type/schule":
        return  # "Übergang Schule – Beruf"
    if said.startswith("ein") and not head.plural:
        return
    if head.base in words_of("actors", "never_alone"):
        if definite and not head.plural:  # only for one that the text names: "die Kontaktstelle"
            yield Claim(
                first, head.end, kind, "short form", head=head.noun, short=True, label=label, type=head.type, sure=False
            )
        return
    if head.plural or said in grammar().indefinite:
        if type or (head.form is not None and (head.form.alone or len(head.base) > _VAGUE)):
            yield Claim(
                first,
                head.end,
                kind,
                "class",
                class_key(base, type or head.type),
                head=head.noun,
                label=label,
                type=type or head.type,
                generic=True,
            )
    elif type or head.form is not None or abbreviation or definite:
        special = (len(head.base) >= _SPECIAL or " " in head.base) and (definite or head.form is not None)
        sure = (bool(type) and len(head.base) > _VAGUE) or (head.form is not None and head.form.alone) or special
        generic = not definite
        yield Claim(
            first,
            head.end,
            kind,
            "short form",
            head=head.noun,
            short=True,
            label=label,
            type=type or head.type,
            generic=generic,
            sure=sure,
        )


def _class_of(head: Head) -> tuple[str, str]:
    """Return the class of institutions a head names alone, and its type."""
    classes: dict[str, str] = {fold(name): kind for name, kind in load("actors")["classes"].items()}
    if head.base in classes:
        return head.base, classes[head.base]
    if head.form and head.form.alone:
        return head.form.type, head.form.type
    ends = [name for name in classes if head.base.endswith(name)]
    longest = max(ends, key=len, default="")
    return (head.base, classes[longest]) if longest else (head.base, "")


def classes_in_rows(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """Return the claims, words of one form for one and several as a class beside other classes: "Jobcenter, Kammern"."""
    found = list(claims)
    for number, claim in enumerate(found):
        if not claim.short or claim.rule != "short form" or claim.kind != "Actor" or determiner(reading, claim.first):
            continue
        beside = [found[other] for other in (number - 1, number + 1) if 0 <= other < len(found)]
        if any(
            one.rule == "class" and _in_row(reading, *sorted((claim, one), key=lambda each: each.first))
            for one in beside
        ):
            found[number] = replace(
                claim, short=False, rule="class", generic=True, key=class_key(claim.head, claim.type)
            )
    return found


def _in_row(reading: Reading, one: Claim, two: Claim) -> bool:
    between = reading.document.text[reading.words[one.end - 1].end : reading.words[two.first].start].strip(" \n")
    return between in (",", "und", "sowie", "oder", "/", "und/oder")
