"""Who refers to whom, in the many ways German says it; and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.loaders.prose.marked import relations, said

IN_ONE_SENTENCE = [
    ("jc>vhs", "Das [A:Jobcenter=jc] verweist Kundinnen ohne Schulabschluss an die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Kundinnen ohne Abschluss werden vom [A:Jobcenter=jc] an die [A:Volkshochschule=vhs] verwiesen."),
    ("jc>vhs", "Wer lesen lernen will, wird vom [A:Jobcenter=jc] an die [A:Volkshochschule=vhs] weitergegeben."),
    ("jc>vhs", "Das [A:Jobcenter=jc] leitet Ratsuchende bei Bedarf an die [A:Volkshochschule=vhs] weiter."),
    ("jc>vhs", "An die [A:Volkshochschule=vhs] vermittelt das [A:Jobcenter=jc] Menschen mit Sprachbedarf."),
    ("jc>vhs", "Das [A:Jobcenter=jc] stellt den Kontakt zur [A:Volkshochschule=vhs] her."),
    (
        "jc>vhs",
        "Die Überleitung vom [A:Jobcenter=jc] zur [A:Volkshochschule=vhs] erfolgt in einem gemeinsamen Gespräch.",
    ),
    ("jc>vhs", "Teilnehmende kommen über das [A:Jobcenter=jc] zur [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Die [A:Volkshochschule=vhs] erhält ihre Kunden vom [A:Jobcenter=jc]."),
    ("jc>vhs", "Die Teilnahme an Kursen der [A:Volkshochschule=vhs] erfolgt auf Zuweisung durch das [A:Jobcenter=jc]."),
    ("jc>p", "Die Teilnehmenden des [P:Projekts Anker=p] werden durch das [A:Jobcenter=jc] zugewiesen."),
    ("jc>p", "Der Zugang zum [P:Projekt Anker=p] erfolgt ausschließlich über das [A:Jobcenter=jc]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] vereinbart direkt einen Termin bei der [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Lotsinnen des [A:Jobcenters=jc] begleiten die Frauen zur [A:Volkshochschule=vhs]."),
    (
        "jc>vhs",
        "Ist eine Beratung zur Grundbildung nötig, zieht das [A:Jobcenter=jc] die [A:Volkshochschule=vhs] hinzu.",
    ),
    ("jc>vhs", "Die Fachkräfte im [A:Jobcenter=jc] machen auf die [A:Volkshochschule=vhs] aufmerksam."),
    (
        "jc>vhs",
        "Das [A:Jobcenter=jc], das Geflüchtete an die [A:Volkshochschule=vhs] vermittelt, ist täglich geöffnet.",
    ),
    (
        "jc>vhs",
        "Es gibt eine Anlaufstelle, die [A:Beratungsstelle Tor=jc], die an die [A:Volkshochschule=vhs] weiterverweist.",
    ),
    (
        "jc>vhs jc>kh",
        "Das [A:Jobcenter=jc] vermittelt Ratsuchende an die [A:Volkshochschule=vhs] und an die [A:Kreishandwerkerschaft=kh].",
    ),
    ("jc>vhs kh>vhs", "[A:Jobcenter=jc] und [A:Kammer=kh] verweisen Ratsuchende an die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Nach dem Erstgespräch übergibt das [A:Jobcenter=jc] den Fall an die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] empfiehlt Zugewanderten die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Die Beraterinnen des [A:Jobcenters=jc] reichen Anfragen an die [A:Volkshochschule=vhs] weiter."),
    ("jc>vhs", "Vom [A:Jobcenter=jc] aus geht es weiter zur [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Verweis des [A:Jobcenters=jc] an die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] bringt Interessierte mit der [A:Volkshochschule=vhs] in Kontakt."),
    ("jc>vhs", "Das [A:Jobcenter=jc] meldet Kunden bei der [A:Volkshochschule=vhs] an."),
    ("jc>vhs", "Das [A:Jobcenter=jc] schickt junge Erwachsene zur [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] gibt Ratsuchenden die Kontaktdaten der [A:Volkshochschule=vhs] mit."),
    ("jc>vhs", "Gemeinsam mit dem Kunden ruft das [A:Jobcenter=jc] bei der [A:Volkshochschule=vhs] an."),
    ("jc>vhs", "Das [A:Jobcenter=jc] baut Brücken zur [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] kann Kundinnen an die [A:Volkshochschule=vhs] überweisen."),
    ("jc>vhs", "Für Sprachkurse ist die [A:Volkshochschule=vhs] zuständig, an die das [A:Jobcenter=jc] verweist."),
    ("jc>vhs", "Das [A:Jobcenter=jc] arbeitet mit der [A:Volkshochschule=vhs] zusammen und verweist Kunden dorthin."),
    ("jc>vhs", "Die [A:Volkshochschule=vhs] nimmt Menschen auf, die das [A:Jobcenter=jc] schickt."),
    ("jc>vhs", "Viele Lernende finden durch das [A:Jobcenter=jc] zur [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] legt arbeitslosen Frauen die [A:Volkshochschule=vhs] ans Herz."),
    ("jc>vhs", "Das [A:Jobcenter=jc] gibt den Staffelstab an die [A:Volkshochschule=vhs] weiter."),
    ("jc>vhs", "Das [A:Jobcenter=jc] ist Türöffner zur [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] sorgt für einen reibungslosen Übergang zur [A:Volkshochschule=vhs]."),
    ("jc>vhs", "In enger Abstimmung übergibt das [A:Jobcenter=jc] Langzeitarbeitslose der [A:Volkshochschule=vhs]."),
    ("vhs>jc", "Umgekehrt verweist die [A:Volkshochschule=vhs] bei Fragen zum Bürgergeld an das [A:Jobcenter=jc]."),
    (
        "jc>vhs",
        "Erstkontakt über das [A:Jobcenter=jc]; die [A:Volkshochschule=vhs] übernimmt die weitere Begleitung der Teilnehmenden.",
    ),
    ("jc>vhs", "Das [A:Jobcenter=jc] vermittelt bei Bedarf weiter an die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Menschen mit Lernbedarf erhalten im [A:Jobcenter=jc] einen Termin für die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] lotst Zugewanderte in die Kurse der [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] nennt Ratsuchenden die [A:Volkshochschule=vhs] als nächste Anlaufstelle."),
    ("jc>vhs", "Über das [A:Jobcenter=jc] gelangen Jugendliche in die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] weist Kunden auf die Angebote der [A:Volkshochschule=vhs] hin."),
    (
        "jc>vhs",
        "Für alles, was das [A:Jobcenter=jc] nicht selbst leistet, gibt es die [A:Volkshochschule=vhs]: Dorthin werden die Menschen weitergeleitet.",
    ),
    ("jc>vhs", "Kundinnen des [A:Jobcenters=jc] werden an die [A:Volkshochschule=vhs] vermittelt."),
    ("jc>vhs", "Die [A:Volkshochschule=vhs] bekommt Ratsuchende vom [A:Jobcenter=jc] zugewiesen."),
    ("jc>vhs", "Zuweisende Stelle für die [A:Volkshochschule=vhs] ist das [A:Jobcenter=jc]."),
]

OVER_SENTENCES = [
    (
        "c>vhs c>jc",
        "Die [A:Clearingstelle=c] sortiert die Anliegen und verweist an:\n- [A:Volkshochschule=vhs] bei Lernfragen\n- [A:Jobcenter=jc] bei Geldfragen",
    ),
    (
        "c>vhs c>jc",
        "Von der [A:Clearingstelle=c] aus werden Ratsuchende weitervermittelt\n\n• an die [A:Volkshochschule=vhs], wenn Deutsch fehlt,\n• an das [A:Jobcenter=jc], wenn Geld fehlt.",
    ),
    ("n>vhs", "[N:Netzwerk Grund=n]\n\nWir schicken Leute mit Leseproblemen zur [A:Volkshochschule=vhs]."),
    ("jc>n", "[N:Netzwerk Grund=n]\n\nNeun von zehn Teilnehmenden schickt uns das [A:Jobcenter=jc]."),
    ("jc>n", "[N:Netzwerk Grund=n]\n\nDas [A:Jobcenter=jc] ist unser wichtigster Zuweiser."),
    (
        "n>sb",
        "[N:Netzwerk Grund=n]\n\nWenn wir merken, dass jemand Schulden hat, rufen wir bei der [A:Schuldnerberatung=sb] an.",
    ),
    (
        "c>jc jc>hwk",
        "Die [A:Clearingstelle=c] vermittelt Jugendliche an das [A:Jobcenter=jc]. Dieses leitet sie an die [A:Handwerkskammer=hwk] weiter.",
    ),
    ("jc>vhs", "Das [A:Jobcenter=jc] berät täglich. Bei Lernbedarf vermittelt es an die [A:Volkshochschule=vhs]."),
    (
        "jc>vhs",
        "Das [A:Jobcenter=jc] berät täglich. Von dort werden Kunden an die [A:Volkshochschule=vhs] weitergeleitet.",
    ),
    (
        "jc>vhs",
        "Im [A:Jobcenter=jc] klären Fachkräfte den Bedarf; anschließend werden die Menschen zur [A:Volkshochschule=vhs] begleitet.",
    ),
    (
        "aa>p",
        "[P:Projekt Wind=p]\n\nDen Anstoß gibt meist die [A:Agentur für Arbeit=aa], die ihre Kundinnen auf das [P:Projekt Wind=p] hinweist.",
    ),
    ("aa>p", "[P:Projekt Wind=p]\n\nZugang: Vermittlung durch die [A:Agentur für Arbeit=aa]"),
    (
        "p>vhs",
        "[P:Projekt Wind=p]\n\nIm Anschluss an die Maßnahme werden die Teilnehmenden an die [A:Volkshochschule=vhs] übergeleitet.",
    ),
    (
        "p>vhs",
        "[P:Projekt Wind=p]\n\nDie Projektmitarbeiterinnen vermitteln bei Bedarf an die [A:Volkshochschule=vhs].",
    ),
    (
        "p>vhs",
        "Das [P:Projekt Wind=p] berät Frauen. Außerdem verweisen die Beraterinnen an die [A:Volkshochschule=vhs].",
    ),
    (
        "jc>vhs aa>vhs",
        "[A:Jobcenter=jc] und [A:Agentur=aa] beraten gemeinsam. Beide vermitteln an die [A:Volkshochschule=vhs].",
    ),
    ("jc>vhs", "Kunden, die Deutsch lernen müssen, verweist das [A:Jobcenter=jc] an die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Das [A:Jobcenter=jc] hat 2025 rund 80 Personen an die [A:Volkshochschule=vhs] vermittelt."),
    (
        "jc>vhs",
        "Das [A:Jobcenter=jc] soll künftig alle Personen ohne Abschluss an die [A:Volkshochschule=vhs] verweisen.",
    ),
    ("jc>vhs", "Das [A:Jobcenter=jc] verpflichtet sich, Ratsuchende an die [A:Volkshochschule=vhs] zu vermitteln."),
    ("jc>vhs", "Es ist Aufgabe des [A:Jobcenters=jc], Ratsuchende an die [A:Volkshochschule=vhs] weiterzuleiten."),
    (
        "jc>vhs",
        "Die Weiterleitung von Ratsuchenden durch das [A:Jobcenter=jc] an die [A:Volkshochschule=vhs] klappt gut.",
    ),
    ("jc>vhs", "Nach einem Erstgespräch im [A:Jobcenter=jc] folgt die Übergabe an die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "[A:Jobcenter=jc] → [A:Volkshochschule=vhs]: Grundbildung"),
    (
        "jc>o",
        "Das [A:Jobcenter=jc] vermittelt Teilnehmende in den [O:Grundbildungskurs=o] der [A:Volkshochschule=vhs].",
    ),
    (
        "jc>bb",
        "Das [A:Jobcenter=jc] verweist an die [O:Bildungsberatung=bb], die [A:Volkshochschule=vhs] stellt den Raum.",
    ),
    ("o>vhs", "Die [O:Lernberatung=o] verweist an die [A:Volkshochschule=vhs]."),
    ("jc>vhs", "Ein direkter Draht besteht vom [A:Jobcenter=jc] zur [A:Volkshochschule=vhs]."),
    (
        "jc>vhs",
        "Interessierte, die beim [A:Jobcenter=jc] vorsprechen, bekommen dort die Adresse der [A:Volkshochschule=vhs].",
    ),
    (
        "kh>hwk",
        "Der Berater der [A:Kreishandwerkerschaft=kh] knüpft für Betriebe den Kontakt zur [A:Handwerkskammer=hwk].",
    ),
    (
        "hwk>aa",
        "Betriebe, die Zuschüsse brauchen, leitet die [A:Handwerkskammer=hwk] zum Arbeitgeber-Service der [A:Agentur für Arbeit=aa].",
    ),
    (
        "aa>kiz kiz>vhs",
        "Die [A:Agentur für Arbeit=aa] schickt Ratsuchende zum [A:Integrationszentrum=kiz], von wo aus sie zur [A:Volkshochschule=vhs] weitergeleitet werden.",
    ),
    (
        "kiz>vhs kiz>jc",
        "Das [A:Integrationszentrum=kiz] verweist Eltern an die [A:Volkshochschule=vhs], Arbeitsuchende an das [A:Jobcenter=jc].",
    ),
]

NO_REFERRAL = [
    ("-", "Das [A:Jobcenter=jc] verweist nicht an die [A:Volkshochschule=vhs]."),
    ("-", "Das [A:Jobcenter=jc] und die [A:Volkshochschule=vhs] tauschen sich monatlich aus."),
    ("-", "Das [A:Jobcenter=jc] vermittelt Kenntnisse über die Arbeit der [A:Volkshochschule=vhs]."),
    ("-", "Die [A:Volkshochschule=vhs] vermittelt Grundlagen der Buchführung."),
    ("-", "Das [A:Jobcenter=jc] wendet sich mit einer Bitte an die [A:Volkshochschule=vhs]."),
    ("-", "Das Projekt wird vom [A:Jobcenter=jc] geleitet und findet in der [A:Volkshochschule=vhs] statt."),
    ("-", "Die [A:Volkshochschule=vhs] ist über das [A:Jobcenter=jc] hinaus in der Region bekannt."),
    ("-", "Das [A:Jobcenter=jc] zahlt die Kurse der [A:Volkshochschule=vhs]."),
    (
        "-",
        "Im [A:Jobcenter=jc] leitet Frau Probe die Abteilung, die eng mit der [A:Volkshochschule=vhs] zusammenarbeitet.",
    ),
    ("-", "An das [A:Jobcenter=jc] vermietet die [A:Volkshochschule=vhs] Räume."),
]


def referrals(text: str) -> set[str]:
    first = text.partition("[")[2][:1]
    topic = text.partition("=")[2].partition("]")[0] if first in "NP" and first else ""
    return {told.replace(" refersTo ", ">") for told in said(text, topic) if " refersTo " in told}


@pytest.mark.parametrize(("expected", "text"), IN_ONE_SENTENCE)
def test_a_sentence_says_who_refers_to_whom(expected: str, text: str) -> None:
    assert set(expected.split()) == referrals(text)


@pytest.mark.parametrize(("expected", "text"), OVER_SENTENCES)
def test_a_referral_is_read_over_lists_pronouns_and_sentences(expected: str, text: str) -> None:
    assert set(expected.split()) == referrals(text)


@pytest.mark.parametrize(("expected", "text"), NO_REFERRAL)
def test_what_only_sounds_like_a_referral_is_none(expected: str, text: str) -> None:
    assert set() == referrals(text), expected


def test_a_referral_carries_for_whom_on_what_and_how() -> None:
    text = "Das [A:Jobcenter=jc] begleitet [T:Alleinerziehende=t] bei Fragen zur [H:Grundbildung=h] persönlich zur [A:VHS=v]."
    (referral,) = [found for found in relations(text) if found.predicate == "refersTo"]
    assert (("audience", "Alleinerziehende"), ("theme", "Grundbildung")) == referral.conditions
    assert ("handover", "handover/accompanied") in referral.details


def test_a_condition_in_front_belongs_to_the_referral() -> None:
    text = "Wer als [T:Zugewanderte=t] [H:Deutsch=h] lernen will, wird vom [A:Jobcenter=jc] an die [A:VHS=v] verwiesen."
    (referral,) = [found for found in relations(text) if found.predicate == "refersTo"]
    assert (("audience", "Zugewanderte"), ("theme", "Deutsch")) == referral.conditions


def test_who_is_sent_is_served_where_they_are_sent() -> None:
    text = "Das [A:Jobcenter=jc] verweist [T:Alleinerziehende=t] an die [A:VHS=v]."
    assert {"jc refersTo v", "v forAudience t"} == said(text)


def test_all_partners_means_everyone_who_belongs_to_the_network() -> None:
    text = (
        "[N:Netzwerk Lernen=n]\n\nPartner im [N:Netzwerk Lernen=n] sind die [A:VHS=v] und die [A:Kammer=k].\n\n"
        "Bei Schulden verweisen alle Partner an die [A:Schuldnerberatung=s]."
    )
    assert {"v refersTo s", "k refersTo s"} <= said(text, "n")


def test_a_denied_referral_is_kept_as_denied() -> None:
    (denied,) = relations("Das [A:Jobcenter=jc] verweist nicht an die [A:VHS=v].")
    assert ("refersTo", "no") == (denied.predicate, denied.polarity)


SPEAKING = [
    (
        "k>h",
        "[A:Anlaufstelle Küste=k]\n\nBei Schulden halten wir uns raus und nennen die Adresse der [A:Schuldnerhilfe=h].",
    ),
    ("k>h", "[A:Anlaufstelle Küste=k]\n\nMit Mietern gehe ich gemeinsam zur [A:Schuldnerhilfe=h]."),
    ("k>h", "[A:Anlaufstelle Küste=k]\n\nIst es dringend, dann gehen Sie bitte zuerst zur [A:Schuldnerhilfe=h]."),
    ("k>h", "[A:Anlaufstelle Küste=k]\n\nGeht es um Geld, holen wir die [A:Schuldnerhilfe=h] ins Boot."),
    ("k>h", "[A:Anlaufstelle Küste=k]\n\nSobald es um Geld geht, bitten wir die [A:Schuldnerhilfe=h] dazu."),
    (
        "k>h",
        "[A:Anlaufstelle Küste=k]\n\nWer Schulden hat, dem raten wir zu einem Besuch bei der [A:Schuldnerhilfe=h].",
    ),
    ("k>h", "[A:Anlaufstelle Küste=k]\n\nFamilien mit Schulden sind bei der [A:Schuldnerhilfe=h] besser aufgehoben."),
    ("k>h", "[A:Anlaufstelle Küste=k]\n\nAnfragen stellen wir an die [A:Schuldnerhilfe=h] durch."),
    ("h>k", "[A:Anlaufstelle Küste=k]\n\nDie [A:Schuldnerhilfe=h] schickt uns regelmäßig Ratsuchende."),
    (
        "h>k",
        "[A:Anlaufstelle Küste=k]\n\nZugeführt wurden der [A:Anlaufstelle=k] vor allem Familien durch die [A:Schuldnerhilfe=h].",
    ),
    ("h>k", "[A:Anlaufstelle Küste=k]\n\nWir bekommen viele Zuweisungen aus der [A:Schuldnerhilfe=h]."),
]


@pytest.mark.parametrize(("expected", "text"), SPEAKING)
def test_who_says_we_or_speaks_to_the_reader_refers_though_an_institution_is_the_topic(
    expected: str, text: str
) -> None:
    assert expected in {f"{r.subject}>{r.object}" for r in relations(text, "k") if r.predicate == "refersTo"}


def test_a_referral_to_what_only_the_sentence_before_named_stays_a_guess() -> None:
    text = "[A:Anlaufstelle=k]\n\nZuständig ist die [A:Kammer=h]. Wir sehen Ihre Papiere durch und reichen Sie dann weiter."
    tiers = {r.tier for r in relations(text, "k") if (r.subject, r.predicate, r.object) == ("k", "refersTo", "h")}
    assert tiers == {"low"}


def test_where_people_go_on_to_stands_behind_the_colon_of_a_list_of_ways_on() -> None:
    text = "Zuerst zur [A:Beratung Mitte=b] im [A:Rathaus=r]! Diese kennt zwei Ausgänge: die [A:Kammer=k] oder die [A:VHS=v]."
    assert {"b>k", "b>v"} == referrals(text)


def test_rows_under_a_line_that_speaks_of_referrals_are_where_people_go() -> None:
    text = (
        "[N:Verbund Küste=n]\n\nDie [O:Lotsenstelle=l] berät. Viele Gespräche mündeten in einen Verweis. Die Ziele:\n"
        "[A:Kammer=k]          58     Prüfung\n[A:VHS=v]          31     Sprache\n"
    )
    assert {"l refersTo k", "l refersTo v"} <= said(text, "n")


def test_goals_of_a_project_are_no_referrals() -> None:
    text = "[N:Verbund Küste=n]\n\nDer Verbund hat drei Ziele:\n- [A:Kammer=k] stärken\n- [A:VHS=v] gewinnen\n"
    assert not [told for told in said(text, "n") if " refersTo " in told]


def test_who_sends_people_to_each_other_refers_both_ways() -> None:
    text = "Die [A:Kammer=k] und die [A:VHS=v] weisen einander Ratsuchende zu."
    assert {"k>v", "v>k"} == referrals(text)


def test_a_body_to_which_nobody_is_sent_is_no_way() -> None:
    text = "[A:Anlaufstelle=k]\n\nZur [A:Kammer=h] haben wir keinen Kontakt und verweisen niemanden dorthin."
    assert "k refersTo h" not in said(text, "k")


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        ("planned", "Eine gleiche Regelung mit der [A:Kammer=c] ist für 2027 geplant."),
        ("possible", "Mit der [A:Kammer=c] laufen dazu noch Gespräche."),
    ],
)
def test_what_is_to_hold_for_another_as_well_is_a_referral_in_the_making(modality: str, text: str) -> None:
    found = relations("Die [A:Agentur=a] verweist Eltern an die [O:Beratung=b]. " + text)
    assert [("c", modality, "low")] == [
        (r.subject, r.modality, r.tier)
        for r in found
        if (r.predicate, r.object) == ("refersTo", "b") and r.subject != "a"
    ]


def test_an_agreement_about_something_else_is_no_referral() -> None:
    found = relations("Die [A:Agentur=a] hilft Eltern. Eine gleiche Regelung mit der [A:Kammer=c] ist geplant.")
    assert not [relation for relation in found if relation.predicate == "refersTo"]
