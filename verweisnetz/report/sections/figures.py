"""The network's figures, each with one sentence of what it means, and who sits in which body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from queries.figure import Articulation, Body, Broker, Community, percent, role
from queries.phrases import phrase
from queries.references import ActorRef
from verweisnetz.report.citing import Citations
from verweisnetz.report.first import first_lines, first_rows
from verweisnetz.report.material import Asked, Footing
from verweisnetz.report.model import Block, Line, Listed, Section, Table
from verweisnetz.report.words import Words

MOST_CUT_OFF, MOST_IN_GROUP, MOST_FEW = 6, 30, 20


def figures_section(asked: Asked, footing: Footing, words: Words, cite: Citations) -> Section:
    """Return the figures with the evidence they stand on."""
    blocks = tuple(_figures(asked, footing, words, cite))
    intro = words("figures_intro") if asked.figures.pairs else words("no_figures")
    return Section("figures", words("figures"), cite.lines(intro), blocks)


def bodies_section(asked: Asked, words: Words, cite: Citations) -> Section:
    """Return networks, boards and teams with their seats."""
    found = asked.figures.bodies
    if not found:
        return Section("bodies", words("bodies"), cite.lines(words("no_bodies")))
    heads = tuple(map(words, ("body", "rhythm", "seats", "same")))
    rows = first_rows(found, lambda body: _body(body, words, cite), words)
    table = Table(words("bodies_caption"), heads, rows, widths=(26, 14, 44, 16))
    return Section("bodies", words("bodies"), cite.lines(words("bodies_intro")), (table,))


def _figures(asked: Asked, footing: Footing, words: Words, cite: Citations) -> Iterator[Block]:
    found, language, told = asked.figures, words.language, _Told(footing, words, cite)
    if found.pairs:
        of = phrase("figure_words", "of", language, some=str(found.mutual), all=str(found.pairs))
        yield _listed("reciprocity", (cite.line(of, footing.mutual()),), words)
    if found.brokers:
        yield _listed("broker", first_lines(found.brokers, told.broker, words), words)
    if found.articulations:
        yield _listed("articulation", first_lines(found.articulations, told.articulation, words, MOST_FEW), words)
    if found.communities:
        groups = list(enumerate(found.communities, 1))
        yield _listed("community", first_lines(groups, told.community, words, MOST_FEW), words)
    if found.isolated:
        yield _listed("isolated", first_lines(found.isolated, told.isolated, words), words)


@dataclass(frozen=True, slots=True)
class _Told:
    """Writes single figures with the referrals they stand on."""

    footing: Footing
    words: Words
    cite: Citations

    def broker(self, one: Broker) -> Line:
        text = f"{one.actor.label}: {percent(one.share, self.words.language)}"
        return self.cite.line(text, self.footing.touching([one.actor.id]))

    def articulation(self, one: Articulation) -> Line:
        cut = self.words.listed((actor.label for actor in one.cut_off), MOST_CUT_OFF)
        return self.cite.line(f"{one.actor.label}: {cut}", self.footing.touching(actor.id for actor in one.cut_off))

    def community(self, numbered: tuple[int, Community]) -> Line:
        number, one = numbered
        of = phrase("figure_words", "inside", self.words.language, some=str(one.inside), all=str(one.all))
        who = self.words.listed((actor.label for actor in one.actors), MOST_IN_GROUP)
        text = self.words("figure_inside", text=f"{number}. {of}", who=who)
        return self.cite.line(text, self.footing.among(actor.id for actor in one.actors))

    def isolated(self, actor: ActorRef) -> Line:
        return self.cite.line(actor.label, self.footing.of_actor(actor.id), most=1)


def _listed(figure: str, lines: tuple[Line, ...], words: Words) -> Listed:
    meaning = phrase("figure_meaning", figure, words.language)
    return Listed(phrase("figures", figure, words.language), meaning, lines)


def _body(body: Body, words: Words, cite: Citations) -> tuple[Line, ...]:
    seats = "; ".join(f"{seat.member.label} ({role(seat.role, words.language)})" for seat in body.seats)
    places = [place for seat in body.seats for place in seat.evidence]
    same = ", ".join(actor.label for actor in body.same_members)
    rhythm = body.rhythm or words("no_rhythm")
    return cite.line(body.actor.label), cite.line(rhythm), cite.line(seats, places), cite.line(same or words("nothing"))
