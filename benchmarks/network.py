"""Seeded networks of realistic structure, as statements: power-law activity, mostly regional referrals.

Sizes: region 300 actors / 3 k referrals, state 10 k / 100 k, national 100 k / 1 M. An actor has 1-8 offers; 88 % of
the referrals stay inside a district; a referral is restricted to 0-4 groups and 0-2 themes; a third are warm.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from graph.evidence import Cell
from graph.statement import Mention, Statement
from ontology.regions import gazetteer
from ontology.vocabulary import load

SIZES = {"region": (300, 3_000), "state": (10_000, 100_000), "national": (100_000, 1_000_000)}

DISTRICTS = {"region": 5, "state": 45, "national": 98}
"""Over how many districts the actors of a size are spread."""

TYPES = ("Bildungszentrum", "Beratungsstelle", "Bildungswerk", "Akademie", "Lernwerkstatt", "Qualifizierungsbüro")
HANDOVER = ("", "handover/information", "handover/contact", "handover/appointment")


@dataclass(frozen=True, slots=True)
class Words:
    """The labels a network is made of."""

    audiences: list[str]
    themes: list[str]
    offers: list[str]
    regions: list[str]


def words(districts: int) -> Words:
    """Return the labels of the vocabularies, and of so many districts, sorted."""
    vocabulary = load()

    def labels(scheme: str) -> list[str]:
        return sorted(concept.labels["de"] for concept in vocabulary.scheme(scheme))

    places = sorted(region.label for region in gazetteer() if len(region.key) == 5)
    return Words(labels("audience"), labels("theme"), labels("offer-type"), places[:districts])


def statements(size: str, seed: int = 1) -> Iterator[Statement]:
    """Yield the statements of one network; the same size and seed give the same network."""
    actors, referrals = SIZES[size]
    chance = random.Random(seed)
    known = words(DISTRICTS[size])
    names = [f"{chance.choice(TYPES)} Nr. {number} {chance.choice(known.regions)}" for number in range(actors)]
    homes = [known.regions.index(name.split(" ", 3)[3]) for name in names]
    neighbours: dict[int, list[int]] = {}
    for actor, home in enumerate(homes):
        neighbours.setdefault(home, []).append(actor)
    for actor, name in enumerate(names):
        yield from _row(chance, known, actor, name, known.regions[homes[actor]])
    for number in range(referrals):
        sender = int(actors * chance.paretovariate(1.2) / 40) % actors
        near = neighbours[homes[sender]]
        pool = near if len(near) > 1 and chance.random() < 0.88 else range(actors)
        receiver = sender
        while receiver == sender:
            receiver = chance.choice(pool)
        yield _referral(chance, known, number, names[sender], names[receiver])


def _row(chance: random.Random, known: Words, actor: int, name: str, region: str) -> Iterator[Statement]:
    subject = Mention(name, "Actor")
    place = (Cell("Matrix", f"B{actor + 2}"),)
    yield Statement("matrix.xlsx", subject, "inRegion", Mention(region, "Region"), evidence=place)
    for label in chance.sample(known.offers, min(8, int(chance.paretovariate(1.1)))):
        groups = chance.sample(known.audiences, chance.randint(0, 3))
        offer = Mention(label, "Offer")
        yield Statement("matrix.xlsx", subject, "offers", offer, evidence=place, last_verified="2026-05-04")
        for group in groups:
            yield Statement(
                "matrix.xlsx",
                subject,
                "forAudience",
                Mention(group, "TargetGroup"),
                (("offer", label),),
                evidence=place,
            )
    for theme in chance.sample(known.themes, chance.randint(0, 3)):
        yield Statement("matrix.xlsx", subject, "onTheme", Mention(theme, "Theme"), evidence=place)


def _referral(chance: random.Random, known: Words, number: int, sender: str, receiver: str) -> Statement:
    conditions = [("audience", group) for group in chance.sample(known.audiences, chance.randint(0, 4))]
    conditions += [("theme", theme) for theme in chance.sample(known.themes, chance.randint(0, 2))]
    handover = chance.choice(HANDOVER)
    return Statement(
        "verweise.xlsx",
        Mention(sender, "Actor"),
        "refersTo",
        Mention(receiver, "Actor"),
        tuple(sorted(conditions)),
        (("handover", handover),) if handover else (),
        evidence=(Cell("Verweise", f"C{number + 2}"),),
        last_verified="2026-06-01",
    )
