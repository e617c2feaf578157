"""Places by official key, as forms and lists write them."""

from __future__ import annotations

import pytest

from ontology.errors import QuestionError
from queries.names import names_of
from queries.official_keys import readings
from tests.queries.network import Network


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("05914", ["05914"]),
        ("05914000", ["05914000", "05914"]),
        ("05 9 62 032", ["05962032"]),
        ("059620032032", ["059620032032", "05962032"]),
        ("059140000000", ["059140000000", "05914000", "05914"]),
        ("5914", ["5914", "05914"]),
        ("5962032", ["5962032", "05962032"]),
        ("Hagen", []),
        ("٠٥٩١٤", []),
        ("", []),
    ],
)
def test_a_key_is_read_in_every_way_it_is_written(word: str, expected: list[str]) -> None:
    assert expected == list(readings(word))


@pytest.mark.parametrize(
    ("word", "label"),
    [("05914000", "Hagen"), ("05914", "Hagen"), ("05962032", "Lüdenscheid"), ("059620032032", "Lüdenscheid")],
)
def test_a_place_is_found_by_it(word: str, label: str) -> None:
    net = Network().region("Hagen", key="05914").region("Lüdenscheid", key="05962032").region("Kreis", key="05962")
    view = net.view()
    assert label == view.table("region").text("label")[names_of(view).region(word)]
    with pytest.raises(QuestionError):
        names_of(view).region("99999")


@pytest.mark.parametrize(
    ("word", "near"),
    [("05962999", ("05962 (Kreis)", "05962032 (Lüdenscheid)")), ("5963", ("05962 (Kreis)", "05962032 (Lüdenscheid)")),
     ("58095", ())],
)  # fmt: skip
def test_a_key_nobody_has_gets_those_around_it_and_no_name_that_looks_like_digits(
    word: str, near: tuple[str, ...]
) -> None:
    view = (
        Network().region("Lüdenscheid", key="05962032").region("Kreis", key="05962").region("Köln", key="05315").view()
    )
    with pytest.raises(QuestionError) as caught:
        names_of(view).region(word)
    assert near == caught.value.near
    assert "keine Postleitzahl" in caught.value.de
