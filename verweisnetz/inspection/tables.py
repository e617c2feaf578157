"""A table in words: what its rows are, what its columns are, what holds for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from loaders.a1 import column_number
from verweisnetz.inspection.seen import LineSeen, TableSeen
from verweisnetz.inspection.words import words

Told = tuple[str, str]
"""What is told, and what is said about it; the first may be empty."""

_MOST = 6


def headline(table: TableSeen, number: int, language: str) -> str:
    """Return the table's number, place and title."""
    text = words(language)
    sheet = f"{text['sheet']} »{table.sheet}« " if table.sheet else ""
    title = f" – {table.title}" if table.title else ""
    return f"{text['table']} {number}: {sheet}{table.area}{title}"


def described(table: TableSeen, language: str) -> list[Told]:
    """Return what a table is, line by line."""
    return list(_lines(table, language))


def _lines(table: TableSeen, language: str) -> Iterator[Told]:
    text = words(language)
    line, along, across = (
        (text["column"], text["columns_are"], text["rows_are"])
        if table.turned
        else (text["row"], text["rows_are"], text["columns_are"])
    )
    header = ", ".join(table.header) or "–"
    yield "", f"{text['header_at']}: {line} {header} · {text['body_from']} {line} {table.first}"
    yield along, "; ".join(_named(one, table, language) for one in table.rows) or text["none"]
    yield across, "; ".join(_grouped(table.columns, language)) or text["none"]
    if table.within:
        pairs = (text["conditions"].get(kind, kind + " {value}").format(value=value) for kind, value in table.within)
        yield text["holds_for"], ", ".join(pairs)
    if table.referral and not table.edges:
        yield "", text["row_refers"] if table.towards == "column" else text["column_refers"]
    for flag, word in ((table.edges, "edges"), (table.closed, "closed"), (table.told, "told")):
        if flag:
            yield "", text[word]


def _named(one: LineSeen, table: TableSeen, language: str) -> str:
    text = words(language)
    kind = text["kinds"].get(one.role) or text["roles"].get(one.role, one.role)
    line = text["row"] if table.turned else text["column"]
    return f"{kind} ({line} {one.place} {_quoted(one.label, language)})"


def _grouped(columns: Sequence[LineSeen], language: str) -> Iterator[str]:
    """Yield equal columns together: nine offers that are ticked, two contacts, what does not count."""

    def sort(one: LineSeen) -> tuple[int, str]:
        return _ORDER.index(one.form), "" if one.form in _PLAIN else one.role

    telling = [one for one in columns if one.form != "structure" or not one.empty]
    for _, members in groupby(sorted(telling, key=sort), key=sort):
        yield _group(list(members), language)


_ORDER = ("mark", "names", "value", "structure")
_PLAIN = frozenset({"value", "structure"})


def _group(members: list[LineSeen], language: str) -> str:
    text, form, role = words(language), members[0].form, members[0].role
    if form == "value":
        return f"{text['value']}: " + ", ".join(
            f"{text['roles'].get(one.role) or text['kinds'].get(one.role, one.role)} ({one.place})" for one in members
        )
    if form == "structure":
        listed = ", ".join(f"{one.label or text['unnamed']} ({one.place})" for one in members)
        return f"{text['structure']}: {listed}"
    kind = text["kinds"].get(role) or text["roles"].get(role, role)
    holds = members[0].holds or "actor"
    way = text["mark"] if form == "mark" else text["names"].format(what=text["kinds"].get(holds, holds))
    labels = [one.label or text["unnamed"] for one in members[:_MOST]]
    more = f" … {text['count_of']} {len(members)}" if len(members) > _MOST else ""
    return f"{len(members)} {kind}, {way} ({_spans(members)}): {', '.join(labels)}{more}"


def _spans(members: Sequence[LineSeen]) -> str:
    """Return where columns stand, neighbours together: ``B, D–I``."""
    numbers = [int(one.place) if one.place.isdigit() else column_number(one.place) for one in members]
    spans: list[list[str]] = []
    for number, (one, at) in enumerate(zip(members, numbers, strict=True)):
        if number and at == numbers[number - 1] + 1:
            spans[-1][1:] = [one.place]
        else:
            spans.append([one.place])
    return ", ".join("–".join(span) for span in spans)


def _quoted(label: str, language: str) -> str:
    if not label:
        return str(words(language)["unnamed"])
    return f"“{label}”" if language == "en" else f"»{label}«"
