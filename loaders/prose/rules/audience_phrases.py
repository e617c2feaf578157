"""How far the name of a target group reaches: "mit Fluchterfahrung", "der Industriebetriebe", "die … suchen"."""

from __future__ import annotations

import re

from loaders.prose.rules.data import words_of
from loaders.prose.rules.grammar import grammar
from loaders.prose.rules.inflection import bases
from loaders.prose.rules.reading import Reading
from ontology.institutions import looks_like_institution
from ontology.nouns import kinds_of

_LONGEST_CLAUSE = 14
"""Words of a relative clause that still restricts."""
_LEVEL = re.compile(r"[ABC][12]|[IVX]+|\d{1,2}|[a-z]")
"""What counts a level, a class or a book of law: "A2", "SGB II"."""
_JOINS = frozenset({"und", "oder", "sowie"})
_ARTICLES = frozenset({"der", "die", "den", "dem", "des", "das"})
_DATIVE = frozenset({"der", "dem", "einer", "einem"})
_COUNTS = frozenset(
    {"bis", "zu", "hoechstens", "mindestens", "maximal", "rund", "etwa", "mehr", "weniger", "als", "ueber", "unter"}
)
_BODIES = (
    "netzwerk",
    "netzwerks",
    "verbund",
    "verbunds",
    "verbundes",
    "projekt",
    "projekts",
    "projektes",
    "buendnis",
    "buendnisses",
)


def behind(reading: Reading, end: int) -> int:
    """Return the word behind what restricts a group: "mit Fluchterfahrung", "unter 35 Jahren", "in Elternzeit"."""
    words, start = reading.words, end
    while end + 1 < len(words) and reading.close(end) and words[end].folded in words_of("audiences", "restricting"):
        if end > start and words[end].folded in ("aus", "an", "um"):
            break  # where those come from that have been told apart already
        stop = _phrase(reading, end, start)
        if stop <= end:
            break
        end = stop
    return end


def _phrase(reading: Reading, at: int, end: int) -> int:
    """Return the word behind the phrase that begins with a preposition or article, ``at`` itself if it restricts nobody.

    Args:
        end: the word behind the group's noun.
    """
    words = reading.words
    link, group = words[at].folded, words[end - 1].folded
    if link in ("unter", "ueber", "ab", "zwischen", "bis") or (link == "von" and words[at + 1].text.isdigit()):
        return _age(reading, at)
    if link in ("mit", "ohne"):
        return _with(reading, at)
    if link in ("der", "des"):
        return _genitive(reading, at)
    if link in ("an", "am", "um"):
        return _aim(reading, at) if _seeks(group, link) else at
    noun = _noun(reading, at + 1)
    if not noun:
        return at
    whole = words[reading.unit(noun - 1)[1] - 1].folded
    if link == "jenseits":
        return noun
    if link in ("aus", "in", "von") and _is_institution(whole):
        holds = link == "aus" or (group in words_of("audiences", "staff") and _is_many(whole))
        return _row(reading, noun, institutions=True) if holds else at
    if link == "aus" and not _is_named(reading, at + 1, noun) and not kinds_of(whole).get("offer"):
        return _row(reading, noun) if _is_class(whole) else noun
    return _more(reading, _level(reading, noun)) if _is_into(link, whole) else at


def _with(reading: Reading, at: int) -> int:
    """Return the word behind "mit geringen Deutschkenntnissen", "mit bis zu 250 Beschäftigten", "mit Interesse an …"."""
    words, counted = reading.words, at + 1
    while counted < len(words) and reading.close(counted) and words[counted].folded in _COUNTS:
        counted += 1
    number = counted < len(words) and reading.close(counted) and words[counted].text.isdigit()
    noun = _noun(reading, counted) if number else _noun(reading, at + 1)
    if not noun:
        return at
    last = words[reading.unit(noun - 1)[1] - 1].folded
    if any(base in words_of("audiences", "not_with") for base in bases(last)):
        return at
    first = reading.unit(noun - 1)[0]
    alone = first == at + 1 and not number
    if alone and kinds_of(last).get("audience") and not kinds_of(last).get("theme"):
        return at  # "können Zugewanderte mit Ehrenamtlichen üben": company, no restriction
    end = _more(reading, _level(reading, noun))
    aimed = end < len(words) and reading.close(end) and words[end].folded in ("an", "am", "um")
    return _aim(reading, end, bare=True) if aimed and last in words_of("audiences", "aiming") else end


def _genitive(reading: Reading, at: int) -> int:
    """Return the word behind "der Industriebetriebe", "der Abgangsklassen"; people of one institution are its staff."""
    noun = _noun(reading, at + 1)
    if not noun or reading.is_capital(at):
        return at
    whole = reading.words[reading.unit(noun - 1)[1] - 1].folded
    one = (_is_institution(whole) or is_body(reading, at + 1, noun)) and not _is_company(whole)
    if one or whole.endswith(_BODIES) or _is_named(reading, at + 1, noun) or reading.words[at].folded == "des":
        return at
    if not (_is_class(whole) or _is_into("der", whole)) or kinds_of(whole).get("offer"):
        return at  # "übergibt Teilnehmende der Berufsberatung" says to whom
    return _row(reading, noun) if _is_class(whole) else noun


def is_body(reading: Reading, first: int, end: int) -> bool:
    """Return whether words name one institution: "der Diakonie", "des Jobcenters"."""
    said = reading.text(first, end)
    return looks_like_institution(said) or said.isupper()


def _seeks(group: str, link: str) -> bool:
    """Return whether a group is one of people who seek something: "Interessierte an …", "Bewerber um …"."""
    return group.startswith("interessiert") if link != "um" else group.startswith("bewerber")


def _aim(reading: Reading, at: int, *, bare: bool = False) -> int:
    """Return the word behind "an einer Umschulung", "um einen Ausbildungsplatz".

    "An die", "an das" and a bare name say where somebody is sent: "vermittelt Interessierte an die Kammer".

    Args:
        bare: a noun without article may follow: "mit Interesse an Technik".
    """
    start, link = at + 1, reading.words[at].folded
    articles = _DATIVE if link == "an" else _ARTICLES | {"einen", "eine", "ein"}
    while start < len(reading.words) and reading.close(start) and reading.words[start].folded in articles:
        start += 1
    if link == "an" and start == at + 1 and not bare:
        return at
    noun = _noun(reading, start)
    if not noun or is_body(reading, start, noun) or _is_named(reading, start, noun):
        return at
    return noun


def _is_into(link: str, whole: str) -> bool:
    """Return whether people are told apart by what they are in or come after, not by where something happens."""
    into = words_of("audiences", "into")
    known = whole in into or any(base in into for base in bases(whole))
    known = known or whole.endswith(tuple(words_of("audiences", "into_ends")))
    return known and (link not in ("in", "im") or whole != "region")


def _is_class(whole: str) -> bool:
    """Return whether a noun says a class of companies or a branch: "Industriebetriebe", "Maschinenbau"."""
    return (
        _is_company(whole) or kinds_of(whole).get("theme", 0) > 0 or whole.endswith(("bau", "wirtschaft", "industrie"))
    )


def _is_company(whole: str) -> bool:
    ends = tuple(words_of("audiences", "companies"))
    return any(base.endswith(ends) for base in bases(whole))


def _is_named(reading: Reading, first: int, end: int) -> bool:
    """Return whether words hold a name: an area, an institution with capitals."""
    from ontology.regions import gazetteer

    said = [reading.words[at] for at in range(first, end) if reading.is_capital(at)]
    known = words_of("audiences", "into")
    return any(
        (gazetteer().is_place(word.text) and word.folded not in known)
        or (word.text.isupper() and word.folded not in known)
        for word in said
    )


def _row(reading: Reading, end: int, *, institutions: bool = False) -> int:
    """Return the word behind ", Kliniken und Beratungsstellen", where people come from a row of classes."""
    words, comma = reading.words, False
    while end + 1 < len(words):
        joins = words[end].folded in _JOINS and reading.close(end)
        hangs = reading.gap(end).strip() == "-"
        at = end + 1 if words[end].folded in _JOINS else end
        if not (joins or hangs or reading.gap(end).strip() == ",") or not reading.is_capital(at):
            break
        stop = reading.unit(at)[1]
        if institutions and not _is_institution(words[stop - 1].folded):
            break
        if not institutions and kinds_of(words[stop - 1].folded).get("audience") and not hangs:
            break
        end, comma = stop, not (joins or hangs)
        if joins:
            break
    return end if not comma else reading.unit(end - 1)[0]


def _is_institution(word: str) -> bool:
    return any("institution" in kinds_of(base) for base in bases(word)) or word in words_of(
        "audiences", "places_of_work"
    )


def _is_many(word: str) -> bool:
    return word.endswith(("en", "ern", "n", "s"))


def _level(reading: Reading, end: int) -> int:
    """Return the word behind the number of a code of law or a level: "SGB II", "Sprachniveau B1"."""
    while end < len(reading.words) and reading.close(end) and _LEVEL.fullmatch(reading.words[end].text):
        end += 1
    return end


def _age(reading: Reading, at: int) -> int:
    words, end = reading.words, at + 1
    if end < len(words) and words[end].folded == "klasse" and end + 1 < len(words) and words[end + 1].text.isdigit():
        return end + 2
    if end >= len(words) or not words[end].text.isdigit():
        return at
    end += 1
    while (
        end < len(words)
        and reading.close(end)
        and (words[end].folded in ("und", "bis", "jahre", "jahren") or words[end].text.isdigit())
    ):
        end += 1
    return end - 1 if words[end - 1].folded in ("und", "bis") else end


def _noun(reading: Reading, at: int) -> int:
    """Return the word behind the noun phrase that begins at a word, or 0."""
    words, end = reading.words, at
    while end < len(words) and reading.close(end) and not reading.is_capital(end) and end - at < 6:
        word = words[end].folded
        if not (
            grammar().may_be_adjective(word)
            or word in grammar().adverbs
            or word.isdigit()
            or (word in ("dem", "der", "den") and words[at - 1].folded not in ("mit", "ohne"))
            or word
            in ("einem", "einer", "als", "mehr", "weniger", "vielen", "wenigen", "oder", "und", "eigenen", "seltenen")
        ):
            return 0
        end += 1
    end += end < len(words) and words[end].text.isdigit() and end > at - 1 and reading.close(end)
    if end >= len(words) or not reading.close(end) or not reading.is_capital(end):
        return 0
    return reading.unit(end)[1]


def _more(reading: Reading, end: int) -> int:
    """Return the word behind "und Fluchterfahrung", "Lese- und Schreibkenntnissen", "Jahr Berufserfahrung"."""
    words = reading.words
    while end + 1 < len(words) and (reading.close(end) or reading.gap(end).strip() == "-"):
        word = words[end].folded
        hangs = reading.gap(end).strip() == "-"
        if word in ("und", "oder", "bzw") and reading.is_capital(end + 1) and (hangs or _goes_on(reading, end + 1)):
            end = reading.unit(end + 1)[1]
        elif hangs and reading.is_capital(end):
            end = reading.unit(end)[1]
        elif reading.is_capital(end) and words[end - 1].folded in ("jahr", "jahre", "jahren", "sgb"):
            end += 1
        else:
            break
    return end


def _goes_on(reading: Reading, at: int) -> bool:
    """Return whether a noun behind "und" still restricts the group instead of naming another."""
    word = reading.words[reading.unit(at)[1] - 1].folded
    return word.endswith(tuple(words_of("audiences", "going_on")))


def clause(reading: Reading, end: int) -> int:
    """Return the word behind a relative clause, or 0: "Menschen, die ihren Beruf im Ausland gelernt haben"."""
    words = reading.words
    if end + 2 >= len(words) or reading.gap(end).strip() != "," or words[end].folded not in grammar().relative:
        return 0
    stop = end + 1
    while stop < len(words) and not reading.opens(stop) and not any(sign in ",;:–()" for sign in reading.gap(stop)):
        stop += 1
    return stop if stop - end <= _LONGEST_CLAUSE and not reading.is_capital(stop - 1) else 0
