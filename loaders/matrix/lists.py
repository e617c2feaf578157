"""Several things in one cell, taken apart without cutting through brackets or names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loaders.matrix.kinds import CONTINUES
from ontology.text import clean

_BULLET = re.compile(r"^\s*(?:[-–—•●▪*·○►>✓+]|\d{1,2}[.)]|[a-z]\))\s+")
_ALWAYS = re.compile(r"[\n;|•·▪●]")
_LISTED = re.compile(r"\s*[;|•▪●]\s*(?=\S)")
_COMMA = re.compile(r",\s*")
_LOOSE = re.compile(r"\s+/\s+|\s+\+\s+|\s+&\s+")
_SLASH = re.compile(r"\s*/\s*")
_SOWIE = re.compile(r"\s+sowie\s+(?=[A-ZÄÖÜ])")
_AND = re.compile(r"\s+(?:und|sowie|oder|and|u\.)\s+")
_ENTRY = re.compile(r"\W*(?!(?:die|der|das|wenn|sofern|nur|auch|aber|z\. ?B\.)\b)\w")
_SPACED_SLASH = re.compile(r"\s+/\s+")
_GOVERNED = re.compile(r"\b(?:mit|ohne|über|unter|ab|bis|in|im|aus|nach|vor|von)\s")
_NOMINATIVE = re.compile(r"^(?:[A-ZÄÖÜ][\w-]*(?:e|innen)|Menschen|Personen|Frauen|Männer|Eltern|Familien)(?:\s|$)")
_FOR = re.compile(r"\s+für\s+")
_PLUS = re.compile(r"\s+\+\s+")
SIGNS = {"\n": re.compile(r"\n"), "+": _PLUS, "/": _SPACED_SLASH, "&": re.compile(r"\s+&\s+"), ",": _COMMA}
"""Signs that part the entries of a column, unless a name holds them; all others always do."""
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_UNFINISHED = re.compile(r"(?:[-–&/,]|\b(?:der|des|die|das|dem|den|für|und|u\.|im|in|am|zu|zur|zum|von|vom|mit|bei))$")
_HANGING = re.compile(r"-$")


def outside_brackets(text: str, separator: re.Pattern[str]) -> list[str]:
    """Return the parts of a text between separators that do not stand inside brackets."""
    parts, start, depth = [], 0, 0
    if "(" not in text and "[" not in text:
        for found in filter(re.Match.group, separator.finditer(text)):
            parts.append(text[start : found.start()])
            start = found.end()
        return [*parts, text[start:]]
    position = 0
    while position < len(text):
        if text[position] in "([":
            depth += 1
        elif text[position] in ")]":
            depth = max(0, depth - 1)
        elif not depth and (match := separator.match(text, position)) and match.end() > position:
            parts.append(text[start:position])
            start = position = match.end()
            continue
        position += 1
    return [*parts, text[start:]]


def sign_of(texts: Sequence[str], known: Callable[[str], bool]) -> str:
    """Return the sign that parts the entries of a column: where most cells are cut at it, the others are lists too."""
    for sign in ("\n", "+"):
        several = [text for text in texts if _cut(text, sign)]
        sure = [text for text in several if len(_entries(text, known, plain=False)) >= len(_cut(text, sign))]
        if len(sure) >= 2 and 2 * len(sure) > len(several):
            return sign
    return ""


def _cut(text: str, sign: str) -> list[str]:
    """Return the entries between a sign, nothing where it parts none: a name may go on in the next line."""
    parts = [part.strip() for part in outside_brackets(text, SIGNS[sign]) if _tidy(part)]
    whole = all(not _UNFINISHED.search(part) for part in parts[:-1])
    return parts if len(parts) > 1 and whole and all(part[:1].isupper() for part in map(_tidy, parts)) else []


def split(
    text: str, known: Callable[[str], bool], *, plain: bool = False, sign: str = "", told: bool = False
) -> tuple[str, ...]:
    """Return the entries of a list cell; what ``known`` recognises as one name is never cut.

    Args:
        text: the cell with its line breaks.
        known: whether a text is one name as it stands.
        plain: the entries are short names such as places and languages: "und" always stands between two of them.
        sign: what parts the entries of this column, whatever they are; ``told`` by a person, who means no other sign.
    """
    if told:
        parts = [_tidy(part) for part in (text.split(sign) if sign else [text])]
        return tuple(dict.fromkeys(filter(None, parts)))
    if sign and (cut := _cut(text, sign)):
        return tuple(dict.fromkeys(entry for part in cut for entry in _entries(part, known, plain=plain)))
    return tuple(dict.fromkeys(_entries(text, known, plain=plain)))


def _entries(text: str, known: Callable[[str], bool], *, plain: bool) -> list[str]:
    whole = _tidy(text)
    if not whole:
        return []
    strong = [part for part in outside_brackets(text, _ALWAYS) if _tidy(part)]
    if known(whole) and not _are_several(strong, known) and not _is_row_of_names(whole, known):
        return [whole]
    for separator in (_ALWAYS, _COMMA, _LOOSE, _SOWIE, _AND, _SLASH):
        source = text if separator is _ALWAYS else whole
        parts = [part for part in outside_brackets(source, separator) if _tidy(part)]
        if len(parts) > 1 and _may_cut(separator, parts, known, plain=plain):
            return [entry for part in parts for entry in _entries(part, known, plain=plain)]
    return [whole]


def _is_row_of_names(whole: str, known: Callable[[str], bool]) -> bool:
    """Return whether a text that could be one name is surely several: a strong sign, a slash between two names.

    "und" after "mit" or "über" parts two names only if the second cannot be governed by it: a dative plural ends in n or s,
    "Menschen mit Höreinschränkung und Geflüchtete" are two, "… mit Flucht- und Migrationsgeschichte" one.
    """
    if len(outside_brackets(whole, _LISTED)) > 1:
        return True
    added = [_tidy(part) for part in outside_brackets(whole, _PLUS)]
    if len(added) > 1 and all(part[:1].isupper() for part in added) and (len(added) > 2 or all(map(known, added))):
        return True
    slashed = outside_brackets(whole, _SPACED_SLASH)
    if len(slashed) > 1 and all(known(_tidy(part)) for part in slashed):
        return True
    first, *rest = outside_brackets(whole, _AND)
    if len(rest) == 1 and (governed := _FOR.split(first, maxsplit=1))[1:]:
        # not "Beratung für Ausbildung und Umschulung"; "Coaching für Frauen und Sprachkurs" are two
        return known(_tidy(first)) and known(_tidy(rest[0])) and not known(_tidy(governed[1]))
    return (
        len(rest) == 1
        and bool(_GOVERNED.search(first))
        and not _HANGING.search(first)
        and bool(_NOMINATIVE.search(rest[0]))
        and known(_tidy(first))
        and known(_tidy(rest[0]))
    )


def _are_several(parts: list[str], known: Callable[[str], bool]) -> bool:
    """Return whether lines are names of their own although together they could be one: half of them are known alone."""
    names = [_tidy(_BRACKETS.sub("", part)) for part in parts]
    if len(parts) > 1 and all(map(_BULLET.match, parts)):
        return True
    if len(names) < 2 or any(not (name[:1].isupper() or known(name)) or CONTINUES.match(name) for name in names):
        return False
    if any(_UNFINISHED.search(name) for name in names):
        return False
    if any(part.rstrip().endswith((")", "]")) for part in parts[:-1]) and any(map(known, names)):
        return True  # what stands in brackets ends a name
    return (known(names[0]) or " " in names[0]) and sum(map(known, names)) >= 0.5 * len(names)


def _may_cut(separator: re.Pattern[str], parts: list[str], known: Callable[[str], bool], *, plain: bool) -> bool:
    """Line breaks and semicolons always cut; the weaker a sign, the more its parts must look like names."""
    if separator is _ALWAYS:
        return True
    if any(_HANGING.search(part.strip()) for part in parts):  # "Aus- und Weiterbildung"
        return False
    sure = plain or any(known(_tidy(part)) for part in parts)
    if separator is _COMMA:
        prose = len(parts) == 2 and not sure and bool(_AND.search(parts[-1]))  # "Water, Sanitation and Hygiene"
        return not prose and all(_ENTRY.match(part) for part in parts)
    if separator is _SLASH:
        return all(known(_tidy(part)) for part in parts)
    named = all(part[:1].isupper() or known(part) for part in map(_tidy, parts))
    return named and (sure or separator in {_LOOSE, _SOWIE})


def _tidy(text: str) -> str:
    return clean(_BULLET.sub("", text.strip())).strip(" ,;")
