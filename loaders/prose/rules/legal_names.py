"""Names told by their legal form: everything from where the name begins up to "e. V.", "gGmbH"."""

from __future__ import annotations

import re
from functools import cache

from loaders.prose.rules.claim import Claim
from loaders.prose.rules.data import load, words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases, stem
from loaders.prose.rules.keys import key_of
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading
from ontology.institutions import institution
from ontology.lexicon import is_ordinary
from ontology.nouns import kinds_of

_LONGEST = 9


def legal_names(reading: Reading, places: Places) -> list[Claim]:
    """Return the names that end in a legal form."""
    found = []
    for match in _form().finditer(reading.document.text):
        at, end = reading.at(match.start(1)), reading.at(match.end(1))
        if at == 0 or end <= at or (not reading.close(at) and reading.gap(at).strip() != ","):
            continue
        first = _first(reading, places, at)
        if first == at and _small_name(reading, at - 1):
            first = at - 1
        if first < at and (
            _small_name(reading, first) or any(reading.is_capital(number) for number in range(first, at))
        ):
            label = reading.text(first, end)
            kind = (
                institution(label).type or "actor-type/verein" if match[1].startswith("e") else institution(label).type
            )
            found.append(
                Claim(
                    first,
                    end,
                    "Actor",
                    "legal form",
                    key_of(label),
                    head=_head(reading, first, at),
                    label=label,
                    type=kind,
                    rank=3,
                )
            )
    return found


def _first(reading: Reading, places: Places, end: int) -> int:
    """Return where the name before a legal form begins."""
    first = end
    while first > 0 and end - first < _LONGEST:
        gap = reading.gap(first) if first < end else " "
        if ("\n" in gap and first < end and not reading.close(first)) or gap.strip() not in (
            "",
            "-",
            "–",
            "&",
            "+",
            "- ",
            "/",
            ".",
            "“",
            "„",
        ):
            break
        at = first - 1
        word = reading.words[at].folded
        if reading.is_capital(at) or reading.joined(first):
            if (word in words_of("actors", "no_part") and not _of_area(reading, places, at)) or (
                reading.opens(at) and grammar().is_small(word)
            ):
                break
            first = reading.unit(at)[0]
        elif word in ("den", "die", "das") and at > 0 and reading.words[at - 1].folded == "fuer":
            first = at  # "Gesellschaft für den Kreis Unna mbH"
        elif (grammar().may_be_adjective(word) and at > 0 and reading.words[at - 1].folded in _inside()) or (
            word in _inside() and _goes_on(reading, places, at)
        ):
            first = at
        else:
            break
    while (
        first < end
        and (not reading.is_capital(first) or grammar().is_small(reading.words[first].folded))
        and not _coined(reading, first)
    ):
        first += 1
    return first


def _coined(reading: Reading, at: int) -> bool:
    return any(sign.isupper() for sign in reading.words[at].text) or (
        reading.opens(at) and not grammar().is_small(reading.words[at].folded)
    )


def _of_area(reading: Reading, places: Places, at: int) -> bool:
    """Return whether a word says what kind of area a name goes on with: "Arbeitsförderung Region Kassel gGmbH"."""
    area = reading.words[at].folded in words_of("regions", "areas") | words_of("regions", "administrations")
    before = at > 0 and reading.close(at) and reading.is_capital(at - 1) and not reading.opens(at)
    named = reading.words[at].folded in words_of("regions", "opening_names")
    named = named or (at > 1 and [word.folded for word in reading.words[at - 2 : at]] == ["fuer", "den"])
    return ((area and before) or named) and places.behind(at + 1) is not None


def _small_name(reading: Reading, at: int) -> bool:
    """Return whether a word written small directly before a legal form is a coined name: "migra e. V."."""
    word = reading.words[at].folded
    known = is_ordinary(word) or is_ordinary(stem(word)) or grammar().is_small(word)
    return word.isalpha() and len(word) > 3 and not known


def _goes_on(reading: Reading, places: Places, at: int) -> bool:
    """Return whether a name goes on before a small word: "Verein der …", "Arbeit und …"."""
    if at == 0 or not reading.is_capital(at - 1):
        return False
    if reading.words[at].folded in ("und", "u") and reading.gap(at).strip() == "-":
        return True  # "Bildungs- und Beratungsstelle"
    if not reading.close(at):
        return False
    word, before = reading.words[at].folded, reading.words[at - 1].folded
    if word in ("der", "des"):
        return any(
            base.endswith((*words_of("actors", "with_of"), "verein", "kreis", "gemeinschaft")) for base in bases(before)
        )
    if word in ("und", "u"):
        placed = any(first < at <= end for first, (end, _) in places.found.items() if first >= at - 3)
        return (
            not placed
            and not any("institution" in kinds_of(base) for base in bases(before))
            and stem(before) not in ("", "gmbh")
        )
    return True


def _head(reading: Reading, first: int, end: int) -> str:
    for at in range(first, end):
        for base in bases(reading.words[at].folded):
            if "institution" in kinds_of(base):
                return base
    return reading.words[first].folded


@cache
def _inside() -> frozenset[str]:
    return frozenset({"der", "des", "fuer", "in", "im", "am", "an", "und", "u", "zu", "zur", "mit", "von", "e", "beim"})


@cache
def _form() -> re.Pattern[str]:
    forms = sorted(load("actors")["legal"], key=lambda form: -len(form))
    said = "|".join(
        re.escape(form).replace(r"\ ", r"[ \u00a0]?") for form in forms if form not in ("SE", "AG", "KG", "UG")
    )
    return re.compile(rf"(?<=[\w”“\"])[ \u00a0,]{{1,2}}({said}|(?<!, )AG(?=[.,;)\n]| [a-zäöü(])|KG|UG)(?!\w)")
