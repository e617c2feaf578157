"""What belongs to a noun fills no slot of the verb, and a label is only about what it can be said of."""

from __future__ import annotations

import pytest

from tests.loaders.prose.marked import said


@pytest.mark.parametrize(
    "text",
    [
        "Die [A:Kammer=k] leitet Betriebe mit Fragen zum [O:Bildungsscheck=o] an die [A:Regionalagentur=r] weiter.",
        "Die [A:Kammer=k] übergibt Menschen mit Interesse an einer [O:Umschulung=o] an die [A:Regionalagentur=r].",
        "Die [A:Kammer=k] vermittelt Frauen mit Bedarf an [O:Kinderbetreuung=o] an die [A:Regionalagentur=r].",
    ],
)
def test_people_go_to_the_body_and_not_to_what_they_ask_about(text: str) -> None:
    referrals = {relation for relation in said(text, tiers="high medium") if " refersTo " in relation}
    assert referrals == {"k refersTo r"}


def test_who_holds_an_event_nobody_named_does_not_lead_the_network() -> None:
    text = "[N:Netzwerk West=n]\n\nFür Ratsuchende, 4. Mai 2026\nVeranstalter: [A:VHS Olpe=v]\n"
    assert not {relation for relation in said(text, "n") if relation.startswith("v ")}
