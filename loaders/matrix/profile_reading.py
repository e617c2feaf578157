"""A profile from the YAML a person wrote; what cannot be meant is refused with its place and line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal as Choice

from graph.statement import CONDITIONS
from loaders.a1 import box, column_number
from loaders.grid import column_letters
from loaders.matrix import headers, hues
from loaders.matrix.profile import (
    ALL,
    END,
    FORMS,
    GROUPS,
    KINDS,
    ROLES,
    SPLITS,
    CellNote,
    ColumnProfile,
    Pairs,
    Profile,
    TableProfile,
)
from loaders.matrix.profile_yaml import Fields, Flaw, Items, Node, Text, parse
from ontology.errors import LoadError
from ontology.messages import hint, sentence

_KEYS = frozenset({"profile", "ignore", "signs", "colours", "footnotes", "abbreviations", "labels", "cells", "tables"})
_TABLE = frozenset(
    {
        "sheet", "title", "fingerprint", "turned", "header", "body", "rows", "heads", "names", "within", "towards", "edges",
        "closed", "skip", "groups", "signs", "abbreviations", "continues", "columns",
    }
)  # fmt: skip
_COLUMN = frozenset({"form", "role", "head", "under", "label", "within", "counts", "holds", "split"})
_NOTE = frozenset({"is", "read", "as"})
_FLAGS = {"true": True, "false": False, "ja": True, "nein": False, "yes": True, "no": False}
_LARGEST = 2_000_000


def read(path: Path) -> Profile:
    """Return the profile a YAML file holds.

    Raises:
        LoadError: code ``profile``, with the line and key that is wrong.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise refuse(path.name, "VN2401", reason=f"> {_LARGEST // 1_000_000} MB")
        text = content.decode("utf-8-sig")
    except (OSError, UnicodeError) as error:
        reason = (getattr(error, "strerror", None) or "UTF-8") if isinstance(error, OSError) else "UTF-8"
        raise refuse(path.name, "VN2401", reason=reason) from error
    return parsed(text, path.name)


@lru_cache(maxsize=64)
def parsed(text: str, name: str) -> Profile:
    """Return the profile a text says; ``name`` is how messages call it. One profile is often tried on many files."""
    try:
        return _Reader(name).profile(parse(text))
    except Flaw as flaw:
        line = str(flaw.line) if flaw.line else "?"
        if flaw.twice:
            raise refuse(name, "VN2404", line=line, key=flaw.twice[:80]) from flaw
        raise refuse(name, "VN2402", line=line) from flaw


def refuse(source: str, code: str, place: str = "", **params: str) -> LoadError:
    """Return the error for a profile that cannot be used, in the catalogue's words."""
    words = [
        " ".join(filter(None, (sentence(code, language, params), hint(code, language, params))))
        for language in ("de", "en")
    ]
    return LoadError("profile", source, de=words[0], en=words[1], place=place)


class _Reader:
    """Checks a parsed profile on its way into dataclasses."""

    def __init__(self, source: str) -> None:
        self.source = source

    def wrong(self, node: Node, place: str, expected: str) -> LoadError:
        return refuse(self.source, "VN2403", place, expected=expected, line=str(node.line))

    def profile(self, said: Node) -> Profile:
        top = self.fields(said, "", _KEYS)
        version = top.get("profile")
        if version is not None and self.text(version, "profile") != "1":
            raise self.wrong(version, "profile", "1")
        colours = self.pairs(top.get("colours"), "colours")
        for key, _ in colours:
            if not (hues.known(key) or _is_rgb(key)):
                raise self.wrong(top["colours"], f"colours.{key}", "92D050 | grün | gelb | rot | …")
        tables = enumerate(self.items(top.get("tables"), "tables"), 1)
        return Profile(
            tuple(self.table(table, f"tables[{number}]") for number, table in tables),
            self.texts(top.get("ignore"), "ignore"),
            self.pairs(top.get("signs"), "signs"),
            colours,
            self.pairs(top.get("footnotes"), "footnotes"),
            self.pairs(top.get("abbreviations"), "abbreviations"),
            self.texts(top.get("labels"), "labels"),
            tuple(self.cells(top.get("cells"))),
        )

    def cells(self, said: Node | None) -> Iterable[CellNote]:
        for key, one in self.given(said, "cells").items():
            place = f"cells.{key}"
            sheet, _, ref = key.rpartition("!")
            area = box(ref)
            if area is None:
                raise self.wrong(one, place, "Blatt!C7 | Blatt!B2:F9")
            sheet = sheet.strip("'")
            if isinstance(one, Text):
                yield CellNote(sheet, area, ref.upper(), self.reading(one, place))
                continue
            note = self.fields(one, place, _NOTE)
            holds = self.text(note["is"], f"{place}.is") if "is" in note else None
            if "as" in note:
                yield CellNote(sheet, area, ref.upper(), "as", self.text(note["as"], f"{place}.as"), holds)
            elif "read" in note:
                yield CellNote(sheet, area, ref.upper(), self.reading(note["read"], f"{place}.read"), "", holds)
            else:
                raise self.wrong(one, place, "{is: …, read: ignore | report} · {is: …, as: …}")

    def reading(self, said: Node, place: str) -> Choice["ignore", "report"]:
        text = self.text(said, place)
        if text == "ignore":
            return "ignore"
        if text == "report":
            return "report"
        raise self.wrong(said, place, "ignore | report | {is: …, as: …}")

    def table(self, said: Node, place: str) -> TableProfile:
        table = self.fields(said, place, _TABLE)
        turned = self.flag(table.get("turned"), f"{place}.turned")
        rows = not turned
        print_, anchor = self.fingerprint(table.get("fingerprint"), rows, f"{place}.fingerprint")
        first, last = self.body(table.get("body"), rows, f"{place}.body")
        skipped, texts = self.skip(table.get("skip"), rows, f"{place}.skip")
        columns = self.columns(table.get("columns"), not rows, f"{place}.columns")
        return TableProfile(
            None if self.missing(table.get("sheet")) else self.text(table["sheet"], f"{place}.sheet"),
            self.word(table.get("title"), f"{place}.title"),
            print_, anchor, turned,
            tuple(self.index(one, rows, f"{place}.header") for one in self.several(table.get("header"), f"{place}.header")),
            first, last,
            columns,
            tuple(self.choice(one, KINDS, f"{place}.rows") for one in self.several(table.get("rows"), f"{place}.rows")),
            self.choice(table.get("heads"), KINDS, f"{place}.heads"),
            self.choice(table.get("names"), KINDS, f"{place}.names"),
            self.within(table.get("within"), f"{place}.within"),
            self.choice(table.get("towards"), ("column", "row"), f"{place}.towards"),
            self.flag(table.get("edges"), f"{place}.edges"),
            self.flag(table.get("closed"), f"{place}.closed"),
            skipped, texts,
            self.groups(table.get("groups"), f"{place}.groups"),
            self.pairs(table.get("signs"), f"{place}.signs"),
            self.pairs(table.get("abbreviations"), f"{place}.abbreviations"),
            self.index(table["continues"], rows, f"{place}.continues") if "continues" in table else 0,
        )  # fmt: skip

    def columns(self, said: Node | None, is_row: bool, place: str) -> tuple[ColumnProfile, ...]:
        found: dict[int, ColumnProfile] = {}
        for key, one in self.given(said, place).items():
            column = self.column(key, one, is_row, f"{place}.{key}")
            if column.index in found:
                raise refuse(self.source, "VN2404", place, line=str(one.line), key=key[:80])
            found[column.index] = column
        return tuple(found.values())

    def column(self, key: str, said: Node, is_row: bool, place: str) -> ColumnProfile:
        index = self.index(Text(said.line, key), is_row, place)
        if isinstance(said, Text):
            word = self.text(said, place)
            if word in FORMS:
                return ColumnProfile(index, form=next(form for form in FORMS if form == word))
            return ColumnProfile(index, role=self.choice(said, tuple(sorted(ROLES)), place))
        one = self.fields(said, place, _COLUMN)
        form = self.choice(one.get("form"), FORMS, f"{place}.form")
        return ColumnProfile(
            index,
            self.word(one.get("head"), f"{place}.head"),
            self.text(one["under"], f"{place}.under") if "under" in one else None,
            next((known for known in FORMS if known == form), ""),
            self.choice(one.get("role"), tuple(sorted(ROLES)), f"{place}.role"),
            self.word(one.get("label"), f"{place}.label"),
            self.within(one.get("within"), f"{place}.within"),
            self.flag(one.get("counts"), f"{place}.counts"),
            self.choice(one["holds"], KINDS, f"{place}.holds") if "holds" in one else None,
            self.split(one["split"], f"{place}.split") if "split" in one else None,
        )

    def split(self, said: Node, place: str) -> str:
        text = self.text(said, place)
        return SPLITS.get(text, text)

    def groups(self, said: Node | None, place: str) -> Pairs:
        return tuple((key, self.choice(one, GROUPS, f"{place}.{key}")) for key, one in self.given(said, place).items())

    def body(self, said: Node | None, rows: bool, place: str) -> tuple[int, int | None]:
        given = self.several(said, place)
        if said is not None and not 1 <= len(given) <= 2:
            raise self.wrong(said, place, "[7, end] | [7, 40] | [7, all]" if rows else '["B", end]')
        if not given:
            return 0, None
        first = self.index(given[0], rows, place)
        if len(given) == 1:
            return first, None
        word = self.text(given[1], place)
        return first, {"end": END, "all": ALL}.get(word) if word in {"end", "all"} else self.index(
            given[1], rows, place
        )

    def skip(self, said: Node | None, rows: bool, place: str) -> tuple[frozenset[int], tuple[str, ...]]:
        numbers, texts = set(), []
        for one in self.items(said, place):
            word = self.text(one, place)
            letters = not rows and word.isascii() and word.isalpha() and word.isupper() and len(word) <= 3
            if letters or (rows and word.isdigit()):
                numbers.add(self.index(one, rows, place))
            else:
                texts.append(word)
        return frozenset(numbers), tuple(texts)

    def fingerprint(self, said: Node | None, rows: bool, place: str) -> tuple[str, tuple[int, ...]]:
        text = self.word(said, place)
        digest, at, anchor = text.partition("@")
        parts = anchor.split(",") if at and said is not None else []
        return digest, tuple(self.index(Text(said.line, part), rows, place) for part in parts if said is not None)

    def within(self, said: Node | None, place: str) -> Pairs | None:
        if said is None:
            return None
        for key in self.given(said, place):
            if key not in KINDS and key not in CONDITIONS:
                raise self.wrong(said, f"{place}.{key}", _near(key, (*KINDS, *CONDITIONS)))
        return tuple(pair for pair in self.pairs(said, place) if pair[1])

    def fields(self, said: Node, place: str, keys: frozenset[str]) -> Mapping[str, Node]:
        found = self.given(said, place)
        for key in found:
            if key not in keys:
                node = next(name for name, _ in said.pairs if name.value == key) if isinstance(said, Fields) else said
                raise self.wrong(node, f"{place}.{key}".lstrip("."), _near(key, sorted(keys)))
        return {key: one for key, one in found.items() if not self.missing(one)}

    def given(self, said: Node | None, place: str) -> Mapping[str, Node]:
        if said is None or self.missing(said):
            return {}
        if not isinstance(said, Fields):
            raise self.wrong(said, place, "key: value")
        return {key.value: one for key, one in said.pairs}

    def items(self, said: Node | None, place: str) -> tuple[Node, ...]:
        if said is None or self.missing(said):
            return ()
        if not isinstance(said, Items):
            raise self.wrong(said, place, "[…]")
        return said.items

    def several(self, said: Node | None, place: str) -> tuple[Node, ...]:
        """Return a list, or one text as a list of one."""
        return (said,) if isinstance(said, Text) and not said.missing else self.items(said, place)

    def texts(self, said: Node | None, place: str) -> tuple[str, ...]:
        return tuple(self.text(one, place) for one in self.items(said, place))

    def pairs(self, said: Node | None, place: str) -> Pairs:
        return tuple((key, self.text(one, f"{place}.{key}")) for key, one in self.given(said, place).items())

    def text(self, said: Node, place: str) -> str:
        if not isinstance(said, Text):
            raise self.wrong(said, place, '"…"')
        return said.value

    def word(self, said: Node | None, place: str) -> str:
        return self.text(said, place) if said is not None else ""

    def choice(self, said: Node | None, among: tuple[str, ...], place: str) -> str:
        word = self.word(said, place)
        if said is not None and word not in among:
            raise self.wrong(said, place, _near(word, among))
        return word

    def flag(self, said: Node | None, place: str) -> bool | None:
        if said is None:
            return None
        word = self.text(said, place).casefold()
        if word not in _FLAGS:
            raise self.wrong(said, place, "true | false")
        return _FLAGS[word]

    def missing(self, said: Node | None) -> bool:
        return said is None or (isinstance(said, Text) and said.missing)

    def index(self, said: Node, is_row: bool, place: str) -> int:
        """Return a row number, or a column number from its letters."""
        text = self.text(said, place).strip()
        number = (
            (int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0) if is_row else column_number(text)
        )
        if not number:
            raise self.wrong(said, place, "7" if is_row else column_letters(2))
        return number


def _near(word: str, among: Iterable[str]) -> str:
    """Return what may stand there, first what was probably meant: a near spelling, or the German word for it."""
    names = list(among)
    role = headers.exact(word)
    near = [role] if role in names else difflib.get_close_matches(word, names, n=1)
    return " | ".join([*near, *(name for name in names if name not in near)])


def _is_rgb(text: str) -> bool:
    digits = text.removeprefix("#")
    return len(digits) == 6 and all(char in "0123456789abcdefABCDEF" for char in digits)
