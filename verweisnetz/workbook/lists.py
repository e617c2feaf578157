"""The lists that cells of the template are offered: vocabularies, regions, and the template's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.statement import Modality, Polarity
from loaders.template import words
from loaders.template.names import ACTORS
from ontology.regions import gazetteer
from ontology.text import fold
from ontology.vocabulary import load

SCHEMES = (
    "actor-type", "audience", "theme", "offer-type", "legal-basis", "access", "format", "capacity", "language", "handover",
    "responsibility",
)  # fmt: skip
TITLES = {
    "region": ("Regionen", "Regions"),
    "answer": ("Antworten", "Answers"),
    "entry": ("Einträge", "Entries"),
    "kind": ("Arten", "Kinds"),
    "fact": ("Angaben", "Facts"),
    "says": ("Aussagen", "Statements"),
}
_KINDS = (
    "Actor", "Network", "Board", "Project", "Event", "Team", "Offer", "OfferType", "TargetGroup", "Theme", "Region",
    "ActorType", "Literal",
)  # fmt: skip
_NOT_OFFERED = frozenset({"label", "needed", "covered", "noNeed", "gapAccepted"})
"""What the template says otherwise, or other tables of a region say."""

_WITHIN = {"legal-basis": "legal-basis/leistungsrecht"}
"""Of these vocabularies only what lies below one concept: on what basis data are passed on is no limit of an offer."""


def names() -> tuple[str, ...]:
    """Return the names of all lists, in the order of their columns on the sheet of lists."""
    return (*SCHEMES, *TITLES)


def title(name: str, language: str) -> str:
    """Return what a list is called."""
    if name in TITLES:
        return TITLES[name][language == "en"]
    return load().scheme(name).labels[language]


def values(name: str, language: str) -> Sequence[str]:
    """Return the entries of a list."""
    if name in SCHEMES:
        scheme = load().scheme(name)
        within = _WITHIN.get(name)
        return _sorted(c.label(language) for c in scheme if within is None or within in scheme.broader(c.id))
    if name == "region":
        return _sorted(region.label for region in gazetteer())
    if name == "answer":
        return [words.answered(*pair, language) for pair in _ANSWERS]
    if name == "fact":
        facts = words.words()["facts"]
        return _sorted(words.word("facts", key, language) for key in facts if key not in _NOT_OFFERED)
    if name == "says":
        return [words.word("says", key, language) for key in words.words()["says"]]
    return [words.word("kinds", kind, language) for kind in (ACTORS if name == "entry" else _KINDS)]


_ANSWERS: tuple[tuple[Polarity, Modality], ...] = (
    ("yes", "asserted"), ("partly", "asserted"), ("no", "asserted"), ("yes", "planned"), ("yes", "possible"),
)  # fmt: skip


def _sorted(labels: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(labels), key=lambda label: (fold(label), label))
