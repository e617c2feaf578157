"""Answers as pandas frames, for people who work in notebooks."""

from __future__ import annotations

import pytest

from queries.coverage import Coverage
from queries.gaps import Gaps
from tests.queries.asking import ask
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
