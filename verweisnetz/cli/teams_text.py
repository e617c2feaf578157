"""Counselling teams as text: what is agreed first, proposals marked as such, each member with what it covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from queries.cells import asked, reached_by, standing
from queries.phrases import phrase, word
from queries.team import Covers, Member, Team, TeamsAnswer
from verweisnetz.cli.lines import places, wrapped

HEADS = {
    "de": {"lead": "Leitung", "occasion": "Anlass", "convening": "Einberufen", "contact": "Kontakt", "said": "Beleg",
           "uncovered": "Nicht abgedeckt", "unmet": "Deckt niemand Bekanntes ab", "ask": "noch zu klären",
           "standing": "Stand"},
    "en": {"lead": "lead", "occasion": "occasion", "convening": "to convene", "contact": "contact", "said": "evidence",
           "uncovered": "not covered", "unmet": "Nobody known covers", "ask": "still to ask", "standing": "standing"},
}  # fmt: skip


def teams_text(answer: TeamsAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: TeamsAnswer, language: str) -> Iterator[str]:
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    if answer.unmet:
        yield from wrapped(
            f"{HEADS[language]['unmet']}: " + ", ".join(need.label(language) for need in answer.unmet), ""
        )
    for team in (*answer.agreed, *answer.proposals):
        yield from _team(team, language)


def _team(team: Team, language: str) -> Iterator[str]:
    heads = HEADS[language]
    title = f"{team.title(language)}: " if team.actor else ""
    yield f"\n{title}{phrase('basis', team.basis, language)}   [{word(team.fit, language)}]"
    if team.basis == "team":
        lead = team.lead.label if team.lead else word("unknown", language)
        yield from wrapped(f"{heads['lead']}: {lead}", "  ")
    for name, value in (
        ("occasion", team.occasion),
        ("convening", team.convening),
        ("contact", reached_by(team.contact)),
    ):
        if value:
            yield from wrapped(f"{heads[name]}: {value}", "  ")
    if team.open_questions:
        yield from wrapped(f"{heads['ask']}: {asked(team.open_questions, language)}", "  ")
    for covers in team.covers:
        yield from wrapped(f"= {_covers(covers, language)}", "  ")
    for member in team.members:
        yield from _member(member, language, contact=team.basis == "proposal")
    if team.uncovered:
        yield from wrapped(f"{heads['uncovered']}: " + _joined(team, language), "  ")
    proof = f" {heads['said']}: {places(team.evidence)}" if team.evidence else ""
    yield from wrapped(f"{heads['standing']}: {standing(team.freshness, language)}.{proof}", "  ")


def _member(member: Member, language: str, *, contact: bool) -> Iterator[str]:
    how = f" ({reached_by(member.contact)})" if contact and member.contact else ""
    yield from wrapped(f"· {member.title(language)}{how}", "  ")
    for covers in member.covers:
        yield from wrapped(_covers(covers, language), "      ")


def _covers(covers: Covers, language: str) -> str:
    need = covers.need.label(language) if covers.need else word("any", language)
    offer = covers.offer.label if covers.offer else phrase("explain", "no_offer", language)
    open_ = _open(covers, language)
    return f"{need}: {covers.provider.label} – {offer}{open_} ({places(covers.evidence)})"


def _open(covers: Covers, language: str) -> str:
    return f"; {HEADS[language]['ask']}: {asked(covers.open_questions, language)}" if covers.open_questions else ""


def _joined(team: Team, language: str) -> str:
    labels: Sequence[str] = [need.label(language) for need in team.uncovered]
    return ", ".join(labels)
