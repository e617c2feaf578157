"""How answers are printed: a table for people, or JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import click

from verweisnetz.cli.language import LANGUAGES, VARIABLE, remember_folder
from verweisnetz.cli.limit import remainder
from verweisnetz.cli.saying import say

FORMATS = ("table", "json", "csv", "md")
_RISKY = ("=", "+", "-", "@", "\t", "\0")
_SIGNED = re.compile(r"[+-]\d{1,6}([.,]\d{1,3})?")
"""A difference: too short for a telephone number, and a formula that is its own value."""

format_option = click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="How to print."
)
language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    envvar=VARIABLE,
    help=f"Language of answer and messages; default: {VARIABLE}, else the region's.",
)
folder_argument = click.argument(
    "folder", type=click.Path(file_okay=False), default=".", callback=remember_folder, is_eager=True
)
folder_option = click.option(
    "--folder",
    "-C",
    type=click.Path(file_okay=False),
    default=".",
    show_default=True,
    callback=remember_folder,
    is_eager=True,
    help="The region's folder.",
)

Rows = Sequence[Mapping[str, Any]]


def print_rows(rows: Rows, format_: str, data: Any, empty: str = "", headings: Sequence[str] = ()) -> None:
    """Print rows (dictionaries with the same keys) or, as JSON, the full ``data`` behind them.

    Args:
        empty: what people read where there is no row.
        headings: what programs read then, where the keys of the first row cannot say it.
    """
    if format_ == "json":
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif format_ == "csv":
        click.echo(_csv(rows, headings), nl=False)
    elif not rows:
        click.echo(empty)
    elif format_ == "md":
        say(_markdown(rows))
    else:
        say(table(rows))


def _csv(rows: Rows, headings: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    if rows or headings:
        writer.writerow(list(rows[0]) if rows else headings)
    for row in rows:
        writer.writerow([_text(v) if isinstance(v, (int, float)) else _harmless(_text(v)) for v in row.values()])
    # The byte-order mark is what makes Excel read umlauts.
    return "\ufeff" + out.getvalue()


def _harmless(text: str) -> str:
    """Prefix what a spreadsheet would run as a formula; the loaders take one prefix away again, no more."""
    risky = text.lstrip("'").startswith(_RISKY) and not _SIGNED.fullmatch(text)
    return "'" + text if risky else text


def _markdown(rows: Rows) -> str:
    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(map(_plain, cells)) + " |"

    head = [line(list(rows[0])), line(["---"] * len(rows[0]))]
    return "\n".join(head + [line([_text(value) for value in row.values()]) for row in rows])


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is: no new column, line or HTML element begins in it."""
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return " ".join(escaped.splitlines())


def table(rows: Rows) -> str:
    """Return rows as aligned columns, cells wrapped so that the table fits the terminal."""
    names = list(rows[0])
    cells = [[_text(row[name]) for name in names] for row in rows]
    widths = _fit([max(_width(name), *(_width(line[i]) for line in cells)) for i, name in enumerate(names)])
    lines = [_line(names, widths), _line(["─" * width for width in widths], widths)]
    lines += [_line(line, widths) for line in cells]
    return "\n".join(lines)


def _fit(widths: list[int]) -> list[int]:
    limit = max(shutil.get_terminal_size((120, 24)).columns, 60) - 2 * len(widths)
    fitted = list(widths)
    while sum(fitted) > limit and max(fitted) > 12:
        widest = fitted.index(max(fitted))
        fitted[widest] -= 1
    return fitted


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(len(part) for part in parts)
    rows = []
    for i in range(height):
        texts = [part[i] if i < len(part) else "" for part in parts]
        rows.append("  ".join(_pad(text, width) for text, width in zip(texts, widths, strict=True)).rstrip())
    return "\n".join(rows)


def _wrap(text: str, width: int) -> list[str]:
    import textwrap

    return [line for part in text.split("\n") for line in textwrap.wrap(part, width) or [""]]


def _width(text: str) -> int:
    lines = text.split("\n")
    return max(sum(0 if unicodedata.combining(char) else 1 for char in line) for line in lines)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_text(part) for part in value)
    return str(value)


class Answer(Protocol):
    """An answer that knows its table."""

    def to_dict(self) -> Mapping[str, object]:
        """Return all of it as plain data."""
        ...

    def columns(self, language: str = "de") -> Mapping[str, str]:
        """Return the headings by key."""
        ...

    def shown(self, language: str = "de") -> Sequence[Mapping[str, Any]]:
        """Return one row per finding, told when it is looked at."""
        ...


def _headed(rows: Rows, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return rows under the headings people read."""
    return [{names.get(key, key): value for key, value in row.items()} for row in rows]


def print_answer(answer: Answer, language: str, format_: str, limit: int = 0, empty: str = "") -> None:
    """Print an answer: as data all of it, for people its rows.

    Args:
        limit: how many rows a table for people shows, beside how many there are; 0: all.
        empty: what people read where there is none.
    """
    if format_ == "json":
        print_rows((), format_, answer.to_dict())
        return
    rows, names = answer.shown(language), answer.columns(language)
    if format_ != "table":
        print_rows(_headed(rows, names), format_, None, empty, list(names.values()))
        return
    # Only what is shown is headed, and told at all.
    shown = _told(_headed(rows[:limit] if limit else rows, names))
    places = names.get("evidence", "")
    print_rows([_brief(row, places) for row in shown], format_, None, empty)
    more = remainder(len(rows), limit, language)
    if more:
        click.echo(more)


def _told(rows: Rows) -> Rows:
    """Return the rows without columns that say nothing in any of them: a screen is narrow."""
    said = [name for name in (rows[0] if rows else ()) if any(_text(row[name]) for row in rows)]
    return [{name: row[name] for name in said} for row in rows]


def _brief(row: Mapping[str, Any], places: str) -> Mapping[str, Any]:
    """Return a row with the first of its places and how many more there are: file names would fill a screen."""
    first, *more = str(row.get(places, "")).split("; ")
    return {**row, places: f"{first} (+{len(more)})"} if more else row
