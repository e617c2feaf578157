"""The report as Markdown: the same sections, tables and evidence; what a picture shows is told in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verweisnetz.report.model import Block, Drawing, Line, Listed, Report, Section, Table
from verweisnetz.report.words import Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def report_markdown(report: Report) -> str:
    """Return the report as text; nothing a source says becomes markup."""
    return "\n".join(_lines(report, Words(report.language))).rstrip() + "\n"


def _lines(report: Report, words: Words) -> Iterator[str]:
    yield f"# {_plain(report.title)}\n"
    yield " · ".join(f"{_plain(name)}: {_plain(value)}" for name, value in report.facts) + "\n"
    yield f"## {words('short')}\n"
    yield from (f"{number}. {_cited(line)}" for number, line in enumerate(report.short, 1))
    if report.unknown:
        yield f"\n## {words('unknown')}\n"
        yield from (f"- {_cited(line)}" for line in report.unknown)
    for section in report.sections:
        yield from _section(section, words)
    if report.places:
        yield f"\n## {words('evidence')}\n"
        yield words("evidence_intro") + "\n"
    for place in report.places:
        checked = f" ({words('checked', day=_plain(place.checked))})" if place.checked else ""
        said = f" „{_plain(place.text)}“" if place.text and words.language == "de" else f" “{_plain(place.text)}”"
        yield f"- [{place.number}] {_plain(place.place)}{said if place.text else ''}{checked}"


def _section(section: Section, words: Words) -> Iterator[str]:
    yield f"\n## {_plain(section.title)}\n"
    yield from (_cited(line) + "\n" for line in section.intro)
    for block in section.blocks:
        yield from _block(block, words)


def _block(block: Block, words: Words) -> Iterator[str]:
    if isinstance(block, Drawing):
        yield f"*{_plain(block.title)}*: {_plain(block.description)}\n"
    elif isinstance(block, Listed):
        yield f"### {_plain(block.title)}\n"
        if block.meaning:
            yield _plain(block.meaning) + "\n"
        yield from (f"- {_cited(line)}" for line in block.lines)
        yield ""
    else:
        yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    heads = [*table.heads, *([table.blank] if table.blank else [])]
    yield f"### {_plain(table.caption)}\n"
    yield "| " + " | ".join(map(_plain, heads)) + " |"
    yield "| " + " | ".join(["---"] * len(heads)) + " |"
    for row in table.rows:
        cells = [*map(_cited, row), *([""] if table.blank else [])]
        yield "| " + " | ".join(cells) + " |"
    yield ""


def _cited(line: Line) -> str:
    numbers = ", ".join(map(str, line.cited)) + (f" +{line.more}" if line.more else "")
    return f"{_plain(line.text)} [{numbers}]" if line.cited else _plain(line.text)


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join("; ".join(part.removeprefix("· ") for part in text.split("\n")).split()))
