"""Who is who: which labels of which sources mean the same actor, concept or offer.

Statements are never changed by a link. Institutions meet by the key of their names, by what a source says about its
abbreviations and by decisions people took; likeness only proposes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from graph.accepted import is_accepted
from graph.aliases import Aliases
from graph.clusters import Clusters
from graph.concept_links import ConceptLinks
from graph.decisions import Decisions, LinkDecision
from graph.entity import Entity, entities_of
from graph.evidence import Locator
from graph.issue import Issue
from graph.link import ACTOR_KINDS, Proposal
from graph.pause import collector_paused
from graph.proposals import propose
from graph.records import LinkRecord, SourceRecord, link_order
from graph.said import Said, in_order
from graph.statement import Mention, Statement
from graph.terms import ActorTerm, ConceptTerm, Terms, Uses
from ontology.regions import Gazetteer
from ontology.regions import gazetteer as known_regions
from ontology.vocabulary import Vocabulary, load


@dataclass(frozen=True, slots=True)
class OfferName:
    """What an offer's label means.

    Args:
        key: the same for equal offers of one provider.
        label: as the source spells it, abbreviations written out; ``usual``: what the vocabulary calls it.
    """

    key: str
    label: str
    usual: str = ""
    types: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """Every label in use and what it means.

    Args:
        publishers: the actor whose word a source is, by source id.
        local: labels of concepts no vocabulary has, by id.
        issues: open questions: labels nobody can place, contradictory decisions.
    """

    actors: Mapping[ActorTerm, str] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    concepts: Mapping[ConceptTerm, tuple[str, ...]] = field(default_factory=dict)
    offers: Mapping[ActorTerm, OfferName] = field(default_factory=dict)
    publishers: Mapping[str, str] = field(default_factory=dict)
    local: Mapping[str, str] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()
    issues: tuple[Issue, ...] = ()

    def entity(self, source: str, mention: Mention) -> str:
        """Return the id of the actor a mention means; nothing if it is no actor's."""
        return self.actors.get((source, mention.scope, mention.label), "") if mention.kind in _ACTORS else ""

    def concept(self, kind: str, source: str, scope: str, label: str) -> tuple[str, ...]:
        """Return the concepts a label means: several are alternatives."""
        return self.concepts.get((kind, source, scope, label), ())

    def records(self) -> Iterator[LinkRecord]:
        """Yield every link as a record, sorted."""
        found = [
            LinkRecord(source, Mention(label, "Actor", scope), entity)
            for (source, scope, label), entity in self.actors.items()
        ]
        for (kind, source, scope, label), concepts in self.concepts.items():
            found += [LinkRecord(source, Mention(label, kind, scope), concept) for concept in concepts]
        yield from sorted(found, key=link_order)


_ACTORS = frozenset(ACTOR_KINDS)


def link(
    statements: Said | Iterable[Statement],
    decisions: Decisions | None = None,
    *,
    sources: Iterable[SourceRecord] = (),
    given: Iterable[LinkRecord] = (),
    vocabulary: Vocabulary | None = None,
    gazetteer: Gazetteer | None = None,
) -> Links:
    """Return what the labels of some statements mean; the order of statements and sources does not matter.

    Args:
        given: links an interchange file brings along; its entity ids are kept.
    """
    with collector_paused():
        decided = decisions or Decisions()
        terms = Terms.of(in_order(statements))
        terms.aliases = _accepted(terms.aliases, decided)
        said = _given(given, decided)
        return _linked(terms, said, tuple(sources), vocabulary or load(), gazetteer or known_regions())


def _accepted(aliases: list[Statement], decisions: Decisions) -> list[Statement]:
    """Return the aliases that hold: one that was rejected, or read with low certainty, makes nobody one."""
    accepted, rejected = decisions.accepted, decisions.rejected
    return [one for one in aliases if is_accepted(one, one.key, accepted, rejected)]


def _linked(
    terms: Terms, said: _Given, sources: Iterable[SourceRecord], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> Links:
    aliases = Aliases(terms.aliases, ((source, label) for source, _, label in terms.actors))
    clusters = Clusters(aliases, said.decisions, said.actors)
    clusters.cluster(terms.actors)
    entities = entities_of(clusters.ids, terms.actors, clusters.keys, aliases)
    concepts = ConceptLinks(vocabulary, aliases, said.decisions)
    linked = {term: concepts.link(term, first) for term, first in sorted(terms.concepts.items(), key=itemgetter(0))}
    proposals = propose(entities, clusters.keys, aliases, gazetteer, clusters.different)
    issues = (
        *aliases.issues(),
        *clusters.issues,
        *_open(entities, clusters.ids, terms.actors),
        *_proposed(proposals, clusters.ids, terms.actors),
        *concepts.issues(),
    )
    return Links(
        clusters.ids,
        entities,
        linked,
        _offers(linked, concepts),
        {source.id: clusters.named(source.id, source.publisher) for source in sources if source.publisher},
        concepts.local,
        proposals,
        issues,
    )


@dataclass(frozen=True, slots=True)
class _Given:
    actors: dict[ActorTerm, str]
    decisions: tuple[LinkDecision, ...]


def _given(records: Iterable[LinkRecord], decisions: Decisions) -> _Given:
    """Return brought-along links as fixed ids of actors and as decisions about concepts."""
    actors: dict[ActorTerm, str] = {}
    lines = list(decisions.links)
    for record in sorted(records):
        mention = record.mention
        if mention.kind in _ACTORS:
            actors[record.source, mention.scope, mention.label] = record.entity
        else:
            lines.append(LinkDecision("is", mention.label, record.entity, record.source, mention.scope))
    return _Given(actors, tuple(lines))


def _offers(linked: Mapping[ConceptTerm, tuple[str, ...]], concepts: ConceptLinks) -> dict[ActorTerm, OfferName]:
    found: dict[ActorTerm, OfferName] = {}
    for (kind, source, scope, label), meant in linked.items():
        if kind in ("Offer", "OfferType"):
            types = tuple(concept for concept in meant if concept.startswith("offer-type/"))
            themes = tuple(concept for concept in meant if concept.startswith("theme/"))
            found[source, scope, label] = OfferName(
                *concepts.offer_name(source, scope, label), types=types, themes=themes
            )
    return found


def _proposed(
    proposals: Iterable[Proposal], ids: Mapping[ActorTerm, str], uses: Mapping[ActorTerm, Uses]
) -> Iterator[Issue]:
    """Yield a question per pair that looks alike, where the first of the two is first named."""
    terms: dict[str, ActorTerm] = {}
    for term, entity in sorted(ids.items()):
        terms.setdefault(entity, term)
    for proposal in proposals:
        term = terms[proposal.left_id]
        params = (("left", proposal.left), ("right", proposal.right), ("score", str(proposal.score)))
        yield Issue("VN4102", term[0], _place(uses[term]), proposal.left, params, "info")


def _open(
    entities: Mapping[str, Entity], ids: Mapping[ActorTerm, str], uses: Mapping[ActorTerm, Uses]
) -> Iterator[Issue]:
    """Yield a question per label that names a kind of institution but not which one."""
    for term, entity in sorted(ids.items()):
        if entities[entity].open and entities[entity].types:
            yield Issue("VN4101", term[0], _place(uses[term]), term[2], (), "info")


def _place(uses: Uses) -> Locator | None:
    return min(uses.first.evidence, key=str, default=None)
