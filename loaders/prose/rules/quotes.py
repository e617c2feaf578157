"""Words in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.prose.rules.reading import Reading

_BOLD = 7
"""The group of the pattern for what is set bold."""
_PAIRS = re.compile(
    r"„([^„“”\n]{2,160}?)[“”\"]|»([^«»\n]{2,160}?)«|«([^«»\n]{2,160}?)»|“([^“”\n]{2,160}?)”|‚([^‚‘\n]{2,160}?)‘|\"([^\"\n]{2,160}?)\"|\*\*([^*\n]{2,120}?)\*\*"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words ``first`` up to ``end`` stand in quotation marks or are set bold."""

    first: int
    end: int
    bold: bool = False


def quotes(reading: Reading) -> list[Quoted]:
    """Return what stands in quotation marks, in order."""
    found = []
    for match in _PAIRS.finditer(reading.document.text):
        group = match.lastindex or 1
        first, end = reading.at(match.start(group)), reading.at(match.end(group))
        if (
            first < end
            and reading.words[first].start >= match.start(group)
            and reading.blocks[first] == reading.blocks[end - 1]
        ):
            found.append(Quoted(first, end, group == _BOLD))
    return found
