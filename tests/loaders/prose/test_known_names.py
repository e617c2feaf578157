"""What the region's tables call by name is found in its texts, in any case, and reaches as far as the name does."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.statement import Literal, Mention, Statement
from loaders.prose.blocks import document_of
from loaders.prose.extract import Node
from loaders.prose.region_names import names_of
from loaders.prose.rules.extractor import RulesExtractor
from verweisnetz import region

KNOWN = (
    ("DGB Ruhr-Mark", "Actor"),
    ("Digitallotsen Lenne-Ruhr", "Project"),
    ("Ehrenamtsbörse Lüdenscheid", "Actor"),
    ("Märkischer Arbeitgeberverband", "Actor"),
)


def read(text: str) -> dict[str, Node]:
    extract = RulesExtractor(known=KNOWN).extract(document_of(text, "p.txt"))
    return {node.label: node for node in extract.nodes}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mitglied ist auch der DGB Ruhr-Mark in Hagen.", "DGB Ruhr-Mark", "Actor"),
        ("Betriebe kommen zu den Digitallotsen Lenne-Ruhr.", "Digitallotsen Lenne-Ruhr", "Project"),
        ("Die Ehrenamtsbörse Lüdenscheid vermittelt weiter.", "Ehrenamtsbörse Lüdenscheid", "Actor"),
        ("Das sagt man beim Märkischen Arbeitgeberverband.", "Märkischer Arbeitgeberverband", "Actor"),
    ],
)
def test_a_known_name_is_read_whole_as_what_the_tables_say_it_is(text: str, name: str, kind: str) -> None:
    node = read(text)[name]
    assert kind == node.kind
    assert all(mention.quote in text for mention in node.mentions)


def test_a_longer_name_is_not_cut_by_a_known_one() -> None:
    assert "Märkischer Arbeitgeberverband" not in read(
        "Die DGB Ruhr-Mark-Stiftung und der Märkischer Arbeitgeberverband-Preis."
    )


def names(*labels: str, kind: str = "Actor") -> list[str]:
    said = [Statement("m", Mention(label, kind), "label", Literal(label)) for label in labels]
    return [name for name, _ in names_of(said)]


def test_names_are_passed_on_as_texts_spell_them() -> None:
    assert ["Landfrauenverein Volmetal", "Landfrauenverein Volmetal e. V."] == names(
        "Landfrauenverein Volmetal e. V. (fiktiv)"
    )
    assert ["Minijob plus"] == names("Minijob plus (fiktiv)", kind="Project")


@pytest.mark.parametrize("word", ["Beratung", "VHS", "Leitung", "Jobcenter", "KI", "Bildungsträger"])
def test_an_ordinary_word_is_no_name_to_look_for(word: str) -> None:
    assert [] == names(word)


def test_a_build_reads_its_tables_first_whatever_they_are_called(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "zz_matrix.csv").write_text(
        "Akteur;Bildungsberatung\nWerkhof Aue;x\nJobcenter Hagen;x\n", encoding="utf-8"
    )
    text = "Netzwerk Arbeit Hagen\n\nDas Jobcenter Hagen verweist Langzeitarbeitslose an den Werkhof Aue. Das ist so vereinbart.\n"
    (sources / "aa_netz.txt").write_text(text, encoding="utf-8")
    here = region.build(tmp_path)
    said = {
        (one.subject.label, one.predicate, one.object.label)
        for one in here.statements()
        if one.source == "aa_netz.txt" and isinstance(one.object, Mention)
    }
    assert ("Jobcenter Hagen", "refersTo", "Werkhof Aue") in said
    assert here.generation.id == region.build(tmp_path).generation.id
