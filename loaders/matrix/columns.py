"""What a column looks like: its header chain and what kind of cells stand in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.matrix import contacts, dates, headers, kinds, marks, restrictions
from loaders.matrix.hints import hint, sets_kind
from loaders.matrix.lists import outside_brackets
from loaders.matrix.names import bare_label
from loaders.matrix.surface import Surface
from ontology.text import fold

_SAMPLE = 200
_REPEATED = 0.7
"""This part of a row says the same as the header above it where it repeats it."""
_BULLETS = frozenset("•▪●■◆►+")
_TOKENS = re.compile(r"\s*[,;/\n|•▪·]\s*|\s+(?:und|\+)\s+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


@dataclass(slots=True)
class Look:
    """Header chain and cell statistics of one column."""

    index: int
    label: str = ""
    header: int = 0
    groups: tuple[tuple[int, str], ...] = ()
    tag: str = ""
    filled: int = 0
    coloured: int = 0
    counting: bool = False
    coded: bool = False
    worded: bool = False
    counted: bool = False
    counts: Counter[str] = field(default_factory=Counter)
    texts: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)

    def heads_blocks(self, surface: Surface) -> bool:
        """Return whether lines of their own name actors, and the lines between them something else."""
        if len(self.alone) < 2 or len(self.beside) < 2:
            return False
        above = sum(is_actor(surface, text) for text in self.alone) / len(self.alone)
        below = sum(is_actor(surface, text) for text in self.beside) / len(self.beside)
        return above >= 0.6 and below <= 0.3

    @property
    def empty(self) -> bool:
        """Whether the body holds nothing in this column."""
        return not self.filled and not self.coloured

    @property
    def marky(self) -> bool:
        """Whether the cells answer yes or no: signs, colours, restrictions; what stays open does not count."""
        if self.worded or (self.numeric and not self.counting):
            return False
        if self.counted and self.counting:
            return True
        answers = self.counts["mark"] + self.counts["narrows"] + self.coloured + self.coded * self.counts["code"]
        telling = self.filled + self.coloured - self.counts["quiet"]
        return self.filled + self.coloured > 0 and answers >= 0.6 * telling

    @property
    def wordy(self) -> bool:
        """Whether most cells hold words rather than signs, numbers or open answers."""
        short = self.counts["mark"] + self.counts["number"] + self.counts["quiet"] + self.counts["narrows"]
        return 2 * short <= self.filled

    @property
    def signs(self) -> int:
        """How many cells hold a sign that says yes."""
        return self.counts["mark"] + self.coloured

    @property
    def numeric(self) -> bool:
        """Whether most answers are numbers other than 1."""
        telling = self.filled - self.counts["zero"]
        return self.counted or (self.counts["number"] > 0 and self._numbers >= 0.6 * (telling or 1))

    @property
    def tells_numbers(self) -> bool:
        """Whether every sign is a number, and most of the rest words that narrow the answer or leave it open."""
        plain = self._numbers + self.counts["narrows"] + self.counts["quiet"]
        return self.counts["mark"] <= self._numbers and plain >= 0.5 * self.filled

    @property
    def _numbers(self) -> int:
        return self.counts["number"] + self.counts["one"]

    def part(self, kind: str) -> float:
        """Return the part of the filled cells that are of a sort."""
        return self.counts[kind] / self.filled if self.filled else 0.0

    def names(self, surface: Surface) -> float:
        """Return the part of the listed texts that name actors."""
        tokens = [token for text in self.texts for token in _listed(text)]
        return sum(is_actor(surface, token) for token in tokens) / len(tokens) if tokens else 0.0


@lru_cache(maxsize=1 << 15)
def _listed(text: str) -> tuple[str, ...]:
    """Return what a cell lists, without signs and what stands in brackets."""
    tokens = (_BRACKETS.sub("", token).strip() for token in outside_brackets(text, _TOKENS))
    return tuple(token for token in tokens if token and not marks.sign(token))


def answers(surface: Surface, one: Look) -> bool:
    """Return whether the cells of a column answer yes or no and do not, by a restriction each, name actors instead."""
    return one.marky and one.names(surface) < 0.5


def is_actor(surface: Surface, label: str) -> bool:
    """Return whether a label names an actor, directly or as an abbreviation the legend explains."""
    known = surface.memory.actors.get(label)
    if known is None:
        known = surface.memory.actors[label] = _is_actor(surface, bare_label(label))
    return known


def _is_actor(surface: Surface, bare: str) -> bool:
    long = surface.legend.name(surface.sheet.name, bare)
    if long != bare:
        explained = any(alias.long == long and alias.kind == "actor" for alias in surface.legend.aliases)
        return explained or kinds.known("actor", long)
    return kinds.known("actor", bare)


def look(surface: Surface, header: Sequence[int], first: int, last: int, column: int, left: int) -> Look:
    """Return header chain and statistics of one column of a table."""
    found = Look(column)
    _chain(surface, header, column, left, found)
    rows = [row for row in range(first, last + 1) if row in surface.sheet.rows]
    for row in rows[:_SAMPLE]:
        if column in surface.sheet.rows[row] and not _is_heading(surface, header, row, column, left):
            _count(surface, row, column, found)
        if column == left and (text := surface.sheet.text(row, column)):
            (found.alone if len(surface.filled(row)) == 1 else found.beside).append(text)
    return found


def _is_heading(surface: Surface, header: Sequence[int], row: int, column: int, left: int) -> bool:
    """A line merged across the table heads what follows, a total sums it up: neither is a value of the column."""
    anchor = surface.sheet.anchor(row, column)[1] if row in surface.sheet.merged_rows else column
    spread = anchor < column and (anchor <= left or len(surface.filled(row)) == 1)
    if spread:
        return True
    key = (tuple(header), row, left)
    known = surface.memory.apart.get(key)
    if known is None:
        known = surface.memory.apart[key] = _stands_apart(surface, header, row, left)
    return known


def _stands_apart(surface: Surface, header: Sequence[int], row: int, left: int) -> bool:
    """Return whether a row sums up the rows above or repeats the header."""
    sheet, label = surface.sheet, surface.sheet.text(row, left)
    if headers.exact(label) == "total":
        return True
    rest = [column for column in surface.filled(row) if column > left]
    if headers.sums(label):
        return all(marks.number(sheet.text(row, column)) is not None for column in rest)
    texts = {column: fold(sheet.text(row, column)) for column in rest}
    known = ({column: fold(sheet.text(above, column)) for column in rest} for above in header)
    return len(texts) > 1 and any(
        sum(above[column] == text for column, text in texts.items()) >= _REPEATED * len(texts) for above in known
    )


def _chain(surface: Surface, header: Sequence[int], column: int, left: int, found: Look) -> None:
    said: list[tuple[int, str]] = []
    anchors = set()
    for number, row in enumerate(header):
        text = surface.sheet.lines(row, column)
        at = surface.sheet.anchor(row, column)
        if surface.is_claimed(row, column):
            continue
        tag = headers.tag(text)
        if tag:
            found.tag = tag
        elif text and at not in anchors:
            said.append((row, surface.sheet.text(row, column)))
            anchors.add(at)
        elif not text and number < len(header) - 1 and (carried := _carried(surface, header, row, column, left)):
            said.append((row, carried))
    if said and (len(said) == 1 or surface.sheet.text(*_leaf(header, said, column))):
        found.header, found.label = said[-1]
        found.groups = tuple(said[:-1])


def _leaf(header: Sequence[int], said: Sequence[tuple[int, str]], column: int) -> tuple[int, int]:
    return said[-1][0], column


def _carried(surface: Surface, header: Sequence[int], row: int, column: int, left: int) -> str:
    """Return the group label further left that runs on over blank header cells, where the row has no merges."""
    below = [surface.sheet.text(other, column) for other in header if other > row and surface.sheet.text(other, column)]
    leaf = below[-1] if below else ""
    if not leaf or headers.exact(leaf) not in {"", *headers.ENTITIES}:
        return ""
    if any(merge.left < merge.right for merge in surface.sheet.grid.merges if merge.top <= row <= merge.bottom):
        return ""
    gap = False
    for other in range(column - 1, left, -1):
        text = surface.sheet.text(row, other)
        if text:
            kind, own = headers.exact(text), kinds.weights(leaf)
            parted = gap and own and kind in headers.ENTITIES and kind not in own
            return "" if parted or not surface.sheet.text(header[-1], other) else text
        gap = gap or not surface.sheet.text(header[-1], other)
    return ""


def _count(surface: Surface, row: int, column: int, found: Look) -> None:
    cell = surface.sheet.cell(row, column)
    if cell is None or surface.is_claimed(row, column):
        return
    text = surface.sheet.text(row, column)
    if not text:
        found.coloured += bool(surface.legend.colour(cell.fill))
        return
    found.filled += 1
    found.texts.append(surface.sheet.lines(row, column))
    for sort in sorts(surface, text, cell.kind, cell.font):
        found.counts[sort] += 1


def sorts(surface: Surface, text: str, kind: str, font: str) -> frozenset[str]:
    """Return what a cell can be: ``mark``, ``number``, ``one``, ``narrows``, ``date``, a contact predicate."""
    known = surface.memory.sorts.get((text, kind, font))
    if known is None:
        known = surface.memory.sorts[(text, kind, font)] = frozenset(_sorts(surface, text, kind, font))
    return known


def _sorts(surface: Surface, text: str, kind: str, font: str) -> set[str]:
    shown = marks.shown(text, font)
    base, _ = marks.footnotes(shown)
    found = set()
    value = marks.number(base)
    sign = marks.sign(base)
    if surface.legend.sign(surface.sheet.name, base):
        found |= {"mark", "affirms"}
    elif sign in {"open", "silent"} or kind == "error":
        found |= {"quiet", "zero"} if value is not None else {"quiet"}
    elif sign == "ditto":
        found |= {"quiet", "ditto"}
    elif sign or kind == "bool":
        found |= {"mark", "one"} if value is not None else {"mark"}
        found |= {"affirms"} if sign != "refused" else set()
    elif value is not None:
        found |= {"number", "mark", "affirms"} if value < 1000 else {"number"}
    elif kind == "date" or dates.iso(base):
        found.add("date")
    elif contact := contacts.looks_like(base):
        found.add(contact)
    else:
        if (
            len(base) <= 2
            and base.isalpha()
            and not kinds.weights(base)
            and not surface.legend.resolves(surface.sheet.name, base)
        ):
            found.add("code")
        leading, words = marks.split(base)
        if leading in _BULLETS and restrictions.parse(words).outcome == "unread":
            pass  # an entry of a list, not an answer
        elif leading:
            found |= {"mark", "affirms"}
        elif len(words) <= 60:
            found |= {"narrows": {"narrows"}, "open": {"quiet"}}.get(restrictions.parse(words).outcome, set())
    return found


def role_said(one: Look) -> str:
    """Return the role a column's own header names: its tag, a word of the dictionary, or a hint its cells do not deny."""
    if one.tag and one.tag not in {"section", "other"}:
        return one.tag
    if headers.exact(one.label) in {"actor", "region", "address"} and _of_contacts(one):
        return "contactName" if headers.exact(one.label) == "actor" else "address"
    hinted = not one.marky or not (one.counts["affirms"] or one.coloured)
    spoken = headers.loose if one.filled and one.wordy and not one.marky else hint
    role = headers.exact(one.label) or (spoken(one.label) if hinted else "")
    if role == "fundedBy" and majority(one) == "offer":
        return "offer"  # "Förderprogramm" asks who pays, and heads what is paid
    return "" if role in headers.ENTITIES and not headers.exact(one.label) and not one.wordy else role


def _of_contacts(one: Look) -> bool:
    """Return whether a group header such as ``Kontakt`` stands above: a name below it is a person's, a town an address."""
    return any(headers.exact(text) == "contact" for _, text in one.groups)


def group_role(one: Look) -> str:
    """Return the role the nearest group header above names; of several the one of which the label surely is."""
    groups = (text for _, text in reversed(one.groups) if sets_kind(text, one.label))
    said = [role for text in groups if (role := hint(text)) and role != "total"]
    own = kinds.weights(bare_label(one.label)) if len(said) > 1 else {}
    return next((role for role in said if own.get(role, 0) > own.get(said[0], 0)), said[0] if said else "")


def majority(one: Look) -> str:
    """Return the kind most cells of a column name."""
    return kinds.majority(map(bare_label, one.texts[:60]), ("offer", "audience", "theme", "region", "actor"))


def may_answer(one: Look) -> bool:
    """A column whose header promises values (costs, dates, contacts) answers nothing, however short its cells are."""
    return role_said(one) in {"", "type", "actor", "receiver", *headers.ENTITIES} or bool(group_role(one))
