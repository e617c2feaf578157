"""How to read one source where the automatic reading errs: a YAML file a person can correct."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.grid import column_letters
from loaders.matrix.plan import Column, Form
from ontology.errors import LoadError
from ontology.messages import hint, sentence
from ontology.text import fold

ROLES = frozenset(
    {
        "actor", "offer", "audience", "theme", "region", "type", "sender", "receiver", "alias", "contact", "contactName",
        "contactPhone", "contactMail", "website", "address", "fax", "cost", "capacity", "format", "language",
        "openingHours", "status", "legalBasis", "access", "remark", "lastChecked", "agreedOn", "runsFrom", "runsUntil",
        "runs", "minAge", "maxAge", "occasion", "mode", "responsibility", "feedback", "agreement", "memberOf", "fundedBy",
        "cooperatesWith", "coordinates", "role", "other", "running", "total", "attribute",
    }
)  # fmt: skip
"""What a column can be about."""

FORMS: tuple[Form, ...] = ("stub", "mark", "names", "value", "keyed", "structure")
_TABLE_KEYS = frozenset(
    {"sheet", "fingerprint", "turned", "header", "body", "within", "towards", "edges", "closed", "skip", "columns"}
)
_KEYS = frozenset({"profile", "signs", "colours", "abbreviations", "ignore", "tables"})


@dataclass(frozen=True, slots=True)
class TableProfile:
    """How one table is read; ``last`` 0 means: to its end."""

    sheet: str
    fingerprint: str
    turned: bool
    header: tuple[int, ...]
    first: int
    last: int
    columns: tuple[Column, ...]
    within: tuple[tuple[str, str], ...] = ()
    towards: str = "column"
    edges: bool = False
    closed: bool = False
    skipped: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person says about one source; whatever it leaves out is read automatically.

    Args:
        ignore: sheets that say nothing.
        signs, colours, abbreviations: come before the file's own legend.
    """

    tables: tuple[TableProfile, ...] = ()
    ignore: tuple[str, ...] = ()
    signs: tuple[tuple[str, str], ...] = ()
    colours: tuple[tuple[str, str], ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()


def fingerprint(headings: Iterable[str]) -> str:
    """Return what stays the same as long as a table's header says the same in the same order."""
    text = "\x1f".join(map(fold, headings))
    return hashlib.blake2b(text.encode("utf-8"), digest_size=6).hexdigest()


def read(path: Path) -> Profile:
    """Return the profile a YAML file holds.

    Raises:
        LoadError: code ``profile``, with the line or key that is wrong.
    """
    import yaml

    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError) as error:
        raise refuse(path.name, "VN2401", reason=str(error)) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise refuse(path.name, "VN2402", line=str(mark.line + 1) if mark else "?") from error
    return _Reader(path.name).profile(said)


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

    def wrong(self, place: str, expected: str) -> LoadError:
        return refuse(self.source, "VN2403", place, expected=expected)

    def profile(self, said: object) -> Profile:
        top = self.mapping(said if said is not None else {}, "", _KEYS)
        tables = self.items(top.get("tables", []), "tables")
        return Profile(
            tuple(self.table(table, f"tables[{number}]") for number, table in enumerate(tables, 1)),
            tuple(str(name) for name in self.items(top.get("ignore", []), "ignore")),
            self.pairs(top.get("signs", {}), "signs"),
            self.pairs(top.get("colours", {}), "colours"),
            self.pairs(top.get("abbreviations", {}), "abbreviations"),
        )

    def table(self, said: object, place: str) -> TableProfile:
        table = self.mapping(said, place, _TABLE_KEYS)
        turned = self.flag(table.get("turned", False), f"{place}.turned")
        header = [
            self.index(one, not turned, f"{place}.header") for one in self.items(table.get("header"), f"{place}.header")
        ]
        body = self.items(table.get("body"), f"{place}.body")
        if not header or len(body) != 2:
            raise self.wrong(f"{place}.body", "header: [5, 6] + body: [7, end]")
        towards = str(table.get("towards", "column"))
        if towards not in {"column", "row"}:
            raise self.wrong(f"{place}.towards", "column | row")
        columns = self.mapping(table.get("columns"), f"{place}.columns", None)
        return TableProfile(
            str(table.get("sheet", "")), str(table.get("fingerprint", "")), turned, tuple(header),
            self.index(body[0], not turned, f"{place}.body"),
            0 if body[1] == "end" else self.index(body[1], not turned, f"{place}.body"),
            tuple(self.column(key, one, turned, f"{place}.columns.{key}") for key, one in columns.items()),
            self.pairs(table.get("within", {}), f"{place}.within"), towards,
            self.flag(table.get("edges", False), f"{place}.edges"), self.flag(table.get("closed", False), f"{place}.closed"),
            frozenset(self.index(row, not turned, f"{place}.skip") for row in self.items(table.get("skip", []), f"{place}.skip")),
        )  # fmt: skip

    def column(self, key: object, said: object, turned: bool, place: str) -> Column:
        one = self.mapping(said, place, frozenset({"role", "form", "label", "within", "counts", "holds"}))
        role, form = str(one.get("role", "other")), str(one.get("form", "value"))
        if role not in ROLES:
            raise self.wrong(f"{place}.role", " | ".join(sorted(ROLES)))
        known = next((name for name in FORMS if name == form), None)
        if known is None:
            raise self.wrong(f"{place}.form", " | ".join(FORMS))
        return Column(
            self.index(key, turned, place), role, known, str(one.get("label", "")),
            within=self.pairs(one.get("within", {}), f"{place}.within"), numeric=self.flag(one.get("counts", False), place),
            holds=str(one.get("holds", "")),
        )  # fmt: skip

    def mapping(self, said: object, place: str, keys: frozenset[str] | None) -> Mapping[object, object]:
        if not isinstance(said, Mapping):
            raise self.wrong(place, "key: value")
        for key in said:
            if keys is not None and str(key) not in keys:
                raise self.wrong(f"{place}.{key}".lstrip("."), " | ".join(sorted(keys)))
        return said

    def items(self, said: object, place: str) -> Sequence[object]:
        if not isinstance(said, list):
            raise self.wrong(place, "[…]")
        return said

    def pairs(self, said: object, place: str) -> tuple[tuple[str, str], ...]:
        return tuple((str(key), str(value)) for key, value in self.mapping(said, place, None).items())

    def flag(self, said: object, place: str) -> bool:
        if not isinstance(said, bool):
            raise self.wrong(place, "true | false")
        return said

    def index(self, said: object, is_row: bool, place: str) -> int:
        """Return a row number, or a column number from its letters."""
        text = str(said).upper()
        if is_row and text.isdigit() and int(text) > 0:
            return int(text)
        if not is_row and text.isalpha() and len(text) <= 3 and text.isascii():
            number = 0
            for letter in text:
                number = number * 26 + ord(letter) - 64
            return number
        raise self.wrong(place, "7" if is_row else column_letters(2))
