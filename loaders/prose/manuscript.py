"""The stored text of a document that is written while it is read: words with white space between them, and the blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.prose.document import Block, BlockKind
from loaders.prose.finish import check_length

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"[ \t]?\n[ \t\n]*")


def tidy(words: str) -> str:
    """Return words as they are stored: one blank or tab where white space was, no characters that show nothing."""
    spaced = _SPACE.sub(lambda gap: "\t" if "\t" in gap[0] else " ", _UNSEEN.sub("", words))
    return _LINES.sub("\n", spaced).strip()


class Manuscript:
    """Takes stretches of text in reading order; a blank line parts those that do not belong together."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def put(
        self,
        words: str,
        kind: BlockKind = "paragraph",
        level: int = 0,
        *,
        page: int = 0,
        sign: str = "",
        close: bool = False,
    ) -> None:
        """Add a stretch of text, unless it is blank.

        Args:
            sign: what stands before the words of an item.
            close: it stands directly below the one before.
        """
        said = tidy(words)
        if not said:
            return
        start = self._part(close=close, indent="  " * (level - 1) if kind in ("bullet", "label") or sign else "")
        said = f"{sign} {said}" if sign else said
        self._add(said)
        self.blocks.append(Block(start, self._length, kind, level, page))

    def row(self, cells: Sequence[str], *, page: int = 0, close: bool = False) -> None:
        """Add a line of a table, unless it is blank."""
        said = [tidy(cell) for cell in cells]
        if not any(said):
            return
        while not said[-1]:
            said.pop()
        first = next(at for at, words in enumerate(said) if words)
        self._part(close=close)
        bounds: list[tuple[int, int]] = []
        for at, words in enumerate(said):
            if at > first:
                self._add("\t")
            bounds.append((self._length, self._length + len(words)))
            self._add(words)
        self.blocks.append(Block(bounds[first][0], self._length, "table", page=page, cells=tuple(bounds)))

    def _part(self, *, close: bool, indent: str = "") -> int:
        if self.blocks:
            self._add("\n" if close else "\n\n")
        self._add(indent)
        return self._length

    def _add(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)
        check_length(self._length)
