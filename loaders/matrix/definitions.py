"""One sign, colour name or abbreviation and what a file says it means."""

from __future__ import annotations

import re

from loaders.matrix import kinds, marks, restrictions
from loaders.matrix.legend import Alias, Legend
from loaders.matrix.names import bare_label
from loaders.matrix.sheet import Place, Sheet
from loaders.matrix.words import pattern, squeeze, table
from ontology.text import clean, fold

_SHORT = re.compile(r"^[\w.&/ -]{1,16}$")


def define(
    legend: Legend, sheet: Sheet, key: str, value: str, header: tuple[str, str], place: Place, within: str = ""
) -> None:
    """Store what one line of a legend defines: a colour's meaning, a sign's, or the long name of a short one.

    ``header`` says what the legend's own header promises: ``sign`` or ``name``, and the kind of what is named;
    ``within`` is the sheet for which alone it holds.
    """
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
    short = sort != "sign" and not (is_sign(key) and not kinds.known("actor", long)) and bool(_SHORT.match(key))
    kind = (kind or _kind(key, long)) if short else ""
    may_name = is_sign(key) and not restrictions.handover(long)  # "b = Begleitung zum Erstgespräch" says how
    thing = next((one for one in ("offer", "audience", "theme") if kinds.known(one, long)), "") if may_name else ""
    if thing and not marks.sign(key):
        legend.short.setdefault((scope, fold(key)), long)
        legend.aliases.append(Alias(clean(key), long, thing, sheet.name, sheet.origin(*place)))
    if not kind and sort != "name":
        for variant in re.split(r"\s*(?:/|,|\boder\b)\s*", key) if len(key) > 3 and "(" not in key else (key,):
            legend.signs.setdefault((scope, squeeze(variant)), value)
        if short and not is_sign(key) and key[:2].isupper():
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


def is_sign(text: str) -> bool:
    """Return whether a text is a sign of the mark grammar or a single character."""
    return bool(marks.sign(text)) or len(squeeze(text)) == 1
