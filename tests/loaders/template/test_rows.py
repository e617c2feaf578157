"""What the rows of a filled-in template say, cell by cell."""

from __future__ import annotations

import pytest

from graph.evidence import Cell
from graph.statement import Mention
from tests.loaders.template.filling import codes, found, line, offers, sheet, told

MISSING, NO_ANSWER, IDLE = "VN7004", "VN7011", "VN7015"


class TestActors:
    def test_a_row_says_that_an_actor_is_there_and_how_to_reach_it(self) -> None:
        row = {
            "actor": "Volkshochschule Hagen", "short": "VHS Hagen", "type": "Volkshochschule", "region": "Hagen; Herdecke",
            "contact": "Team Beratung", "phone": "0221 4710-100; 0221 4710-101", "mail": "beratung@example.org",
            "website": "https://www.example.org", "checked": "2026-11-02",
        }  # fmt: skip
        name = "Volkshochschule Hagen"
        assert [
            f"{name} label {name}",
            f"{name} type Volkshochschule",
            f"{name} inRegion Hagen",
            f"{name} inRegion Herdecke",
            f"{name} contactName Team Beratung",
            f"{name} alias VHS Hagen",
            f"{name} contactPhone 0221 4710-100 contact=Team Beratung",
            f"{name} contactPhone 0221 4710-101 contact=Team Beratung",
            f"{name} contactMail beratung@example.org contact=Team Beratung",
            f"{name} website https://www.example.org",
            f"{name} lastChecked 2026-11-02",
        ] == told(sheet("actors", row))

    def test_the_day_of_a_row_vouches_for_what_it_says(self) -> None:
        said = found(sheet("actors", {"actor": "VHS", "address": "Weg 1", "checked": "2026-11-02"})).statements
        assert {"label": "", "address": "2026-11-02", "lastChecked": "2026-11-02"} == {
            one.predicate: one.last_verified for one in said
        }

    def test_a_further_row_of_the_same_name_is_a_further_contact(self) -> None:
        rows = [{"actor": "VHS", "contact": "A", "phone": "1-111"}, {"actor": "VHS", "contact": "B", "phone": "2-222"}]
        lines = told(sheet("actors", *rows))
        assert "VHS contactPhone 1-111 contact=A" in lines
        assert "VHS contactPhone 2-222 contact=B" in lines

    def test_an_entry_that_is_a_project_is_one_on_every_sheet(self) -> None:
        actors = sheet("actors", {"actor": "Digital plus", "entry": "Projekt"})
        said = found(actors, sheet("offers", {"actor": "Digital plus", "offer": "Kurs"})).statements
        assert [Mention("Digital plus", "Project")] * 2 == [one.subject for one in said]

    def test_a_name_with_an_addition_means_the_name_of_its_origin(self) -> None:
        actors = sheet("actors", {"actor": "Jobcenter (Hagen)", "own_name": "Jobcenter", "scope": "Hagen"})
        said = found(actors, sheet("referrals", {"from": "Jobcenter (Hagen)", "to": "VHS"})).statements
        assert Mention("Jobcenter", "Actor", "Hagen") == said[-1].subject

    def test_a_name_that_stands_for_two_things_is_reported(self) -> None:
        rows = [{"actor": "Digital plus", "entry": "Projekt"}, {"actor": "Digital plus", "entry": "Netzwerk"}]
        assert [("VN7019", "A5")] == codes(sheet("actors", *rows))

    def test_a_row_without_a_name_is_reported(self) -> None:
        assert [(MISSING, "G4")] == codes(sheet("actors", {"phone": "0221 4710-100"}))


class TestOffers:
    def test_everything_in_a_row_holds_together(self) -> None:
        row = {"offer": "Coaching", "audience": "Frauen", "theme": "Beruf", "region": "Hagen", "answer": "ja"}
        assert ["VHS Hagen offers Coaching audience=Frauen region=Hagen theme=Beruf"] == told(offers(row))

    def test_a_row_stands_in_the_cell_of_what_it_says(self) -> None:
        said = found(offers({"offer": "Coaching", "cost": "frei"})).statements
        assert [(Cell("Angebote", "B4"),), (Cell("Angebote", "M4"),)] == [one.evidence for one in said]

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ({"audience": "Frauen; Männer"}, ["forAudience Frauen", "forAudience Männer"]),
            ({"theme": "Beruf", "region": "Hagen"}, ["onTheme Beruf region=Hagen"]),
            ({"region": "Hagen"}, ["inRegion Hagen"]),
            ({"kind": "Coaching"}, ["offers Coaching"]),
            ({"offer": "Los!", "kind": "Coaching"}, ["offers Los! kind=Coaching"]),
            ({"offer": "A; B", "audience": "Frauen"}, ["offers A audience=Frauen", "offers B audience=Frauen"]),
        ],
    )
    def test_the_first_that_is_filled_in_is_what_a_row_says(self, row: dict[str, str], expected: list[str]) -> None:
        assert [f"VHS Hagen {one}" for one in expected] == told(offers(row))

    def test_the_program_can_say_otherwise(self) -> None:
        row = {"offer": "Coaching", "audience": "Frauen"}
        assert ["VHS Hagen forAudience Frauen offer=Coaching"] == told(offers({**row, "says": "ist für Zielgruppe"}))
        assert ["VHS Hagen offers Coaching", "VHS Hagen forAudience Frauen offer=Coaching"] == told(
            offers({**row, "says": "alles einzeln"})
        )

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [
            ("", ""), ("ja", ""), ("x", ""), ("Nein", " [no]"), ("teilweise", " [partly]"), ("geplant", " [planned]"),
            ("teilweise, geplant", " [partly] [planned]"), ("planned", " [planned]"), ("möglich", " [possible]"),
        ],
    )  # fmt: skip
    def test_an_answer_is_a_word_or_a_sign(self, answer: str, expected: str) -> None:
        assert [f"VHS Hagen offers Kurs{expected}"] == told(offers({"offer": "Kurs", "answer": answer}))

    def test_an_answer_nobody_understands_is_reported_and_the_row_says_nothing(self) -> None:
        grid = offers({"offer": "Kurs", "answer": "vielleicht"})
        assert [(NO_ANSWER, "Q4")] == codes(grid)
        assert [] == told(grid)
        assert 3 == found(grid).ledger.reported

    def test_a_dash_for_an_answer_says_nothing_at_all(self) -> None:
        grid = offers({"offer": "Kurs", "answer": "–"})
        assert ([], []) == (told(grid), codes(grid))
        assert 3 == found(grid).ledger.negative

    def test_terms_belong_to_the_offer(self) -> None:
        row = {
            "offer": "Kurs",
            "format": "Präsenz; Gruppe",
            "cost": "50 €",
            "capacity": "12",
            "access": "Mit Anmeldung",
        }
        assert [
            "VHS Hagen offers Kurs",
            "VHS Hagen format Präsenz offer=Kurs",
            "VHS Hagen format Gruppe offer=Kurs",
            "VHS Hagen cost 50 € offer=Kurs",
            "VHS Hagen capacity 12 offer=Kurs",
            "VHS Hagen access registration offer=Kurs",
        ] == told(offers(row))

    def test_terms_of_what_is_not_offered_are_reported(self) -> None:
        grid = offers({"offer": "Kurs", "answer": "nein", "cost": "50 €"})
        assert ["VHS Hagen offers Kurs [no]"] == told(grid)
        assert [(IDLE, "M4")] == codes(grid)

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ({"age_from": "25"}, "age_min=25"), ({"age_from": "über 55"}, "age_above=55"), ({"age_to": "34"}, "age_max=34"),
            ({"age_to": "unter 35 Jahre"}, "age_below=35"), ({"age_to": "under 35"}, "age_below=35"),
            ({"legal": "SGB II"}, "legal_basis=SGB II"),
            ({"valid_from": "2027-01-01", "valid_until": "31.12.2027"}, "valid_from=2027-01-01 valid_until=2027-12-31"),
            ({"restriction": "nur SGB II"}, "legal_basis=SGB II exclusive=true note=nur SGB II"),
            ({"restriction": "mit Haustier"}, "restriction=mit Haustier"),
            ({"conditions": "Anlass: Umzug"}, "occasion=Umzug"),
            ({"note": "Zeugnisse mitbringen"}, "note=Zeugnisse mitbringen"),
            ({"details": "laut Legende: warm\nfrei: x"}, "frei=x meaning=warm"),
        ],
    )  # fmt: skip
    def test_a_limit_is_a_condition(self, row: dict[str, str], expected: str) -> None:
        assert [f"VHS Hagen offers Kurs {expected}"] == told(offers({"offer": "Kurs", **row}))

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            ({"age_from": "jung"}, "VN7014"), ({"valid_from": "bald"}, "VN3103"), ({"says": "singt"}, "VN7012"),
            ({"conditions": "ohne Doppelpunkt"}, "VN7013"), ({"conditions": "Farbe: rot"}, "VN7012"), ({"theme": "?"}, "VN2101"),
            ({"theme": "dito"}, "VN7017"), ({"audience": "nein"}, "VN7012"),
        ],
    )  # fmt: skip
    def test_a_cell_that_gives_no_answer_is_reported_and_the_row_is_read(self, row: dict[str, str], code: str) -> None:
        grid = offers({"offer": "Kurs", **row})
        assert [code] == [one for one, _ in codes(grid)]
        assert ["VHS Hagen offers Kurs"] == told(grid)

    def test_a_kind_of_offer_holds_whoever_provides_it(self) -> None:
        row = {"actor": "alle Anbieter", "offer": "Bildungsgutschein", "audience": "Arbeitslose", "cost": "frei"}
        said = found(sheet("offers", row)).statements
        assert ["Bildungsgutschein forAudience Arbeitslose", "Bildungsgutschein cost frei"] == list(map(line, said))
        assert {"OfferType"} == {one.subject.kind for one in said}

    @pytest.mark.parametrize(
        "row", [{"offer": "Kurs"}, {"actor": "VHS"}, {"actor": "alle Anbieter", "audience": "Frauen"}]
    )
    def test_a_row_without_actor_or_content_is_reported(self, row: dict[str, str]) -> None:
        assert [MISSING] == [code for code, _ in codes(sheet("offers", row))]

    @pytest.mark.parametrize(
        ("cell", "label"),
        [('"Deutsch; Mathe"', "Deutsch; Mathe"), ('"Offen"', "Offen"), ('"?"', "?"), ('Kurs "A"', 'Kurs "A"')],
    )
    def test_what_stands_in_quotation_marks_is_meant_as_it_is(self, cell: str, label: str) -> None:
        assert [f"VHS Hagen offers {label}"] == told(offers({"offer": cell}))

    def test_a_word_the_column_offers_is_no_sign(self) -> None:
        assert "VHS Hagen access open offer=Kurs" in told(offers({"offer": "Kurs", "access": "Offen"}))


class TestReferrals:
    def test_a_row_says_who_refers_to_whom_and_how(self) -> None:
        row = {
            "from": "Jobcenter Hagen", "to": "VHS Hagen", "occasion": "Umschulung", "audience": "Frauen",
            "handover": "Termin vereinbart", "responsibility": "Aufnehmende Stelle", "feedback": "ja, per Mail",
            "agreed_on": "15.03.2026", "contact": "Anmeldung; 0221 4710-301", "checked": "2026-11-02",
        }  # fmt: skip
        assert [
            "Jobcenter Hagen refersTo VHS Hagen audience=Frauen occasion=Umschulung agreed_on=2026-03-15 checked=2026-11-02 "
            "contact=0221 4710-301 contact=Anmeldung feedback=ja, per Mail handover=handover/appointment "
            "responsibility=responsibility/receiver"
        ] == told(sheet("referrals", row))

    def test_a_handover_in_own_words_keeps_them(self) -> None:
        row = {"from": "A", "to": "B", "handover": "wir begleiten zum Termin"}
        assert ["A refersTo B handover=handover/accompanied mode=wir begleiten zum Termin"] == told(
            sheet("referrals", row)
        )

    def test_several_in_a_cell_are_a_referral_each(self) -> None:
        assert ["A refersTo C", "B refersTo C"] == told(sheet("referrals", {"from": "A; B", "to": "C"}))

    def test_nobody_refers_to_itself(self) -> None:
        assert ["VN7018"] == [code for code, _ in codes(sheet("referrals", {"from": "A", "to": "A"}))]


class TestFacts:
    def test_any_fact_can_be_said(self) -> None:
        row = {"subject": "VHS Hagen", "fact": "ist Mitglied von", "value": "Beirat", "value_kind": "Gremium"}
        (said,) = found(sheet("facts", {**row, "details": "Rolle: Vorsitz"})).statements
        assert (Mention("VHS Hagen", "Actor"), Mention("Beirat", "Board")) == (said.subject, said.object)
        assert (("role", "Vorsitz"),) == said.details

    def test_a_fact_without_a_kind_means_the_usual_one(self) -> None:
        rows = [
            {"subject": "VHS", "fact": "hat Sitz in", "value": "Hagen"},
            {"subject": "VHS", "fact": "Rechtsgrundlage", "value": "WbG"},
            {"subject": "VHS", "fact": "kooperiert mit", "value": "Jobcenter"},
            {"subject": "VHS", "fact": "lotst", "value": "Geflüchtete"},
            {"subject": "VHS", "fact": "erreicht", "value": "Frauen"},
        ]
        said = found(sheet("facts", *rows)).statements
        assert ["Region", "Literal", "Actor", "TargetGroup", "TargetGroup"] == [
            getattr(one.object, "kind", "Literal") for one in said
        ]

    def test_what_cannot_be_joined_is_reported(self) -> None:
        row = {"subject": "Frauen", "subject_kind": "Zielgruppe", "fact": "hat Sitz in", "value": "Hagen"}
        assert [("VN7016", "D4")] == codes(sheet("facts", row))

    @pytest.mark.parametrize("role", ["subject", "fact", "value"])
    def test_a_fact_needs_all_three(self, role: str) -> None:
        row = {"subject": "VHS", "fact": "hat Sitz in", "value": "Hagen"}
        del row[role]
        assert [MISSING] == [code for code, _ in codes(sheet("facts", row))]


def test_a_template_in_english_says_the_same() -> None:
    german = {"from": "A", "to": "B", "handover": "Termin vereinbart", "answer": "teilweise"}
    english = {"from": "A", "to": "B", "handover": "appointment made", "answer": "partly"}
    assert told(sheet("referrals", german)) == told(sheet("referrals", english, language="en"))
