"""Which delimiter a text table uses and where one record ends, also when a quotation mark was never closed."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.grid import address
from loaders.limits import Limits
from loaders.refusal import Refusal

DELIMITERS = (";", "\t", "|", ",")
_SAMPLE_LINES = 400
_SAMPLE_CHARS = 20_000
_MAX_LINES = 500
_RARE = ("^", "~")
_RARE_SHARE = 0.8
_MOST_FIELDS = 20_000
"""More than any spreadsheet has columns."""
_COMMENT = re.compile(r"#[^\S\t]|##|//")
"""A remark of whoever exported the table; a tag such as ``#org``, an error such as ``#NV`` and a column ``#`` are none."""
_SEP = re.compile(r'"?sep=(.)"?[;,|\s]*', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number (blank ones and a ``sep=`` line count), its fields, whether its quotes were broken."""

    number: int
    fields: tuple[str, ...]
    broken: bool = False


def sep_line(line: str) -> str:
    """Return the delimiter a ``sep=;`` line declares, else nothing."""
    match = _SEP.fullmatch(line)
    return match[1] if match else ""


def delimiter_of(lines: list[str]) -> tuple[str, float]:
    """Return the delimiter whose records agree best on their width, and the share of records that do."""
    sample = [line[:_SAMPLE_CHARS] for line in lines[:_SAMPLE_LINES] if not _COMMENT.match(line)]
    best, best_score, best_share = DELIMITERS[0], 0.0, 0.0
    for delimiter in (*DELIMITERS, *_RARE):
        widths = Counter(
            len(record.fields)
            for record in records(sample, delimiter, usual_width(sample, delimiter))
            if any(record.fields)
        )
        wide = [(count, width) for width, count in widths.items() if width > 1]
        if not wide:
            continue
        count, width = max(wide)
        share = count / sum(widths.values())
        score = share * math.log2(width + 1)
        if _quotes_misplaced(sample, delimiter):
            score /= 4
        if score > best_score and (delimiter in DELIMITERS or (share > _RARE_SHARE and count > 2)):
            best, best_score, best_share = delimiter, score, share
    return best, best_share


def records(lines: list[str], delimiter: str, usual_width: int = 0, limits: Limits | None = None) -> Iterator[Record]:
    """Yield the records of a table.

    Args:
        usual_width: number of fields of an ordinary record; a quoted field that swallows several such lines
            was never meant to: its first line is then read as it stands, without quoting.
        limits: how many fields a record may have.
    """
    at, number = 0, 0
    while at < len(lines):
        line = lines[at]
        number += 1
        if limits is not None and line.count(delimiter) > _MOST_FIELDS:
            line = _trimmed(line, number, delimiter, limits)
        if _COMMENT.match(line) and line.count(delimiter) + 1 != usual_width:
            yield Record(number, (line,))
            at += 1
            continue
        if '"' not in line:
            yield Record(number, tuple(line.split(delimiter)))
            at += 1
            continue
        last = _end(lines, at, delimiter, usual_width)
        if last is None:
            yield Record(number, tuple(line.split(delimiter)), broken=True)
            at += 1
            continue
        physical = [line + "\n" for line in lines[at : last + 1]]
        # a blank before an opening quote is a writer's habit; elsewhere it may be an indent that means something
        spaced = any(re.search(rf'(?:^|{re.escape(delimiter)}) +"', line) for line in physical)
        try:
            fields = next(csv.reader(physical, delimiter=delimiter, skipinitialspace=spaced))
        except csv.Error:  # a field beyond every limit: whoever stores it says so with its place
            fields = "".join(physical).split(delimiter)
        yield Record(number, tuple(fields))
        at = last + 1


def _trimmed(line: str, number: int, delimiter: str, limits: Limits) -> str:
    """Return a line without the delimiters at its end; refuse one that really has so many fields."""
    line = line.rstrip(delimiter + " ")
    if line.count(delimiter) > _MOST_FIELDS:
        place, rows, columns = address(number, limits.columns + 1), str(limits.rows), str(limits.columns)
        raise Refusal("too_large", "VN1024", place, rows=rows, columns=columns)
    return line


def usual_width(lines: list[str], delimiter: str) -> int:
    """Return the commonest number of fields among lines without quotation marks."""
    widths = Counter(line.count(delimiter) + 1 for line in lines if '"' not in line and line.strip())
    return widths.most_common(1)[0][0] if widths else 0


def _end(lines: list[str], at: int, delimiter: str, usual: int) -> int | None:
    """Return the line on which the record that begins at ``at`` ends, nothing where its quotes never close."""
    open_quote = _still_open(lines[at], False, delimiter)
    last = at
    swallowed = 0
    while open_quote:
        last += 1
        if last >= len(lines) or last - at > _MAX_LINES:
            return None
        open_quote = _still_open(lines[last], True, delimiter)
        whole = lines[last].count(delimiter) + 1 == usual and not _still_open(lines[last], False, delimiter)
        swallowed += open_quote and whole
    if (usual >= 4 and swallowed >= 1) or (usual >= 2 and swallowed >= 3):
        return None
    return last


def _still_open(line: str, inside: bool, delimiter: str) -> bool:
    """Return whether a quoted field is open at the end of a line."""
    at, fresh = 0, True
    while at < len(line):
        char = line[at]
        if inside:
            close = line.find('"', at)
            if close < 0:
                return True
            if line[close + 1 : close + 2] == '"':
                at = close + 2
                continue
            inside, fresh, at = False, False, close + 1
        elif char == '"' and fresh:
            inside, at = True, at + 1
        else:
            following = line.find(delimiter, at) if not (fresh and char == " ") else at
            if following < 0:
                return False
            fresh = True
            at = following + 1
    return inside


def _quotes_misplaced(lines: list[str], delimiter: str) -> bool:
    """Return whether many quoted fields are followed by something else than the delimiter."""
    quoted = [line for line in lines if '"' in line]
    other = "".join(re.escape(char) for char in DELIMITERS if char != delimiter)
    outer = re.compile(rf'"[{other}]\s*(?:"|[^"]*$)') if other else None
    return bool(quoted and outer) and sum(1 for line in quoted if outer and outer.search(line)) * 2 > len(quoted)
