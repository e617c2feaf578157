"""What a clause means without naming it: "wir", "dorthin", "alle Partner", a subject left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from loaders.prose.rules.relation_anaphora import may_mean
from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_collectives import collectives, is_loose
from loaders.prose.rules.relation_context import Standing, said
from loaders.prose.rules.relation_frames import Frame, Slot
from loaders.prose.rules.relation_grammar import listed
from loaders.prose.rules.relation_named import by, nominative
from loaders.prose.rules.relation_signs import is_elided, is_free, is_place, own_subject
from loaders.prose.rules.relation_verbs import may_open

if TYPE_CHECKING:
    from loaders.prose.rules.relation_slots import Scene

_PERSONAL = frozenset({"er", "sie", "es"})
_FURTHEST = 6  # clauses of its sentence that may tell what a clause is about
_ACTING = frozenset({"Actor", "Network"})
_THESE = frozenset({"diese", "dieser", "dieses", "letztere", "letzterer"})
_POLITE = frozenset({"Sie", "Ihnen"})
_FAMILIAR = frozenset({"du", "dich", "dir", "dein", "deine", "deinen", "deinem", "euch"})
_LEADING = frozenset({"an", "zu", "bei", "in", "auf"})
_GENITIVES = frozenset({"des", "der", "eines", "einer", "dieses", "dieser"})
_PLACES = frozenset({"Actor", "Offer", "Project", "Network", "Board", "Event"})


def ours(scene: Scene) -> Iterator[Standing]:
    """Yield who speaks, where the sentence says "wir" or "uns"."""
    if any(word.low in listed("ours") for clause in scene.clauses for word in clause.words):
        yield from scene.context.ours()


def told(scene: Scene) -> Iterator[Standing]:
    """Yield what the sentence before named last, where the clause itself leads nowhere: "… reichen Sie dann weiter"."""
    if not any(group.preposition in _LEADING for group in scene.clause.groups):
        yield from scene.context.named_last()


def addressed(scene: Scene) -> Iterator[Standing]:
    """Yield who speaks, where the sentence speaks to its reader: "dann gehen Sie …", "bekommst du …"."""
    words = [word for clause in scene.clauses for word in clause.words]
    first = min((word.start for word in words), default=0)
    polite = any(word.text in _POLITE and word.start > first for word in words)
    if polite or any(word.low in _FAMILIAR for word in words):
        yield from scene.context.topic()


def him(scene: Scene) -> Iterator[Standing]:
    """Yield what "ihm" or "ihr" means at the beginning of a clause."""
    if any(word.low in ("ihm", "ihr", "ihnen") for word in scene.clause.words[:3]):
        new = scene.context.introduced()
        yield from sorted(here(scene), key=lambda standing: standing.node not in new)


def it(scene: Scene, slot: Slot) -> Iterator[Standing]:
    """Yield what a pronoun means that is the subject; of an active clause only where that acts."""
    lows = {word.low for word in (*root(scene).words, *scene.clause.words)}
    if not scene.passive and "ihn" in {word.low for word in scene.clause.words}:  # "Die Kammer moderiert ihn"
        nodes = scene.context.reading.nodes
        yield from (s for s in here(scene) if may_mean("ihn", nodes[s.node].label))
    if (scene.passive or slot.kinds & _ACTING) and not listed("pronouns").isdisjoint(lows):
        yield from _agreeing(scene, here(scene))


def _agreeing(scene: Scene, standings: Iterator[Standing]) -> Iterator[Standing]:
    """Yield what a pronoun that is the clause's subject may mean by its gender: "Er wird moderiert" is no project."""
    lows = [word.low for word in scene.clause.words[:4]]
    pronoun = "er" if "er" in lows else lows[0] if lows else ""
    nodes, agrees = scene.context.reading.nodes, scene.context.agrees
    if pronoun in _PERSONAL:  # "Die Kammer plant eine Beratung. Sie findet …"
        new = scene.context.introduced()
        standings = iter(sorted(standings, key=lambda standing: standing.node not in new))
    yield from (s for s in standings if may_mean(pronoun, nodes[s.node].label) and agrees(pronoun, s))


def left_out(scene: Scene, frame: Frame) -> Iterator[Standing]:
    """Yield what the passage is about, where nothing in the clause stands in its place."""
    own = own_subject(scene.clause, scene.at)
    if not is_of_another(scene, frame) and (scene.passive or not own or own in frame.needs):
        yield from _agreeing(scene, here(scene))


def elided(scene: Scene) -> Iterator[Standing]:
    """Yield what a sentence that is only a participle tells of: "Lernmesse, 5. März. Veranstaltet von der Kammer"."""
    first = next((word for word in scene.clause.words if word.naming is not None or word.low.isalpha()), None)
    alone = first is not None and first.low == scene.clause.words[scene.at].low and scene.clause.leader < 0
    if scene.passive and alone and not any(may_open(word) for word in scene.clause.words[scene.at + 1 :]):
        yield from scene.context.here()


def here(scene: Scene) -> Iterator[Standing]:
    """Yield what a sentence goes on about: what it named before, then what its passage is about."""
    lows = [word.low for word in scene.clause.words]
    own = next((word for word in scene.clause.words if word.low not in (",", ";", "und", ":")), None)
    if own is not None and own.low in _THESE and own.naming is None and scene.clause.leader >= 0:
        named = [n for clause in scene.clauses for g in clause.groups for n in g.members if n.end <= own.start]
        yield from said(sorted(named, key=lambda n: -n.start))
    start = scene.clause.words[0].start if scene.clause.words else 0
    pronominal = scene.clause.leader >= 0 and _opens_with_pronoun(root(scene))
    others = [other for other in scene.clauses if other is not scene.clause and not pronominal]
    for clause in _near(others, start):
        earlier = [g for g in clause.groups if g.members[-1].end <= start]
        acting = [g for g in earlier if is_free(g) and "nom" in g.cases]
        for group in (*acting, *(g for g in earlier if g not in acting)):
            yield from said(group.members)
    opening = root(scene).words[:2]
    demonstrative = bool(opening) and opening[0].low in listed("demonstrative") and opening[0].naming is None
    bare = len(opening) > 1 and opening[1].naming is None and not opening[1].is_noun
    yield from scene.context.here(ours=not listed("ours").isdisjoint(lows), last=demonstrative and bare)


def _opens_with_pronoun(clause: Clause) -> bool:
    """Return whether a clause is about what was named before it; "gibt es" is not."""
    lows = [word.low for word in clause.words]
    return bool(lows) and (lows[0] in listed("pronouns") or not (listed("pronouns") - {"es"}).isdisjoint(lows))


def _near(clauses: Sequence[Clause], start: int) -> Sequence[Clause]:
    """Return the last clauses before some place."""
    return [clause for clause in clauses if clause.words and clause.words[0].start < start][-_FURTHEST:]


def there(scene: Scene) -> Iterator[Standing]:
    """Yield what "dorthin" means: what was named last before it."""
    at = next((word.start for word in scene.clause.words if word.low in listed("there")), None)
    if at is None:
        return
    groups = [group for clause in scene.clauses for group in clause.groups if not is_place(clause, group)]
    kind = scene.context.reading.kind
    senders = next(by(scene) if scene.passive else nominative(scene), [])  # who sends somebody there is elsewhere
    acting = {standing.node for standing in senders}
    earlier = [n for g in groups for n in g.members if n.end <= at and kind(n) in _PLACES and n.node not in acting]
    if earlier:
        yield from said([max(earlier, key=lambda n: n.start)])
    else:
        yield from scene.context.named_last()


def everybody(scene: Scene) -> list[Standing]:
    """Return every member of the topic, where the clause speaks of all of them."""
    sharing = [scene.clause, *([root(scene)] if is_elided(scene.clause) else [])]
    for those in (those for clause in sharing for those in collectives(clause)):
        if found := scene.context.all_of(those.predicate, those.owner):
            return found
    return []


def all_who_belong(scene: Scene) -> list[Standing]:
    """Return whom a plural noun means that stands in a clause as one who belongs: "dem alle Unterzeichner angehören"."""
    words = scene.clause.words
    free = [those for those in collectives(scene.clause) if those.is_free and not is_loose(words[those.at].low)]
    return [standing for those in free for standing in scene.context.all_of(those.predicate, those.owner)]


def all_behind(scene: Scene, wanted: Set[str]) -> list[Standing]:
    """Return whom a plural noun behind one of some prepositions means: "besteht aus allen Partnern"."""
    found = [those for those in collectives(scene.clause) if those.preposition in wanted]
    return [standing for those in found for standing in scene.context.all_of(those.predicate, those.owner)]


def root(scene: Scene) -> Clause:
    """Return the clause this one goes on from, at the sentence's beginning."""
    clause = scene.clause
    while clause.leader >= 0:
        clause = scene.clauses[clause.leader]
    return clause


def is_of_another(scene: Scene, frame: Frame) -> bool:
    """Return whether the cue is a noun with a genitive that names no node: "die Leitung der Sitzung liegt bei …"."""
    words = scene.clause.words
    return any(_has_nameless_genitive(scene.clause, at) for at in _nouns(scene, frame) if words[at].is_noun)


def _nouns(scene: Scene, frame: Frame) -> list[int]:
    return [scene.at, *(at for at, word in enumerate(scene.clause.words) if word.low in frame.needs)]


def _has_nameless_genitive(clause: Clause, at: int) -> bool:
    following = clause.words[at + 1 : at + 4]
    if len(following) < 2 or following[0].low not in _GENITIVES:
        return False
    noun = next((word for word in following[1:] if word.naming is not None or word.is_noun), None)
    return noun is not None and noun.naming is None
