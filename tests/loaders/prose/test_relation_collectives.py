"""Plural nouns for those who were told before: "alle Partner", "die Unterzeichner", "die Geldgeber"."""

from __future__ import annotations

import pytest

from tests.loaders.prose.marked import relations, said

NET = "[N:Netz Nord=n]\n\nPartner im [N:Netz Nord=n] sind die [A:Kammer=m] und der [A:Kreis=k].\n\n"
SIGNED = "[P:Vertrag Nord=n]\n\nUnterzeichner sind die [A:Kammer=m] und der [A:Kreis=k].\n\n"
FUNDED = "[P:Projekt Nord=n]\n\nDas [P:Projekt Nord=n] wird von der [A:Kammer=m] und dem [A:Kreis=k] gefördert.\n\n"
BOTH = {"m memberOf b", "k memberOf b"}


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (NET, "Dem [B:Beirat=b] gehören alle Partner an."),
        (NET, "Im [B:Beirat=b] sind neben den Partnern auch zwei Betriebe vertreten."),
        (NET, "Der [B:Beirat=b] besteht aus allen Netzwerkpartnern."),
        (NET, "Über Anträge entscheidet der [B:Beirat=b], dem alle Mitglieder angehören."),
        (SIGNED, "Die Unterzeichner arbeiten im [B:Beirat=b] zusammen."),
        (FUNDED, "Im [B:Beirat=b] sitzen auch die Geldgeber."),
    ],
)
def test_all_who_belong_are_meant_by_the_noun_for_them(before: str, text: str) -> None:
    assert said(before + text, "n") >= BOTH


def test_those_meant_stand_beside_those_named() -> None:
    text = NET + "Dem [B:Beirat=b] gehören neben den Partnern die [A:VHS=v] und die [A:Agentur=a] an."
    assert said(text, "n") >= BOTH | {"v memberOf b", "a memberOf b"}


def test_what_partners_found_together_they_belong_to() -> None:
    text = NET + "Die Partner wollen den Wandel gestalten und gründen dazu das [P:Projekt Licht=b]."
    assert said(text, "n") >= BOTH


def test_what_one_body_founds_it_leads_and_what_several_found_they_belong_to() -> None:
    alone = said("Die [A:Kammer=m] hat 2020 das [N:Netz Nord=b] gegründet.")
    several = said("Die [A:Kammer=m] und der [A:Kreis=k] haben 2020 das [N:Netz Nord=b] gegründet.")
    assert ({"m coordinates b"}, BOTH) == (alone, several)


@pytest.mark.parametrize(
    "text",
    [
        "Dem [B:Beirat=b] gehören die Partner der Stiftung an.",
        "Dem [B:Beirat=b] gehören einige Partner an.",
        "Im [B:Beirat=b] sitzen auch die Ansprechpartner.",
        "Für die Partner tagt der [B:Beirat=b] im [A:Rathaus=r].",
    ],
)
def test_others_than_all_who_belong_are_not_meant(text: str) -> None:
    assert BOTH.isdisjoint(said(NET + text, "n"))


def test_where_they_were_told_is_part_of_what_proves_it() -> None:
    text = NET + "Dem [B:Beirat=b] gehören alle Partner an."
    (relation,) = (r for r in relations(text, "n") if (r.subject, r.object) == ("m", "b"))
    assert ["Partner im Netz Nord", "Dem Beirat gehören"] == [
        " ".join(s.quote.split()[: 4 - n]) for n, s in enumerate(relation.evidence)
    ]


def test_the_parties_of_an_agreement_stand_between_its_title_and_its_text() -> None:
    text = (
        "Vereinbarung [P:Bildung am See=n]\n\nzwischen\ndem [A:Kreis Lindau=k], vertreten durch den Landrat,\n"
        "der [A:Kammer Ulm=m]\nund der [A:Hochschule Kempten=h]\n\nDie Partner beraten im [B:Beirat=b] gemeinsam.\n"
    )
    found = said(text, "n", tiers="high medium")
    assert {"k memberOf n", "m memberOf n", "h memberOf n", "k memberOf b", "m memberOf b", "h memberOf b"} == found


def test_a_sentence_about_what_is_between_bodies_is_no_list_of_parties() -> None:
    text = (
        "Vereinbarung [P:Bildung am See=n]\n\nZwischen dem [A:Kreis=k] und der [A:Kammer=m] findet ein Treffen statt.\n"
    )
    assert not {told for told in said(text, "n") if "memberOf" in told}
