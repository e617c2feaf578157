"""What stands in a slot of a clause: who acts, what is acted on, what follows a preposition or hangs on a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_context import Context, Standing
from loaders.prose.rules.relation_frames import Frame, Slot
from loaders.prose.rules.relation_grammar import determiners, listed
from loaders.prose.rules.relation_grammar import prepositions as _prepositions
from loaders.prose.rules.relation_groups import Group
from loaders.prose.rules.relation_people import is_people
from loaders.prose.rules.relation_verbs import may_open
from loaders.prose.rules.relation_words import Naming

_BY = frozenset({"durch", "von", "seitens"})
_NOMINATIVE_PRONOUNS = frozenset({"der", "die", "das", "welche", "welcher", "welches"})
_OBLIQUE_PRONOUNS = frozenset({"deren", "dessen"})
_THESE = frozenset({"diese", "dieser", "dieses", "letztere", "letzterer"})
_GENITIVES = frozenset({"des", "der", "eines", "einer", "dieses", "dieser"})
_PLACES = frozenset({"Actor", "Offer", "Project", "Network", "Board", "Event"})
Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause with a cue in it, and all that may fill the slots of the cue's frame.

    Args:
        clauses: all clauses of the sentence; at: number of the cue's word in its clause.
        passive: the clause is in the passive. taken: the group that already fills the other slot.
    """

    clause: Clause
    clauses: Sequence[Clause]
    context: Context
    at: int
    passive: bool

    def fill(
        self, slots: Sequence[Slot], frame: Frame, fits: Fits, taken: Sequence[Standing] = ()
    ) -> Iterator[list[Standing]]:
        """Yield what may fill the slots, the likeliest first; what is taken already does not count."""
        gone = {standing.node for standing in taken}
        if frame.spread and slots is frame.subject and (every := self._every(slots, fits, gone)):
            yield every
        if frame.gather and slots is frame.object and (every := self._gathered(slots, frame, fits, gone)):
            yield every
        for slot in slots:
            for candidates in self._candidates(slot, frame):
                found = [s for s in candidates if s.node not in gone and self._kind_fits(s.node, slot, fits)]
                if found:
                    yield found

    def _gathered(self, slots: Sequence[Slot], frame: Frame, fits: Fits, gone: Set[str]) -> list[Standing]:
        """Return all that fills any of the slots by its words: "vom Land aus Mitteln des Fonds sowie durch den Kreis"."""
        found: dict[Standing, None] = {}
        for slot in slots:
            for candidates in self._candidates(slot, frame) if slot.name in ("by", "pp", "of", "agent") else ():
                found |= dict.fromkeys(s for s in candidates if self._kind_fits(s.node, slot, fits))
        prepositions = frozenset().union(*(slot.words for slot in slots if slot.name == "pp"))
        hanging = (g for g in self.clause.groups if g.head and g.outer in prepositions | _BY)
        found |= dict.fromkeys(s for g in hanging for s in _said(g.members) if fits(self._kind(s)))
        return [standing for standing in found if standing.node not in gone]

    def _kind(self, standing: Standing) -> str:
        return self.context.reading.nodes[standing.node].kind

    def suits(self, standings: Sequence[Standing], slots: Sequence[Slot]) -> bool:
        """Return whether a list may stand in a slot: by its kinds."""
        return any(
            slot.name != "here" and all(self._kind_fits(standing.node, slot, lambda _: True) for standing in standings)
            for slot in slots
        )

    def _every(self, slots: Sequence[Slot], fits: Fits, gone: Set[str]) -> list[Standing]:
        """Return all that stand in the clause without a preposition, however a long list is built."""
        free = [g for g in self.clause.groups if (_is_free(g) and g.cases & {"nom", "acc"}) or g.preposition == "neben"]
        free += [group for group in self.clause.groups if group.aside and self._is_behind_person(group)]
        found = dict.fromkeys(standing for group in free for standing in _said(group.members))
        kinds = [slot for slot in slots if slot.name in ("subject", "agent", "patient")]
        return [s for s in found if s.node not in gone and any(self._kind_fits(s.node, slot, fits) for slot in kinds)]

    def _is_behind_person(self, group: Group) -> bool:
        """Return whether a bracket holds whom the person before it speaks for."""
        before = next((w for w in reversed(self.clause.words[: group.first]) if w.naming is not None or w.is_noun), None)
        return before is not None and before.naming is not None and self.context.reading.kind(before.naming) == "Person"

    def _kind_fits(self, node: str, slot: Slot, fits: Fits) -> bool:
        kind = self.context.reading.nodes[node].kind
        return (not slot.kinds or kind in slot.kinds) and fits(kind)

    def _candidates(self, slot: Slot, frame: Frame) -> Iterator[list[Standing]]:
        match slot.name:
            case "agent":
                yield from self._by() if self.passive else map(self._with_others, self._nominative())
            case "patient":
                yield from self._nominative() if self.passive else self._accusative()
            case "subject":
                yield from self._nominative()
            case "other":
                yield from self._other()
            case "dative":
                yield from self._dative(slot.words)
                yield from self._dative_pronoun()
            case "whose":
                yield from self._whose()
            case "main":
                yield from self._main()
            case "by":
                yield from self._by()
            case "of":
                yield from self._of(frozenset({self.at}))
            case "beside":
                yield from self._beside()
            case "head":
                nouns = slot.words or frame.needs
                yield from self._of(frozenset(n for n, w in enumerate(self.clause.words) if w.low in nouns))
            case "pp":
                yield from self._prepositional(slot.words)
            case "there":
                yield from self._there()
            case "all":
                yield self._all()
            case "ours":
                if not listed("ours").isdisjoint(word.low for word in self.clause.words):
                    yield from ([standing] for standing in self.context.topic())
            case "him":
                if any(word.low in ("ihm", "ihr", "ihnen") for word in self.clause.words[:3]):
                    yield from ([standing] for standing in self._here())
            case "topic":
                yield from ([standing] for standing in self.context.topic())
            case "it":
                if not listed("pronouns").isdisjoint(w.low for w in (*self._root().words, *self.clause.words)):
                    yield from ([standing] for standing in self._here())
            case "here":
                if not self._is_of_another() and (self.passive or not _has_own_subject(self.clause, self.at)):
                    yield from ([standing] for standing in self._here())
            case _:
                return

    def _nominative(self) -> Iterator[list[Standing]]:
        clause = self.clause
        if clause.pronoun in _NOMINATIVE_PRONOUNS and not clause.preposition:
            yield _said(clause.antecedent)
        if self.passive and self.at and clause.words[self.at - 1].low == ",":  # "das Programm, verwaltet vom Land"
            yield from (_said(g.members[-1:]) for g in reversed(clause.groups) if g.last < self.at)
        if _is_elided(clause):
            yield from self._shared()
        free = [g for g in clause.groups if _is_free(g) and "nom" in g.cases]
        sure = [g for g in free if "acc" not in g.cases]
        for group in (*sure, *(g for g in free if g not in sure)):
            yield _said(group.members)
        yield from (_said(g.members) for g in clause.groups if _is_staff(g) and not g.outer and "nom" in g.outer_cases)
        yield from (_said(g.members) for g in clause.groups if g.head in listed("duty"))
        lows = {word.low for word in clause.words}
        if not lows.isdisjoint(listed("both")):
            yield self.context.both()
        if "wir" in lows or ("uns" in lows and not free):
            yield from ([standing] for standing in self.context.topic())
        elif lows.isdisjoint(listed("pronouns")) and not _is_elided(clause):
            yield from self._shared()

    def _with_others(self, acting: list[Standing]) -> list[Standing]:
        """Return who acts with whom acts together with them: "die Kammer gemeinsam mit der Hochschule"."""
        if listed("together").isdisjoint(word.low for word in self.clause.words):
            return acting
        others = [g for g in self.clause.groups if g.preposition == "mit" and not g.is_attribute]
        found = [s for g in others for s in _said(g.members) if self._kind(s) in ("Actor", "Project", "Network", "Board")]
        return list(dict.fromkeys([*acting, *found]))

    def _shared(self) -> Iterator[list[Standing]]:
        """Yield the subjects of the clauses this one goes on from."""
        leader = self.clause.leader
        while leader >= 0:
            groups = self.clauses[leader].groups
            yield from (_said(g.members) for g in groups if _is_free(g) and "nom" in g.cases)
            yield from (_said(g.members) for g in groups if _is_staff(g) and not g.outer and "nom" in g.outer_cases)
            leader = self.clauses[leader].leader

    def _other(self) -> Iterator[list[Standing]]:
        """Yield what a noun is said of: "X ist Träger", "X, Träger des Projekts,", "X als Träger"."""
        yield from self._apposition()
        if not {word.low for word in self.clause.words}.isdisjoint(listed("being")):
            yield from self._nominative()

    def _apposition(self) -> Iterator[list[Standing]]:
        """Yield what stands before ", Träger des Projekts," or "als Träger"."""
        before = self.clause.words[self.at - 1].low if self.at else ""
        if before in (",", "als"):
            near = [g for g in self.clause.groups if g.last < self.at]
            if near:
                yield _said(near[-1].members[-1:] if before == "," else near[-1].members)

    def _accusative(self) -> Iterator[list[Standing]]:
        clause = self.clause
        free = [g for g in clause.groups if _is_free(g) and "acc" in g.cases]
        sure = [g for g in free if "nom" not in g.cases]
        after = [g for g in free if g.first > self.at and g not in sure]
        for group in (*sure, *after, *(g for g in reversed(free) if g not in sure and g not in after)):
            yield _said(group.members)
        if clause.pronoun in ("die", "das", "den", "welche", "welches", "welchen") and not clause.preposition:
            yield _said(clause.antecedent)

    def _dative(self, how: Set[str]) -> Iterator[list[Standing]]:
        """Yield what stands in the dative; ``loose`` and ``people`` let in what looks like a genitive behind any or a person."""
        groups = [g for g in self.clause.groups if not g.preposition and not g.aside]
        for group in groups:
            if "dat" in group.cases and "nom" not in group.cases:
                yield _said(group.members)
        for group in groups if how else ():
            looks_so = group.is_attribute and self.clause.words[group.first].low in ("der", "einer", "dieser")
            if looks_so and ("loose" in how or self._hangs_on_people(group)):
                yield _said(group.members)  # "übergibt Arbeitslose der Kammer", "gehören neben dem Kreis der Runde an"

        lows = [word.low for word in self.clause.words]
        if any(low == "uns" and (at == 0 or lows[at - 1] not in _prepositions()) for at, low in enumerate(lows)):
            yield from ([standing] for standing in self.context.topic())

    def _hangs_on_people(self, group: Group) -> bool:
        owner = group.owner
        return is_people(group.head) or (owner is not None and self.context.reading.kind(owner) == "TargetGroup")

    def _whose(self) -> Iterator[list[Standing]]:
        """Yield whose people are spoken of: "die Teilnehmenden des Projekts"."""
        yield from (_said(g.members) for g in self.clause.groups if g.head and is_people(g.head) and not g.outer)

    def _main(self) -> Iterator[list[Standing]]:
        """Yield the subject of the main clause a relative clause belongs to."""
        if self.clause.pronoun and not self.clause.preposition:
            main = [c for c in self.clauses if not c.pronoun]
            groups = [g for clause in main for g in clause.groups if _is_free(g) and "nom" in g.cases]
            yield from (_said(group.members) for group in groups)

    def _dative_pronoun(self) -> Iterator[list[Standing]]:
        if self.clause.pronoun in ("dem", "der", "denen", "welchem", "welcher", "welchen"):
            yield _said(self.clause.antecedent)

    def _by(self) -> Iterator[list[Standing]]:
        groups = [g for g in self.clause.groups if g.preposition in _BY]
        for group in sorted(groups, key=lambda g: (g.is_attribute, abs(g.first - self.at))):
            yield _said(group.members)
        if self.clause.preposition in _BY:
            yield _said(self.clause.antecedent)

    def _of(self, nouns: frozenset[int]) -> Iterator[list[Standing]]:
        for group in self.clause.groups:
            if group.head_at in nouns or (group.beside and group.first in nouns):
                yield _said(group.members)
        if self.clause.pronoun in _OBLIQUE_PRONOUNS and 0 in nouns:
            yield _said(self.clause.antecedent)

    def _beside(self) -> Iterator[list[Standing]]:
        for group in self.clause.groups:
            opening = self.clause.words[self.at + 1 : group.first + 1]
            near = group.first > self.at and all(word.text in ':–-(„“"' or word.naming for word in opening)
            if near or (group.beside and group.first <= self.at < group.last):
                yield _said(group.members)

    def _prepositional(self, prepositions: frozenset[str]) -> Iterator[list[Standing]]:
        groups = [g for g in self.clause.groups if g.preposition in prepositions and not g.aside]
        order = sorted(groups, key=lambda g: (g.is_attribute, g.first < self.at, abs(g.first - self.at)))
        for group in order:
            yield _said(group.members)
        for group in self.clause.groups:
            if group.outer in prepositions and (_is_staff(group) or group.head in listed("fields")):
                yield _said(group.members)
        if self.clause.preposition in prepositions:
            yield _said(self.clause.antecedent)
        for preposition, pronoun in zip(self.clause.words, self.clause.words[1:], strict=False):
            if _prepositions().get(preposition.low) in prepositions and pronoun.low == "uns":
                yield from ([standing] for standing in self.context.topic())
            elif _prepositions().get(preposition.low) in prepositions and pronoun.low in listed("pronouns"):
                yield from ([standing] for standing in self.context.named_last())

    def _there(self) -> Iterator[list[Standing]]:
        """Yield what "dorthin" means: what was named last before it."""
        at = next((word.start for word in self.clause.words if word.low in listed("there")), None)
        if at is None:
            return
        groups = [group for clause in self.clauses for group in clause.groups if not _is_place(clause, group)]
        kind = self.context.reading.kind
        acting = {
            standing.node for standing in next(self._by() if self.passive else self._nominative(), [])
        }  # who sends somebody there is elsewhere
        earlier = [n for g in groups for n in g.members if n.end <= at and kind(n) in _PLACES and n.node not in acting]
        if earlier:
            yield _said([max(earlier, key=lambda n: n.start)])
            return
        yield from ([standing] for standing in self.context.named_last())

    def _all(self) -> list[Standing]:
        """Return every member of the topic, where the clause speaks of all of them."""
        for article, noun in zip(self.clause.words, self.clause.words[1:], strict=False):
            if article.low in listed("all") and noun.low in listed("collective") and noun.naming is None:
                return self.context.members()
        return []

    def _is_of_another(self) -> bool:
        """Return whether the cue is a noun with a genitive that names no node: "die Leitung der Sitzung"."""
        following = self.clause.words[self.at + 1 : self.at + 4]
        if not self.clause.words[self.at].is_noun or len(following) < 2 or following[0].low not in _GENITIVES:
            return False
        noun = next((word for word in following[1:] if word.naming is not None or word.is_noun), None)
        return noun is not None and noun.naming is None

    def _root(self) -> Clause:
        """Return the clause this one goes on from, at the sentence's beginning."""
        root = self.clause
        while root.leader >= 0:
            root = self.clauses[root.leader]
        return root

    def _here(self) -> Iterator[Standing]:
        root = self._root()
        lows = [word.low for word in self.clause.words]
        own = next((word for word in self.clause.words if word.low not in (",", ";", "und", ":")), None)
        if own is not None and own.low in _THESE and own.naming is None and self.clause.leader >= 0:
            earlier = [n for clause in self.clauses for g in clause.groups for n in g.members if n.end <= own.start]
            yield from _said(sorted(earlier, key=lambda n: -n.start))
        for clause in self.clauses:
            if clause.words and self.clause.words and clause.words[-1].end <= self.clause.words[0].start:
                groups = [g for g in clause.groups if _is_free(g) and "nom" in g.cases]
                yield from (standing for group in groups for standing in _said(group.members))
                others = [g for g in clause.groups if g not in groups]
                yield from (standing for group in others for standing in _said(group.members))
        opening = root.words[:2]
        demonstrative = bool(opening) and opening[0].low in listed("demonstrative") and opening[0].naming is None
        bare = len(opening) > 1 and opening[1].naming is None and not opening[1].is_noun
        ours = not listed("ours").isdisjoint(lows)
        yield from self.context.here(ours=ours, last=demonstrative and bare)


def _said(namings: Sequence[Naming]) -> list[Standing]:
    return [Standing(naming.node) for naming in namings]


def _is_free(group: Group) -> bool:
    return not group.preposition and not group.is_attribute and not group.aside


def _is_staff(group: Group) -> bool:
    """Return whether it hangs on those who work there: "die Beraterinnen der VHS"."""
    if group.preposition in ("in", "bei", "aus"):
        return bool(group.head)
    return bool(group.head) and _is_staff_word(group.head)


@lru_cache(maxsize=1 << 12)
def _is_staff_word(word: str) -> bool:
    return any(word == staff or (len(staff) > 5 and word.endswith(staff)) for staff in listed("staff"))


def _is_elided(clause: Clause) -> bool:
    """Return whether a clause goes on with its verb at once: "…, sondern zieht die Kammer hinzu"."""
    words = [
        word for word in clause.words[:3] if word.low not in ("und", "oder", ",", "sondern", "aber", "auch", "dann")
    ]
    return clause.leader >= 0 and bool(words) and may_open(words[0])


def _has_own_subject(clause: Clause, cue: int) -> bool:
    """Return whether the clause has a subject that names no node: "Der Träger nimmt … auf"."""
    if any(_is_free(group) and "nom" in group.cases for group in clause.groups):
        return False
    lows = {word.low for word in clause.words}
    if not lows.isdisjoint(listed("pronouns") | listed("ours") | listed("here") | listed("there")):
        return False
    for before, article, noun in zip((None, *clause.words), clause.words, clause.words[1:], strict=False):
        opens = before is None or not (before.is_noun or before.naming or before.low in _prepositions())
        plain = noun.is_noun and not noun.aside and not _is_staff_word(noun.low) and noun is not clause.words[cue]
        if plain and opens and "nom" in determiners().get(article.low, ()):
            return True
    return False


def _is_place(clause: Clause, group: Group) -> bool:
    """Return whether a group only says where what stands before it is: "die Lotsin im Klinikum"."""
    right_before = any(other.last == group.first - 1 for other in clause.groups if other is not group)
    return group.owner is not None or (right_before and group.preposition in ("in", "bei", "an"))
