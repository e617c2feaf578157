"""A text column of few distinct words, decoded once per word."""

from __future__ import annotations

from graph.columns import TextColumn


class Enumeration:
    """Reads ``yes``, ``no``, ``open`` ... of a row without decoding the same bytes again."""

    __slots__ = ("_codes", "_column", "_words")

    def __init__(self, column: TextColumn) -> None:
        self._column = column
        self._codes = column.codes
        self._words: dict[int, str] = {}

    def __getitem__(self, row: int) -> str:
        """Return the word of a row."""
        code = self._codes[row]
        word = self._words.get(code)
        if word is None:
            word = self._words[code] = str(self._column[row])
        return word

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._codes)
