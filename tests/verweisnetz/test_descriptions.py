"""Text and matrix in one region: who is who, what holds, what waits for a person, and what became of every block."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph.evidence import Span
from graph.statement import Statement
from tests.cli.calling import call
from verweisnetz import region
from verweisnetz.maps import write_map
from verweisnetz.maps.unreviewed import unreviewed
from verweisnetz.region import Region

PROSE = Path(__file__).parents[1] / "fixtures" / "prose" / "seen"

MATRIX = """Akteur;Bildungsberatung;Berufssprachkurs
Jobcenter Hagen;x;
Volkshochschule Hagen;x;x
Volkshochschule Iserlohn;;x
Agentur für Arbeit Hagen;x;
"""

TEXT = """Brückenschlag Volme

Das Projekt Brückenschlag Volme wird von der VHS Hagen koordiniert. Es arbeitet in Hagen.
Das Jobcenter Hagen verweist Alleinerziehende an die VHS Hagen.
Die Arbeitsagentur Hagen soll ab 2028 an das Projekt Brückenschlag Volme verweisen.
Im Beirat des Projekts sitzt die Volkshochschule Iserlohn.
Laufzeit: 01.02.2026 bis 31.12.2027
"""

NOTES = """subject;predicate;object;quote;subject_kind;object_kind;audience;modality;tier
VHS Hagen;coordinates;Brückenschlag Volme;Das Projekt Brückenschlag Volme wird von der VHS Hagen koordiniert;;Project;;;
Brückenschlag Volme;inRegion;Hagen;Es arbeitet in Hagen;Project;;;;
Jobcenter Hagen;refersTo;VHS Hagen;Das Jobcenter Hagen verweist Alleinerziehende an die VHS Hagen;;;Alleinerziehende;;
Arbeitsagentur Hagen;refersTo;Brückenschlag Volme;Die Arbeitsagentur Hagen soll ab 2028 an das Projekt Brückenschlag Volme verweisen;;Project;;geplant;
Volkshochschule Iserlohn;memberOf;Beirat;Im Beirat des Projekts sitzt die Volkshochschule Iserlohn;;Gremium;;;low
"""


CONFIGURED = '[[source]]\npath = "projekt.txt"\nkind = "description"\nextractor = "notes"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a region of a matrix and a text that people have read; nobody else reads it."""
    sources = tmp_path / "region" / "sources"
    sources.mkdir(parents=True)
    (sources / "matrix.csv").write_text(MATRIX, encoding="utf-8")
    (sources / "projekt.txt").write_text(TEXT, encoding="utf-8")
    (sources / "projekt.txt.aussagen.csv").write_text(NOTES, encoding="utf-8")
    (tmp_path / "region" / "verweisnetz.toml").write_text(CONFIGURED, encoding="utf-8")
    return tmp_path / "region"


def rows(here: Region, table: str, *columns: str) -> list[tuple[object, ...]]:
    """Return some columns of a table, numbers of actors as their labels."""
    view, labels = here.view.table(table), here.view.table("actor").text("label")
    found: list[tuple[object, ...]] = []
    for row in view:
        said: list[object] = []
        for column in columns:
            numbers = column in ("sender", "receiver", "member", "body", "provider")
            said.append(labels[view.ints(column)[row]] if numbers else view.text(column)[row])
        found.append(tuple(said))
    return sorted(found, key=str)


def texts_of(here: Region) -> list[Statement]:
    return [one for one in here.statements() if one.source == "projekt.txt"]


def test_the_institutions_of_the_text_are_those_of_the_matrix(folder: Path) -> None:
    here = region.build(folder)
    actors = {label for label, kind in rows(here, "actor", "label", "kind") if kind == "actor"}
    assert {
        "Jobcenter Hagen",
        "Volkshochschule Hagen",
        "Volkshochschule Iserlohn",
        "Agentur für Arbeit Hagen",
    } == actors
    assert ("Jobcenter Hagen", "Volkshochschule Hagen") in rows(here, "referral", "sender", "receiver")
    assert ("Volkshochschule Hagen", "Brückenschlag Volme", "coordinator") in rows(
        here, "membership", "member", "body", "role"
    )


@pytest.mark.parametrize(
    ("matrix", "proposed"), [("Volkshochschule Hagen", 1), ("Volkshochschule Hagen;x;\nVolkshochschule Iserlohn", 0)]
)
def test_an_institution_without_place_is_proposed_where_only_one_can_be_meant_and_never_merged(
    tmp_path: Path, matrix: str, proposed: int
) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "matrix.csv").write_text(
        f"Akteur;Bildungsberatung;Kurse\n{matrix};x;\nJobcenter Hagen;x;x\n", encoding="utf-8"
    )
    text = "Netzwerk Lernen\n\nDas Netzwerk Lernen wird von der Volkshochschule koordiniert. Alle sind willkommen.\n"
    (sources / "netz.txt").write_text(text, encoding="utf-8")
    here = region.build(tmp_path)
    meant = (link for link in here.generation.links() if link.mention.kind == "Actor")
    named = {link.entity for link in meant if link.mention.label == "Volkshochschule"}
    assert 1 == len(named)
    assert named.isdisjoint({link.entity for link in here.generation.links() if link.source == "matrix.csv"})
    proposals = [
        issue for issue in here.issues() if issue.code == "VN4102" and "Volkshochschule" in dict(issue.params).values()
    ]
    assert proposed == len(proposals)


def test_plans_and_doubtful_readings_make_no_facts_and_stay_to_be_found(folder: Path) -> None:
    here = region.build(folder)
    assert 1 == len(rows(here, "referral", "sender", "receiver"))
    assert not [row for row in rows(here, "membership", "member") if row == ("Volkshochschule Iserlohn",)]
    waiting = {(one.predicate, one.modality, one.tier) for one in texts_of(here)}
    assert {("refersTo", "planned", "high"), ("memberOf", "asserted", "low")} <= waiting


def test_a_map_shows_doubtful_readings_dashed_where_it_is_asked_to(folder: Path, tmp_path: Path) -> None:
    here = region.build(folder)
    (edge,) = unreviewed(here)
    assert ("unreviewed", "ist Mitglied von", True) == (edge.kind, edge.note, edge.place.startswith("projekt.txt!"))
    for doubtful in (True, False):
        write_map(here, tmp_path / "karte.html", doubtful=doubtful)
        assert doubtful == ("ungeprüft, aus Texten</span>" in (tmp_path / "karte.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("decision", ["accepted", "rejected"])
def test_what_a_person_decided_on_is_no_longer_doubtful(folder: Path, decision: str) -> None:
    (key,) = [one.key for one in texts_of(region.build(folder)) if one.tier == "low"]
    (folder / "decisions").mkdir()
    (folder / "decisions" / "reviews.csv").write_text(f"key;decision\n{key};{decision}\n", encoding="utf-8")
    here = region.build(folder)
    assert () == unreviewed(here)
    member = ("Volkshochschule Iserlohn", "Beirat (projekt.txt)")
    assert (decision == "accepted") == (member in rows(here, "membership", "member", "body"))


def test_every_quote_is_found_in_the_text_the_generation_keeps(folder: Path) -> None:
    here = region.build(folder)
    text = here.texts()["projekt.txt"]
    said = texts_of(here)
    assert said
    for one in said:
        assert all(isinstance(place, Span) and text.says(place) for place in one.evidence)
    start, end = text.paragraph(next(place for place in said[0].evidence if isinstance(place, Span)))
    assert text.text[start:end].strip()


def test_reading_again_gives_the_same_generation_with_and_without_the_cache(folder: Path) -> None:
    first = region.build(folder).generation.id
    assert first == region.build(folder).generation.id
    for path in (folder / ".verweisnetz" / "cache").rglob("*"):
        if path.is_file():
            path.unlink()
    assert first == region.build(folder).generation.id


def test_changed_notes_are_read_again(folder: Path) -> None:
    before = len(texts_of(region.build(folder)))
    notes = folder / "sources" / "projekt.txt.aussagen.csv"
    notes.write_text(
        NOTES
        + "VHS Hagen;cooperatesWith;Jobcenter Hagen;Das Jobcenter Hagen verweist Alleinerziehende an die VHS Hagen\n",
        encoding="utf-8",
    )
    assert before + 1 == len(texts_of(region.build(folder)))


def test_the_account_names_every_block_and_leaves_the_cells_alone(folder: Path) -> None:
    said = json.loads(call("build", folder, "--format", "json").stdout)
    assert ["matrix.csv"] == list(said["ledger"])
    blocks = said["texts"]["projekt.txt"]
    assert 0 == blocks["unread"]
    assert blocks["blocks"] == sum(blocks[name] for name in ("statement", "reported", "table", "boilerplate", "silent"))
    assert blocks["statement"] >= 3
    out = call("build", folder).stdout
    assert re.search(r"Absätze +Aussage +gemeldet", out)
    assert re.search(r"projekt\.txt +\d+", out)


def test_notes_without_their_document_are_no_silent_loss(folder: Path) -> None:
    (folder / "sources" / "projekt.txt").unlink()
    failed = call("build", folder)
    assert 3 == failed.exit_code
    assert "projekt.txt" in failed.stderr


def test_notes_named_after_the_stem_are_of_the_only_document_with_it(folder: Path) -> None:
    (folder / "sources" / "projekt.txt.aussagen.csv").rename(folder / "sources" / "projekt.statements.csv")
    assert texts_of(region.build(folder))


def test_a_text_is_no_matrix_and_a_broken_document_stops_nothing(folder: Path) -> None:
    (folder / "sources" / "leer.docx").write_bytes(b"")
    more = '[[source]]\npath = "leer.docx"\nkind = "description"\n'
    (folder / "verweisnetz.toml").write_text(CONFIGURED + more, encoding="utf-8")
    built = call("build", folder)
    assert 3 == built.exit_code
    assert "leer.docx" in built.stderr
    assert texts_of(region.open(folder))


@pytest.mark.parametrize("persons", [True, False])
def test_people_stand_in_contacts_only_where_the_region_wants_them(folder: Path, persons: bool) -> None:
    sources = folder / "sources"
    (sources / "projekt.txt").write_text(
        TEXT + "\nKontakt: Erika Mustermann, Projektbüro der VHS Hagen\n", encoding="utf-8"
    )
    line = "Erika Mustermann;affiliatedWith;VHS Hagen;Kontakt: Erika Mustermann, Projektbüro der VHS Hagen;Person;;;;\n"
    (sources / "projekt.txt.aussagen.csv").write_text(NOTES + line, encoding="utf-8")
    (folder / "verweisnetz.toml").write_text(f"{CONFIGURED}persons = {str(persons).lower()}\n", encoding="utf-8")
    here = region.build(folder)
    assert persons == any("Mustermann" in str(one) for one in here.statements())
    assert persons == ("Erika Mustermann" in {value for (value,) in rows(here, "contact", "value")})
    assert not [label for (label,) in rows(here, "actor", "label") if "Mustermann" in str(label)]


def annotated(tmp_path: Path) -> Path:
    """Return a region of the annotated texts: other people's reading of them, as notes beside each."""
    sources = tmp_path / "region" / "sources"
    sources.mkdir(parents=True)
    for path in PROSE.glob("*.txt"):
        (sources / path.name).write_bytes(path.read_bytes())
        (sources / f"{path.name}.statements.json").write_bytes(path.with_suffix(".json").read_bytes())
    configured = '[[source]]\npath = "*.txt"\nextractor = "notes"\n'
    (tmp_path / "region" / "verweisnetz.toml").write_text(configured, encoding="utf-8")
    return tmp_path / "region"


NATIONWIDE = {
    "actor/behoerde_bamf", "actor/bundesagentur-fuer-arbeit", "actor/europaeischer-plus-sozialfonds",
    "actor/ministerium_bmas", "actor/ministerium_bmbf",
}  # fmt: skip
ONE_HOUSE = {"Kreisverwaltung Uckermark", "Landkreis Uckermark"}


def test_eight_regions_in_one_graph_merge_nothing_that_is_not_one(tmp_path: Path) -> None:
    here = region.build(annotated(tmp_path))
    named: dict[str, dict[str, set[str]]] = {}
    for link in here.generation.links():
        if link.mention.kind in ("Actor", "Board", "Event", "Project"):
            named.setdefault(link.entity, {}).setdefault(link.source, set()).add(link.mention.label)
    assert {entity for entity, sources in named.items() if len(sources) > 1} <= NATIONWIDE
    within = [labels for sources in named.values() for labels in sources.values() if len(labels) > 1]
    assert [ONE_HOUSE] == within
    assert len(named) > 150


def test_rules_that_read_eight_regions_merge_none_of_their_institutions(tmp_path: Path) -> None:
    folder = annotated(tmp_path)
    for notes in (folder / "sources").glob("*.json"):
        notes.unlink()
    (folder / "verweisnetz.toml").unlink()
    here = region.build(folder)
    assert 8 == len(here.texts())
    named: dict[str, set[str]] = {}
    for link in here.generation.links():
        if link.mention.kind in ("Actor", "Board", "Event", "Network", "Project"):
            named.setdefault(link.entity, set()).add(link.source)
    several = {entity for entity, sources in named.items() if len(sources) > 1}
    assert {entity for entity in several if not re.search(r"ministerium|bund|bamf|sozialfonds|esf", entity)} == set()
    texts = here.texts()
    for one in here.statements():
        assert all(isinstance(place, Span) and texts[one.source].says(place) for place in one.evidence)


def test_an_offer_of_one_town_gets_nothing_that_is_said_of_its_namesake_in_another(tmp_path: Path) -> None:
    (tmp_path / "verweisnetz.toml").write_text("", encoding="utf-8")
    (tmp_path / "grundbildung.txt").write_text(
        "Grundbildung in Teltow-Fläming\n\n"
        "Die Volkshochschule Luckenwalde bietet das Alpha-Café in Luckenwalde an. "
        "Das Alpha-Café in Luckenwalde richtet sich an Frauen.\n\n"
        "Die AWO Jüterbog bietet das Alpha-Café in Jüterbog an. Das Alpha-Café in Jüterbog richtet sich an Jugendliche.\n",
        encoding="utf-8",
    )
    view = region.build(tmp_path).view
    provisions, concepts = view.table("provision"), view.table("concept").text("id")
    found = {
        view.table("actor").text("label")[provisions.ints("provider")[row]]: (
            view.table("offer").text("label")[provisions.ints("offer")[row]],
            [concepts[audience] for audience in provisions.lists("audiences")[row]],
            [view.table("region").text("label")[one] for one in provisions.lists("regions")[row]],
        )
        for row in provisions
    }
    assert {
        "Volkshochschule Luckenwalde": ("Alpha-Café in Luckenwalde", ["audience/frauen"], ["Luckenwalde"]),
        "AWO Jüterbog": ("Alpha-Café in Jüterbog", ["audience/jugendliche"], ["Jüterbog"]),
    } == found
