"""Tables that people draw with characters: between bars (Markdown, boxes), or aligned with blanks (fixed width)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

Fields = tuple[str, ...]

_BOXES = str.maketrans(
    {**dict.fromkeys("│┃║", "|"), **dict.fromkeys("─━═┄┈", "-"), **dict.fromkeys("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╰╯╪╫╞╡", "+")}
)
_RULE = re.compile(r"(?=.*(?:---|===))[\s:|+=-]+")
_BARRED = re.compile(r"\s*\|.*\|\s*")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_GAP = re.compile(r" {2,}")
_SAMPLE = 2_000
_WIDEST = 2_000


def drawn(lines: Sequence[str]) -> bool:
    """Return whether a text holds a table between bars with a ruled line in it."""
    sample = [line.translate(_BOXES) for line in lines[:_SAMPLE] if line.strip()]
    ruled = [bool(_RULE.fullmatch(line)) and ("|" in line or "+" in line) for line in sample]
    if not any(ruled):
        return False
    barred = sum(1 for line, rule in zip(sample, ruled, strict=True) if not rule and _BARRED.fullmatch(line))
    loose = [at for at, line in enumerate(sample) if "|" in line and not ruled[at]]
    headed = bool(loose) and loose[0] + 1 < len(sample) and ruled[loose[0] + 1]
    return len(loose) >= 2 and (headed or barred * 2 >= len(loose))


def drawn_records(lines: Sequence[str]) -> Iterator[Fields]:
    """Yield one record a line: cells between bars; ruled lines are empty, other lines are one field."""
    for raw in lines:
        line = raw.translate(_BOXES)
        if _RULE.fullmatch(line):
            yield ()
        elif "|" in line:
            inner = line.strip().removeprefix("|")
            inner = inner.removesuffix("|") if not inner.endswith("\\|") else inner
            yield tuple(_BREAK.sub("\n", cell.strip().replace("\\|", "|")) for cell in _BAR.split(inner))
        else:
            yield (raw.strip(),)


def starts(lines: Sequence[str]) -> tuple[int, ...]:
    """Return where the columns of an aligned text begin, nothing where it is not aligned."""
    spaced = [line.rstrip()[:_WIDEST] for line in lines[:_SAMPLE] if _GAP.search(line.strip())]
    filled = sum(1 for line in lines[:_SAMPLE] if line.strip())
    if len(spaced) < 3 or len(spaced) * 10 < filled * 6:
        return ()
    width = max(map(len, spaced))
    used = [0] * (width + 1)
    for line in spaced:
        for at, char in enumerate(line):
            if char != " ":
                used[at] += 1
    allowed = len(spaced) // 50  # one line in fifty may stick out
    found: list[int] = []
    for at in range(width):
        if used[at] > allowed and (not found or max(used[max(at - 2, 0) : at]) <= allowed):
            found.append(at)
    return tuple(found) if len(found) > 1 else ()


def aligned_records(lines: Sequence[str], columns: Sequence[int]) -> Iterator[Fields]:
    """Yield one record a line, cut where the columns begin; a line that runs across them is one field."""
    ends = [*columns[1:], None]
    for line in lines:
        crossing = any(line[at - 1 : at].strip() and line[at : at + 1].strip() for at in columns[1:])
        if crossing or (not _GAP.search(line.strip()) and len(line.strip()) > columns[1] - columns[0]):
            yield (line.strip(),)
        else:
            cut = [line[begin:end].strip() for begin, end in zip(columns, ends, strict=True)]
            before = line[: columns[0]].strip()
            yield (" ".join(filter(None, (before, cut[0]))), *cut[1:])


def spaced_evenly(lines: Sequence[str]) -> bool:
    """Return whether every line of several pieces has the same number of them, two blanks apart."""
    pieces = Counter(len(_GAP.split(line.strip())) for line in lines[:_SAMPLE] if line.strip())
    several = {count: lines for count, lines in pieces.items() if count > 1}
    return len(several) == 1 and sum(several.values()) >= 3 and sum(several.values()) * 10 >= sum(pieces.values()) * 6


def spaced_records(lines: Sequence[str]) -> Iterator[Fields]:
    """Yield one record a line, cut at every gap of two blanks."""
    for line in lines:
        yield tuple(_GAP.split(line.strip()))
