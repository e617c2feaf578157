"""The routes a plan may choose from: those of each need, asked for one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graph.view import View
from queries.profile import Profile
from queries.references import ConceptRef
from queries.route import RoutesAnswer
from queries.routes import Routes


@dataclass(frozen=True, slots=True)
class Ways:
    """The routes of every need.

    Args:
        complete: there are no others with at most so many legs.
    """

    needs: tuple[ConceptRef, ...]
    answers: tuple[RoutesAnswer, ...]
    complete: bool

    @property
    def starts(self) -> Literal["given", "doors", "any"]:
        """Where routes begin, as in the answer of `Routes`."""
        return self.answers[0].starts

    @property
    def hopeless(self) -> int:
        """How many needs no route meets."""
        return sum(not answer.routes for answer in self.answers)


def ways(view: View, question: Routes) -> Ways:
    """Return the routes of each need of a question, each need once and in its order."""
    found: dict[str, tuple[ConceptRef, RoutesAnswer]] = {}
    for word in dict.fromkeys(question.profile.needs):
        answer = replace(question, profile=_with(question.profile, (word,))).answer(view)
        found.setdefault(answer.needs[0].id, (answer.needs[0], answer))
    answers = tuple(answer for _, answer in found.values())
    complete = all(len(answer.routes) < question.k for answer in answers)
    return Ways(tuple(need for need, _ in found.values()), answers, complete)


def _with(profile: Profile, needs: Sequence[str]) -> Profile:
    return replace(profile, needs=tuple(needs))
