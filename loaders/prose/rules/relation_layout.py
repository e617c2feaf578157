"""Relations the layout states: label lines, lists under a heading, arrows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from graph.evidence import Span
from loaders.prose.extract import Relation
from loaders.prose.labels import labels
from loaders.prose.rules.relation_ends import may_be
from loaders.prose.rules.relation_hosts import Host, headed_by, host_before, host_of
from loaders.prose.rules.relation_items import DASHES, Bounds, fills, line_of, listed_in, openers
from loaders.prose.rules.relation_labels import Label, labels_for, referring, ways_on
from loaders.prose.rules.relation_modality import modality_of
from loaders.prose.rules.relation_passages import Passage, Reading
from loaders.prose.rules.relation_words import Naming, words_of
from ontology.text import fold

_INLINE = re.compile(r"(?P<name>[^\W\d_][\w*&/-]*(?: [\w*&/-]+){0,3}):(?=\s)")
_BOUNDARY = re.compile(r"(?:\A|[(\[\n;.,:|•·–—-])\s*\Z")
"""What a label inside a passage follows; "bekommt Anschluss: Die VHS …" is a sentence."""
_VALUE_END = re.compile(r"[;\n)]|\s[|•·]\s|\.(?=\s|$)")
_LEADING = re.compile(r"([A-ZÄÖÜ][\w-]+?)n?(?:\s+(?:an|bereit|vor|statt))?\s*:\s*\Z")
"""The last noun before the colon that opens a list: "mit diesen Angeboten:"."""
_SENTENCE = re.compile(
    r"(?<!\d)[.;]\s+(?=[A-ZÄÖÜ])|;(?=\s)|(?<!\d):\s+(?=[A-ZÄÖÜ])|(?<!\d):(?=\s+[a-zäöü])|[a-zäöü]{3,}\.(?=\s|$)"
)
_DATED = re.compile(r"(?:\w{2}, )?\d{1,2}\.(?:\s?\w+)?\s?(?:\d{4})?|\w+ \d{4}|\d{1,2}(?:[:.]\d\d)? Uhr")
_DATE = re.compile(r"\d{1,2}\.|\d{4}")
_LABELLED = re.compile(r"\n(?=[^\W\d_][\w ]{2,30}:\s)")
_NEXT = re.compile(r"[,;|]\s+([^\W\d_][\w-]+(?: [\w-]+){0,2}):\s")
_ARROW = re.compile(r"\s*(?:→|➔|➜|⇒|->|=>|-->)\s*")
_LINE = 100
_REFERRALS = "Verweise"
_ROWS = frozenset({"partners", "members of a board", "refers to", "targets of referrals", "refers from", "bringer"})
_SECTIONS = frozenset({"parts", "boards"})
"""Labels that may head whole sections."""
_OPENING = 12


def laid_out(reading: Reading) -> Iterator[Relation]:
    """Yield what labels, lists and arrows of a document state."""
    by_start = {passage.block.start: passage for passage in reading.passages}
    lined: set[int] = set()
    for label in labels(reading.document):
        passage = by_start.get(label.block.start)
        if passage is not None:
            lined.add(label.block.start)
            yield from _label(reading, passage, label.name, label.values)
    for passage in reading.passages:
        if passage.block.kind == "caption":
            continue
        yield from _inline(reading, passage, skip=passage.block.start in lined)
        yield from _arrows(reading, passage)
        yield from _event_line(reading, passage)
    yield from _lists(reading)
    yield from _headed(reading)


def _headed(reading: Reading) -> Iterator[Relation]:
    """Yield what headings say about those below them: "Teilprojekte", "Arbeitsgruppen"."""
    for passage in reading.passages:
        above = passage.heading if passage.block.kind == "heading" else None
        if above is None:
            continue
        said = reading.document.read(above.block).strip("#* \t:0123456789.")
        at = above.block.start + reading.document.read(above.block).find(said)
        first = said.split(" ")[0]
        for meaning in labels_for(said) or labels_for(first, whole=True):
            host = host_of(reading, above, meaning, at) if meaning.name in _SECTIONS else None
            for naming in headed_by(reading, passage)[:1] if host else ():
                assert host is not None
                quotes = _quotes(reading, (at, at + len(said)), (naming.start, naming.end))
                for relation in _stated(reading, meaning, host, naming, quotes, said):
                    yield replace(relation, rule=f"{relation.rule}/heading")


def _label(reading: Reading, passage: Passage, name: Bounds, values: Sequence[Bounds]) -> Iterator[Relation]:
    text = reading.document.text
    if not labels_for(text[slice(*name)]):
        yield from _section(reading, passage, name, values)
    for meaning in labels_for(text[slice(*name)]):
        host = host_of(reading, passage, meaning, name[0])
        if host is None:
            continue
        for value in map(partial(_own, text), values):
            for naming in listed_in(reading, passage, value):
                for relation in _stated(
                    reading, meaning, host, naming, _quotes(reading, name, value), text[slice(*name)]
                ):
                    said = _partly(_spoken(reading, relation, naming, value), fills(reading, naming, value))
                    yield _doubted(said, host)


def _section(reading: Reading, passage: Passage, name: Bounds, values: Sequence[Bounds]) -> Iterator[Relation]:
    """Yield what a heading says of lines like "IHK Olpe: Prüfungen" below "Partner", "Schulden: Caritas" below "Wohin"."""
    above = passage.heading
    if above is None or above.block.start < reading.opening:
        return
    said = reading.document.read(above.block).strip("#* \t:?!.0123456789")
    at = above.block.start + reading.document.read(above.block).find(said)
    for meaning in labels_for(said) or labels_for(said.split(" ")[0], whole=True):
        host = host_of(reading, above, meaning, at) if meaning.name in _ROWS else None
        items = list(reading.within(*name)) if meaning.value == "subject" else []
        bounds = [name] if items else [_own(reading.document.text, value) for value in values]
        for value in bounds if host else ():
            assert host is not None
            for naming in listed_in(reading, passage, value):
                quotes = _quotes(reading, (at, at + len(said)), line_of(reading, passage, naming))
                for relation in _stated(reading, meaning, host, naming, quotes, said):
                    whole = fills(reading, naming, value)
                    yield _doubted(_partly(replace(relation, rule=f"{relation.rule}/section"), whole), host)


def _own(text: str, value: Bounds) -> Bounds:
    """Return a value up to the next label in it: what follows "entschuldigt:" is no guest."""
    following = _LABELLED.search(text, *value)
    return (value[0], _next_label(text, value[0], following.start() if following else value[1]))


def _next_label(text: str, start: int, stop: int) -> int:
    """Return where the next label of a line begins: "Veranstalter: IHK, Partner: VHS"; ``stop`` without one."""
    found = (match for match in _NEXT.finditer(text, start, stop) if labels_for(match[1], whole=True))
    return next((match.start() for match in found), stop)


def _inline(reading: Reading, passage: Passage, *, skip: bool) -> Iterator[Relation]:
    """Yield what labels inside a passage say: "(Federführung: Agentur für Arbeit)"."""
    text, block = reading.document.text, passage.block
    for found in _INLINE.finditer(text, block.start, block.end):
        first, meanings = _inline_meanings(found["name"])
        opens = _BOUNDARY.search(text[block.start : found.start() + first])
        if not meanings or not opens or (skip and found.start() - block.start < _OPENING):
            continue
        value = (found.end(), _next_label(text, found.end(), _value_end(text, found.end(), block.end)))
        for meaning in meanings:
            host = host_before(reading, passage, meaning, found.start()) or host_of(
                reading, passage, meaning, block.start
            )
            for naming in listed_in(reading, passage, value) if host else ():
                assert host is not None
                quotes = (reading.document.quote(found.start(), value[1]),)
                for relation in _stated(reading, meaning, host, naming, quotes, found["name"]):
                    yield _doubted(_partly(relation, fills(reading, naming, value)), host)


def _value_end(text: str, start: int, stop: int) -> int:
    """Return where the value of an inline label ends; a bracket that opens in it closes in it: "VHS (Vorsitz), Kammer"."""
    for end in _VALUE_END.finditer(text, start, stop):
        if end[0] != ")" or text.count("(", start, end.start()) <= text.count(")", start, end.start()):
            return end.start()
    return stop


def _inline_meanings(name: str) -> tuple[int, tuple[Label, ...]]:
    """Return where in some words a label begins, and what it may mean."""
    words = name.split(" ")
    for first in range(len(words)):
        if words[first][:1].isupper() and (found := labels_for(" ".join(words[first:]), whole=True)):
            return len(" ".join(words[:first])) + bool(first), found
    return 0, ()


def _arrows(reading: Reading, passage: Passage) -> Iterator[Relation]:
    text = reading.document.text
    for sender, receiver in zip(passage.namings, passage.namings[1:], strict=False):
        if not _ARROW.fullmatch(text, sender.end, receiver.start):
            continue
        if may_be("refersTo", reading.kind(sender), reading.kind(receiver)):
            yield Relation(
                sender.node, "refersTo", receiver.node, (reading.document.quote(*line_of(reading, passage, sender)),),
                tier="medium", rule="layout/arrow",
            )  # fmt: skip


def _event_line(reading: Reading, passage: Passage) -> Iterator[Relation]:
    """Yield where an event of a calendar is: "Lernmesse, 9. Oktober, Festhalle Plauen"."""
    text, block = reading.document.text, passage.block
    event = next((naming for naming in passage.namings if reading.kind(naming) == "Event"), None)
    if (
        event is None
        or len(_DATED.sub("", text[block.start : event.start]).split()) > 3
        or DASHES.search(text, event.start, event.end)
    ):
        return
    line = (event.end, min(end for end in (text.find("\n", event.end), block.end) if end > 0))
    stop = _SENTENCE.search(text, *line)
    dated = bool(_DATE.search(text, block.start, event.start))
    house = False
    for naming in reading.within(line[0], stop.end() if stop else line[1]):
        dated = dated or bool(_DATE.search(text, event.start, naming.start))
        listed = dated and text[event.end : naming.start].rstrip().endswith(",")
        if listed and reading.kind(naming) in ("Region", "Actor") and not house:
            house = reading.kind(naming) == "Actor"  # a town behind a house is where the house is
            yield Relation(
                event.node, "locatedIn", naming.node, (reading.document.quote(event.start, naming.end),),
                tier="medium", rule="layout/calendar",
            )  # fmt: skip


def _lists(reading: Reading) -> Iterator[Relation]:
    """Yield what a heading, or the sentence that leads to a list, says about its items."""
    for passage in reading.passages:
        found = _announced(reading, passage)
        if found is None:
            continue
        above, name = found
        said = reading.document.text[slice(*name)]
        for meaning in labels_for(said) or _ways_on(reading, above, said):
            host = host_of(reading, above, meaning, name[0])
            if host is None:
                continue
            for naming in openers(reading, passage):
                value = line_of(reading, passage, naming)
                for relation in _stated(reading, meaning, host, naming, _quotes(reading, name, value), said):
                    yield (
                        relation if above.block.kind != "paragraph" else replace(relation, rule=f"{relation.rule}/led")
                    )


def _ways_on(reading: Reading, above: Passage, said: str) -> tuple[Label, ...]:
    """Return that a list holds where people go on to: what leads to it speaks of referrals, and names "Ziele", "Stationen"."""
    words = fold(reading.document.read(above.block)).split()
    leads = above.block.kind == "paragraph" and any(word.startswith(referring()) for word in words)
    return labels_for(_REFERRALS) if leads and fold(said) in ways_on() else ()


def _announced(reading: Reading, passage: Passage) -> tuple[Passage, Bounds] | None:
    """Return what announces the list an item is in, and the words that say what its items are."""
    heading, lead = passage.heading, passage.lead
    if passage.host is not None or (passage.block.kind != "bullet" and not _isline_of(reading, passage)):
        return None
    if lead is not None and lead.block.kind == "paragraph":
        noun = _LEADING.search(reading.document.text[: lead.block.end], lead.block.start)
        return (lead, noun.span(1)) if noun else None
    if heading is None or lead not in (heading, None):
        return None
    text = reading.document.read(heading.block)
    start = heading.block.start + len(text) - len(text.lstrip("#* \t"))
    return heading, (start, start + len(text.strip("#* \t:?.!…")))


def _isline_of(reading: Reading, passage: Passage) -> bool:
    text = reading.document.read(passage.block)
    return passage.block.kind == "paragraph" and len(text) < _LINE and not text.rstrip().endswith((".", "!", "?", ":"))


def _stated(
    reading: Reading, meaning: Label, host: Host, naming: Naming, quotes: tuple[Span, ...], name: str
) -> Iterator[Relation]:
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


def _partly(relation: Relation, whole: bool) -> Relation:
    """Return a relation, with a rule of its own where what is named is only a part of what the layout lists."""
    return relation if whole else replace(relation, rule=f"{relation.rule}/part")


def _spoken(reading: Reading, relation: Relation, naming: Naming, value: Bounds) -> Relation:
    """Return a relation, with a rule of its own for the body that a person named before speaks for: "Sprecherin: A. B., AWO"."""
    persons = [n for n in reading.within(*value) if reading.kind(n) == "Person" and n.end <= naming.start]
    speaks = bool(persons) and reading.kind(naming) == "Actor"
    return replace(relation, rule=f"{relation.rule}/speaker") if speaks else relation


def _doubted(relation: Relation, host: Host) -> Relation:
    """Return a relation, with a rule of its own where something nearer than its host seems to be meant."""
    return replace(relation, rule=f"{relation.rule}/far") if host.far else relation


def _role(meaning: Label, name: str) -> tuple[tuple[str, str], ...]:
    return (("role", name.strip()),) if meaning.name in ("carrier", "members of a board", "provider") else ()


def _quotes(reading: Reading, name: Bounds, value: Bounds) -> tuple[Span, ...]:
    quote, text = reading.document.quote, reading.document.text
    if "\n" not in text[name[0] : value[0]].strip("\n") and value[0] - name[1] < 5:
        return (quote(name[0], value[1]),)
    return quote(*name), quote(*value)
