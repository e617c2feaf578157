"""A Word document as it streams by: paragraphs with what their styles make them, tables, text boxes after their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from loaders.limits import Limits
from loaders.prose.word_styles import Lists, Look, Styles
from loaders.readers.docx import Body
from loaders.readers.docx_text import RunText, Words, said, whole
from loaders.readers.page import Table


@dataclass(slots=True)
class Paragraph:
    """One paragraph.

    Args:
        look: what its style makes it.
        sign: what the list it is an item of puts before it.
        level: depth in that list.
        footnotes: texts of the notes it refers to.
    """

    words: Words = field(default_factory=Words)
    look: Look = field(default_factory=Look)
    sign: str = ""
    level: int = 0
    footnotes: list[str] = field(default_factory=list)
    _style: str = ""
    _list: str | None = None
    _list_level: int | None = None
    _outline: int = 9

    @property
    def lines(self) -> list[str]:
        """Its lines that hold anything."""
        return [line for line in self.words.text().split("\n") if line.strip()]

    def take(self, name: str, attributes: Mapping[str, str]) -> bool:
        """Take a property of the paragraph; return whether it was one."""
        if name == "w:pStyle":
            self._style = said(attributes, "val")
        elif name == "w:numId":
            self._list = said(attributes, "val")
        elif name == "w:ilvl":
            self._list_level = whole(attributes, "val", 0)
        elif name == "w:outlineLvl":
            self._outline = whole(attributes, "val", 9)
        else:
            return False
        return True

    def end(self, styles: Styles, lists: Lists) -> None:
        """Settle what it is."""
        look = styles.look(self._style)
        if self._outline < 9 and look.role not in ("title", "heading"):
            look = Look("heading", self._outline + 1)
        self.look = look
        number = look.list_id if self._list is None else self._list
        level = look.list_level if self._list_level is None else self._list_level
        if look.role in ("title", "heading", "contents") or not self.words.text().strip():
            return
        if number not in ("", "0") or look.role == "list":
            self.level = level + 1
            self.sign = lists.sign(number, level)


Item = Paragraph | Table


class WordBody:
    """Listens to one part of a document and gathers its paragraphs and tables in reading order."""

    def __init__(
        self, targets: Mapping[str, str], footnotes: Mapping[str, str], styles: Styles, lists: Lists, limits: Limits
    ) -> None:
        self.items: list[Item] = []
        self.left_out = 0
        self._runs = RunText(targets)
        self._footnotes = footnotes
        self._styles = styles
        self._lists = lists
        self._new_table: Callable[[], Body] = lambda: Body(targets, {}, footnotes, limits)
        self._table: Body | None = None
        self._tables_open = 0
        self._open: list[Paragraph] = []
        self._waiting: list[Item] = []
        self._skipped = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if self._table is not None:
            self._tables_open += name == "w:tbl"
            self._table.start(name, attributes)
        elif self._skipped or name in ("mc:Fallback", "w:del", "w:moveFrom"):
            self.left_out += name in ("w:del", "w:moveFrom")
            self._skipped += 1
        elif name == "w:tbl":
            self._table, self._tables_open = self._new_table(), 1
            self._table.start(name, attributes)
        elif name == "w:p":
            self._open.append(Paragraph())
            self._runs.words = self._open[-1].words
            self._runs.start(name, attributes)
        elif self._open and not self._runs.within_properties and self._open[-1].take(name, attributes):
            return
        elif name in ("w:footnoteReference", "w:endnoteReference") and self._open:
            note = self._footnotes.get(said(attributes, "id"), "") if name == "w:footnoteReference" else ""
            self._open[-1].footnotes += [note] if note else []
        elif name == "w:commentReference":
            self.left_out += 1
        else:
            self._runs.start(name, attributes)

    def end(self, name: str) -> None:
        """Close what `start` began."""
        if self._table is not None:
            self._table.end(name)
            self._tables_open -= name == "w:tbl"
            if not self._tables_open:
                self._end_table(self._table)
        elif self._skipped:
            self._skipped -= 1
        elif name == "w:p" and self._open:
            self._end_paragraph(self._open.pop())
        else:
            self._runs.end(name)

    def text(self, data: str) -> None:
        """Take characters."""
        if self._table is not None:
            self._table.text(data)
        elif not self._skipped:
            self._runs.text(data)

    def _end_paragraph(self, done: Paragraph) -> None:
        done.end(self._styles, self._lists)
        if self._open:  # a text box: it stands after the paragraph it hangs on
            self._waiting.append(done)
            self._runs.words = self._open[-1].words
            return
        self.items += [done, *self._waiting]
        self._waiting = []

    def _end_table(self, body: Body) -> None:
        self._table = None
        found = [item for item in body.items if isinstance(item, Table)]
        if self._open:
            self._waiting += found
            self._runs.words = self._open[-1].words
        else:
            self.items += found
