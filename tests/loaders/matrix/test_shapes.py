"""Every way in which partners lay out a matrix, drawn, and what must be read from it."""

from __future__ import annotations

from loaders.matrix import interpret
from tests.loaders.matrix.drawing import draw, reported, told


def test_two_header_rows_sections_restrictions_and_footnotes() -> None:
    grid = draw(
        """
        Netzwerkpartner und ihre Beratungsleistungen
        Institution | Wir bieten | | Wir beraten |
         | Weiterbildungsberatung | Laufbahnberatung | Erwerbslose | Zugewanderte
        Kammern
        IHK zu Dortmund | x | nach Termin | |
        HWK Dortmund | | x | Ü55 | x (ab B1)
        Bildungsträger
        Lernzentrum Nord gGmbH | x² | s. IHK | | geplant ab 01.09.2026
        Summe | 2 | 1 | 1 | 2
        ² nur für Mitglieder
        """,
        bold="A4 A7",
    )
    assert told(grid) == [
        "A4 IHK zu Dortmund type Kammern",
        "B5 IHK zu Dortmund offers Weiterbildungsberatung",
        "C5 IHK zu Dortmund offers Laufbahnberatung",
        "A4 HWK Dortmund type Kammern",
        "C6 HWK Dortmund offers Laufbahnberatung",
        "D6 HWK Dortmund forAudience Erwerbslose age_above=55",
        "E6 HWK Dortmund forAudience Zugewanderte restriction=ab B1",
        "A7 Lernzentrum Nord gGmbH type Bildungsträger",
        "B8 Lernzentrum Nord gGmbH offers Weiterbildungsberatung restriction=nur für Mitglieder",
        "E8 Lernzentrum Nord gGmbH forAudience Zugewanderte valid_from=2026-09-01 [planned]",
    ]
    assert reported(grid) == ["C8"]


def test_a_target_group_above_offers_becomes_a_condition() -> None:
    grid = draw(
        """
         | Beschäftigte | | Arbeitslose |
        Anbieter | Bildungsberatung | Coaching | Bildungsberatung | Coaching
        VHS Gifhorn | x | | x |
        Jobcenter Gifhorn | | | | x
        """,
        merges="B1:C1 D1:E1",
    )
    assert told(grid) == [
        "B3 VHS Gifhorn offers Bildungsberatung audience=Beschäftigte",
        "D3 VHS Gifhorn offers Bildungsberatung audience=Arbeitslose",
        "E4 Jobcenter Gifhorn offers Coaching audience=Arbeitslose",
    ]


def test_three_header_rows_and_labels_that_need_their_group() -> None:
    grid = draw(
        """
        Nr. | Einrichtung | Zielgruppen | | Angebote |
         | | Menschen in Arbeit | | Beratung |
         | | Beschäftigte | Minijobbende | zu Förderung | zur Anerkennung
        1 | VHS Gifhorn | x | | x |
        2 | Jobcenter Gifhorn | | x | | nur freitags
        """,
        merges="A1:A3 B1:B3 C1:D1 E1:F1 C2:D2 E2:F2",
    )
    assert told(grid) == [
        "C4 VHS Gifhorn forAudience Beschäftigte",
        "E4 VHS Gifhorn offers Beratung zu Förderung",
        "D5 Jobcenter Gifhorn forAudience Minijobbende",
        "F5 Jobcenter Gifhorn offers Beratung zur Anerkennung",
    ]


def test_group_headers_run_on_over_blank_cells() -> None:
    grid = draw(
        """
        Organisation | Zielgruppen | | Themen | | E-Mail
         | Frauen | Ältere | Pflege | Digitalisierung |
        VHS Gifhorn | x | x | | x | a@example.org
        """
    )
    assert told(grid)[-2:] == ["E3 VHS Gifhorn onTheme Digitalisierung", "F3 VHS Gifhorn contactMail a@example.org"]


def test_actors_in_columns_with_sections_and_contacts() -> None:
    grid = draw(
        """
         | VHS Olpe | Jobcenter Olpe
        Telefon | 0221 4710-100 | 0221 4710-101
        Beratungsangebote | |
        Bildungsberatung | x |
        Coaching | | x
        Zielgruppen | |
        Frauen | x | ?
        Stand | 01.02.2025 | März 2025
        """
    )
    assert told(grid) == [
        "B2 VHS Olpe contactPhone 0221 4710-100",
        "B4 VHS Olpe offers Bildungsberatung",
        "B7 VHS Olpe forAudience Frauen",
        "B8 VHS Olpe lastChecked 2025-02-01",
        "C2 Jobcenter Olpe contactPhone 0221 4710-101",
        "C5 Jobcenter Olpe offers Coaching",
        "C8 Jobcenter Olpe lastChecked 2025-03-01",
    ]
    assert reported(grid) == ["C7"]


def test_a_form_with_words_at_the_side() -> None:
    grid = draw(
        """
        Name der Einrichtung | Volkshochschule Wolfsburg
        Ansprechpartnerin | Team Beratung
        Telefon | 0221 4710-701
        Angebote | Grundbildung; Bildungsberatung
        Zielgruppen | Beschäftigte und Geflüchtete
        Einzugsgebiet | Wolfsburg, Gifhorn
        """
    )
    assert [line.split(" ", 1)[1].removeprefix("Volkshochschule Wolfsburg ") for line in told(grid)] == [
        "contactName Team Beratung",
        "contactPhone 0221 4710-701",
        "offers Grundbildung",
        "offers Bildungsberatung",
        "forAudience Beschäftigte",
        "forAudience Geflüchtete",
        "inRegion Wolfsburg",
        "inRegion Gifhorn",
    ]


def test_offers_below_their_provider() -> None:
    grid = draw(
        """
        Angebot | Beschäftigte | Arbeitsuchende | bis wann
        VHS Olpe
        Grundbildungskurse | x | | 31.12.2026
        Jobcenter Olpe
        Arbeitsvermittlung | | x (u25) |
        """,
        bold="A2 A4",
    )
    assert told(grid) == [
        "A3 VHS Olpe offers Grundbildungskurse valid_until=2026-12-31",
        "B3 VHS Olpe forAudience Beschäftigte offer=Grundbildungskurse valid_until=2026-12-31",
        "D3 VHS Olpe runsUntil 2026-12-31 offer=Grundbildungskurse",
        "A5 Jobcenter Olpe offers Arbeitsvermittlung",
        "C5 Jobcenter Olpe forAudience Arbeitsuchende age_below=25 offer=Arbeitsvermittlung",
    ]


def test_instruments_without_provider_and_their_contact_points() -> None:
    grid = draw(
        """
        Instrument | Zielgruppen | | Ansprechstelle
         | Beschäftigte | Arbeitslose |
        Bildungsgutschein | x | x | Agentur für Arbeit Hagen
        Bildungsscheck | x | bis 75 % | Regionalagentur Märkische Region, VHS Hagen
        """,
        merges="B1:C1 A1:A2 D1:D2",
    )
    assert told(grid) == [
        "B3 Bildungsgutschein forAudience Beschäftigte",
        "C3 Bildungsgutschein forAudience Arbeitslose",
        "D3 Agentur für Arbeit Hagen offers Bildungsgutschein",
        "B4 Bildungsscheck forAudience Beschäftigte",
        "C4 Bildungsscheck forAudience Arbeitslose [partly]",
        "D4 Regionalagentur Märkische Region offers Bildungsscheck",
        "D4 VHS Hagen offers Bildungsscheck",
    ]


def test_names_of_actors_inside_cells() -> None:
    grid = draw(
        """
        Zielgruppe | Digitalisierung | Anerkennung
        Beschäftigte | VHS Olpe; IHK Siegen |
        Geflüchtete | – | IQ Netzwerk NRW⏎Kommunales Integrationszentrum Olpe (nur Erstberatung)
        Frauen | noch offen | Kompetenzzentrum Frau und Beruf
        """
    )
    assert told(grid) == [
        "B2 VHS Olpe forAudience Beschäftigte theme=Digitalisierung",
        "B2 IHK Siegen forAudience Beschäftigte theme=Digitalisierung",
        "C3 IQ Netzwerk NRW forAudience Geflüchtete theme=Anerkennung",
        "C3 Kommunales Integrationszentrum Olpe forAudience Geflüchtete restriction=nur Erstberatung theme=Anerkennung",
        "C4 Kompetenzzentrum Frau und Beruf forAudience Frauen theme=Anerkennung",
    ]
    assert reported(grid) == ["B4"]


def test_codes_of_offers_inside_cells() -> None:
    grid = draw(
        """
        Akteur | Kreis Olpe | Siegen
        VHS Olpe | BB, C |
        IHK Siegen | | BB / AV
        BB = Bildungsberatung, C = Coaching, AV = Arbeitsvermittlung
        """
    )
    assert told(grid, but="label alias") == [
        "B2 VHS Olpe offers Bildungsberatung region=Kreis Olpe",
        "B2 VHS Olpe offers Coaching region=Kreis Olpe",
        "C3 IHK Siegen offers Bildungsberatung region=Siegen",
        "C3 IHK Siegen offers Arbeitsvermittlung region=Siegen",
    ]


def test_a_referral_matrix_whose_columns_refer_to_its_rows() -> None:
    grid = draw(
        """
        Wer verweist an wen?
        Lesart: Spalte verweist an Zeile; ● = mit Terminvereinbarung, ○ = nur Information
        an \\ von | Jobcenter Hagen | VHS Hagen
        Jobcenter Hagen | — | ●
        VHS Hagen | ○ | —
        """
    )
    assert told(grid) == ["C4 VHS Hagen refersTo Jobcenter Hagen", "B5 Jobcenter Hagen refersTo VHS Hagen"]
    said = [s for s in interpret([grid], "x").statements if s.predicate == "refersTo"]
    assert [s.detail("handover") for s in said] == [("handover/appointment",), ("handover/information",)]


def test_a_referral_matrix_with_bands_of_types() -> None:
    grid = draw(
        """
         | | Kammern | | Träger
         | | SIHK zu Hagen | HWK Südwestfalen | VHS Hagen
        Kammern | SIHK zu Hagen | | 2 | x
         | HWK Südwestfalen | 1 | \\ |
        Träger | VHS Hagen | nur Azubis | k. A. |
        1 = Kontaktdaten weitergeben; 2 = begleitete Übergabe
        """,
        merges="C1:D1 A3:A4",
    )
    assert told(grid, but="label type") == [
        "D3 SIHK zu Hagen refersTo HWK Südwestfalen",
        "E3 SIHK zu Hagen refersTo VHS Hagen",
        "C4 HWK Südwestfalen refersTo SIHK zu Hagen",
        "C5 VHS Hagen refersTo SIHK zu Hagen audience=Azubis",
    ]
    assert reported(grid) == ["D5"]


def test_an_edge_list_keeps_how_people_are_handed_over() -> None:
    grid = draw(
        """
        von | an | Anlass | Zielgruppe | Übergabe | Verantwortung | vereinbart am
        Jobcenter Hagen | VHS Hagen | Deutschkurs | Geflüchtete | Termin wird vereinbart | bis Rückmeldung | 12.02.2025
        Jobcenter Hagen | SIHK zu Hagen, HWK Südwestfalen | | | begleitet | |
        Caritas Hagen | ? | | | | |
        """
    )
    assert told(grid) == [
        "B2 Jobcenter Hagen refersTo VHS Hagen audience=Geflüchtete occasion=Deutschkurs",
        "B3 Jobcenter Hagen refersTo SIHK zu Hagen",
        "B3 Jobcenter Hagen refersTo HWK Südwestfalen",
    ]
    first = next(s for s in interpret([grid], "x").statements if s.predicate == "refersTo")
    assert dict(first.details) == {
        "agreed_on": "2025-02-12",
        "handover": "handover/appointment",
        "mode": "Termin wird vereinbart",
        "responsibility": "responsibility/sender-until-feedback",
    }
    assert reported(grid) == ["B4"]


def test_an_edge_list_keeps_who_pays_and_what_comes_after() -> None:
    grid = draw(
        """
        von | an | Übergabe | Wer zahlt? | Folgeberatung
        Jobcenter Hagen | VHS Hagen | begleitet | das Jobcenter | nach vier Wochen
        """
    )
    (said,) = (s for s in interpret([grid], "x").statements if s.predicate == "refersTo")
    assert {"cost_bearer": "das Jobcenter", "follow_up": "nach vier Wochen"}.items() <= dict(said.details).items()
    assert reported(grid) == []


def test_a_long_list_says_together_what_stands_in_one_row() -> None:
    grid = draw(
        """
        Anbieter | Angebot | Für wen? | Ort | Kosten | Durchführungsform | Tel.
        VHS Hagen | Deutschkurs B2 | Geflüchtete; Zugewanderte | Hagen | kostenfrei | Präsenz | 0221 4710-601
         | EDV-Grundkurs | Beschäftigte | Hagen | 120,00 € | online | "
        """
    )
    assert told(grid)[-6:] == [
        "B3 VHS Hagen offers EDV-Grundkurs audience=Beschäftigte region=Hagen",
        "C3 VHS Hagen forAudience Beschäftigte offer=EDV-Grundkurs region=Hagen",
        "D3 VHS Hagen inRegion Hagen audience=Beschäftigte offer=EDV-Grundkurs",
        "E3 VHS Hagen cost 120,00 € offer=EDV-Grundkurs",
        "F3 VHS Hagen format online offer=EDV-Grundkurs",
        "G3 VHS Hagen contactPhone 0221 4710-601 offer=EDV-Grundkurs",
    ]


def test_marks_below_a_group_of_formats_or_languages_are_values() -> None:
    grid = draw(
        """
        Träger | Format | | Sprachen | | kostenlos?
         | Präsenz | Online | Deutsch | Arabisch |
        VHS Olpe | x | | x | x | ja
        """,
        merges="B1:C1 D1:E1",
    )
    assert told(grid) == [
        "B3 VHS Olpe format Präsenz",
        "D3 VHS Olpe language Deutsch",
        "E3 VHS Olpe language Arabisch",
        "F3 VHS Olpe cost kostenlos",
    ]


def test_numbers_count_places_where_the_columns_are_offers() -> None:
    grid = draw(
        """
        Plätze je Angebot
        Bildungsträger | Umschulung Pflege | Sprachkurs B1 | Gesamt
        bfw Siegen | 12 | | 12
        DAA Olpe | | 20 | 20
        Gesamt | 12 | 20 | 32
        """
    )
    assert told(grid) == ["B3 bfw Siegen offers Umschulung Pflege", "C4 DAA Olpe offers Sprachkurs B1"]
    counts = [s.detail("count") for s in interpret([grid], "x").statements if s.predicate == "offers"]
    assert counts == [("12",), ("20",)]


def test_age_columns_and_columns_that_name_their_kind() -> None:
    grid = draw(
        """
        Stelle | u25 | 25-54 | Ü55 | Region: Hagen
        Jobcenter Hagen | x | x | | x
        """
    )
    assert told(grid) == [
        "B2 Jobcenter Hagen forAudience u25",
        "C2 Jobcenter Hagen forAudience 25-54",
        "E2 Jobcenter Hagen inRegion Hagen",
    ]


def test_two_actors_in_one_row_and_a_column_of_abbreviations() -> None:
    grid = draw(
        """
        Nr. | Akteur | Sparte | 1. Bildungsberatung | 2. Coaching*
        1 | VHS Hagen / VHS Lennetal | Weiterbildung | x | x
        * nur montags
        """
    )
    assert told(grid, but="label type") == [
        "D2 VHS Hagen offers Bildungsberatung",
        "D2 VHS Lennetal offers Bildungsberatung",
        "E2 VHS Hagen offers Coaching",
        "E2 VHS Lennetal offers Coaching",
    ]


def test_tables_below_and_beside_each_other() -> None:
    grid = draw(
        """
        Akteur | Bildungsberatung | Coaching | | Akteur | Telefon
        VHS Olpe | x | | | VHS Olpe | 0221 4710-100
        IHK Siegen | | x | | Caritas Olpe | 0221 4710-102

        Zielgruppen der Beratungsstellen
        Einrichtung | Frauen | Ältere
        VHS Olpe | x | –
        Hinweis: Die Angaben beruhen auf einer Abfrage.
        """
    )
    assert told(grid) == [
        "B2 VHS Olpe offers Bildungsberatung",
        "C3 IHK Siegen offers Coaching",
        "F2 VHS Olpe contactPhone 0221 4710-100",
        "F3 Caritas Olpe contactPhone 0221 4710-102",
        "B7 VHS Olpe forAudience Frauen",
    ]


def test_a_sheet_per_region_scopes_bare_names() -> None:
    hagen = draw("Einrichtung | Coaching\nJC | x\nAA | x", "Hagen")
    kreis = draw("Partner | Coaching\nJC | ✓", "Märkischer Kreis")
    legend = draw("Kürzel | steht für\nJC | Jobcenter (jeweils des Kreises)\nAA | Agentur für Arbeit", "Abkürzungen")
    found = interpret([hagen, kreis, legend], "x.xlsx")
    assert [(actor.label, actor.scope) for actor in found.actors][:3] == [
        ("JC", "Hagen"),
        ("Agentur für Arbeit", "Hagen"),
        ("JC", "Märkischer Kreis"),
    ]
    assert "B2 JC offers Coaching region=Märkischer Kreis" in told(hagen, kreis, legend)


def test_struck_rows_archives_and_hidden_sheets_are_never_silent() -> None:
    matrix = draw(
        "Akteur | Bildungsberatung | Coaching\nVHS Olpe | x | x\nCaritas Olpe | x |\ndurchgestrichen = nicht mehr dabei",
        strike="A3 B3",
    )
    archive = draw("Akteur | Coaching\nDRK Olpe | x", "Archiv 2022")
    hidden = draw("Akteur | Coaching\nAWO Olpe | x", "Intern", hidden=True)
    found = interpret([matrix, archive, hidden], "x.xlsx")
    assert [s.detail("hidden") for s in found.statements if s.subject.label == "AWO Olpe"] == [("true",), ("true",)]
    assert sum(kind == "reported" for kind in found.cells.values()) == 6
    assert {s.subject.label for s in found.statements} == {"VHS Olpe", "AWO Olpe"}


def test_symbol_fonts_and_ditto_marks() -> None:
    grid = draw(
        'Akteur | Bildungsberatung | Coaching\nVHS Olpe | ü | û\nIHK Siegen | " | dito',
        fonts={"B2": "Wingdings", "C2": "Wingdings"},
    )
    assert told(grid) == [
        "B2 VHS Olpe offers Bildungsberatung",
        "C2 VHS Olpe offers Coaching [no]",
        "B3 IHK Siegen offers Bildungsberatung",
    ]
    assert reported(grid) == ["C3"]  # a ditto sign repeats a yes; there is none above


def test_colours_mean_what_a_line_of_words_says() -> None:
    grid = draw(
        """
        Akteur | Bildungsberatung | Coaching | Sprachkurse
        VHS Olpe | | x |
        grün = bietet an, gelb = auf Anfrage, rot = nicht vorhanden
        """,
        fills={"B2": "70AD47", "C2": "FFC000", "D2": "FF0000"},
    )
    assert told(grid) == [
        "B2 VHS Olpe offers Bildungsberatung",
        "C2 VHS Olpe offers Coaching",
        "D2 VHS Olpe offers Sprachkurse [no]",
    ]


def test_the_header_may_stand_at_the_right() -> None:
    grid = draw("Bildungsberatung | Coaching | Einrichtung\nx | | VHS Olpe\n | x | Jobcenter Olpe")
    assert told(grid) == ["A2 VHS Olpe offers Bildungsberatung", "B3 Jobcenter Olpe offers Coaching"]


def test_a_row_of_hashtags_says_what_columns_are() -> None:
    grid = draw(
        """
        Qué | Quién | Dónde
        Sector | Nombre | Provincia
        #sector | #org | #adm1
        WASH | ACNUR | Los Santos
        Salud | ACNUR | Cauca
        """
    )
    assert told(grid) == [
        "A4 ACNUR onTheme WASH region=Los Santos",
        "C4 ACNUR inRegion Los Santos theme=WASH",
        "A5 ACNUR onTheme Salud region=Cauca",
        "C5 ACNUR inRegion Cauca theme=Salud",
    ]


def test_projects_in_columns_and_their_coordination() -> None:
    grid = draw(
        """
        Merkmal | Minijob plus | Digitallotsen
        Art | Projekt | Projekt
        Koordination | Bildungswerk Lennetal gGmbH | Regionalagentur Märkische Region
        Laufzeit bis | 31.03.2027 | noch offen
        Zielgruppen | |
        KMU | | x
        geringfügig Beschäftigte unter 35 | x |
        """,
        "Projekte",
    )
    assert told(grid, but="label type runsUntil") == [
        "B3 Bildungswerk Lennetal gGmbH coordinates Minijob plus",
        "B7 Minijob plus forAudience geringfügig Beschäftigte unter 35 valid_until=2027-03-31",
        "C3 Regionalagentur Märkische Region coordinates Digitallotsen",
        "C6 Digitallotsen forAudience KMU",
    ]
    assert reported(grid) == ["C4"]
    kinds = {s.subject.label: s.subject.kind for s in interpret([grid], "x").statements}
    assert kinds["Minijob plus"] == "Project"


def test_members_of_a_board_keep_their_role() -> None:
    grid = draw(
        """
        Gremium | Mitglied | Rolle | Stand
        Beirat Fachkräftesicherung | SIHK zu Hagen | Vorsitz | 30.09.2026
         | DGB Ruhr-Mark | Mitglied | 30.09.2026
        """,
        merges="A2:A3",
    )
    said = [s for s in interpret([grid], "x").statements if s.predicate == "memberOf"]
    assert [(s.subject.label, s.detail("role"), s.last_verified) for s in said] == [
        ("SIHK zu Hagen", ("Vorsitz",), "2026-09-30"),
        ("DGB Ruhr-Mark", ("Mitglied",), "2026-09-30"),
    ]
    assert {getattr(s.object, "kind", "") for s in said} == {"Board"}


def test_lines_merged_across_the_table_are_sections_and_totals_are_no_values() -> None:
    grid = draw(
        """
        Partner | Angebote | | Zielgruppen
         | Coaching | Umschulung | Frauen
        Kammern
        SIHK zu Hagen | x | | x
        Träger
        Plan B | nur SGB II | | –
        Summe | 2 | 0 | 1
        """,
        merges="B1:C1 A3:D3 A5:D5",
    )
    assert told(grid) == [
        "A3 SIHK zu Hagen type Kammern",
        "B4 SIHK zu Hagen offers Coaching",
        "D4 SIHK zu Hagen forAudience Frauen",
        "A5 Plan B type Träger",
        "B6 Plan B offers Coaching legal_basis=SGB II",
    ]


def test_what_a_legend_calls_an_abbreviation_decides_its_kind() -> None:
    matrix = draw("Einrichtung | WBB | GB\nVHS Hagen | x | x", "Matrix")
    legend = draw("Kürzel | Angebot\nWBB | Weiterbildungsberatung\nGB | Grundbildung", "Legende")
    assert told(matrix, legend, but="label alias") == [
        "B2 VHS Hagen offers Weiterbildungsberatung",
        "C2 VHS Hagen offers Grundbildung",
    ]


def test_the_corner_of_a_turned_table_names_the_other_axis() -> None:
    grid = draw(
        """
        Angebot | VHS Olpe | Jobcenter Olpe | IHK Siegen
        Fit für den Job | x | |
        Klartext | | x | ?
        Coaching | | x | x
        """
    )
    assert told(grid) == [
        "B2 VHS Olpe offers Fit für den Job",
        "C3 Jobcenter Olpe offers Klartext",
        "C4 Jobcenter Olpe offers Coaching",
        "D4 IHK Siegen offers Coaching",
    ]
