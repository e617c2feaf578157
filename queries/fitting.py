"""Which provisions meet a client's need, whoever leads there: what every question but the routes themselves asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.view import View
from ontology.errors import QuestionError
from queries.candidates import Candidates
from queries.client import ANYTHING, Client, Need
from queries.conditions import Conditions
from queries.misses import Distance, Miss, Ring, distance
from queries.names import names_of
from queries.profile import Profile
from queries.verdict import Verdict
from queries.why_not import WhyNot, nearest


@dataclass(frozen=True, slots=True)
class Fitting:
    """A provision that fits, yes or ask."""

    provision: int
    verdict: Verdict


def needs_of(view: View, profile: Profile, most: int) -> tuple[Need, ...]:
    """Return the needs of a profile, each once and in its order; one for anything where it names none.

    Raises:
        QuestionError: for a word nobody knows, and for more needs than a question answers.
    """
    if len(profile.needs) > most:
        raise QuestionError(
            f"{len(profile.needs)} needs: at most {most} are answered",
            de=f"{len(profile.needs)} Anliegen: höchstens {most} werden beantwortet",
        )
    names, schemes = names_of(view), view.table("concept").text("scheme")
    rows = dict.fromkeys(names.need(word) for word in profile.needs)
    return tuple(Need(row, schemes[row] == "offer-type") for row in rows) or (ANYTHING,)


def fitting(view: View, client: Client, need: Need, rows: Iterable[int] | None = None) -> Iterator[Fitting]:
    """Yield the provisions that fit a need; of some rows only, where these are given."""
    conditions = Conditions(view, client, need)
    for row in Candidates(view, client, need).near if rows is None else rows:
        verdict = conditions.provision(row)
        if verdict.outcome != "no":
            yield Fitting(row, verdict)


def near_misses(view: View, judged: Iterable[tuple[int, Verdict]], limit: int) -> tuple[WhyNot, ...]:
    """Return why some provisions do not fit, the nearest misses first, one per offer."""
    verdicts = dict(judged)
    misses = [
        Miss(distance(verdict.failed, len(verdict.asks)), row, verdicts.__getitem__)
        for row, verdict in verdicts.items()
        if not any(ask.about in ("theme", "type") for ask in verdict.asks)
    ]
    return nearest(view, [Ring(misses, Distance(True, 1))], limit) if misses and limit else ()
