"""What a profile says about signs, colours, footnotes and abbreviations, before anything the file says itself."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.matrix import hues
from loaders.matrix.headings import timeless
from loaders.matrix.legend import Legend
from loaders.matrix.profile import Pairs, Profile
from loaders.matrix.words import squeeze
from ontology.text import fold


def overrule(legend: Legend, profile: Profile, sheets: Sequence[str]) -> None:
    """Put a profile's words over a legend; a table's own hold on its sheet only."""
    _signs(legend, profile.signs, "")
    _names(legend, profile.abbreviations, "")
    _names(legend, tuple((label, label) for label in profile.labels), "")
    for mark, text in profile.footnotes:
        _clear(legend.notes, mark)
        legend.notes["", mark.strip("()[]")] = text
    _colours(legend, profile.colours)
    for table in profile.tables:
        for name in sheets:
            if table.sheet is None or timeless(table.sheet) == timeless(name):
                _signs(legend, table.signs, name)
                _names(legend, table.abbreviations, name)


def _signs(legend: Legend, pairs: Pairs, sheet: str) -> None:
    for sign, meaning in pairs:
        if not sheet:
            _clear(legend.signs, squeeze(sign))
        legend.signs[sheet, squeeze(sign)] = meaning


def _names(legend: Legend, pairs: Pairs, sheet: str) -> None:
    for short, long in pairs:
        if not sheet:
            _clear(legend.short, fold(short))
        legend.short[sheet, fold(short)] = long


def _clear(words: dict[tuple[str, str], str], key: str) -> None:
    """Forget what single sheets say about a sign, so that the profile's word holds everywhere."""
    for known in [one for one in words if one[1] == key]:
        del words[known]


def _colours(legend: Legend, pairs: Pairs) -> None:
    for key, meaning in pairs:
        word = hues.known(key)
        if not word:
            legend.colours[key.upper().removeprefix("#")] = meaning
            continue
        legend.hues = {word: meaning, **{one: said for one, said in legend.hues.items() if one != word}}
        for fill in [fill for fill in legend.colours if hues.of_hue(fill, word)]:
            legend.colours[fill] = meaning
