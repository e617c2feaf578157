"""The sheet an adviser prints: the client's copy, the cut line, the adviser's part; one A4 page, nameless."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from queries.profile import Profile
from queries.routes import Routes
from tests.cli.calling import call
from tests.queries.network import TODAY, Network
from tests.queries.test_competence import AGENCY
from tests.queries.test_lead_and_data import chain, legs
from tests.queries.test_routes import WOMAN
from verweisnetz.handout import Handout, handout, handout_page, handout_text
from verweisnetz.handout.handout import Line
from verweisnetz.handout.size import size_of
from verweisnetz.handout.words import LONGEST, _catalogue, short

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAYLOADS = (
    "<img src=x onerror=window.__xss=1>", "</title><script>window.__xss=1</script>", '"><svg onload=window.__xss=1>',
    "{{7*7}}{%raw%}", "https://example.org/?<b onclick=window.__xss=1>",
)  # fmt: skip


def sheet(net: Network, language: str = "de", number: int = 1, frame: tuple[str, ...] = (), **profile: Any) -> Handout:
    asked = Profile(**{**WOMAN, "day": TODAY, "start": "A", **profile})
    answer = Routes(asked, k=5, rules=(AGENCY,)).answer(net.view())
    return handout(answer, "Musterregion", frame, language, number)


def lines(found: Handout) -> dict[str, str]:
    return {line.label: line.text for line in (*found.client, *found.adviser)}


def agreed(**leg: Any) -> Network:
    more = {"handover": "appointment", "responsibility": "sender-until-feedback", "checked": "2026-09-12", **leg}
    net = chain(more, cost="kostenlos", checked="2024-01-31", note="nur mit Termin")
    return net.contact("B", "phone", "0221 4710-301").contact("B", "mail", "b@example.org")


def test_the_clients_copy_comes_first_and_the_advisers_part_below_the_cut() -> None:
    found = sheet(agreed(note="Zeugnisse mitbringen"), frame=("vormittags", "Beratung auf Deutsch (B1)"))
    assert ["Anliegen", "Rahmen", "Für Sie zuständig bleibt", "Schritt 1", "Warum", "Übergabe", "Mitbringen",
            "Ihre Daten", "Auch möglich"] == [line.label for line in found.client]  # fmt: skip
    assert ["Noch zu klären", "Passt nicht", "Rückmeldung", "Stand", "Beleg"] == [line.label for line in found.adviser]
    said = lines(found)
    assert "Verweisblatt · Musterregion · 23.11.2026" == found.heading
    assert ("Deutsch", "vormittags, Beratung auf Deutsch (B1)") == (said["Anliegen"], said["Rahmen"])
    assert "A, Tel. ____________, bis Schritt 1 zurückmeldet" == said["Für Sie zuständig bleibt"]
    assert "B, Tel. 0221 4710-301 (vereinbarter Weg)" == said["Schritt 1"]
    assert "bietet „Kurs“ an; für Siegen; kostenlos" == said["Warum"]
    assert ("Wir vereinbaren jetzt den Termin: ____________", "Zeugnisse") == (said["Übergabe"], said["Mitbringen"])
    assert said["Ihre Daten"].startswith("Weitergabe nur mit Ihrer Einwilligung [ ] ja [ ] nein.")
    assert "B an A bis ____________; Folgeberatung: nicht vereinbart" == said["Rückmeldung"]
    assert "Schritt 1 bestätigt 12.09.2026; Angebot zuletzt bestätigt 31.01.2024, vorher anrufen" == said["Stand"]
    assert "matrix.xlsx!Verweise!B1; matrix.xlsx!Angebote!A1" == said["Beleg"]


def test_what_nobody_knows_is_a_blank_and_what_is_not_agreed_is_said() -> None:
    said = lines(sheet(chain({})))
    assert "nicht verabredet; hier eintragen: ____________" == said["Für Sie zuständig bleibt"]
    assert ("____________", "____________") == (said["Mitbringen"], said["Rahmen"])
    assert "B, Tel. ____________ (vereinbarter Weg)" == said["Schritt 1"]
    assert "noch zu vereinbaren: ____________" == said["Übergabe"]
    assert "Schritt 1 ohne Datum, vorher anrufen; Angebot ohne Datum, vorher anrufen" == said["Stand"]


def test_information_to_the_client_needs_no_consent() -> None:
    assert "Es werden keine Daten über Sie weitergegeben." == lines(sheet(agreed(handover="contact")))["Ihre Daten"]
    direct = lines(sheet(chain(access="open"), start=""))
    assert "Es werden keine Daten über Sie weitergegeben." == direct["Ihre Daten"]
    assert "B" not in direct["Schritt 1"]
    assert "(keine Absprache bekannt)" in direct["Schritt 1"]


def test_steps_after_the_first_are_told_in_short_and_a_lead_that_moves_step_by_step() -> None:
    said = lines(sheet(chain(*legs("sender-until-feedback", "receiver"))))
    assert "Schritt 1: A; Schritt 2: C" == said["Für Sie zuständig bleibt"]
    assert "C, Tel. ____________ (vereinbarter Weg). noch zu vereinbaren: ____________" == said["Schritt 2"]


def test_other_offers_are_named_as_equal_where_they_are_and_any_route_may_be_picked() -> None:
    net = chain(access="open")
    for provider in ("Y", "Z"):
        access = "open" if provider == "Y" else "unknown"
        net.provides(provider, "Kurs", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"], access=access)
    also = lines(sheet(net, start=""))["Auch möglich"]
    assert "Y: Kurs (keine Absprache bekannt, gleichwertig); Z: Kurs (keine Absprache bekannt)" == also
    assert lines(sheet(net, start="", number=3))["Schritt 1"].startswith("Z, ")


def test_another_need_and_who_decides_have_lines_of_their_own() -> None:
    net = agreed()
    net.provides("Anwalt", "Rat", audiences=["Frauen"], themes=["Recht"], regions=["Kreis"])
    net.region("Bezirk", "Siegen", "Kreuztal", kind="agency-district")
    net.concept("actor-type/agency", label="Agentur")
    net.actor("Agentur S", types=["agency"], places=["Siegen"])
    said = lines(sheet(net, needs=("Deutsch", "Recht")))
    assert "Anwalt, Tel. ____________: bietet „Rat“ an" == said["Danach"]
    assert "Agentur S: Förderung" == said["Entscheidet"]


def test_without_a_route_the_sheet_is_filled_in_by_hand() -> None:
    said = lines(sheet(Network().theme("Deutsch").region("Siegen").audience("Frauen", "sex=f"), start=""))
    assert "kein Weg bekannt; hier eintragen: ____________" == said["Schritt 1"]
    assert "Beleg" not in said


def test_the_text_keeps_to_its_width_and_leaves_the_name_to_the_hand() -> None:
    text = handout_text(sheet(agreed(note="Zeugnisse mitbringen")))
    assert text.splitlines()[0].endswith("Name: ______________________")
    assert max(map(len, text.splitlines())) <= 96
    cut = next(number for number, line in enumerate(text.splitlines()) if line.startswith("- - "))
    assert "Noch zu klären" in text.splitlines()[cut + 1]
    english = handout_text(sheet(agreed(), "en"))
    for words in ("Referral sheet", "In charge for you:", "Only the client"):
        assert (words in english) == (words != "Only the client")
    assert not re.search(r"Schritt|Übergabe|nicht verabredet", english)


def test_the_words_are_the_same_in_both_languages() -> None:
    german, english = _catalogue()["de"], _catalogue()["en"]
    assert german.keys() == english.keys()
    for key in german:
        assert sorted(re.findall(r"\{\w+\}", german[key])) == sorted(re.findall(r"\{\w+\}", english[key])), key


def test_a_long_text_is_cut_at_a_visible_sign() -> None:
    assert ("a b", LONGEST, "…") == (short("a\n b"), len(short("x" * 999)), short("x" * 999)[-1])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_word_of_a_source_becomes_markup(payload: str) -> None:
    net = agreed(note=f"{payload} mitbringen", contact=payload)
    net.rows["actor"][net.actor("B")]["label"] = payload
    net.rows["offer"][0]["label"] = payload
    page = handout_page(
        handout(Routes(Profile(**{**WOMAN, "day": TODAY, "start": "A"})).answer(net.view()), payload, (payload,), "de")
    )
    assert "default-src 'none'" in html.unescape(page)
    assert not re.search(r"<(?:img|script|svg|b) ", page)
    assert "<script" not in page
    assert payload in html.unescape(page)


def test_a_need_no_way_leads_to_stays_on_the_sheet() -> None:
    net = agreed()
    net.theme("Schulden")
    found = sheet(net, needs=("Deutsch", "Schulden"))
    assert "Schulden: kein Weg bekannt; hier eintragen: ____________" == lines(found)["Danach"]
    assert "Danach" not in lines(sheet(agreed()))


def test_the_command_writes_text_or_a_page_and_nothing_else(built: Path, tmp_path: Path) -> None:
    asked = ("route", "-C", built, "--from", "Jobcenter Hagen", "--audience", "Geflüchtete", "--need", "Anerkennung",
             "--region", "Hagen", "--wants", "language=de:B1", "--wants", "child_care=ja", "--day", "2026-11-21")  # fmt: skip
    text = call(*asked, "--sheet", "-").stdout
    assert text.startswith("Verweisblatt · Musterregion Lenne-Ruhr · 21.11.2026")
    assert "Kinderbetreuung nötig, Beratung auf Deutsch (B1)" in text
    done = call(*asked, "--sheet", tmp_path / "neu" / "blatt.txt")
    assert (0, text) == (done.exit_code, (tmp_path / "neu" / "blatt.txt").read_text(encoding="utf-8"))
    page = tmp_path / "blatt.html"
    assert f"{page}\n" == call(*asked, "--sheet", page, "--lang", "en").stdout
    assert '<html lang="en">' in page.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)=""", page.read_text(encoding="utf-8"))
    wrong = call(*asked, "--sheet", tmp_path / "blatt.pdf")
    assert (3, True) == (wrong.exit_code, ".html oder .txt" in wrong.stderr)
    none = call(*asked, "--sheet", "-", "--pick", "99")
    assert (2, True) == (none.exit_code, "einen Weg 99 gibt es nicht" in none.stderr)
    bare = call(*asked, "--sheet", "-", "-k", "0")
    assert (2, "", True) == (bare.exit_code, bare.stdout, "braucht einen Weg" in bare.stderr)
    assert {"blatt.html", "neu"} == {path.name for path in tmp_path.iterdir()}


def crowded() -> Handout:
    """Return a sheet as full as one may get: eight steps, long names, many questions and misses."""
    long = "Regionale Beratungsstelle für berufliche Weiterbildung und Anerkennung, Außenstelle " * 4
    net = chain(*({"handover": "accompanied", "note": f"{long} mitbringen", "contact": long} for _ in range(4)),
                note=long, cost=long, hours=long, polarity="partly")  # fmt: skip
    for number in range(6):
        net.provides(f"Weit {number}", f"Kurs {number}", audiences=["Frauen"], themes=["Deutsch"], regions=["Olpe"])
        net.provides(f"Nah {number}", f"Kurs {number}", audiences=["Frauen"], themes=["Deutsch"], regions=["Kreis"])
    for row in net.rows["actor"]:
        row["label"] = f"{row['label']} {long}"
    profile = Profile(**{**WOMAN, "day": TODAY, "start": "actor/A"})
    answer = Routes(profile, k=20, max_legs=8).answer(net.view())
    number = next(at for at, route in enumerate(answer.routes, 1) if len(route.legs) == 4)
    return handout(answer, long, (long,), "de", number)


def test_consent_is_asked_for_each_body_by_itself() -> None:
    assert (4, 4) == (lines(crowded())["Ihre Daten"].count("[ ] ja"), lines(crowded())["Ihre Daten"].count("[ ] nein"))
    appointment, contact = {"handover": "appointment"}, {"handover": "contact"}
    assert "C [ ] ja [ ] nein." in lines(sheet(chain(contact, appointment)))["Ihre Daten"]


@pytest.mark.browser
@pytest.mark.parametrize("full", [False, True], ids=["usual", "crowded"])
def test_the_page_prints_on_one_sheet_of_a4_without_a_request(browser: Browser, tmp_path: Path, full: bool) -> None:
    import pypdfium2

    path = tmp_path / "blatt.html"
    path.write_text(handout_page(crowded() if full else sheet(agreed())), encoding="utf-8")
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.goto(path.as_uri())
    pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert ([path.as_uri()], 1) == (asked, len(pdf))
    width, height = pdf[0].get_size()
    assert (595, 842) == (round(width), round(height))
    drawn = pdf[0].get_textpage().get_text_range()
    for words in ("Verweisblatt", "Ihre Daten", "ab hier für die Beratung", "Beleg", "keinen Rechtsrat"):
        assert words in drawn
    page.close()
    pdf.close()


def told(rows: int, text: str) -> Handout:
    """Return a sheet of so many rows that all say the same."""
    row = Line("Für Sie zuständig bleibt", text)
    return Handout("de", "Verweisblatt", "Name", (row,) * rows, "bis hier", (row,) * 5, "kein Rechtsrat")


def test_many_short_rows_are_set_smaller_than_as_many_characters_in_a_few() -> None:
    few, many = told(1, "Termin " * 40), told(20, "Termin")
    assert ("roomy", "crowded") == (size_of(few), size_of(many))


@pytest.mark.browser
def test_as_many_rows_as_a_size_holds_print_on_one_page(browser: Browser, tmp_path: Path) -> None:
    import pypdfium2

    page, path, words = browser.new_page(), tmp_path / "blatt.html", "Weitergabe nur mit Einwilligung der Beteiligten; "
    for size in ("roomy", "snug", "full"):
        for length in (1, 2, 5):
            fitting = [rows for rows in range(60) if size_of(told(rows, words * length)) == size]
            path.write_text(handout_page(told(max(fitting), words * length)), encoding="utf-8")
            page.goto(path.as_uri())
            pdf = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
            assert (size, length, 1) == (size, length, len(pdf))
            pdf.close()
    page.close()


@pytest.mark.browser
def test_what_would_run_stays_text(browser: Browser, tmp_path: Path) -> None:
    net = agreed()
    net.rows["actor"][net.actor("B")]["label"] = PAYLOADS[0] + PAYLOADS[1]
    path = tmp_path / "blatt.html"
    path.write_text(handout_page(sheet(net, start="actor/A")), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("window.__xss") is None
    assert PAYLOADS[0] in page.inner_text("dl.client")
    page.close()
