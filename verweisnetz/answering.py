"""Everything that can be asked of a region, with its own horizon, limits, rules and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, Unpack

from graph.generation import Generation
from graph.issue import Issue
from graph.records import SourceRecord
from graph.statement import Statement
from graph.view import View
from verweisnetz.config import STATE, Settings

if TYPE_CHECKING:
    from queries.best_closings import ClosingsAnswer
    from queries.change import ChangesAnswer
    from queries.competence_rules import Rule
    from queries.coverage import CoverageAnswer
    from queries.event import EventsAnswer
    from queries.figure import FiguresAnswer
    from queries.finding import HygieneAnswer
    from queries.freshness import Limits
    from queries.gaps import Gaps, GapsAnswer
    from queries.guides import GuidesAnswer
    from queries.horizon import HorizonAnswer
    from queries.maturity_answer import MaturityAnswer
    from queries.planned import PlanAnswer
    from queries.profile import Profile
    from queries.profile_words import ProfileWords
    from queries.roll_up import Dimension, RollUpAnswer
    from queries.route import RoutesAnswer
    from queries.sending import SendersAnswer
    from queries.stored_contacts import StoredContactsAnswer
    from queries.supposed import Change
    from queries.team import TeamsAnswer
    from queries.what_if import WhatIfAnswer
    from verweisnetz.report.model import Report

Answer_co = TypeVar("Answer_co", covariant=True)


class Question(Protocol[Answer_co]):
    """Anything that can be asked of a view: a frozen dataclass of `queries`."""

    def answer(self, view: View) -> Answer_co:
        """Return the answer."""
        ...


class Answering:
    """A region's folder, settings and generation, as far as questions need them; `verweisnetz.region.Region` is one."""

    folder: Path
    settings: Settings
    generation: Generation

    @property
    def view(self) -> View:
        """The facts as column tables (``graph.layout``)."""
        return self.generation.view

    def ask(self, question: Question[Answer_co]) -> Answer_co:
        """Answer any question of `queries`."""
        return question.answer(self.view)

    def routes(
        self,
        *,
        start: str = "",
        groups: Iterable[str] = (),
        needs: Iterable[str] = (),
        residence: str = "",
        workplace: str = "",
        company_site: str = "",
        facts: str = "",
        practical: Mapping[str, str] | None = None,
        day: date | None = None,
        k: int = 3,
        max_legs: int = 4,
    ) -> RoutesAnswer:
        """Return whom a client can be referred to, through whom, and why not elsewhere (`queries.profile.Profile`)."""
        from queries.profile import Profile

        wanted = tuple(sorted((practical or {}).items()))
        place = (residence, workplace, company_site)
        return self.routes_for(Profile(facts, tuple(groups), tuple(needs), *place, wanted, day, start), k, max_legs)

    def routes_for(self, profile: Profile, k: int = 3, max_legs: int = 4) -> RoutesAnswer:
        """Return the routes of a profile, with the region's own freshness limits."""
        from queries.routes import Routes

        asked = Routes(profile, k=k, max_legs=max_legs, limits=self.limits, rules=self.rules)
        return self.ask(asked if k else replace(asked, why_not=0))  # without routes nothing needs an excuse

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Who is competent by rule: what the program knows, with the region's own ``tables/competence.csv``.

        Raises:
            RegionError: a line of the table cannot be read.
        """
        from verweisnetz.competence_table import rules_of

        return rules_of(self.folder)

    def plan(
        self, profile: Profile | None = None, *, k: int = 3, max_legs: int = 4, **said: Unpack[ProfileWords]
    ) -> PlanAnswer:
        """Return the routes that together meet several needs of a client with the fewest handovers."""
        from queries.plan import Plan

        return self.ask(Plan(profile or _said(said), k, max_legs, limits=self.limits))

    def teams(self, profile: Profile | None = None, *, k: int = 3, **said: Unpack[ProfileWords]) -> TeamsAnswer:
        """Return agreed counselling teams that fit a client, and k proposals of who would cover all needs."""
        from queries.teams import Teams

        return self.ask(Teams(profile or _said(said), k, self.limits))

    def senders(self, actor: str, *, day: date | None = None, max_legs: int = 2) -> SendersAnswer:
        """Return who can send whom to an actor, directly or through others, and what of its offers nobody sends to."""
        from queries.senders import Senders

        return self.ask(Senders(actor, day, max_legs, self.limits))

    def events(
        self,
        profile: Profile | None = None,
        *,
        until: date | None = None,
        without_registration: bool = False,
        **said: Unpack[ProfileWords],
    ) -> EventsAnswer:
        """Return the events that fit a client up to a day (six weeks if left out), the earliest first."""
        from queries.events import Events

        return self.ask(Events(profile or _said(said), until, without_registration, limits=self.limits))

    def guides(self, profile: Profile | None = None, **said: Unpack[ProfileWords]) -> GuidesAnswer:
        """Return who guides a client's group where the client is."""
        from queries.guides import Guides

        return self.ask(Guides(profile or _said(said), self.limits))

    def coverage(self, *, day: date | None = None, every: bool = False, by_kind: bool = False) -> CoverageAnswer:
        """Return which groups are served on which themes, where it matters."""
        from queries.coverage import Coverage

        return self.ask(Coverage(day, self.last_day, by_kind, every, limits=self.limits))

    def rolled_up(self, by: Dimension = "audience", *, day: date | None = None, kind: str = "") -> RollUpAnswer:
        """Return coverage added up by group, theme or region."""
        from queries.roll_up import RollUp

        return self.ask(RollUp(by, day, self.last_day, kind, self.limits))

    def gaps(self, *, day: date | None = None, kinds: Iterable[str] = ()) -> GapsAnswer:
        """Return the gaps of the kinds A to G (or of some of them), the heaviest first."""
        return self.ask(self._gaps(day, kinds))

    def _gaps(self, day: date | None, kinds: Iterable[str] = ()) -> Gaps:
        """Return the question for gaps, with the region's own horizon, limits, rules and groups."""
        from queries.gaps import KINDS, Gaps

        wanted: Any = tuple(kinds) or KINDS
        return Gaps(
            day=day,
            horizon=self.last_day,
            kinds=wanted,
            limits=self.limits,
            rules=self.rules,
            accompanied=self.settings.accompanied,
        )

    def with_change(self, change: Change) -> View:
        """Return the facts after a change, derived again from what is then said; any question may be asked of them."""
        return self._changed(change)[1]

    def what_if(self, change: Change, *, day: date | None = None, kinds: Iterable[str] = ()) -> WhatIfAnswer:
        """Return which gaps and ways a change opens and closes."""
        from queries.what_if import WhatIf

        before, after = self._changed(change)
        return WhatIf(change, self._gaps(day, kinds)).compare(before, after)

    def closings(self, k: int = 10, *, day: date | None = None) -> ClosingsAnswer:
        """Return the k new referrals and extensions that close most weighted gap."""
        from queries.best_closings import BestClosings

        return self.ask(BestClosings(k, self._gaps(day)))

    def _changed(self, change: Change) -> tuple[View, View]:
        from queries.changed import Said, changed

        sources = self.sources()
        brought = {source.id for source in sources if source.kind == "interchange"}
        said = Said(
            tuple(self.statements()),
            sources,
            self.generation.decisions(),
            tuple(link for link in self.generation.links() if link.source in brought),
        )
        return self.view, changed(said, self.view, change).view()

    def figures(self, *, day: date | None = None, k: int = 5) -> FiguresAnswer:
        """Return who holds the network together, who stands apart, and who sits in which body."""
        from queries.figures import Figures

        return self.ask(Figures(day, k))

    def hygiene(self, *, day: date | None = None, kinds: Iterable[str] = ()) -> HygieneAnswer:
        """Return what to look at: dead ends, contradictions, probable duplicates, data passed on without a basis ..."""
        from queries.hygiene import KINDS, Hygiene, called

        wanted = tuple(map(called, kinds)) or KINDS
        reviews = self.generation.decisions().reviews
        return self.ask(Hygiene(day, wanted, self.issues(), self.generation.plans(), reviews))

    def contacts(
        self, actor: str = "", *, text: str = "", kind: str = "", day: date | None = None
    ) -> StoredContactsAnswer:
        """Return which names, numbers and addresses are stored, and where they stand."""
        from queries.stored_contacts import StoredContacts

        return self.ask(StoredContacts(actor, text, kind, day, self.limits))

    def horizon(self, *, day: date | None = None, until: date | None = None) -> HorizonAnswer:
        """Return what ends up to a day (the region's horizon if left out), what has no known end, and overdue plans.

        Raises:
            QuestionError: ``until`` lies before the day.
        """
        from queries.horizon import Horizon

        reviews = self.generation.decisions().reviews
        return self.ask(
            Horizon(day, until or self.last_day, until is not None, self.generation.plans(), reviews),
        )

    def maturity(self, *, day: date | None = None) -> MaturityAnswer:
        """Return what of the guideline's points there is evidence for, and the network's own success indicators.

        Raises:
            RegionError: a line of ``tables/maturity.csv`` or ``tables/indicators.csv`` cannot be read.
        """
        from queries.maturity import Maturity
        from verweisnetz.maturity_tables import decisions_of, indicators_of, space_of
        from verweisnetz.measuring import measured

        day = day or date.today()
        indicators = measured(self, indicators_of(self.folder), day)
        return self.ask(Maturity(day, space_of(self.settings.space), decisions_of(self.folder), indicators))

    def report(self, *, day: date | None = None, since: str | Generation = "", language: str = "") -> Report:
        """Return the report for a meeting; `verweisnetz.report.writing.write_report` writes it.

        Args:
            since: what to compare with, as in `generation_before`; nothing is compared where it is left out.
            language: ``de`` or ``en``; the region's own where it is left out.

        Raises:
            QuestionError: there is no such state, or it is not kept any more.
        """
        from verweisnetz.report.assembly import report_of

        before = self.generation_before(since) if since and isinstance(since, str) else since or None
        return report_of(self, day or date.today(), before or None, language or self.settings.language)

    def generation_before(self, name: str = "") -> Generation:
        """Return a kept generation by id, by the beginning of its id, by tag, or by a day (2026-09-30) on which it answered.

        Without a name it is the one before this one.

        Raises:
            QuestionError: there is none, or it is not kept any more; it names those there are.
        """
        from graph.history import generation, id_on, previous_id
        from queries.dates import day_said

        state = self.folder / STATE
        day = day_said(name)
        return generation(state, id_on(state, day) if day else name or previous_id(state, self.generation.id))

    def changes(self, before: Answering | Generation, *, day: date | None = None) -> ChangesAnswer:
        """Return what is new, gone or different since another state of this region, or compared with another region."""
        from queries.changes import Changes

        if isinstance(before, Answering):
            names = before.settings.name, self.settings.name
        else:
            names = self._called(before), self._called(self.generation)
        return self.ask(Changes(before.view, names, self._gaps(day), day, regions=isinstance(before, Answering)))

    def _called(self, generation: Generation) -> str:
        """Return what people call a generation: when it became the current one, and the beginning of its id."""
        from graph.history import journal

        since = [entry["at"] for entry in journal(self.folder / STATE) if entry["generation"] == generation.id]
        return f"{since[-1][:16].replace('T', ' ')} ({generation.id[:8]})" if since else generation.id[:8]

    @property
    def limits(self) -> Limits:
        """How old a fact may be, by kind."""
        from queries.freshness import Limits

        said, month = self.settings, 30.4375
        return Limits(
            round(said.contacts_months * month),
            round(said.facts_months * month),
            round(said.projects_months * month),
            said.capacity_days,
        )

    @property
    def last_day(self) -> date | None:
        """The day before which what ends counts as ending, where the region says one."""
        return date.fromisoformat(self.settings.horizon) if self.settings.horizon else None

    def statements(self) -> Iterator[Statement]:
        """Yield what the sources say, sorted by key."""
        return self.generation.statements()

    def sources(self) -> tuple[SourceRecord, ...]:
        """Return the sources, sorted by id."""
        return self.generation.sources()

    def issues(self) -> Iterator[Issue]:
        """Yield what could not be read or does not hold."""
        return self.generation.issues()

    def broken(self) -> list[Issue]:
        """Return one issue per source that could not be read at all."""
        from verweisnetz.reading import BROKEN

        return [issue for issue in self.issues() if issue.code == BROKEN]

    def ledger(self) -> Mapping[str, Any]:
        """Return what became of every input cell, and of every block of a document, by source."""
        return self.generation.ledger()


def _said(words: ProfileWords) -> Profile:
    from queries.profile_words import profile

    return profile(**words)
