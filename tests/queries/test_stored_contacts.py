"""Which contacts are stored, and where they stand."""

from __future__ import annotations

import pytest

from ontology.errors import QuestionError
from queries.stored_contacts import StoredContacts, StoredContactsAnswer
from tests.queries.network import TODAY, Network
from tests.queries.schemas import assert_valid


def contacts(net: Network, **asked: str) -> StoredContactsAnswer:
    answer = StoredContacts(**asked, day=TODAY).answer(net.view())  # type: ignore[arg-type]
    assert_valid("contacts", answer.to_dict())
    return answer


def net() -> Network:
    found = Network().contact("VHS", "name", "Leitung Beratung").contact("VHS", "phone", "0221 4710-1")
    return found.contact("JC", "mail", "jobcenter@example.org")


def test_every_contact_is_listed_by_actor_with_its_age() -> None:
    rows = contacts(net()).to_rows("de")
    assert [("JC", "E-Mail", "ohne Datum"), ("VHS", "Name", "ohne Datum"), ("VHS", "Telefon", "ohne Datum")] == [
        (row["actor"], row["contact_kind"], row["standing"]) for row in rows
    ]


def test_one_may_ask_for_an_actor_for_words_or_for_a_kind() -> None:
    assert ["0221 4710-1"] == [one.value for one in contacts(net(), actor="VHS", kind="phone").contacts]
    assert ["Leitung Beratung"] == [one.value for one in contacts(net(), text="BERATUNG").contacts]


def test_an_actor_nobody_knows_is_refused() -> None:
    with pytest.raises(QuestionError):
        contacts(net(), actor="Kammer")
