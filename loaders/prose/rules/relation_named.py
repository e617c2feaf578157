"""What a clause itself names in a slot: who acts, what is acted on, what a preposition or a noun governs."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from loaders.prose.rules.relation_context import Standing, said
from loaders.prose.rules.relation_grammar import listed, prepositions
from loaders.prose.rules.relation_groups import Group
from loaders.prose.rules.relation_people import is_people
from loaders.prose.rules.relation_signs import is_copular, is_elided, is_free, is_staff, is_taken
from loaders.prose.rules.relation_verbs import may_close

if TYPE_CHECKING:
    from loaders.prose.rules.relation_slots import Scene

BY = frozenset({"durch", "von", "seitens"})
_NOMINATIVE_PRONOUNS = frozenset({"der", "die", "das", "welche", "welcher", "welches"})
_DATIVE_PRONOUNS = frozenset({"dem", "der", "denen", "welchem", "welcher", "welchen"})
_BACK = frozenset({"dort", "da", "denen", "dieser", "diesem"})
_PERSONAL = frozenset({"ihm", "ihr", "ihn"})
_SPEAKING = frozenset({"wir", "ich"})
_OBLIQUE_PRONOUNS = frozenset({"deren", "dessen"})
_FURTHEST = 6  # clauses a subject may be shared over
_BODIES = ("Actor", "Project", "Network", "Board")
_ADJECTIVE = ("ere", "erer", "eren", "eres", "aler", "ale", "iger", "ige", "licher", "liche", "neuer", "neue")


def agent(scene: Scene, but: Set[str] = frozenset()) -> Iterator[list[Standing]]:
    """Yield who acts, in the active or the passive."""
    if scene.passive:
        yield from by(scene)
        yield from _together(scene)
        return
    yield from (_with_others(scene, acting) for acting in nominative(scene, but))


def nominative(scene: Scene, but: Set[str] = frozenset()) -> Iterator[list[Standing]]:
    """Yield what may be the subject: what the case says first, then who acts for others, then what is shared.

    Args:
        but: nouns that nobody acts by: "die Geschäftsstelle des Netzwerks liegt bei der Kammer".
    """
    clause = scene.clause
    if clause.pronoun in _NOMINATIVE_PRONOUNS and not clause.preposition:
        yield said(clause.antecedent)
    if scene.passive and scene.at and clause.words[scene.at - 1].low == ",":  # "das Programm, verwaltet vom Land"
        leading = scene.clauses[clause.leader].groups if clause.leader >= 0 and scene.at == 1 else ()
        before = [*leading, *(group for group in clause.groups if group.last < scene.at)]
        yield from (said(group.members[-1:]) for group in reversed(before))
    if is_elided(clause):
        yield from _shared(scene)
    free = [g for g in clause.groups if is_free(g) and "nom" in g.cases]
    sure = [g for g in free if "acc" not in g.cases]
    for group in (*sure, *(g for g in free if g not in sure)):
        yield said(group.members)
    staff = [g for g in clause.groups if is_staff(g) and not g.outer and "nom" in g.outer_cases and g.head not in but]
    yield from (said(group.members) for group in staff)
    yield from (said(g.members) for g in clause.groups if g.head in listed("duty"))
    lows = {word.low for word in clause.words}
    if not lows.isdisjoint(listed("both")):
        yield scene.context.both()
    if not lows.isdisjoint(_SPEAKING) or ("uns" in lows and not free):
        yield from ([standing] for standing in scene.context.ours())
    elif lows.isdisjoint(listed("pronouns")) and not is_elided(clause):
        yield from _shared(scene)


def _together(scene: Scene) -> Iterator[list[Standing]]:
    """Yield with whom something is done: "wird gemeinsam mit der Kammer durchgeführt"."""
    if any(group.preposition in BY for group in scene.clause.groups):
        return
    for first, second in zip(scene.clause.words, scene.clause.words[1:], strict=False):
        if first.low in ("gemeinsam", "zusammen") and second.low == "mit":
            behind = [g for g in scene.clause.groups if g.preposition == "mit" and g.members[0].start > second.start]
            yield from (said(group.members) for group in behind[:1])


def _with_others(scene: Scene, acting: list[Standing]) -> list[Standing]:
    """Return who acts with whom acts together with them: "die Kammer gemeinsam mit der Hochschule"."""
    if listed("together").isdisjoint(word.low for word in scene.clause.words):
        return acting
    others = [g for g in scene.clause.groups if g.preposition == "mit" and not g.is_attribute]
    found = [s for g in others for s in said(g.members) if scene.kind(s) in _BODIES]
    return list(dict.fromkeys([*acting, *found]))


def _shared(scene: Scene) -> Iterator[list[Standing]]:
    """Yield the subjects of the clauses this one goes on from."""
    leader, least = scene.clause.leader, scene.clause.leader - _FURTHEST
    while leader > max(-1, least):
        groups = scene.clauses[leader].groups
        yield from (said(g.members) for g in groups if is_free(g) and "nom" in g.cases)
        yield from (said(g.members) for g in groups if is_staff(g) and not g.outer and "nom" in g.outer_cases)
        if not {word.low for word in scene.clauses[leader].words}.isdisjoint(_SPEAKING):  # "wir halten … und nennen …"
            yield from ([standing] for standing in scene.context.ours())
        leader = scene.clauses[leader].leader


def other(scene: Scene) -> Iterator[list[Standing]]:
    """Yield what a noun is said of: "X ist Träger", "X, Träger des Projekts,", "X als Träger"."""
    yield from _apposition(scene)
    yield from _behind_being(scene)
    if is_copular(scene.clause):
        yield from nominative(scene)


def _behind_being(scene: Scene) -> Iterator[list[Standing]]:
    """Yield what stands behind "Veranstalter sind", whatever stands before it."""
    words, at = scene.clause.words, scene.at
    if at + 1 < len(words) and words[at + 1].low in listed("being") | listed("passive") and is_copular(scene.clause):
        later = [g for g in scene.clause.groups if g.first > at and is_free(g) and "nom" in g.cases]
        yield from (said(group.members) for group in later)


def _apposition(scene: Scene) -> Iterator[list[Standing]]:
    """Yield what stands before ", Träger des Projekts," or "als Träger"."""
    words = [w for w in scene.clause.words[: scene.at] if not w.low.endswith(_ADJECTIVE) or w.naming or w.is_noun]
    before = words[-1].low if words else ""
    if before in (",", "als"):
        near = [g for g in scene.clause.groups if g.last < scene.at]
        if near:
            yield said(near[-1].members[-1:] if before == "," else near[-1].members)


def accusative(scene: Scene) -> Iterator[list[Standing]]:
    """Yield what may be the direct object."""
    clause = scene.clause
    free = [g for g in clause.groups if is_free(g) and "acc" in g.cases]
    sure = [g for g in free if "nom" not in g.cases]
    after = [g for g in free if g.first > scene.at and g not in sure]
    for group in (*sure, *after, *(g for g in reversed(free) if g not in sure and g not in after)):
        yield said(group.members)
    if clause.pronoun in ("die", "das", "den", "welche", "welches", "welchen") and not clause.preposition:
        yield said(clause.antecedent)


def dative(scene: Scene, how: Set[str]) -> Iterator[list[Standing]]:
    """Yield what stands in the dative; ``loose`` and ``people`` let in what looks like a genitive behind any or a person."""
    groups = [g for g in scene.clause.groups if not g.preposition and not g.aside]
    speaking = not {word.low for word in scene.clause.words}.isdisjoint(
        _SPEAKING
    )  # "wir" is the subject, "der Rat" not
    for group in groups:
        if "dat" in group.cases and (speaking or "nom" not in group.cases):
            yield said(group.members)
    for group in groups if how else ():
        looks_so = group.is_attribute and scene.clause.words[group.first].low in ("der", "einer", "dieser")
        if looks_so and ("loose" in how or _hangs_on_people(scene, group)):
            yield said(group.members)  # "übergibt Arbeitslose der Kammer", "gehören neben dem Kreis der Runde an"

    lows = [word.low for word in scene.clause.words]
    if any(low == "uns" and (at == 0 or lows[at - 1] not in prepositions()) for at, low in enumerate(lows)):
        yield from ([standing] for standing in scene.context.ours())
    if scene.clause.pronoun in _DATIVE_PRONOUNS:
        yield said(scene.clause.antecedent)


def _hangs_on_people(scene: Scene, group: Group) -> bool:
    owner = group.owner
    return is_people(group.head) or (owner is not None and scene.context.reading.kind(owner) == "TargetGroup")


def whose(scene: Scene) -> Iterator[list[Standing]]:
    """Yield whose people are spoken of: "die Teilnehmenden des Projekts"."""
    yield from (said(g.members) for g in scene.clause.groups if g.head and is_people(g.head) and not g.outer)


def main(scene: Scene) -> Iterator[list[Standing]]:
    """Yield the subject of the main clause a relative clause belongs to."""
    if scene.clause.pronoun and not scene.clause.preposition:
        main = [c for c in scene.clauses if not c.pronoun]
        groups = [g for clause in main for g in clause.groups if is_free(g) and "nom" in g.cases]
        yield from (said(group.members) for group in groups)


def by(scene: Scene) -> Iterator[list[Standing]]:
    """Yield by whom something is done: "von der Kammer", "durch das Land"."""
    groups = [g for g in scene.clause.groups if g.preposition in BY]
    groups = [g for g in groups if not _is_parted(scene, g)] or groups
    for group in sorted(groups, key=lambda g: (g.is_attribute, abs(g.first - scene.at))):
        yield said(group.members)
    if scene.clause.preposition in BY:
        yield said(scene.clause.antecedent)


def _is_parted(scene: Scene, group: Group) -> bool:
    """Return whether another verb stands between a cue and some words: "von A getragen und von B gefördert"."""
    low, high = sorted((group.first, scene.at))
    after = group.first > scene.at and any(may_close(word) for word in scene.clause.words[group.last + 1 :])
    return after or any(may_close(word) for word in scene.clause.words[low + 1 : high])


def of(scene: Scene, nouns: frozenset[int]) -> Iterator[list[Standing]]:
    """Yield what hangs on the nouns at some places, as a genitive, by "von" or beside them."""
    for group in scene.clause.groups:
        if group.head_at in nouns or (group.beside and group.first in nouns):
            yield said(group.members)
    if scene.clause.pronoun in _OBLIQUE_PRONOUNS and 0 in nouns:
        yield said(scene.clause.antecedent)


def beside(scene: Scene) -> Iterator[list[Standing]]:
    """Yield what stands right behind the cue or holds it in front of its name: "die Trägerin VHS"."""
    for group in scene.clause.groups:
        opening = scene.clause.words[scene.at + 1 : group.first + 1]
        near = group.first > scene.at and all(word.text in ':–-(„“"' or word.naming for word in opening)
        if near or (group.beside and group.first <= scene.at < group.last):
            yield said(group.members)


def prepositional(scene: Scene, wanted: frozenset[str]) -> Iterator[list[Standing]]:
    """Yield what stands behind one of some prepositions, the nearest behind the cue first; last what a noun takes with it."""
    groups = [g for g in scene.clause.groups if g.preposition in wanted and not g.aside]

    def order(group: Group) -> tuple[bool, bool, bool, int]:
        taken = group.is_attribute, is_taken(scene.clause, group)
        return (*taken, group.first < scene.at, abs(group.first - scene.at))

    for group in sorted(groups, key=order):
        yield said(group.members)
    for group in scene.clause.groups:
        if group.outer in wanted and (is_staff(group) or group.head in listed("fields")):
            yield said(group.members)
    if scene.clause.preposition in wanted:
        yield said(scene.clause.antecedent)
    for preposition, pronoun in zip(scene.clause.words, scene.clause.words[1:], strict=False):
        if prepositions().get(preposition.low) in wanted and pronoun.low == "uns":
            yield from ([standing] for standing in scene.context.ours())
        elif prepositions().get(preposition.low) in wanted and pronoun.low in _PERSONAL:
            yield from ([standing] for standing in scene.context.meant_by(pronoun.low))
        elif prepositions().get(preposition.low) in wanted and pronoun.low in _BACK | listed("pronouns"):
            yield from ([standing] for standing in scene.context.named_last())
