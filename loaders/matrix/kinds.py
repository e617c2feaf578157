"""What a label can name: an audience, an offer, a theme, a region, an actor or a type of actor."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from loaders.matrix.words import pattern
from ontology.nouns import kinds_of
from ontology.phrases import said, surely
from ontology.text import clean, fold

SCHEMES = {"audience": "audience", "offer": "offer-type", "theme": "theme", "type": "actor-type"}
KINDS = ("offer", "audience", "theme", "region", "actor", "type")
"""From the kind a label more often means to the one it seldom means."""

_KNOWN, _HEAD, _LOOKS_LIKE = 3, 2, 1
_LONGEST, _SHORT = 120, 3
_LISTED = re.compile(r"[,;\n]|\s[/+]\s")
_COMMAS = re.compile(r"[,;\n]")
_SEVERAL = re.compile(r";|\n\s*\S")
_SURELY_SEVERAL = re.compile(
    r"\)\s*(?:,\s*|(?:und|sowie)\s+)[A-ZÄÖÜ]|\s(?:sowie|oder|\+|•|\|)\s+[A-ZÄÖÜ]|[a-zäöüß.],[A-ZÄÖÜ]"
)
_AND = re.compile(r"\s+und\s+")
CONTINUES = re.compile(
    r"(?:Standort|Außenstelle|Zweigstelle|Geschäftsstelle|Niederlassung|Nebenstelle|Kreisstelle|Abteilung|Abt\.|Amt|Fachbereich|"
    r"Fachdienst|Bereich|Team|Referat|Sachgebiet|Büro|Haus|Transferstelle|Außen|Am|An|Im|In)\b"
)
"""What follows a comma inside one name: a part of the institution named before."""
_SIDES = re.compile(r"\s/\s")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ACRONYM = re.compile(r"^[A-ZÄÖÜ][\w.]{0,5}(?: [A-ZÄÖÜ]\w{0,4})?\s*(?:\(|$)")
_ACRONYM_ONLY = re.compile(r"^(?!SGB|ALG|BAMF)(?:[A-ZÄÖÜ][\w&.-]*[A-ZÄÖÜ][\w&.-]*|[A-ZÄÖÜ]{2,8})$")
_LEGAL = re.compile(r"(?<!\w)(?:e\. ?V\.?|gGmbH|GmbH|gUG|UG|eG|AöR|mbH|gAG|AG|KG)(?!\w)")
_LEGAL_END = re.compile(rf",?\s*{_LEGAL.pattern}[\s.]*(?:\([^()]*\))?$")
_STRIPPED = re.compile(r"\s*(?:\((?:fiktiv|neu|m/w/d)\)|[*¹²³⁴⁵]+)\s*$")


def is_tag(words: str) -> bool:
    """Return whether words in brackets belong to a name and narrow nothing: ``(fiktiv)``, ``(neu)``."""
    return bool(_STRIPPED.fullmatch(f"({words})"))


@lru_cache(maxsize=65536)
def belongs(words: str) -> bool:
    """Return whether words in brackets are part of a name: its acronym, its place, its carrier."""
    plain = clean(words)
    return bool(_ACRONYM_ONLY.match(plain)) or known("region", plain) or known("actor", plain)


@lru_cache(maxsize=65536)
def ends_in_place(label: str) -> bool:
    """Return whether what stands in brackets at a label's end belongs to its place: ``Diakonie Haren (Ems)``."""
    from ontology.regions import gazetteer

    words = label.split() if label.endswith(")") else []
    return any(gazetteer().find(" ".join(words[-count:])) is not None for count in (2, 3) if count < len(words))


@lru_cache(maxsize=65536)
def weights(label: str) -> dict[str, int]:
    """Return how surely a label names each kind; kinds it cannot name are missing.

    What a vocabulary knows weighs more than what the head noun says, and that more than what the label looks like.
    """
    plain = _STRIPPED.sub("", clean(label))
    if not plain or len(plain) > _LONGEST:
        return {}
    looks = _looks(plain)
    found = {kind: _KNOWN * _listed(kind, plain) for kind in KINDS}
    for kind, weight in looks.items():
        found[kind] += _LOOKS_LIKE if found[kind] else weight
    if looks.get("offer") == _HEAD and found["theme"] >= _KNOWN:  # themes are often called by their offers
        found["offer"] = max(found["offer"], found["theme"])
    return {kind: weight for kind, weight in found.items() if weight}


def _listed(kind: str, label: str) -> bool:
    """Return whether a list or the grammar of institutions knows the label, whatever its head noun says."""
    return known(kind, label) if kind in {"region", "actor"} else _has_concept(kind, label)


def _looks(label: str) -> dict[str, int]:
    """Return how surely head noun and form of a label speak for each kind."""
    folded = fold(label)
    head = said(label)
    found = {kind: weight for kind, weight in head.items() if kind in KINDS}
    if "institution" in head:
        found |= {"type": head["institution"], "actor": _LOOKS_LIKE}
    for kind in KINDS:
        other = {"nothing", "institution"} | ({"offer"} if kind == "audience" else set())
        if not other & head.keys() and pattern("axes", kind, "sure").search(folded):
            found[kind] = _HEAD
        elif not head and pattern("axes", kind, "patterns").search(folded):
            found.setdefault(kind, _LOOKS_LIKE)
    return found


@lru_cache(maxsize=65536)
def known(kind: str, label: str) -> bool:
    """Return whether a vocabulary, the gazetteer or a grammar surely knows this label as this kind."""
    if kind == "region":
        from ontology.regions import gazetteer

        places = gazetteer()
        several = _SURELY_SEVERAL.search(label) or _LISTED.search(label) or _AND.search(label)
        return places.find(label) is not None or (not several and places.is_place(label))
    if kind == "actor":
        return _is_institution(label)
    return _has_concept(kind, label) or surely(label) == kind


@lru_cache(maxsize=65536)
def _has_concept(kind: str, label: str) -> bool:
    from ontology.vocabulary import load

    scheme = load().schemes.get(SCHEMES.get(kind, ""))
    found = scheme.find(label) if scheme else None
    if scheme is None or found is None or label in found.names:
        return found is not None
    if len(label) <= _SHORT and label.islower():  # "ja" is not the Jugendamt
        return False
    if "nothing" in said(label) and fold(label) not in map(fold, found.names):
        return False
    parts = [part.strip() for part in _COMMAS.split(label) if part.strip()]
    return len(parts) < 2 or not all(scheme.find(part) for part in parts)  # "Ältere, Beschäftigte" is a list


def _is_institution(label: str) -> bool:
    """Return whether a label names one institution; a list of several is none."""
    from ontology.institutions import looks_like_institution

    whole = looks_like_institution(label)
    return whole and not _are_several(label if len(_LEGAL.findall(label)) > 1 else _LEGAL_END.sub("", label))


def _are_several(label: str) -> bool:
    """Return whether a label lists institutions; a legal form at its end is that of them all, so of one."""
    from ontology.institutions import institution, looks_like_institution

    if _SEVERAL.search(label) or _SURELY_SEVERAL.search(label):
        return True
    parts = [part.strip() for part in _LISTED.split(label) if part.strip() and not known("region", part.strip())]
    own = [looks_like_institution(part) for part in parts]
    unit = len(parts) == 2 and not own[0] and institution(label).unit_of is not None  # "BBiE, Agentur für Arbeit Hagen"
    # "Stadt Emden, Fachdienst Wohnen" is one
    if len(parts) > 1 and not unit and not any(map(CONTINUES.match, parts[1:])):
        if all(yes or _ACRONYM.match(part) or _has_concept("type", part) for yes, part in zip(own, parts, strict=True)):
            return True
        if own[0] and sum(own) >= len(own) / 2:
            return True
    joined = [part.strip() for part in _AND.split(label)]
    if len(joined) > 1 and all(" " in part and looks_like_institution(part) for part in joined):
        # not "Bundesamt für Migration und Flüchtlinge, Außenstelle Hagen"
        return not any(kinds_of(fold(part.split()[0])).keys() & {"audience", "theme", "offer"} for part in joined[1:])
    sides = [_BRACKETS.sub("", side).strip() for side in _SIDES.split(label)]
    own = [looks_like_institution(side) for side in sides]
    many = len(sides) > 1 and sum(own) >= len(own) / 2
    return many and all(yes or " " in side for yes, side in zip(own, sides, strict=True))


@lru_cache(maxsize=65536)
def body(label: str) -> str:
    """Return ``Project``, ``Board``, ``Network`` or ``Event`` where a word or name says so, else an empty text."""
    folded = fold(label)
    return next(
        (kind for kind in ("Project", "Board", "Event", "Network") if pattern("axes", "bodies", kind).search(folded)),
        "",
    )


def share(labels: Iterable[str], kind: str) -> float:
    """Return which part of the labels can name this kind."""
    found = [kind in weights(label) for label in labels if label]
    return sum(found) / len(found) if found else 0.0


def majority(labels: Iterable[str], among: Iterable[str]) -> str:
    """Return the kind most labels name, weighted by how surely; empty if hardly any names one."""
    among = tuple(among)
    votes: Counter[str] = Counter()
    count = 0
    for label in labels:
        count += 1
        for kind, weight in weights(label).items():
            if kind in among:
                votes[kind] += weight
    if not votes:
        return ""
    ranked = sorted(votes.items(), key=lambda item: (-item[1], among.index(item[0])))
    return ranked[0][0] if ranked[0][1] >= count / 2 else ""


def bare(label: str) -> bool:
    """Return whether a label names only a type of institution, so that it needs its sheet or region to mean one."""
    from ontology.institutions import institution

    return institution(label).bare


def named_inside(kind: str, text: str) -> str:
    """Return the known audience or region that a restriction such as ``nur Frauen`` names, else an empty text."""
    words = re.sub(
        r"^(?:nur|fuer|für|ausschließlich|in|im|aus|den|die|der|dem|personen|kunden)\s+",
        "",
        clean(text),
        flags=re.IGNORECASE,
    )
    for candidate in (words, words.title(), words[:1].upper() + words[1:]):
        if candidate and known(kind, candidate):
            return candidate
    return ""
