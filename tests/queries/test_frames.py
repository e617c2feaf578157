"""Answers as pandas frames, for people who work in notebooks."""

from __future__ import annotations

from typing import Any

import pytest

from queries.coverage import Coverage
from queries.events import Events
from queries.gaps import Gaps
from queries.guides import Guides
from queries.plan import Plan
from queries.senders import Senders
from queries.teams import Teams
from tests.queries.asking import ask, profile
from tests.queries.network import TODAY, Network


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_frame_has_the_rows_and_headings_of_the_table(language: str) -> None:
    pytest.importorskip("pandas")
    net = Network().theme("Recht").provides("B", "Rat", themes=["Recht"], access="open").need(None, "Recht")
    view = net.view()
    for answer in (ask(net, needs=("Recht",)), Coverage(day=TODAY).answer(view), Gaps(day=TODAY).answer(view)):
        frame = answer.to_frame(language)
        assert list(answer.columns(language).values()) == list(frame.columns)
        assert len(answer.to_rows(language)) == len(frame)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_further_answer_is_a_table_with_its_headings(language: str) -> None:
    pytest.importorskip("pandas")
    net = Network().theme("Recht").provides("B", "Rat", themes=["Recht"]).refers("A", "B").guide("A")
    net.actor("Messe", kind="event", runs_from=TODAY)
    view, client = net.provides("Messe", None, themes=["Recht"]).view(), profile(needs=("Recht", "Recht"))
    questions: tuple[Any, ...] = (
        Plan(client), Teams(client), Senders("B", TODAY), Events(client), Guides(client),
    )  # fmt: skip
    for question in questions:
        answer = question.answer(view)
        frame = answer.to_frame(language)
        assert list(answer.columns(language).values()) == list(frame.columns)
        assert len(answer.to_rows(language)) == len(frame) == 1
