"""Numbers and dates as a person sees them in the cell: format codes, German words."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

ERRORS = {
    "#N/A": "#NV", "#REF!": "#BEZUG!", "#VALUE!": "#WERT!", "#NUM!": "#ZAHL!", "#NULL!": "#NULL!", "#NAME?": "#NAME?",
    "#DIV/0!": "#DIV/0!", "#SPILL!": "#ÜBERLAUF!", "#CALC!": "#KALK!", "#GETTING_DATA": "#DATEN_ABRUFEN",
}  # fmt: skip
"""Error values as a German Excel shows them."""

BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd.mm.yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd.mm.yyyy h:mm", 37: "#,##0", 38: "#,##0",
    39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@",
    **dict.fromkeys((27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58), "yyyy-mm-dd"),
}  # fmt: skip
"""Format codes that a file names by number only; others are General."""

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[([^\]]*)\]', re.DOTALL)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_LONGEST = 255
"""No spreadsheet program writes a longer format code."""
_GENERAL = re.compile(r"general|standard", re.IGNORECASE)


def general(value: float) -> str:
    """Return a number without any format: ``1``, ``0,4``, ``1E+20``."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".upper().replace(".", ",")


def parse_number(text: str) -> float:
    """Return the number stored in a cell; not-a-number and infinity are no numbers."""
    value = float(text)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(text)
    return value


@lru_cache(maxsize=4096)
def is_date(code: str) -> bool:
    """Return whether a format code shows a date or a time."""
    section = code.split(";")[0]
    if _ELAPSED.search(section):
        return True
    plain = _GENERAL.sub("", _LITERAL.sub("", section)).lower()
    if re.search(r"[0#?]", plain) and not re.search(r"[dyhsj]", plain.replace("ss.0", "")):
        return False
    return bool(re.search(r"[dyhsmj]", plain))


def render(value: float, code: str, *, since_1904: bool = False) -> tuple[str, str]:
    """Return text and kind (``number``, ``date``, ``text``) of a stored number under its format code."""
    if not code or len(code) > _LONGEST or _GENERAL.fullmatch(code) or code == "@":
        return general(value), "number"
    if is_date(code):
        return _moment(value, code, since_1904)
    section, positive = _section(value, code)
    number = abs(value) if positive else value
    text = _digits(number, section) if section is not None else ""
    if not text.strip():
        return general(value), "number"  # a format that hides the value does not unsay it
    return text.strip(), "text" if re.search(r"[^\W\d_]{2,}|[^\w\s.,%€$+-]", text) else "number"


def _section(value: float, code: str) -> tuple[str | None, bool]:
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _holds(value, condition[1], float(condition[2])):
                return section, False
        return None, False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], True
    return sections[0], False


def _holds(value: float, sign: str, limit: float) -> bool:
    return {
        "<": value < limit, ">": value > limit, "=": value == limit,
        "<=": value <= limit, ">=": value >= limit, "<>": value != limit,
    }[sign]  # fmt: skip


@lru_cache(maxsize=4096)
def _tokens(section: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(section):
        literal = _LITERAL.match(section, at)
        if literal:
            words = literal[1] or literal[2] or literal[3] or ""
            found.append(("text", words))
            at = literal.end()
            continue
        general_word = _GENERAL.match(section, at)
        if general_word:
            found.append(("general", ""))
            at = general_word.end()
            continue
        char = section[at]
        kind = {"0": "digit", "#": "digit", "?": "digit", ".": "point", ",": "comma", "%": "percent", "E": "other",
                "/": "other"}.get(char, "text")  # fmt: skip
        found.append((kind, char))
        at += 1
    return tuple(found)


def _digits(value: float, section: str) -> str:
    tokens = _tokens(section)
    kinds = [kind for kind, _ in tokens]
    if "other" in kinds and "digit" in kinds:
        return general(value)  # scientific notation and fractions: the value says it better
    if "general" in kinds:
        return "".join(general(value) if kind == "general" else text for kind, text in tokens)
    point = kinds.index("point") if "point" in kinds else len(tokens)
    whole = [at for at, kind in enumerate(kinds) if kind == "digit" and at < point]
    places = [at for at, kind in enumerate(kinds) if kind == "digit" and at > point]
    if not whole and not places:
        return "".join(text for kind, text in tokens if kind == "text")
    number = Decimal(repr(value)) * (100 ** kinds.count("percent"))
    last = max(whole + places)
    number /= 1000 ** sum(1 for at in range(last + 1, len(kinds)) if kinds[at] == "comma")
    number = number.quantize(Decimal(1).scaleb(-len(places)), rounding=ROUND_HALF_UP)
    left, _, right = f"{abs(number):f}".partition(".")
    for at in reversed(places):
        if tokens[at][1] != "0" and right.endswith("0"):
            right = right[:-1]
        else:
            break
    left = left.zfill(sum(1 for at in whole if tokens[at][1] == "0"))
    sign = "-" if number < 0 else ""
    return sign + _placed(tokens, whole, places, left, right)


def _placed(tokens: tuple[tuple[str, str], ...], whole: list[int], places: list[int], left: str, right: str) -> str:
    out: dict[int, str] = {}
    for at in reversed(whole):
        out[at], left = (left[-1:], left[:-1]) if at != whole[0] else (left, "")
    first = min(whole + places)
    for at, (kind, text) in enumerate(tokens):
        if kind == "text":
            out[at] = text
        elif kind == "percent":
            out[at] = "%" if at and tokens[at - 1] == ("text", " ") else " %"
        elif kind == "point":
            out[at] = ("" if whole else left or "0") + ("," + right if right else "")
        elif at < first:
            out.setdefault(at, "")
    return "".join(out.get(at, "") for at in range(len(tokens)))


def _moment(value: float, code: str, since_1904: bool) -> tuple[str, str]:
    section = _LITERAL.sub("", code.split(";")[0]).lower()
    elapsed = _ELAPSED.search(code)
    with_time = bool(re.search(r"[hs]", section)) or bool(elapsed)
    with_date = bool(re.search(r"[dyj]", section)) or not with_time
    if elapsed or not with_date or 0 <= value < 1:
        if value < 0:
            return general(value), "number"
        minutes = round((value if elapsed else value % 1) * 24 * 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}", "text"
    epoch = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
    days = value if since_1904 or value >= 60 else value + 1  # the format believes in 29 February 1900
    try:
        moment = datetime(epoch.year, epoch.month, epoch.day) + timedelta(seconds=round(days * 86400))
    except OverflowError:
        return general(value), "number"
    if moment.year < 1900 and not since_1904:
        return general(value), "number"
    if with_time and (moment.hour or moment.minute):
        return moment.strftime("%Y-%m-%d %H:%M"), "date"
    return moment.strftime("%Y-%m-%d"), "date"
