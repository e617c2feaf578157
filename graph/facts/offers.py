"""Which offers there are: what one provider offers under one name, and instruments without provider."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.facts.corpus import NOBODY, Corpus
from graph.facts.frames import Frame, Mark, merged
from graph.links import Links
from graph.statement import ANY, Literal, Mention, Statement
from ontology.text import slug


@dataclass(slots=True, eq=False)
class Level:
    """What is said of one offer, of one instrument, or of an actor without naming an offer.

    Args:
        bases: joint conditions without groups; a bare one says only that the offer exists.
        audiences: frames with groups. themes, regions: marks that say nothing else.
        literals: terms and dates by column: value and statement.
    """

    bases: list[Frame] = field(default_factory=list)
    audiences: list[Frame] = field(default_factory=list)
    themes: list[Frame] = field(default_factory=list)
    regions: list[Frame] = field(default_factory=list)
    refusals: list[Frame] = field(default_factory=list)
    literals: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    _whom: list[Frame] | None = None
    _marks: dict[Mark, list[Frame]] = field(default_factory=dict)

    def whom(self) -> list[Frame]:
        """Return the frames with groups, merged; ask for them when all is filed."""
        if self._whom is None:
            self._whom = merged(self.audiences)
        return self._whom

    def marks(self, what: Mark) -> list[Frame]:
        """Return the marks of themes (or regions), merged; ask for them when all is filed."""
        found = self._marks.get(what)
        if found is None:
            said = self.themes if what == "themes" else self.regions
            found = self._marks[what] = merged(said, what) if said else []
        return found

    def add(self, predicate: str, frame: Frame) -> None:
        """File a frame where it belongs."""
        if frame.polarity == "no":
            self.refusals.append(frame)
        elif frame.audiences:
            self.audiences.append(frame)
        elif predicate == "onTheme" and frame.only("themes"):
            self.themes.append(frame)
        elif predicate == "inRegion" and frame.only("regions"):
            self.regions.append(frame)
        else:
            self.bases.append(frame)


@dataclass(slots=True, eq=False)
class Offer:
    """An offer of one provider (or of none), before it has a row."""

    provider: str
    key: str
    name: str = ""
    labels: dict[str, int] = field(default_factory=dict)
    types: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    rows: set[int] = field(default_factory=set)
    said: Level = field(default_factory=Level)
    id: str = ""

    @property
    def label(self) -> str:
        """The name shown: the vocabulary's for a kind of offer it knows by this name, else the commonest spelling."""
        return self.name or min(self.labels, key=lambda label: (-self.labels[label], -len(label), label))


Named = tuple[str, str]
"""Scope and label under which a source calls an offer."""


class Offers:
    """All offers by provider and key; looks them up by what a statement calls them."""

    def __init__(self, corpus: Corpus, links: Links) -> None:
        self._corpus = corpus
        self._links = links
        self.known: dict[tuple[str, str], Offer] = {}
        self._by_source: dict[tuple[str, str], dict[str, Offer]] = {}

    def offer(self, provider: str, statement: Statement, row: int, named: Named) -> Offer:
        """Return a provider's offer of a name, made where it is new."""
        name = self._links.offers[statement.source, *named]
        found = self.known.get((provider, name.key))
        if found is None:
            found = self.known[provider, name.key] = Offer(
                provider, name.key, name.usual, types=name.types, themes=name.themes
            )
        found.labels[name.label] = found.labels.get(name.label, 0) + 1
        found.rows.add(row)
        self._type(found, statement, named[0])
        self._by_source.setdefault((statement.source, name.key), {})[provider] = found
        return found

    def _type(self, offer: Offer, statement: Statement, scope: str) -> None:
        """Add what kind of offer a statement says it is, where its name does not say so."""
        for name, label in statement.conditions:
            kind = self._links.offers.get((statement.source, scope, label)) if name == "kind" else None
            if kind is not None:
                offer.types = tuple(dict.fromkeys((*offer.types, *kind.types)))
                offer.themes = tuple(dict.fromkeys((*offer.themes, *kind.themes)))

    def of_name(self, statement: Statement, named: Named) -> tuple[Offer, ...]:
        """Return the offers a source's other lines have under a name, whoever provides them."""
        name = self._links.offers[statement.source, *named]
        same_name = self._by_source.get((statement.source, name.key), {})
        return tuple(offer for provider, offer in sorted(same_name.items()) if provider != NOBODY)

    def numbered(self) -> list[Offer]:
        """Return all offers sorted by id; two names with one slug get two ids."""
        ids: dict[str, int] = {}
        for (provider, _), offer in sorted(self.known.items()):
            offer.id = f"offer/{provider.removeprefix('actor/') or '-'}/{slug(offer.label)}"
            ids[offer.id] = ids.get(offer.id, 0) + 1
            if ids[offer.id] > 1:
                offer.id += f"-{ids[offer.id]}"
        return sorted(self.known.values(), key=lambda offer: offer.id)


def offer_names(statement: Statement, conditions: Iterable[str]) -> list[Named]:
    """Return the names of the offers a statement is about.

    Args:
        conditions: the offers its conditions name; these names hold in the scope of the subject.
    """
    found = [
        (mention.scope, mention.label)
        for mention in (statement.subject, statement.object)
        if isinstance(mention, Mention) and mention.kind in OFFERED and mention.label != ANY
    ]
    if conditions:
        scope = statement.subject.scope
        found += [(scope, label) for label in conditions]
    return found


OFFERED = frozenset({"Offer", "OfferType"})
"""Kinds of mention that name an offer."""


def literal(statement: Statement) -> str:
    """Return the text a statement gives, or nothing."""
    return statement.object.value if isinstance(statement.object, Literal) else ""
