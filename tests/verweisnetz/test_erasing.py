"""Erasing a person: every byte under ``.verweisnetz`` is searched, before and after the next build."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from graph.evidence import Span
from graph.generation import Generation
from graph.history import journal, kept, tag, tags
from graph.layout import LAYOUT
from ontology.errors import RegionError
from tests.cli.calling import call
from verweisnetz import region

NAME, PHONE, MAIL = "Erika Mustermann", "0221 4710-815", "e.mustermann@example.org"
TRACES = (b"mustermann", b"4710-815", b"4710815")

CONTACTS = f"""Einrichtung;Ansprechpartner;Telefon;E-Mail;Bemerkung
Volkshochschule Hagen;{NAME};{PHONE};{MAIL};Frau Mustermann ist mittwochs da
Jobcenter Hagen;Servicestelle;0221 4710-100;jobcenter@example.org;
Stadtbücherei Hagen;{NAME}, Tel. {PHONE};;;
Jobcenter Hagen;;0221 4710-101;;
"""
MATRIX = """Einrichtung;Weiterbildungsberatung;Sprachkurse
Volkshochschule Hagen;x;x
Jobcenter Hagen;x;
"""


PAGE = f"""Weiterbildungsverbund Volme

Der Weiterbildungsverbund Volme wird von der Volkshochschule Hagen koordiniert.

Ansprechpartnerin: {NAME}, Telefon {PHONE}
Zielgruppe: Beschäftigte
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "region"
    (folder / "sources").mkdir(parents=True)
    (folder / "decisions").mkdir()
    (folder / "verweisnetz.toml").write_text('[region]\nname = "Probe"\nlanguage = "de"\n', "utf-8")
    (folder / "sources" / "matrix.csv").write_text(MATRIX, "utf-8")
    region.build(folder)
    (folder / "sources" / "kontakte.csv").write_text(CONTACTS, "utf-8")
    (folder / "decisions" / "links.csv").write_text(
        f"decision;left;right;source;scope;by;on;note\ndifferent;VHS Hagen;Jobcenter Hagen;;;{NAME};2026-11-01;\n",
        "utf-8",
    )
    region.build(folder)
    return folder


def traces(folder: Path) -> list[str]:
    """Return every file whose bytes or name hold the person, whatever the case, and every column that does.

    A snapshot keeps texts in parts and hashes as bytes: what its columns say is looked at as well as its bytes.
    """
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {
        path.relative_to(folder).as_posix()
        for path in files
        if any(trace in path.read_bytes().lower() or trace in path.name.lower().encode() for trace in TRACES)
    }
    for state in folder.rglob("generations"):
        for path in kept(state.parent):
            view = Generation(path).view
            for table, columns in LAYOUT.items():
                for name, kind in columns.items():
                    said = "\n".join(view.table(table).text(name)).lower().encode() if kind == "text" else b""
                    if any(trace in said for trace in TRACES):
                        found.add(f"{path.name}/{table}.{name}")
    return sorted(found)


def test_no_byte_of_the_person_is_left_in_any_generation_cache_or_store(here: Path) -> None:
    state = here / ".verweisnetz"
    tag(state, "sitzung")
    assert list(region.open(here).rdf.select("SELECT * { ?s ?p ?o } LIMIT 1"))
    (here / "tables").mkdir()
    (here / "tables" / "needs.csv").write_text("audience;theme;weight\nFrauen;Sprache;1\n", "utf-8")
    region.build(here)
    assert len(traces(state)) > 4
    found = region.erase(here, NAME)
    assert [] == traces(state)
    assert (3, ("kontakte.csv!B2", "kontakte.csv!B4", "kontakte.csv!C2")) == (found.generations, found.places[:3])
    assert ["decisions/erasures.csv", "decisions/links.csv"] == sorted(
        path.relative_to(here).as_posix() for path in (here / "decisions").iterdir()
    )
    assert [] == traces(here / "decisions")


def test_the_next_build_does_not_bring_it_back_though_the_source_still_holds_it(here: Path) -> None:
    region.erase(here, NAME)
    again = region.build(here)
    assert [] == traces(here / ".verweisnetz")
    assert ["sources/kontakte.csv"] == traces(here)
    names = [statement.object for statement in again.statements() if statement.predicate == "contactName"]
    assert names
    assert "kontakte.csv" in {source.id for source in again.sources()}


def test_generations_stay_whole_and_answer_as_before(here: Path) -> None:
    before = region.open(here)
    offers = sorted(before.view.table("offer").text("id"))
    tag(here / ".verweisnetz", "sitzung")
    before_ids = {entry["generation"] for entry in journal(here / ".verweisnetz")}
    region.erase(here, NAME)
    after = region.open(here)
    after.generation.require_sound()
    assert offers == sorted(after.view.table("offer").text("id"))
    assert after.generation.id == tags(here / ".verweisnetz")["sitzung"]
    after_ids = {entry["generation"] for entry in journal(here / ".verweisnetz")}
    assert (len(before_ids), True) == (len(after_ids), before.generation.id not in after_ids)
    assert [] == list(after.changes(after.generation).changes)


def test_the_text_of_a_document_is_blacked_out_and_its_quotes_still_stand_in_it(here: Path) -> None:
    (here / "sources" / "verbund.txt").write_text(PAGE, "utf-8")
    region.build(here)
    before = region.open(here).generation.texts()["verbund.txt"].text
    assert NAME in before
    region.erase(here, NAME)
    assert [] == traces(here / ".verweisnetz")
    for opened in (region.open(here), region.build(here)):
        text = opened.generation.texts()["verbund.txt"]
        assert before.replace(NAME, "█" * len(NAME)).replace(PHONE, "█" * len(PHONE)) == text.text
        spans = [place for said in opened.statements() for place in said.evidence if isinstance(place, Span)]
        assert spans
        assert all(text.says(span) for span in spans)
        assert [] == traces(here / ".verweisnetz")


def test_a_generation_named_after_the_person_is_renamed_and_kept(here: Path) -> None:
    state = here / ".verweisnetz"
    tag(state, f"Sitzung mit {NAME}")
    assert 1 == len([name for name in traces(state) if name.startswith("tags/")])
    region.erase(here, NAME)
    assert ({"sitzung-mit-geloescht": region.open(here).generation.id}, []) == (dict(tags(state)), traces(state))


def test_what_is_theirs_is_said_with_an_s_and_a_family_name_may_have_several_words(here: Path) -> None:
    said = "Frau von der Heides Büro / Anna von der Heide / A. von der Heide / von der Heide, Anna / in der Heide"
    (here / "sources" / "matrix.csv").write_text(f"{MATRIX}Agentur für Arbeit Hagen;x ({said});\n", "utf-8")
    region.build(here)
    region.erase(here, "Anna von der Heide")
    (told,) = {one.original for one in region.open(here).statements() if "Büro" in one.original}
    assert "x ([gelöscht] Büro / [gelöscht] / [gelöscht] / [gelöscht] / in der Heide)" == told


def test_a_contact_called_by_the_family_name_alone_is_named_and_left_to_people(here: Path) -> None:
    (here / "sources" / "kurz.csv").write_text("Einrichtung;Ansprechpartner\nVHS Hamm;Mustermann\n", "utf-8")
    region.build(here)
    assert "kurz.csv!B2" in region.erase(here, NAME).maybe


def test_erasing_twice_changes_nothing_more(here: Path) -> None:
    region.erase(here, NAME)

    def digest() -> str:
        files = sorted(path for path in (here / ".verweisnetz").rglob("*.*") if path.is_file())
        return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()

    first = digest()
    assert () == region.erase(here, NAME).places
    assert first == digest()


def test_other_contacts_of_the_same_actor_stay_and_are_named(here: Path) -> None:
    found = region.erase(here, NAME)
    values = {statement.object for statement in region.open(here).statements()}
    assert any("4710-100" in str(value) for value in values)
    assert () == found.maybe
    service = region.erase(here, "Servicestelle")
    assert (2, ("kontakte.csv!C5",)) == (service.also, service.maybe)


@pytest.mark.parametrize("said", ["", "ab", "-"])
def test_what_stands_in_every_word_is_refused(here: Path, said: str) -> None:
    with pytest.raises(RegionError):
        region.erase(here, said)


def test_the_command_says_where_it_still_stands_and_never_the_name(here: Path) -> None:
    result = call("erase", "-", "--yes", "-C", here, said=f"{NAME}\n")
    assert 0 == result.exit_code
    assert "kontakte.csv!B2" in result.output
    assert "sources/kontakte.csv:2" in result.output
    assert "Mustermann" not in result.output


def test_without_a_yes_nothing_is_erased(here: Path) -> None:
    result = call("erase", NAME, "-C", here, said="n\n")
    assert 0 != result.exit_code
    assert traces(here / ".verweisnetz")
