"""The things a document speaks of, by rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.prose.document import Document
from loaders.prose.extract import Node
from loaders.prose.rules.acronyms import acronyms
from loaders.prose.rules.addresses import outside
from loaders.prose.rules.claim import Claim, choose
from loaders.prose.rules.headlines import headlines
from loaders.prose.rules.known import known_names
from loaders.prose.rules.labelled import is_event_label, labelled
from loaders.prose.rules.node_making import nodes
from loaders.prose.rules.places import Places
from loaders.prose.rules.reading import Reading, read
from loaders.prose.rules.repeated import repeated
from loaders.prose.rules.resolve import groups
from loaders.prose.rules.run_times import with_run_times
from loaders.prose.rules.short_names import short_names
from loaders.prose.rules.topic import topic_of

Family = Callable[[Reading, Places], list[Claim]]
"""One family of rules: what it claims of a reading."""


@dataclass(frozen=True, slots=True)
class Named:
    """The nodes of a document in order of first mention, and the id of its main one, or empty."""

    nodes: tuple[Node, ...]
    topic: str = ""


def find_nodes(document: Document, *, persons: bool = False, known: Sequence[tuple[str, str]] = ()) -> Named:
    """Return what a document speaks of.

    Args:
        persons: also return persons; without it their names are read, so that nothing else is made of them, and left out.
        known: names the region's tables use, each with its kind.
    """
    reading = read(document)
    claims = choose(_claims(reading, known))
    kept = [claim for claim in claims if persons or claim.kind != "Person"]
    found = tuple(nodes(reading, groups(kept, reading.blocks)))
    topic = topic_of(document, found)
    return Named(with_run_times(document, found, topic), topic)


def _claims(reading: Reading, known: Sequence[tuple[str, str]]) -> list[Claim]:
    places = Places(reading)
    found = [claim for family in families() for claim in family(reading, places)]
    found = [claim for claim in outside(reading, found) if not _is_label(reading, claim)]
    found = list(headlines(reading, found))
    found += labelled(reading, choose(found))
    found += repeated(reading, choose(found))
    found += short_names(reading, choose(found))
    found += known_names(reading, known, choose(found))
    found += acronyms(reading, choose(found))
    return _settled(reading, places, found)


def _is_label(reading: Reading, claim: Claim) -> bool:
    """Return whether words only head a line: the first of "Projektträger: …"."""
    unnamed = claim.short or claim.generic or claim.kind in ("TargetGroup", "Theme") or is_event_label(reading, claim)
    return (
        unnamed
        and reading.opens(claim.first)
        and claim.end < len(reading.words)
        and reading.gap(claim.end).lstrip().startswith(":")
        and claim.end - claim.first <= 2
    )


def _settled(reading: Reading, places: Places, found: Sequence[Claim]) -> list[Claim]:
    """Return the claims with what needs to know the others: places as actors, shared places, offers of one name."""
    from loaders.prose.rules.administrations import actors_by_company
    from loaders.prose.rules.offers_apart import offers_apart
    from loaders.prose.rules.same_name import same_names
    from loaders.prose.rules.shared import shared_places

    chosen = choose(found)
    chosen = shared_places(reading, places, chosen)
    return offers_apart(reading, places, same_names(reading, actors_by_company(reading, chosen)))


def families() -> tuple[Family, ...]:
    """Return the families of rules."""
    from loaders.prose.rules.actors import actors
    from loaders.prose.rules.audiences import audiences
    from loaders.prose.rules.boards import boards
    from loaders.prose.rules.events import events
    from loaders.prose.rules.legal_names import legal_names
    from loaders.prose.rules.offer_lists import listed_offers
    from loaders.prose.rules.offers import offers
    from loaders.prose.rules.persons import persons
    from loaders.prose.rules.projects import projects
    from loaders.prose.rules.regions import regions
    from loaders.prose.rules.themes import themes
    from loaders.prose.rules.titles import titles
    from loaders.prose.rules.venues import venues

    return (
        actors,
        legal_names,
        titles,
        projects,
        boards,
        events,
        offers,
        listed_offers,
        audiences,
        themes,
        regions,
        venues,
        persons,
    )
