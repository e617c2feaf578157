"""What stands on the sheet, line by line, before it is text or a page; the client's name is never among it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from queries.competence_words import who
from queries.competences import Competence
from queries.dates import written
from queries.freshness import Freshness
from queries.route import Route, RoutesAnswer
from verweisnetz.handout.steps import Pair, lead_line, phone, steps, why
from verweisnetz.handout.words import Words, joined, short

MOST_ALSO, MOST_MISSES, MOST_QUESTIONS, MOST_COMPETENT, MOST_EVIDENCE = 3, 3, 5, 2, 3


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands beside it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Handout:
    """The sheet.

    Args:
        heading: title, region and day.
        client: lines of the client's copy, above the cut line.
        adviser: lines that stay with the adviser.
    """

    language: str
    heading: str
    name: str
    client: tuple[Line, ...]
    cut: str
    adviser: tuple[Line, ...]
    advice: str


def handout(answer: RoutesAnswer, region: str, frame: tuple[str, ...], language: str, number: int = 1) -> Handout:
    """Return the sheet of one route of an answer; without a route a sheet to fill in by hand.

    Args:
        region: name of the network.
        frame: the client's practical needs in words.
        number: which route, counted from 1.

    Raises:
        IndexError: there is no such route.
    """
    words = Words(language)
    route = answer.routes[number - 1] if answer.routes else None
    pairs = _client(answer, route, frame, words)
    return Handout(
        language=language,
        heading=joined((words("title"), short(region, 80), written(answer.day, language)), " · "),
        name=words("name"),
        client=tuple(Line(*pair) for pair in pairs),
        cut=words("cut"),
        adviser=tuple(Line(*pair) for pair in _adviser(answer, route, words)),
        advice=words("advice"),
    )


def _client(answer: RoutesAnswer, route: Route | None, frame: tuple[str, ...], words: Words) -> Iterator[Pair]:
    needs = joined((need.label(words.language) for need in answer.needs), ", ")
    yield words("need"), short(needs, 300) or words("blank")
    yield words("frame"), short(joined(frame, ", "), 300) or words("blank")
    place = answer.places[0].label if answer.places else ""
    if route is None:
        yield words("lead"), words("blank")
        yield words("step", step="1"), words("no_route")
    else:
        yield words("lead"), lead_line(route, words)
        yield from steps(route, place, words)
        for other in _other_needs(answer, route):
            yield words("then"), f"{short(other.target.label)}, {phone(other.contact, words)}: {why(other, '', words)}"
        if answer.unmet:
            named = joined((need.label(words.language) for need in answer.unmet), ", ")
            yield words("then"), f"{short(named, 300)}: {words('no_route')}"
    for competence in _certain(answer)[:MOST_COMPETENT]:
        task = competence.task.text(words.language)
        yield words("competent"), f"{short(who(competence, words.language))}: {short(task)}"
    yield words("also"), _also(answer, route, words)


def _certain(answer: RoutesAnswer) -> list[Competence]:
    """Return who decides, where nothing is open and the client can be told who that is."""
    sure = (one for one in answer.competence if one.role == "decides" and one.fit == "yes")
    return [one for one in sure if one.bodies or one.areas or one.named]


def _other_needs(answer: RoutesAnswer, route: Route) -> Iterator[Route]:
    """Yield the first route of every other need."""
    seen = {route.need.id if route.need else ""}
    for other in answer.routes:
        need = other.need.id if other.need else ""
        if need not in seen:
            seen.add(need)
            yield other


def _also(answer: RoutesAnswer, route: Route | None, words: Words) -> str:
    """Return other offers for the same need; equals are called equal, none is recommended."""
    taken = (route.target.id, route.offer.id if route.offer else "") if route else ("", "")
    found = []
    for other in answer.routes:
        same = route is not None and other.need == route.need
        if same and (other.target.id, other.offer.id if other.offer else "") != taken:
            direct = bool(other.legs) and all(leg.kind == "direct" for leg in other.legs)
            remarks = joined(
                (
                    words("no_agreement") if direct else "",
                    words("equal") if route and other.rank == route.rank else "",
                    words("to_ask") if other.fit == "ask" else "",
                ),
                ", ",
            )
            named = joined((short(other.target.label, 80), short(other.offer.label, 80) if other.offer else ""), ": ")
            found.append(f"{named} ({remarks})" if remarks else named)
    return joined(list(dict.fromkeys(found))[:MOST_ALSO]) or words("nothing")


def _adviser(answer: RoutesAnswer, route: Route | None, words: Words) -> Iterator[Pair]:
    questions = [question.text(words.language) for question in route.open_questions] if route else []
    questions += [
        question.text(words.language)
        for one in answer.competence
        if one.role == "decides"
        for question in one.open_questions
    ]
    asked = [short(text) for text in dict.fromkeys(questions)]
    yield words("open"), joined(asked[:MOST_QUESTIONS], " ") or words("nothing")
    misses = (
        f"{short(joined((getattr(part, 'label', '') for part in (miss.target, miss.offer)), ': '), 100)} "
        f"({short(miss.failed[0].text(words.language), 100)})"
        for miss in answer.why_not[:MOST_MISSES]
    )
    yield words("misses"), joined(misses) or words("nothing")
    yield words("feedback"), _feedback(route, words)
    if route:
        yield words("state"), joined(_states(route, words))
        yield words("evidence"), _evidence(route, words)


def _feedback(route: Route | None, words: Words) -> str:
    if route is None or not route.legs:
        return words("blank")
    first = route.legs[0]
    sender = first.sender.label if first.sender else words("blank")
    follow_up = joined(leg.follow_up for leg in route.legs)
    said = words("feedback_said", value=first.feedback) if first.feedback else ""
    after = words("follow_up", value=follow_up) if follow_up else words("follow_up_unknown")
    return joined((words("feedback_line", receiver=first.receiver.label, sender=sender), said, after))


def _states(route: Route, words: Words) -> Iterator[str]:
    for step, leg in enumerate(route.legs, 1):
        named = words("step", step=str(step))
        if leg.kind == "referral":
            yield _state(named, leg.freshness, words)
        old = min((one.checked for one in leg.contact if one.state == "stale" and one.checked), default=None)
        if old:
            yield words("contact_stale", what=named, day=written(old, words.language))
    yield _state(words("the_offer"), route.freshness, words)


def _state(what: str, found: Freshness, words: Words) -> str:
    day = written(found.checked, words.language) if found.checked else ""
    return words({"fresh": "confirmed", "stale": "stale", "undated": "undated"}[found.state], what=what, day=day)


def _evidence(route: Route, words: Words) -> str:
    places = [*(str(leg.evidence[0]) for leg in route.legs if leg.evidence), *map(str, route.evidence)]
    return joined([short(place, 90) for place in dict.fromkeys(places)][:MOST_EVIDENCE]) or words("nothing")
