"""From a user's words to rows: by id, label, alias, AGS; what nobody knows gets near names."""

from __future__ import annotations

import pytest

from ontology.errors import QuestionError
from queries.names import Names
from tests.queries.network import Network


def names() -> Names:
    net = Network().audience("Geflüchtete").theme("Grundbildung").offer_type("Grundbildungskurs")
    net.actor("Jobcenter Hagen", names="JC Hagen | ARGE Hagen")
    net.actor("Volkshochschule Hagen", names="VHS")
    net.actor("Volkshochschule Siegen", names="VHS")
    net.region("Olpe", key="05966")
    return Names(net.view())


@pytest.mark.parametrize(
    "word", ["actor/Jobcenter Hagen", "Jobcenter Hagen", "jobcenter  hagen", "JC Hagen", "arge hagen"]
)
def test_an_actor_is_found_by_id_label_and_alias(word: str) -> None:
    assert 0 == names().actor(word)


def test_an_unknown_actor_gets_near_names() -> None:
    with pytest.raises(QuestionError) as caught:
        names().actor("Jobcentr Hagen")
    assert "Jobcenter Hagen" == caught.value.near[0]


def test_a_name_of_two_actors_asks_for_the_id() -> None:
    with pytest.raises(QuestionError, match="more than one") as caught:
        names().actor("VHS")
    assert ("actor/Volkshochschule Hagen", "actor/Volkshochschule Siegen") == caught.value.near


@pytest.mark.parametrize("word", ["Grundbildung", "grundbildung", "theme/Grundbildung"])
def test_a_need_is_a_theme(word: str) -> None:
    assert names().need(word) == names().find("Grundbildung", "theme")


def test_a_need_may_be_a_kind_of_offer() -> None:
    assert names().need("Grundbildungskurs") == names().find("Grundbildungskurs", "offer-type")


def test_an_audience_is_no_need() -> None:
    with pytest.raises(QuestionError, match="theme or offer type"):
        names().need("audience/Geflüchtete")


@pytest.mark.parametrize("word", ["Olpe", "05966", "region/Olpe", "olpe"])
def test_a_region_is_found_by_name_key_and_id(word: str) -> None:
    assert 0 == names().region(word)


def test_a_place_the_view_does_not_know_is_taken_for_its_district() -> None:
    assert 0 == names().region("Drolshagen")


def test_an_unknown_region_gets_near_names() -> None:
    with pytest.raises(QuestionError) as caught:
        names().region("Olpee")
    assert ("Olpe",) == caught.value.near


def test_where_nothing_comes_close_another_word_is_asked_for() -> None:
    with pytest.raises(QuestionError, match="try another word") as caught:
        names().audience("qqqzzz")
    assert ((), True) == (caught.value.near, "mit einem anderen Wort" in caught.value.de)
