"""What a statement's labels mean: its groups, themes, regions, limits, days and terms as ids and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.facts.corpus import Corpus
from graph.facts.days import day
from graph.facts.frames import EXCLUSIVE, NAMED, PRIORITY, Frame, Pairs, named
from graph.facts.places import Places
from graph.issue import Issue
from graph.limits import Narrowed, limit_of, limit_to, narrow, narrowed
from graph.links import Links
from graph.said import NOTHING
from graph.statement import ANY, Literal, Mention, Statement
from graph.terms import ConceptTerm
from ontology.vocabulary import Vocabulary

TERMS = {
    "access": "access", "cost": "cost", "hours": "hours", "openingHours": "hours", "format": "format",
    "language": "languages", "capacity": "capacity", "count": "capacity",
}  # fmt: skip
"""Details and literal predicates that say on which terms an offer is to be had, and the column they fill."""

_NOTES = ("note", "footnote", "comment", "extent")
_TRUE = "true"
_NARROWING = frozenset({"forAudience", "onTheme", "inRegion"})
"""Predicates whose object narrows, as a condition would."""
_NO_LIMITS = frozenset({"offer", "region"})
"""Conditions that many statements have, and that limit nobody's age or benefits."""


class Conditions(NamedTuple):
    """What narrows a statement: groups, themes and limit by id, regions as labels (they depend on the actor).

    ``offers`` and ``occasions`` are labels, too; "any" offer is none. ``named`` are the groups, then the themes;
    ``audiences`` the groups as a frame has them.
    """

    groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    limit: str = ""
    since: int = -1
    until: int = -1
    offers: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    audiences: tuple[tuple[str, int], ...] = ()


_NONE = Conditions()


@dataclass(frozen=True, slots=True)
class Beside:
    """What the details of a statement say beside its mark: how a group is named, the terms of an offer, remarks."""

    naming: int = NAMED
    terms: Pairs = ()
    remarks: tuple[str, ...] = ()


_NOTHING = Beside()


class Meaning:
    """Reads statements of a corpus; ``issues`` collects values that could not be read."""

    def __init__(self, corpus: Corpus, links: Links, places: Places, vocabulary: Vocabulary) -> None:
        self.corpus = corpus
        self.links = links
        self.places = places
        self.vocabulary = vocabulary
        self.issues: set[Issue] = set()
        self._narrowed: dict[str, Narrowed] = {}
        self._known: list[Conditions | None] = [None] * len(corpus.narrowings)
        self._beside: dict[Pairs, Beside] = {}
        self._labels: dict[tuple[str, str], dict[str, Meant]] = {}
        self._plain: list[Frame | None] = [None] * len(corpus.narrowings)
        self._frames: dict[tuple[str, int, int, str, Pairs], Frame] = {}

    def groups(self, statement: Statement, mention: Mention | Literal) -> tuple[str, ...]:
        """Return the target groups a mention means; "any" means none in particular."""
        if isinstance(mention, Literal) or mention.label == ANY:
            return ()
        return self.links.concept("TargetGroup", statement.source, mention.scope, mention.label)

    def themes(self, statement: Statement, mention: Mention | Literal) -> tuple[str, ...]:
        """Return the themes a mention means."""
        if isinstance(mention, Literal) or mention.label == ANY:
            return ()
        return self.links.concept("Theme", statement.source, mention.scope, mention.label)

    def regions(self, statement: Statement, label: str, actor: str = "") -> tuple[str, ...]:
        """Return the regions a label means, near the actor where the name alone leaves it open."""
        if label == ANY:
            return ()
        entity = self.links.entities.get(actor)
        return self.places.find(label, statement, entity.places[0] if entity and entity.places else "")

    def conditions(self, row: int, statement: Statement) -> Conditions:
        """Return what narrows a statement; equal conditions are read once."""
        number = self.corpus.narrowed[row]
        known = self._known[number]
        if known is None:
            known = self._known[number] = self._read(row, statement) if statement.conditions else _NONE
        return known

    def read_all(self) -> None:
        """Read the conditions nobody has asked for, so that what cannot be read in them is reported."""
        for row, number in enumerate(self.corpus.narrowed):
            if self._known[number] is None:
                self.conditions(row, self.corpus.statements[row])

    def known(self) -> Iterator[Conditions]:
        """Yield all conditions that were read."""
        return filter(None, self._known)

    def near(self, regions: tuple[str, ...], statement: Statement, actor: str = "") -> tuple[str, ...]:
        """Return the regions some labels mean, near an actor."""
        found = {region for label in regions for region in self.regions(statement, label, actor)}
        return tuple(sorted(found))

    def narrow(self, row: int, group: str, limit: str) -> str:
        """Return a group narrowed by a limit its own source states; report one that leaves nobody."""
        if not limit:
            return group
        found = narrow(group, limit)
        if self.nobody(found):
            self.report("VN4120", row, self.label(found))
        return found

    def nobody(self, group: str) -> bool:
        """Return whether nobody can belong to a narrowed group."""
        return "+" in group and self.narrowed(group).contradictory

    def narrowed(self, group: str) -> Narrowed:
        """Return what a group made from a limit is (of any other group: it, without a limit)."""
        known = self._narrowed.get(group)
        if known is None:
            local = self.links.local.get(group.partition("+")[0], "")
            known = self._narrowed[group] = narrowed(group, self.vocabulary, local)
        return known

    def day(self, row: int, text: str, *, last: bool = False) -> int:
        """Return the day a text names, or -1 and a report."""
        found = day(text, last=last)
        if found < 0 and text:
            self.report("VN4121", row, text)
        return found

    def beside(self, details: Pairs) -> Beside:
        """Return what is said beside a mark; equal details are read once."""
        if not details:
            return _NOTHING
        known = self._beside.get(details)
        if known is None:
            found = _read_beside(details)
            known = self._beside[details] = _NOTHING if found == _NOTHING else found
        return known

    def notes(self, remarks: Iterable[str], groups: tuple[str, ...] = ()) -> Pairs:
        """Return remarks, each with the groups it is about."""
        about = " / ".join(self.label(group) for group in groups)
        return tuple(sorted({(about, remark) for remark in remarks}))

    def frame(self, row: int, statement: Statement, actor: str) -> Frame:
        """Return the joint conditions of a statement about an actor or an offer."""
        return self.unsigned(row, statement, actor).of(row)

    def unsigned(self, row: int, statement: Statement, actor: str) -> Frame:
        """Return the joint conditions without the statement that says them: one and the same frame for equal ones."""
        number, narrowing = self.corpus.narrowed[row], statement.predicate in _NARROWING
        if not narrowing and statement.polarity == "yes" and self.beside(statement.details) is _NOTHING:
            known = self._plain[number]
            if known is None:
                said = self.conditions(row, statement)
                if said.limit or said.regions:
                    return self._framed(row, statement, actor)[0]
                known = Frame(said.audiences, said.themes, (), "", said.since, said.until)
                self._plain[number] = known
            return known
        named = (statement.predicate, self.corpus.named[row]) if narrowing else ("", NOTHING)
        key = (*named, number, statement.polarity, statement.details)
        known = self._frames.get(key)
        if known is None:
            known, lasting = self._framed(row, statement, actor)
            if lasting:
                self._frames[key] = known
        return known

    def _framed(self, row: int, statement: Statement, actor: str) -> tuple[Frame, bool]:
        """Return the joint conditions, and whether they are the same for other actors and need no further report."""
        said, target, beside = self.conditions(row, statement), statement.object, self.beside(statement.details)
        groups, themes, limit, places, within = said.groups, said.themes, said.limit, said.regions, ""
        if statement.predicate == "forAudience":
            within = limit_to(map(self.narrowed, groups)) if groups else ""
            groups = tuple(self.narrow(row, group, within) for group in self.groups(statement, target)) or groups
        elif statement.predicate == "onTheme":
            themes = self.themes(statement, target)
        elif statement.predicate == "inRegion" and isinstance(target, Mention):
            places = (target.label,)
        lasting = not (limit or within or places)
        if groups and limit:
            groups, limit = tuple(self.narrow(row, group, limit) for group in groups), ""
        regions = self.near(places, statement, actor) if places else ()
        audiences, polarity = named([(group, beside.naming) for group in groups]), statement.polarity
        notes = self.notes(beside.remarks, groups) if beside.remarks else ()
        since, until, terms = said.since, said.until, beside.terms
        return Frame(audiences, themes, regions, limit, since, until, polarity, terms, notes), lasting

    def label(self, concept: str) -> str:
        """Return a concept's German label."""
        if "+" in concept:
            return self.narrowed(concept).label_de
        found = self.vocabulary.concept(concept)
        return found.label("de") if found else self.links.local.get(concept, concept)

    def report(self, code: str, row: int, value: str, **params: str) -> None:
        """Note a value of a statement that people should look at."""
        statement = self.corpus.statements[row]
        place = statement.evidence[0] if statement.evidence else None
        self.issues.add(Issue(code, statement.source, place, value, tuple(sorted(params.items()))))

    def _read(self, row: int, statement: Statement) -> Conditions:
        audiences: list[str] = []
        about: list[str] = []
        said: dict[str, list[str]] = {}
        for name, value in statement.conditions:
            if name == "audience":
                audiences.append(value)
            elif name == "theme":
                about.append(value)
            else:
                said.setdefault(name, []).append(value)
        meant = self._meant(statement)
        groups = _together(audiences, meant["TargetGroup"]) if audiences else ()
        themes = _together(about, meant["Theme"]) if about else ()
        named, framed = groups + themes, tuple([(group, NAMED) for group in groups])
        if not said:
            return Conditions(groups, themes, (), "", -1, -1, (), (), named, framed)
        since, until = said.get("valid_from"), said.get("valid_until")
        return Conditions(
            groups,
            themes,
            tuple(said.get("region", ())),
            limit_of(statement.conditions) if said.keys() - _NO_LIMITS else "",
            max([self.day(row, text) for text in since]) if since else -1,
            max([self.day(row, text, last=True) for text in until]) if until else -1,
            tuple([label for label in said["offer"] if label != ANY]) if "offer" in said else (),
            tuple(said.get("occasion", ())),
            named,
            framed,
        )

    def _meant(self, statement: Statement) -> Mapping[str, Meant]:
        """Return what the labels in conditions of a statement mean, by the kind of thing they name."""
        where = (statement.source, statement.subject.scope)
        known = self._labels.get(where)
        if known is None:
            kinds = ("TargetGroup", "Theme")
            known = self._labels[where] = {kind: Meant(self.links.concepts, kind, *where) for kind in kinds}
        return known


class Meant(dict[str, tuple[str, ...]]):
    """What labels of one kind mean at one place; each is looked up when it is first asked for."""

    def __init__(self, concepts: Mapping[ConceptTerm, tuple[str, ...]], kind: str, source: str, scope: str) -> None:
        self._concepts = concepts
        self._where = (kind, source, scope)

    def __missing__(self, label: str) -> tuple[str, ...]:
        found = () if label == ANY else self._concepts.get((*self._where, label), ())
        self[label] = meant = tuple(sorted(set(found)))
        return meant


def _together(labels: Sequence[str], meant: Meant) -> tuple[str, ...]:
    """Return what some labels mean, sorted."""
    if len(labels) == 1:
        return meant[labels[0]]
    return tuple(sorted({concept for label in labels for concept in meant[label]}))


def _read_beside(details: Pairs) -> Beside:
    naming = EXCLUSIVE if ("exclusive", _TRUE) in details else PRIORITY if ("priority", _TRUE) in details else NAMED
    said: dict[str, set[str]] = {}
    for name, value in details:
        column = TERMS.get(name)
        if column and value:
            said.setdefault(column, set()).add(value)
    terms = tuple((column, "; ".join(sorted(values))) for column, values in sorted(said.items()))
    return Beside(naming, terms, tuple(value for name, value in details if name in _NOTES and value))
