"""What a text says for short once it has named a thing."""

from __future__ import annotations

from tests.loaders.prose.rules.reading_aid import nodes, quotes


def test_the_last_word_of_a_coined_name_stands_for_it() -> None:
    text = "Der LernKiosk ist neu. Im Kiosk ist Platz. Am Bahnhof ist ein Kiosk."
    assert [["LernKiosk", "Kiosk"]] == quotes(text, "Project")


def test_the_only_network_of_a_text_is_the_network() -> None:
    text = "Die Lernregion Heide wächst. Das Netzwerk hat neun Mitglieder, Sprecherin des Bündnisses ist die VHS Celle."
    assert [["Lernregion Heide", "Netzwerk", "Bündnisses"]] == quotes(text, "Network")


def test_of_two_networks_neither_is_the_network() -> None:
    text = "Die Lernregion Heide und die Lernregion Celle wachsen. Der Verbund hat neun Mitglieder."
    assert all("Verbund" not in [mention.quote for mention in node.mentions] for node in nodes(text, "Network"))


def test_an_agency_is_not_the_federal_agency() -> None:
    text = "Die Bundesagentur für Arbeit plant. Die Agentur für Arbeit berät."
    assert [["Bundesagentur für Arbeit"], ["Agentur für Arbeit"]] == quotes(text, "Actor")


def test_a_word_for_any_project_is_no_name_of_one() -> None:
    text = "Das Teilvorhaben „Neue Wege“ läuft. Das Teilvorhaben arbeitet mit der VHS Celle."
    assert [["Neue Wege"]] == quotes(text, "Project")
