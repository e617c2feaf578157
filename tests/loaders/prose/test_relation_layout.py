"""What the layout states: labels, lists, arrows, brackets, contact blocks, calendars."""

from __future__ import annotations

import pytest

from tests.loaders.prose.marked import relations, said

LABELS = [
    ("k coordinates p", "[P:Projekt Wind=p]\n\nProjektträger: [A:Kammer=k]\n"),
    ("p forAudience f | p forAudience m", "[P:Projekt Wind=p]\n\nZielgruppe: [T:Frauen=f], [T:Männer=m]\n"),
    ("p fundedBy l", "[P:Projekt Wind=p]\n\nFörderung: [A:Land Hessen=l]\n"),
    ("p inRegion r", "[P:Projekt Wind=p]\n\nFördergebiet: [R:Kreis Olpe=r]\n"),
    ("p onTheme h", "[P:Projekt Wind=p]\n\nThemenschwerpunkte: [H:Pflege=h]\n"),
    ("a memberOf p | b memberOf p", "[P:Projekt Wind=p]\n\nProjektpartner:\n- [A:Agentur=a]\n- [A:Betriebsrat=b]\n"),
    ("v organises e", "[P:Projekt Wind=p]\n\n• [E:Fachtag=e] am 4. Mai 2026\n  Veranstalter: [A:VHS=v]\n"),
    ("a refersTo p", "[P:Projekt Wind=p]\n\nZuweisung durch: [A:Agentur=a]\n"),
]


@pytest.mark.parametrize(("expected", "text"), LABELS)
def test_a_label_relates_what_stands_under_it_to_what_it_is_about(expected: str, text: str) -> None:
    assert set(expected.split(" | ")) == said(text, "p", tiers="high medium")


REFERRAL_LABELS = [
    ("k refersTo v", "Verweist weiter an: [A:VHS Bergen=v] (Grundbildung)"),
    ("k refersTo v", "Weiter zu: [A:VHS Bergen=v]"),
    ("k refersTo v", "Vermittelt auch an: [A:VHS Bergen=v]"),
    ("k refersTo v", "Übergang zu: [A:VHS Bergen=v]"),
    ("v refersTo k", "Zubringer: [A:VHS Bergen=v]"),
    ("v refersTo k", "Zuweisungen aus: [A:VHS Bergen=v]"),
    ("v refersTo k", "Zuweisende Stellen: [A:VHS Bergen=v]"),
]


@pytest.mark.parametrize(("expected", "line"), REFERRAL_LABELS)
def test_a_label_of_referral_is_known_by_its_stem_and_its_direction_by_its_preposition(
    expected: str, line: str
) -> None:
    text = f"[N:Netzwerk Küste=n]\n\nWir sind da.\n\n► [A:Kammer=k]\nFür: alle\n{line}\n"
    assert expected in said(text, "n", tiers="high medium")


def test_a_word_that_only_begins_like_a_referral_is_no_label_of_one() -> None:
    assert not said("[P:Projekt Wind=p]\n\nWeiterbildung: [A:Kammer=k]\n\nVermittlung: [A:VHS=v]\n", "p", tiers="high")


def test_a_label_belongs_to_the_item_above_not_to_the_topic() -> None:
    text = "[P:Projekt Wind=p]\n\n• [E:Fachtag=e] am 4. Mai 2026\n  Zielgruppe: [T:Frauen=t]\n"
    assert {"e forAudience t"} == said(text, "p", tiers="high medium")


def test_a_heading_says_what_the_items_of_its_list_are() -> None:
    text = (
        "[N:Netzwerk Lernen=n]\n\nEinleitung mit einem Satz.\n\nUnsere Angebote\n• [O:Lernberatung=o]: jeden Montag\n"
    )
    assert "n offers o" in said(text, "n", tiers="high medium")


def test_an_arrow_is_a_referral() -> None:
    assert {"j refersTo v"} == said("[A:Jobcenter=j] → [A:VHS=v]: Grundbildung", tiers="high medium")


def test_a_label_in_brackets_is_about_what_stands_before_them() -> None:
    assert "k coordinates b" in said(
        "Die [B:AG Öffentlichkeit=b] (Federführung: [A:Kammer=k]) plant Flyer.", tiers="high medium"
    )


def test_brackets_name_who_offers_an_item() -> None:
    assert {"k offers o"} == said("Bausteine\n\n1. [O:Gesundheitscheck=o] ([A:Klinikum=k])\n", tiers="high medium")


def test_the_members_of_a_board_stand_between_dashes() -> None:
    text = "Die [B:Redaktionsrunde=b] – [A:VHS=v], [A:Kammer=k], [A:Kreis=r] – trifft sich im März."
    assert {"v memberOf b", "k memberOf b", "r memberOf b"} == said(text, tiers="high medium")


def test_a_calendar_line_says_where_an_event_is() -> None:
    assert {"e locatedIn r"} == said("[E:Lernmesse=e], 9. Oktober 2026, [R:Plauen=r]\n", tiers="high medium")


@pytest.mark.parametrize(
    "text",
    [
        "[M:Erika Muster=m], [A:Kammer=k], eröffnet die Sitzung.",
        "[M:Erika Muster=m] ([A:Kammer=k])",
        "Kontakt\n\n[M:Erika Muster=m]\n[A:Kammer=k]\n0221 4710-100\n",
        "[M:Erika Muster=m], Leiterin der [A:Kammer=k], eröffnet die Sitzung.",
    ],
)
def test_a_person_speaks_for_the_institution_beside_the_name(text: str) -> None:
    assert "m affiliatedWith k" in said(text, tiers="high medium")


def test_a_picture_caption_adds_no_members() -> None:
    text = "Der [B:Beirat=b] tagt.\n\nBild: [B:Beirat=b] mit [A:Kammer=k] und [A:Kreis=r] (Foto: Archiv)\n"
    assert set() == {told for told in said(text) if "memberOf" in told}


def test_boilerplate_says_nothing() -> None:
    assert () == relations("Startseite | [A:Kammer=k] | [N:Netzwerk=n] | Impressum | Datenschutz | Kontakt\n", "n")


def test_the_evidence_of_a_label_holds_the_label_and_the_value() -> None:
    (relation,) = relations("[P:Projekt Wind=p]\n\nFörderung: [A:Land Hessen=l]\n", "p")
    assert "Förderung: Land Hessen" in {span.quote for span in relation.evidence}


def test_a_heading_tells_in_which_body_those_listed_are() -> None:
    text = "[N:Netz Nord=n]\n\nWir sind da.\n\nBeratungsstellen im Netzwerk\n• [A:VHS Hof=v]\n• [A:Kammer=k]\n"
    assert {"v memberOf n", "k memberOf n"} <= said(text, "n", tiers="high medium")


def test_the_chair_among_those_listed_is_the_chair_of_their_board() -> None:
    text = "[N:Netz Nord=n]\n\nGelenkt wird es vom [B:Lenkungskreis=b]. Er tagt oft. Mitglieder sind:\n- [A:Kreis=k] (Vorsitz)\n- [A:VHS=v]\n"
    assert "k coordinates b" in said(text, "n")
