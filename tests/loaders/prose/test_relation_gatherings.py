"""Sittings, those who sit in them, and events whose lines say who holds them."""

from __future__ import annotations

import pytest

from tests.loaders.prose.marked import said


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("e partOf b", "[B:Steuerungsrunde=b]\n\nDie [E:5. Sitzung der Steuerungsrunde=e] ist am 2. Mai 2026."),
        ("e partOf b", "Der [B:Beirat=b] kam zu seiner [E:vierten Sitzung=e] zusammen."),
        (
            "s memberOf b | k memberOf b",
            "Bericht\n\nDer [B:Beirat=b] tagte.\n\nAnwesende Mitglieder: [A:Stadt=s], [A:Kammer=k]\n",
        ),
        (
            "s participatesIn e | s memberOf b | k memberOf b",
            "Bericht\n\nDer [B:Beirat=b] kam zu seiner [E:vierten Sitzung=e] zusammen.\n\nAnwesend: [A:Stadt=s]\nEntschuldigt: [A:Kammer=k]\n",
        ),
        ("v organises e", "22. April 2026: [E:Bildungstag=e], [A:Halle=h]\nVeranstalter: [A:VHS=v]\n"),
        ("v offers o", "Modul 1: [O:Kompetenzcheck=o]\nDurchführung: [A:VHS=v]\n"),
        ("v organises e", "Die Arbeit begann mit einer [E:Auftaktfeier=e]. Eingeladen hatte die [A:VHS=v]."),
        ("v offers o", "Das [O:Mentoring=o] wird gemeinsam mit der [A:VHS=v] durchgeführt."),
        ("v participatesIn e", "8. März 2026: [E:Frauentag=e] in [R:Hof=r], mit einem Stand der [A:VHS=v]."),
        (
            "v participatesIn e",
            "Das [N:Netz=n] begann mit einem [E:Fest=e]. Eingeladen hatte die [A:Kammer=k]. Teilgenommen hat die [A:VHS=v].",
        ),
        ("v participatesIn e", "Das [N:Netz=n] begann mit einem [E:Fest=e]. Teilgenommen hat die [A:VHS=v]."),
    ],
)
def test_gatherings_are_read_from_their_names_lines_and_labels(expected: str, text: str) -> None:
    assert set(expected.split(" | ")) <= said(text, tiers="high medium")


def test_an_excused_member_does_not_take_part() -> None:
    text = "Bericht\n\nDer [B:Rat=b] kam zur [E:ersten Sitzung=e] zusammen.\n\nAnwesend: [A:Stadt=s]\nEntschuldigt: [A:Kammer=k]\n"
    assert "k participatesIn e" not in said(text)


def test_a_label_of_members_is_about_no_body_farther_than_one_that_seems_meant() -> None:
    text = "[B:Rat=b]\n\nDer [B:Rat=b] tagt.\n\nEin [E:Fachtag=e] im Mai\nTeilnehmende: [A:Stadt=s]\n"
    assert "s memberOf b" not in said(text, "b")


def test_a_body_in_a_sitting_of_another_kind_is_none() -> None:
    assert not {told for told in said("Der [B:Rat=b] lädt zum [E:Fachforum Beratung=e] ein.") if "partOf" in told}
