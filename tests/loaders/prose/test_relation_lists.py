"""What stands in lists and lines is said of what leads to them, the nearest first."""

from __future__ import annotations

import pytest

from tests.loaders.prose.marked import relations, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der [B:Beirat=b] tagt. Mitglieder des [B:Beirats=b] sind:\n\n• [A:Kammer=k]\n• [A:VHS=v]\n", "k memberOf b"),
        ("Dem [N:Bündnis=n] gehören an:\n[A:Kammer=k]\n[A:VHS=v]\n", "v memberOf n"),
        ("[N:Netz=n]\n\nText.\n\nMitglieder des [B:Beirats=b]\n\n• [A:Kammer=k]\n• [A:VHS=v]\n", "v memberOf b"),
        ("[N:Netz=n]\n\nDas ist der Text.\n\nBeteiligte im [B:Beirat=b]\n\n• [A:Kammer=k]\n", "k memberOf b"),
        (
            "[N:Netz=n]\n\nDas ist es.\n\nWohin wir vermitteln\n\nSchulden: [A:Caritas=c]\nDeutsch: [A:VHS=v]\n",
            "n refersTo c",
        ),
        ("[N:Netz=n]\n\nDas ist der Text.\n\nPartner\n\n[A:Kammer=k]: Prüfungen\n[A:VHS=v]: Kurse\n", "k memberOf n"),
        ("[N:Netz=n]\n\nDas ist der Text.\n\nTeilprojekte\n\n1. [P:Wind=p]\n", "p partOf n"),
    ],
)
def test_a_list_is_about_what_leads_to_it(text: str, expected: str) -> None:
    assert expected in said(text, "n")


def test_a_list_belongs_to_the_sentence_right_before_it() -> None:
    text = "Das [N:Netz=n] wird von der [A:Stelle=s] geleitet. Mitglieder sind:\n\n• [A:Kammer=k]\n• [A:VHS=v]\n"
    assert "k memberOf n" in said(text)
    assert not any("refersTo" in one for one in said(text))


def test_a_label_that_cannot_be_about_the_line_above_it_is_in_doubt() -> None:
    text = "[N:Netz=n]\n\nText.\n\n[A:Welcome-Service=w]\nTräger: [A:Kreis=k]\nZielgruppe: [T:Frauen=t]\n"
    found = {(r.subject, r.predicate, r.object): r for r in relations(text, "n")}
    assert "layout/audience" == found["w", "forAudience", "t"].rule
    doubted = found["k", "coordinates", "n"]
    assert ("layout/carrier/far", "medium") == (doubted.rule, doubted.tier)


def test_a_value_ends_where_the_next_label_begins() -> None:
    text = "[E:Lernmesse=e], 9. Oktober 2026\nVeranstalter: [A:Kammer=k], Partner: [A:VHS=v]\n"
    assert {"k organises e", "v participatesIn e"} == said(text, "")


def test_a_contact_is_no_partner() -> None:
    assert not said("[N:Netz=n]\n\nText.\n\nAnsprechpartner: [A:Kammer=k]\n", "n", tiers="high medium")


def test_the_town_behind_a_house_is_where_the_house_is() -> None:
    found = said("5. März 2026: [E:Azubi-Speeddating=e], [A:Stadthalle=s], [R:Heide=h]\n", tiers="high medium")
    assert {"e locatedIn s", "s locatedIn h"} == found


def test_nobody_belongs_to_the_members_listed_below_it() -> None:
    text = "[N:Lernbund Heide=n]\n\nMitglieder des [N:Verbundes=n]\n\n• [A:IHK Celle=i]\n• [A:VHS Celle=v]\n"
    found = said(text, "n", tiers="high medium low")
    assert {"i memberOf n", "v memberOf n"} == {one for one in found if "memberOf" in one}
