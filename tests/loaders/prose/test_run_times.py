"""How long a project runs, from label lines and from sentences; what is only wished for is no run time."""

from __future__ import annotations

import pytest

from loaders.prose.blocks import document_of
from loaders.prose.extract import Node
from loaders.prose.rules.extractor import RulesExtractor
from loaders.prose.rules.run_times import with_run_times


def times(text: str, name: str = "Lernbrücke Süd") -> tuple[str, str]:
    document = document_of(text, "p.txt")
    start = text.index(name)
    node = Node("p", "Project", name, (document.quote(start, start + len(name)),))
    (found,) = with_run_times(document, [node], "p")
    return found.starts, found.ends


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Laufzeit: 01.04.2024 bis 31.03.2027", ("2024-04-01", "2027-03-31")),
        ("Laufzeit: 01.04.2024 – 31.03.2027", ("2024-04-01", "2027-03-31")),
        ("Projektlaufzeit: Januar 2025 bis Dezember 2026", ("2025-01-01", "2026-12-31")),
        ("Förderzeitraum: bis 31.12.2027", ("", "2027-12-31")),
        ("Projektstart: 01.02.2025", ("2025-02-01", "")),
        ("Laufzeit: drei Jahre", ("", "")),
        ("Anmeldezeitraum: 01.04.2024 bis 31.05.2024", ("", "")),
        ("Sie läuft vom 1. Juli 2025 bis zum 30. Juni 2028.", ("2025-07-01", "2028-06-30")),
        ("Das Projekt wird bis Ende Dezember 2026 gefördert.", ("", "2026-12-31")),
        ("Das Projekt läuft seit dem 01.10.2023.", ("2023-10-01", "")),
        ("Das Projekt soll bis 31.12.2029 verlängert werden und läuft dann weiter.", ("", "")),
        ("Am 3. Mai 2024 trafen sich alle Partner.", ("", "")),
    ],
)
def test_a_run_time_is_read_from_what_says_it(line: str, said: tuple[str, str]) -> None:
    assert said == times(f"Lernbrücke Süd\n\nDas Projekt Lernbrücke Süd berät Eltern.\n\n{line}\n")


def test_what_the_heading_names_comes_before_the_topic() -> None:
    text = "Netzwerk Süd\n\nAlle Projekte\n\n## Lernbrücke Süd\n\nLaufzeit: 01.04.2024 bis 31.03.2027\n"
    document = document_of(text, "p.txt")
    nodes = [
        Node("n", "Network", "Netzwerk Süd", (document.quote(0, 12),)),
        Node("p", "Project", "Lernbrücke Süd", (document.quote(text.index("Lern"), text.index("Lern") + 14),)),
    ]
    assert ["", "2027-03-31"] == [node.ends for node in with_run_times(document, nodes, "n")]


def test_the_rules_give_projects_their_run_time() -> None:
    text = "Projekt Lernbrücke Süd\n\nDas Projekt Lernbrücke Süd berät Eltern.\n\nLaufzeit: 01.04.2024 bis 31.03.2027\n"
    ends = {node.ends for node in RulesExtractor().extract(document_of(text, "p.txt")).nodes if node.kind == "Project"}
    assert {"2027-03-31"} == ends
