"""Names that stand for a longer one: the coined word of an institution's name, a name in brackets behind another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.prose.rules.acronyms import in_order
from loaders.prose.rules.actor_names import legal_form
from loaders.prose.rules.claim import Claim
from loaders.prose.rules.keys import key
from loaders.prose.rules.proper import is_typographic
from loaders.prose.rules.reading import Reading
from ontology.nouns import kinds_of
from ontology.text import fold

_BARE, _NAMED = frozenset({"coined name", "short form"}), frozenset({"institution", "legal form", "conjunct"})
_HEADED = frozenset({"part project", "labelled"})
_SHORTEST, _LONGEST = 3, 5
_GLOSSED = frozenset({"Offer", "Project", "Network"})


def same_names(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, those that stand for another with its key."""
    coined = _coined_words(reading, claims)
    headed = {one.key: one for one in claims if one.rule in _HEADED}
    carriers = {key(_without_form(one.label)): one for one in claims if one.rule == "legal form" and _is_company(one)}
    networks = {
        key(claim.label): claim
        for claim in claims
        if claim.kind == "Network" and claim.key and claim.label and key(claim.label) not in carriers
    }
    found: list[Claim] = []
    for claim in claims:
        owner = coined.get(reading.text(claim.first, claim.end)) if claim.rule == "coined name" else None
        if owner is None and claim.rule in _BARE:
            owner = _abbreviated(reading, claim, claims)
        if owner is not None:
            claim = replace(owner, first=claim.first, end=claim.end, rule="coined word of a name")
        elif claim.kind == "Network" and (carrier := carriers.get(key(claim.label))) is not None:
            claim = replace(
                carrier, first=claim.first, end=claim.end, label=claim.label, rule="network that is a company"
            )
        elif claim.rule == "legal form" and (network := networks.get(key(_without_form(claim.label)))) is not None:
            claim = replace(claim, kind=network.kind, key=network.key, type=network.type)
        elif claim.kind == "Actor" and not claim.generic and (project := _headed(reading, claim, headed.values())):
            claim = replace(project, first=claim.first, end=claim.end, rule="name of a heading")
        elif found and _glosses(reading, found[-1], claim):
            claim = replace(claim, key=found[-1].key, kind=found[-1].kind)
        found.append(claim)
    return found


def _abbreviated(reading: Reading, claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """Return the only institution whose kind a word in capitals abbreviates: "BFW" is the Berufsförderungswerk."""
    text = reading.text(claim.first, claim.end)
    if not (text.isupper() and text.isalpha() and _SHORTEST <= len(text) <= _LONGEST):
        return None
    fitting = {
        one.key: one
        for one in claims
        if one.kind == "Actor"
        and one.rule in _NAMED
        and not one.generic
        and in_order(fold(text), one.head)
        and len(one.head) > 2 * len(text)
        and _begins_last_part(fold(text)[-1], one.head)
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _headed(reading: Reading, claim: Claim, headed: Iterable[Claim]) -> Claim | None:
    """Return the project of a heading that is called so: "die Servicestelle Anerkennung" of "Servicestelle Anerkennung Nord"."""
    said = key(reading.text(claim.first, claim.end)).split(" ")
    fitting = [one for one in headed if (one.key.split(" "))[: len(said)] == said and one.first != claim.first]
    return fitting[0] if len(fitting) == 1 else None


def _begins_last_part(letter: str, head: str) -> bool:
    """Return whether a letter begins the noun a compound ends in: the "w" of "Berufsförderungswerk"."""
    starts = (at for at in range(_SHORTEST, len(head) - _SHORTEST) if head[at] == letter)
    return any("institution" in kinds_of(head[at:]) for at in starts)


def _is_company(claim: Claim) -> bool:
    """Return whether a legal form makes a name that of a company, which a network of partners is not."""
    return claim.label.rstrip(".").endswith(("GmbH", "mbH", "AG", "eG", "gUG", "UG"))


def _without_form(label: str) -> str:
    """Return a name without its legal form."""
    return label[: found.start()] if (found := legal_form().search(label)) else label


def _coined_words(reading: Reading, claims: Sequence[Claim]) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.kind == "Actor" and not claim.short and not claim.generic and claim.end - claim.first > 1:
            for word in reading.words[claim.first : claim.end]:
                if is_typographic(word.text):
                    found.setdefault(word.text, claim)
    return found


def _glosses(reading: Reading, one: Claim, two: Claim) -> bool:
    """Return whether a name stands in brackets behind another: "KI-Tool (Lernkompass)"."""
    text = reading.document.text
    opens = text[reading.words[one.end - 1].end : reading.words[two.first].start].strip() == "("
    closes = text[reading.words[two.end - 1].end : reading.words[two.end - 1].end + 1] == ")"
    alike = one.kind in _GLOSSED and two.kind in _GLOSSED and (one.kind == "Offer") == (two.kind == "Offer")
    return opens and closes and alike and not one.short and not two.short and bool(one.key)
