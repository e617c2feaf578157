"""Institutions by the grammar of their names: the kind, then what belongs to the name before and behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.prose.extract import NodeKind
from loaders.prose.rules.actor_classes import classes_in_rows, unnamed
from loaders.prose.rules.actor_names import Name, reach
from loaders.prose.rules.actor_rows import further, may_be_plural
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.heads import Head, heads
from loaders.prose.rules.inflection import bases
from loaders.prose.rules.keys import key_of
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from ontology.text import fold

_OWNER = 3
"""Words behind "der" within which the kind of an owner stands."""


def actors(reading: Reading, places: Places) -> list[Claim]:
    """Return the institutions of a reading: named ones, short forms, classes, and further places of a plural."""
    found: list[Claim] = []
    for head in heads(reading):
        kind = _kind(head)
        if kind and not (found and found[-1].end > head.first):
            found += _of_head(reading, places, head, kind)
    found = classes_in_rows(reading, found)
    spoken_of = {claim.type for claim in found if not claim.short}
    return [claim for claim in found if claim.rule != "short name" or (claim.type in spoken_of)]


def _kind(head: Head) -> NodeKind | None:
    kind: NodeKind | None = load("kinds")["kind"].get(head.type, "Actor")
    if head.type == "actor-type/iq-netzwerk" and head.base.endswith(("stelle", "beratung")):
        return "Actor"
    return kind or None


def _is_offer(head: Head) -> bool:
    """Return whether a head is an offer wherever no place makes it an office: "Sozialberatung", "Suchtberatung Aalen"."""
    return head.form is not None and head.form.part and head.base.endswith(tuple(load("actors")["offer_ends"]))


def _of_head(reading: Reading, places: Places, head: Head, kind: NodeKind) -> Iterator[Claim]:
    name = reach(reading, places, head)
    if _is_offer(head) and head.base not in words_of("actors", "owned_offices") and _is_administered(reading, head):
        return  # "die Bildungsberatung des Kreises Olpe" is an offer of the Kreis
    if _is_offer(head) and not name.placed:
        if owner := _owned(reading, places, head):
            label = reading.text(head.first, owner)
            yield Claim(
                head.first, owner, kind, "office", key_of(label), head=head.noun, label=label, type=head.type, rank=3
            )
        return
    unique = bool(head.own or head.known is not None or (head.form and (head.form.unique or head.form.place)))
    if head.short and not name.placed:
        yield Claim(
            head.first, head.end, kind, "short name", head=head.noun, short=True, type=head.type, sure=False, rank=2
        )
        return
    if not (name.placed or name.named or unique):
        yield from unnamed(reading, head, kind)
        return
    if head.plural and not name.placed and not name.named:
        return
    label = _said_alone(reading, head, name)
    yield Claim(
        name.first,
        name.end,
        kind,
        "institution",
        key_of(label),
        head=head.noun,
        label=label,
        type=head.type,
        rank=1 if kind == "Actor" else 2,
    )
    if head.plural or may_be_plural(reading, head):
        yield from further(reading, places, head, name, kind)


def _is_administered(reading: Reading, head: Head) -> bool:
    """Return whether an administration in the genitive stands behind a head: "des Kreises", "der Stadt"."""
    at = head.end
    if at + 1 >= len(reading.words) or reading.words[at].folded not in ("des", "der") or not reading.close(at + 1):
        return False
    return bool(set(bases(reading.words[at + 1].folded)) & words_of("regions", "administrations"))


def _owned(reading: Reading, places: Places, head: Head) -> int:
    """Return the word behind the owner of an office: "Schuldnerberatung der Diakonie", or 0."""
    at = head.end
    if head.base not in words_of("actors", "owned_offices"):
        return 0
    if at + 1 >= len(reading.words) or not reading.close(at) or reading.words[at].folded not in ("der", "des"):
        return 0
    owner = next((one for one in heads(reading, at + 1, at + _OWNER) if one.first <= at + _OWNER), None)
    if owner is None:
        return 0
    name = reach(reading, places, owner)
    unique = (
        owner.own or owner.known is not None or (owner.form is not None and (owner.form.unique or not owner.form.part))
    )
    return name.end if name.first == at + 1 and (name.placed or name.named or unique) else 0


def _said_alone(reading: Reading, head: Head, name: Name) -> str:
    """Return a name in the nominative of one institution: "Fachbereich Bildung" of "des Fachbereichs Bildung"."""
    before = (
        reading.text(name.first, head.end)[: -len(reading.text(head.first, head.end))]
        if name.first < head.first
        else ""
    )
    behind = reading.text(name.first, name.end)[len(reading.text(name.first, head.end)) :]
    own = reading.text(head.first, head.end)
    last = reading.words[head.end - 1]
    base = head.base.rpartition(" ")[2]
    if head.plural and head.form and not head.form.generic and head.form.names:
        own = head.form.names[0]
    elif (
        last.folded != base
        and last.folded.startswith(base[-len(last.folded) :])
        and last.folded.removeprefix(base) in ("s", "es", "n", "en")
    ):
        own = own[: -len(last.folded.removeprefix(base))]
    elif last.folded.endswith(("s", "es")) and len(own) > 4 and fold(own)[:-1] == head.base:
        own = own[:-1]
    elif last.folded.endswith("es") and fold(own)[:-2] == head.base:
        own = own[:-2]
    return f"{before}{own}{behind}"


def with_place(claim: Claim, place: str) -> Claim:
    """Return a short form as the institution of a place: the first of "Kammer A und Kammer B Hagen"."""
    label = f"{claim.label} {place}"
    return replace(claim, short=False, key=key_of(label), label=label, generic=False, sure=True, rule="shared place")
