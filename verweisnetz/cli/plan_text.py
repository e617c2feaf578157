"""A plan as text: the handovers in their order, then each need's route step by step, then what stays open and why."""

from __future__ import annotations

from collections.abc import Iterator

from queries.explain import explain
from queries.phrases import phrase, word
from queries.planned import Handover, PlanAnswer, Planned, Unmet, way
from verweisnetz.cli.lines import barred_lines, why_not_lines, wrapped

HEADS = {
    "de": {"plan": "Plan {number} · Übergaben: {handovers} · Aufwand: {cost}", "equal": "gleich gut wie die anderen",
           "more": "Es gibt weitere gleich gute Pläne (-k).", "least": "Jeder Plan braucht mindestens {least}.",
           "unmet": "Bleibt offen", "steps": "Übergaben", "for": "für", "direct": "ohne bekannte Absprache"},
    "en": {"plan": "Plan {number} · handovers: {handovers} · effort: {cost}", "equal": "as good as the others",
           "more": "There are further equal plans (-k).", "least": "Every plan needs at least {least}.",
           "unmet": "Left open", "steps": "Handovers", "for": "for", "direct": "no agreement known"},
}  # fmt: skip


def plan_text(answer: PlanAnswer, language: str) -> str:
    """Return the whole answer for a terminal."""
    return "\n".join(_lines(answer, language))


def _lines(answer: PlanAnswer, language: str) -> Iterator[str]:
    heads = HEADS[language]
    for note in answer.notes:
        yield from wrapped(phrase("notes", note, language), "")
    for number, plan in enumerate(answer.plans, 1):
        yield from _plan(plan, number, len(answer.plans) > 1, language)
    if answer.more:
        yield "\n" + heads["more"]
    if answer.plans and not answer.exact:
        yield "\n" + heads["least"].format(least=answer.at_least)
    for unmet in answer.unmet:
        yield from _unmet(unmet, language)


def _plan(plan: Planned, number: int, several: bool, language: str) -> Iterator[str]:
    heads = HEADS[language]
    equal = f" ({heads['equal']})" if several else ""
    yield "\n" + heads["plan"].format(number=number, handovers=len(plan.handovers), cost=plan.cost) + equal
    for at, handover in enumerate(plan.handovers, 1):
        yield from wrapped(f"{at}. {_handover(handover, language)}", "  ")
    for route in plan.routes:
        need = route.need.label(language) if route.need else word("any", language)
        yield f"  {need}: {way(route, language)}   [{word(route.fit, language)}]"
        for line in explain(route, language).split("\n"):
            yield from wrapped(line, "     ")


def _handover(handover: Handover, language: str) -> str:
    heads = HEADS[language]
    sender = handover.sender.label if handover.sender else word("anywhere", language)
    needs = ", ".join(need.label(language) for need in handover.needs)
    direct = f"; {heads['direct']}" if handover.kind == "direct" else ""
    return f"{sender} → {handover.receiver.label} ({heads['for']} {needs}{direct})"


def _unmet(unmet: Unmet, language: str) -> Iterator[str]:
    yield f"\n{HEADS[language]['unmet']}: {unmet.need.label(language)} – {unmet.text(language)}"
    yield from barred_lines(unmet.unreachable, language)
    yield from why_not_lines(unmet.why_not, language)
