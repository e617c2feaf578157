"""What kind of thing a label names by the grammar of German phrases.

The head of a compound stands last ("Firmenservice"), that of a phrase first: before a preposition or genitive
("Beratung für Frauen") and before a noun set beside it ("Umschulung Pflege").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ontology.nouns import STRONG, WEAK, alone, is_adjectival, is_bare, is_generic, kinds_of, nouns
from ontology.text import clean, fold

_NOTHING: Mapping[str, int] = {}
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_INSIDE = re.compile(r"[(\[]([^()\[\]]+)[)\]]$")
_ADDRESS = re.compile(r"@|://|\bwww\.")
_CAMEL = re.compile(r"(?<=[a-zäöüß])Innen\b")
_GENDERED = re.compile(r"(?<=[^\W\d_])/(?=-?(?:innen|in|r|n)\b)")
_SLASH = re.compile(r"\s*/\s*")
_DASH = re.compile(r"\s+[-–—]+\s+|:\s+")
_ENDS = re.compile(r"^[^\w§<>]+|[^\w)*-]+$")
_OPENS_OTHER = re.compile(r"^[\d<>§≤≥=„\"]")
_SEVERAL = re.compile(r"[;|•\n]")
_DONE = re.compile(
    r"^(?:[a-zäöü]*ge[a-zäöüß]{2,}(?:t|en)|[a-zäöü]{2,}(?:iert|einbart|esprochen|ergeben|ersandt|erteilt))$"
)
"""Participles: "Flyer mitgegeben" reports what was done."""
_NUMBERED = re.compile(r"^\S+ \d")
_LONGEST = 110
_GENDER_SIGN = "\x1f"


@lru_cache(maxsize=1 << 15)
def said(label: str) -> Mapping[str, int]:
    """Return the kinds a label names by its head, each with how surely: 2 or 1.

    The kinds are those of ``ontology.nouns``; ``nothing`` means that the label surely names no thing of a region.
    """
    text = _CAMEL.sub("*innen", clean(label))
    if not text or len(text) > _LONGEST:
        return _NOTHING
    plain = _BRACKETS.sub("", text).strip() or text
    if _ADDRESS.search(text) or _is_speech(text, plain):
        return {"nothing": STRONG}
    inside = _INSIDE.search(text)
    parts = [*_DASH.split(plain), *([inside[1]] if inside and plain != text else [])]
    found, *others = [alone(fold(plain)) or _phrase(parts[0]), *map(_phrase, parts[1:])]
    if found:
        also = any(other.get("offer") == STRONG for other in others)  # "Fachkräfteeinwanderung (Beratung)"
        return {**found, "offer": STRONG} if also and not found.keys() & {"nothing", "institution"} else found
    return next((other for other in others if other), _NOTHING)


def _is_speech(text: str, plain: str) -> bool:
    """Return whether a text is a sentence or remark."""
    spoken = not nouns().phrase["speaking"].isdisjoint(fold(plain).split())
    return spoken or (text.endswith((".", "!", "?")) and len(text.split()) > 3)


@lru_cache(maxsize=1 << 15)
def surely(label: str) -> str:
    """Return ``offer`` or ``audience`` where a label surely names one of that kind, else an empty text."""
    sure = [kind for kind, how in said(label).items() if how == STRONG]
    plain = _BRACKETS.sub("", clean(label))
    if len(sure) != 1 or sure[0] not in {"offer", "audience"} or _SEVERAL.search(label) or "," in plain:
        return ""
    words = _words(plain)
    core = _core(words)
    parts = _conjuncts(core)
    if not parts or (len(parts) > 1 and not _hang(parts)):
        return ""
    head = fold(_head(parts[-1])[0])
    lonely = len(core) == 1 and len(words) <= 2  # "Kurs", "Beratung durch"
    return "" if (is_bare(head) and lonely) or (is_generic(head) and sure[0] == "offer") else sure[0]


def _phrase(text: str) -> Mapping[str, int]:
    core = _core(_words(text))
    if len(core) > 1 and _DONE.search(core[-1]) and core[0][:1].isupper():
        return {"nothing": STRONG}
    parts = _conjuncts(core)
    if not parts:
        return _NOTHING
    if len(parts) == 1 or _hang(parts):
        numbered = len(core) == 1 and _NUMBERED.match(text)
        return (numbered and alone(fold(core[0]))) or _conjunct(parts[-1])
    if len(parts[0]) > 1 and (leading := _of(parts[0][0])) and _leads(parts[0][0], leading):
        return leading  # "Umschulung Lager/Logistik", "Kurs Pflege und Betreuung"
    found = [kinds for part in parts if (kinds := _conjunct(part))]
    if len(found) < 2:
        return dict.fromkeys(found[0], WEAK) if found else _NOTHING
    shared = set(found[0]).intersection(*found[1:])
    if shared:
        return {kind: min(kinds[kind] for kinds in found) for kind in shared}
    named = set().union(*found)
    if "nothing" in named or "institution" in named:
        return _NOTHING
    return {"offer": WEAK} if named == {"offer", "theme"} else {"theme": WEAK}  # "Frauen und Beruf" is what it is about


def _words(text: str) -> list[str]:
    whole = _GENDERED.sub(_GENDER_SIGN, text)
    return [word.replace(_GENDER_SIGN, "/") for word in _SLASH.sub(" / ", whole).replace(",", " , ").split()]


def _core(words: list[str]) -> list[str]:
    """Return the words before the first preposition, genitive, number or sign."""
    cut = nouns().phrase["cut"]
    if words and (fold(words[0]) in cut or _OPENS_OTHER.match(words[0])):
        return []
    for number, word in enumerate(words[1:], 1):
        if (fold(word) in cut and not word[0].isupper()) or _OPENS_OTHER.match(word):
            return words[:number]
    return words


def _conjuncts(words: list[str]) -> list[list[str]]:
    joining = nouns().phrase["joining"]
    parts: list[list[str]] = [[]]
    for word in words:
        if word == "," or fold(word) in joining:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _hang(parts: list[list[str]]) -> bool:
    """Return whether the parts share one head: "Schuldner- und Insolvenzberatung"."""
    return all(part[-1].endswith("-") for part in parts[:-1])


def _conjunct(words: list[str]) -> Mapping[str, int]:
    return _head(words)[1]


def _head(words: list[str]) -> tuple[str, Mapping[str, int]]:
    """Return the head of some words without preposition and "und", and what it says."""
    rest: tuple[str, Mapping[str, int]] = ("", _NOTHING)
    capital = [word for word in words if word[:1].isupper()]
    candidates = capital or words[-1:]
    for number, word in enumerate(candidates):
        pair = kinds_of(fold(f"{candidates[number - 1]} {word}")) if number else _NOTHING
        kinds = pair or (_of(word) if capital else _lower(word))
        if kinds and (number == len(candidates) - 1 or _leads(word, kinds)):
            return word, kinds
        if not rest[1] and kinds and not is_adjectival(fold(word)):
            rest = word, kinds
    return rest if rest[1] or not candidates else (candidates[-1], _doing(candidates[-1]))


def _doing(word: str) -> Mapping[str, int]:
    """Return what a noun for an action says that nothing else explains: "Stellenbesetzung", "Wirkungsmessung"."""
    does = word[:1].isupper() and fold(word).endswith(tuple(nouns().phrase["doing"])) and not kinds_of(fold(word))
    return {"offer": WEAK, "theme": WEAK} if does else _NOTHING


def _leads(word: str, kinds: Mapping[str, int]) -> bool:
    """Return whether a noun is the head although another follows: "Umschulung Pflege", not "Blinde Menschen"."""
    sure = {kind for kind, how in kinds.items() if how == STRONG}
    return bool(sure & {"offer", "institution", "audience"}) and not is_adjectival(fold(word))


def _lower(word: str) -> Mapping[str, int]:
    """Return what a word without a capital says: an adjective may end like a theme ("barrierefrei", "gerecht")."""
    return {kind: how for kind, how in _of(word).items() if kind != "theme"}


def _of(word: str) -> Mapping[str, int]:
    folded = fold(_ENDS.sub("", word))
    return next((found for form in _forms(folded) if (found := kinds_of(form))), _NOTHING)


def _forms(folded: str) -> Iterator[str]:
    """Yield the word itself, without hyphens ("Job-Coaching"), and its part after the last hyphen."""
    yield folded
    if "-" in folded.strip("-"):
        yield folded.replace("-", "")
        yield folded.rpartition("-")[2]
