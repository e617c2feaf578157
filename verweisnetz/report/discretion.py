"""What a report keeps to itself: names, numbers and addresses of persons, wherever a source wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.erasures import MAIL, PHONE, WORD, digits_of, spellings
from graph.view import View
from ontology.text import fold
from queries.references import EvidenceRef

_ADDRESSED = re.compile(r"\b(?:Frau|Herrn?|Fr\.|Hr\.)\s+(?:(?:Dr|Prof)\.\s*)*[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)?")
_DATED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}")
_DIALLED = re.compile(r"^(?:\+|0)")
_FEWEST_DIGITS = 7


class Discretion:
    """Knows the contacts of one view; a name that is made of words of the trade is a department, no person."""

    def __init__(self, view: View, mark: str) -> None:
        self._mark = mark
        contacts, evidence = view.table("contact"), view.table("evidence")
        kinds, values, places = contacts.text("kind"), contacts.text("value"), contacts.lists("evidence")
        self._phones = {digits_of(values[row]) for row in contacts if kinds[row] == "phone"}
        trade = frozenset(_trade(view))
        whose = contacts.text("whose")
        named = {values[row] for row in contacts if kinds[row] == "name"} | {whose[row] for row in contacts} - {""}
        persons = (name for name in sorted(named) if _is_person(name, trade))
        self._names = {
            tuple(plain.split()) for name in persons for kind, _, plain in spellings(name) if kind == "words"
        }
        self._sizes = sorted({len(name) for name in self._names}, reverse=True)
        sources = view.table("source").text("id")
        self._hidden = {
            (sources[evidence.ints("source")[place]], evidence.text("place")[place])
            for row in contacts
            for place in places[row]
        }

    def words(self, evidence: EvidenceRef) -> str:
        """Return the words of a place as read; of a contact's place none."""
        hidden = (evidence.source, evidence.place) in self._hidden
        return self._mark if hidden else self.text(" ".join(evidence.text.split()))

    def text(self, text: str) -> str:
        """Return a text without persons; the rest stays letter by letter."""
        for start, end in reversed(_apart(self._spans(text))):
            text = text[:start] + self._mark + text[end:]
        return text

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        if "@" in text:
            yield from (found.span() for found in MAIL.finditer(text))
        yield from (found.span() for found in PHONE.finditer(text) if self._is_phone(found[0]))
        yield from (found.span() for found in _ADDRESSED.finditer(text))
        yield from self._named(text)

    def _is_phone(self, text: str) -> bool:
        digits = digits_of(text)
        if digits in self._phones:
            return True
        return bool(_DIALLED.match(text)) and len(digits) >= _FEWEST_DIGITS and not _DATED.search(text)

    def _named(self, text: str) -> Iterator[tuple[int, int]]:
        if not self._sizes:
            return
        found = list(WORD.finditer(text))
        folded = [fold(word[0]) for word in found]
        at = 0
        while at < len(found):
            size = next((size for size in self._sizes if tuple(folded[at : at + size]) in self._names), 0)
            if size:
                yield found[at].start(), found[at + size - 1].end()
            at += size or 1


def _trade(view: View) -> Iterator[str]:
    """Yield the folded words of actors, offers, concepts and regions."""
    for table, column in (
        ("actor", "label"),
        ("offer", "label"),
        ("concept", "names"),
        ("concept", "label_de"),
        ("region", "label"),
    ):
        for text in view.table(table).text(column):
            yield from (fold(word) for word in WORD.findall(text))


def _is_person(name: str, trade: frozenset[str]) -> bool:
    words = [fold(word) for word in WORD.findall(name)]
    return len(words) > 1 and not any(len(word) > 2 and word in trade for word in words)


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found
