"""What stands in the report: five sentences, every section, evidence for every figure, nothing of persons."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from string import Formatter

import pytest

from graph.erasures import digits_of
from tests.report.conftest import TODAY, Reports
from verweisnetz.region import Region
from verweisnetz.report.markdown import report_markdown
from verweisnetz.report.model import Drawing, Line, Report, Table
from verweisnetz.report.page import report_page

SECTIONS = [
    "map", "heatmap", "gaps", "changes", "ends", "decisions", "figures", "bodies", "maturity", "annex", "sources",
]  # fmt: skip


def lines(report: Report) -> Iterator[Line]:
    yield from (*report.short, *report.unknown)
    for section in report.sections:
        yield from section.intro
        for block in section.blocks:
            if isinstance(block, Table):
                yield from (line for row in block.rows for line in row)
            elif not isinstance(block, Drawing):
                yield from block.lines


def told(report: Report, section: str) -> str:
    found = next(one for one in report.sections if one.id == section)
    return "\n".join(line.text for line in lines(Report("", "", (), TODAY, (), (), (found,), (), None, None)))  # type: ignore[arg-type]


def test_the_short_version_is_five_sentences_each_leading_to_a_section(reports: Reports) -> None:
    for language in ("de", "en"):
        short = reports(language).short
        assert ["sources", "heatmap", "gaps", "ends", "decisions"] == [line.link for line in short]
        assert all(line.text.endswith(".") for line in short)


def test_the_figures_of_the_short_version_are_those_of_the_questions(reports: Reports, example: Region) -> None:
    net, covered, gaps, ends, decide = (line.text for line in reports("de").short)
    asked = example.figures(day=TODAY)
    assert f"{asked.actors} Akteure" in net
    assert f"{asked.referrals} Verweise" in net
    assert f"sind {example.coverage(day=TODAY).counts['served']} abgedeckt" in covered
    assert gaps.startswith(f"{len(example.gaps(day=TODAY).gaps)} Lücken sind offen")
    assert "Bis zum 30.06.2027 enden 2 Vorhaben" in ends
    assert "bei 1 Vorhaben ist ein Ende zu erwarten, aber nicht bekannt" in ends
    assert re.fullmatch(r"Zu entscheiden sind \d+ Punkte\.", decide)


def test_every_section_is_there_in_its_order_whatever_is_known(
    example: Region, nothing: Region, one_matrix: Region
) -> None:
    for here in (example, nothing, one_matrix):
        for language in ("de", "en"):
            report = here.report(day=TODAY, language=language)
            assert SECTIONS == [section.id for section in report.sections]
            assert all(section.intro or section.blocks for section in report.sections)
            assert report_markdown(report)
            assert report_page(report)


def test_of_a_region_nobody_described_it_says_what_is_not_known(nothing: Region) -> None:
    report = nothing.report(day=TODAY)
    unknown = "\n".join(line.text for line in report.unknown)
    for said in ("Verweis", "Bedarf", "Erfolgsindikatoren", "zuletzt bestätigt", "Kein Angebot", "letzten Tag"):
        assert said in unknown, said
    assert "über Abdeckung lässt sich nichts sagen" in report.short[1].text


def test_of_one_matrix_it_shows_what_occurs_and_says_that_nobody_named_needs(one_matrix: Region) -> None:
    report = one_matrix.report(day=TODAY)
    assert "Bedarfe hat niemand genannt" in report.short[1].text
    assert "die Karte zeigt, wer welche Zielgruppen nennt" in told(report, "map")
    assert ["Drawing"] == [type(block).__name__ for block in report.sections[0].blocks]


def test_every_figure_leads_to_evidence_that_is_listed_once(reports: Reports) -> None:
    report = reports("de")
    numbers = [place.number for place in report.places]
    assert list(range(1, len(numbers) + 1)) == numbers
    assert len(numbers) == len({place.place for place in report.places})
    assert set(numbers) == {number for line in lines(report) for number in line.cited}
    for section in report.sections:
        for block in section.blocks:
            if section.id in ("gaps", "ends", "decisions", "figures", "annex"):
                rows = block.rows if isinstance(block, Table) else [(line,) for line in getattr(block, "lines", ())]
                assert all(any(line.cited for line in row) for row in rows), section.id


def test_every_place_is_one_the_graph_knows_with_its_words(reports: Reports, example: Region) -> None:
    evidence = example.view.table("evidence")
    sources = example.view.table("source").text("id")
    known: dict[str, set[str]] = {}
    for row in evidence:
        place = f"{sources[evidence.ints('source')[row]]}!{evidence.text('place')[row]}"
        known.setdefault(place, set()).add(" ".join(evidence.text("original")[row].split()))
    for cited in reports("de").places:
        if cited.place.startswith(("tables/maturity.csv", "tables/indicators.csv", "verweisnetz.toml")):
            continue
        assert cited.place in known
        assert cited.text == "[Kontaktangabe, hier nicht gezeigt]" or cited.text in known[cited.place]


def test_what_was_read_of_a_text_counts_as_what_was_read_of_a_table(reports: Reports) -> None:
    section = next(one for one in reports("de").sections if one.id == "sources")
    table = next(block for block in section.blocks if isinstance(block, Table))
    read = {row[0].text: int(row[4].text) for row in table.rows}
    assert read["bruecken_in_arbeit.md"] > 0
    assert read["kontakte_2026.csv"] > 0


def test_a_project_that_ends_is_named_with_its_offers(reports: Reports) -> None:
    assert "Minijob plus; mit ihm: Weiterbildungsberatung" in told(reports("de"), "ends")
    assert "Minijob plus; with it: Weiterbildungsberatung" in told(reports("en"), "ends")


def test_an_accepted_gap_that_is_due_comes_first_among_the_decisions(example: Region) -> None:
    decisions = told(example.report(day=date(2027, 7, 1)), "decisions").split("\n")
    assert "Hingenommene Lücke ist fällig" == decisions[1]
    assert "bis 30.06.2027 hingenommen (Bedarf wird 2027 erhoben)" in decisions[2]


def test_findings_that_say_the_same_are_one_decision(reports: Reports, example: Region) -> None:
    texts = told(reports("de"), "decisions")
    consent = [line for line in texts.split("\n") if line.startswith("Einwilligung nötig (")]
    passed_on = [one for one in example.hygiene(day=TODAY).findings if one.kind == "consent_needed"]
    assert len(passed_on) == sum(int(line.split("(")[1].rstrip(")")) for line in consent)
    assert len(consent) < 6


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_telephone_mail_or_contact_cell_is_repeated(reports: Reports, example: Region, language: str) -> None:
    report = reports(language)
    contacts = example.view.table("contact")
    for text in (report_markdown(report), report_page(report)):
        digits = digits_of(text)
        assert "@" not in re.sub(r"@(page|media|bottom-right)", "", text)
        for row in contacts:
            kind, value = contacts.text("kind")[row], contacts.text("value")[row]
            if kind == "phone":
                assert digits_of(value) not in digits
            elif kind in ("mail", "address", "web"):
                assert value not in text


def test_both_languages_have_the_same_words_with_the_same_blanks() -> None:
    data = tomllib.loads(files("verweisnetz.report").joinpath("words.toml").read_text(encoding="utf-8"))
    assert set(data["de"]) == set(data["en"])
    assert set(data["de"]["counted"]) == set(data["en"]["counted"])
    for key, text in data["de"].items():
        if isinstance(text, str):
            blanks = [{name for _, name, _, _ in Formatter().parse(said) if name} for said in (text, data["en"][key])]
            assert blanks[0] == blanks[1], key


def test_every_word_is_used() -> None:
    data = tomllib.loads(files("verweisnetz.report").joinpath("words.toml").read_text(encoding="utf-8"))
    package = files("verweisnetz.report")
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in (package, package / "sections", package / "assets")
        for path in folder.iterdir()
        if path.name.endswith((".py", ".j2"))
    )
    unused = [key for key in data["de"] if not re.search(rf"['\"]{key}['\"]", code) and not key.startswith("gap_")]
    assert [] == [key for key in unused if key != "counted"]
