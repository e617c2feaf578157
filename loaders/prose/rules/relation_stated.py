"""What the layout states of a thing by a label: the relation, its evidence, and how whole and how near it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.evidence import Span
from loaders.prose.extract import Relation
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_hosts import Host
from loaders.prose.rules.relation_items import Bounds
from loaders.prose.rules.relation_labels import Label
from loaders.prose.rules.relation_modality import modality_of
from loaders.prose.rules.relation_passages import Reading
from loaders.prose.rules.relation_words import Naming, words_of


def stated(
    reading: Reading, meaning: Label, host: Host, naming: Naming, quotes: tuple[Span, ...], name: str
) -> Iterator[Relation]:
    """Yield the relation a label states between its host and what it lists, where their kinds can stand in it."""
    predicate = meaning.predicate(reading.nodes[host.node].kind)
    ends = (naming.node, host.node) if meaning.value == "subject" else (host.node, naming.node)
    kinds = tuple(reading.nodes[end].kind for end in ends)
    if (
        ends[0] == ends[1]
        or not may_be(predicate, *kinds)
        or (meaning.kinds and reading.kind(naming) not in meaning.kinds)
    ):
        return
    evidence = tuple(sorted({*quotes, *([host.evidence] if host.evidence else [])}))
    words = words_of(reading.document.text, quotes[-1].start, quotes[-1].end, [])
    yield Relation(
        ends[0], predicate, ends[1], evidence, tier=meaning.tier,
        modality=modality_of(words, able=True), details=_role(meaning, name), rule=f"layout/{meaning.name}",
    )  # fmt: skip


def partly(relation: Relation, whole: bool) -> Relation:
    """Return a relation, with a rule of its own where what is named is only a part of what the layout lists."""
    return relation if whole else replace(relation, rule=f"{relation.rule}/part")


def spoken(reading: Reading, relation: Relation, naming: Naming, value: Bounds) -> Relation:
    """Return a relation, with a rule of its own for the body that a person named before speaks for: "Sprecherin: A. B., AWO"."""
    persons = [n for n in reading.within(*value) if reading.kind(n) == "Person" and n.end <= naming.start]
    speaks = bool(persons) and reading.kind(naming) == "Actor"
    return replace(relation, rule=f"{relation.rule}/speaker") if speaks else relation


def doubted(relation: Relation, host: Host) -> Relation:
    """Return a relation, with a rule of its own where something nearer than its host seems to be meant."""
    return replace(relation, rule=f"{relation.rule}/far") if host.far else relation


def _role(meaning: Label, name: str) -> tuple[tuple[str, str], ...]:
    return (("role", name.strip()),) if meaning.name in ("carrier", "members of a board", "provider") else ()


def quoted(reading: Reading, name: Bounds, value: Bounds) -> tuple[Span, ...]:
    """Return a label and its value as one quote where they stand together, else as two."""
    quote, text = reading.document.quote, reading.document.text
    if "\n" not in text[name[0] : value[0]].strip("\n") and value[0] - name[1] < 5:
        return (quote(name[0], value[1]),)
    return quote(*name), quote(*value)
