"""Which concepts a label means: vocabulary, decisions, compound labels; else a concept of the region's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter

from graph.aliases import Aliases
from graph.decisions import LinkDecision
from graph.issue import Issue
from graph.label_limits import without_limits
from graph.limits import narrow
from graph.link import CONCEPT_SCHEMES
from graph.statement import Statement
from graph.terms import ConceptTerm
from ontology.labels import forms
from ontology.scheme import Scheme
from ontology.text import clean, fold, slug
from ontology.vocabulary import Vocabulary

_CLAUSE = r"(?!\s*(?:(?:für|mit|bei|an|in|von|aus|zu)\s)?(?:die|der|das|denen|deren|dessen|welche[rsnm]?|wo)\b)"
_LIST = re.compile(rf"\s*(?:[;\n•+|]|,{_CLAUSE}|\s/\s)\s*")
"""What parts a list; a comma before a relative clause does not: "Betriebe, die mit der Digitalisierung anfangen"."""
_JOINED = re.compile(r"\s*(?:\bund\b|\bsowie\b|\boder\b|\bbzw\.?|&|/|\band\b|\bor\b)\s*")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class ConceptLinks:
    """Finds the concepts labels mean; what no vocabulary has becomes a local concept and a note for people.

    ``local`` maps ids of local concepts to their labels, ``unknown`` to where they were first used.
    """

    vocabulary: Vocabulary
    aliases: Aliases
    decisions: tuple[LinkDecision, ...] = ()
    local: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, tuple[str, Statement]] = field(default_factory=dict)
    _found: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    _offer_keys: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    _decided: dict[str, list[LinkDecision]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for decision in self.decisions:
            if decision.decision == "is":
                self._decided.setdefault(fold(decision.left), []).append(decision)

    def link(self, term: ConceptTerm, first: Statement) -> tuple[str, ...]:
        """Return the ids a label means: several are alternatives, none for an offer of no known type."""
        kind, source, scope, label = term
        decided = self._decision(source, scope, label)
        if decided:
            return decided
        spelled = self.aliases.long(source, scope, label) or label
        if kind in ("Offer", "OfferType"):
            return self._offer(spelled)
        scheme = self.vocabulary.scheme(CONCEPT_SCHEMES[kind])
        found = self._known(scheme, spelled)
        if found:
            return found
        return self._with_local(scheme, spelled, first)

    def offer_name(self, source: str, scope: str, label: str) -> tuple[str, str, str]:
        """Return under which key equal offers of one provider meet, the label in full, and its usual name.

        Abbreviations and inflected forms of a known kind of offer are the same offer; a synonym stays another one.
        """
        spelled = clean(self.aliases.long(source, scope, label) or label)
        known = self._offer_keys.get(spelled)
        if known is None:
            concept = self.vocabulary.scheme("offer-type").find(spelled)
            same = {fold(name) for name in (*concept.labels.values(), *concept.hidden)} if concept else set()
            if concept and any(form in same for form in forms(spelled)):
                known = (concept.id, spelled, concept.label("de"))
            else:
                known = (fold(spelled), spelled, "")
            self._offer_keys[spelled] = known
        return known

    def issues(self) -> Iterator[Issue]:
        """Yield one note per label no vocabulary has, with names that come close."""
        for concept, (label, first) in sorted(self.unknown.items(), key=itemgetter(0)):
            scheme = self.vocabulary.scheme(concept.partition("/")[0])
            near = "; ".join(found.label() for found in scheme.near(label, 3))
            place = min(first.evidence, key=str, default=None)
            params = (("near", near or "–"), ("scheme", scheme.name))
            yield Issue("VN4110", first.source, place, label, params, "info")

    def _decision(self, source: str, scope: str, label: str) -> tuple[str, ...]:
        said = [found for found in self._decided.get(fold(label), ()) if found.concerns(source, scope, label)]
        narrow = max(((bool(found.source), bool(found.scope)) for found in said), default=None)
        chosen = [found for found in said if (bool(found.source), bool(found.scope)) == narrow]
        return tuple(sorted({concept for found in chosen for concept in self._named(found.right)}))

    def _named(self, right: str) -> Iterable[str]:
        if "/" in right and self.vocabulary.concept(right):
            return (right,)
        return [found.id for scheme in self.vocabulary.schemes.values() if (found := scheme.find(right))]

    def _known(self, scheme: Scheme, label: str) -> tuple[str, ...]:
        key = (scheme.name, label)
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = self._whole(scheme, label) or _compound(scheme, label)
        return known

    def _whole(self, scheme: Scheme, label: str) -> tuple[str, ...]:
        found = scheme.find(label)
        if found:
            return (found.id,)
        if scheme.name == "theme":  # "Bildungsberatung" among the themes is a kind of offer: its themes are meant
            offer = self.vocabulary.scheme("offer-type").find(label)
            return offer.themes if offer else ()
        return self._limited(label) if scheme.name == "audience" else ()

    def _limited(self, label: str) -> tuple[str, ...]:
        """Return a known group narrowed by a limit its label names, or everybody within the limit."""
        rest, limit = without_limits(label)
        known = self._known(self.vocabulary.scheme("audience"), rest) if limit and rest else ()
        if limit and not rest:
            return (narrow("", limit),)
        return tuple(narrow(group, limit) for group in known)

    def _offer(self, label: str) -> tuple[str, ...]:
        types = self._known(self.vocabulary.scheme("offer-type"), label)
        return types or self._known(self.vocabulary.scheme("theme"), label)

    def _with_local(self, scheme: Scheme, label: str, first: Statement) -> tuple[str, ...]:
        """Return what a list names item by item; what is unknown becomes local."""
        parts = [part for part in _LIST.split(label) if part.strip()]
        found: list[str] = []
        for part in parts if len(parts) > 1 and any(self._known(scheme, part) for part in parts) else [label]:
            found += self._known(scheme, part) or [self._own(scheme, part, first)]
        return tuple(dict.fromkeys(found))

    def _own(self, scheme: Scheme, label: str, first: Statement) -> str:
        concept = f"{scheme.name}/~{slug(label)}"
        shown = clean(label)
        self.local[concept] = min(self.local.get(concept, shown), shown, key=lambda name: (-len(name), name))
        known = self.unknown.get(concept)
        if known is None or _place(first) < _place(known[1]):
            self.unknown[concept] = (shown, first)
        return concept


def _place(statement: Statement) -> tuple[str, str]:
    return statement.source, str(statement.evidence)


def _compound(scheme: Scheme, label: str) -> tuple[str, ...]:
    """Return the concepts of "A und B" or "A / B" if every part is one; German lists of groups mean "or"."""
    parts = [part for piece in _LIST.split(clean(label)) for part in _JOINED.split(piece) if part.strip()]
    if len(parts) < 2:
        return ()
    found = [_part(scheme, part, parts[0], parts[-1]) for part in parts]
    return tuple(dict.fromkeys(concept for concept in found if concept)) if all(found) else ()


def _part(scheme: Scheme, part: str, first: str, last: str) -> str:
    """Return a part's concept, completed by the words the list shares.

    "Menschen mit Migrationshintergrund und Fluchterfahrung": the head of the first part goes before the others;
    "Aus- und Weiterbildung": the tail of the last part goes behind a hyphen.
    """
    for candidate in (part, *_headed(part, first), *_tailed(part, last)):
        found = scheme.find(candidate)
        if found:
            return found.id
    return ""


def _headed(part: str, first: str) -> Iterator[str]:
    words = _SPACE.split(first)
    for length in range(len(words) - 1, 0, -1):
        yield " ".join([*words[:length], part])


def _tailed(part: str, last: str) -> Iterator[str]:
    if part.endswith("-"):
        stem, tail = part[:-1], _SPACE.split(last)[-1]
        for at in range(1, len(tail) - 2):
            yield stem + tail[at:].casefold()
        yield f"{stem} {last}"
