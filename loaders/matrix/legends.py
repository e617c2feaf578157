"""What a file says about its own signs: legends, colours, abbreviations, footnotes, reading direction."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.matrix import captionless, headers, kinds, marks
from loaders.matrix.hues import of_hue
from loaders.matrix.names import bare_label
from loaders.matrix.sheet import Place, Sheet
from loaders.matrix.shortnames import short_names
from loaders.matrix.words import pattern, squeeze, table, texts
from ontology.text import clean, fold

_PAIR = re.compile(
    r"^\s*[„\"'(]?(?P<key>[^=:]{1,24}?|[(\[].{1,6}[)\]])[“\"']?\s*(?:=|:(?!//)|\s[–-]\s|→|->)\s*(?P<value>\S.*)$",
    re.DOTALL,
)
_EQUALS = re.compile(r"^\s*[„\"']?(?P<key>[^=]{1,28}?)[“\"']?\s*=\s*(?P<value>\S.*)$", re.DOTALL)
_PLAIN = re.compile(r"^\s*(?P<key>[^\w\s]{1,3}|[A-Za-z]{1,2})\s+(?P<value>\S.*)$", re.DOTALL)
_CAPTION = re.compile(
    r"^\s*(?:legende|zeichen|symbole?|es bedeuten|es bedeutet|bedeutung(?: der zeichen)?|zeichenerkl\w+|erl\w+ung(?:en)?|abk\w+ungen|hinweise?|farben|farblegende|lesehilfe)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\s*(?P<mark>\*{1,5}|[¹²³⁴⁵⁶⁷⁸⁹]+|\(\*+\)|\(?\d\)|\[\d\]|\(?[a-h]\)|†|‡)\s*[:=]?\s*(?P<text>\S.*)$", re.DOTALL
)
_ASIDE = re.compile(r"^[^=(]{4,}\((?P<pairs>[^()]*=[^()]*)\)\s*$", re.DOTALL)
_SIGNED = re.compile(r"^\S{1,4}\s*(?::|→|\s[–-])\s+\S")
_SHORT = re.compile(r"^[\w.&/ -]{1,16}$")


@dataclass(frozen=True, slots=True)
class Alias:
    """An abbreviation a file resolves, with the cell that holds it."""

    short: str
    long: str
    kind: str
    sheet: str
    place: Place


@dataclass(slots=True)
class Legend:
    """Everything one file explains; what a sheet says itself comes before what another sheet says."""

    signs: dict[tuple[str, str], str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    hues: dict[str, str] = field(default_factory=dict)
    short: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    towards: dict[str, str] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)
    claimed: set[tuple[str, Place]] = field(default_factory=set)
    pending: list[Alias] = field(default_factory=list)
    only: set[str] = field(default_factory=set)
    """Sheets that hold nothing but a legend."""

    def sign(self, sheet: str, text: str) -> str:
        """Return what a sign means here, empty if the file does not say."""
        key = squeeze(text)
        return self.signs.get((sheet, key)) or self.signs.get(("", key), "")

    def colour(self, fill: str) -> str:
        """Return what a fill colour means, empty if the file does not say."""
        if not fill:
            return ""
        return self.colours.get(fill) or next((said for word, said in self.hues.items() if of_hue(fill, word)), "")

    def name(self, sheet: str, label: str) -> str:
        """Return the long name of an abbreviation, or the label itself."""
        key = fold(label)
        return self.short.get((sheet, key)) or self.short.get(("", key)) or label

    def kind(self, label: str) -> str:
        """Return the kind of thing the file explains an abbreviation as, empty if it does not."""
        return next((alias.kind for alias in self.aliases if fold(alias.short) == fold(label)), "")

    def resolves(self, sheet: str, label: str) -> bool:
        """Return whether the file explains this abbreviation."""
        return (sheet, fold(label)) in self.short or ("", fold(label)) in self.short

    def note(self, sheet: str, mark: str) -> str:
        """Return the text of a footnote mark, empty if the file has none."""
        return self.notes.get((sheet, mark)) or self.notes.get(("", mark), "")


def harvest(sheets: Sequence[Sheet]) -> Legend:
    """Return what the sheets of a file explain, and which cells said it."""
    legend = Legend()
    names = frozenset(fold(sheet.name) for sheet in sheets)
    for sheet in sheets:
        if _is_legend_sheet(sheet):
            legend.only.add(sheet.name)
            _block(legend, sheet, 1, sheet.last_row, None, names)
            _claim_rest(legend, sheet)
    for sheet in sheets:
        if sheet.name not in legend.only:
            _blocks(legend, sheet, names)
            _captionless(legend, sheet)
            _lines(legend, sheet)
    _share_signs(legend)
    for sheet in sheets:
        for short, long in short_names(sheet):
            legend.short.setdefault((sheet.name, fold(short)), long)
            legend.short.setdefault(("", fold(short)), long)
    _settle(legend)
    return legend


def _share_signs(legend: Legend) -> None:
    """A sign that one sheet explains, and no other sheet explains otherwise, means the same on all of them."""
    said: dict[str, set[str]] = {}
    for (_, key), meaning in legend.signs.items():
        said.setdefault(key, set()).add(meaning)
    for key, meanings in said.items():
        if len(meanings) == 1:
            legend.signs.setdefault(("", key), *meanings)


def _captionless(legend: Legend, sheet: Sheet) -> None:
    for block in captionless.blocks(sheet, lambda row, column: _is_claimed(legend, sheet, row, column)):
        named = kinds.majority([bare_label(value) for _, _, value in block], ("actor", "offer", "audience", "theme"))
        for place, key, value in block:
            short = (named == "actor" or (len(key) > 1 and key[:2].isupper())) and not marks.sign(key)
            _define(
                legend, sheet, clean(key), clean(value), ("name", named) if named and short else ("sign", ""), place
            )
            legend.claimed.update((sheet.name, sheet.origin(place[0], column)) for column in sheet.filled(place[0]))


def _is_claimed(legend: Legend, sheet: Sheet, row: int, column: int) -> bool:
    return (sheet.name, sheet.origin(row, column)) in legend.claimed


def _settle(legend: Legend) -> None:
    """An abbreviation of nobody knows what stands for the same kind of thing as those explained beside it."""
    for one in legend.pending:
        near = Counter(alias.kind for alias in legend.aliases if alias.sheet == one.sheet)
        named = ("", fold(one.short)) in legend.short
        if near or named:
            kind = near.most_common(1)[0][0] if near else "actor"
            local = one.sheet if one.sheet not in legend.only else ""
            legend.short.setdefault((local, fold(one.short)), one.long)
            legend.short.setdefault(("", fold(one.short)), one.long)
            legend.aliases.append(Alias(one.short, one.long, kind, one.sheet, one.place))


def _is_legend_sheet(sheet: Sheet) -> bool:
    rows = [sheet.filled(row) for row in sheet.rows]
    narrow = all(len(columns) <= 3 for columns in rows)
    if pattern("axes", "titles", "legend").search(fold(sheet.name)):
        return narrow
    first = next((row for row in sheet.rows if sheet.filled(row)), 0)
    return narrow and bool(first) and _pair_header(sheet, first, sheet.filled(first)) != ("", "", "")


def _claim_rest(legend: Legend, sheet: Sheet) -> None:
    for row in sheet.rows:
        for column in sheet.filled(row):
            _line(legend, sheet, row, column, sheet.lines(row, column))
            legend.claimed.add((sheet.name, sheet.origin(row, column)))


def _pair_header(sheet: Sheet, row: int, columns: Sequence[int]) -> tuple[str, str, str]:
    """Return what a legend's header row says: sign or name, kind of what is named, and whether a scope follows."""
    if not 2 <= len(columns) <= 3:
        return "", "", ""
    first, second, *third = (fold(sheet.text(row, column)).strip(" :") for column in columns)
    sort = "sign" if first in texts("legends", "signs") else "name" if first in texts("legends", "names") else ""
    role = headers.exact(second)
    kind = role if role in {"actor", "offer", "audience", "theme", "region"} else ""
    meaning = second in texts("legends", "meanings")
    if not sort or not (kind or meaning or sort == "sign"):
        return "", "", ""
    if third and third[0] not in texts("legends", "scopes"):
        return "", "", ""
    return sort, "" if meaning else kind, "scoped" if third else "plain"


def _blocks(legend: Legend, sheet: Sheet, names: frozenset[str]) -> None:
    """Read the legend blocks below or beside a table: a caption or a pair of headers, then pairs."""
    for row in list(sheet.rows):
        for run in _runs(sheet.filled(row)):
            if any((sheet.name, sheet.origin(row, column)) in legend.claimed for column in run):
                continue
            caption = len(run) == 1 and _is_caption(sheet.text(row, run[0]))
            if caption and _holds_pairs(sheet, row + 1, run[0]):
                legend.claimed.add((sheet.name, sheet.origin(row, run[0])))
                sort = "name" if fold(sheet.text(row, run[0])).strip(" :") in texts("legends", "named_blocks") else ""
                _block(legend, sheet, row + 1, _end(sheet, row + 1, run[0]), run[0], names, sort)
            elif len(run) in {2, 3} and _pair_header(sheet, row, run) != ("", "", ""):
                _block(legend, sheet, row, _end(sheet, row, run[0]), run[0], names)


def _is_caption(text: str) -> bool:
    folded = fold(text).strip(" :")
    return folded in texts("legends", "blocks") or (
        len(folded) <= 48 and bool(pattern("legends", "captions").search(folded))
    )


def _runs(columns: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for column in columns:
        if run and column != run[-1] + 1:
            yield run
            run = []
        run.append(column)
    if run:
        yield run


def _holds_pairs(sheet: Sheet, row: int, column: int) -> bool:
    cell, text = sheet.cell(row, column), sheet.text(row, column)
    if _EQUALS.match(text) or _NOTE.match(text) or _SIGNED.match(text) or (cell and cell.fill):
        return True
    beside = sheet.text(row, column + 1)
    return bool(beside and not sheet.text(row, column + 3) and len(text) <= 24 and len(beside) >= len(text))


def _end(sheet: Sheet, row: int, column: int) -> int:
    while _stored(sheet, row + 1, column) or _stored(sheet, row + 1, column + 1):
        row += 1
    return row


def _stored(sheet: Sheet, row: int, column: int) -> bool:
    cell = sheet.cell(row, column)
    return bool(cell and (cell.text.strip() or cell.fill))


def _block(
    legend: Legend, sheet: Sheet, top: int, bottom: int, left: int | None, names: frozenset[str], sort: str = ""
) -> None:
    kind = ""
    for row in range(top, bottom + 1):
        stored = [column for column in sheet.rows.get(row, {}) if left is None or left <= column <= left + 2]
        columns = [column for column in stored if sheet.text(row, column)]
        header = _pair_header(sheet, row, columns)
        if header != ("", "", ""):
            sort, kind, _ = header
            legend.claimed.update((sheet.name, sheet.origin(row, column)) for column in columns)
            continue
        if len(columns) == 1 and _line(legend, sheet, row, columns[0], sheet.lines(row, columns[0]), captioned=True):
            continue
        _entry(legend, sheet, row, stored, (sort, kind), names)


def _entry(
    legend: Legend, sheet: Sheet, row: int, stored: Sequence[int], header: tuple[str, str], names: frozenset[str]
) -> None:
    """Read one line of a legend block: sign or colour, then what it means."""
    columns = [column for column in stored if sheet.text(row, column)]
    if not columns:
        return
    swatch = next((cell.fill for column in stored if (cell := sheet.cell(row, column)) and cell.fill), "")
    first = sheet.cell(row, columns[0])
    key, value = sheet.text(row, columns[0]), sheet.text(row, columns[1]) if len(columns) > 1 else ""
    scope = sheet.text(row, columns[2]) if len(columns) > 2 else ""
    claim = {(sheet.name, sheet.origin(row, column)) for column in columns}
    if not value:
        if swatch:
            legend.colours.setdefault(swatch, key)
            legend.claimed |= claim
        return
    if (
        swatch
        and (not first or first.fill == swatch)
        and not _is_sign(key)
        and fold(key) in map(fold, table("marks", "colours"))
    ):
        legend.colours.setdefault(swatch, value)
    elif first and first.font:
        key = marks.shown(key, first.font)
    legend.claimed |= claim
    within = scope if fold(scope) in names else ""
    if swatch and first and first.fill:
        legend.colours.setdefault(swatch, value)
    _define(legend, sheet, key, value, header, (row, columns[0]), within)


def _is_sign(text: str) -> bool:
    return bool(marks.sign(text)) or len(squeeze(text)) == 1


def _define(
    legend: Legend, sheet: Sheet, key: str, value: str, header: tuple[str, str], place: Place, within: str = ""
) -> None:
    sort, kind = header
    local = sheet.name if sheet.name not in legend.only else ""
    scope = within or local
    word = fold(key).strip(" :")
    if marks.is_empty_word(key) or pattern("marks", "meaning", "struck").search(word):
        return
    if word in map(fold, table("marks", "colours")):
        legend.hues.setdefault(next(c for c in table("marks", "colours") if fold(c) == word), value)
        return
    long = bare_label(value)
    short = sort != "sign" and not (_is_sign(key) and not kinds.known("actor", long)) and bool(_SHORT.match(key))
    kind = (kind or _kind(key, long)) if short else ""
    thing = next((one for one in ("offer", "audience", "theme") if kinds.known(one, long)), "") if _is_sign(key) else ""
    if thing and not marks.sign(key):
        legend.short.setdefault((scope, fold(key)), long)
        legend.aliases.append(Alias(clean(key), long, thing, sheet.name, sheet.origin(*place)))
    if not kind and sort != "name":
        for variant in re.split(r"\s*(?:/|,|\boder\b)\s*", key) if len(key) > 3 and "(" not in key else (key,):
            legend.signs.setdefault((scope, squeeze(variant)), value)
        if short and not _is_sign(key) and key[:2].isupper():
            legend.pending.append(Alias(clean(key), long, "", sheet.name, sheet.origin(*place)))
        return
    if not short or pattern("legends", "depends").search(fold(value)):
        return
    legend.short.setdefault((scope, fold(key)), long)
    legend.short.setdefault(("", fold(key)), long)
    found = Alias(clean(key), long, kind, sheet.name, sheet.origin(*place))
    (legend.aliases if kind else legend.pending).append(found)


def _kind(key: str, long: str) -> str:
    """Return the kind of entity an abbreviation stands for; a mere likeness needs a key that looks like one."""
    found = kinds.majority([long], ("actor", "offer", "audience", "theme", "region"))
    sure = kinds.known(found, long) if found else False
    return found if sure or (key[:1].isupper() and len(key) <= 10) else ""


def _lines(legend: Legend, sheet: Sheet) -> None:
    """Read single lines such as ``x = Angebot vorhanden`` or ``* nur mit Termin`` outside tables."""
    for row in list(sheet.rows):
        columns = [column for column in sheet.filled(row) if sheet.anchor(row, column) == (row, column)]
        for column in columns:
            place = (sheet.name, sheet.origin(row, column))
            if place not in legend.claimed and (len(columns) == 1 or _apart(columns, column)):
                _line(legend, sheet, row, column, sheet.lines(row, column))


def _apart(columns: Sequence[int], column: int) -> bool:
    return all(abs(other - column) > 1 for other in columns if other != column)


def _line(legend: Legend, sheet: Sheet, row: int, column: int, text: str, *, captioned: bool = False) -> bool:
    """Read one cell as a legend line; return whether it was one."""
    place = (sheet.name, sheet.origin(row, column))
    parts = list(_parts(text))
    way = next(filter(None, map(direction, parts)), "")
    if way:
        legend.towards.setdefault(sheet.name, way)
        legend.claimed.add(place)
        text = "; ".join(part for part in parts if not direction(part))
    aside = _ASIDE.match(text)
    if aside and len(list(_parts(aside["pairs"]))) > 1:  # a title that explains its signs stays a title
        for key, value in filter(None, (_pair(part, True) for part in _parts(aside["pairs"]))):
            _define(legend, sheet, clean(key), clean(value), ("sign", ""), (row, column))
        return False
    rest = _CAPTION.sub("", text)
    found = [pair for part in _parts(rest) if (pair := _pair(part, captioned or rest != text))]
    for key, value in found:
        note = _NOTE.match(f"{key} {value}")
        if note and re.fullmatch(r"[*¹²³⁴-⁹†‡]+|\(?\d\)|\(\*+\)|\[\d\]", key.strip()):
            legend.notes.setdefault((_local(legend, sheet), note["mark"].strip("()[]")), clean(value))
        swatch = _swatch(sheet, row, column)
        if swatch and fold(key) in map(fold, table("marks", "colours")):
            legend.colours.setdefault(swatch, clean(value))
        _define(legend, sheet, clean(key), clean(value), ("", ""), (row, column))
    if not found:
        found = _notes(legend, sheet, text)
    beside = _swatch(sheet, row, column - 1, bare=True)
    if not found and beside and len(sheet.filled(row)) == 1 and column > 1:
        legend.colours.setdefault(beside, clean(text))
        found = [(beside, text)]
    if found:
        legend.claimed.add(place)
    return bool(found or way)


def _local(legend: Legend, sheet: Sheet) -> str:
    return "" if sheet.name in legend.only else sheet.name


def _notes(legend: Legend, sheet: Sheet, text: str) -> list[tuple[str, str]]:
    found = []
    for line in re.split(r"\n|(?<=\S)\s{2,}(?=\*|[¹²³⁴-⁹])", text):
        match = _NOTE.match(line)
        if not match:
            return []
        mark = match["mark"].strip("()[]")
        legend.notes.setdefault((_local(legend, sheet), mark), clean(match["text"]))
        found.append((mark, match["text"]))
    return found


def _swatch(sheet: Sheet, row: int, column: int, *, bare: bool = False) -> str:
    """Return the fill of a cell; ``bare``: only of one without text that alone in its row has it, no band of a striped table."""
    cell = sheet.cell(row, column)
    if cell is None or (bare and cell.text.strip()):
        return ""
    alone = sum(other.fill == cell.fill for other in sheet.rows.get(row, {}).values()) == 1
    return cell.fill if alone or not bare else ""


def _parts(text: str) -> Iterable[str]:
    parts = re.split(
        r"\s*[;|\n]\s*|,\s+(?=[^,=]{1,14}=)|\s{2,}(?=\S{1,12}\s*=)|\s+(?=(?:[^\w\s=]{1,3}|\w{1,2})\s*=\s)", text
    )
    return [part for part in parts if part.strip()]


def _pair(text: str, captioned: bool) -> tuple[str, str] | None:
    match = _EQUALS.match(text) or (_PAIR.match(text) if captioned else None)
    if match is None and captioned and (plain := _PLAIN.match(text)) and marks.sign(plain["key"]):
        match = plain  # "+ dabei", without a sign between
    if not match or (len(match["key"].split()) > 3 and "=" not in text):
        return None
    return clean(match["key"]), clean(match["value"]).rstrip(" ,;")


def direction(text: str) -> str:
    """Return ``column`` if a sentence says that rows refer to columns, ``row`` for the other way, else empty."""
    folded = fold(text)
    if len(folded) > 160:
        return ""
    if pattern("legends", "column_to_row").search(folded):
        return "row"
    return "column" if pattern("legends", "row_to_column").search(folded) else ""
