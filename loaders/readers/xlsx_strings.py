"""The table of strings that the cells of an xlsx refer to by number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.readers.xlsx_parts import Rich, RichText, unescape
from loaders.xml_text import BLANKS, decoded, resolved

_PLAIN = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>[ \t\n]*')


class SharedStrings:
    """Listens to the table, and takes runs of strings without markup (`loaders.xml_runs.Runs`).

    A string whose runs agree on nothing that matters is its text alone.
    """

    around = "sst"
    closing = b"</si>"

    def __init__(self) -> None:
        self.strings: list[str | Rich] = []
        self._rich = RichText()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take marks of runs."""
        self._rich.start(name, attributes)

    def end(self, name: str) -> None:
        """Close a string."""
        if name == "si":
            rich = self._rich.take()
            self.strings.append(rich if rich.strike or rich.font else rich.text)
        else:
            self._rich.end(name)

    def text(self, data: str) -> None:
        """Take characters."""
        self._rich.text(data)

    def take(self, items: bytes) -> bool:
        """Add strings; return False, and add none, where one is not plain."""
        text = decoded(items.lstrip(BLANKS))
        if not text:
            return False
        parts = _PLAIN.split(text)
        if any(parts[::2]):
            return False
        strings: list[str] = parts[1::2]
        if "&" in text:
            plain = [string for string in map(resolved, strings) if string is not None]
            if len(plain) < len(strings):
                return False
            strings = plain
        self.strings.extend(map(unescape, strings) if "_x" in text else strings)
        return True

    def learn(self, item: bytes) -> None:
        """Nothing to learn: what is plain needs no parser."""
