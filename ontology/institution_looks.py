"""Whether a label is the name of one institution, told by its grammar."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ontology.institution_forms import grammar
from ontology.institution_parts import Found, Parts, read_parts
from ontology.lexicon import is_known, is_ordinary
from ontology.nouns import STRONG, kinds_of
from ontology.place_names import Word

_LONGEST_NAME, _LONGEST_LEGAL = 7, 12
"""Further words a name may have, and one with a legal form; with more of them a label is a sentence."""
_SHORT_ABBREVIATION = 2
_DIRECTIONS = frozenset({"nord", "sued", "ost", "west", "mitte"})
_COINED = re.compile(r"^(?:[b-df-hj-np-tv-z]{3,5}|[A-ZÄÖÜ][\w&.-]*[A-ZÄÖÜ][\w&.-]*|[a-zäöüß]+-?[A-ZÄÖÜ][\w-]*)$")
"""Abbreviations and invented words: bsw, ISOP, ProJob, lernSAX."""
_QUOTED = re.compile(r"[„“”»«\"][^„“”»«\"]{2,}[“”»«\"]")


@lru_cache(maxsize=1 << 15)
def looks_like_institution(label: str) -> bool:
    """Return whether a label is surely the name of an institution (an offer, group, theme or mere place is not)."""
    parts = read_parts(label)
    if len(parts.rest) > (_LONGEST_LEGAL if parts.legal else _LONGEST_NAME) or not parts.label:
        return False
    head = head_of(parts)
    if head is None:
        return (parts.legal and bool(parts.rest)) or _abbreviated(parts) or _coined(parts) or _is_office(parts)
    if _speaks_of(parts, head) or _qualifies(parts) or (head.form.generic and head.end in parts.joined):
        return False
    form = head.form
    other = any(found.form.alone and found.form.type != form.type for found in parts.forms)
    placed = _is_placed(parts, head.end) and not (not form.alone and _located(parts))
    if head.short:
        return placed or other
    if not form.alone or form.generic:
        named = form.named and _is_named(parts, head.end)
        return placed or other or named or parts.legal or (bool(parts.rest) and (form.alone or form.wide))
    return True


def head_of(parts: Parts) -> Found | None:
    """Return the form that says what the institution itself is, when a label names several."""
    if not parts.forms:
        return None
    units = [found for found in parts.forms if found.form.part]
    if units:
        return units[0]
    first, second = parts.forms[0], parts.forms[min(1, len(parts.forms) - 1)]
    # German compounds have their head at the end: an "IHK-Bildungszentrum" is a Bildungszentrum.
    return second if parts.between(first.end - 1, second.first) == "-" else first


def _speaks_of(parts: Parts, head: Found) -> bool:
    """Return whether the label mentions an institution instead of naming it: "Förderung durch das Jobcenter"."""
    first = parts.forms[0].first
    if first > 1 and parts.label[first - 1].folded in grammar().about:
        return not _is_office(parts)  # "Landesverband der Volkshochschulen"
    if first == 1 and parts.label[0].folded in grammar().acting:
        return True  # "beim Jobcenter"; an article opens names ("Die Heilsarmee")
    if first > 0 and not parts.forms[0].own and kinds_of(parts.label[0].folded).get("offer") == STRONG:
        return True  # "Sprechtag IHK"
    last = parts.forms[-1].first
    if head.form.alone:
        return False
    compound = head.first > 0 and parts.between(head.first - 1, head.first) == "-"
    if compound and not (parts.places or parts.rest or parts.legal):
        return True  # "HWK-Beratung"
    return last >= head.end and _acts(parts, last)


def _acts(parts: Parts, at: int) -> bool:
    """Return whether an institution is only who does it: "Beratung durch die Agentur für Arbeit"."""
    known = grammar()
    article = parts.label[at - 1].folded in known.about - known.acting
    return parts.label[at - 1 - article].folded in known.acting


def _qualifies(parts: Parts) -> bool:
    """Return whether an institution only qualifies another word: "VHS-Kurs", but not "DGB-Kreisverband"."""
    return any(
        found.end in parts.rest
        and parts.between(found.end - 1, found.end) == "-"
        and not found.own
        and "institution" not in kinds_of(parts.label[found.end].folded)
        for found in parts.forms
    )


def _located(parts: Parts) -> bool:
    """Return whether a place is only where something happens: "Beratung in Hagen"."""
    return any(first > 0 and parts.label[first - 1].folded == "in" for _, first, _ in parts.places)


def _is_placed(parts: Parts, end: int) -> bool:
    """Return whether a place stands in the label: one the gazetteer knows, or at its end one that sounds like it."""
    if parts.places or _names_area(parts):
        return True
    last = parts.rest[-1] if parts.rest else -1
    return last >= end and last == len(parts.label) - 1 and _sounds_like_place(parts.label[last])


def _names_area(parts: Parts) -> bool:
    """Return whether "Landkreis", "Stadt", "Bezirk" stand before a name."""
    areas = grammar().administrations.keys() | grammar().areas
    return any(one.folded in areas and two.text[0].isupper() for one, two in pairwise(parts.label))


def _sounds_like_place(word: Word) -> bool:
    known = grammar()
    sounds = len(word.text) > 4 and word.folded.endswith(known.place_ends) and word.folded not in known.no_places
    return word.text[0].isupper() and sounds and not is_known(word.folded)


def _is_named(parts: Parts, end: int) -> bool:
    """Return whether a proper name stands behind the head: "Beratungsstelle Sonnenhof", "Haus „Alte Post“"."""
    if _QUOTED.search(parts.text):
        return True
    behind = [parts.label[number] for number in parts.rest if number >= end]
    return any(_is_name(word) for word in behind if word.folded not in _DIRECTIONS)


def _abbreviated(parts: Parts) -> bool:
    """Return whether an abbreviation of the grammar stands before a place the gazetteer does not know: "AA Lauenburg".

    Of three letters or more it may bear any name: "BTZ Rohr-Kloster".
    """
    first, end, _ = next(grammar().short.within(parts.label[:2]), (1, 1, [""]))
    left = [parts.label[number] for number in parts.rest if number >= end]
    if first or not left or parts.between(end - 1, end) == "-":
        return False
    long = sum(len(word.text) for word in parts.label[:end]) > _SHORT_ABBREVIATION
    return all(_sounds_like_place(word) or (long and _is_name(word)) for word in left)


def _is_name(word: Word) -> bool:
    return word.text[0].isupper() and (word.folded in _DIRECTIONS or not is_ordinary(word.folded))


def _is_office(parts: Parts) -> bool:
    """Return whether a word that ends like an institution stands with a place or a name: "Technikzentrum Siegerland"."""
    offices = [number for number in parts.rest if _may_be_office(parts.label[number].folded)]
    if not offices or (offices[0] > 0 and parts.label[offices[0] - 1].folded in grammar().about):
        return False
    end = offices[0] + 1
    if end in parts.joined:
        return False  # "Pflegeversicherung und Pflegereform"
    behind = parts.label[end].folded if end < len(parts.label) else ""
    if behind in grammar().acting or parts.between(end - 1, min(end, len(parts.label) - 1)) == "-":
        return False
    opens = end == 1 and parts.label[0].folded == "haus" and len(parts.label) > 1  # "Haus der Begegnung"
    if "institution" not in kinds_of(parts.label[offices[0]].folded):
        return _is_placed(parts, end) and not _located(parts)
    return opens or _is_placed(parts, end) or _is_named(parts, end)


def _may_be_office(folded: str) -> bool:
    """Return whether a word ends like an institution, or like a help that bears its name: "Nachbarschaftshilfe"."""
    helps = any(folded.endswith(end) and folded != end for end in grammar().helps)
    return helps or kinds_of(folded).get("institution") == STRONG


def _coined(parts: Parts) -> bool:
    """Return whether an invented word or unknown abbreviation stands before a known place: "lernSAX Dresden"."""
    first = parts.label[0]
    rest_is_place = bool(parts.places) and parts.rest == (0,)
    return rest_is_place and bool(_COINED.match(first.text)) and not is_ordinary(first.folded)
