"""What holds: the fact tables, computed once from statements, links, decisions and the ontology.

A pure function: the same statements in any order give the same rows. Facets, inheritance, region algebra and
contradictions are settled here and nowhere else; engines only join and search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from graph.beside import beside
from graph.columns import Rows
from graph.decisions import Decisions
from graph.facts.actors import Actors, unreachable
from graph.facts.concepts import concept_rows
from graph.facts.corpus import NOBODY, Corpus
from graph.facts.demand import Demand
from graph.facts.evidence import Evidence, evidence_of, named_concepts
from graph.facts.meaning import Meaning
from graph.facts.offers import Offers
from graph.facts.places import Places
from graph.facts.provisions import Draft, Provisions, compact
from graph.facts.referrals import Referral, Referrals, implied
from graph.facts.rows import Tables, used_concepts, used_regions
from graph.facts.settle import Conflict
from graph.facts.subsumption import same_groups
from graph.facts.supply import Supply
from graph.facts.tables import Numbers, region_rows, source_rows
from graph.issue import Issue, Severity
from graph.limits import is_narrowed
from graph.links import Links
from graph.pause import collector_paused
from graph.records import SourceRecord
from graph.said import Said
from graph.statement import Statement
from ontology.regions import Gazetteer
from ontology.regions import gazetteer as known_regions
from ontology.vocabulary import Vocabulary, load

SINGLE_DETAILS = ("access", "capacity", "cost", "handover", "mode", "responsibility", "weight")
"""Details of which one statement should have one value; places that disagree are reported."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The fact tables of ``graph.layout`` and what was noticed on the way."""

    rows: Rows
    issues: tuple[Issue, ...]


def derive(
    statements: Said | Iterable[Statement],
    links: Links,
    *,
    sources: Iterable[SourceRecord] = (),
    decisions: Decisions | None = None,
    vocabulary: Vocabulary | None = None,
    gazetteer: Gazetteer | None = None,
) -> Facts:
    """Return what holds if some statements are true and their labels mean what ``links`` says."""
    with collector_paused():
        corpus = Corpus(statements, links, sources, decisions or Decisions())
        return _derived(corpus, links, decisions or Decisions(), vocabulary or load(), gazetteer or known_regions())


def _derived(corpus: Corpus, links: Links, decisions: Decisions, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Facts:
    places = Places(gazetteer, decisions.links)
    meaning = Meaning(corpus, links, places, vocabulary)
    sources = source_rows(corpus)
    said = _gathered(corpus, meaning, places)
    meaning.read_all()
    concepts = named_concepts(meaning)
    numbers = {row["id"]: number for number, row in enumerate(sources)}
    with beside(partial(evidence_of, meaning, numbers, concepts), len(corpus.statements)) as evidence:
        said.drafts.extend(_implied(said))
        rows, conflicts = _tables(said, concepts, evidence)
    rows["source"] = sources
    found = {*meaning.issues, *places.issues(), *_noticed(corpus, said.supply, said.actors, conflicts)}
    return Facts(rows, tuple(sorted(found, key=lambda issue: (issue.code, issue.where(), issue.value, issue.params))))


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the statements say, before it has rows."""

    corpus: Corpus
    meaning: Meaning
    places: Places
    supply: Supply
    actors: Actors
    demand: Demand
    agreements: Referrals
    provisions: Provisions
    referrals: list[Referral]
    drafts: list[Draft]


def _gathered(corpus: Corpus, meaning: Meaning, places: Places) -> _Gathered:
    offers = Offers(corpus, meaning.links)
    supply = Supply(corpus, meaning, offers)
    supply.gather()
    agreements = Referrals(corpus, meaning, offers)
    provisions = Provisions(meaning, places, supply.instruments)
    with beside(partial(_drafts, supply, provisions), len(corpus.statements)) as drafted:
        actors = Actors(corpus, meaning, places)
        actors.gather()
        demand = Demand(corpus, meaning)
        demand.gather()
        referrals = agreements.all()
        drafts = drafted()
    return _Gathered(corpus, meaning, places, supply, actors, demand, agreements, provisions, referrals, drafts)


def _tables(
    said: _Gathered, named: Sequence[str], evidence: Callable[[], Evidence]
) -> tuple[dict[str, Sequence[Mapping[str, Any]]], list[Conflict]]:
    """Return the tables, and which statements cannot both hold; what was gathered of provisions and referrals is used up."""
    supply, actors, demand = said.supply, said.actors, said.demand
    numbered = supply.offers.numbered()
    used = {*used_concepts(said.drafts, said.referrals, demand, actors, numbered), *named}
    same = same_groups(said.meaning, filter(is_narrowed, used))
    concepts = concept_rows(said.meaning, (same.get(name, name) for name in used))
    regions = region_rows(said.places, used_regions(said.drafts, said.referrals, demand, actors))
    numbers = Numbers(row["id"] for row in concepts)
    of_regions, of_actors = Numbers(row["id"] for row in regions), Numbers(actors.known)
    tables = Tables(said.corpus, said.meaning, numbers, of_regions, of_actors, same)
    rows: dict[str, Sequence[Mapping[str, Any]]] = {"concept": concepts, "region": regions}
    rows["offer"] = tables.offers(numbered)
    rows["evidence"] = evidence().table(list(map(numbers.__getitem__, named)))
    with beside(partial(tables.referrals, said.referrals), len(said.corpus.statements)) as referrals:
        rows["provision"] = tables.provisions(said.drafts, supply, said.provisions, actors)
        said.drafts.clear()  # as large as the table itself
        rows |= {
            "actor": tables.actors(actors),
            "contact": tables.contacts(actors),
            "membership": tables.memberships(actors),
            "door": tables.presences(demand, "door"),
            "guide": tables.presences(demand, "guide"),
            "need": tables.needs(demand),
            "accepted": tables.accepted(demand),
        }
        rows["referral"] = referrals()
    conflicts = [*supply.conflicts, *actors.conflicts, *demand.conflicts, *said.agreements.conflicts]
    rows["conflict"] = tables.conflict_rows(conflicts)
    return rows, [*conflicts, *tables.conflicts]


def _drafts(supply: Supply, provisions: Provisions) -> list[Draft]:
    """Return everything actors provide by what is said of their offers and of themselves."""
    return [
        draft
        for provider, offers in supply.of_provider().items()
        for draft in provisions.of(provider, supply.row_level(provider), offers)
    ]


def _implied(said: _Gathered) -> list[Draft]:
    """Return what only a referral says of its receiver."""
    supply, drafts = said.supply, said.drafts
    provided = {(draft.provider, draft.offer) for draft in drafts if draft.offer}
    themes: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.frame.themes:
            themes.setdefault(draft.provider, set()).update(draft.frame.themes)
    further: list[Draft] = []
    for referral in implied(said.referrals, provided, themes):
        offer = supply.offers.known[referral.receiver, referral.offer] if referral.offer else None
        row = supply.row_level(referral.receiver)
        further += said.provisions.implied(referral.receiver, offer, referral.frame, tuple(referral.rows), row)
    return compact(further)


def _noticed(corpus: Corpus, supply: Supply, actors: Actors, conflicts: Iterable[Conflict]) -> Iterator[Issue]:
    """Yield what people should look at: conflicts, offers nobody leads to, instruments nobody offers, unequal details."""
    entities = corpus.links.entities
    for conflict in conflicts:
        code, rows = ("VN4130", conflict.one) if conflict.settled else ("VN4131", (*conflict.one, *conflict.other))
        yield _at(corpus, code, min(rows), conflict.what, "info" if conflict.settled else "warning")
    providers = supply.of_provider()
    kinds = {actor: entities[actor].kind for actor in actors.known}
    for actor in unreachable(actors.known, kinds, {name for name, offers in providers.items() if offers}):
        yield _at(corpus, "VN4132", actors.known[actor].rows[0], entities[actor].label)
    offered = {offer.key for offers in providers.values() for offer in offers}
    for (provider, key), offer in supply.offers.known.items():
        if provider == NOBODY and key not in offered:
            yield _at(corpus, "VN4133", min(offer.rows), offer.label, "info")
    for row, statement in corpus:
        if len(statement.evidence) > 1:
            for name in SINGLE_DETAILS:
                values = statement.detail(name)
                if len(values) > 1:
                    yield _at(corpus, "VN4134", row, "; ".join(values), name=name)


def _at(corpus: Corpus, code: str, row: int, value: str, severity: Severity = "warning", **params: str) -> Issue:
    statement = corpus.statements[row]
    place = statement.evidence[0] if statement.evidence else None
    return Issue(code, statement.source, place, value, tuple(sorted(params.items())), severity)
