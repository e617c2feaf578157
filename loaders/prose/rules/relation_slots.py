"""A clause with a cue in it, and what may fill the slots of the cue's frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from loaders.prose.rules import relation_meant as meant
from loaders.prose.rules import relation_named as named
from loaders.prose.rules.relation_clauses import Clause
from loaders.prose.rules.relation_context import Context, Standing, said
from loaders.prose.rules.relation_frames import Frame, Slot
from loaders.prose.rules.relation_groups import Group
from loaders.prose.rules.relation_named import BY
from loaders.prose.rules.relation_signs import is_free, is_staff

_MOST = 12  # readings of one slot: a sentence without end must not take for ever
_PLACED = ("Actor", "Offer", "Event")
Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause with a cue in it, and all that may fill the slots of the cue's frame.

    Args:
        clauses: all clauses of the sentence; at: number of the cue's word in its clause.
        passive: the clause is in the passive.
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
        if slots is frame.object and "inRegion" in frame.predicates.values():
            gone |= self._towns("Actor")
        if frame.spread and slots is frame.subject and (every := self._every(slots, fits, gone)):
            yield every
        if frame.gather and slots is frame.object and (every := self._gathered(slots, frame, fits, gone)):
            yield every
        for slot in slots:
            for candidates in islice(self._candidates(slot, frame), _MOST):
                found = [s for s in candidates if s.node not in gone and self._kind_fits(s.node, slot, fits)]
                if found:
                    yield found

    def _gathered(self, slots: Sequence[Slot], frame: Frame, fits: Fits, gone: Set[str]) -> list[Standing]:
        """Return all that fills any of the slots by its words: "vom Land aus Mitteln des Fonds sowie durch den Kreis"."""
        found: dict[Standing, None] = {}
        for slot in slots:
            for candidates in self._candidates(slot, frame) if slot.name in ("by", "pp", "of") else ():
                found |= dict.fromkeys(s for s in candidates if self._kind_fits(s.node, slot, fits))
        prepositions = frozenset().union(*(slot.words for slot in slots if slot.name == "pp"))
        if any(slot.name == "by" for slot in slots):
            prepositions |= BY
        hanging = (g for g in self.clause.groups if g.head and g.outer in prepositions)
        found |= dict.fromkeys(s for g in hanging for s in said(g.members) if fits(self.kind(s)))
        towns = self._towns() if "locatedIn" in frame.predicates.values() else frozenset()
        return [standing for standing in found if standing.node not in gone | towns]

    def _towns(self, *placed: str) -> frozenset[str]:
        """Return the places that only tell where what stands right before them is: "im Bildungszentrum in Olpe"."""
        kind, words = self.context.reading.kind, self.clause.words
        groups = [group for group in self.clause.groups if kind(group.members[0]) == "Region" and group.first > 0]
        before = ((group, words[group.first - 1].naming) for group in groups)
        behind = [group for group, naming in before if naming is not None and kind(naming) in (placed or _PLACED)]
        return frozenset(naming.node for group in behind for naming in group.members)

    def kind(self, standing: Standing) -> str:
        """Return the kind of what stands somewhere."""
        return self.context.reading.nodes[standing.node].kind

    def suits(self, standings: Sequence[Standing], slots: Sequence[Slot]) -> bool:
        """Return whether a list may stand in a slot: by its kinds."""
        return any(
            slot.name != "here" and all(self._kind_fits(standing.node, slot, lambda _: True) for standing in standings)
            for slot in slots
        )

    def _every(self, slots: Sequence[Slot], fits: Fits, gone: Set[str]) -> list[Standing]:
        """Return all that stand in the clause without a preposition, however a long list is built."""
        free = [g for g in self.clause.groups if (is_free(g) and g.cases & {"nom", "acc"}) or g.preposition == "neben"]
        free += [group for group in self.clause.groups if group.aside and self._is_behind_person(group)]
        free += [group for group in self.clause.groups if self._is_spoken_for(group)]
        found = dict.fromkeys(standing for group in free for standing in said(group.members))
        named_here = {standing.node for standing in found}
        found |= dict.fromkeys(s for s in meant.all_who_belong(self) if s.node not in named_here)
        kinds = [slot for slot in slots if slot.name in ("subject", "agent", "patient")]
        return [s for s in found if s.node not in gone and any(self._kind_fits(s.node, slot, fits) for slot in kinds)]

    def _is_spoken_for(self, group: Group) -> bool:
        """Return whether those who stand for a body stand in the clause: "die Leitungen von Kammer und Kreis"."""
        hanging = bool(group.head) and group.preposition in ("", "von") and not group.aside
        return hanging and is_staff(group) and not group.outer and bool(group.outer_cases & {"nom", "acc"})

    def _is_behind_person(self, group: Group) -> bool:
        """Return whether a bracket holds whom the person before it speaks for."""
        before = next(
            (w for w in reversed(self.clause.words[: group.first]) if w.naming is not None or w.is_noun), None
        )
        return before is not None and before.naming is not None and self.context.reading.kind(before.naming) == "Person"

    def _kind_fits(self, node: str, slot: Slot, fits: Fits) -> bool:
        kind = self.context.reading.nodes[node].kind
        return (not slot.kinds or kind in slot.kinds) and fits(kind)

    def _candidates(self, slot: Slot, frame: Frame) -> Iterator[list[Standing]]:
        """Yield the groups that may be meant by a slot, the likeliest first."""
        match slot.name:
            case "agent":
                yield from named.agent(self, frame.needs)
            case "patient":
                yield from named.nominative(self) if self.passive else named.accusative(self)
            case "subject":
                yield from named.nominative(self, frame.needs)
            case "other":
                yield from named.other(self)
            case "dative":
                yield from named.dative(self, slot.words)
            case "whose":
                yield from named.whose(self)
            case "main":
                yield from named.main(self)
            case "by":
                yield from named.by(self)
            case "of":
                yield from named.of(self, frozenset({self.at}))
            case "beside":
                yield from named.beside(self)
            case "head":
                nouns = slot.words or frame.needs
                yield from named.of(self, frozenset(n for n, w in enumerate(self.clause.words) if w.low in nouns))
            case "pp":
                yield from named.prepositional(self, slot.words)
                if "memberOf" in frame.predicates.values():
                    yield meant.all_behind(self, slot.words)
            case "all":
                yield meant.everybody(self)
            case "there":
                yield from ([standing] for standing in meant.there(self))
            case "ours":
                yield from ([standing] for standing in meant.ours(self))
            case "addressed":
                yield from ([standing] for standing in meant.addressed(self))
            case "told":
                yield from ([standing] for standing in meant.told(self))
            case "him":
                yield from ([standing] for standing in meant.him(self))
            case "it":
                yield from ([standing] for standing in meant.it(self, slot))
            case "elided":
                yield from ([standing] for standing in meant.elided(self))
            case "topic":
                yield from ([standing] for standing in self.context.topic())
            case "here":
                yield from ([standing] for standing in meant.left_out(self, frame))
            case _:
                raise ValueError(f"no slot named {slot.name!r}: see cues_referral.toml")
